// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index_reader.h"

#include <algorithm>
#include <numeric>

#include "analysis/function_words.h"
#include "pilcrow/analyzer.h"
#include "pilcrow/error.h"
#include "searcher/location.h"
#include "store/hash.h"

namespace pilcrow {
namespace {

std::vector<IndexPart> opened(const std::vector<std::string>& locations,
                              std::chrono::milliseconds timeout) {
  if (locations.empty()) {
    throw Error(ErrorCode::invalid_argument, "open an index: none is named; name at least one");
  }
  std::vector<IndexPart> parts;
  for (const std::string& location : locations) {
    guarded("open index " + location, [&] { parts.emplace_back(location, timeout); });
  }
  return parts;
}

// Calls `use` with each name that any of some iterators comes to, in order, and which of them do,
// until it returns false.  Each iterator is sorted, and begins where it shall.
template <typename Iterator, typename Use>
void for_each_united(std::vector<Iterator> names, const Iterator& end, const Use& use) {
  std::vector<std::size_t> at;
  while (true) {
    at.clear();
    std::string least;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == end) {
        continue;
      }
      std::string name = *names[i];
      if (at.empty() || name < least) {
        least = std::move(name);
        at.assign(1, i);
      } else if (name == least) {
        at.push_back(i);
      }
    }
    if (at.empty() || !use(least, names, at)) {
      return;
    }
    for (const std::size_t i : at) {
      ++names[i];
    }
  }
}

}  // namespace

IndexReader::IndexReader(const std::vector<std::string>& locations,
                         std::chrono::milliseconds timeout) {
  bool has_server = false;
  for (const std::string& location : locations) {
    has_server |= is_server(location);
  }
  const BrokenPipeGuard guard(has_server);
  parts_ = opened(locations, timeout);
  has_server_ = has_server;
  guarded("open index " + name(), [this] { read_facts(); });
}

std::string IndexReader::name() const {
  std::string name;
  for (const IndexPart& part : parts_) {
    name += (name.empty() ? "" : ", ") + part.location();
  }
  return name;
}

bool IndexReader::reopen() {
  bool moved = false;
  for (IndexPart& part : parts_) {
    moved |= (!part.is_remote() || is_connected_) && part.reopen();
  }
  if (moved) {
    read_facts();
  }
  return moved;
}

void IndexReader::reconnect() {
  if (is_connected_) {
    return;
  }
  for (IndexPart& part : parts_) {
    if (part.is_remote()) {
      part.reconnect();
    }
  }
  is_connected_ = true;
  read_facts();
}

void IndexReader::read_facts() {
  statistics_ = {};
  std::vector<Xapian::Database> databases;
  for (const IndexPart& part : parts_) {
    statistics_ += part.statistics();
    databases.push_back(part.database());
  }
  vocabulary_.emplace(std::move(databases));
  query_languages_.clear();
  for (const auto& [language, passages] : statistics_.passage_languages) {
    const bool differs = Analyzer::has_stemmer(language) || has_function_words(language);
    query_languages_[differs ? language : ""] += static_cast<double>(passages);
  }
}

std::uint64_t IndexReader::state() const {
  std::string states;
  for (const IndexPart& part : parts_) {
    states += std::to_string(part.state()) + ' ';
  }
  return hash64(states);
}

std::size_t IndexReader::documents() const {
  return std::accumulate(
      parts_.begin(), parts_.end(), std::size_t{0},
      [](std::size_t sum, const IndexPart& part) { return sum + part.database().get_doccount(); });
}

double IndexReader::term_frequency(const std::string& term) const {
  double frequency = 0;
  for (const IndexPart& part : parts_) {
    frequency += part.term_frequency(term);
  }
  return frequency;
}

double IndexReader::collection_frequency(const std::string& term) const {
  double frequency = 0;
  for (const IndexPart& part : parts_) {
    frequency += static_cast<double>(part.database().get_collection_freq(term));
  }
  return frequency;
}

std::optional<ArticleRecord> IndexReader::find_article(std::size_t part,
                                                       const ArticleKey& key) const {
  const std::string bytes = parts_[part].database().get_metadata(key.metadata_key());
  if (bytes.empty()) {
    return std::nullopt;
  }
  return decode_article(bytes);
}

std::optional<ArticlePlace> IndexReader::find_article(std::string_view id) const {
  const ArticleKey key = ArticleKey::of_id(id);
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    std::optional<ArticleRecord> article = find_article(part, key);
    if (article && article->id == id) {
      return ArticlePlace{part, *std::move(article)};
    }
  }
  return std::nullopt;
}

Xapian::Document IndexReader::document(DocumentId id) const {
  return parts_[part_of(id)].database().get_document(document_in_part(id),
                                                     Xapian::DOC_ASSUME_VALID);
}

PassageRecord IndexReader::passage(DocumentId id) const {
  return decode_passage(document(id).get_data());
}

ForwardIndex IndexReader::forward(DocumentId id) const {
  return decode_forward_index(document(id).get_value(forward_slot));
}

std::vector<DocumentId> IndexReader::documents_of(std::size_t part, const ArticleKey& key) const {
  const Xapian::Database& database = parts_[part].database();
  const std::string term = key.term();
  std::vector<DocumentId> documents;
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    documents.push_back(document_id(part, *posting));
  }
  return documents;
}

std::optional<DocumentId> IndexReader::first_with(const std::string& term) const {
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    const auto first = parts_[part].database().postlist_begin(term);
    if (first != parts_[part].database().postlist_end(term)) {
      return document_id(part, *first);
    }
  }
  return std::nullopt;
}

void IndexReader::for_each_word(const std::string& beginning,
                                const std::function<bool(const std::string&)>& use) const {
  const std::string prefix = word_metadata_key(beginning);
  std::vector<Xapian::TermIterator> keys;
  for (const IndexPart& part : parts_) {
    keys.push_back(part.database().metadata_keys_begin(prefix));
  }
  for_each_united(std::move(keys), Xapian::TermIterator(),
                  [&](const std::string& key, const auto& /*keys*/, const auto& /*at*/) {
                    return use(key.substr(word_key_prefix.size()));
                  });
}

void IndexReader::for_each_term(const std::string& beginning,
                                const std::function<bool(const std::string&, double)>& use) const {
  std::vector<Xapian::TermIterator> terms;
  for (const IndexPart& part : parts_) {
    terms.push_back(part.database().allterms_begin(beginning));
  }
  for_each_united(std::move(terms), Xapian::TermIterator(),
                  [&](const std::string& term, const auto& all, const auto& at) {
                    double frequency = 0;
                    for (const std::size_t i : at) {
                      frequency += all[i].get_termfreq();
                    }
                    return use(term, frequency);
                  });
}

}  // namespace pilcrow
