// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/names/sound_costs.h"

#include <cstddef>
#include <string_view>

namespace pilcrow {
namespace {

constexpr float other_sound = 1;

// What it costs that one of `sounds` stands for another of them.
struct Group {
  std::string_view sounds;
  float of_spellings;
  float of_scripts;
};

// Later rows hold against earlier ones.
constexpr Group groups[] = {
    // Classes; a pair of its own holds against them.
    {"aeiouIOUA", 0.60F, 0.38F},
    {"kqgGxhc49", 0.60F, 0.25F},
    {"sSzZCJQTDj5X349", 0.70F, 0.40F},
    {"bpfv78", 0.80F, 0.60F},
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
    {"TY", 0.30F, 0.08F},
    // Vowels and glides.
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
    {"uU", 0.16F, 0.02F},
    {"oU", 0.25F, 0.08F},
    {"OU", 0.16F, 0.02F},
    {"wU", 0.25F, 0.05F},
    // The back of the mouth.
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
    {"49", 0.12F, 0.04F},
    {"4c", 0.26F, 0.10F},
    {"gx", 0.40F, 0.12F},
    {"HG", 0.10F, 0.02F},
    {"Hg", 0.10F, 0.05F},
    {"Hh", 0.10F, 0.10F},
    {"Hx", 0.10F, 0.15F},
    // Sibilants.
    {"Xx", 0.30F, 0.08F},
    {"Xh", 0.60F, 0.25F},
    {"sS", 0.26F, 0.08F},
    {"sz", 0.14F, 0.10F},
    {"s5", 0.16F, 0.03F},
    {"sX", 0.60F, 0.10F},
    {"sT", 0.40F, 0.20F},
    {"z6", 0.20F, 0.06F},
    {"SX", 0.30F, 0.03F},
    {"S4", 0.14F, 0.06F},
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
    {"C5", 0.20F, 0.06F},
    {"Cc", 0.26F, 0.08F},
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
    {"s2", 0.20F, 0.05F},
    {"s0", 0.40F, 0.15F},
    {"D6", 0.30F, 0.10F},
    {"Z4", 0.40F, 0.12F},
    {"J4", 0.30F, 0.10F},
    {"s4", 0.35F, 0.14F},
    {"jS", 0.30F, 0.12F},
    {"H3", 0.10F, 0.05F},
    {"HJ", 0.10F, 0.12F},
    {"HZ", 0.10F, 0.14F},
    {"T4", 0.30F, 0.08F},
    {"4Q", 0.25F, 0.14F},
    // What g, kh and j may be.
    {"hj", 0.60F, 0.15F},
    {"xj", 0.60F, 0.15F},
    {"gy", 0.60F, 0.20F},
    {"Gy", 0.40F, 0.10F},
    {"jy", 0.12F, 0.04F},
    {"ji", 0.16F, 0.08F},
    {"fh", 0.60F, 0.14F},
    {"j4", 0.40F, 0.12F},
    {"Gj", 0.40F, 0.08F},
    {"gj", 0.40F, 0.12F},
    {"Hy", 0.10F, 0.06F},
    {"Hj", 0.10F, 0.05F},
    // Lips and teeth, nasals and liquids.
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
    {"06", 0.30F, 0.15F},
    {"wv", 0.12F, 0.04F},
    {"vf", 0.25F, 0.10F},
    {"wf", 0.30F, 0.12F},
    {"uv", 0.60F, 0.12F},
    {"b8", 0.60F, 0.12F},
    {"f7", 0.40F, 0.10F},
    {"nN", 0.45F, 0.05F},
    {"nm", 0.80F, 0.35F},
    {"lr", 0.90F, 0.60F},
    {"l1", 0.10F, 0.04F},
    {"r1", 0.10F, 0.03F},
    {"\"'", 0.05F, 0.00F},
};

constexpr SoundCosts make_costs(float Group::*cost) {
  SoundCosts table{};
  for (std::size_t a = 0; a < table.size(); ++a) {
    for (std::size_t b = 0; b < table.size(); ++b) {
      table[a][b] = a == b ? 0 : other_sound;
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

constexpr SoundCosts of_spellings = make_costs(&Group::of_spellings);
constexpr SoundCosts of_scripts = make_costs(&Group::of_scripts);

}  // namespace

const SoundCosts& sound_costs(bool across_scripts) {
  return across_scripts ? of_scripts : of_spellings;
}

}  // namespace pilcrow
