// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmer.h"

#include <algorithm>
#include <array>

namespace pilcrow {
namespace {

// The ISO 639-1 codes that Xapian::Stem takes; nb, nn and no are one stemmer.
constexpr std::array<std::string_view, 26> snowball = {
    "ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
    "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr"};

bool has_snowball(std::string_view language) {
  return std::find(snowball.begin(), snowball.end(), language) != snowball.end();
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char byte) { return byte >= '0' && byte <= '9'; });
}

// Snowball's Russian rules expect е for ё, as most print it.
void spell_with_ye(std::string& word) {
  for (std::size_t at = 0; (at = word.find("ё", at)) != std::string::npos; ++at) {
    word.replace(at, std::string_view("ё").size(), "е");
  }
}

// Articles, pronouns and prepositions that lose their vowel in front of one: l'eau, d'accord.
std::string_view elided_words(std::string_view language) {
  if (language == "fr") return " c d j jusqu l lorsqu m n puisqu qu quoiqu s t ";
  if (language == "it") return " all c coll d dall dell gl l nell quell quest sull un v ";
  if (language == "ca") return " d l m n s t ";
  if (language == "ga") return " b d m ";
  return "";
}

}  // namespace

bool Stemmer::exists(std::string_view language) {
  return has_snowball(language) || SuffixStemmer::find(language) != nullptr;
}

bool Stemmer::keeps_diacritics(std::string_view language) {
  return language == "vi";
}

Stemmer::Stemmer(std::string_view language)
    : light_(SuffixStemmer::find(language)),
      elided_(elided_words(language)),
      is_turkish_(language == "tr"),
      is_russian_(language == "ru") {
  if (has_snowball(language)) {
    stem_ = Xapian::Stem(std::string(language));
  }
}

std::string_view Stemmer::without_elided_word(std::string_view word) const {
  const std::size_t mark = word.find('\'');
  if (elided_.empty() || mark == std::string_view::npos || mark + 1 == word.size()) {
    return word;
  }
  const std::string padded = ' ' + std::string(word.substr(0, mark)) + ' ';
  return elided_.find(padded) == std::string_view::npos ? word : word.substr(mark + 1);
}

std::string Stemmer::stem(std::string_view word) const {
  if (has_digit(word)) {
    return std::string(word);
  }
  if (light_ != nullptr) {
    return light_->stem(word);
  }
  if (stem_.is_none()) {
    return std::string(word);
  }
  std::string stemmed(without_elided_word(word));
  if (is_turkish_) {
    // There an apostrophe separates a name from its endings.
    stemmed.erase(std::min(stemmed.find('\''), stemmed.size()));
  }
  if (is_russian_) {
    spell_with_ye(stemmed);
  }
  stemmed = stem_(stemmed);
  return stemmed.empty() ? std::string(word) : stemmed;
}

}  // namespace pilcrow
