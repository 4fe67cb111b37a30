// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/snippet.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

PlannedClause clause(const std::string& word, double weight = 1) {
  return {ClauseKind::words, ClauseRole::optional, false, {{word, {word}}}, "", weight};
}

// The snippet with its highlights in brackets.
std::string snippet(const std::string& text, const std::vector<PlannedClause>& clauses,
                    std::size_t bytes, const std::string& language = "") {
  const Analyzer analyzer;
  const Snippet made = make_snippet(text, analyzer.analyze(text, language), clauses, bytes);
  EXPECT_EQ(text.substr(made.span.begin, made.span.size()), made.text);
  std::string marked;
  std::size_t at = 0;
  for (const Span& span : made.highlights) {
    EXPECT_LE(at, span.begin);
    EXPECT_LE(span.end, made.text.size());
    marked += made.text.substr(at, span.begin - at) + '[' +
              made.text.substr(span.begin, span.size()) + ']';
    at = span.end;
  }
  return marked + made.text.substr(at);
}

TEST(Snippet, AShortTextIsTakenWhole) {
  EXPECT_EQ(snippet("The court met.", {clause("court")}, 100), "The [court] met.");
}

TEST(Snippet, WholeSentencesAroundWhatTellsMost) {
  EXPECT_EQ(snippet("It rained all day. The court met the teacher. Nobody came to see it happen.",
                    {clause("court"), clause("teacher"), clause("rained", 0.5)}, 30),
            "The [court] met the [teacher].");
}

TEST(Snippet, AWindowOfWordsWhereNoSentenceFits) {
  EXPECT_EQ(snippet("one two three four five six seven eight nine ten eleven twelve",
                    {clause("seven")}, 20),
            "six [seven] eight");
}

TEST(Snippet, SeveralMatchesBeatOne) {
  EXPECT_EQ(snippet("camp one two three four five six seven court teacher eight nine",
                    {clause("camp"), clause("court"), clause("teacher")}, 22),
            "[court] [teacher]");
}

TEST(Snippet, TheBeginningWhereOnlyTheTitleMatches) {
  EXPECT_EQ(snippet("one two three four five six seven", {clause("title")}, 13), "one two three");
}

TEST(Snippet, APhraseIsOneHighlight) {
  const PlannedClause phrase = {ClauseKind::phrase,
                                ClauseRole::required,
                                false,
                                {{"political", {"polit"}}, {"camp", {"camp"}}},
                                "",
                                1};
  EXPECT_EQ(snippet("A political camp, no camp.", {phrase}, 100), "A [political camp], no camp.");
}

TEST(Snippet, ExcludedWordsAreNotHighlighted) {
  PlannedClause excluded = clause("camp");
  excluded.role = ClauseRole::excluded;
  EXPECT_EQ(snippet("A camp.", {excluded}, 100), "A camp.");
}

TEST(Snippet, IsRightInChineseAndThai) {
  EXPECT_EQ(snippet("观测站从一九五七年开始工作。冰川后退了一公里多。面积减少了三分之一。",
                    {clause("冰川")}, 40),
            "[冰川]后退了一公里多。");
  const std::string thai = "รถไฟไปอัลมาตี";
  const std::string first = Analyzer().analyze(thai, "th").front().word;
  EXPECT_EQ(snippet(thai, {clause(first)}, 200), '[' + first + ']' + thai.substr(first.size()));
}

TEST(Snippet, NeverCutsACharacter) {
  const std::string text = "сель сошёл прямо в долины и остановился у реки под городом";
  for (std::size_t bytes = 1; bytes < text.size(); ++bytes) {
    const std::string made = snippet(text, {clause("долины")}, bytes);
    EXPECT_NE(made.find("[долины]"), std::string::npos) << bytes;
  }
}

}  // namespace
}  // namespace pilcrow
