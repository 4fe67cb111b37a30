// SPDX-License-Identifier: GPL-2.0-or-later
// Alphabets other than Latin, letter by letter.  Where languages of a script read a letter
// differently, the sound is the one that the others are nearest to.
#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/names/sounds.h"

namespace pilcrow {
namespace {

struct Row {
  std::u32string_view letters;
  std::string_view sounds;  // Of each of the letters.
};

// ISO 9, BGN/PCGN (Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh, Kyrgyz,
// Tajik, Uzbek, Tatar, Mongolian); what they write with two letters is one sound here.
constexpr Row cyrillic[] = {
    {U"аӑ", "a"},    {U"б", "b"},      {U"в", "v"},   {U"гґѓҕ", "g"},  {U"ғӷ", "G"},
    {U"д", "d"},     {U"еэёәєѐ", "e"}, {U"жӂӝ", "Z"}, {U"җ", "J"},     {U"зҙӟ", "z"},
    {U"иіӣѝӥ", "i"}, {U"ї", "i"},      {U"йј", "y"},  {U"ы", "y"},     {U"лљӆ", "l"},
    {U"мӎ", "m"},    {U"нњӊ", "n"},    {U"ңҥӈ", "N"}, {U"оөӧ", "o"},   {U"пҧ", "p"},
    {U"р", "r"},     {U"сҫ", "s"},     {U"тҭ", "t"},  {U"уүұӯӱ", "u"}, {U"ў", "w"},
    {U"ф", "f"},     {U"х", "x"},      {U"ҳһ", "h"},  {U"ц", "T"},     {U"чҷћҹӌ", "C"},
    {U"џђ", "J"},    {U"ѕ", "D"},      {U"ш", "S"},   {U"щ", "Q"},     {U"ъь", "\""},
    {U"ю", "yu"},    {U"я", "ya"},     {U"кќ", "k"},  {U"қҡҝҟ", "q"},
};

// UN (ELOT 743).
constexpr Row greek[] = {
    {U"α", "a"},  {U"β", "7"},  {U"γ", "G"}, {U"δ", "6"},  {U"ε", "e"},  {U"ζ", "z"},
    {U"ηι", "i"}, {U"θ", "0"},  {U"κ", "k"}, {U"λ", "l"},  {U"μ", "m"},  {U"ν", "n"},
    {U"ξ", "X"},  {U"οω", "o"}, {U"π", "p"}, {U"ρ", "r"},  {U"σς", "s"}, {U"τ", "t"},
    {U"υ", "i"},  {U"φ", "f"},  {U"χ", "x"}, {U"ψ", "ps"},
};

// BGN/PCGN 1981.
constexpr Row armenian[] = {
    {U"ա", "a"},  {U"բ", "b"}, {U"գ", "g"}, {U"դ", "d"},  {U"եէը", "e"}, {U"զ", "z"},
    {U"թտ", "t"}, {U"ժ", "Z"}, {U"ի", "i"}, {U"լ", "l"},  {U"խ", "x"},   {U"ծց", "T"},
    {U"կք", "k"}, {U"հ", "h"}, {U"ձ", "D"}, {U"ղ", "G"},  {U"ճչ", "C"},  {U"մ", "m"},
    {U"յ", "y"},  {U"ն", "n"}, {U"շ", "S"}, {U"ոօ", "o"}, {U"պփ", "p"},  {U"ջ", "J"},
    {U"ռր", "r"}, {U"ս", "s"}, {U"վ", "v"}, {U"ւ", "w"},  {U"ֆ", "f"},   {U"և", "ev"},
};

// Georgian national system, 2002.
constexpr Row georgian[] = {
    {U"ა", "a"},  {U"ბ", "b"},  {U"გ", "g"},  {U"დ", "d"}, {U"ე", "e"}, {U"ვ", "v"}, {U"ზ", "z"},
    {U"თტ", "t"}, {U"ი", "i"},  {U"კქ", "k"}, {U"ლ", "l"}, {U"მ", "m"}, {U"ნ", "n"}, {U"ო", "o"},
    {U"პფ", "p"}, {U"ჟ", "Z"},  {U"რ", "r"},  {U"ს", "s"}, {U"უ", "u"}, {U"ღ", "G"}, {U"ყ", "q"},
    {U"შ", "S"},  {U"ჩჭ", "C"}, {U"ცწ", "T"}, {U"ძ", "D"}, {U"ხ", "x"}, {U"ჯ", "J"}, {U"ჰ", "h"},
};

// ALA-LC; points are not read.
constexpr Row hebrew[] = {
    {U"א", "a"}, {U"ב", "7"},  {U"ג", "g"},  {U"ד", "d"},   {U"ה", "h"}, {U"ו", "w"},  {U"ז", "z"},
    {U"ח", "x"}, {U"טת", "t"}, {U"י", "y"},  {U"כךק", "k"}, {U"ל", "l"}, {U"מם", "m"}, {U"נן", "n"},
    {U"ס", "s"}, {U"ע", "'"},  {U"פף", "8"}, {U"צץ", "T"},  {U"ר", "r"}, {U"ש", "S"},
};

// ALA-LC and BGN/PCGN for Arabic, Persian and Urdu; the letters are those of Uyghur and Kazakh too.
constexpr Row arabic[] = {
    {U"اآأٱى", "a"}, {U"إ", "i"},  {U"ءئؤعٔ", "'"}, {U"ب", "b"},      {U"پ", "p"},  {U"تطٹ", "t"},
    {U"ث", "2"},     {U"ج", "3"},  {U"چ", "C"},    {U"حهہھةۃ", "h"}, {U"خ", "x"},  {U"دڈ", "d"},
    {U"ذضظ", "6"},   {U"رڑ", "r"}, {U"ز", "z"},    {U"ژ", "Z"},      {U"سص", "s"}, {U"ش", "S"},
    {U"غ", "G"},     {U"ف", "f"},  {U"ڤ", "v"},    {U"ق", "q"},      {U"كک", "k"}, {U"گ", "g"},
    {U"ڭ", "N"},     {U"ل", "l"},  {U"م", "m"},    {U"نںڻ", "n"},    {U"وۋ", "w"}, {U"يیې", "y"},
    {U"ے", "e"},
};

// GB/T 16159's neighbour for Uyghur (ULY, 2008), and Kazakh in Arabic letters: every vowel is
// written.
constexpr Row arabic_with_vowels[] = {
    {U"ا", "a"},  {U"ەې", "e"}, {U"ى", "i"}, {U"ي", "y"}, {U"و", "o"},
    {U"ۇۈ", "u"}, {U"ۋۆ", "w"}, {U"ئء", ""}, {U"ح", "h"}, {U"ع", "G"},
};

// Devanagari by ALA-LC; the blocks of the other Indic scripts have the same order.
constexpr Row indic[] = {
    {U"अ", "a"},  {U"आा", "a"},     {U"इईिी", "i"}, {U"उऊुू", "u"},   {U"ऋृ", "ri"},   {U"एऎऍॅॆे", "e"},
    {U"ऐै", "ai"}, {U"ऑऒओॉॊो", "o"}, {U"औौ", "au"},  {U"कख", "k"},   {U"गघ", "g"},   {U"ङंँ", "n"},
    {U"चछ", "C"}, {U"जझ", "J"},     {U"ञ", "n"},    {U"टठतथ", "t"}, {U"डढदध", "d"}, {U"णनऩ", "n"},
    {U"पफ", "p"}, {U"बभ", "b"},     {U"म", "m"},    {U"यय़", "y"},   {U"रऱ", "r"},   {U"लळऴ", "l"},
    {U"व", "v"},  {U"शष", "S"},     {U"स", "s"},    {U"हः", "h"},   {U"ऽ़", ""},
};
constexpr char32_t indic_begin = 0x0900;
constexpr char32_t indic_end = 0x0D80;
constexpr char32_t indic_block = 0x80;
constexpr char32_t virama = 0x4D;  // In each block.

constexpr char32_t table_begin = 0x0370;
constexpr char32_t table_end = 0x1100;
using LetterTable = std::vector<LetterReading>;

void add_rows(std::span<const Row> rows, NameScript script, LetterTable& table) {
  for (const auto& [letters, sounds] : rows) {
    for (const char32_t letter : letters) {
      table[letter - table_begin] = {sounds, script, true};
    }
  }
}

bool is_indic_consonant(char32_t in_block) {
  return in_block >= 0x15 && in_block <= 0x39;
}

void add_indic(LetterTable& table) {
  LetterTable block(table_end - table_begin);
  add_rows(indic, NameScript::indic, block);
  for (char32_t letter = indic_begin; letter < indic_end; ++letter) {
    table[letter - table_begin] = block[indic_begin + letter % indic_block - table_begin];
    if (letter % indic_block == virama) {
      table[letter - table_begin] = {"", NameScript::indic, true};
    }
  }
}

LetterTable make_letter_table() {
  LetterTable table(table_end - table_begin);
  add_rows(cyrillic, NameScript::cyrillic, table);
  add_rows(greek, NameScript::greek, table);
  add_rows(armenian, NameScript::armenian, table);
  add_rows(georgian, NameScript::georgian, table);
  add_rows(hebrew, NameScript::hebrew, table);
  add_rows(arabic, NameScript::arabic, table);
  add_indic(table);
  return table;
}

// What `sounds` ends with belongs to the letter before: a vowel sign replaces its inherent vowel.
bool is_vowel_sign(char32_t in_block) {
  return in_block >= 0x3E && in_block <= virama;
}

}  // namespace

void append_indic(std::string& sounds, char32_t letter, char32_t next) {
  const std::string_view read = read_letter(letter).sounds;
  become_labial(sounds, read);
  append_sounds(sounds, read);
  const bool next_is_indic = next >= indic_begin && next < indic_end;
  if (is_indic_consonant(letter % indic_block) && next_is_indic &&
      !is_vowel_sign(next % indic_block)) {
    append_sound(sounds, 'A');
  }
}

std::string_view read_letters(char32_t first, char32_t second) {
  struct Pair {
    char32_t first;
    char32_t second;
    std::string_view sounds;
  };
  static constexpr Pair pairs[] = {
      {U'μ', U'π', "mb"}, {U'ν', U'τ', "nd"}, {U'γ', U'κ', "N"},  {U'γ', U'γ', "N"},
      {U'ο', U'υ', "u"},  {U'α', U'υ', "av"}, {U'ε', U'υ', "ev"}, {U'ε', U'ι', "i"},
      {U'ο', U'ι', "i"},  {U'υ', U'ι', "i"},  {U'τ', U'ζ', "J"},  {U'γ', U'ι', "Hi"},
      {U'п', U'х', "ph"}, {U'б', U'х', "bh"}, {U'ت', U'ش', "C"},  {U'د', U'ج', "J"},
      {U'ت', U'س', "T"},  {U'ט', U'ש', "C"},  {U'т', U'х', "th"}, {U'к', U'х', "kh"},
      {U'ч', U'х', "Ch"}, {U'д', U'х', "dh"}, {U'г', U'х', "gh"}, {U'γ', U'ε', "He"},
      {U'γ', U'η', "Hi"}, {U'γ', U'υ', "Hi"}, {U'γ', U'χ', "nx"}, {U'ո', U'ւ', "u"},
      {U'ג', U'\'', "J"}, {U'צ', U'\'', "C"}, {U'ז', U'\'', "Z"}, {U'ג', U'׳', "J"},
      {U'צ', U'׳', "C"},  {U'ז', U'׳', "Z"},  {U'ו', U'ו', "w"},
  };
  const auto* found = std::find_if(std::begin(pairs), std::end(pairs), [&](const Pair& pair) {
    return pair.first == first && pair.second == second;
  });
  return found == std::end(pairs) ? std::string_view() : found->sounds;
}

LetterReading read_arabic_letter_with_vowels(char32_t letter) {
  for (const auto& [letters, sounds] : arabic_with_vowels) {
    if (letters.find(letter) != std::u32string_view::npos) {
      return {sounds, NameScript::arabic_with_vowels, true};
    }
  }
  return read_letter(letter);
}

bool is_arabic_vowel_letter(char32_t letter) {
  return std::u32string_view(U"ەۇۆۈېۋڭ").find(letter) != std::u32string_view::npos;
}

LetterReading read_letter(char32_t letter) {
  static const LetterTable table = make_letter_table();
  const bool is_in_table = letter >= table_begin && letter < table_end;
  return is_in_table ? table[letter - table_begin] : LetterReading{};
}

}  // namespace pilcrow
