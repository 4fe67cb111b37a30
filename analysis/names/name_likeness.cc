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

constexpr float far = 1;
constexpr std::size_t sound_count = 128;
using CostTable = std::array<std::array<float, sound_count>, sound_count>;

// What it costs that one of `sounds` stands for another of them.
struct Group {
  std::string_view sounds;
  float of_spellings;
  float of_scripts;
};

// Later rows hold against earlier ones.
constexpr Group groups[] = {
    // Vowels.
    {"aeiouIOUA", 0.60F, 0.38F},
    {"ae", 0.30F, 0.12F},
    {"ao", 0.35F, 0.15F},
    {"eo", 0.50F, 0.20F},
    {"ei", 0.20F, 0.12F},
    {"ou", 0.16F, 0.06F},
    {"au", 0.45F, 0.32F},
    {"eu", 0.60F, 0.45F},
    {"eI", 0.20F, 0.06F},
    {"iI", 0.16F, 0.02F},
    {"uO", 0.11F, 0.02F},
    {"oO", 0.20F, 0.06F},
    {"aA", 0.10F, 0.02F},
    {"Ae", 0.15F, 0.08F},
    {"Ao", 0.15F, 0.08F},
    {"iy", 0.08F, 0.03F},
    {"Iy", 0.15F, 0.05F},
    {"ey", 0.32F, 0.06F},
    {"uy", 0.40F, 0.15F},
    {"uw", 0.25F, 0.05F},
    {"ow", 0.30F, 0.06F},
    {"Ow", 0.30F, 0.08F},
    // The back of the mouth.
    {"kqgGxhc49", 0.60F, 0.25F},
    {"kq", 0.12F, 0.04F},
    {"kc", 0.11F, 0.03F},
    {"qc", 0.12F, 0.05F},
    {"k9", 0.11F, 0.04F},
    {"q9", 0.05F, 0.02F},
    {"c9", 0.12F, 0.05F},
    {"kg", 0.25F, 0.10F},
    {"gq", 0.25F, 0.08F},
    {"g9", 0.20F, 0.08F},
    {"gG", 0.06F, 0.03F},
    {"kx", 0.20F, 0.08F},
    {"xh", 0.12F, 0.05F},
    {"x4", 0.12F, 0.08F},
    {"k4", 0.35F, 0.06F},
    {"h4", 0.40F, 0.10F},
    {"gh", 0.60F, 0.12F},
    {"Gh", 0.60F, 0.20F},
    {"qx", 0.25F, 0.10F},
    {"Gq", 0.25F, 0.12F},
    {"Xx", 0.30F, 0.08F},
    {"Xh", 0.60F, 0.25F},
    {"hj", 0.60F, 0.15F},
    {"xj", 0.60F, 0.15F},
    {"gy", 0.60F, 0.20F},
    {"Gy", 0.40F, 0.10F},
    // Sibilants.
    {"sSzZCJQTDj5X349", 0.70F, 0.40F},
    {"sS", 0.26F, 0.08F},
    {"sz", 0.14F, 0.10F},
    {"s5", 0.16F, 0.03F},
    {"sX", 0.60F, 0.10F},
    {"sT", 0.40F, 0.20F},
    {"z6", 0.20F, 0.06F},
    {"SX", 0.30F, 0.03F},
    {"S4", 0.16F, 0.06F},
    {"SC", 0.30F, 0.15F},
    {"SQ", 0.15F, 0.08F},
    {"zZ", 0.26F, 0.10F},
    {"zT", 0.20F, 0.08F},
    {"zD", 0.15F, 0.05F},
    {"zJ", 0.30F, 0.15F},
    {"z5", 0.40F, 0.20F},
    {"ZJ", 0.12F, 0.05F},
    {"Zj", 0.16F, 0.05F},
    {"ZC", 0.40F, 0.20F},
    {"Jj", 0.11F, 0.03F},
    {"J3", 0.11F, 0.05F},
    {"Z3", 0.16F, 0.05F},
    {"g3", 0.11F, 0.03F},
    {"G3", 0.20F, 0.08F},
    {"k3", 0.30F, 0.12F},
    {"j3", 0.20F, 0.05F},
    {"JC", 0.30F, 0.12F},
    {"Jc", 0.35F, 0.10F},
    {"C4", 0.06F, 0.02F},
    {"C9", 0.12F, 0.04F},
    {"49", 0.12F, 0.04F},
    {"C5", 0.20F, 0.06F},
    {"Cc", 0.26F, 0.08F},
    {"4c", 0.26F, 0.10F},
    {"45", 0.20F, 0.08F},
    {"CQ", 0.20F, 0.10F},
    {"CT", 0.30F, 0.08F},
    {"T5", 0.20F, 0.05F},
    {"Tc", 0.30F, 0.08F},
    {"TD", 0.20F, 0.10F},
    {"Dj", 0.20F, 0.06F},
    {"DJ", 0.20F, 0.12F},
    {"DZ", 0.20F, 0.15F},
    {"k5", 0.40F, 0.10F},
    {"J5", 0.35F, 0.15F},
    {"T9", 0.40F, 0.15F},
    {"Cj", 0.35F, 0.12F},
    // Lips and teeth.
    {"bpfv78", 0.80F, 0.60F},
    {"bp", 0.40F, 0.15F},
    {"b7", 0.20F, 0.04F},
    {"v7", 0.10F, 0.03F},
    {"w7", 0.20F, 0.06F},
    {"p8", 0.10F, 0.02F},
    {"f8", 0.10F, 0.02F},
    {"bv", 0.60F, 0.25F},
    {"fp", 0.60F, 0.30F},
    {"v8", 0.60F, 0.20F},
    {"td", 0.40F, 0.15F},
    {"t0", 0.20F, 0.03F},
    {"d6", 0.06F, 0.03F},
    {"t6", 0.40F, 0.15F},
    {"02", 0.05F, 0.02F},
    {"t2", 0.15F, 0.05F},
    {"s2", 0.20F, 0.05F},
    {"06", 0.30F, 0.15F},
    {"s0", 0.40F, 0.15F},
    {"D6", 0.30F, 0.10F},
    // Glides.
    {"jy", 0.12F, 0.04F},
    {"ji", 0.16F, 0.08F},
    {"wv", 0.12F, 0.04F},
    {"vf", 0.25F, 0.10F},
    {"wf", 0.30F, 0.12F},
    {"uv", 0.60F, 0.12F},
    {"uU", 0.16F, 0.02F},
    {"oU", 0.25F, 0.08F},
    {"OU", 0.16F, 0.02F},
    {"wU", 0.25F, 0.05F},
    {"b8", 0.60F, 0.12F},
    {"fh", 0.60F, 0.14F},
    {"f7", 0.40F, 0.10F},
    // Kana.
    {"CY", 0.10F, 0.02F},
    {"tY", 0.60F, 0.12F},
    {"4Y", 0.10F, 0.02F},
    {"9Y", 0.20F, 0.04F},
    {"JW", 0.10F, 0.02F},
    {"dW", 0.60F, 0.10F},
    {"jW", 0.10F, 0.03F},
    {"zW", 0.20F, 0.05F},
    {"3W", 0.10F, 0.04F},
    {"ZW", 0.10F, 0.04F},
    {"DW", 0.20F, 0.08F},
    {"6W", 0.30F, 0.12F},
    {"sW", 0.60F, 0.20F},
    {"YW", 0.20F, 0.10F},
    {"nM", 0.02F, 0.02F},
    {"mM", 0.02F, 0.02F},
    {"j4", 0.40F, 0.12F},
    {"Z4", 0.40F, 0.12F},
    {"J4", 0.30F, 0.10F},
    {"s4", 0.35F, 0.14F},
    {"S4", 0.14F, 0.06F},
    {"Gj", 0.4F, 0.08F},
    {"gj", 0.4F, 0.12F},
    {"gx", 0.40F, 0.12F},
    {"jS", 0.30F, 0.12F},
    {"HG", 0.10F, 0.02F},
    {"Hg", 0.10F, 0.05F},
    {"Hy", 0.10F, 0.06F},
    {"Hj", 0.10F, 0.05F},
    {"H3", 0.10F, 0.05F},
    {"Hh", 0.10F, 0.10F},
    {"HJ", 0.10F, 0.12F},
    {"HZ", 0.10F, 0.14F},
    {"Hx", 0.10F, 0.15F},
    {"T4", 0.30F, 0.08F},
    {"TY", 0.30F, 0.08F},
    {"4Q", 0.25F, 0.14F},
    // Nasals and liquids.
    {"nN", 0.45F, 0.05F},
    {"nm", 0.80F, 0.35F},
    {"lr", 0.90F, 0.60F},
    {"l1", 0.10F, 0.04F},
    {"r1", 0.10F, 0.03F},
    {"\"'", 0.05F, 0.0F},
};

constexpr CostTable make_costs(float Group::*cost) {
  CostTable table{};
  for (std::size_t a = 0; a < sound_count; ++a) {
    for (std::size_t b = 0; b < sound_count; ++b) {
      table[a][b] = a == b ? 0 : far;
    }
  }
  for (const Group& group : groups) {
    for (const char a : group.sounds) {
      for (const char b : group.sounds) {
        if (a != b) {
          table[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = group.*cost;
        }
      }
    }
  }
  return table;
}

constexpr CostTable spelling_costs = make_costs(&Group::of_spellings);
constexpr CostTable script_costs = make_costs(&Group::of_scripts);

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
  return sound != '\0' && sounds.find(sound) != std::string_view::npos;
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

float alignment_cost(const NameForm& a, const NameForm& b, Comparison comparison) {
  const GapCosts costs = gap_costs(comparison);
  const CostTable& table = comparison == Comparison::spellings ? spelling_costs : script_costs;
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
    for (std::size_t j = 0; j < b.sounds.size(); ++j) {
      const float substituted = diagonal + substitutions[static_cast<std::size_t>(b.sounds[j])];
      diagonal = row[j + 1];
      row[j + 1] = std::min({substituted, row[j + 1] + gaps_a[i], row[j] + gaps_b[j]});
    }
  }
  return row[b.sounds.size()];
}

// q without u, kh, zh, -ov and the like: romanisations spell so.
bool is_romanisation(std::string_view sounds) {
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    const bool before_u = i + 1 < sounds.size() && sounds[i + 1] == 'u';
    if ((sounds[i] == '9' && !before_u) || sounds[i] == 'x' || sounds[i] == 'Z' ||
        sounds[i] == 'Q' || sounds[i] == '6') {
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

Comparison comparison_of(const NameForm& a, const NameForm& b) {
  if (a.script != b.script) {
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

double likeness(const NameForm& a, const NameForm& b) {
  const Comparison comparison = comparison_of(a, b);
  const std::size_t shorter = std::min(length(a.sounds, comparison), length(b.sounds, comparison));
  const auto& budget_row = budgets[static_cast<std::size_t>(comparison)];
  const bool has_pinyin = (a.script == NameScript::han) != (b.script == NameScript::han);
  const double budget =
      budget_row[std::min(shorter, budget_row.size() - 1)] * (has_pinyin ? pinyin_share : 1);
  const double cost = alignment_cost(a, b, comparison);
  constexpr double rounding = 1e-4;
  return cost < rounding ? 1 : std::max(0.0, 1 - cost / (2 * budget + rounding));
}

bool is_han(std::span<const NameForm> forms) {
  return !forms.empty() && forms[0].script == NameScript::han;
}

}  // namespace

double name_likeness(std::span<const NameForm> a, std::span<const NameForm> b) {
  double best = 0;
  for (const NameForm& form_a : a) {
    for (const NameForm& form_b : b) {
      best = std::max(best, likeness(form_a, form_b));
    }
  }
  return best;
}

double name_likeness(std::string_view a, std::string_view b) {
  const std::vector<NameForm> forms_a = name_forms(a);
  const std::vector<NameForm> forms_b = name_forms(b);
  if (is_han(forms_a) && is_han(forms_b)) {
    return simplified_han(a) == simplified_han(b) ? 1 : 0;
  }
  return name_likeness(std::span(forms_a), std::span(forms_b));
}

}  // namespace pilcrow
