// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/fact_query.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "analysis/folding.h"
#include "corpus/language_code.h"
#include "searcher/fact_match.h"
#include "searcher/facts.h"
#include "store/schema.h"

namespace pilcrow {
namespace {

// More terms take longer than looking at passages one by one.
constexpr std::size_t articles_by_term_max = 1024;
constexpr std::size_t articles_looked_at_max = 2048;
constexpr std::size_t fact_terms_max = 10'000;

// The pieces of a value between ASCII characters that are no letters or digits.
std::vector<std::string> pieces_of(const std::string& folded) {
  std::vector<std::string> pieces(1);
  for (const char byte : folded) {
    const auto code = static_cast<unsigned char>(byte);
    if (code >= 0x80 || std::isalnum(code) != 0) {
      pieces.back().push_back(byte);
    } else if (!pieces.back().empty()) {
      pieces.emplace_back();
    }
  }
  std::erase(pieces, "");
  return pieces;
}

// The articles whose fact has all pieces somewhere; verification looks at its words.
std::optional<FactQuery> facts_that_hold(const std::string& field, const std::string& value,
                                         const IndexReader& index) {
  const std::string prefix = fact_term_prefix(fact_folded(field));
  const std::vector<std::string> pieces = pieces_of(fact_folded(value));
  std::vector<std::string> facts;
  std::size_t looked_at = 0;
  bool is_known = true;
  index.for_each_term(prefix, [&](const std::string& term, double /*articles*/) {
    const std::string fact = term.substr(prefix.size());
    // What was too long for a term is a hash, of which nothing can be said.
    is_known = ++looked_at <= fact_terms_max && !fact.starts_with('H');
    const bool holds = std::all_of(pieces.begin(), pieces.end(), [&](const std::string& piece) {
      return fact.find(piece) != std::string::npos;
    });
    if (holds) {
      facts.push_back(term);
    }
    return is_known;
  });
  return is_known ? std::optional(FactQuery{IndexQuery::facts(std::move(facts)), false})
                  : std::nullopt;
}

std::optional<FactQuery> date_query(const std::string& value) {
  DateRange range;
  if (!parse_date_range(value, range) || range.first_excluded || range.last_excluded) {
    return std::nullopt;
  }
  return FactQuery{date_filter(range.first, range.last), false};
}

}  // namespace

std::optional<FactQuery> fact_query(const std::string& field, const std::string& value,
                                    const IndexReader& index) {
  if (field == "article") {
    return FactQuery{IndexQuery::term(ArticleKey::of_id(value).term()), true};
  }
  if (field == "date") {
    return date_query(value);
  }
  if (field == "lang" || field == "language") {
    // A server is not asked for very many articles, see IndexQuery::in.
    return FactQuery{fact_filter("language", {language_code(value)}), !index.has_server()};
  }
  return facts_that_hold(field, value, index);
}

std::optional<FactQuery> articles_query(const ArticleSet& articles) {
  if (articles.size() > articles_by_term_max) {
    return std::nullopt;
  }
  std::vector<std::string> terms;
  for (const std::uint64_t hash : articles) {
    terms.push_back(ArticleKey{hash}.term());
  }
  return FactQuery{IndexQuery::any_term(terms), true};
}

std::set<std::string> facet_names(const IndexReader& index) {
  const std::string prefix(article_key_prefix);
  std::set<std::string> names;
  for (const IndexPart& part : index.parts()) {
    const Xapian::Database& database = part.database();
    std::size_t looked_at = 0;
    const auto end = database.metadata_keys_end(prefix);
    for (auto key = database.metadata_keys_begin(prefix);
         key != end && ++looked_at <= articles_looked_at_max; ++key) {
      for (const auto& [name, value] : decode_article(database.get_metadata(*key)).facets) {
        names.insert(name);
      }
    }
  }
  return names;
}

}  // namespace pilcrow
