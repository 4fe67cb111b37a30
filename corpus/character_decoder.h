// SPDX-License-Identifier: GPL-2.0-or-later
// One character after another, of any charset but UTF-8.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace pilcrow {

struct Character {
  static constexpr char32_t broken = 0x110000;  // The bytes are no character.
  static constexpr char32_t none = 0x110001;    // They only switch to another state.

  char32_t point = broken;
  std::size_t bytes = 1;
};

// Each character is decided by its own bytes alone, and a broken one is never longer than it has to
// be, so that a part of a text which ends between characters decodes as it does within the whole.
// ISO-2022-JP is the exception, which has a state; a new line begins a new one.
class CharacterDecoder {
 public:
  // `charset` is a name as charset_of_label gives it, not UTF-8; windows-1252 where ICU has none.
  explicit CharacterDecoder(const std::string& charset);

  // The character at `at`, which is not the end.  In order, from the beginning after reset().
  Character next(std::string_view bytes, std::size_t at) {
    if (kind_ == Kind::table) {
      const char32_t point = table_[static_cast<unsigned char>(bytes[at])];
      return point == lead_byte ? converted(bytes, at) : Character{point, 1};
    }
    return kind_ == Kind::stateful ? converted_in_state(bytes, at) : wide(bytes, at);
  }

  void reset();
  const std::string& charset() const { return charset_; }

 private:
  enum class Kind { table, stateful, wide };
  static constexpr char32_t lead_byte = 0x110002;

  void fill_table();
  Character converted(std::string_view bytes, std::size_t at);
  Character converted_in_state(std::string_view bytes, std::size_t at);
  Character wide(std::string_view bytes, std::size_t at) const;

  struct Close {
    void operator()(UConverter* converter) const;
  };

  std::string charset_;
  Kind kind_ = Kind::table;
  bool big_endian_ = false;
  std::size_t unit_bytes_ = 1;
  std::unique_ptr<UConverter, Close> converter_;
  std::array<char32_t, 256> table_{};  // What each byte is for itself.
};

// The decoder that this thread keeps for a charset, at its beginning.  Valid until the next call.
CharacterDecoder& thread_decoder(const std::string& charset);

}  // namespace pilcrow
