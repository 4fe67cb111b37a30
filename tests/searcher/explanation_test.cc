// SPDX-License-Identifier: GPL-2.0-or-later
// Explanations, facts and similar passages, through the public API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::UnorderedElementsAre;

class ExplanationTest : public testing::Test {
 protected:
  void SetUp() override {
    index_articles(
        folder_ / "index",
        {make_article("a", "The Harbour",
                      "The harbour waits for water.\n\nBoats lie on the sand of the harbour."),
         make_article("b", "Boote", "Die Boote liegen im Hafen.", "de"),
         make_article("c", "Trains", "The railway ends at the harbour. Trains wait.")});
    searcher_ = std::make_unique<Searcher>(folder_ / "index");
  }

  TemporaryPath folder_;
  std::unique_ptr<Searcher> searcher_;
};

// The value of a node is the sum or the product of its details.
void expect_adds_up(const Explanation& score) {
  double sum = 0;
  for (const Explanation& part : score.details) {
    double product = part.details.empty() ? part.value : 1;
    for (const Explanation& factor : part.details) {
      product *= factor.value;
    }
    EXPECT_NEAR(part.value, product, 1e-9);
    sum += part.value;
  }
  EXPECT_NEAR(score.value, sum, 1e-9);
}

TEST_F(ExplanationTest, AddsUpToTheScore) {
  for (const char* query : {"harbour", "boats harbour harbour railway", "har* tra* -sand",
                            "\"the harbour\" water", "title:harbour boats"}) {
    const SearchResults results = searcher_->search(query, {.explain = true});
    ASSERT_FALSE(results.hits.empty()) << query;
    for (const Hit& hit : results.hits) {
      ASSERT_TRUE(hit.explanation);
      EXPECT_NEAR(hit.explanation->value, hit.score, 1e-6) << query;
      expect_adds_up(*hit.explanation);
    }
  }
  EXPECT_FALSE(searcher_->search("harbour").hits[0].explanation);
}

TEST_F(ExplanationTest, SaysWhyAPassageIsNoHit) {
  const struct {
    const char* query;
    const char* passage;
    SearchOptions options;
    std::vector<std::string> reasons;
  } rows[] = {
      {"harbour", "none#1", {}, {"the index has no such passage"}},
      {"harbour", "a#9", {}, {"the index has no such passage"}},
      {"boats", "c#1", {}, {"it has none of: the word \"boats\""}},
      {"boats", "c#1", {.match_all = true}, {"it lacks the word \"boats\""}},
      {"harbour +boats", "c#1", {}, {"it lacks the word \"boats\""}},
      {"+\"ends here\" har*", "c#1", {}, {"it lacks the phrase \"ends here\""}},
      {"harbour -trains", "c#1", {}, {"it has the word \"trains\", which is excluded"}},
      {"title:harbour boa*", "c#1", {}, {"it lacks the word \"harbour\" in the title"}},
      {"harbour",
       "c#1",
       {.filters = {{"language", {"de", "fr"}}}},
       {"its article does not pass the filter language: de or fr"}},
      {"harbour", "c#1", {.since = "2020"}, {"its article does not pass the filter date: 2020.."}},
      {"harbour",
       "c#1",
       {.kinds = {ParagraphKind::caption}},
       {"it is of the kind body, which is not searched"}},
      {"harbour", "c#1", {.score_min = 100}, {"it scores less than is asked for"}},
      {"harbour",
       "a#2",
       {.unit = Unit::article},
       {"others of its article rank higher, and it may have no more hits"}},
      {"", "c#1", {}, {"the query as a whole does not match it"}},
  };
  for (const auto& row : rows) {
    const PassageVerdict verdict =
        searcher_->explain(row.query, parse_passage_id(row.passage), row.options);
    EXPECT_EQ(verdict.reasons, row.reasons) << row.query;
    EXPECT_EQ(verdict.rank, 0U) << row.query;
  }
}

TEST_F(ExplanationTest, SaysWhereAHitRanks) {
  const SearchResults results = searcher_->search("harbour boats");
  for (std::size_t i = 0; i < results.hits.size(); ++i) {
    const Hit& hit = results.hits[i];
    const PassageVerdict verdict = searcher_->explain("harbour boats", hit.passage);
    EXPECT_EQ(verdict.rank, i + 1);
    EXPECT_NEAR(verdict.score, hit.score, 1e-6);
    EXPECT_TRUE(verdict.reasons.empty());
    expect_adds_up(*verdict.explanation);
  }
}

TEST_F(ExplanationTest, SimilarPassagesShareTellingWordsAndLeaveOutThePassageItself) {
  const SearchResults results = searcher_->similar({"a", 1});
  std::vector<std::string> found;
  for (const Hit& hit : results.hits) {
    found.push_back(to_string(hit.passage));
  }
  EXPECT_THAT(found, UnorderedElementsAre("a#2", "c#1"));
  EXPECT_TRUE(searcher_->similar({"none", 1}).hits.empty());
  EXPECT_TRUE(searcher_->similar({"a", 9}).hits.empty());
}

}  // namespace
}  // namespace pilcrow
