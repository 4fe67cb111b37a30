// SPDX-License-Identifier: GPL-2.0-or-later
// Which builder makes a new index.
#pragma once

#include <string>
#include <string_view>

#include "pilcrow/indexer.h"

namespace pilcrow {

struct BuilderChoice {
  Builder builder = Builder::api;  // Not `automatic`.
  std::string reason = {};
  bool fell_back = false;  // To `api`, since Xapian is of an unproven version.
};

// For a build with this version of Xapian.
BuilderChoice choose_builder(Builder asked, std::string_view xapian_version);

// The same with the one that this program uses.
BuilderChoice choose_builder(Builder asked);

}  // namespace pilcrow
