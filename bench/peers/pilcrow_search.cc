// SPDX-License-Identifier: GPL-2.0-or-later
// pilcrow_search bare|full INDEX QUERIES THREADS PASSES: Pilcrow through its public API; "bare"
// finds and ranks by words alone, as the peers do, "full" is the default search.
#include <cstring>
#include <exception>
#include <iostream>
#include <memory>

#include "bench/peers/queries.h"
#include "pilcrow/searcher.h"

namespace {

pilcrow::SearchOptions bare_options() {
  pilcrow::SearchOptions options;
  options.names = pilcrow::Names::off;
  options.spelling = pilcrow::Spelling::off;
  options.duplicates = pilcrow::Duplicates::show;
  options.look_alikes = false;
  options.relax_phrases = false;
  options.reranked_max = 0;
  options.snippet_bytes = 0;
  options.exact_count_max = 10;
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::cerr << "usage: pilcrow_search bare|full INDEX QUERIES THREADS PASSES\n";
    return 2;
  }
  try {
    const pilcrow::SearchOptions options =
        std::strcmp(argv[1], "bare") == 0 ? bare_options() : pilcrow::SearchOptions();
    peers::search(argv + 3, [&] {
      return [&options,
              searcher = std::make_shared<pilcrow::Searcher>(argv[2])](const peers::Query& query) {
        return searcher->search(query.text, options).hits.size();
      };
    });
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "pilcrow_search: " << error.what() << '\n';
    return 2;
  }
}
