// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/index_info.h"

#include "pilcrow/analyzer.h"
#include "pilcrow/searcher.h"
#include "searcher/broken_pipe.h"
#include "searcher/location.h"
#include "store/xapian_guard.h"

namespace pilcrow {

std::vector<IndexInfo> index_info(const SearcherOptions& options) {
  std::vector<IndexInfo> indexes;
  for (const std::string& location : options.locations) {
    const BrokenPipeGuard guard(is_server(location));
    indexes.push_back(guarded("read index " + location, [&] {
      return info_of(open_location(location, options.timeout), location, Analyzer::fingerprint());
    }));
  }
  return indexes;
}

}  // namespace pilcrow
