// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/whole_file.h"

#include <algorithm>
#include <utility>

#include "corpus/article_facts.h"
#include "corpus/ascii.h"
#include "corpus/charset_names.h"

namespace pilcrow {
namespace {

// More than one byte of a hundred: a stray one does not make a text binary.
bool has_many_nuls(std::string_view text) {
  constexpr std::size_t looked_at = 8192;
  text = text.substr(0, looked_at);
  const auto nuls = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
  return nuls * 100 > text.size();
}

}  // namespace

std::optional<std::string> read_bytes(InputFile& file, const ReadOptions& options,
                                      std::vector<Problem>& problems) {
  std::string bytes = file.read_all(options.article_bytes_max);
  if (bytes.size() > options.article_bytes_max) {
    problems.push_back({file.origin().id(), "",
                        "it has more than " + std::to_string(options.article_bytes_max) +
                            " bytes; split it; left out"});
    return std::nullopt;
  }
  return bytes;
}

std::string charset_of(std::string_view bytes, const SourceOrigin& origin,
                       const ReadOptions& options, std::string (*find_declared)(std::string_view)) {
  if (const auto forced = charset_of_label(options.charset)) {
    return *forced;
  }
  const bool look = origin.charset.empty() && find_declared != nullptr;
  return find_charset(bytes, look ? find_declared(bytes) : origin.charset);
}

std::optional<DecodedText> read_text(InputFile& file, const ReadOptions& options,
                                     std::vector<Problem>& problems,
                                     std::string (*find_declared)(std::string_view)) {
  std::optional<std::string> bytes = read_bytes(file, options, problems);
  if (!bytes) {
    return std::nullopt;
  }
  const std::string id = file.origin().id();
  const std::string charset = charset_of(*bytes, file.origin(), options, find_declared);
  if (!is_wide_charset(charset) && has_many_nuls(*bytes)) {
    problems.push_back({id, "", "it holds NUL bytes, so it is no text; left out"});
    return std::nullopt;
  }
  DecodedText decoded = decode_as(*std::move(bytes), charset);
  if (decoded.text.find_first_not_of(ascii_spaces) == std::string::npos) {
    problems.push_back({id, "", "it holds no text; left out"});
    return std::nullopt;
  }
  if (decoded.replaced > 0) {
    problems.push_back({id, "", replaced_reason(decoded.charset, decoded.replaced)});
  }
  return decoded;
}

std::string replaced_reason(const std::string& charset, std::size_t replaced) {
  return "it is not valid " + (charset.empty() ? "UTF-8" : charset) +
         "; parts replaced by U+FFFD: " + std::to_string(replaced) + "; the rest is indexed";
}

Article article_of(const SourceOrigin& origin, std::string_view charset, Span source_record) {
  Article article;
  article.id = origin.id();
  article.id_is_path = true;
  article.url = origin.url;
  article.date = origin.date;
  set_source(article, origin, charset, source_record);
  return article;
}

}  // namespace pilcrow
