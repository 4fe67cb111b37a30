// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/article_facts.h"
#include "corpus/decode.h"
#include "corpus/formats/field_text.h"
#include "corpus/formats/spelling.h"
#include "corpus/json_spans.h"
#include "corpus/json_tokens.h"
#include "corpus/utf8.h"
#include "corpus/whole_file.h"

namespace pilcrow {
namespace {

using Json = nlohmann::json;

// What nlohmann says, without its own numbering and without long input it repeats.
std::string short_reason(std::string_view what) {
  constexpr std::size_t bytes_max = 120;
  what.remove_prefix(std::min(what.size(), what.find("] ") + 2));
  if (what.starts_with("parse error at ")) {
    what.remove_prefix(std::min(what.size(), what.find(": ") + 2));
  }
  if (what.size() > bytes_max) {
    what = what.substr(0, what.find("; last read"));
  }
  return std::string(what.substr(0, bytes_max));
}

// Takes values as they are parsed, so that no tree of them is built.
class FieldTaker : public nlohmann::json_sax<Json> {
 public:
  FieldTaker(FieldNames& names, FieldValues& values, Article& article)
      : names_(names), values_(values), article_(article), path_(names.levels()) {}

  bool is_object() const { return is_object_; }
  const std::string& reason() const { return reason_; }

  bool null() override { return true; }
  bool boolean(bool value) override { return take(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return take(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return take(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& spelling) override {
    return take(spelling);
  }
  bool string(string_t& value) override { return take(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return true; }

  bool key(string_t& key) override {
    take_key(key);
    return true;
  }
  bool start_object(std::size_t /*size*/) override {
    is_object_ = is_object_ || (path_.objects() == 0 && !path_.in_list());
    path_.open_object();
    return true;
  }
  bool start_array(std::size_t /*size*/) override {
    path_.open_list();
    return true;
  }
  bool end_object() override {
    path_.close_object();
    return true;
  }
  bool end_array() override {
    path_.close_list();
    return true;
  }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    reason_ = "it is no valid JSON: " + short_reason(error.what());
    return false;
  }

  // The same of what was found already.
  void take(std::string_view json, const JsonTokens& found) {
    for (const JsonToken& token : found.tokens()) {
      take(json.substr(token.span.begin, token.span.size()), token);
    }
  }

 private:
  bool is_facet() const { return path_.objects() == 1 && !path_.in_list(); }

  void take(std::string_view spelling, const JsonToken& token) {
    switch (token.kind) {
      case JsonToken::Kind::key:
        take_key(token.has_escapes ? json_string_text(spelling) : std::string(spelling));
        break;
      case JsonToken::Kind::string:
        take(token.has_escapes ? json_string_text(spelling) : std::string(spelling));
        break;
      case JsonToken::Kind::number:
        take(std::string(spelling));
        break;
      case JsonToken::Kind::literal:
        if (spelling != "null") {
          take(std::string(spelling));
        }
        break;
      case JsonToken::Kind::open_object:
        start_object(0);
        break;
      case JsonToken::Kind::close_object:
        end_object();
        break;
      case JsonToken::Kind::open_list:
        start_array(0);
        break;
      case JsonToken::Kind::close_list:
        end_array();
        break;
    }
  }

  void take_key(const std::string& key) {
    path_.key(key);
    if (is_object_ && path_.is_known()) {
      names_.note(path_.names());
      if (!path_.in_list()) {
        values_.forget(path_.names());
      }
      if (is_facet()) {
        article_.facets.erase(key);
      }
    }
  }

  bool take(std::string value) {
    if (!is_object_ || !path_.is_known()) {
      return true;
    }
    if (const std::size_t number = names_.find(path_.names()); number != FieldNames::none) {
      values_.add(number, std::move(value));
    } else if (is_facet() && !value.empty()) {
      article_.facets[std::string(path_.names())] = std::move(value);
    }
    return true;
  }

  FieldNames& names_;
  FieldValues& values_;
  Article& article_;
  JsonPath path_;
  bool is_object_ = false;
  std::string reason_;
};

}  // namespace

std::string read_json_fields(std::string_view json, FieldNames& names, FieldValues& values,
                             Article& article) {
  FieldTaker taker(names, values, article);
  if (JsonTokens usual; usual.read(json)) {
    taker.take(json, usual);
    return taker.is_object() ? "" : "it is no JSON object";
  }
  if (!Json::sax_parse(json, &taker)) {
    return taker.reason();
  }
  return taker.is_object() ? "" : "it is no JSON object";
}

bool JsonArticles::read(std::string_view json, const Place& place, Article& article,
                        std::vector<Problem>& problems) {
  const auto note = [&](std::string reason) {
    problems.push_back({origin_.id(), place.where, std::move(reason), place.begin});
  };
  std::size_t replaced = 0;
  std::string repaired;
  if (!is_valid_utf8(json)) {
    repaired = repair_utf8(json, replaced);
  }
  article = article_of(origin_, "", {place.begin, place.begin + json.size()});
  article.id.clear();
  values_.clear();
  const std::string reason =
      read_json_fields(replaced > 0 ? repaired : json, names_, values_, article);
  if (!reason.empty()) {
    note(reason + "; left out");
    return false;
  }
  set_text(json, place.begin, values_.fill(article), replaced == 0, article);
  if (!has_content(article)) {
    note("it has neither text nor title; left out");
    return false;
  }
  set_record_id(article, origin_.id(), place.number);
  if (replaced > 0) {
    note(replaced_reason("", replaced));
  }
  return true;
}

// Each string is decoded from its bytes in the source, so that the way back to them is known.
void JsonArticles::set_text(std::string_view json, std::size_t begin, std::size_t text_name,
                            bool is_valid, Article& article) const {
  article.source_encoding = SourceEncoding::json_string;
  article.text.clear();
  if (text_name == FieldNames::none) {
    return;
  }
  for (const Span& span : find_json_strings(json, names_.name(text_name))) {
    std::string_view spelling = json.substr(span.begin, span.size());
    DecodedText repaired;
    if (is_valid) {
      repaired.map.copy(spelling.size());
    } else {
      repaired = decode_as(std::string(spelling), "");
      spelling = repaired.text;
    }
    OffsetMap map;
    const std::string text = decode_json_string(spelling, map);
    append_text(article, text, map, repaired.map, begin + span.begin, options_);
  }
}

}  // namespace pilcrow
