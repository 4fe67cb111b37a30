// SPDX-License-Identifier: GPL-2.0-or-later
// sqlite_peer build INDEX PASSAGES, sqlite_peer search INDEX QUERIES THREADS PASSES: SQLite's FTS5
// with stemming and BM25, without a journal, optimised after the build.
#include <sqlite3.h>

#include <cstring>
#include <iostream>
#include <memory>

#include "bench/peers/queries.h"

namespace {

using Database = std::shared_ptr<sqlite3>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Database open(const char* path) {
  sqlite3* database = nullptr;
  const int code = sqlite3_open(path, &database);
  Database owned(database, sqlite3_close);
  if (code != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database));
  }
  return owned;
}

void check(bool good, const Database& database) {
  if (!good) {
    throw std::runtime_error(sqlite3_errmsg(database.get()));
  }
}

void execute(const Database& database, const char* sql) {
  check(sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK, database);
}

Statement prepare(const Database& database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(database.get(), sql, -1, &statement, nullptr) == SQLITE_OK, database);
  return {statement, sqlite3_finalize};
}

void bind(sqlite3_stmt* statement, int at, const std::string& text) {
  sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void build(const char* index, const char* passages) {
  std::ifstream file(passages);
  const Database database = open(index);
  execute(database,
          "PRAGMA journal_mode=off; PRAGMA synchronous=off;"
          "CREATE VIRTUAL TABLE p USING fts5(id UNINDEXED, text, tokenize='porter unicode61');"
          "BEGIN");
  const Statement insert = prepare(database, "INSERT INTO p VALUES(?, ?)");
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    bind(insert.get(), 1, line.substr(0, tab));
    bind(insert.get(), 2, line.substr(tab + 1));
    check(sqlite3_step(insert.get()) == SQLITE_DONE, database);
    sqlite3_reset(insert.get());
  }
  execute(database, "COMMIT; INSERT INTO p(p) VALUES('optimize')");
}

std::size_t search(const Database& database, sqlite3_stmt* select, const std::string& query) {
  bind(select, 1, query);
  std::size_t hits = 0;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(select)) == SQLITE_ROW) {
    hits += sqlite3_column_bytes(select, 0) > 0 ? 1U : 0U;
  }
  check(code == SQLITE_DONE, database);
  sqlite3_reset(select);
  return hits;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 4 && std::strcmp(argv[1], "build") == 0) {
      build(argv[2], argv[3]);
      return 0;
    }
    if (argc == 6 && std::strcmp(argv[1], "search") == 0) {
      peers::search(argv + 3, [&] {
        const Database database = open(argv[2]);
        std::shared_ptr<sqlite3_stmt> select =
            prepare(database, "SELECT text FROM p WHERE p MATCH ? ORDER BY rank LIMIT 10");
        return [database, select](const peers::Query& query) {
          return search(database, select.get(), query.text);
        };
      });
      return 0;
    }
    std::cerr << "usage: sqlite_peer build INDEX PASSAGES | search INDEX QUERIES THREADS PASSES\n";
  } catch (const std::exception& error) {
    std::cerr << "sqlite_peer: " << error.what() << '\n';
  }
  return 2;
}
