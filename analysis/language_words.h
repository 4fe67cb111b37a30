// SPDX-License-Identifier: GPL-2.0-or-later
// Function words and letters of languages that statistics confuse.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pilcrow {

constexpr std::size_t voting_languages = 43;

// A bit for each entry of the table.
using LanguageSet = std::uint64_t;
static_assert(voting_languages <= 64);

// The entries that have a word, which is whole and in lower case.
LanguageSet languages_with_word(std::string_view word);

// How much of a text speaks for and against each language of the table.
class LanguageVotes {
 public:
  // So many words, which are function words of these languages.
  void add_words(std::size_t words, LanguageSet languages) {
    words_ += words;
    for (; languages != 0; languages &= languages - 1) {
      ++hits_[static_cast<std::size_t>(std::countr_zero(languages))];
    }
  }

  // A letter beyond A to Z in lower case.
  void add_letter(char32_t letter);

  std::size_t words() const { return words_; }

  struct Best {
    std::string_view language = {};
    int score = 0;   // With the bonus.
    int margin = 0;  // How much the second one lies behind.
    int hits = 0;    // Function words alone.
  };

  // The language of the highest score, where `favourite` has `bonus` ahead.
  Best best(std::string_view favourite, int bonus) const;

  static bool knows(std::string_view language);

 private:
  // Function words less letters that the language does not have.  Very low for a language that has
  // no entry in the table.
  int score(std::string_view language) const;

  // The one of `language` and those next to it that has the highest score.
  std::string_view nearest_relative(std::string_view language) const;
  int score_at(std::size_t index) const;

  std::array<int, voting_languages> hits_ = {};
  std::array<int, voting_languages> own_letters_ = {};
  int letters_ = 0;
  std::size_t words_ = 0;
};

}  // namespace pilcrow
