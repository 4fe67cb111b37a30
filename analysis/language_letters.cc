// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/language_letters.h"

#include <unicode/uchar.h>
#include <algorithm>

#include "analysis/folding.h"
#include "analysis/utf8_decoder.h"

namespace pilcrow {
namespace {

// In fewer, what other Cyrillic alphabets have beyond the Russian one may be missing by chance.
constexpr std::size_t russian_letters_min = 20;

// No function word of the table is longer.  Bytes.
constexpr std::size_t listed_bytes_max = 24;

bool is_one_of(char32_t letter, std::u32string_view letters) {
  return letters.find(letter) != std::u32string_view::npos;
}

bool is_ascii_letter(char byte) {
  const char lower = static_cast<char>(byte | 0x20);
  return lower >= 'a' && lower <= 'z';
}

void count_cyrillic(char32_t letter, LetterCounts& counts) {
  if (is_one_of(letter, U"абвгдежзийклмнопрстуфхцчшщъьюя")) {
    return;
  }
  counts.kazakh += is_one_of(letter, U"қғұ") ? 1 : 0;
  counts.turkic += is_one_of(letter, U"әңөү") ? 1 : 0;
  counts.dotted_i += letter == U'і' ? 1 : 0;
  counts.yakut += is_one_of(letter, U"ҕҥ") ? 1 : 0;
  counts.russian += is_one_of(letter, U"ыэ") ? 1 : 0;
  counts.not_russian += is_one_of(letter, U"ёыэ") ? 0 : 1;
  counts.other_cyrillic += is_one_of(letter, U"җҡҙҫҳҷӣӯўїєґҕҥјљњћђ") ? 1 : 0;
}

// Letters are counted in lower case.  A word ends at everything that is no letter, so that the
// elided "l" and "qu" are words too.
class LetterCounter {
 public:
  explicit LetterCounter(LetterCounts& counts) : counts_(counts) {}

  // Takes the ASCII letters from `at` on; returns the place after them.
  std::size_t add_ascii_letters(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    for (; at < text.size() && is_ascii_letter(text[at]); ++at, ++size_) {
      if (size_ < listed_bytes_max) {
        word_[size_] = static_cast<char>(text[at] | 0x20);
      }
    }
    counts_.all += at - begin;
    counts_.by_script[USCRIPT_LATIN] += static_cast<std::uint32_t>(at - begin);
    return at;
  }

  void add(char32_t character) {
    const auto code = static_cast<UChar32>(character);
    if (u_isalpha(code) == 0) {
      if (u_getCombiningClass(code) == 0) {
        end_word();
      }
      return;
    }
    const auto letter = static_cast<char32_t>(u_tolower(code));
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(code, &status);
    ++counts_.all;
    ++counts_.by_script[static_cast<std::size_t>(script)];
    if (script == USCRIPT_CYRILLIC) {
      count_cyrillic(letter, counts_);
    } else if (script == USCRIPT_ARABIC) {
      counts_.uyghur += is_one_of(letter, U"\u06D0\u06C8") ? 1 : 0;
      counts_.arabic_ae += letter == 0x06D5 ? 1 : 0;
    }
    if (script == USCRIPT_CYRILLIC || script == USCRIPT_LATIN) {
      counts_.votes.add_letter(letter);
      append_two_bytes(letter);
    }
  }

  void end_word() {
    if (size_ > 0 && size_ <= listed_bytes_max) {
      counts_.votes.add_words(1, languages_with_word({word_.data(), size_}));
    }
    size_ = 0;
  }

 private:
  void append(std::string_view bytes) {
    if (size_ + bytes.size() <= listed_bytes_max) {
      std::copy(bytes.begin(), bytes.end(), word_.data() + size_);
    }
    size_ += bytes.size();
  }

  // Rarer letters are in no word of the table.
  void append_two_bytes(char32_t letter) {
    const std::array<char, 2> bytes = {static_cast<char>(0xC0U | (letter >> 6 & 0x1FU)),
                                       static_cast<char>(0x80U | (letter & 0x3FU))};
    append({bytes.data(), bytes.size()});
  }

  LetterCounts& counts_;
  std::array<char, listed_bytes_max> word_ = {};
  std::size_t size_ = 0;
};

struct ScriptLanguage {
  UScriptCode script;
  std::string_view language;
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

// Of languages in other scripts than Latin, those that are written in this one.  Kazakh, Uyghur and
// others have several scripts; languages in none of the rows are taken to be written in Latin.
struct ScriptUse {
  UScriptCode script;
  std::string_view languages;
};
constexpr std::array<ScriptUse, 16> script_uses = {{
    {USCRIPT_CYRILLIC,
     " ru uk be bg mk sr bs kk ky tt ba mn tg uz tk az ug sah cv ce os ab av kv udm myv mdf chm "
     "mhr mrj inh kbd ady krc kum lez tyv xal bua kaa crh rue ro cu "},
    {USCRIPT_ARABIC,
     " ar fa ur ps ug kk ky uz tg ku ckb sd ks pa az azb arz ary acm acq aeb ajp apc ars ms ace "
     "bjn min knc kas ha dv tr tt tk so sw bal lrc mzn glk skr "},
    {USCRIPT_HAN, " zh ja ko yue wuu lzh nan hak gan vi "},
    {USCRIPT_HIRAGANA, " ja "},
    {USCRIPT_KATAKANA, " ja ain "},
    {USCRIPT_DEVANAGARI, " hi ne mr sa bh bho mai mag awa hne kas ks sd kok new doi "},
    {USCRIPT_BENGALI, " bn as mni "},
    {USCRIPT_HEBREW, " he yi lad "},
    {USCRIPT_ETHIOPIC, " am ti gez "},
    {USCRIPT_TIBETAN, " bo dz "},
    {USCRIPT_MYANMAR, " my shn mnw "},
    {USCRIPT_GEORGIAN, " ka xmf "},
    {USCRIPT_GREEK, " el grc "},
    {USCRIPT_TIFINAGH, " tzm taq zgh kab ber "},
    {USCRIPT_MONGOLIAN, " mn "},
    {USCRIPT_GURMUKHI, " pa "},
}};

// Languages of the rows above that also, or mainly, use Latin letters.
constexpr std::string_view also_latin =
    " sr bs kk tt uz tk az ug kaa crh ro ms ace bjn min knc ha tr so sw ku tg vi lad taq kab ber ";

bool is_among(std::string_view language, std::string_view list) {
  const std::string word = " " + std::string(language) + " ";
  return list.find(word) != std::string_view::npos;
}

bool is_written_in(std::string_view language, UScriptCode script) {
  bool has_row = false;
  for (const auto& [used, languages] : script_uses) {
    const bool listed = is_among(language, languages);
    if (listed && used == script) {
      return true;
    }
    has_row = has_row || listed;
  }
  for (const auto& [used, only] : script_languages) {
    if (only == language) {
      return used == script;
    }
  }
  return script == USCRIPT_LATIN && (!has_row || is_among(language, also_latin));
}

}  // namespace

LetterCounts count_letters(std::string_view text) {
  LetterCounts counts;
  add_letters(text, counts);
  return counts;
}

void add_letters(std::string_view text, LetterCounts& counts) {
  LetterCounter counter(counts);
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii_letter(text[at])) {
      at = counter.add_ascii_letters(text, at);
      continue;
    }
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      counter.end_word();
      ++at;
      continue;
    }
    const DecodedCharacter decoded = decode_utf8(text, at);
    counts.is_valid = counts.is_valid && (decoded.character != 0xFFFD || decoded.end == at + 3);
    counter.add(decoded.character);
    at = decoded.end;
  }
  counter.end_word();
}

WordLetters word_letters(std::string_view word) {
  const auto* begin = std::find_if(word.begin(), word.end(), is_ascii_letter);
  const auto* end = std::find_if_not(begin, word.end(), is_ascii_letter);
  const auto bytes = static_cast<std::size_t>(end - begin);
  if (!is_ascii(word) || std::any_of(end, word.end(), is_ascii_letter) ||
      bytes >= PlainLetters::not_plain) {
    return {{.letters = PlainLetters::not_plain}, 0};
  }
  WordLetters letters;
  letters.plain.letters = static_cast<std::uint8_t>(bytes);
  letters.plain.may_be_listed = bytes > 0 && bytes <= listed_bytes_max;
  if (letters.plain.may_be_listed) {
    std::string lower(begin, end);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char byte) { return static_cast<char>(byte | 0x20); });
    letters.languages = languages_with_word(lower);
    letters.plain.is_listed = letters.languages != 0;
  }
  return letters;
}

std::string language_by_letters(const LetterCounts& counts) {
  const std::size_t cyrillic = counts.count(USCRIPT_CYRILLIC);
  // Tajik, Uzbek, Bashkir and Karakalpak share қ or ғ, but have other letters of their own; і
  // beside ә or ө is Kazakh alone.  One letter in fifty is more than names in a foreign text make
  // up.
  const std::size_t kazakh =
      counts.kazakh + (counts.dotted_i > 0 && counts.turkic > 0 ? counts.turkic : 0);
  if (counts.is_mostly(USCRIPT_CYRILLIC)) {
    if (50 * kazakh > cyrillic && 10 * counts.other_cyrillic < kazakh) {
      return "kk";
    }
    // CLD2 does not know Yakut.
    if (200 * counts.yakut > cyrillic && counts.turkic > 0) {
      return "sah";
    }
  }
  if (counts.is_mostly(USCRIPT_ARABIC) && 100 * counts.uyghur > counts.count(USCRIPT_ARABIC) &&
      counts.arabic_ae > 0) {
    return "ug";
  }
  // Of a few ideographs, CLD2 is sure that they are Japanese.
  return counts.is_mostly(USCRIPT_HAN) && counts.kana() == 0 ? "zh" : "";
}

std::string language_by_script(const LetterCounts& counts) {
  const std::size_t kana = counts.kana();
  if (kana > 0 && 2 * (kana + counts.count(USCRIPT_HAN)) > counts.all) {
    return "ja";
  }
  const std::size_t cyrillic = counts.count(USCRIPT_CYRILLIC);
  if (counts.is_mostly(USCRIPT_CYRILLIC) && cyrillic >= russian_letters_min && counts.russian > 0 &&
      50 * counts.not_russian < cyrillic) {
    return "ru";
  }
  for (const auto& [script, language] : script_languages) {
    if (counts.is_mostly(script)) {
      return std::string(language);
    }
  }
  return "";
}

bool is_written_in(std::string_view language, const LetterCounts& counts) {
  const std::size_t east_asian = counts.count(USCRIPT_HAN) + counts.kana();
  if (language == "ja" && 2 * east_asian > counts.all) {
    return true;
  }
  const auto* most = std::max_element(counts.by_script.begin(), counts.by_script.end());
  return is_written_in(language, static_cast<UScriptCode>(most - counts.by_script.begin()));
}

}  // namespace pilcrow
