// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/names/name_keys.h"

#include <algorithm>
#include <array>

#include "analysis/folding.h"
#include "analysis/names/sounds.h"
#include "analysis/utf8_decoder.h"

namespace pilcrow {
namespace {

constexpr std::size_t keys_max = 12;
constexpr std::size_t key_classes_max = 10;

bool is_between(char32_t letter, char32_t first, char32_t last) {
  return letter >= first && letter <= last;
}

bool is_separator(char32_t letter) {
  return std::u32string_view(U" -.\u00A0\u00AD\u00B7\u200C\u2010\u2011\u2013\u30FB").find(letter) !=
         std::u32string_view::npos;
}

bool is_han(char32_t letter) {
  return is_between(letter, 0x3400, 0x9FFF);
}
bool is_hangul(char32_t letter) {
  return is_between(letter, 0xAC00, 0xD7A3);
}
bool is_kana(char32_t letter) {
  return is_between(letter, 0x3041, 0x30FF);
}
bool is_indic(char32_t letter) {
  return is_between(letter, 0x0900, 0x0D7F);
}

// The letters of a name without what separates its words; cut where no more sounds would fit.
std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size() && letters.size() < sounds_max;) {
    const DecodedCharacter decoded = decode_utf8(word, at);
    if (!is_separator(decoded.character)) {
      letters += decoded.character;
    }
    at = decoded.end;
  }
  return letters;
}

NameScript script_of(char32_t letter) {
  return is_han(letter)      ? NameScript::han
         : is_hangul(letter) ? NameScript::hangul
         : is_kana(letter)   ? NameScript::kana
         : is_indic(letter)  ? NameScript::indic
                             : read_letter(letter).script;
}

// Without the nasal that Greek writes where it has no letter for b, d and g.
std::string without_greek_nasal(std::string sounds) {
  for (const std::string_view pair : {"mb", "nd"}) {
    for (std::size_t at = 0; (at = sounds.find(pair, at)) != std::string::npos;) {
      sounds.erase(at, 1);
    }
  }
  std::replace(sounds.begin(), sounds.end(), 'N', 'g');
  return sounds;
}

// Letters that only Uyghur and Kazakh have, or i (which Arabic has at the end, as another vowel).
bool has_written_vowels(std::u32string_view letters) {
  const std::size_t i = letters.find(U'\u0649');
  return (i != letters.npos && i + 1 < letters.size()) ||
         std::any_of(letters.begin(), letters.end(), is_arabic_vowel_letter);
}

bool read_alphabet(std::u32string_view letters, NameForm& form) {
  const bool has_vowels = form.script == NameScript::arabic && has_written_vowels(letters);
  form.script = has_vowels ? NameScript::arabic_with_vowels : form.script;
  const bool is_unvowelled = form.script == NameScript::arabic || form.script == NameScript::hebrew;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t next = i + 1 < letters.size() ? letters[i + 1] : 0;
    const std::string_view pair = read_letters(letters[i], next);
    if (!pair.empty()) {
      append_sounds(form.sounds, i == 0 ? without_greek_nasal(std::string(pair)) : pair);
      ++i;
      continue;
    }
    if (letters[i] == '\'' || letters[i] == U'\u05F3') {
      continue;
    }
    const LetterReading read =
        has_vowels ? read_arabic_letter_with_vowels(letters[i]) : read_letter(letters[i]);
    const bool is_arabic = has_vowels && read.script == NameScript::arabic;
    if (!read.is_known || (read.script != form.script && !is_arabic)) {
      return false;
    }
    if (is_unvowelled) {
      form.sounds += read.sounds;  // A vowel may stand before it.
    } else {
      append_sounds(form.sounds, read.sounds);
    }
  }
  return true;
}

bool read_syllables(std::u32string_view letters, NameForm& form) {
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t letter = letters[i];
    if (script_of(letter) != form.script) {
      return false;
    }
    if (form.script == NameScript::hangul) {
      append_hangul(form.sounds, letter);
    } else if (form.script == NameScript::indic) {
      append_indic(form.sounds, letter, i + 1 < letters.size() ? letters[i + 1] : 0);
    } else if (!append_kana(form.sounds, letter, i + 1 == letters.size())) {
      return false;
    }
  }
  return true;
}

// Latin letters that folding leaves beside a to z.
bool read_latin(std::u32string_view letters, NameForm& form) {
  std::string word;
  for (const char32_t letter : letters) {
    if (is_between(letter, 'a', 'z') || letter == '\'') {
      word += static_cast<char>(letter);
    } else if (letter == U'ə' || letter == U'ɛ') {
      word += 'e';
    } else if (letter == U'ɔ') {
      word += 'o';
    } else {
      return false;
    }
  }
  form.sounds = latin_sounds(word);
  return true;
}

// Syllables are read one by one: the sounds of two never join.
bool read_han(std::string_view word, NameForm& form) {
  const std::vector<std::string> syllables = han_syllables(word);
  for (const std::string& syllable : syllables) {
    form.sounds += latin_sounds(syllable);
  }
  form.ideographs = word;
  return syllables.size() > 1;
}

bool read_word(std::string_view word, NameForm& form) {
  const std::u32string letters = letters_of(word);
  if (letters.size() < 2) {
    return false;
  }
  form = {"", script_of(letters[0]), {}};
  switch (form.script) {
    case NameScript::latin:
      return read_latin(letters, form);
    case NameScript::han:
      return read_han(word, form);
    case NameScript::hangul:
    case NameScript::kana:
    case NameScript::indic:
      return read_syllables(letters, form);
    default:
      return read_alphabet(letters, form);
  }
}

bool is_lower_case_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

// The classes that a sound may have in a key, separated by |; "" is a class too.
constexpr std::string_view key_classes(char sound) {
  switch (sound) {
    case 'k':
    case 'q':
    case 'g':
    case 'G':
    case 'x':
      return "K";
    case 'h':
    case 'H':
      return "K|";
    case 'c':
    case '9':
    case '3':
      return "K|S";
    case '4':
    case '5':
      return "S|K";
    case 'j':
      return "S|";
    case 's':
    case 'S':
    case 'z':
    case 'Z':
    case 'C':
    case 'J':
    case 'Q':
    case 'T':
    case 'D':
      return "S";
    case 'X':
      return "KS|S|K";
    case 't':
    case 'd':
    case '0':
      return "T";
    case '2':
    case '6':
      return "T|S";
    case 'b':
    case 'p':
    case '8':
      return "P";
    case 'f':
    case 'v':
    case '7':
      return "P|";
    case 'm':
      return "M";
    case 'M':
      return "M|N";
    case 'Y':
    case 'W':
      return "S|T";
    case 'n':
    case 'N':
      return "N";
    case 'l':
      return "L";
    case 'r':
      return "R";
    case '1':
      return "R|L";
    default:
      return "";
  }
}

// A key while it is made.  Vowels do not keep classes apart, since some scripts leave them out.
struct Key {
  std::array<char, key_classes_max> classes = {};
  std::size_t size = 0;

  void add(std::string_view more) {
    for (const char next : more) {
      const char last = size > 0 ? classes[size - 1] : '\0';
      if (last == next || (last == 'N' && next == 'K')) {
        continue;
      }
      if (last == 'T' && next == 'S') {
        --size;
      }
      if (size < key_classes_max) {
        classes[size++] = next;
      }
    }
  }
};

// Makes more keys for the classes after the first, as far as there is room.
void add_further_classes(std::string_view classes, std::array<Key, keys_max>& keys,
                         std::size_t& count) {
  std::size_t from = classes.find('|');
  for (const std::size_t before = count; from != std::string_view::npos;) {
    const std::size_t to = classes.find('|', from + 1);
    for (std::size_t i = 0; i < before && count < keys_max; ++i) {
      keys[count] = keys[i];
      keys[count++].add(classes.substr(from + 1, to - from - 1));
    }
    from = to;
  }
}

// A long vowel at the end may stand for -er, ku-s for x.
void add_kana_reading(std::vector<NameForm>& forms) {
  std::string other = forms[0].sounds;
  for (std::size_t at = 0; (at = other.find("kus", at)) != std::string::npos;) {
    other.replace(at, 3, "X");
  }
  if (other.ends_with('r')) {
    forms[0].sounds.pop_back();
  }
  if (other != forms[0].sounds) {
    forms.push_back({std::move(other), NameScript::kana, {}});
  }
}

// What endings and articles of a language add to a name may be missing elsewhere.
void add_other_readings(std::vector<NameForm>& forms) {
  constexpr std::size_t name_min = 5;
  const NameScript script = forms[0].script;
  std::string& sounds = forms[0].sounds;
  if (script == NameScript::arabic || script == NameScript::hebrew) {
    if (sounds.size() > 3 && (sounds.starts_with("aw") || sounds.starts_with("ay"))) {
      sounds.erase(0, 1);
    }
    if (sounds.starts_with("al") && sounds.size() >= name_min) {
      forms.push_back({sounds.substr(2), script, {}});
    }
    std::string joined;
    append_sounds(joined, forms.back().sounds);
    if (joined != forms.back().sounds && joined.size() > 1) {
      forms.push_back({std::move(joined), script, {}});
    }
  } else if (script == NameScript::kana) {
    add_kana_reading(forms);
  } else if (script == NameScript::greek) {
    std::string other = without_greek_nasal(sounds);
    if (other != sounds) {
      forms.push_back({other, script, {}});
    }
    for (std::size_t i = forms.size(); i-- > 0;) {
      const std::string& full = forms[i].sounds;
      const std::size_t ending = full.ends_with("os") ? 2 : full.ends_with('s') ? 1 : 0;
      if (ending > 0 && full.size() >= name_min) {
        forms.push_back({full.substr(0, full.size() - ending), script, {}});
      }
    }
  }
}

}  // namespace

std::vector<NameForm> name_forms(std::string_view word) {
  std::vector<NameForm> forms;
  NameForm form;
  if (is_lower_case_ascii(word)) {
    form.sounds = latin_sounds(word);
  } else if (!read_word(word, form) && !read_word(diacritics_folded(case_folded(word)), form)) {
    return forms;
  }
  form.sounds.resize(std::min(form.sounds.size(), sounds_max));
  if (form.sounds.size() < 2) {
    return forms;
  }
  forms.push_back(std::move(form));
  add_other_readings(forms);
  return forms;
}

std::vector<std::string> skeletons(std::span<const NameForm> forms) {
  std::vector<std::string> distinct;
  for (const NameForm& form : forms) {
    std::array<Key, keys_max> keys;
    std::size_t count = 1;
    for (const char sound : form.sounds) {
      const std::size_t before = count;
      const std::string_view classes = key_classes(sound);
      add_further_classes(classes, keys, count);
      for (std::size_t i = 0; i < before; ++i) {
        keys[i].add(classes.substr(0, classes.find('|')));
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view key(keys[i].classes.data(), keys[i].size);
      distinct.emplace_back(key.empty() ? "_" : key);
    }
  }
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  return distinct;
}

std::vector<std::string> skeletons(std::string_view word) {
  return skeletons(name_forms(word));
}

}  // namespace pilcrow
