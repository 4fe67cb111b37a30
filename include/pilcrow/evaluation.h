// SPDX-License-Identifier: GPL-2.0-or-later
// Evaluation: how good a ranking is, given judgments, and whether another one is better.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/export.h"

namespace pilcrow {

// Measures of one ranking, each 0 to 1, by the conventions of NIST's trec_eval: gain = grade,
// discount log2(rank + 1), a grade above 0 is relevant.
struct Metrics {
  double ndcg_at_10 = 0;         // Järvelin and Kekäläinen, TOIS 20(4), 2002.
  double average_precision = 0;  // Over the first 1000.
  double reciprocal_rank_at_10 = 0;
  double recall_at_100 = 0;
};

// A measure, by the name that people give it.
struct Measure {
  std::string_view name;
  double Metrics::*value;
};

// Of all rankings, in the order of Metrics; "map" is average precision.
inline constexpr std::array<Measure, 4> measures = {{{"ndcg@10", &Metrics::ndcg_at_10},
                                                     {"map", &Metrics::average_precision},
                                                     {"mrr@10", &Metrics::reciprocal_rank_at_10},
                                                     {"recall@100", &Metrics::recall_at_100}}};

// Scores one ranking (ids, best first) against its judgments (id -> grade; absent: 0).  An id that
// occurs twice counts once.  All 0 where nothing is relevant.  Pure and thread-safe.
PILCROW_EXPORT Metrics evaluate(const std::vector<std::string>& ranking,
                                const std::map<std::string, int>& judgments);

// Query -> document -> grade.
using Judgments = std::map<std::string, std::map<std::string, int>>;

// Query -> documents, best first.
using Rankings = std::map<std::string, std::vector<std::string>>;

// A query of a batch.
struct BatchQuery {
  std::string id = {};
  std::string text = {};
};

// Each reads one file of the kind that NIST's TREC uses, one record a line; blank lines are
// skipped. `name` is what errors call the file.  Throws Error{invalid_argument}, which names the
// line, for a line that is something else or says again what another said, and for a file without
// any record. Judgments: QUERY UNUSED DOCUMENT GRADE, the grade a whole number; separated by white
// space.
PILCROW_EXPORT Judgments read_judgments(std::istream& lines, const std::string& name);
// Runs: QUERY UNUSED DOCUMENT RANK SCORE TAG; documents are ordered as trec_eval does it, by
// falling score, those of equal scores by falling id.
PILCROW_EXPORT Rankings read_run(std::istream& lines, const std::string& name);
// Queries: ID<tab>QUERY.
PILCROW_EXPORT std::vector<BatchQuery> read_queries(std::istream& lines, const std::string& name);

// Reads such queries one by one, as they come through a pipe.
class PILCROW_EXPORT QueryReader {
 public:
  // `lines` must outlive it.  With `numbers_lines`, the id of a query without one is the number of
  // its line.
  QueryReader(std::istream& lines, std::string name, bool numbers_lines);
  ~QueryReader();
  QueryReader(QueryReader&&) noexcept;
  QueryReader& operator=(QueryReader&&) noexcept;

  // Nothing at the end.  Throws as read_queries does, but not for a file without any query.
  std::optional<BatchQuery> next();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Measures of each query that has a relevant document; a query that the run lacks scores 0.
PILCROW_EXPORT std::map<std::string, Metrics> evaluate(const Rankings& run,
                                                       const Judgments& judgments);

// Means over queries; all 0 for none.
PILCROW_EXPORT Metrics mean(const std::map<std::string, Metrics>& queries);

// How sure it is that two systems differ.
struct Comparison {
  double difference = 0;  // Of the means: second minus first.
  double p = 1;           // Probability of a difference so large, were both systems the same.
};

// Compares scores of the same queries by two systems with the two-sided paired randomization test
// (Fisher; Smucker, Allan and Carterette, CIKM 2007): over all exchanges of scores within queries
// where there are at most 2^17, else over 100,000 random ones.  The same `seed` gives the same p.
// Both must have the same length, else Error{invalid_argument}.  Pure and thread-safe.
PILCROW_EXPORT Comparison compare(const std::vector<double>& first,
                                  const std::vector<double>& second, std::uint64_t seed = 1);

}  // namespace pilcrow
