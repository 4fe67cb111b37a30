// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/folding.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <algorithm>
#include <array>

#include "analysis/icu.h"

namespace pilcrow {
namespace {

struct Replacement {
  UChar32 letter;
  const char16_t* spelling;
};

// Latin letters without a decomposition in Unicode, by the letters that stand for them in print
// where they are missing.  The schwa, open e and open o are letters of their own and stay.
constexpr std::array<Replacement, 18> replacements = {{{0x00E6, u"ae"},
                                                       {0x00F0, u"d"},
                                                       {0x00F8, u"o"},
                                                       {0x00FE, u"th"},
                                                       {0x0111, u"d"},
                                                       {0x0127, u"h"},
                                                       {0x0131, u"i"},
                                                       {0x0138, u"k"},
                                                       {0x0142, u"l"},
                                                       {0x014B, u"n"},
                                                       {0x0153, u"oe"},
                                                       {0x0167, u"t"},
                                                       {0x0180, u"b"},
                                                       {0x0199, u"k"},
                                                       {0x01B4, u"y"},
                                                       {0x01B6, u"z"},
                                                       {0x0253, u"b"},
                                                       {0x0257, u"d"}}};

constexpr UChar32 cyrillic_ye = 0x0435;
constexpr UChar32 diaeresis = 0x0308;

bool is_folded_script(UChar32 letter) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(letter, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

bool is_arabic_decoration(UChar32 letter) {
  return letter == 0x0640 || (letter >= 0x064B && letter <= 0x0652);
}

bool is_mark(UChar32 letter) {
  return u_charType(letter) == U_NON_SPACING_MARK;
}

void append_letter(icu::UnicodeString& text, UChar32 letter) {
  const auto* found = std::find_if(replacements.begin(), replacements.end(),
                                   [&](const Replacement& r) { return r.letter == letter; });
  if (found != replacements.end()) {
    text.append(found->spelling, -1);
  } else {
    text.append(letter);
  }
}

// Drops marks from a decomposed word.
icu::UnicodeString without_marks(const icu::UnicodeString& decomposed) {
  icu::UnicodeString kept;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < decomposed.length();) {
    const UChar32 letter = decomposed.char32At(i);
    i += U16_LENGTH(letter);
    if (is_mark(letter)) {
      const bool dropped = is_folded_script(base) || is_arabic_decoration(letter) ||
                           (base == cyrillic_ye && letter == diaeresis);
      if (!dropped) {
        kept.append(letter);
      }
      continue;
    }
    if (!is_arabic_decoration(letter)) {
      base = letter;
      append_letter(kept, letter);
    }
  }
  return kept;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

char lower_case(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

// What is typed for an apostrophe becomes one.  At an edge it is no part of the word: there it is a
// quotation mark that UAX #29 takes for a letter.
void make_apostrophes_plain(std::string& word) {
  for (const std::string_view apostrophe : {"\u2018", "\u2019", "\u02BB", "\u02BC"}) {
    for (std::size_t at = 0; (at = word.find(apostrophe, at)) != std::string::npos; ++at) {
      word.replace(at, apostrophe.size(), 1, '\'');
    }
  }
  word.erase(word.find_last_not_of('\'') + 1);
  word.erase(0, word.find_first_not_of('\''));
  // Compatibility spellings of some signs hold spaces.
  std::erase(word, ' ');
}

}  // namespace

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char byte) { return (byte & 0x80) == 0; });
}

std::string case_folded(std::string_view word) {
  std::string folded;
  if (is_ascii(word)) {
    folded.resize(word.size());
    std::transform(word.begin(), word.end(), folded.begin(), lower_case);
    return folded;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  require_icu(status, "fold a word");
  icu::StringByteSink<std::string> sink(&folded);
  fold->normalizeUTF8(0, piece(word), sink, nullptr, status);
  require_icu(status, "fold a word");
  make_apostrophes_plain(folded);
  return folded;
}

std::string diacritics_folded(std::string_view word) {
  if (is_ascii(word)) {
    return std::string(word);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  require_icu(status, "fold a word");
  const icu::UnicodeString decomposed =
      decompose->normalize(icu::UnicodeString::fromUTF8(piece(word)), status);
  std::string folded;
  compose->normalize(without_marks(decomposed), status).toUTF8String(folded);
  require_icu(status, "fold a word");
  return folded;
}

std::string fact_folded(std::string_view fact) {
  std::string folded = diacritics_folded(case_folded(fact));
  std::erase_if(folded, [](char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); });
  return folded;
}

std::string with_turkish_small_i(std::string_view word) {
  constexpr std::string_view dotted = "\u0130";
  std::string made;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] == 'I') {
      made += "\u0131";
    } else if (word.substr(at, dotted.size()) == dotted) {
      made += 'i';
      at += dotted.size() - 1;
    } else {
      made += word[at];
    }
  }
  return made;
}

std::string_view cut_to(std::string_view word, std::size_t bytes) {
  if (word.size() <= bytes) {
    return word;
  }
  while (bytes > 0 && (static_cast<unsigned char>(word[bytes]) & 0xC0) == 0x80) {
    --bytes;
  }
  return word.substr(0, bytes);
}

}  // namespace pilcrow
