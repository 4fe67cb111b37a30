// SPDX-License-Identifier: GPL-2.0-or-later
// The code of stored texts: a passage takes about half its bytes, and is read without any other.
//
// Each byte has a prefix code (Huffman's) of at most 10 bits, which depends on the byte before it
// and, where that is a letter of ASCII, on its place in the word.  The codes are worked out once,
// from texts of many languages (scripts/text_code.py), and part of the format: passages are too
// short to tell how to write them, and what is taken from an index would fit the language that came
// first.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pilcrow {

// The shorter of the text in code and the text itself.
struct CodedText {
  std::string bytes;
  bool is_coded = false;
};

CodedText code_text(std::string_view text);

// The text of `size` bytes that a code stands for; nothing where it is none.
std::optional<std::string> decode_text(std::string_view code, std::size_t size);

// Hexadecimal.  Of each context: the place of the byte before (see LetterPlace) and that byte, how
// many codes there are of each length from 1 to 10, the length of the code that stands for any
// other byte, which follows in 8 bits (the last of its length), and the bytes that the other codes
// stand for, in the order of their codes.  The first are of all contexts that do not follow.  A
// text begins after a byte of 0.
extern const std::string_view text_code_table;

}  // namespace pilcrow
