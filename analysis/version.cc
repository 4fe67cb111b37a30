// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/version.h"

#include <unicode/uversion.h>
#include <xapian.h>

namespace pilcrow {

std::string version() {
  return PILCROW_VERSION;
}

std::string version_details() {
  UVersionInfo numbers;
  u_getVersion(numbers);
  char icu[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(numbers, icu);
  return "pilcrow " PILCROW_VERSION " (Xapian " + std::string(Xapian::version_string()) + ", ICU " +
         icu + ")";
}

}  // namespace pilcrow
