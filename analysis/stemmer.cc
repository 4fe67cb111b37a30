// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmer.h"

#include <algorithm>
#include <array>

namespace pilcrow {
namespace {

// ISO 639-1 codes that Xapian::Stem takes; "no" is what others call "nb".
constexpr std::array<std::string_view, 26> languages = {
    "ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id", "it", "lt",
    "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr"};

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

}  // namespace

bool Stemmer::exists(std::string_view language) {
  return !language.empty() &&
         std::find(languages.begin(), languages.end(), language) != languages.end();
}

Stemmer::Stemmer(std::string_view language) : cuts_at_apostrophe_(language == "tr") {
  if (exists(language)) {
    stem_ = Xapian::Stem(std::string(language));
  }
}

std::string Stemmer::stem(std::string_view word) const {
  if (stem_.is_none() || has_digit(word)) {
    return std::string(word);
  }
  // In Turkish an apostrophe separates a name from its endings.
  const std::size_t apostrophe = cuts_at_apostrophe_ ? word.find('\'') : std::string_view::npos;
  std::string stemmed = stem_(std::string(word.substr(0, apostrophe)));
  return stemmed.empty() ? std::string(word) : stemmed;
}

}  // namespace pilcrow
