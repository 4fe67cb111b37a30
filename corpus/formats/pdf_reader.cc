// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <utility>

#include "corpus/article_builder.h"
#include "corpus/article_facts.h"
#include "corpus/formats/pdf_pages.h"
#include "corpus/formats/readers.h"
#include "corpus/furniture.h"
#include "corpus/letters.h"
#include "corpus/pdf_text.h"
#include "corpus/temporary_file.h"
#include "corpus/whole_file.h"

namespace pilcrow {
namespace {

// What stands alone where a list is set with its marks apart.
constexpr std::string_view list_marks[] = {"•", "◦", "▪", "●", "○", "■", "–", "—", "*", "-"};

// Titles that a program has put there, not an author.
bool is_made_up(std::string_view title) {
  const std::string small = lower_case(title);
  const std::string extension = std::filesystem::path(small).extension().string();
  return small.starts_with("microsoft word - ") || small == "untitled" || extension == ".doc" ||
         extension == ".docx" || extension == ".indd" || extension == ".qxd";
}

void take_facts(std::string_view info, Article& article) {
  while (!info.empty()) {
    const std::string_view line = take_line(info);
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string_view name = line.substr(0, colon);
    std::string value = one_line(line.substr(std::min(colon + 1, line.size())));
    if (value.empty()) {
      continue;
    }
    if (name == "Title" && !is_made_up(value)) {
      article.title = std::move(value);
    } else if (name == "Author") {
      add_author(article, value);
    } else if (name == "CreationDate") {
      set_date(article, value);
    } else if (name == "Subject" || name == "Keywords") {
      article.facets.emplace(lower_case(name), std::move(value));
    }
  }
}

class PdfReader : public ArticleReader {
 public:
  PdfReader(InputPointer file, const ReadOptions& options)
      : file_(std::move(file)), options_(options) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    if (std::exchange(done_, true)) {
      return false;
    }
    const SourceOrigin& origin = file_->origin();
    if (origin.member.empty() && origin.path != "-") {
      return read(origin.path, article, problems);
    }
    const std::optional<std::string> bytes = read_bytes(*file_, options_, problems);
    if (!bytes) {
      return false;
    }
    const TemporaryFile copy(*bytes);
    return read(copy.path(), article, problems);
  }

 private:
  bool read(const std::string& path, Article& article, std::vector<Problem>& problems) const {
    ProgramResult result = run_pdftotext(path, options_);
    if (result.outcome == ProgramResult::Outcome::absent) {
      // Once is enough: it is the same for all PDF files.
      static std::atomic<bool> reported = false;
      if (reported.exchange(true)) {
        return false;
      }
    }
    if (result.outcome != ProgramResult::Outcome::succeeded) {
      note(problems, pdf_failure(result, options_));
      return false;
    }
    const std::size_t size = result.output.size();
    const DecodedText text = decode_text(std::move(result.output));
    article = article_of(file_->origin(), text.charset, {0, size});
    article.source_member = member_within(file_->origin(), "pdftotext");
    const ProgramResult info = run_pdfinfo(path);
    take_facts(decode_text(info.output).text, article);
    add_paragraphs(text, article);
    if (article.paragraphs.empty()) {
      note(problems, "it holds no text, perhaps only pictures of pages; left out");
      return false;
    }
    return true;
  }

  void note(std::vector<Problem>& problems, std::string reason) const {
    problems.push_back({file_->origin().id(), "", std::move(reason)});
  }

  // The paragraphs are the very bytes, line ends and hyphens included.
  void add_paragraphs(const DecodedText& text, Article& article) const {
    ArticleBuilder builder(article, options_);
    for (const PdfBlock& block : read_pdf_pages(text.text)) {
      const std::string_view lines =
          std::string_view(text.text).substr(block.span.begin, block.span.size());
      for (const Paragraph& piece : split_paragraphs(lines, options_.paragraph_bytes_max)) {
        const std::string_view words = lines.substr(piece.span.begin, piece.span.size());
        const ParagraphKind kind = kind_of(words, block.is_furniture, article);
        OffsetMap map(block.span.begin + piece.span.begin);
        map.copy(words.size());
        builder.add(kind, words, map, &text.map);
      }
    }
  }

  // The first label is the title where the file tells none, also where it heads all other pages;
  // the title is a headline but for these.
  static ParagraphKind kind_of(std::string_view words, bool is_furniture, Article& article) {
    const std::string line = one_line(words);
    const bool is_first = article.text.empty();
    const bool is_number = line.find_first_not_of("0123456789 -.|/[]()") == std::string::npos;
    if (is_first && article.title.empty() && is_label(line) && !is_number) {
      article.title = line;
    }
    if (line == article.title && (is_first || !is_furniture)) {
      return ParagraphKind::headline;
    }
    const bool is_mark =
        std::find(std::begin(list_marks), std::end(list_marks), line) != std::end(list_marks);
    return is_furniture || is_mark ? ParagraphKind::navigation : evident_kind(line);
  }

  InputPointer file_;
  const ReadOptions options_;
  bool done_ = false;
};

}  // namespace

ReaderPointer make_pdf_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<PdfReader>(std::move(file), options);
}

}  // namespace pilcrow
