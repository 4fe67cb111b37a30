// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "corpus/dates.h"
#include "corpus/formats/readers.h"
#include "corpus/json_fields.h"
#include "corpus/json_spans.h"
#include "corpus/language_code.h"
#include "corpus/letters.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

constexpr std::string_view bom = "\xEF\xBB\xBF";

// The date as ISO 8601, which Article::date promises; "26-FEB-1987" becomes 1987-02-26.  One that
// can't be read stays findable as a facet.
void normalize_date(Article& article) {
  constexpr std::size_t year_digits = 4;
  const std::size_t digits =
      std::min(article.date.find_first_not_of("0123456789"), article.date.size());
  const bool is_iso = digits == year_digits &&
                      article.date.substr(digits, 1).find_first_not_of('-') == std::string::npos;
  if (article.date.empty() || is_iso) {
    return;
  }
  std::string written = std::exchange(article.date, parse_date_line(article.date));
  if (article.date.empty()) {
    article.facets.emplace("date", std::move(written));
  }
}

class JsonlReader : public ArticleReader {
 public:
  JsonlReader(InputPointer file, const ReadOptions& options)
      : file_(std::move(file)), options_(options) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    std::string_view line;
    bool too_long = false;
    while (file_->next_line(line, options_.article_bytes_max, too_long)) {
      ++line_number_;
      if (too_long) {
        note(problems,
             "it has more than " + std::to_string(options_.article_bytes_max) + " bytes; left out");
        continue;
      }
      const bool has_bom = line_number_ == 1 && line.starts_with(bom);
      line_begin_ = static_cast<std::size_t>(file_->line_offset()) + (has_bom ? bom.size() : 0);
      line.remove_prefix(has_bom ? bom.size() : 0);
      if (line.find_first_not_of(" \t\r") != std::string_view::npos &&
          read_line(line, article, problems)) {
        return true;
      }
    }
    return false;
  }

 private:
  void note(std::vector<Problem>& problems, std::string reason) const {
    problems.push_back(
        {file_->origin().id(), "line " + std::to_string(line_number_), std::move(reason)});
  }

  bool read_line(std::string_view line, Article& article, std::vector<Problem>& problems) {
    std::size_t replaced = 0;
    std::string repaired;
    if (!is_valid_utf8(line)) {
      repaired = repair_utf8(line, replaced);
    }
    article = {};
    const std::string reason = read_json_fields(replaced > 0 ? repaired : line, article);
    if (!reason.empty()) {
      note(problems, reason + "; left out");
      return false;
    }
    if (!complete(article, problems)) {
      return false;
    }
    if (replaced > 0) {
      note(problems, "it is not valid UTF-8; parts replaced by U+FFFD: " +
                         std::to_string(replaced) + "; the rest is indexed");
    }
    place(line, replaced > 0, article);
    return true;
  }

  // Fills what follows from the fields; false where they make no article.
  bool complete(Article& article, std::vector<Problem>& problems) const {
    article.title = one_line(article.title);
    article.language = language_code(article.language);
    normalize_date(article);
    article.source_path = file_->origin().path;
    article.source_member = file_->origin().member;
    if (article.text.find_first_not_of(" \t\r\n") == std::string::npos && article.title.empty()) {
      note(problems, "it has neither text nor title; left out");
      return false;
    }
    if (article.id.empty()) {
      article.id = file_->origin().id() + ':' + std::to_string(line_number_);
      article.id_is_path = true;
    }
    return true;
  }

  // Splits the text and finds each paragraph's bytes in the file.
  void place(std::string_view line, bool repaired, Article& article) {
    article.source_record = {line_begin_, line_begin_ + line.size()};
    article.source_encoding = SourceEncoding::json_string;
    article.paragraphs = split_paragraphs(article.text, options_.paragraph_bytes_max);
    const std::optional<Span> spelling = repaired ? std::nullopt : find_json_string(line, "text");
    if (!spelling) {
      // The offsets of what was replaced are lost; the record is the closest that is true.
      for (Paragraph& paragraph : article.paragraphs) {
        paragraph.source = article.source_record;
      }
      return;
    }
    const std::size_t begin = line_begin_ + spelling->begin;
    JsonStringMap map(line.substr(spelling->begin, spelling->size()));
    for (Paragraph& paragraph : article.paragraphs) {
      paragraph.source.begin = begin + map.spelled(paragraph.span.begin);
      paragraph.source.end = begin + map.spelled(paragraph.span.end);
    }
  }

  InputPointer file_;
  const ReadOptions options_;
  std::size_t line_number_ = 0;
  std::size_t line_begin_ = 0;  // Of the file; a byte order mark is no part of the line.
};

}  // namespace

ReaderPointer make_jsonl_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<JsonlReader>(std::move(file), options);
}

}  // namespace pilcrow
