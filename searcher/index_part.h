// SPDX-License-Identifier: GPL-2.0-or-later
// One of the indexes that are searched as one: a folder of ours, or a Xapian server's.
#pragma once

#include <xapian.h>
#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pilcrow/analyzer.h"
#include "sealed/database_reader.h"
#include "searcher/article_set.h"
#include "store/schema.h"

namespace pilcrow {

// Everything throws Xapian's exceptions.
class IndexPart {
 public:
  // Throws Error too: as open_location, and incompatible.
  IndexPart(std::string location, std::chrono::milliseconds timeout);

  const std::string& location() const noexcept { return location_; }
  bool is_remote() const noexcept { return is_remote_; }
  const Xapian::Database& database() const noexcept { return database_; }
  const IndexStatistics& statistics() const noexcept { return statistics_; }

  // Moves to the newest state; false if this was it.
  bool reopen();
  // Ends a connection that may be out of step, and begins a new one.
  void reconnect();

  // Tells committed states apart.
  std::uint64_t state() const;

  // For who looks at its documents, which several threads may do for several indexes.
  const Analyzer& analyzer() const;

  // What Xapian has of a document, or under a key of metadata; mostly read without it.
  std::string data(const Xapian::Document& document) const;
  std::string data(Xapian::docid document) const;
  std::string metadata(const std::string& key) const;
  // Valid until the next value of the slot is asked for.
  std::string_view value(const Xapian::Document& document, Xapian::valueno slot) const;
  std::string_view value(Xapian::docid document, Xapian::valueno slot) const;

  // How many documents have a term.  Remembered.
  Xapian::doccount term_frequency(const std::string& term) const;

  // The articles with a fact, by its term.  Remembered.
  std::shared_ptr<const ArticleSet> articles_with(const std::string& term) const;

 private:
  void open();
  void read_facts();
  Xapian::Document stored(Xapian::docid document) const;
  std::optional<std::string> data_in_place(Xapian::docid document) const;
  std::string_view value_in_place(Xapian::docid document, Xapian::valueno slot) const;

  std::string location_;
  std::chrono::milliseconds timeout_;
  bool is_remote_;
  Xapian::Database database_;
  std::unique_ptr<sealed::DatabaseReader> tables_;  // Null where Xapian is to be asked.
  mutable std::array<std::string, slots> values_;   // The last by slot, of those that Xapian read.
  IndexStatistics statistics_;
  std::pair<std::uint64_t, std::uint64_t> folder_id_;  // Device and inode.
  mutable std::unique_ptr<Analyzer> analyzer_;         // Made when it is needed.
  mutable std::unordered_map<std::string, Xapian::doccount> term_frequencies_;
  mutable std::unordered_map<std::string, std::shared_ptr<const ArticleSet>> fact_articles_;
};

}  // namespace pilcrow
