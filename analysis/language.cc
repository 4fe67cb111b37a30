// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <cstdio>  // CLD2's header needs it.
#include <cld2/public/compact_lang_det.h>
#include <string>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "corpus/utf8.h"
#include "pilcrow/analyzer.h"

namespace pilcrow {
namespace {

constexpr std::size_t sample_bytes_max = std::size_t{16} << 10;

// How many letters of a text belong to what tells languages apart.
struct LetterCounts {
  std::size_t letters = 0;
  std::size_t cyrillic = 0;
  std::size_t kazakh = 0;  // Letters that among Cyrillic alphabets only Kazakh has together.
  std::size_t tatar_or_turkic = 0;
  std::size_t uyghur = 0;  // Vowel letters of the Uyghur Arabic alphabet.
  std::size_t arabic = 0;
};

bool is_one_of(UChar32 letter, std::u32string_view letters) {
  return letters.find(static_cast<char32_t>(letter)) != std::u32string_view::npos;
}

LetterCounts count_letters(std::string_view text) {
  LetterCounts counts;
  const auto letters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 letter = letters.char32At(i);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(letter, &status);
    counts.letters += script > USCRIPT_INHERITED ? 1 : 0;
    counts.cyrillic += script == USCRIPT_CYRILLIC ? 1 : 0;
    counts.arabic += script == USCRIPT_ARABIC ? 1 : 0;
    counts.kazakh += is_one_of(letter, U"ұҰқҚғҒ") ? 1 : 0;
    counts.tatar_or_turkic += is_one_of(letter, U"җҗҡҠҙҘҫҪҳҲҷҶӣӢӯӮўЎ") ? 1 : 0;
    counts.uyghur += is_one_of(letter, U"ېۈۆ") ? 1 : 0;
  }
  return counts;
}

// The language that the letters alone give away, or nothing.
std::string language_by_letters(std::string_view text) {
  const LetterCounts counts = count_letters(text);
  if (counts.kazakh * 50 > counts.cyrillic && counts.tatar_or_turkic == 0 && counts.cyrillic > 0) {
    return "kk";
  }
  if (counts.uyghur * 50 > counts.arabic && counts.arabic > 0) {
    return "ug";
  }
  return "";
}

// CLD2 has its own names for some languages.
std::string iso_code(std::string_view code) {
  constexpr std::array<std::array<std::string_view, 2>, 6> names = {{{"iw", "he"},
                                                                     {"zh-Hant", "zh"},
                                                                     {"jw", "jv"},
                                                                     {"mo", "ro"},
                                                                     {"sr-ME", "sr"},
                                                                     {"un", ""}}};
  for (const auto& [theirs, iso] : names) {
    if (code == theirs) {
      return std::string(iso);
    }
  }
  return std::string(code);
}

}  // namespace

std::string detect_language(std::string_view text) {
  std::string sample(text.substr(0, sample_bytes_max));
  if (!is_valid_utf8(sample)) {
    std::size_t replaced = 0;
    sample = repair_utf8(sample, replaced);
  }
  std::string language = language_by_letters(sample);
  if (!language.empty()) {
    return language;
  }
  bool reliable = false;
  const CLD2::Language detected = CLD2::DetectLanguage(
      sample.data(), static_cast<int>(sample.size()), true, &reliable);
  return reliable ? iso_code(CLD2::LanguageCode(detected)) : "";
}

}  // namespace pilcrow
