// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

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
  explicit FieldTaker(Article& article) : article_(article) {}

  bool is_object() const { return is_object_; }
  const std::string& reason() const { return reason_; }

  bool null() override { return take(""); }
  bool boolean(bool value) override { return take(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return take(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return take(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& spelling) override {
    return take(spelling);
  }
  bool string(string_t& value) override { return take(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return true; }

  bool key(string_t& key) override {
    if (depth_ == 1) {
      key_ = key;
    }
    return true;
  }
  bool start_object(std::size_t /*size*/) override {
    is_object_ = is_object_ || depth_ == 0;
    return start();
  }
  bool start_array(std::size_t /*size*/) override { return start(); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    reason_ = "it is no valid JSON: " + short_reason(error.what());
    return false;
  }

 private:
  bool start() {
    take("");  // A nested value replaces an earlier one of its key.
    ++depth_;
    return true;
  }
  bool end() {
    --depth_;
    return true;
  }

  bool take(std::string value) {
    if (depth_ != 1 || !is_object_) {
      return true;
    }
    if (std::string* field = field_of(key_)) {
      *field = std::move(value);
    } else if (value.empty()) {
      article_.facets.erase(key_);
    } else {
      article_.facets[key_] = std::move(value);
    }
    return true;
  }

  // The field of an article that a key means; null for a facet.
  std::string* field_of(std::string_view key) const {
    const std::pair<std::string_view, std::string*> fields[] = {
        {"id", &article_.id},
        {"title", &article_.title},
        {"section", &article_.section},
        {"author", &article_.author},
        {"date", &article_.date},
        {"url", &article_.url},
        {"language", &article_.language},
        {"lang", &article_.language},
        {"text", &article_.text},
    };
    const auto* field = std::find_if(std::begin(fields), std::end(fields),
                                     [&](const auto& one) { return one.first == key; });
    return field == std::end(fields) ? nullptr : field->second;
  }

  Article& article_;
  std::string key_;
  std::size_t depth_ = 0;
  bool is_object_ = false;
  std::string reason_;
};

}  // namespace

std::string read_json_fields(std::string_view json, Article& article) {
  FieldTaker taker(article);
  if (!Json::sax_parse(json, &taker)) {
    return taker.reason();
  }
  return taker.is_object() ? "" : "it is no JSON object";
}

}  // namespace pilcrow
