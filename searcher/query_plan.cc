// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_plan.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "pilcrow/error.h"
#include "store/schema.h"

namespace pilcrow {
namespace {

class Planner {
 public:
  Planner(const IndexReader& index, const Analyzer& analyzer, const NameAliases& aliases,
          const SearchOptions& options)
      : index_(index),
        analyzer_(analyzer),
        expander_(index, analyzer, aliases, options),
        prefix_words_max_(options.prefix_words_max),
        kinds_(options.kinds) {}

  QueryPlan plan(const ParsedQuery& parsed) {
    plan_.notes = parsed.notes;
    kinds_ = parsed.kinds.empty() ? kinds_ : parsed.kinds;
    for (const Clause& clause : parsed.clauses) {
      clause.kind == ClauseKind::prefix ? add_prefix(clause) : add_words(clause);
    }
    drop_words_that_rank_nothing();
    expand_words();
    for (PlannedClause& clause : plan_.clauses) {
      clause.weight = weight_of(clause);
    }
    plan_.exact = std::all_of(plan_.clauses.begin(), plan_.clauses.end(), [](const auto& clause) {
      return clause.kind == ClauseKind::words && !clause.in_title;
    });
    plan_.query = only_kinds(build(!parsed.kinds.empty()), kinds_);
    return std::move(plan_);
  }

 private:
  std::vector<PlannedWord> analyze(const std::string& text) {
    std::vector<PlannedWord> words = plan_words(text, index_, analyzer_);
    words_ += words.size();
    if (words_ > query_words_max) {
      throw Error(ErrorCode::bad_query, "read the query: it has more than " +
                                            std::to_string(query_words_max) +
                                            " words; search for its main words");
    }
    return words;
  }

  // Plain words that follow each other may be the words of one name.
  void expand_words() {
    std::vector<ExpandedWord> run;
    const auto finish_run = [&] {
      expander_.expand(run, words_);
      run.clear();
    };
    for (PlannedClause& clause : plan_.clauses) {
      if (clause.kind != ClauseKind::words || clause.in_title ||
          clause.role == ClauseRole::excluded) {
        finish_run();
        continue;
      }
      run.push_back({&clause.words.front(), clause.role == ClauseRole::required});
    }
    finish_run();
    for (std::string& note : expander_.take_notes()) {
      plan_.notes.push_back(std::move(note));
    }
  }

  void add_words(const Clause& clause) {
    std::vector<PlannedWord> words = analyze(clause.text);
    if (words.empty()) {
      return;
    }
    // Excluding "re-education" must not exclude all that has "education".
    const bool together = clause.kind == ClauseKind::phrase ||
                          (clause.role == ClauseRole::excluded && words.size() > 1);
    if (together) {
      plan_.clauses.push_back({ClauseKind::phrase, clause.role, clause.in_title, std::move(words)});
      return;
    }
    for (PlannedWord& word : words) {
      plan_.clauses.push_back({ClauseKind::words, clause.role, clause.in_title, {std::move(word)}});
    }
  }

  void add_prefix(const Clause& clause) {
    std::vector<PlannedWord> parts = analyze(clause.text);
    if (parts.empty()) {
      return;
    }
    // `al-kha*`: the parts in front are words of their own.
    const std::string prefix = parts.back().word;
    parts.pop_back();
    for (PlannedWord& part : parts) {
      plan_.clauses.push_back({ClauseKind::words, clause.role, clause.in_title, {std::move(part)}});
    }
    plan_.clauses.push_back(
        {ClauseKind::prefix, clause.role, clause.in_title, expand(prefix), prefix});
  }

  std::vector<PlannedWord> expand(const std::string& prefix) {
    std::vector<PlannedWord> words;
    const std::string key_prefix = word_metadata_key(prefix);
    const Xapian::Database& database = index_.database();
    const auto end = database.metadata_keys_end(key_prefix);
    for (auto key = database.metadata_keys_begin(key_prefix); key != end; ++key) {
      if (words.size() == prefix_words_max_) {
        plan_.notes.push_back(prefix + "* stands for more than " +
                              std::to_string(prefix_words_max_) +
                              " words; the alphabetically first were searched");
        break;
      }
      words.push_back(
          {(*key).substr(word_key_prefix.size()), split_terms(database.get_metadata(*key))});
    }
    return words;
  }

  // Stop words count 0 in the passages of their language.  A word that is one nearly everywhere
  // would find half of the index and rank nothing, so it is left out where others remain.
  void drop_words_that_rank_nothing() {
    const auto ranks_nothing = [this](const PlannedClause& clause) {
      return clause.kind == ClauseKind::words && !clause.in_title &&
             clause.role != ClauseRole::excluded && is_stop_word(clause.words.front());
    };
    const bool others_remain =
        std::any_of(plan_.clauses.begin(), plan_.clauses.end(), [&](const PlannedClause& clause) {
          return clause.role != ClauseRole::excluded && !ranks_nothing(clause);
        });
    if (others_remain) {
      std::erase_if(plan_.clauses, ranks_nothing);
    }
  }

  bool is_stop_word(const PlannedWord& word) const {
    double occurrences = 0;
    for (const std::string& term : word.terms) {
      occurrences += index_.database().get_collection_freq(term);
    }
    return 2 * occurrences < common_frequency(index_.database(), word.terms);
  }

  // The idf of the rarest word.
  double weight_of(const PlannedClause& clause) const {
    double frequency = 0;
    for (const PlannedWord& word : clause.words) {
      const double sum = common_frequency(index_.database(), word.terms);
      const bool any = clause.kind == ClauseKind::prefix;
      frequency = any ? frequency + sum : (frequency == 0 ? sum : std::min(frequency, sum));
    }
    return std::log(1 + (index_.passages() + 1.0) / (frequency + 1.0));
  }

  Xapian::Query rank(PlannedTerms planned, bool ranks) {
    if (ranks) {
      std::move(planned.ranked.begin(), planned.ranked.end(), std::back_inserter(plan_.ranked));
    }
    return planned.query;
  }

  Xapian::Query query_of(const PlannedClause& clause) {
    const bool ranks = clause.role != ClauseRole::excluded;
    if (clause.kind == ClauseKind::prefix) {
      std::set<std::string> terms;
      for (const PlannedWord& word : clause.words) {
        terms.insert(word.terms.begin(), word.terms.end());
      }
      return rank(
          plan_terms(clause.prefix + '*', {terms.begin(), terms.end()}, index_, kinds_), ranks);
    }
    std::vector<Xapian::Query> parts;
    for (const PlannedWord& word : clause.words) {
      parts.push_back(rank(plan_word(word, index_, kinds_), ranks));
    }
    return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
  }

  // With `lists_kinds`, a query that names nothing to find finds all passages of its kinds.
  Xapian::Query build(bool lists_kinds) {
    std::vector<Xapian::Query> required;
    std::vector<Xapian::Query> optional;
    std::vector<Xapian::Query> excluded;
    for (const PlannedClause& clause : plan_.clauses) {
      if (clause.role == ClauseRole::required) {
        required.push_back(query_of(clause));
      } else if (clause.role == ClauseRole::optional) {
        optional.push_back(query_of(clause));
      } else if (clause.kind == ClauseKind::words && !clause.in_title) {
        excluded.push_back(query_of(clause));  // Anything else is left to verification.
      }
    }
    Xapian::Query query(Xapian::Query::OP_OR, optional.begin(), optional.end());
    if (!required.empty()) {
      const Xapian::Query all(Xapian::Query::OP_AND, required.begin(), required.end());
      query = optional.empty() ? all : Xapian::Query(Xapian::Query::OP_AND_MAYBE, all, query);
    }
    if (query.empty() && lists_kinds) {
      query = all_of_kinds(kinds_);
    }
    if (!excluded.empty() && !query.empty()) {
      query = Xapian::Query(Xapian::Query::OP_AND_NOT, query,
                            Xapian::Query(Xapian::Query::OP_OR, excluded.begin(), excluded.end()));
    }
    return query;
  }

  const IndexReader& index_;
  const Analyzer& analyzer_;
  WordExpander expander_;
  const std::size_t prefix_words_max_;
  std::set<ParagraphKind> kinds_;
  std::size_t words_ = 0;
  QueryPlan plan_;
};

}  // namespace

std::string suggested_query(const QueryPlan& plan) {
  std::string text;
  bool replaced = false;
  for (const PlannedClause& clause : plan.clauses) {
    if (clause.role == ClauseRole::excluded || clause.kind == ClauseKind::prefix) {
      continue;
    }
    for (const PlannedWord& word : clause.words) {
      replaced |= !word.suggestion.empty();
      text.append(text.empty() ? "" : " ")
          .append(word.suggestion.empty() ? word.word : word.suggestion);
    }
  }
  return replaced ? text : "";
}

QueryPlan plan_query(const ParsedQuery& parsed, const IndexReader& index, const Analyzer& analyzer,
                     const NameAliases& aliases, const SearchOptions& options) {
  QueryPlan plan = Planner(index, analyzer, aliases, options).plan(parsed);
  const auto excludes = [](const PlannedClause& clause) {
    return clause.role == ClauseRole::excluded;
  };
  if (plan.query.empty() && !plan.clauses.empty() &&
      std::all_of(plan.clauses.begin(), plan.clauses.end(), excludes)) {
    plan.notes.emplace_back("the query only says what to leave out; add a word to find");
  }
  return plan;
}

}  // namespace pilcrow
