// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf_text.h"

#include <filesystem>
#include <utility>

#include "corpus/letters.h"
#include "corpus/utf8.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

// A name that no option can be mistaken for.
std::string argument_of(const std::string& path) {
  return std::filesystem::absolute(path).string();
}

}  // namespace

ProgramResult run_pdftotext(const std::string& path, const ReadOptions& options) {
  return run_program({"pdftotext", "-enc", "UTF-8", "-eol", "unix", argument_of(path), "-"},
                     {.output_bytes_max = options.article_bytes_max});
}

ProgramResult run_pdfinfo(const std::string& path) {
  constexpr std::size_t output_bytes_max = std::size_t{64} << 10;
  return run_program({"pdfinfo", "-enc", "UTF-8", "-isodates", argument_of(path)},
                     {.output_bytes_max = output_bytes_max});
}

std::string pdf_failure(const ProgramResult& result, const ReadOptions& options) {
  switch (result.outcome) {
    case ProgramResult::Outcome::absent:
      return "PDF files are read by the program pdftotext, which is not there; install "
             "poppler-utils; all PDF files are left out";
    case ProgramResult::Outcome::stopped:
      return "pdftotext crashed or took too long; left out";
    case ProgramResult::Outcome::too_large:
      return "its text has more than " + std::to_string(options.article_bytes_max) +
             " bytes; split it; left out";
    default:
      break;
  }
  std::size_t replaced = 0;
  const std::string line = one_line(result.error.substr(0, result.error.find('\n')));
  return "pdftotext can't read it" + (line.empty() ? "" : ": " + repair_utf8(line, replaced)) +
         "; left out";
}

std::string pdf_text(const std::string& path, const ReadOptions& options) {
  ProgramResult result = run_pdftotext(path, options);
  if (result.outcome != ProgramResult::Outcome::succeeded) {
    const bool absent = result.outcome == ProgramResult::Outcome::absent;
    throw Error(absent ? ErrorCode::not_found : ErrorCode::io,
                "read " + path + ": " + pdf_failure(result, options));
  }
  return std::move(result.output);
}

}  // namespace pilcrow
