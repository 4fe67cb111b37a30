// SPDX-License-Identifier: GPL-2.0-or-later
// Facts about an index that is open.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <string>

#include "pilcrow/index_info.h"

namespace pilcrow {

// `location` is its path or address, `analyzer` our fingerprint.  Throws Xapian's exceptions, and
// Error{incompatible} where it is no index of ours.
IndexInfo info_of(const Xapian::Database& database, const std::string& location,
                  const std::string& analyzer);

// What the files in a folder (not below it) take; 0 where there is none.
std::uint64_t folder_bytes(const std::filesystem::path& folder);

}  // namespace pilcrow
