// SPDX-License-Identifier: GPL-2.0-or-later
// Whether JSON is what a JSON schema (draft 2020-12) says; the part of it that ours use.
#pragma once

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace pilcrow {

class JsonSchema {
 public:
  using Json = nlohmann::json;

  explicit JsonSchema(const std::string& path) : schema_(Json::parse(std::ifstream(path))) {}

  // Where and how `json` is something else; empty where it is right.  What the schema does not name
  // is wrong too, so that it stays complete.
  std::string fault(const Json& json) const { return fault(schema_, json, "$"); }

 private:
  std::string fault(const Json& schema, const Json& json, const std::string& at) const {
    for (const auto& [keyword, value] : schema.items()) {
      std::string wrong = by_keyword(keyword, value, schema, json, at);
      if (!wrong.empty()) {
        return wrong;
      }
    }
    return "";
  }

  std::string by_keyword(const std::string& keyword, const Json& value, const Json& schema,
                         const Json& json, const std::string& at) const {
    const auto unless = [&](bool holds) {
      return holds ? ""
                   : at + ": " + json.dump().substr(0, 80) + " breaks " + keyword + ' ' +
                         value.dump().substr(0, 80);
    };
    if (keyword == "$ref") {
      return fault(schema_.at(Json::json_pointer(value.get<std::string>().substr(1))), json, at);
    }
    if (keyword == "anyOf") {
      std::string all;
      for (const Json& one : value) {
        std::string wrong = fault(one, json, at);
        if (wrong.empty()) {
          return "";
        }
        all += wrong + '\n';
      }
      return all;
    }
    if (keyword == "type") {
      return unless(has_type(json, value));
    }
    if (keyword == "const") {
      return unless(json == value);
    }
    if (keyword == "enum") {
      return unless(std::find(value.begin(), value.end(), json) != value.end());
    }
    if (keyword == "minimum") {
      return unless(!json.is_number() || json >= value);
    }
    if (keyword == "maximum") {
      return unless(!json.is_number() || json <= value);
    }
    if (keyword == "items") {
      return each_item(value, json, at);
    }
    if (keyword == "required") {
      for (const Json& name : value) {
        if (json.is_object() && !json.contains(name.get<std::string>())) {
          return at + " lacks " + name.dump();
        }
      }
      return "";
    }
    if (keyword == "properties" || keyword == "additionalProperties") {
      return each_property(schema, json, at);
    }
    if (keyword == "$schema" || keyword == "title" || keyword == "$defs") {
      return "";
    }
    throw std::logic_error("the checker does not know the keyword " + keyword);
  }

  std::string each_item(const Json& schema, const Json& json, const std::string& at) const {
    for (std::size_t i = 0; json.is_array() && i < json.size(); ++i) {
      std::string wrong = fault(schema, json[i], item_name(at, std::to_string(i)));
      if (!wrong.empty()) {
        return wrong;
      }
    }
    return "";
  }

  std::string each_property(const Json& schema, const Json& json, const std::string& at) const {
    if (!json.is_object()) {
      return "";
    }
    const Json none = Json::object();
    const Json& named = schema.contains("properties") ? schema["properties"] : none;
    for (const auto& [name, value] : json.items()) {
      if (!named.contains(name) && !schema.contains("additionalProperties")) {
        return item_name(at, name) + " is not in the schema";
      }
      std::string wrong = fault(named.contains(name) ? named[name] : schema["additionalProperties"],
                                value, item_name(at, name));
      if (!wrong.empty()) {
        return wrong;
      }
    }
    return "";
  }

  static std::string item_name(std::string at, const std::string& name) {
    return at.append("/").append(name);
  }

  static bool has_type(const Json& json, const Json& type) {
    if (type.is_array()) {
      return std::any_of(type.begin(), type.end(),
                         [&](const Json& one) { return has_type(json, one); });
    }
    return (type == "object" && json.is_object()) || (type == "array" && json.is_array()) ||
           (type == "string" && json.is_string()) || (type == "boolean" && json.is_boolean()) ||
           (type == "integer" && json.is_number_integer()) ||
           (type == "number" && json.is_number()) || (type == "null" && json.is_null());
  }

  Json schema_;
};

}  // namespace pilcrow
