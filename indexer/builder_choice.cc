// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/builder_choice.h"

#include <xapian.h>
#include <algorithm>
#include <array>

namespace pilcrow {
namespace {

// With these the tests found databases of both builders equal; docs/index_format.md says how to add
// one.
constexpr std::array<std::string_view, 1> proven_versions = {"1.4.22"};

}  // namespace

BuilderChoice choose_builder(Builder asked, std::string_view xapian_version) {
  if (asked != Builder::automatic) {
    return {asked, "asked for", false};
  }
  const std::string version(xapian_version);
  if (std::find(proven_versions.begin(), proven_versions.end(), version) != proven_versions.end()) {
    return {Builder::sealed, "proven equal with Xapian " + version, false};
  }
  return {Builder::api, "the sealed builder was not proven equal with Xapian " + version, true};
}

BuilderChoice choose_builder(Builder asked) {
  return choose_builder(asked, Xapian::version_string());
}

}  // namespace pilcrow
