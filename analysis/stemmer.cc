// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmer.h"

#include <algorithm>

namespace pilcrow {
namespace {

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char byte) { return byte >= '0' && byte <= '9'; });
}

void spell_with_ye(std::string& word) {
  for (std::size_t at = 0; (at = word.find("ё", at)) != std::string::npos; ++at) {
    word.replace(at, std::string_view("ё").size(), "е");
  }
}

}  // namespace

Stemmer::Stemmer(const LanguageDefaults& defaults)
    : defaults_(defaults), light_(SuffixStemmer::find(defaults.language)) {
  if (defaults.has_snowball) {
    stem_ = Xapian::Stem(std::string(defaults.language));
  }
}

std::string_view Stemmer::without_elided_word(std::string_view word) const {
  const std::size_t mark = word.find('\'');
  if (defaults_.elided_words.empty() || mark == std::string_view::npos || mark + 1 == word.size()) {
    return word;
  }
  const std::string padded = ' ' + std::string(word.substr(0, mark)) + ' ';
  return defaults_.elided_words.find(padded) == std::string_view::npos ? word
                                                                       : word.substr(mark + 1);
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
  if (defaults_.cuts_at_apostrophe) {
    stemmed.erase(std::min(stemmed.find('\''), stemmed.size()));
  }
  if (defaults_.spells_yo_as_ye) {
    spell_with_ye(stemmed);
  }
  stemmed = stem_(stemmed);
  return stemmed.empty() ? std::string(word) : stemmed;
}

}  // namespace pilcrow
