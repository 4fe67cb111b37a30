// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index_reader.h"

#include <sys/stat.h>
#include <algorithm>

#include "analysis/function_words.h"
#include "pilcrow/analyzer.h"
#include "searcher/remembered.h"
#include "store/database.h"

namespace pilcrow {
namespace {

// A rebuild puts another folder at the same path, which Xapian's reopen does not look for.
std::pair<std::uint64_t, std::uint64_t> id_of_folder(const std::filesystem::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    return {};
  }
  return {status.st_dev, status.st_ino};
}

}  // namespace

IndexReader::IndexReader(std::filesystem::path path) : path_(std::move(path)) {
  open();
}

void IndexReader::open() {
  folder_id_ = id_of_folder(path_);
  database_ = open_database(path_);
  read("open it", [this] {
    require_compatible(database_, path_, Analyzer::fingerprint());
    read_facts();
  });
}

bool IndexReader::reopen() {
  if (id_of_folder(path_) != folder_id_) {
    open();
    return true;
  }
  const bool moved = database_.reopen();
  if (moved) {
    read_facts();
  }
  return moved;
}

void IndexReader::read_facts() {
  statistics_ = read_statistics(database_);
  vocabulary_.emplace(database_);
  query_languages_.clear();
  term_frequencies_.clear();
  for (const auto& [language, passages] : statistics_.passage_languages) {
    const bool differs = Analyzer::has_stemmer(language) || has_function_words(language);
    query_languages_[differs ? language : ""] += static_cast<double>(passages);
  }
}

std::optional<ArticleRecord> IndexReader::find_article(const ArticleKey& key) const {
  const std::string bytes = database_.get_metadata(key.metadata_key());
  if (bytes.empty()) {
    return std::nullopt;
  }
  return decode_article(bytes);
}

double IndexReader::term_frequency(const std::string& term) const {
  constexpr std::size_t remembered_max = 32'768;  // Some 4 MB.
  return remembered(term_frequencies_, term, remembered_max,
                    [&]() -> double { return database_.get_termfreq(term); });
}

PassageRecord IndexReader::passage(Xapian::docid document) const {
  return decode_passage(database_.get_document(document, Xapian::DOC_ASSUME_VALID).get_data());
}

ForwardIndex IndexReader::forward(Xapian::docid document) const {
  const Xapian::Document found = database_.get_document(document, Xapian::DOC_ASSUME_VALID);
  return decode_forward_index(found.get_value(forward_slot));
}

std::vector<Xapian::docid> IndexReader::documents_of(const ArticleKey& key) const {
  const std::string term = key.term();
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

}  // namespace pilcrow
