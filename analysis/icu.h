// SPDX-License-Identifier: GPL-2.0-or-later
// The one place where ICU's status codes become our errors.
#pragma once

#include <unicode/utypes.h>
#include <string>

#include "pilcrow/error.h"

namespace pilcrow {

inline void require_icu(UErrorCode status, const char* doing) {
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, std::string(doing) + ": ICU says " + u_errorName(status) +
                                         "; check that its data is installed");
  }
}

}  // namespace pilcrow
