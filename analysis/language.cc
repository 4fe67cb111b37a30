// SPDX-License-Identifier: GPL-2.0-or-later
// CLD2's header needs this one first.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <array>
#include <map>
#include <string>

#include "pilcrow/analyzer.h"

namespace pilcrow {
namespace {

// More does not change the answer.
constexpr std::size_t sample_bytes_max = std::size_t{16} << 10;

// In fewer, what other Cyrillic alphabets have beyond the Russian one may be missing by chance.
constexpr std::size_t russian_letters_min = 20;

// How often letters occur that tell languages of one script apart.
struct LetterCounts {
  std::size_t all = 0;
  std::map<UScriptCode, std::size_t> by_script = {};
  std::size_t kazakh = 0;    // қ ғ ұ: no Slavic, Tatar, Kyrgyz or Mongolian alphabet has them.
  std::size_t turkic = 0;    // ә ң ө ү: common to Kazakh and its neighbours.
  std::size_t dotted_i = 0;  // і: Kazakh, Ukrainian, Belarusian.
  std::size_t other_cyrillic = 0;  // Letters that Kazakh does not have.
  std::size_t russian = 0;  // ы э: Russian, Belarusian, and languages with letters of their own.
  std::size_t not_russian = 0;  // Cyrillic letters beyond the Russian alphabet.
  std::size_t uyghur = 0;       // ې ۈ: of these, Pashto has the first.
  std::size_t arabic_ae = 0;    // ە: Uyghur, Kazakh in Arabic script, Kurdish.
};

bool is_one_of(UChar32 letter, std::u32string_view letters) {
  return letters.find(static_cast<char32_t>(letter)) != std::u32string_view::npos;
}

LetterCounts count_letters(const icu::UnicodeString& text) {
  LetterCounts counts;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 letter = u_tolower(text.char32At(i));
    if (u_isalpha(letter) == 0) {
      continue;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(letter, &status);
    ++counts.all;
    ++counts.by_script[script];
    if (script == USCRIPT_CYRILLIC) {
      counts.kazakh += is_one_of(letter, U"қғұ") ? 1 : 0;
      counts.turkic += is_one_of(letter, U"әңөү") ? 1 : 0;
      counts.dotted_i += letter == U'і' ? 1 : 0;
      counts.russian += is_one_of(letter, U"ыэ") ? 1 : 0;
      counts.not_russian += is_one_of(letter, U"абвгдеёжзийклмнопрстуфхцчшщъыьэюя") ? 0 : 1;
      counts.other_cyrillic += is_one_of(letter, U"җҡҙҫҳҷӣӯўїєґҕҥјљњћђ") ? 1 : 0;
    } else if (script == USCRIPT_ARABIC) {
      counts.uyghur += is_one_of(letter, U"\u06D0\u06C8") ? 1 : 0;
      counts.arabic_ae += letter == 0x06D5 ? 1 : 0;
    }
  }
  return counts;
}

std::size_t count_of(const LetterCounts& counts, UScriptCode script) {
  const auto found = counts.by_script.find(script);
  return found == counts.by_script.end() ? 0 : found->second;
}

std::size_t kana_of(const LetterCounts& counts) {
  return count_of(counts, USCRIPT_HIRAGANA) + count_of(counts, USCRIPT_KATAKANA);
}

// A language that its letters alone give away, or nothing.
std::string language_by_letters(const LetterCounts& counts) {
  const std::size_t cyrillic = count_of(counts, USCRIPT_CYRILLIC);
  // Tajik, Uzbek, Bashkir and Karakalpak share қ or ғ, but have other letters of their own; і
  // beside ә or ө is Kazakh alone.  One letter in fifty is more than names in a foreign text make
  // up.
  const std::size_t kazakh =
      counts.kazakh + (counts.dotted_i > 0 && counts.turkic > 0 ? counts.turkic : 0);
  if (2 * cyrillic > counts.all && 50 * kazakh > cyrillic && 10 * counts.other_cyrillic < kazakh) {
    return "kk";
  }
  const std::size_t arabic = count_of(counts, USCRIPT_ARABIC);
  if (2 * arabic > counts.all && 100 * counts.uyghur > arabic && counts.arabic_ae > 0) {
    return "ug";
  }
  // Of a few ideographs, CLD2 is sure that they are Japanese.
  const bool is_chinese = 2 * count_of(counts, USCRIPT_HAN) > counts.all && kana_of(counts) == 0;
  return is_chinese ? "zh" : "";
}

struct ScriptLanguage {
  UScriptCode script;
  const char* language;
};

// Scripts that are, in print, nearly always one language.
constexpr std::array<ScriptLanguage, 22> script_languages = {
    {{USCRIPT_HANGUL, "ko"},   {USCRIPT_THAI, "th"},     {USCRIPT_LAO, "lo"},
     {USCRIPT_KHMER, "km"},    {USCRIPT_MYANMAR, "my"},  {USCRIPT_GREEK, "el"},
     {USCRIPT_HEBREW, "he"},   {USCRIPT_ARMENIAN, "hy"}, {USCRIPT_GEORGIAN, "ka"},
     {USCRIPT_ETHIOPIC, "am"}, {USCRIPT_BENGALI, "bn"},  {USCRIPT_GUJARATI, "gu"},
     {USCRIPT_GURMUKHI, "pa"}, {USCRIPT_ORIYA, "or"},    {USCRIPT_TAMIL, "ta"},
     {USCRIPT_TELUGU, "te"},   {USCRIPT_KANNADA, "kn"},  {USCRIPT_MALAYALAM, "ml"},
     {USCRIPT_SINHALA, "si"},  {USCRIPT_TIBETAN, "bo"},  {USCRIPT_THAANA, "dv"},
     {USCRIPT_CHEROKEE, "chr"}}};

// What remains where statistics say nothing: the language of the script that most letters belong
// to. CLD2 is often unsure between Russian and its neighbours.
std::string language_by_script(const LetterCounts& counts) {
  const std::size_t kana = kana_of(counts);
  if (kana > 0 && 2 * (kana + count_of(counts, USCRIPT_HAN)) > counts.all) {
    return "ja";
  }
  const std::size_t cyrillic = count_of(counts, USCRIPT_CYRILLIC);
  if (2 * cyrillic > counts.all && cyrillic >= russian_letters_min && counts.russian > 0 &&
      50 * counts.not_russian < cyrillic) {
    return "ru";
  }
  for (const auto& [script, language] : script_languages) {
    if (2 * count_of(counts, script) > counts.all) {
      return language;
    }
  }
  return "";
}

// CLD2 has names of its own for some languages, and for some jokes.
std::string iso_code(std::string_view code) {
  constexpr std::array<std::array<std::string_view, 2>, 4> names = {
      {{"iw", "he"}, {"jw", "jv"}, {"mo", "ro"}, {"nb", "no"}}};
  code = code.substr(0, code.find('-'));
  for (const auto& [theirs, iso] : names) {
    if (code == theirs) {
      return std::string(iso);
    }
  }
  const bool is_none = code == "un" || code.starts_with("xx") || code.starts_with("zz");
  return is_none ? "" : std::string(code);
}

std::string language_by_statistics(const std::string& text) {
  std::array<CLD2::Language, 3> languages = {};
  std::array<int, 3> percents = {};
  int text_bytes = 0;
  bool is_reliable = false;
  const CLD2::Language detected =
      CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true,
                                     languages.data(), percents.data(), &text_bytes, &is_reliable);
  return is_reliable ? iso_code(CLD2::LanguageCode(detected)) : "";
}

}  // namespace

std::string detect_language(std::string_view text) {
  // The conversion replaces invalid UTF-8, a character cut in two at the end included.
  const std::string_view sample = text.substr(0, sample_bytes_max);
  const auto letters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(sample.data(), static_cast<std::int32_t>(sample.size())));
  const LetterCounts counts = count_letters(letters);
  std::string language = language_by_letters(counts);
  if (language.empty()) {
    std::string valid;
    letters.toUTF8String(valid);
    language = language_by_statistics(valid);
  }
  return language.empty() ? language_by_script(counts) : language;
}

LanguageGuess guess_language(std::string_view text) {
  const std::string l = detect_language(text);
  return {l, l.empty() ? 0.0 : 1.0};
}
}  // namespace pilcrow
