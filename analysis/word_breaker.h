// SPDX-License-Identifier: GPL-2.0-or-later
// Where words begin and end.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

// Words by ICU's root rules (Unicode UAX #29, dictionaries included): the segments that hold a
// letter or a digit.  One rule is not followed: ICU 72 alone takes @ for a letter, which would hide
// names behind it.  Not thread-safe.
class WordBreaker {
 public:
  WordBreaker();

  struct Found {
    std::vector<Span> words;    // In order.
    std::vector<Span> complex;  // What went through ICU, between white space, in order.
  };

  // The words of `text`, until the next call.  Most scripts need few of the rules and are read by a
  // loop of our own; only what stands between white space around other characters goes through ICU.
  // Invalid UTF-8 is a boundary.  Throws Error{internal} when ICU has no word rules.
  const Found& find_words(std::string_view text);

  // The same through ICU alone.
  const Found& find_words_by_icu(std::string_view text);

 private:
  void find_words_in_piece(std::string_view piece, std::size_t offset);
  void break_by_icu(std::string_view piece, std::size_t offset);
  void convert(std::string_view piece);
  bool holds_letter(std::int32_t begin, std::int32_t end) const;
  icu::BreakIterator& iterator();

  struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
  };

  Found found_;
  std::unique_ptr<icu::BreakIterator> iterator_;  // Made at the first text that needs it.
  std::unique_ptr<UText, CloseText> utext_;
  // The piece that ICU reads, and for each unit the byte where its character begins.
  std::vector<char16_t> units_;
  std::vector<std::uint32_t> bytes_;
};

}  // namespace pilcrow
