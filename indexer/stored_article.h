// SPDX-License-Identifier: GPL-2.0-or-later
// Articles in a database: reading one back, replacing and removing it.
#pragma once

#include <xapian.h>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/document_builder.h"
#include "indexer/index_writer.h"
#include "indexer/intake.h"

namespace pilcrow {

Xapian::Document to_xapian(const sealed::DocumentView& document);

// What an index has of an article.
struct StoredPassage {
  PassageRecord record = {};
  std::uint32_t length = 0;  // In ranked words, see store/forward_index.h.
};
struct StoredArticle {
  ArticleKey key = {};
  ArticleRecord record = {};
  std::vector<StoredPassage> passages = {};
};

// What it counts in the statistics of the index.
IndexStatistics statistics_of(const StoredArticle& stored);

// The article with everything that is indexed of it, its paragraphs joined anew.
TakenArticle joined(StoredArticle stored);

bool is_at_same_place(const ArticleRecord& stored, const Article& article);

// What becomes of an article whose key is stored: nothing where it takes the stored one's place.
std::optional<PutResult> compare_with_stored(const ArticleRecord& stored, const Article& article,
                                             std::uint64_t signature);

// All below throw Xapian's exceptions, and Error{corrupt}.

std::optional<ArticleRecord> find_record(const Xapian::Database& database, const ArticleKey& key);

std::optional<StoredArticle> read_stored(const Xapian::Database& database, const ArticleKey& key);

// The stored article, its paragraphs joined anew and typed with what `recurrence` knows by now.
// Nothing where there is none.
std::optional<TakenArticle> read_back_retyped(const Xapian::Database& database,
                                              const ArticleKey& key, const Recurrence& recurrence);

// Removes an article, if it is there, and what it counts.
void remove_article(Xapian::WritableDatabase& database, const ArticleKey& key,
                    IndexStatistics& statistics);

// Puts an article in the place of the one with its key, if there is one.  Returns the number of its
// body passages.
std::size_t replace_article(Xapian::WritableDatabase& database, const TakenArticle& taken,
                            const std::string& language, bool one_language,
                            DocumentBuilder& builder, IndexStatistics& statistics);

// Keeps words with their terms, united with those that are there; returns the words that are new.
std::vector<std::string> unite_words(Xapian::WritableDatabase& database, WordList& words);

// The same, and files the new ones in the vocabulary.
void add_words(Xapian::WritableDatabase& database, WordList& words);

}  // namespace pilcrow
