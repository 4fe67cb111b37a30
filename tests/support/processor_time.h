// SPDX-License-Identifier: GPL-2.0-or-later
// For tests of how long something takes, which should not fail where the machine does other work
// too.
#pragma once

#include <ctime>

namespace pilcrow {

// That this process has used so far.
inline double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace pilcrow
