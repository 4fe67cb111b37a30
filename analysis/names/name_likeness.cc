// SPDX-License-Identifier: GPL-2.0-or-later
// The judge: a weighted alignment of two names' sounds (Wagner and Fischer 1974), its cost against
// what names of that length and those scripts may differ by.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "analysis/names/name_keys.h"
#include "analysis/names/sound_costs.h"
#include "analysis/names/sounds.h"

namespace pilcrow {
namespace {

// What two names have in common decides what may differ.
enum class Comparison : std::uint8_t {
  spellings,      // One script: other words of the language look much alike.
  romanisations,  // One script, and one of the names is plainly a romanisation.
  scripts,        // Two scripts.
  unvowelled,     // Two scripts, one of which leaves vowels out.
};

// What it costs that a sound has no partner.
struct GapCosts {
  float vowel = 0;
  float vowel_by_vowel = 0;  // Beside another vowel.
  float consonant = 0;
  float doubled = 0;
  float h = 0;
  float final_h = 0;
  float y = 0;  // Beside a vowel; of a Latin j more.
  float apostrophe = 0;
  float soft_sign = 0;
  float velar_after_n = 0;
};

constexpr GapCosts gap_costs(Comparison comparison) {
  switch (comparison) {
    case Comparison::spellings:
      return {0.60F, 0.26F, 1.00F, 0.16F, 0.40F, 0.08F, 0.25F, 0.12F, 0.24F, 0.70F};
    case Comparison::romanisations:
      return {0.40F, 0.12F, 0.90F, 0.06F, 0.25F, 0.05F, 0.10F, 0.03F, 0.20F, 0.30F};
    case Comparison::scripts:
      return {0.35F, 0.10F, 0.90F, 0.03F, 0.16F, 0.05F, 0.06F, 0.02F, 0.00F, 0.12F};
    case Comparison::unvowelled:
      return {0.05F, 0.05F, 0.90F, 0.01F, 0.16F, 0.03F, 0.06F, 0.02F, 0.00F, 0.12F};
  }
  return {};
}

bool is_unvowelled(NameScript script) {
  return script == NameScript::arabic || script == NameScript::hebrew;
}

bool is_any_of(char sound, std::string_view sounds) {
  return sound != '\0' &&
         std::any_of(sounds.begin(), sounds.end(), [sound](char one) { return one == sound; });
}

// The y of Mariya, the j of Sofija.
bool is_glide(char before, char sound, char after) {
  return is_any_of(before, "iy") && is_any_of(sound, "yj") && is_vowel_sound(after);
}

float vowel_gap_cost(char before, char sound, char after, NameScript script,
                     const GapCosts& costs) {
  constexpr float light = 0.06F;
  constexpr float mute_e = 0.45F;  // At the end, as French writes it.
  const bool beside_vowel = is_vowel_sound(before) || is_vowel_sound(after);
  const bool carries =
      script == NameScript::kana && (sound == 'u' || (sound == 'o' && is_any_of(before, "td")));
  const bool is_ending =
      after == '\0' && (script == NameScript::greek || script == NameScript::georgian);
  if (carries || is_ending || sound == 'A') {
    return std::min(costs.vowel, light);
  }
  if (is_unvowelled(script)) {
    return 2 * light;  // What an unvowelled script writes all the same.
  }
  if (after == '\0' && (sound == 'e' || (sound == 'i' && before == 'y'))) {
    return is_any_of(before, "ny") ? costs.final_h + light : std::min(costs.vowel, mute_e);
  }
  if (is_glide(before, sound, after)) {
    return costs.final_h;
  }
  if (sound == 'y' && beside_vowel) {
    return is_any_of(before, "iy") && after == '\0' ? costs.final_h : costs.y;
  }
  return beside_vowel ? costs.vowel_by_vowel : costs.vowel;
}

float gap_cost(const NameForm& form, std::size_t at, const GapCosts& costs) {
  constexpr float doubled_s = 0.14F;  // Between vowels one s may be a z.
  const std::string_view sounds = form.sounds;
  const char sound = sounds[at];
  const char before = at > 0 ? sounds[at - 1] : '\0';
  const char after = at + 1 < sounds.size() ? sounds[at + 1] : '\0';
  if (sound == '\'') {
    return costs.apostrophe;
  }
  if (sound == '"') {
    return costs.soft_sign;
  }
  if (sound == before) {
    return sound == 's' ? std::min(costs.doubled, doubled_s) : costs.doubled;
  }
  if (sound == 'h') {
    const bool is_mute = after == '\0' && (is_vowel_sound(before) || is_unvowelled(form.script));
    return is_mute ? costs.final_h : costs.h;
  }
  if (is_vowel_sound(sound)) {
    return vowel_gap_cost(before, sound, after, form.script, costs);
  }
  if (is_glide(before, sound, after)) {
    return costs.final_h;
  }
  if (sound == 'j' && (is_vowel_sound(before) || is_vowel_sound(after))) {
    return is_any_of(before, "iy") && after == '\0' ? costs.final_h : costs.y + 0.05F;
  }
  return is_any_of(before, "nN") && is_any_of(sound, "gGkq3c") ? costs.velar_after_n
                                                               : costs.consonant;
}

using Gaps = std::array<float, sounds_max>;

Gaps all_gaps(const NameForm& form, const GapCosts& costs) {
  Gaps gaps{};
  for (std::size_t i = 0; i < form.sounds.size(); ++i) {
    gaps[i] = gap_cost(form, i, costs);
  }
  return gaps;
}

// More than `most` may come out as any such cost.
double alignment_cost(const NameForm& a, const NameForm& b, Comparison comparison, double most) {
  const GapCosts costs = gap_costs(comparison);
  const SoundCosts& table = sound_costs(comparison != Comparison::spellings);
  const Gaps gaps_a = all_gaps(a, costs);
  const Gaps gaps_b = all_gaps(b, costs);
  std::array<float, sounds_max + 1> row{};
  for (std::size_t j = 0; j < b.sounds.size(); ++j) {
    row[j + 1] = row[j] + gaps_b[j];
  }
  for (std::size_t i = 0; i < a.sounds.size(); ++i) {
    const auto& substitutions = table[static_cast<std::size_t>(a.sounds[i])];
    float diagonal = row[0];
    row[0] += gaps_a[i];
    float least = row[0];
    for (std::size_t j = 0; j < b.sounds.size(); ++j) {
      const float substituted = diagonal + substitutions[static_cast<std::size_t>(b.sounds[j])];
      diagonal = row[j + 1];
      row[j + 1] = std::min({substituted, row[j + 1] + gaps_a[i], row[j] + gaps_b[j]});
      least = std::min(least, row[j + 1]);
    }
    if (least > most) {
      return least;  // Costs only grow.
    }
  }
  return row[b.sounds.size()];
}

// x before a consonant other than those of except, expert and extra.
bool is_x_for_sh(std::string_view sounds, std::size_t at) {
  return sounds[at] == 'X' && at + 1 < sounds.size() && !is_vowel_sound(sounds[at + 1]) &&
         !is_any_of(sounds[at + 1], "cpt5hsk4f0");
}

// q without u, kh, zh, -ov and the like: romanisations spell so.
bool is_romanisation(std::string_view sounds) {
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    const bool before_u = i + 1 < sounds.size() && sounds[i + 1] == 'u';
    if ((sounds[i] == '9' && !before_u) || sounds[i] == 'x' || sounds[i] == 'Z' ||
        sounds[i] == 'Q' || sounds[i] == '6' || is_x_for_sh(sounds, i)) {
      return true;
    }
  }
  constexpr std::string_view endings[] = {"ov",  "ev",  "ova", "eva", "sky",
                                          "ski", "vi4", "viC", "wiC"};
  constexpr std::size_t ending_name_min = 6;
  const bool is_long = sounds.size() >= ending_name_min;
  return sounds.starts_with('X') || (is_long && std::any_of(std::begin(endings), std::end(endings),
                                                            [&](std::string_view ending) {
                                                              return sounds.ends_with(ending);
                                                            }));
}

// Arabic letters are one script here, whether or not a word shows that its vowels are written.
NameScript script_of_letters(const NameForm& form) {
  return form.script == NameScript::arabic_with_vowels ? NameScript::arabic : form.script;
}

Comparison comparison_of(const NameForm& a, const NameForm& b) {
  if (script_of_letters(a) != script_of_letters(b)) {
    return is_unvowelled(a.script) || is_unvowelled(b.script) ? Comparison::unvowelled
                                                              : Comparison::scripts;
  }
  const bool is_romanised =
      a.script == NameScript::latin && (is_romanisation(a.sounds) || is_romanisation(b.sounds));
  return is_romanised ? Comparison::romanisations : Comparison::spellings;
}

// Sounds that count for the length of a name: doubled ones once, signs not at all, and of an
// unvowelled comparison the consonants, half as much again.
std::size_t length(std::string_view sounds, Comparison comparison) {
  std::size_t counted = 0;
  std::size_t consonants = 0;
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    const bool is_sign = sounds[i] == '\'' || sounds[i] == '"';
    const bool is_doubled = i > 0 && sounds[i] == sounds[i - 1];
    const bool is_counted = !is_sign && !is_doubled;
    counted += is_counted ? 1 : 0;
    consonants += is_counted && !is_vowel_sound(sounds[i]) ? 1 : 0;
  }
  return comparison == Comparison::unvowelled ? consonants + consonants / 2 : counted;
}

// What names of so many sounds may differ by, for each comparison.
constexpr std::array<std::array<float, 11>, 4> budgets = {{
    {0, 0, 0.00F, 0.05F, 0.10F, 0.15F, 0.25F, 0.46F, 0.60F, 0.60F, 0.60F},
    {0, 0, 0.05F, 0.10F, 0.20F, 0.35F, 0.50F, 0.60F, 0.70F, 0.80F, 0.90F},
    {0, 0, 0.05F, 0.15F, 0.28F, 0.42F, 0.54F, 0.64F, 0.70F, 0.80F, 0.90F},
    {0, 0, 0.15F, 0.28F, 0.40F, 0.46F, 0.55F, 0.65F, 0.70F, 0.80F, 0.90F},
}};

// Pinyin is exact, and most that sounds like it is another word.
constexpr double pinyin_share = 0.7;

// Alphabets but Latin have one spelling for most names; what differs are words and their endings.
constexpr double inflected_share = 0.6;

double likeness(const NameForm& a, const NameForm& b, double least) {
  if (a.script == NameScript::han && b.script == NameScript::han) {
    // Simplifying takes long, so what sounds otherwise is told apart first.
    return a.sounds == b.sounds && simplified_han(a.ideographs) == simplified_han(b.ideographs) ? 1
                                                                                                : 0;
  }
  const Comparison comparison = comparison_of(a, b);
  const std::size_t shorter = std::min(length(a.sounds, comparison), length(b.sounds, comparison));
  const auto& budget_row = budgets[static_cast<std::size_t>(comparison)];
  const bool has_pinyin = (a.script == NameScript::han) != (b.script == NameScript::han);
  const bool is_inflected = comparison == Comparison::spellings && a.script != NameScript::latin;
  const double budget =
      budget_row[std::min(shorter, budget_row.size() - 1)] * (has_pinyin     ? pinyin_share
                                                              : is_inflected ? inflected_share
                                                                             : 1);
  constexpr double rounding = 1e-4;
  const double range = 2 * budget + rounding;
  const double cost = alignment_cost(a, b, comparison, (1 - least) * range + rounding);
  return cost < rounding ? 1 : std::max(0.0, 1 - cost / range);
}

}  // namespace

double name_likeness(std::span<const NameForm> a, std::span<const NameForm> b, double least) {
  double best = 0;
  for (const NameForm& form_a : a) {
    for (const NameForm& form_b : b) {
      best = std::max(best, likeness(form_a, form_b, least));
    }
  }
  return best;
}

double name_likeness(std::string_view a, std::string_view b) {
  return name_likeness(name_forms(a), name_forms(b));
}

}  // namespace pilcrow
