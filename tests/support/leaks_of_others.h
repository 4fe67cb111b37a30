// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#if defined(__has_feature)
#define PILCROW_HAS_FEATURE(feature) __has_feature(feature)
#else
#define PILCROW_HAS_FEATURE(feature) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || PILCROW_HAS_FEATURE(address_sanitizer)
#include <sanitizer/lsan_interface.h>

namespace pilcrow {
// While one lives, what this thread allocates may leak: Xapian gives nothing back of a compaction
// that an exception ends, and its frames can't be told apart for a suppression.
using LeaksOfOthers = __lsan::ScopedDisabler;
}  // namespace pilcrow
#else
namespace pilcrow {
struct LeaksOfOthers {
  LeaksOfOthers() {}  // So that it is no unused variable.
};
}  // namespace pilcrow
#endif

#undef PILCROW_HAS_FEATURE
