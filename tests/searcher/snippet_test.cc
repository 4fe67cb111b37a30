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
  const std::vector<Token> tokens = analyzer.analyze(text, language);
  const Snippet made = make_snippets(text, tokens, find_matches(tokens, clauses), bytes, 1).front();
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

// The fragments, best first, with their highlights in brackets.
std::vector<std::string> fragments(const std::string& text,
                                   const std::vector<PlannedClause>& clauses, std::size_t bytes,
                                   std::size_t count) {
  const std::vector<Token> tokens = Analyzer().analyze(text, "");
  std::vector<std::string> made;
  for (const Snippet& snippet :
       make_snippets(text, tokens, find_matches(tokens, clauses), bytes, count)) {
    made.push_back(snippet.text);
  }
  return made;
}

TEST(Fragments, EachShowsWhatTheOthersDoNot) {
  const std::string text =
      "The court met in May. It rained for a week. A teacher spoke for long. Nothing else was "
      "heard "
      "in town. The court closed.";
  const std::vector<PlannedClause> query = {clause("court", 2), clause("teacher")};
  EXPECT_EQ(fragments(text, query, 25, 2),
            (std::vector<std::string>{"The court met in May.", "A teacher spoke for long."}));
  EXPECT_EQ(fragments(text, query, 25, 9),
            (std::vector<std::string>{"The court met in May.", "A teacher spoke for long.",
                                      "The court closed."}));
}

TEST(Fragments, AShortTextIsOne) {
  EXPECT_EQ(fragments("A camp, a camp.", {clause("camp")}, 40, 5).size(), 1);
  EXPECT_EQ(fragments("", {clause("camp")}, 40, 5), std::vector<std::string>{""});
}

}  // namespace
}  // namespace pilcrow
