// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build_store.h"

#include "pilcrow/analyzer.h"

namespace pilcrow {

std::vector<std::pair<std::string, std::string>> facts_metadata(const BuildFacts& facts) {
  return {{std::string(header_key), encode(IndexHeader{.analyzer = Analyzer::fingerprint()})},
          {std::string(recurring_key), encode_recurring(facts.recurrence->known())},
          {std::string(statistics_key), encode(facts.statistics)}};
}

}  // namespace pilcrow
