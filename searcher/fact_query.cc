// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/fact_query.h"

#include <vector>

#include "store/schema.h"

namespace pilcrow {
namespace {

// More terms take longer than looking at passages one by one.
constexpr std::size_t articles_by_term_max = 1024;
constexpr std::size_t articles_looked_at_max = 2048;

}  // namespace

std::optional<FactQuery> fact_query(const std::string& field, const std::string& value) {
  if (field == "article") {
    return FactQuery{Xapian::Query(ArticleKey::of_id(value).term()), true};
  }
  return std::nullopt;
}

std::optional<FactQuery> articles_query(const ArticleSet& articles) {
  if (articles.size() > articles_by_term_max) {
    return std::nullopt;
  }
  std::vector<Xapian::Query> terms;
  for (const std::uint64_t hash : articles) {
    terms.emplace_back(ArticleKey{hash}.term());
  }
  return FactQuery{Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()), true};
}

std::set<std::string> facet_names(const IndexReader& index) {
  const Xapian::Database& database = index.database();
  const std::string prefix(article_key_prefix);
  std::set<std::string> names;
  std::size_t looked_at = 0;
  const auto end = database.metadata_keys_end(prefix);
  for (auto key = database.metadata_keys_begin(prefix);
       key != end && ++looked_at <= articles_looked_at_max; ++key) {
    for (const auto& [name, value] : decode_article(database.get_metadata(*key)).facets) {
      names.insert(name);
    }
  }
  return names;
}

}  // namespace pilcrow
