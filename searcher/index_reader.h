// SPDX-License-Identifier: GPL-2.0-or-later
// One committed state of each index that is searched, all as one, and the way to the next.
#pragma once

#include <xapian.h>
#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/broken_pipe.h"
#include "searcher/document_id.h"
#include "searcher/index_part.h"
#include "searcher/planned_word.h"
#include "searcher/vocabulary.h"
#include "store/forward_index.h"
#include "store/schema.h"
#include "store/xapian_guard.h"

namespace pilcrow {

// An article, and which of the indexes has it.
struct ArticlePlace {
  std::size_t part = 0;
  ArticleRecord record = {};
};

class IndexReader {
 public:
  // Folders and servers, at least one.  `threads`: as SearcherOptions has them.
  IndexReader(const std::vector<std::string>& locations, std::chrono::milliseconds timeout,
              std::size_t threads = 0);

  // Runs `work` on one state; where a writer overtakes it, or a server has ended the connection, on
  // the next, from the beginning.
  template <typename Work>
  decltype(auto) read(const std::string& doing, Work&& work) {
    const BrokenPipeGuard guard(has_server_);
    const auto work_when_connected = [&]() -> decltype(auto) {
      try {
        reconnect();
        return work();
      } catch (const Xapian::NetworkError&) {
        is_connected_ = false;
        throw;
      }
    };
    return guarded_reader(doing + " in index " + name(), work_when_connected, [this] { reopen(); });
  }

  // Moves to the newest state; false if this was it.
  bool reopen();

  const std::vector<IndexPart>& parts() const noexcept { return parts_; }
  bool has_server() const noexcept { return has_server_; }

  // How many threads shall search the parts, each its own ones.
  std::size_t threads() const noexcept { return threads_; }

  // Of the body alone, whatever else the databases hold.
  double passages() const noexcept { return static_cast<double>(statistics_.passages); }
  double passage_terms_mean() const noexcept { return statistics_.passage_terms_mean(); }

  // How many documents an article has, with its furniture; at least 1.
  double article_documents_mean() const noexcept;

  // Languages in which a word can come out differently, with the number of their passages; ""
  // stands for all others.
  const std::map<std::string, double>& query_languages() const noexcept { return query_languages_; }

  const Vocabulary& vocabulary() const noexcept { return *vocabulary_; }

  // Of this state.
  WordMemory& memory() const noexcept { return memory_; }

  // All these throw Xapian's exceptions: call them within read().

  // Tells committed states apart.
  std::uint64_t state() const;
  // Documents of any kind.
  std::size_t documents() const;
  // How many documents have a term, and how often all of them.  The first is remembered; for words,
  // plan_words remembers both.
  double term_frequency(const std::string& term) const;
  double collection_frequency(const std::string& term) const;

  // In one index; nothing where it does not have the article.
  std::optional<ArticleRecord> find_article(std::size_t part, const ArticleKey& key) const;
  // In the first index that has it.
  std::optional<ArticlePlace> find_article(std::string_view id) const;

  // These are of documents that the index has, such as those that a search found.
  Xapian::Document document(DocumentId id) const;
  PassageRecord passage(DocumentId id) const;
  ForwardIndex forward(DocumentId id) const;
  ArticleKey article_of(DocumentId id) const;
  // The documents of an article: those of its body, in order, then those of its furniture.
  std::vector<DocumentId> documents_of(std::size_t part, const ArticleKey& key) const;
  // The first document that has a term; nothing where none has.
  std::optional<DocumentId> first_with(const std::string& term) const;

  // Calls `use` with each word, or each term and how many documents have it, that begins so, in the
  // order of their bytes, until it returns false.
  void for_each_word(const std::string& beginning,
                     const std::function<bool(const std::string&)>& use) const;
  void for_each_term(const std::string& beginning,
                     const std::function<bool(const std::string&, double)>& use) const;

 private:
  std::string name() const;
  void reconnect();
  void read_facts();
  std::size_t useful_threads() const;

  std::vector<IndexPart> parts_;
  std::size_t threads_max_ = 0;
  std::size_t threads_ = 1;
  bool has_server_ = false;
  bool is_connected_ = true;  // No answer of a server was lost.
  IndexStatistics statistics_;
  std::map<std::string, double> query_languages_;
  std::optional<Vocabulary> vocabulary_;
  mutable WordMemory memory_;
};

}  // namespace pilcrow
