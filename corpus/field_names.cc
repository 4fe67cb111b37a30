// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/field_names.h"

#include <algorithm>
#include <utility>

#include "corpus/article_facts.h"
#include "corpus/ascii.h"
#include "corpus/language_code.h"
#include "corpus/letters.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

struct Usual {
  std::string_view key;  // Of ReadOptions::fields.
  std::string Article::*field;
  std::vector<std::string_view> names;
};

const std::vector<Usual>& usual_names() {
  static const std::vector<Usual> all = {
      {"text",
       &Article::text,
       {"text", "body", "content", "article", "articleBody", "article_body", "content_text",
        "full_text", "fulltext", "paragraphs"}},
      {"title", &Article::title, {"title", "headline"}},
      {"author", &Article::author, {"author", "author.name", "byline", "authors", "authors.name"}},
      {"date",
       &Article::date,
       {"date", "published", "published_at", "publishedAt", "pubDate", "pub_date", "date_published",
        "datePublished", "publication_date", "publish_date", "datetime", "created_at", "created"}},
      {"section", &Article::section, {"section", "category"}},
      {"url", &Article::url, {"url", "link"}},
      {"language", &Article::language, {"language", "lang"}},
      {"id", &Article::id, {"id", "_id", "guid"}},
  };
  return all;
}

bool equal(std::string_view a, std::string_view b, FieldNames::Case letters) {
  return letters == FieldNames::Case::exact ? a == b : lower_case(a) == lower_case(b);
}

}  // namespace

FieldNames::FieldNames(const ReadOptions& options, Case letters) : letters_(letters) {
  for (const auto& [key, name] : options.fields) {
    const auto has_key = [&key = key](const Usual& one) { return one.key == key; };
    if (std::none_of(usual_names().begin(), usual_names().end(), has_key)) {
      std::string message = "map field '";
      message += key + "' to '";
      message += name +
                 "': there is no such field; use text, title, author, date, section, url, "
                 "language or id";
      throw Error(ErrorCode::invalid_argument, message);
    }
  }
  // Mapped names go before the usual ones, since the user knows better.
  for (const bool mapped : {true, false}) {
    for (const Usual& one : usual_names()) {
      const auto name = options.fields.find(std::string(one.key));
      if (mapped && name != options.fields.end()) {
        names_.push_back({one.field, name->second, true});
      } else if (!mapped && name == options.fields.end()) {
        for (const std::string_view usual : one.names) {
          names_.push_back({one.field, std::string(usual)});
        }
      }
    }
  }
  has_mapped_ = !options.fields.empty();
  for (const Name& one : names_) {
    const auto dots = std::count(one.name.begin(), one.name.end(), '.');
    levels_ = std::max(levels_, static_cast<std::size_t>(dots) + 1);
  }
}

std::size_t FieldNames::find(std::string_view name) const {
  const auto found = std::find_if(names_.begin(), names_.end(), [&](const Name& one) {
    return one.name.size() == name.size() && equal(one.name, name, letters_);
  });
  return found == names_.end() ? none : static_cast<std::size_t>(found - names_.begin());
}

bool FieldNames::is_text(std::size_t number) const {
  return number != none && names_[number].field == &Article::text;
}

bool FieldNames::is_title(std::size_t number) const {
  return number != none && names_[number].field == &Article::title;
}

bool FieldNames::leads_to(std::string_view name, std::size_t number) const {
  const std::string_view whole = names_[number].name;
  return whole.starts_with(name) && (whole.size() == name.size() || whole[name.size()] == '.');
}

void FieldNames::note(std::string_view name) {
  constexpr std::size_t names_max = 8;
  if (!has_mapped_) {
    return;
  }
  if (const std::size_t number = find(name); number != none) {
    names_[number].seen = true;
  }
  if (occurring_.size() < names_max &&
      std::find(occurring_.begin(), occurring_.end(), name) == occurring_.end()) {
    occurring_.emplace_back(name);
  }
}

void FieldNames::add_missing(const std::string& id, std::vector<Problem>& problems) const {
  constexpr std::size_t name_bytes_max = 40;
  std::string occurring;
  for (const std::string& name : occurring_) {
    occurring += (occurring.empty() ? "" : ", ") + name.substr(0, name_bytes_max);
  }
  for (const Name& one : names_) {
    if (one.mapped && !one.seen && !occurring_.empty()) {
      problems.push_back({id, "",
                          "no value in it is called '" + one.name +
                              "', as the options say; names that occur: " + occurring});
    }
  }
}

void FieldValues::clear() {
  for (std::string& value : values_) {
    value.clear();
  }
}

void FieldValues::add(std::size_t number, std::string value) {
  std::string& all = values_[number];
  if (all.empty()) {
    all = std::move(value);
  } else if (!value.empty()) {
    all += ", " + value;
  }
}

void FieldValues::forget(std::string_view name) {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (!values_[i].empty() && names_.leads_to(name, i)) {
      values_[i].clear();
    }
  }
}

std::size_t FieldValues::fill(Article& article) {
  std::size_t text = FieldNames::none;
  std::string Article::*filled = nullptr;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const FieldNames::Name& name = names_.names_[i];
    if (values_[i].empty()) {
      continue;
    }
    if (name.field == filled) {
      article.facets[name.name] = std::move(values_[i]);
      continue;
    }
    filled = name.field;
    article.*filled = std::move(values_[i]);
    text = names_.is_text(i) ? i : text;
  }
  article.title = one_line(article.title);
  article.language = language_code(article.language);
  set_date(article, article.date);
  return text;
}

bool has_content(const Article& article) {
  return !article.title.empty() ||
         article.text.find_first_not_of(ascii_spaces) != std::string::npos;
}

}  // namespace pilcrow
