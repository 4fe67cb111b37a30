// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/language_defaults.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <algorithm>
#include <array>

namespace pilcrow {
namespace {

constexpr std::string_view before_french = " c d j jusqu l lorsqu m n puisqu qu quoiqu s t ";
constexpr std::string_view before_italian =
    " all c coll d dall dell gl l nell quell quest sull un v ";

constexpr std::array languages = std::to_array<LanguageDefaults>({
    {"ar", true, nullptr, "ar", "ar"},
    {"bg", false, bulgarian_rules, "bg", "bg"},
    {"ca", true, nullptr, "", "", " d l m n s t "},
    {"cs", false, czech_rules, "cs", "cs"},
    {"da", true, nullptr, "da", "da"},
    {"de", true, nullptr, "de", "de"},
    {"el", false, greek_rules, "el", "el"},
    {"en", true, nullptr, "en", "en"},
    {"es", true, nullptr, "es", "es"},
    {"eu", true},
    {"fa", false, persian_rules, "fa", "fa"},
    {"fi", true, nullptr, "fi", "fi"},
    {"fr", true, nullptr, "fr", "fr", before_french},
    {"ga", true, nullptr, "", "", " b d m "},
    {"hi", false, hindi_rules, "hi", "hi"},
    {"hu", true, nullptr, "hu", "hu"},
    {"hy", true},
    {"id", true, nullptr, "id", "id"},
    {"it", true, nullptr, "it", "it", before_italian},
    {"ja", false, nullptr, "ja", "ja"},
    {"kk", false, kazakh_rules, "kk", "kk"},
    {"lt", true},
    {"nb", true, nullptr, "no", "no"},
    {"ne", true},
    {"nl", true, nullptr, "nl", "nl"},
    {"nn", true, nullptr, "no", "no"},
    {"no", true, nullptr, "no", "no"},
    {"pl", false, polish_rules, "pl", "pl"},
    {"pt", true, nullptr, "pt", "pt"},
    {"ro", true, nullptr, "ro", "ro"},
    {.language = "ru",
     .has_snowball = true,
     .stop_words = "ru",
     .function_words = "ru",
     .spells_yo_as_ye = true},
    {"sv", true, nullptr, "sv", "sv"},
    {"ta", true},
    {"th", false, nullptr, "", "th"},
    {.language = "tr",
     .has_snowball = true,
     .stop_words = "tr",
     .function_words = "tr",
     .cuts_at_apostrophe = true,
     .has_dotless_i = true},
    {"ug", false, uyghur_rules, "", "ug"},
    {"uk", false, ukrainian_rules, "uk", "uk"},
    {.language = "vi",
     .light_rules = vietnamese_rules,
     .function_words = "vi",
     .keeps_diacritics = true},
    {"zh", false, nullptr, "zh", "zh"},
});

constexpr LanguageDefaults nothing = {};

constexpr std::array writings = std::to_array<WritingDefaults>({
    {Writing::alphabetic, u"", 3, true, 4},
    {Writing::thai, u"ไทย", 3, true, 4},
    {Writing::lao, u"ລາວ", 3, true, 4},
    {Writing::burmese, u"မြန်မာ", 3, true, 4},
    {Writing::khmer, u"ខ្មែរ", 3, true, 4},
    {Writing::han, u"中文", 1, false, 2},
    {Writing::kana, u"かな", 3, true, 4},
    {Writing::hangul, u"", 2, true, 2},
});

constexpr char32_t first_thai = 0x0E00;

Writing writing_by_script(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(letter), &status)) {
    case USCRIPT_THAI:
      return Writing::thai;
    case USCRIPT_LAO:
      return Writing::lao;
    case USCRIPT_MYANMAR:
      return Writing::burmese;
    case USCRIPT_KHMER:
      return Writing::khmer;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Writing::kana;
    default:
      return Writing::alphabetic;
  }
}

}  // namespace

std::span<const LanguageDefaults> all_language_defaults() {
  return languages;
}

const LanguageDefaults& language_defaults(std::string_view language) {
  const auto* found =
      std::ranges::lower_bound(languages, language, {}, &LanguageDefaults::language);
  return found == languages.end() || found->language != language ? nothing : *found;
}

std::span<const WritingDefaults> all_writing_defaults() {
  return writings;
}

Writing writing_of(char32_t letter) {
  if (letter < first_thai) {
    return Writing::alphabetic;
  }
  if (letter >= 0xAC00 && letter <= 0xD7A3) {
    return Writing::hangul;
  }
  const bool is_ideograph =
      letter >= 0x3400 && u_hasBinaryProperty(static_cast<UChar32>(letter), UCHAR_IDEOGRAPHIC) != 0;
  return is_ideograph ? Writing::han : writing_by_script(letter);
}

}  // namespace pilcrow
