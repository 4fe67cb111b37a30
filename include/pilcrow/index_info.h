// SPDX-License-Identifier: GPL-2.0-or-later
// What is known of an index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pilcrow/export.h"

namespace pilcrow {

struct IndexInfo {
  std::string path = {};  // Or the address of a server.
  int format_version = 0;
  std::string analyzer = {};  // Analyzer::fingerprint of the program that made it.
  bool compatible = false;    // With this program.
  std::size_t articles = 0;
  std::size_t duplicates = 0;                         // Articles that are copies of others.
  std::size_t passages = 0;                           // Of the body.
  std::size_t furniture = 0;                          // Captions, bylines and the like.
  double passage_terms_mean = 0;                      // Ranked terms a passage, title included.
  std::map<std::string, std::size_t> languages = {};  // Code ("" unknown) -> articles.
  std::uint64_t disk_bytes = 0;                       // 0 where it is another machine's.
};

// Of several indexes, searched as one: the sums; compatible where all are.  `path`, and what they
// differ in, is empty.
PILCROW_EXPORT IndexInfo total_of(const std::vector<IndexInfo>& parts);

}  // namespace pilcrow
