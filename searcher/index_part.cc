// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index_part.h"

#include <sys/stat.h>

#include "base/hash.h"
#include "searcher/location.h"
#include "searcher/remembered.h"
#include "store/database.h"

namespace pilcrow {
namespace {

// A rebuild puts another folder at the same path, which Xapian's reopen does not look for.
std::pair<std::uint64_t, std::uint64_t> id_of_folder(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    return {};
  }
  return {status.st_dev, status.st_ino};
}

// Runs `read` on tables that are read in place, and throws what Xapian would of them.
template <typename Read>
auto read_in_place(const Read& read) {
  try {
    return read();
  } catch (const sealed::TableOvertaken& error) {
    throw Xapian::DatabaseModifiedError(error.what());
  } catch (const sealed::TableDamaged& error) {
    throw Xapian::DatabaseCorruptError(error.what());
  }
}

}  // namespace

IndexPart::IndexPart(std::string location, std::chrono::milliseconds timeout)
    : location_(std::move(location)), timeout_(timeout), is_remote_(is_server(location_)) {
  open();
}

void IndexPart::open() {
  folder_id_ = is_remote_ ? folder_id_ : id_of_folder(location_);
  database_ = open_location(location_, timeout_);
  require_compatible(database_, location_, Analyzer::fingerprint());
  read_facts();
}

bool IndexPart::reopen() {
  if (!is_remote_ && id_of_folder(location_) != folder_id_) {
    open();
    return true;
  }
  const bool moved = database_.reopen();
  if (moved) {
    read_facts();
  }
  return moved;
}

void IndexPart::reconnect() {
  open();
}

void IndexPart::read_facts() {
  tables_ = is_remote_ ? nullptr
                       : sealed::DatabaseReader::open(location_, database_.get_uuid(),
                                                      database_.get_revision(), slots);
  statistics_ = read_statistics(database_);
  term_frequencies_.clear();
  fact_articles_.clear();
}

// A server does not tell the revision of its database; ids of documents are never used again, so
// whatever changes, one of these numbers does.
std::uint64_t IndexPart::state() const {
  const std::string uuid = database_.get_uuid();
  if (!is_remote_) {
    return hash64(uuid + std::to_string(database_.get_revision()));
  }
  return hash64(uuid + ' ' + std::to_string(database_.get_lastdocid()) + ' ' +
                std::to_string(database_.get_doccount()) + ' ' + encode(statistics_));
}

const Analyzer& IndexPart::analyzer() const {
  if (!analyzer_) {
    analyzer_ = std::make_unique<Analyzer>();
  }
  return *analyzer_;
}

Xapian::Document IndexPart::stored(Xapian::docid document) const {
  return database_.get_document(document, Xapian::DOC_ASSUME_VALID);
}

std::optional<std::string> IndexPart::data_in_place(Xapian::docid document) const {
  return tables_ ? read_in_place([&] { return tables_->data(document); }) : std::nullopt;
}

std::string IndexPart::data(const Xapian::Document& document) const {
  std::optional<std::string> data = data_in_place(document.get_docid());
  return data ? *std::move(data) : document.get_data();
}

std::string IndexPart::data(Xapian::docid document) const {
  std::optional<std::string> data = data_in_place(document);
  return data ? *std::move(data) : stored(document).get_data();
}

std::string IndexPart::metadata(const std::string& key) const {
  std::optional<std::string> found =
      tables_ ? read_in_place([&] { return tables_->metadata(key); }) : std::nullopt;
  return found ? *std::move(found) : database_.get_metadata(key);
}

std::string_view IndexPart::value_in_place(Xapian::docid document, Xapian::valueno slot) const {
  return read_in_place([&] { return tables_->value(document, slot); });
}

std::string_view IndexPart::value(const Xapian::Document& document, Xapian::valueno slot) const {
  return tables_ ? value_in_place(document.get_docid(), slot)
                 : values_.at(slot) = document.get_value(slot);
}

std::string_view IndexPart::value(Xapian::docid document, Xapian::valueno slot) const {
  return tables_ ? value_in_place(document, slot)
                 : values_.at(slot) = stored(document).get_value(slot);
}

Xapian::doccount IndexPart::term_frequency(const std::string& term) const {
  constexpr std::size_t remembered_max = 32'768;  // Some 4 MB.
  return remembered(term_frequencies_, term, remembered_max,
                    [&] { return database_.get_termfreq(term); });
}

// The first documents of articles have the terms of facts; in place of the articles' keys, which
// would be asked for one by one, a search returns those by which it collapsed.
std::shared_ptr<const ArticleSet> IndexPart::articles_with(const std::string& term) const {
  constexpr std::size_t remembered_max = 256;
  return remembered(fact_articles_, term, remembered_max, [&] {
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(term));
    enquire.set_collapse_key(article_slot);
    const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
    auto articles = std::make_shared<ArticleSet>();
    for (auto i = found.begin(); i != found.end(); ++i) {
      articles->insert(ArticleKey::of_value(i.get_collapse_key()).hash);
    }
    return std::shared_ptr<const ArticleSet>(std::move(articles));
  });
}

}  // namespace pilcrow
