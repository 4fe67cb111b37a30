// SPDX-License-Identifier: GPL-2.0-or-later
// Opening an index that this program can read.
#pragma once

#include <xapian.h>
#include <filesystem>
#include <string>

#include "store/schema.h"

namespace pilcrow {

// True where `path` is a folder that holds a Xapian database.
bool holds_database(const std::filesystem::path& path);

// Opens for reading.  Never follows a stub file, which could name a program to run.  Throws Error:
// not_found, corrupt, io.
Xapian::Database open_database(const std::filesystem::path& path);

// Error{incompatible}, with the remedy, unless this program wrote the index or could have.
// `analyzer` is our fingerprint.
void require_compatible(const Xapian::Database& database, const std::filesystem::path& path,
                        const std::string& analyzer);

// The header; Error{incompatible} where Xapian's database is not an index of ours.
IndexHeader read_header(const Xapian::Database& database, const std::filesystem::path& path);

IndexStatistics read_statistics(const Xapian::Database& database);

}  // namespace pilcrow
