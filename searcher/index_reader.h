// SPDX-License-Identifier: GPL-2.0-or-later
// One committed state of an index, and the way to the next.
#pragma once

#include <xapian.h>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "searcher/vocabulary.h"
#include "store/forward_index.h"
#include "store/schema.h"
#include "store/xapian_guard.h"

namespace pilcrow {

class IndexReader {
 public:
  explicit IndexReader(std::filesystem::path path);

  // Runs `work` on one state; where a writer overtakes it, on the next, from the beginning.
  template <typename Work>
  decltype(auto) read(const std::string& doing, Work&& work) {
    return guarded_reader(doing + " in index " + path_.string(), std::forward<Work>(work),
                          [this] { reopen(); });
  }

  // Moves to the newest state; false if this was it.
  bool reopen();

  const Xapian::Database& database() const noexcept { return database_; }

  // Of the body alone, whatever else the database holds.
  double passages() const noexcept { return static_cast<double>(statistics_.passages); }
  double passage_terms_mean() const noexcept { return statistics_.passage_terms_mean(); }

  // Languages in which a word can come out differently, with the number of their passages; ""
  // stands for all others.
  const std::map<std::string, double>& query_languages() const noexcept { return query_languages_; }

  const Vocabulary& vocabulary() const noexcept { return *vocabulary_; }

  // These throw Xapian's exceptions: call them within read().
  std::optional<ArticleRecord> find_article(const ArticleKey& key) const;
  // How many documents have a term.  Remembered.
  double term_frequency(const std::string& term) const;
  // These are of documents that the index has, such as those that a search found.
  PassageRecord passage(Xapian::docid document) const;
  ForwardIndex forward(Xapian::docid document) const;
  // The documents of an article: those of its body, in order, then those of its furniture.
  std::vector<Xapian::docid> documents_of(const ArticleKey& key) const;

 private:
  void open();
  void read_facts();

  std::filesystem::path path_;
  Xapian::Database database_;
  IndexStatistics statistics_;
  std::map<std::string, double> query_languages_;
  std::optional<Vocabulary> vocabulary_;
  mutable std::unordered_map<std::string, double> term_frequencies_;
  std::pair<std::uint64_t, std::uint64_t> folder_id_;  // Device and inode.
};

}  // namespace pilcrow
