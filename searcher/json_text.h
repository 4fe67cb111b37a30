// SPDX-License-Identifier: GPL-2.0-or-later
// JSON that is written as it goes, since a tree of it takes longer to build than a search.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pilcrow {

// Writes one document after another, each value where it belongs: in an object after its key.
// Invalid UTF-8 is replaced by U+FFFD, once for each longest part of a sequence (Unicode 15, 3.9,
// best practice).  A number that is not finite is null.
class JsonText {
 public:
  // `indent` spaces a level; 0: all on one line.
  explicit JsonText(std::size_t indent) : indent_(indent) {}

  JsonText& begin_object() { return begin('{'); }
  JsonText& end_object() { return end('}'); }
  JsonText& begin_array() { return begin('['); }
  JsonText& end_array() { return end(']'); }
  JsonText& key(std::string_view name);

  JsonText& value(std::string_view text);
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  JsonText& value(double number);
  JsonText& value(std::integral auto number) {
    if constexpr (std::same_as<decltype(number), bool>) {
      return plain(number ? "true" : "false");
    } else {
      return plain(std::to_string(number));
    }
  }

  template <typename Value>
  JsonText& field(std::string_view name, const Value& value_of_it) {
    return key(name).value(value_of_it);
  }

  // Ends a line between documents.
  void end_line() { text_.push_back('\n'); }

  // What was written since this was asked last.
  std::string take() { return std::exchange(text_, {}); }

 private:
  JsonText& begin(char bracket);
  JsonText& end(char bracket);
  JsonText& plain(std::string_view text);
  void separate();
  void break_line();
  void quote(std::string_view text);

  const std::size_t indent_;
  std::string text_;
  std::size_t depth_ = 0;
  bool is_first_ = true;  // In the array or object that is open.
  bool has_key_ = false;  // And the value comes next.
};

}  // namespace pilcrow
