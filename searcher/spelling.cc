// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/spelling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "analysis/character_grams.h"
#include "analysis/utf8_decoder.h"
#include "searcher/edit_distance.h"
#include "searcher/ranking.h"
#include "searcher/remembered.h"

namespace pilcrow {
namespace {

constexpr double doubled_cost = 0.4;
constexpr double same_sound_cost = 0.5;
constexpr double exchange_cost = 0.6;
constexpr double likely_cost = 0.7;
constexpr double first_letter_cost = 0.3;

// A word that is looked for must share this much of the grams: little, since one wrong letter in a
// short word leaves hardly any.
constexpr double coverage_min = 0.12;
constexpr std::size_t near_words_max = 300;

// Nobody mistypes the first letter of a word as easily as they mean another word, and short words
// are near many.
constexpr double clear_cost_max = 1.2;
constexpr double clear_cost_max_short = 0.7;
constexpr std::size_t short_letters = 5;
constexpr double clear_distance = 0.5;  // To the next best.
// Ten times as many passages make up for this much cost.
constexpr double frequency_bonus = 0.25;

// What tells how easily a letter is taken for another.
struct Letter {
  unsigned sounds = 0;  // A bit for each group of letters that sound alike and have it.
  bool is_vowel = false;
  int keyboard = 0;  // 0: it is on none.
  int row = 0;
  int column = 0;
};

constexpr Letter letter_of(char32_t character) {
  constexpr std::array<std::u32string_view, 13> alike = {U"ckq", U"sz",  U"sc", U"xh", U"jyi",
                                                         U"gj",  U"vwu", U"fv", U"bv", U"ие",
                                                         U"ыи",  U"оа",  U"еэё"};
  constexpr std::u32string_view vowels = U"aeiouyаеёиоуыэюя";
  constexpr std::array<std::array<std::u32string_view, 3>, 2> keyboards = {
      {{U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"}, {U"йцукенгшщзхъ", U"фывапролджэ", U"ячсмитьбю"}}};
  Letter letter;
  for (std::size_t group = 0; group < alike.size(); ++group) {
    letter.sounds |= alike[group].find(character) != alike[group].npos ? 1U << group : 0U;
  }
  letter.is_vowel = vowels.find(character) != vowels.npos;
  for (std::size_t keyboard = 0; keyboard < keyboards.size(); ++keyboard) {
    for (std::size_t row = 0; row < keyboards[keyboard].size(); ++row) {
      const std::size_t column = keyboards[keyboard][row].find(character);
      if (column != std::u32string_view::npos) {
        letter.keyboard = static_cast<int>(keyboard) + 1;
        letter.row = static_cast<int>(row);
        letter.column = static_cast<int>(column);
      }
    }
  }
  return letter;
}

template <char32_t First, char32_t Last>
constexpr auto letters_from_to() {
  std::array<Letter, Last - First + 1> letters = {};
  for (char32_t each = First; each <= Last; ++each) {
    letters[each - First] = letter_of(each);
  }
  return letters;
}

const Letter& known_letter(char32_t character) {
  static constexpr auto latin = letters_from_to<U'a', U'z'>();
  static constexpr auto cyrillic = letters_from_to<U'а', U'ё'>();
  static constexpr Letter other = {};
  if (character >= U'a' && character <= U'z') {
    return latin[character - U'a'];
  }
  return character >= U'а' && character <= U'ё' ? cyrillic[character - U'а'] : other;
}

// Neighbours in a row, or in the same column of two rows.
bool are_keyboard_neighbours(const Letter& a, const Letter& b) {
  return a.keyboard != 0 && a.keyboard == b.keyboard && std::abs(a.row - b.row) <= 1 &&
         std::abs(a.column - b.column) <= 1;
}

// Of one letter for another.
double replacement_cost(const Letter& a, const Letter& b) {
  if ((a.sounds & b.sounds) != 0) {
    return same_sound_cost;
  }
  return (a.is_vowel && b.is_vowel) || are_keyboard_neighbours(a, b) ? likely_cost : 1;
}

// A word, with all that costs depend on.
struct Letters {
  explicit Letters(std::u32string word) : text(std::move(word)) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      known.push_back(&known_letter(text[i]));
      const bool doubles =
          (i > 0 && text[i] == text[i - 1]) || (i + 1 < text.size() && text[i] == text[i + 1]);
      gaps.push_back(doubles ? doubled_cost : 1);
    }
  }

  std::u32string text;
  std::vector<const Letter*> known;
  std::vector<double> gaps;  // Of leaving out, or adding, the letter at a place.
};

double cost_of(const Letters& typed, const Letters& meant, double most) {
  const std::u32string& a = typed.text;
  const std::u32string& b = meant.text;
  if (std::abs(static_cast<double>(a.size()) - static_cast<double>(b.size())) * doubled_cost >
      most) {
    return most + 1;
  }
  std::vector<double> two_back(b.size() + 1);
  std::vector<double> previous(b.size() + 1);
  std::vector<double> current(b.size() + 1);
  for (std::size_t j = 0; j < b.size(); ++j) {
    previous[j + 1] = previous[j] + meant.gaps[j];
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    current[0] = previous[0] + typed.gaps[i];
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double replaced =
          previous[j] + (a[i] == b[j] ? 0 : replacement_cost(*typed.known[i], *meant.known[j]));
      current[j + 1] =
          std::min({replaced, previous[j + 1] + typed.gaps[i], current[j] + meant.gaps[j]});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]) {
        current[j + 1] = std::min(current[j + 1], two_back[j - 1] + exchange_cost);
      }
    }
    if (*std::min_element(current.begin(), current.end()) > most) {
      return most + 1;
    }
    std::swap(two_back, previous);
    std::swap(previous, current);
  }
  const bool other_first = !a.empty() && !b.empty() && a.front() != b.front();
  const double cost = previous[b.size()] + (other_first ? first_letter_cost : 0);
  return cost > most ? most + 1 : cost;
}

double cost_max(std::size_t letters) {
  return letters < 6 ? 1 : letters < 8 ? 1.5 : 2;
}

// The word without each of its letters, and with each two neighbours exchanged.
std::set<std::string> small_slips(std::string_view word) {
  std::vector<std::string_view> letters;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = decode_utf8(word, at).end;
    letters.push_back(word.substr(at, end - at));
    at = end;
  }
  std::set<std::string> slips;
  for (std::size_t slip = 0; slip < letters.size(); ++slip) {
    std::string shorter;
    std::string exchanged;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      shorter.append(i == slip ? std::string_view() : letters[i]);
      const std::size_t from = i == slip ? slip + 1 : i == slip + 1 ? slip : i;
      exchanged.append(letters[std::min(from, letters.size() - 1)]);
    }
    slips.insert(std::move(shorter));
    if (slip + 1 < letters.size()) {
      slips.insert(std::move(exchanged));
    }
  }
  return slips;
}

struct NearWord {
  std::string word;
  double cost = 0;
  double frequency = 0;

  double score() const { return cost - frequency_bonus * std::log10(frequency); }
};

}  // namespace

double typing_cost(std::string_view a, std::string_view b, double most) {
  return cost_of(Letters(characters(a)), Letters(characters(b)), most);
}

namespace {

std::optional<Correction> find_correction(const std::string& word, const IndexReader& index) {
  if (!is_long_enough_for_grams(word)) {
    return std::nullopt;
  }
  const Letters typed(characters(word));
  const double most = cost_max(typed.text.size());
  std::set<std::string> words = small_slips(word);
  for (const RelatedWord& related :
       index.vocabulary().related(word, coverage_min, near_words_max)) {
    words.insert(related.word);
  }
  words.erase(word);
  std::vector<NearWord> candidates;
  for (const std::string& other : words) {
    const double cost = cost_of(typed, Letters(characters(other)), most);
    if (cost <= most) {
      const double frequency = common_frequency(index, index.vocabulary().terms_of(other));
      if (frequency > 0) {
        candidates.push_back({other, cost, frequency});
      }
    }
  }
  if (candidates.empty()) {
    return std::nullopt;
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto& a, const auto& b) { return a.score() < b.score(); });
  const NearWord& best = candidates.front();
  // Another form of the best word says the same.
  const std::vector<std::string> terms = index.vocabulary().terms_of(best.word);
  const bool is_alone =
      std::none_of(candidates.begin() + 1, candidates.end(), [&](const NearWord& other) {
        return other.score() - best.score() < clear_distance &&
               index.vocabulary().terms_of(other.word) != terms;
      });
  const double clear_cost =
      typed.text.size() < short_letters ? clear_cost_max_short : clear_cost_max;
  const bool begins_alike = characters(best.word).front() == typed.text.front();
  return Correction{best.word, is_alone && begins_alike && best.cost <= clear_cost};
}

}  // namespace

std::optional<Correction> correction_of(const std::string& word, const IndexReader& index) {
  constexpr std::size_t remembered_max = 8192;
  return remembered(index.memory().corrections, word, remembered_max,
                    [&] { return find_correction(word, index); });
}

}  // namespace pilcrow
