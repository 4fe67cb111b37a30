// SPDX-License-Identifier: GPL-2.0-or-later
// Looking for damage.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pilcrow {

// Xapian's check of its tables, in a child process, since damage can make it crash.  Returns what
// is wrong, one line each.
std::vector<std::string> check_tables(const std::filesystem::path& path);

}  // namespace pilcrow
