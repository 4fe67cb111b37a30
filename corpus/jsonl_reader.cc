// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/json_spans.h"
#include "corpus/readers.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

using Json = nlohmann::json;

constexpr std::string_view bom = "\xEF\xBB\xBF";

// A string, number or boolean as text; nothing for null and what is nested.
std::string text_of(const Json& value) {
  if (value.is_string()) {
    return value.get<std::string>();
  }
  return value.is_number() || value.is_boolean() ? value.dump() : "";
}

// On one line, without white space at the ends.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    const bool is_space = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (!is_space) {
      line += byte;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) {
    line.pop_back();
  }
  return line;
}

// The field of an article that a key means; null for a facet.
std::string* field_of(Article& article, std::string_view key) {
  const std::pair<std::string_view, std::string*> fields[] = {
      {"id", &article.id},         {"title", &article.title},       {"section", &article.section},
      {"author", &article.author}, {"date", &article.date},         {"url", &article.url},
      {"text", &article.text},     {"language", &article.language},
  };
  const auto* field = std::find_if(std::begin(fields), std::end(fields),
                                   [&](const auto& one) { return one.first == key; });
  return field == std::end(fields) ? nullptr : field->second;
}

// What nlohmann says, without its own numbering.
std::string reason_of(const Json::parse_error& error) {
  const std::string what = error.what();
  const std::size_t colon = what.find(": ");
  return colon == std::string::npos ? what : what.substr(colon + 2);
}

class JsonlReader : public ArticleReader {
 public:
  JsonlReader(std::unique_ptr<InputFile> file, const ReadOptions& options)
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
    problems.push_back({file_->path(), "line " + std::to_string(line_number_), std::move(reason)});
  }

  bool read_line(std::string_view line, Article& article, std::vector<Problem>& problems) {
    std::size_t replaced = 0;
    std::string repaired;
    if (!is_valid_utf8(line)) {
      repaired = repair_utf8(line, replaced);
    }
    try {
      Json json = Json::parse(replaced > 0 ? std::string_view(repaired) : line);
      if (!json.is_object()) {
        note(problems, "it is no JSON object; left out");
        return false;
      }
      if (!take_fields(json, article, problems)) {
        return false;
      }
    } catch (const Json::parse_error& error) {
      note(problems, "it is no valid JSON: " + reason_of(error) + "; left out");
      return false;
    }
    if (replaced > 0) {
      note(problems, "it is not valid UTF-8; parts replaced by U+FFFD: " +
                         std::to_string(replaced) + "; the rest is indexed");
    }
    place(line, replaced > 0, article);
    return true;
  }

  bool take_fields(Json& json, Article& article, std::vector<Problem>& problems) {
    article = {};
    for (auto& [key, value] : json.items()) {
      std::string* field = field_of(article, key);
      if (field != nullptr && value.is_string()) {
        *field = std::move(value.get_ref<std::string&>());
      } else if (field != nullptr) {
        *field = text_of(value);
      } else if (std::string text = text_of(value); !text.empty()) {
        article.facets[key] = std::move(text);
      }
    }
    article.title = one_line(article.title);
    article.source_path = file_->path();
    if (article.text.find_first_not_of(" \t\r\n") == std::string::npos && article.title.empty()) {
      note(problems, "it has neither text nor title; left out");
      return false;
    }
    if (article.id.empty()) {
      article.id = file_->path() + ':' + std::to_string(line_number_);
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

  std::unique_ptr<InputFile> file_;
  const ReadOptions options_;
  std::size_t line_number_ = 0;
  std::size_t line_begin_ = 0;  // Of the file; a byte order mark is no part of the line.
};

}  // namespace

std::unique_ptr<ArticleReader> make_jsonl_reader(std::unique_ptr<InputFile> file,
                                                 const ReadOptions& options) {
  return std::make_unique<JsonlReader>(std::move(file), options);
}

}  // namespace pilcrow
