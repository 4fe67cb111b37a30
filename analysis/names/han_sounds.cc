// SPDX-License-Identifier: GPL-2.0-or-later
// Ideographs by pinyin: ICU's readings, and the words in which names are read otherwise.
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/folding.h"
#include "analysis/icu.h"
#include "analysis/names/name_keys.h"
#include "analysis/names/sounds.h"
#include "analysis/utf8_decoder.h"

namespace pilcrow {
namespace {

constexpr char32_t han_begin = 0x3400;
constexpr char32_t han_end = 0xA000;
constexpr std::size_t han_word_max = 8;

struct HanName {
  std::u32string_view word;
  std::array<std::string_view, 3> syllables;
};

// Words that begin so have other readings than their ideographs alone.
constexpr HanName han_names[] = {
    {U"重庆", {"chong", "qing"}},
    {U"重慶", {"chong", "qing"}},
    {U"厦门", {"xia", "men"}},
    {U"廈門", {"xia", "men"}},
    {U"长春", {"chang", "chun"}},
    {U"长沙", {"chang", "sha"}},
    {U"长江", {"chang", "jiang"}},
    {U"台州", {"tai", "zhou"}},
    {U"洪洞", {"hong", "tong"}},
    {U"乐山", {"le", "shan"}},
    {U"六安", {"lu", "an"}},
    {U"蚌埠", {"beng", "bu"}},
    {U"吐鲁番", {"tu", "lu", "fan"}},
    {U"喀什", {"ka", "shi"}},
    {U"单于", {"chan", "yu"}},
    {U"曾庆红", {"zeng", "qing", "hong"}},
    {U"朴槿惠", {"piao", "jin", "hui"}},
};

// All ideographs, each on a line of its own, by one of ICU's transforms.
icu::UnicodeString transformed_ideographs(const char* transform) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> transliterator(
      icu::Transliterator::createInstance(transform, UTRANS_FORWARD, status));
  require_icu(status, "read ideographs");
  icu::UnicodeString all;
  for (char32_t letter = han_begin; letter < han_end; ++letter) {
    all.append(static_cast<UChar32>(letter)).append(u'\n');
  }
  transliterator->transliterate(all);
  return all;
}

using PinyinTable = std::vector<std::array<char, 7>>;

// ü is u, as the analyzer folds it.
PinyinTable make_pinyin_table() {
  std::string text;
  transformed_ideographs("Han-Latin").toUTF8String(text);
  text = diacritics_folded(text);
  PinyinTable table(han_end - han_begin);
  std::size_t at = 0;
  for (auto& entry : table) {
    const std::size_t end = text.find('\n', at);
    const std::string_view line = std::string_view(text).substr(at, end - at);
    const std::size_t first = line.find_first_of("abcdefghijklmnopqrstuvwxyz");
    if (first == 0) {
      const std::size_t letters = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
      line.substr(0, std::min(letters, entry.size() - 1)).copy(entry.data(), entry.size() - 1);
    }
    at = end + 1;
  }
  return table;
}

std::vector<char32_t> make_simplified_table() {
  const icu::UnicodeString all = transformed_ideographs("Traditional-Simplified");
  std::vector<char32_t> table;
  std::int32_t at = 0;
  for (char32_t letter = han_begin; letter < han_end; ++letter) {
    table.push_back(static_cast<char32_t>(all.char32At(at)));
    at = all.indexOf(u'\n', at) + 1;
  }
  return table;
}

std::u32string decoded(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size() && letters.size() <= han_word_max;) {
    const DecodedCharacter decoded = decode_utf8(word, at);
    letters += decoded.character;
    at = decoded.end;
  }
  return letters;
}

void append_exception(std::u32string_view letters, std::vector<std::string>& syllables) {
  for (const HanName& name : han_names) {
    if (letters.starts_with(name.word)) {
      syllables.assign(name.syllables.begin(),
                       name.syllables.begin() + static_cast<std::ptrdiff_t>(name.word.size()));
      return;
    }
  }
}

}  // namespace

std::string_view pinyin_of(char32_t ideograph) {
  static const PinyinTable table = make_pinyin_table();
  const bool is_in_table = ideograph >= han_begin && ideograph < han_end;
  return is_in_table ? std::string_view(table[ideograph - han_begin].data()) : std::string_view();
}

std::vector<std::string> han_syllables(std::string_view word) {
  const std::u32string letters = decoded(word);
  std::vector<std::string> syllables;
  if (letters.empty() || letters.size() > han_word_max || letters[0] < han_begin) {
    return syllables;
  }
  append_exception(letters, syllables);
  for (std::size_t i = syllables.size(); i < letters.size(); ++i) {
    syllables.emplace_back(pinyin_of(letters[i]));
    if (syllables.back().empty()) {
      return {};
    }
  }
  return syllables;
}

std::u32string simplified_han(std::string_view word) {
  static const std::vector<char32_t> table = make_simplified_table();
  std::u32string letters = decoded(word);
  for (char32_t& letter : letters) {
    const bool is_in_table = letter >= han_begin && letter < han_end;
    letter = is_in_table ? table[letter - han_begin] : letter;
  }
  return letters;
}

}  // namespace pilcrow
