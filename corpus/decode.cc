// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/decode.h"

#include <unicode/utf8.h>
#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/character_decoder.h"
#include "corpus/charset_detection.h"
#include "corpus/charset_names.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

struct ByteOrderMark {
  std::string_view bytes;
  const char* charset;
};

using namespace std::string_view_literals;
constexpr ByteOrderMark byte_order_marks[] = {
    {utf8_bom, ""},
    {"\xFF\xFE\0\0"sv, "UTF-32LE"},
    {"\0\0\xFE\xFF"sv, "UTF-32BE"},
    {"\xFF\xFE"sv, "UTF-16LE"},
    {"\xFE\xFF"sv, "UTF-16BE"},
};

const ByteOrderMark* byte_order_mark(std::string_view bytes) {
  const auto* const found =
      std::find_if(std::begin(byte_order_marks), std::end(byte_order_marks),
                   [&](const ByteOrderMark& mark) { return bytes.starts_with(mark.bytes); });
  return found == std::end(byte_order_marks) ? nullptr : found;
}

constexpr std::string_view replacement = "\uFFFD";

// Gathers a text and, where one is wanted, its map.
class TextBuilder {
 public:
  TextBuilder(std::size_t bytes, OffsetMap* map) : map_(map) { text_.reserve(bytes + bytes / 2); }

  void copy(std::string_view part) {
    text_.append(part);
    convert(1, 1, part.size());
  }

  void replace(std::size_t source_bytes) {
    ++replaced_;
    text_.append(replacement);
    convert(replacement.size(), source_bytes, 1);
  }

  void add(const Character& character) {
    if (character.point == Character::none) {
      convert(0, character.bytes, 1);
    } else if (character.point == 0 || character.point == Character::broken) {
      replace(character.bytes);
    } else {
      char encoded[U8_MAX_LENGTH];
      std::size_t size = 0;
      U8_APPEND_UNSAFE(encoded, size, character.point);
      text_.append(encoded, size);
      convert(size, character.bytes, 1);
    }
  }

  // The map is complete after this.
  std::string finish() {
    flush();
    return std::move(text_);
  }
  std::size_t replaced() const { return replaced_; }

 private:
  // Equal units are gathered, since each call of the map costs more than the character does.
  void convert(std::size_t text_bytes, std::size_t source_bytes, std::size_t units) {
    if (text_bytes != text_step_ || source_bytes != source_step_) {
      flush();
      text_step_ = text_bytes;
      source_step_ = source_bytes;
    }
    units_ += units;
  }

  void flush() {
    if (map_ != nullptr) {
      map_->convert(text_step_, source_step_, units_);
    }
    units_ = 0;
  }

  std::string text_;
  OffsetMap* map_;
  std::size_t text_step_ = 1;
  std::size_t source_step_ = 1;
  std::size_t units_ = 0;
  std::size_t replaced_ = 0;
};

// A NUL is valid UTF-8, but nothing that a text may hold.
void add_valid_utf8(std::string_view part, TextBuilder& text) {
  while (!part.empty()) {
    const std::size_t nul = std::min(part.find('\0'), part.size());
    text.copy(part.substr(0, nul));
    if (nul < part.size()) {
      text.replace(1);
      part.remove_prefix(1);
    }
    part.remove_prefix(nul);
  }
}

void add_utf8(std::string_view bytes, TextBuilder& text) {
  while (!bytes.empty()) {
    const Utf8Break found = find_utf8_break(bytes);
    add_valid_utf8(bytes.substr(0, found.valid), text);
    if (found.broken > 0) {
      text.replace(found.broken);
    }
    bytes.remove_prefix(found.valid + found.broken);
  }
}

void add_characters(std::string_view bytes, const std::string& charset, TextBuilder& text) {
  CharacterDecoder& decoder = thread_decoder(charset);
  for (std::size_t at = 0; at < bytes.size();) {
    const Character character = decoder.next(bytes, at);
    text.add(character);
    at += character.bytes;
  }
}

// A few stray bytes, or a character that was cut off at the end, do not make a text that is
// otherwise full of valid multi-byte characters anything else than UTF-8.
bool is_nearly_utf8(std::string_view bytes) {
  constexpr std::size_t characters_for_a_broken_part = 50;
  std::size_t characters = 0;
  std::size_t broken = 0;
  // As long as what is left could be enough, were it all characters of two bytes.
  while (!bytes.empty() && broken * characters_for_a_broken_part <= characters + bytes.size() / 2) {
    const Utf8Break found = find_utf8_break(bytes);
    const std::string_view valid = bytes.substr(0, found.valid);
    characters += static_cast<std::size_t>(std::count_if(
        valid.begin(), valid.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
    bytes.remove_prefix(found.valid + found.broken);
    broken += found.broken > 0 && !bytes.empty() ? 1 : 0;
  }
  return characters > 0 && broken * characters_for_a_broken_part <= characters;
}

}  // namespace

std::string find_charset(std::string_view bytes, std::string_view declared) {
  if (const ByteOrderMark* mark = byte_order_mark(bytes)) {
    return mark->charset;
  }
  // Both would pass for UTF-8 with strange characters.
  if (std::string charset = detect_without_high_bytes(bytes); !charset.empty()) {
    return charset;
  }
  if (is_valid_utf8(bytes) || is_nearly_utf8(bytes)) {
    return "";
  }
  const std::optional<std::string> charset = charset_of_label(declared);
  if (charset && !charset->empty() && fits_charset(bytes, *charset)) {
    return *charset;
  }
  return detect_charset(bytes);
}

DecodedText decode_as(std::string bytes, const std::string& charset) {
  DecodedText decoded;
  decoded.charset = charset;
  const ByteOrderMark* mark = byte_order_mark(bytes);
  const std::size_t begin = mark != nullptr && mark->charset == charset ? mark->bytes.size() : 0;
  decoded.map = OffsetMap(begin);
  if (charset.empty() && is_valid_utf8(bytes) && bytes.find('\0') == std::string::npos) {
    decoded.text = std::move(bytes);
    decoded.text.erase(0, begin);
    decoded.map.copy(decoded.text.size());
    return decoded;
  }
  const std::string_view rest = std::string_view(bytes).substr(begin);
  TextBuilder text(rest.size(), &decoded.map);
  if (charset.empty()) {
    add_utf8(rest, text);
  } else {
    add_characters(rest, charset, text);
  }
  decoded.replaced = text.replaced();
  decoded.text = text.finish();
  return decoded;
}

DecodedText decode_text(std::string bytes, std::string_view declared) {
  const std::string charset = find_charset(bytes, declared);
  return decode_as(std::move(bytes), charset);
}

std::string decode_bytes(std::string_view bytes, std::string_view charset) {
  TextBuilder text(bytes.size(), nullptr);
  if (charset.empty()) {
    add_utf8(bytes, text);
  } else {
    add_characters(bytes, std::string(charset), text);
  }
  return text.finish();
}

}  // namespace pilcrow
