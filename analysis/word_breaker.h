// SPDX-License-Identifier: GPL-2.0-or-later
// Where words begin and end.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <unicode/brkiter.h>

#include "pilcrow/article.h"

namespace pilcrow {

// Words by ICU's root rules (Unicode UAX #29, dictionaries included): the segments that ICU gives
// another status than "none".  Not thread-safe.
class WordBreaker {
 public:
  using WordSink = std::function<void(const Span& word)>;

  WordBreaker();

  // The words of `text`, in order.  Stretches of ASCII between white space, where the rules are few,
  // are read by a loop of our own; only stretches that hold something else go through ICU.
  void find_words(std::string_view text, const WordSink& sink);

  // The same through ICU alone.
  void find_words_by_icu(std::string_view text, const WordSink& sink);

 private:
  void break_piece(std::string_view text, std::size_t offset, const WordSink& sink);

  std::unique_ptr<icu::BreakIterator> iterator_;
};

}  // namespace pilcrow
