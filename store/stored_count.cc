// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/stored_count.h"

#include <algorithm>
#include <cmath>

namespace pilcrow {

double length_pivot(double length) {
  constexpr double reference_length = 64;
  constexpr double exponent = 0.75;
  return std::pow(std::max(length, 1.0) / reference_length, exponent);
}

Xapian::termcount CountScale::stored(Xapian::termcount count) const {
  if (count == 0) {
    return 0;
  }
  const double rounded = std::round(count * steps_);
  return static_cast<Xapian::termcount>(std::clamp<double>(rounded, 1, stored_count_max));
}

}  // namespace pilcrow
