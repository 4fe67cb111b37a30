// SPDX-License-Identifier: GPL-2.0-or-later
// xapian_search INDEX QUERIES THREADS PASSES: a database of TermGenerator or of Omega, with
// Xapian's QueryParser and BM25.
#include <xapian.h>

#include <iostream>
#include <memory>

#include "bench/peers/queries.h"

namespace {

struct Engine {
  explicit Engine(const std::string& path) : database(path), enquire(database) {
    parser.set_stemmer(Xapian::Stem("en"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser.set_database(database);
  }

  std::size_t search(const std::string& text) {
    constexpr Xapian::doccount wanted = 10;
    enquire.set_query(parser.parse_query(text));
    const Xapian::MSet found = enquire.get_mset(0, wanted);
    std::size_t bytes = 0;
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      bytes += hit.get_document().get_data().size();
    }
    return bytes == 0 ? 0 : found.size();
  }

  Xapian::Database database;
  Xapian::Enquire enquire;
  Xapian::QueryParser parser;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: xapian_search INDEX QUERIES THREADS PASSES\n";
    return 2;
  }
  try {
    peers::search(argv + 2, [&] {
      return [engine = std::make_shared<Engine>(argv[1])](const peers::Query& query) {
        return engine->search(query.text);
      };
    });
    return 0;
  } catch (const Xapian::Error& error) {
    std::cerr << "xapian_search: " << error.get_description() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "xapian_search: " << error.what() << '\n';
  }
  return 2;
}
