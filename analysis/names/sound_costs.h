// SPDX-License-Identifier: GPL-2.0-or-later
// How far apart two sounds of names are.
#pragma once

#include <array>

namespace pilcrow {

// By two sounds of sounds.h: 0 (the same) to 1 (another sound).  Symmetric.
using SoundCosts = std::array<std::array<float, 128>, 128>;

// The costs between two scripts (or romanisations), or between spellings of one.
const SoundCosts& sound_costs(bool across_scripts);

}  // namespace pilcrow
