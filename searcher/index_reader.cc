// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index_reader.h"

#include <algorithm>
#include <numeric>
#include <thread>

#include "analysis/language_defaults.h"
#include "base/hash.h"
#include "pilcrow/error.h"
#include "searcher/location.h"

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

// Whether it is quicker to have all words of a server sent at once than to ask for them block by
// block.  By the quickest of some answers: others waited for what else the machine does.
bool is_far(const IndexPart& part) {
  using Clock = std::chrono::steady_clock;
  constexpr int tries = 3;
  constexpr std::chrono::microseconds far(500);
  if (!part.is_remote()) {
    return false;
  }
  Xapian::Database database = part.database();
  Clock::duration quickest = Clock::duration::max();
  for (int i = 0; i < tries; ++i) {
    const Clock::time_point begin = Clock::now();
    database.keep_alive();
    quickest = std::min(quickest, Clock::now() - begin);
  }
  return quickest >= far;
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
                         std::chrono::milliseconds timeout, std::size_t threads)
    : threads_max_(threads) {
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
  std::vector<bool> are_far;
  for (const IndexPart& part : parts_) {
    statistics_ += part.statistics();
    databases.push_back(part.database());
    are_far.push_back(parts_.size() > 1 && is_far(part));
  }
  threads_ = useful_threads();
  vocabulary_.emplace(std::move(databases), std::move(are_far));
  memory_ = {};
  query_languages_.clear();
  for (const auto& [language, passages] : statistics_.passage_languages) {
    query_languages_[std::string(language_defaults(language).language)] +=
        static_cast<double>(passages);
  }
}

std::size_t IndexReader::useful_threads() const {
  // A thread takes longer to start than it does to search a small folder.
  constexpr std::uint64_t passages_min = 50'000;
  if (has_server_) {
    return parts_.size();
  }
  const auto large = std::count_if(parts_.begin(), parts_.end(), [](const IndexPart& part) {
    return part.statistics().passages >= passages_min;
  });
  const std::size_t useful = threads_max_ > 0
                                 ? threads_max_
                                 : std::min<std::size_t>(static_cast<std::size_t>(large),
                                                         std::thread::hardware_concurrency());
  return std::clamp<std::size_t>(useful, 1, parts_.size());
}

double IndexReader::article_documents_mean() const noexcept {
  const std::uint64_t documents = statistics_.passages + statistics_.furniture;
  const std::uint64_t articles = std::max<std::uint64_t>(statistics_.articles, 1);
  return std::max(1.0, static_cast<double>(documents) / static_cast<double>(articles));
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
  const std::string bytes = parts_[part].metadata(key.metadata_key());
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
  return decode_passage(parts_[part_of(id)].data(document_in_part(id)));
}

ForwardIndex IndexReader::forward(DocumentId id) const {
  return decode_forward_index(parts_[part_of(id)].value(document_in_part(id), forward_slot));
}

ArticleKey IndexReader::article_of(DocumentId id) const {
  return ArticleKey::of_value(parts_[part_of(id)].value(document_in_part(id), article_slot));
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
