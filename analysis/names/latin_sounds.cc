// SPDX-License-Identifier: GPL-2.0-or-later
// Latin letters, read by what English, French, German, Polish, Turkish, pinyin (GB/T 16159),
// BGN/PCGN and ALA-LC romanisations have in common.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "analysis/names/sounds.h"

namespace pilcrow {
namespace {

struct Spelling {
  std::string_view letters;
  std::string_view sounds;
};

// The longer ones of a letter first.
constexpr Spelling spellings[] = {
    {"bh", "b"},  {"ch", "4"}, {"ck", "k"},      {"cz", "C"},   {"dsch", "J"}, {"dzh", "J"},
    {"dh", "6"},  {"dj", "J"}, {"dz", "D"},      {"eaux", "o"}, {"eau", "o"},  {"ee", "I"},
    {"gh", "G"},  {"hs", "X"}, {"kh", "x"},      {"ng", "N"},   {"oo", "O"},   {"ou", "U"},
    {"ph", "f"},  {"rh", "r"}, {"schtsch", "Q"}, {"shch", "Q"}, {"stch", "Q"}, {"szcz", "Q"},
    {"sch", "S"}, {"sh", "S"}, {"sz", "S"},      {"tsch", "C"}, {"tsh", "C"},  {"tch", "C"},
    {"th", "0"},  {"tj", "C"}, {"ts", "T"},      {"tz", "T"},   {"zh", "Z"},
};

constexpr std::string_view single_sounds = "ab?def?hijklmnop9rstuvwXyz";

// By the first letter, the part of `spellings` that begins with it.
struct SpellingRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

constexpr std::array<SpellingRange, 26> spelling_ranges = [] {
  std::array<SpellingRange, 26> ranges{};
  for (std::size_t i = 0; i < std::size(spellings); ++i) {
    SpellingRange& range = ranges[static_cast<std::size_t>(spellings[i].letters[0] - 'a')];
    range.begin = range.end == 0 ? i : range.begin;
    range.end = i + 1;
  }
  return ranges;
}();

bool is_front_vowel(std::string_view rest) {
  return !rest.empty() && (rest[0] == 'e' || rest[0] == 'i' || rest[0] == 'y');
}

const Spelling* find_spelling(std::string_view rest) {
  const SpellingRange& range = spelling_ranges[static_cast<std::size_t>(rest[0] - 'a')];
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (rest.starts_with(spellings[i].letters)) {
      return &spellings[i];
    }
  }
  return nullptr;
}

char single_sound(std::string_view rest) {
  if (rest[0] == 'c') {
    return is_front_vowel(rest.substr(1)) ? '5' : 'c';
  }
  if (rest[0] == 'g') {
    return is_front_vowel(rest.substr(1)) ? '3' : 'g';
  }
  return single_sounds[static_cast<std::size_t>(rest[0] - 'a')];
}

}  // namespace

void append_sound(std::string& sounds, char sound) {
  static constexpr std::array<std::string_view, 15> joined = {"tsT", "tSC", "tCC", "dzD", "dsD",
                                                              "dZJ", "TzD", "CZJ", "ngN", "ksX",
                                                              "SCQ", "4CQ", "nGN", "d3J", "TSC"};
  static constexpr auto are_second = [] {
    std::array<bool, 256> second = {};
    for (const std::string_view rule : joined) {
      second[static_cast<unsigned char>(rule[1])] = true;
    }
    return second;
  }();
  if (!sounds.empty() && are_second[static_cast<unsigned char>(sound)]) {
    for (const std::string_view rule : joined) {
      if (rule[0] == sounds.back() && rule[1] == sound) {
        sounds.back() = rule[2];
        return;
      }
    }
  }
  sounds += sound;
}

void append_sounds(std::string& sounds, std::string_view more) {
  for (const char sound : more) {
    append_sound(sounds, sound);
  }
}

std::string latin_sounds(std::string_view word) {
  std::string sounds;
  sounds.reserve(word.size());
  std::size_t at = 0;
  while (at < word.size() && sounds.size() < sounds_max) {
    const std::string_view rest = word.substr(at);
    if (rest[0] == '\'') {
      sounds += '\'';
      ++at;
    } else if (const Spelling* spelling = find_spelling(rest)) {
      append_sounds(sounds, spelling->sounds);
      at += spelling->letters.size();
    } else {
      append_sound(sounds, single_sound(rest));
      ++at;
    }
  }
  return sounds;
}

}  // namespace pilcrow
