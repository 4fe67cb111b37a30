// SPDX-License-Identifier: GPL-2.0-or-later
// What queries of each form find in the sample corpus: words, phrases, neighbourhoods, groups.
#include <gtest/gtest.h>

#include "tests/searcher/sample_index.h"

namespace pilcrow {
namespace {

using QueryTableTest = SampleIndexTest;

TEST_F(QueryTableTest, WordsInAllTheirForms) {
  expect_found({
      {"crane", "aral:1 khorgos:1,3,5"},
      {"cranes", "aral:1 khorgos:1,3,5"},
      {"CRANE", "aral:1 khorgos:1,3,5"},
      {"lifted", "aral:1 khorgos:1,3"},
      {"glaciers", "aral:5 glacier:1,2,3,4,5 lac:4"},
      {"shrinking", "aral:5 glacier:4"},
      {"teachers", "school:2,3,4"},
      {"Urumchi", "khorgos:4"},
      {"Ürümqi", "khorgos:2,4"},
      {"urumqi", "khorgos:2,4"},
      {"ürümqi hamburg", "khorgos:2,4"},
      {"kokaral", "aral:2 hafen:2"},
      {"Äpfel", "apfel:1,2,3,4"},
      {"apfel", "apfel:1,2,3,4"},
      {"gletscher", "hafen:4"},
      {"Хоргос", "urumchi:2"},
      {"контейнер", "zholy:2 urumchi:2,4"},
      {"контейнеры", "zholy:2 urumchi:2,4"},
      {"порт", "teniz:4 urumchi:2"},
      {"балық", "teniz:1,2,3"},
      {"бөгеті", "teniz:2"},
      {"冰川", "bing:1,2,3,4"},
      {"乌鲁木齐", "tielu:1,2,3,4"},
      {"苹果 葡萄", "tielu:3"},
      {"institutrice", "lac:2,3"},
      {"L'institutrice", "lac:2,3"},
      {"re-education", ""},
      {"pike-perch", "aral:2"},
      {"1957", "glacier:2 lednik:2"},
      {"2005", "aral:2 hafen:2 teniz:2"},
      {"the crane", "aral:1 khorgos:1,3,5"},
      {"the", "aral:1,2,3,4,5 khorgos:1,2,3,4,5 school:1,2,3,4,5 glacier:1,2,3,4,5 wheat:1,2,3,4"},
      {"was", "aral:2 wheat:4"},
      {"nowhere", ""},
  });
}

TEST_F(QueryTableTest, PhrasesAsTheyStand) {
  expect_found({
      {"\"dry port\"", "khorgos:2"},
      {"\"port dry\"", ""},
      {"\"the dry port\"", "khorgos:2"},
      {"\"Dry Port\"", "khorgos:2"},
      {"\"dry ports\"", ""},
      {"“dry port”", "khorgos:2"},
      {"\"syr darya\"", "aral:2,5"},
      {"\"the whole sea back\"", "aral:5"},
      {"\"glacier above almaty\"", "glacier:1,2,3,4,5"},
      {"\"three languages\"", "school:1,2,3,4,5"},
      {"\"a harbour waits\"", "aral:1,2,3,4,5"},
      {"\"sea the cranes\"", ""},
      {"\"pike-perch\"", "aral:2"},
      {"\"pike perch\"", "aral:2"},
      {"\"mud and stones rush\"", "glacier:5"},
      {"\"wheat has sprouted in the ear\"", "wheat:4"},
      {"\"world history in Russian\"", "school:2"},
      {"\"unter den bäumen\"", "apfel:1"},
      {"\"unter den baumen\"", "apfel:1"},
      {"\"сухой порт\"", "urumchi:2"},
      {"\"темір жол\"", "zholy:1,2,3,4"},
      {"\"铁路\"", "tielu:4"},
      {"\"无水港\"", "tielu:2"},
      {"\"salle de gymnastique\"", "lac:1"},
      {"\"dry port\" \"two weeks\"", "khorgos:2"},
      {"\"dry port\" -\"two weeks\"", ""},
      {"\"dry port\" OR \"two metres\"", "aral:4 khorgos:2"},
      {"crane \"dry port\"", "khorgos:2"},
      {"-\"dry port\" crane", "aral:1 khorgos:1,3,5"},
  });
}

TEST_F(QueryTableTest, WordsWithinAWindow) {
  expect_found({
      {"\"port dry\"~0", "khorgos:2"},
      {"\"port the of\"~1", "khorgos:2"},
      {"\"sand quay\"~2", ""},
      {"\"sand quay\"~1", ""},
      {"\"quay sand\"~3", "aral:1"},
      {"\"fish crate\"~1", "aral:1"},
      {"\"fish crate lifted\"~3", "aral:1"},
      {"\"fish crate lifted\"~2", "aral:1"},
      {"\"fish crate lifted\"~1", ""},
      {"\"dam metres two\"~3", "aral:4"},
      {"\"water water\"~20", ""},
      {"\"more water less\"~2", "glacier:4"},
      {"\"water glacier\"~4", "glacier:4"},
      {"\"water glacier\"~3", "glacier:4"},
      {"\"glacier the the\"~3", "glacier:2"},
      {"\"cranes sand\"~50", "aral:1"},
      {"\"harbour sea\"~2", "aral:5"},
      {"\"harbour sea\"~3", "aral:1,2,3,4,5"},
  });
}

TEST_F(QueryTableTest, Neighbours) {
  expect_found({
      {"sand NEAR/2 quay", ""},
      {"sand NEAR/3 quay", ""},
      {"sand NEAR/4 quay", "aral:1"},
      {"quay NEAR/4 sand", "aral:1"},
      {"crane NEAR/1 yellow", "khorgos:1"},
      {"cranes NEAR/1 yellow", "khorgos:1"},
      {"teacher NEAR/2 physics", "school:3"},
      {"teachers NEAR/3 trained", "school:2"},
      {"teachers NEAR/4 trained", "school:2"},
      {"train NEAR/5 weeks", "khorgos:4"},
      {"train NEAR/9 weeks", "khorgos:4"},
      {"ice NEAR melted", "glacier:1"},
      {"river NEAR/3 give", "aral:4"},
      {"glacier NEAR/4 water", "glacier:4"},
      {"glacier NEAR/3 water", "glacier:4"},
      {"port NEAR/1 dry NEAR/2 Khorgos", ""},
      {"port NEAR/1 dry NEAR/1 Khorgos", ""},
      {"(apple OR fish) NEAR/3 (grape OR crate)", "aral:1 khorgos:3"},
      {"\"dry port\" NEAR/2 Khorgos", "khorgos:2"},
      {"\"dry port\" NEAR/1 Khorgos", ""},
      {"cran* NEAR/2 lift", "khorgos:1,3"},
      {"crane~1 NEAR/2 lift", "aral:1 khorgos:1,3"},
      {"lake NEAR/10 wall", "glacier:5"},
      {"lake NOTNEAR/10 wall", "glacier:5"},
      {"port NOTNEAR/1 dry", "khorgos:5 lac:1"},
      {"water NOTNEAR/5 fresh", "aral:4 glacier:3,4"},
      {"glacier NOTNEAR/3 Tuyuksu", "aral:5 glacier:1,2,3,4,5 lac:4"},
      {"-(sand NEAR/4 quay) crane", "khorgos:1,3,5"},
      {"sand NEAR/4 quay OR gauge NEAR/2 railway", "aral:1 khorgos:1"},
      {"city NEAR/3 snow NEAR/8 August", "glacier:3"},
      {"title:(glacier NEAR/2 Almaty)", "glacier:1,2,3,4,5"},
      {"title:glacier NEAR/1 Almaty", ""},
      {"порт NEAR/1 Хоргос", "urumchi:2"},
      {"冰川 NEAR/2 消失", "bing:4"},
  });
}

TEST_F(QueryTableTest, RequiredAndExcluded) {
  expect_found({
      {"+crane", "aral:1 khorgos:1,3,5"},
      {"+crane +railway", "khorgos:1,3,5"},
      {"+crane railway", "aral:1 khorgos:1,3,5"},
      {"crane -railway", "aral:1"},
      {"crane NOT railway", "aral:1"},
      {"crane AND railway", "khorgos:1,3,5"},
      {"crane AND NOT railway", "aral:1"},
      {"almaty -glacier -railway", "school:1,5 apfel:3 hafen:3"},
      {"almaty AND school", ""},
      {"wheat +uzbekistan", "khorgos:3 wheat:3"},
      {"-crane", "aral:1 khorgos:1,3,5"},
      {"-crane -railway", "aral:1,3 khorgos:1,2,3,4,5 wheat:3"},
      {"NOT crane", ""},
      {"NOT crane -railway", ""},
      {"apple -title:khorgos", ""},
      {"+the +crane", "aral:1 khorgos:1,3,5"},
      {"the AND crane", "aral:1 khorgos:1,3,5"},
  });
}

TEST_F(QueryTableTest, AlternativesAndGroups) {
  expect_found({
      {"crane OR glacier", "aral:1,5 khorgos:1,3,5 glacier:1,2,3,4,5 lac:4"},
      {"(crane OR glacier) AND almaty", "khorgos:1 glacier:1,2,3,4,5"},
      {"crane OR glacier AND summer", "aral:1 khorgos:1,3,5 glacier:1,4,5"},
      {"(crane OR glacier) AND summer", "glacier:1,4,5"},
      {"crane OR (glacier AND summer)", "aral:1 khorgos:1,3,5 glacier:1,4,5"},
      {"(crane AND railway) OR (glacier AND snow)", "khorgos:1,3,5 glacier:3"},
      {"(crane OR apple) AND (railway OR autumn)", "khorgos:1,3,5"},
      {"((crane OR apple) AND railway) OR timetable", "khorgos:1,3,5 school:1,2,3,4,5"},
      {"almaty AND -(glacier OR railway)", "school:1,5 apfel:3 hafen:3"},
      {"almaty -(glacier railway)", "school:1,5 apfel:3 hafen:3"},
      {"almaty NOT (mountain OR railway OR fish)", "school:1,5 glacier:1,2,4,5 apfel:3 hafen:3"},
      {"+(crane tile) +(fish train)", "aral:1 khorgos:1,3"},
      {"wheat AND (uzbekistan OR (rain AND september))", "wheat:1,3"},
      {"(crane)", "aral:1 khorgos:1,3,5"},
      {"(crane railway)", "aral:1,3 khorgos:1,2,3,4,5 wheat:3"},
      {"(in the autumn)", "khorgos:3"},
      {"crane OR -railway", "aral:1"},
      {"apple OR +grape", "khorgos:3"},
      {"（crane OR glacier） AND summer", "glacier:1,4,5"},
      {"(crane OR glacier) AND NOT (fish OR summer)", "aral:5 khorgos:1,3,5 glacier:2,3 lac:4"},
      {"(the OR crane) AND fish", "aral:1"},
      {"NOT(crane OR glacier) railway", "aral:3 khorgos:2,4 wheat:3"},
  });
}

TEST_F(QueryTableTest, SoManyWordsMustOccur) {
  const std::string query = "crane railway metal steppe";
  const struct {
    SearchOptions options;
    const char* found;
  } rows[] = {
      {{}, "aral:1,3 khorgos:1,2,3,4,5 wheat:1,2,3,4"},
      {{.min_match = 2}, "khorgos:1,3,4,5 wheat:3"},
      {{.min_match = 3}, "khorgos:1"},
      {{.min_match = 4}, ""},
      {{.min_match = 99}, ""},
      {{.min_match_percent = 49}, "aral:1,3 khorgos:1,2,3,4,5 wheat:1,2,3,4"},
      {{.min_match_percent = 50}, "khorgos:1,3,4,5 wheat:3"},
      {{.min_match_percent = 75}, "khorgos:1"},
      {{.min_match = 1, .min_match_percent = 75}, "khorgos:1"},
      {{.min_match_percent = 100}, ""},
      {{.match_all = true}, ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(found(query, row.options), row.found)
        << row.options.min_match << ' ' << row.options.min_match_percent;
  }
  EXPECT_EQ(found("+crane railway metal steppe", {.min_match = 2}), "khorgos:1");
  EXPECT_EQ(found("the crane the railway", {.min_match = 2}), "khorgos:1,3,5");
}

TEST_F(QueryTableTest, EveryWordMustOccurButOfAnOr) {
  EXPECT_EQ(found("crane railway", {.match_all = true}), "khorgos:1,3,5");
  EXPECT_EQ(found("(crane OR wheat) railway", {.match_all = true}), "khorgos:1,3,5 wheat:3");
  EXPECT_EQ(found("crane railway -steppe", {.match_all = true}), "khorgos:3,5");
}

TEST_F(QueryTableTest, ABoostMultipliesWhatWordsCount) {
  const auto score = [this](const char* query) {
    const SearchResults results =
        searcher_.search(query, {.look_alikes = false, .reranked_max = 0});
    return results.hits.at(0).score;
  };
  constexpr double step = 4e-6;  // Scores are in steps of a millionth, of which up to 3 add up.
  const double steppe = score("steppe +gauge");
  const double gauge = score("gauge steppe^0 +yellow^0");
  EXPECT_NEAR(score("+gauge^2 steppe^0 yellow^0"), 2 * gauge, step);
  EXPECT_NEAR(score("steppe^3 +gauge^0 yellow^0"), 3 * (steppe - gauge), step);
  EXPECT_NEAR(score("(+gauge steppe)^2"), 2 * steppe, step);
  EXPECT_NEAR(score("((+gauge steppe)^2 wheat)^0.5"), steppe, step);
  EXPECT_EQ(score("section:trade"), 0);
}

TEST_F(QueryTableTest, WhatAPatternLeavesOutIsSaid) {
  const SearchResults results = searcher_.search("k*", {.prefix_words_max = 2});
  ASSERT_EQ(results.notes.size(), 1U);
  EXPECT_EQ(results.notes[0].text,
            "k* stands for more than 2 words; the alphabetically first were searched");
  EXPECT_EQ(results.notes[0].query, (Span{0, 2}));
}

}  // namespace
}  // namespace pilcrow
