// SPDX-License-Identifier: GPL-2.0-or-later
// Ideographs by pinyin, and the words in which names are read otherwise.
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/icu.h"
#include "analysis/names/name_keys.h"
#include "analysis/names/sounds.h"
#include "analysis/utf8_decoder.h"

namespace pilcrow {
namespace {

constexpr char32_t han_begin = 0x3400;
constexpr char32_t han_end = 0xA000;
constexpr std::size_t han_word_max = 8;
constexpr std::string_view pinyin_letters = "abcdefghijklmnopqrstuvwxyz";

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
    {U"成都", {"cheng", "du"}},
    {U"首都", {"shou", "du"}},
    {U"西藏", {"xi", "zang"}},
    {U"朝鲜", {"chao", "xian"}},
    {U"尉犁", {"yu", "li"}},
    {U"六盘水", {"liu", "pan", "shui"}},
};

// By ideograph, a view of its syllable in the text.
std::vector<std::string_view> make_pinyin_table() {
  std::vector<std::string_view> table(han_end - han_begin);
  std::string_view syllable;
  for (std::size_t at = 0; at < han_pinyin_text.size();) {
    const std::size_t letters = han_pinyin_text.find_first_not_of(pinyin_letters, at);
    if (letters > at) {
      syllable = han_pinyin_text.substr(at, letters - at);
    }
    const DecodedCharacter decoded = decode_utf8(han_pinyin_text, letters);
    if (decoded.character >= han_begin) {
      table[decoded.character - han_begin] = syllable;
    }
    at = decoded.end;
  }
  return table;
}

std::unique_ptr<const icu::Transliterator> make_simplifier() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<const icu::Transliterator> made(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  require_icu(status, "simplify ideographs");
  return made;
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
  static const std::vector<std::string_view> table = make_pinyin_table();
  const bool is_in_table = ideograph >= han_begin && ideograph < han_end;
  return is_in_table ? table[ideograph - han_begin] : std::string_view();
}

std::vector<std::string> han_syllables(std::string_view word) {
  std::vector<std::string> syllables;
  if (word.empty() || decode_utf8(word, 0).character < han_begin) {
    return syllables;
  }
  const std::u32string letters = decoded(word);
  if (letters.size() > han_word_max) {
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

std::string simplified_han(std::string_view word) {
  static const std::unique_ptr<const icu::Transliterator> simplify = make_simplifier();
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  simplify->transliterate(text);
  std::string simplified;
  text.toUTF8String(simplified);
  return simplified;
}

}  // namespace pilcrow
