// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/text_code.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

namespace pilcrow {
namespace {

constexpr unsigned code_bits_max = 10;
constexpr unsigned byte_bits = 8;
constexpr unsigned coded_bits_max = code_bits_max + byte_bits;  // Of a byte.
constexpr std::size_t bytes = 256;
constexpr std::size_t contexts_max = 512;

// The place of a letter of ASCII in its word; other bytes have the first place.
enum LetterPlace : std::uint8_t { after_consonant, begins_word, after_vowel };
constexpr std::size_t letter_places = 3;

constexpr bool is_ascii_letter(std::uint8_t byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

constexpr LetterPlace place_after(std::uint8_t before) {
  if (std::string_view("aeiouyAEIOUY").find(static_cast<char>(before)) != std::string_view::npos) {
    return after_vowel;
  }
  return is_ascii_letter(before) || before >= 0x80 ? after_consonant : begins_word;
}

constexpr std::array<LetterPlace, bytes> places_after = [] {
  std::array<LetterPlace, bytes> places{};
  for (std::size_t byte = 0; byte < bytes; ++byte) {
    places[byte] = place_after(static_cast<std::uint8_t>(byte));
  }
  return places;
}();

// The contexts that have codes of their own are numbered from 1; 0 is that of all others.
class ContextNumbers {
 public:
  // Those of places come after what stands for all places.
  void set(std::uint8_t place, std::uint8_t byte, std::uint16_t number) {
    for (std::size_t i = place; i < (place == 0 ? letter_places : place + std::size_t{1}); ++i) {
      numbers_[i][byte] = number;
    }
  }
  std::uint16_t first() const { return numbers_[0][0]; }
  // Bytes that are no letters have the same number in all places.
  std::uint16_t after(std::uint8_t before, std::uint8_t byte) const {
    return numbers_[places_after[before]][byte];
  }

 private:
  std::array<std::array<std::uint16_t, bytes>, letter_places> numbers_{};
};

// Codes are read from their first bit on, which is the lowest of a number.
std::uint32_t first_bit_lowest(std::uint32_t code, unsigned bits) {
  std::uint32_t reversed = 0;
  for (unsigned i = 0; i < bits; ++i) {
    reversed |= ((code >> i) & 1) << (bits - 1 - i);
  }
  return reversed;
}

// Eight bytes of which the first has the lowest bits.
void store_lowest_first(char* out, std::uint64_t bits) {
  if constexpr (std::endian::native == std::endian::big) {
    bits = __builtin_bswap64(bits);
  }
  std::memcpy(out, &bits, sizeof(bits));
}

class TableReader {
 public:
  explicit TableReader(std::string_view digits) : rest_(digits) {}

  bool at_end() const { return rest_.empty(); }
  std::uint8_t next() {
    const auto byte = static_cast<std::uint8_t>((value(rest_[0]) << 4) | value(rest_[1]));
    rest_.remove_prefix(2);
    return byte;
  }

 private:
  static int value(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

  std::string_view rest_;
};

// Calls set_code(context, byte, code, bits) and set_escape(context, code, bits) for the codes of
// each context in turn.
template <typename SetCode, typename SetEscape>
void read_table(ContextNumbers& numbers, SetCode set_code, SetEscape set_escape) {
  TableReader table(text_code_table);
  for (std::uint16_t number = 0; !table.at_end(); ++number) {
    const std::uint8_t place = table.next();
    const std::uint8_t byte = table.next();
    if (number > 0) {
      numbers.set(place, byte, number);
    }
    std::array<std::uint8_t, code_bits_max> counts{};
    for (std::uint8_t& count : counts) {
      count = table.next();
    }
    const unsigned escape_bits = table.next();
    std::uint32_t code = 0;
    for (unsigned bits = 1; bits <= code_bits_max; ++bits, code <<= 1) {
      for (unsigned left = counts[bits - 1]; left > 0; --left, ++code) {
        const std::uint32_t reversed = first_bit_lowest(code, bits);
        if (bits == escape_bits && left == 1) {
          set_escape(number, reversed, bits);
        } else {
          set_code(number, table.next(), reversed, bits);
        }
      }
    }
  }
}

// What stands for each byte in each context.
class Codes {
 public:
  // In four bytes, so that those of usual letters stay in the processor's cache.
  class Code {
   public:
    Code() = default;
    Code(std::uint32_t code, unsigned bits) : code_and_bits_(code | bits << coded_bits_max) {}
    std::uint32_t code() const { return code_and_bits_ & ((1U << coded_bits_max) - 1); }
    unsigned bits() const { return code_and_bits_ >> coded_bits_max; }

   private:
    std::uint32_t code_and_bits_ = 0;
  };

  Codes() {
    contexts_.reserve(contexts_max);
    std::vector<Code> escapes;
    read_table(
        numbers_,
        [this](std::size_t context, std::uint8_t byte, std::uint32_t code, unsigned bits) {
          contexts_.resize(context + 1);
          contexts_[context][byte] = {code, bits};
        },
        [&escapes](std::size_t context, std::uint32_t code, unsigned bits) {
          escapes.resize(context + 1);
          escapes[context] = {code, bits};
        });
    contexts_.resize(escapes.size());
    for (std::size_t context = 0; context < escapes.size(); ++context) {
      for (std::uint32_t byte = 0; byte < bytes; ++byte) {
        Code& code = contexts_[context][byte];
        if (code.bits() == 0) {
          const Code& escape = escapes[context];
          code = {escape.code() | (byte << escape.bits()), escape.bits() + byte_bits};
        }
      }
    }
  }

  const ContextNumbers& contexts() const { return numbers_; }
  Code of(std::uint16_t context, std::uint8_t byte) const { return contexts_[context][byte]; }

 private:
  ContextNumbers numbers_;
  std::vector<std::array<Code, bytes>> contexts_;
};

// What the next bits stand for in each context.
class Meanings {
 public:
  struct Meaning {
    std::uint8_t byte = 0;
    std::uint8_t bits = 0;  // 0: there is no such code.
  };
  // In the place of a byte's bits: the byte follows.
  static constexpr std::uint8_t escape = 0x80;

  Meanings() {
    contexts_.reserve(contexts_max);
    const auto set = [this](std::size_t context, std::uint8_t byte, std::uint32_t code,
                            unsigned bits, std::uint8_t kind) {
      contexts_.resize(context + 1);
      for (std::size_t next = code; next < next_max; next += std::size_t{1} << bits) {
        contexts_[context][next] = {byte, static_cast<std::uint8_t>(bits | kind)};
      }
    };
    read_table(
        numbers_,
        [&set](std::size_t context, std::uint8_t byte, std::uint32_t code, unsigned bits) {
          set(context, byte, code, bits, 0);
        },
        [&set](std::size_t context, std::uint32_t code, unsigned bits) {
          set(context, 0, code, bits, escape);
        });
  }

  const ContextNumbers& contexts() const { return numbers_; }
  Meaning of(std::uint16_t context, std::uint64_t next_bits) const {
    return contexts_[context][next_bits % next_max];
  }

 private:
  static constexpr std::size_t next_max = std::size_t{1} << code_bits_max;

  ContextNumbers numbers_;
  std::vector<std::array<Meaning, next_max>> contexts_;
};

// Bits of a string, the lowest of each byte first; zeros follow the last.
class BitReader {
 public:
  explicit BitReader(std::string_view string) : rest_(string) {}

  // At least 57 bits.
  std::uint64_t peek() {
    for (; waiting_ + byte_bits <= 64 && !rest_.empty(); waiting_ += byte_bits) {
      bits_ |= std::uint64_t{static_cast<std::uint8_t>(rest_.front())} << waiting_;
      rest_.remove_prefix(1);
    }
    return bits_;
  }
  // False where there are not as many.
  bool skip(unsigned bits) {
    if (bits > waiting_) {
      return false;
    }
    bits_ >>= bits;
    waiting_ -= bits;
    return true;
  }

 private:
  std::string_view rest_;
  std::uint64_t bits_ = 0;
  unsigned waiting_ = 0;
};

}  // namespace

CodedText code_text(std::string_view text) {
  static const Codes codes;
  CodedText coded;
  coded.bytes.resize(text.size() * coded_bits_max / byte_bits + sizeof(std::uint64_t) + 1);
  char* out = coded.bytes.data();
  std::uint64_t bits = 0;
  unsigned waiting = 0;
  std::uint16_t context = codes.contexts().first();
  std::uint8_t before = 0;
  for (const char character : text) {
    const auto byte = static_cast<std::uint8_t>(character);
    const Codes::Code code = codes.of(context, byte);
    bits |= std::uint64_t{code.code()} << waiting;
    waiting += code.bits();
    store_lowest_first(out, bits);
    // What is written of a byte that is not complete is written again.
    const unsigned complete = waiting / byte_bits;
    out += complete;
    bits >>= complete * byte_bits;
    waiting %= byte_bits;
    context = codes.contexts().after(before, byte);
    before = byte;
  }
  const auto size = static_cast<std::size_t>(out - coded.bytes.data()) + (waiting > 0 ? 1 : 0);
  coded.is_coded = size < text.size();
  if (coded.is_coded) {
    coded.bytes.resize(size);
  } else {
    coded.bytes = text;
  }
  return coded;
}

std::optional<std::string> decode_text(std::string_view code, std::size_t size) {
  static const Meanings meanings;
  // No byte has fewer bits than one.
  if (size > code.size() * byte_bits) {
    return std::nullopt;
  }
  std::string text(size, '\0');
  BitReader bits(code);
  std::uint16_t context = meanings.contexts().first();
  std::uint8_t before = 0;
  for (char& character : text) {
    const std::uint64_t next = bits.peek();
    const Meanings::Meaning meaning = meanings.of(context, next);
    std::uint8_t byte = meaning.byte;
    unsigned length = meaning.bits;
    if ((length & Meanings::escape) != 0) {
      length -= Meanings::escape;
      byte = static_cast<std::uint8_t>(next >> length);
      length += byte_bits;
    }
    if (length == 0 || !bits.skip(length)) {
      return std::nullopt;
    }
    character = static_cast<char>(byte);
    context = meanings.contexts().after(before, byte);
    before = byte;
  }
  return text;
}

}  // namespace pilcrow
