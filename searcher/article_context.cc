// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/article_context.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pilcrow {
namespace {

constexpr double share_of_passage = 0.5;
constexpr double share_of_article = 2;
constexpr double length_power = 0.75;  // As counts in passages have it.
constexpr std::size_t documents_max = 256;

// A document, and which of the articles has it.
using Member = std::pair<Xapian::docid, std::size_t>;
using Members = std::vector<Member>;

// Adds the documents of an article; how many there are.
std::size_t add_documents(const Xapian::Database& database, const std::string& article_term,
                          std::size_t article, Members& members) {
  std::size_t size = 0;
  const auto end = database.postlist_end(article_term);
  for (auto at = database.postlist_begin(article_term); at != end && size < documents_max; ++at) {
    members.emplace_back(*at, article);
    ++size;
  }
  return size;
}

// Adds the counts that the documents have of a term to those of their articles.
void add_counts(const Xapian::Database& database, const std::string& term, const Members& members,
                std::vector<double>& counts) {
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  for (auto member = members.begin(); member != members.end() && posting != end;) {
    posting.skip_to(member->first);
    if (posting == end) {
      return;
    }
    if (*posting == member->first) {
      counts[member->second] += posting.get_wdf();
      ++member;
    } else {
      member = std::lower_bound(member, members.end(), Member{*posting, 0});
    }
  }
}

// The same, from a server.  It would send a posting list as a whole, so it is asked for the
// passages of the articles that have the term, with their counts for weights.
void add_server_counts(const Xapian::Database& database, const std::string& term,
                       const std::vector<std::string>& article_terms, const Members& members,
                       std::vector<double>& counts) {
  Xapian::Enquire enquire(database);
  enquire.set_query(
      {Xapian::Query::OP_FILTER, Xapian::Query(term),
       Xapian::Query(Xapian::Query::OP_OR, article_terms.begin(), article_terms.end())});
  enquire.set_weighting_scheme(Xapian::TfIdfWeight("nnn"));
  const Xapian::MSet set = enquire.get_mset(0, database.get_doccount());
  for (auto match = set.begin(); match != set.end(); ++match) {
    const auto member = std::lower_bound(members.begin(), members.end(), Member{*match, 0});
    if (member != members.end() && member->first == *match) {
      counts[member->second] += match.get_weight();
    }
  }
}

}  // namespace

// Of one of the indexes: the articles that it has, and their documents, ascending.
struct ArticleContext::PartArticles {
  std::vector<std::string> terms = {};
  Members members = {};
};

ArticleContext::ArticleContext(const std::vector<RankedTerms>& ranked, const IndexReader& index,
                               Unit unit)
    : index_(index), documents_mean_(index.article_documents_mean()) {
  share_ =
      (unit == Unit::article ? share_of_article : share_of_passage) * (1 - 1 / documents_mean_);
  for (const RankedTerms& terms : ranked) {
    if (!terms.forms.empty()) {
      words_.push_back(&terms);
    }
  }
}

std::vector<double> ArticleContext::counts_of(const RankedTerms& word,
                                              const std::vector<PartArticles>& found,
                                              std::size_t articles) const {
  std::vector<double> counts(articles);
  for (std::size_t number = 0; number < found.size(); ++number) {
    const auto& [article_terms, members] = found[number];
    const IndexPart& part = index_.parts()[number];
    for (const std::string& term : word.terms) {
      if (part.is_remote() && !members.empty()) {
        add_server_counts(part.database(), term, article_terms, members, counts);
      } else {
        add_counts(part.database(), term, members, counts);
      }
    }
  }
  return counts;
}

std::vector<std::vector<double>> ArticleContext::parts(
    const std::vector<PlacedArticle>& articles) const {
  std::vector<PartArticles> found(index_.parts().size());
  std::vector<double> relative;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    PartArticles& in_part = found[articles[i].part];
    in_part.terms.push_back(articles[i].key.term());
    const std::size_t size = add_documents(index_.parts()[articles[i].part].database(),
                                           in_part.terms.back(), i, in_part.members);
    const double documents = static_cast<double>(std::max<std::size_t>(size, 1));
    relative.push_back(std::pow(documents_mean_ / documents, length_power));
  }
  for (PartArticles& in_part : found) {
    std::sort(in_part.members.begin(), in_part.members.end());
  }
  std::vector<std::vector<double>> parts;
  for (const RankedTerms* word : words_) {
    std::vector<double> counts = counts_of(*word, found, articles.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const double count = count_in_mean_passage(counts[i], index_) * relative[i];
      counts[i] = share_ * word->factor * word->idf * term_frequency_part(count);
    }
    parts.push_back(std::move(counts));
  }
  return parts;
}

std::vector<double> ArticleContext::scores(const std::vector<PlacedArticle>& articles) const {
  std::vector<double> sums(articles.size());
  for (const std::vector<double>& of_word : parts(articles)) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
      sums[i] += of_word[i];
    }
  }
  return sums;
}

std::vector<Explanation> ArticleContext::explain(const PlacedArticle& article) const {
  std::vector<Explanation> of_words;
  const std::vector<std::vector<double>> all = parts({article});
  for (std::size_t word = 0; word < words_.size(); ++word) {
    of_words.push_back(
        {all[word].front(), '"' + words_[word]->name + "\" in the whole article", {}});
  }
  return of_words;
}

}  // namespace pilcrow
