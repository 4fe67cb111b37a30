// SPDX-License-Identifier: GPL-2.0-or-later
// Where values stand in a JSON text, byte by byte, which JSON libraries do not tell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/offset_map.h"
#include "pilcrow/article.h"

namespace pilcrow {

// The names that lead to a value: the keys of the objects around it, joined by dots.  Lists add
// none.  Followed through so many objects only, so that deep nesting costs nothing.
class JsonPath {
 public:
  explicit JsonPath(std::size_t levels) : levels_(levels), ends_(levels) {}

  void key(std::string_view name);
  void open_object() noexcept { ++objects_; }
  void close_object() noexcept { objects_ -= objects_ > 0 ? 1 : 0; }
  void open_list() noexcept { ++lists_; }
  void close_list() noexcept { lists_ -= lists_ > 0 ? 1 : 0; }

  // False outside of all objects, and too deep in them.
  bool is_known() const noexcept { return objects_ > 0 && objects_ <= levels_; }
  std::string_view names() const noexcept {
    return is_known() ? std::string_view(names_).substr(0, ends_[objects_ - 1])
                      : std::string_view();
  }
  std::size_t objects() const noexcept { return objects_; }
  std::size_t lists() const noexcept { return lists_; }
  bool in_list() const noexcept { return lists_ > 0; }

 private:
  std::size_t levels_;
  std::size_t objects_ = 0;
  std::size_t lists_ = 0;
  std::string names_;
  std::vector<std::size_t> ends_;  // Of `names_`, for each object around.
};

// Goes through a JSON text (RFC 8259), which may be cut off or broken anywhere.
class JsonCursor {
 public:
  JsonCursor(std::string_view json, std::size_t levels) : json_(json), path_(levels) {}

  enum class Place { key, string, list, end };

  // Moves to the next key or string, or the beginning of the next list.
  Place next();
  // The bytes between the quotation marks; of a list, the opening bracket.
  Span span() const noexcept { return span_; }
  const JsonPath& path() const noexcept { return path_; }
  // At the end: true where the outermost object ended, so that it is not cut off.
  bool is_complete() const noexcept { return is_complete_; }

 private:
  Place string_at(std::size_t begin);

  std::string_view json_;
  JsonPath path_;
  std::size_t at_ = 0;
  Span span_;
  bool is_complete_ = false;
};

// The bytes between the quotation marks of the strings that `names` leads to in the object `json`,
// which must be valid: one, or those of a list.  Of two objects or strings with one key, the last.
std::vector<Span> find_json_strings(std::string_view json, std::string_view names);

// What `spelling`, between the quotation marks, stands for, as json_string_text tells; `map` is
// continued with the way back to the spelling.
std::string decode_json_string(std::string_view spelling, OffsetMap& map);

// Finds the end of a value in bytes that come piece by piece.  Of an object it counts the braces
// outside of strings and nothing else, so that it finds the end of most broken ones as well.  What
// is no object goes on to the next comma, bracket or brace outside of it.
class JsonEndFinder {
 public:
  JsonEndFinder() = default;
  // Inside so many objects already.
  explicit JsonEndFinder(std::size_t objects) : depth_(objects), kind_(Kind::object) {}

  static constexpr std::size_t npos = std::string_view::npos;
  // How many bytes of `piece` belong to the value, which ends there; npos: all, and it goes on.
  std::size_t feed(std::string_view piece);

 private:
  enum class Kind { unknown, object, other };

  std::size_t depth_ = 0;
  Kind kind_ = Kind::unknown;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace pilcrow
