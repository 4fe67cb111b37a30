// SPDX-License-Identifier: GPL-2.0-or-later
// Queries that come from a text: what looks like an operator there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utility>

#include "searcher/query_nodes.h"
#include "tests/searcher/query_trees.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string many_words() {
  std::string text;
  for (int i = 0; i < 20; ++i) {
    text += " word";
  }
  return text;
}

TEST(ParseQuery, InALongTextQuotationsAreWords) {
  const ParsedQuery parsed = parse("\"pattern recognition\"" + many_words() + " +\"must be\"");
  EXPECT_EQ(tree_of(parsed.root.members.front()), "pattern recognition");
  EXPECT_EQ(tree_of(parsed.root.members.back()), "+\"must be\"");
  EXPECT_EQ(parsed.notes.size(), 1U);
}

TEST(ParseQuery, InASentenceWhatPrintedMarksQuoteAreWords) {
  expect_trees({
      {"the judge said “not guilty” to them", "the judge said not guilty to them"},
      {"the judge said „not guilty“ to them", "the judge said not guilty to them"},
      {"the judge said «not guilty» to them", "the judge said not guilty to them"},
      {"the judge said \"not guilty\" to them", "the judge said +\"not guilty\" to them"},
      {"the judge said “not guilty”~3 to them", "the judge said +\"not guilty\"~3 to them"},
      {"the judge said +“not guilty” to them", "the judge said +\"not guilty\" to them"},
      {"the judge said -“not guilty” to them", "the judge said -\"not guilty\" to them"},
      {"the judge said “not guilty”", "the judge said +\"not guilty\""},
      // Two characters count as a word where none are parted by spaces.
      {"法官宣布他“无罪”并释放了他们", "法官宣布他 无罪 并释放了他们"},
      {"法官“无罪”", "法官 +\"无罪\""},
  });
}

TEST(RelaxPhrases, WhatIsPastedOrHasWordsBesideIt) {
  for (const auto& [query, relaxes] :
       {std::pair{"\"one two three four\"", false}, std::pair{"\"one two three four five\"", true},
        std::pair{"\"在城市中心举行的会议\"", true}, std::pair{"\"one two\" three four", false},
        std::pair{"\"one two\" three four five", true},
        std::pair{"+\"one two three four five\"", false}}) {
    ParsedQuery parsed = parse(query);
    EXPECT_EQ(relax_phrases(parsed), relaxes) << query;
    EXPECT_EQ(parsed.notes.size(), relaxes ? 1U : 0U) << query;
  }
}

TEST(ParseQuery, InALongTextWhatLooksLikeOperatorsIsPunctuation) {
  const std::string prose = "(see fig. 2) a~1 b^2 lift/drag: c NEAR d foo:bar section:wing w?ng";
  EXPECT_EQ(tree(prose + many_words()), prose + many_words());
  EXPECT_THAT(notes(prose + many_words()), IsEmpty());
  EXPECT_EQ(tree("-a title:b wo*" + many_words()), "-a +title:b wild(wo*)" + many_words());
}

TEST(ParseQuery, ALongQueryThatSomebodyBuiltIsNoText) {
  EXPECT_EQ(tree("(a OR b) AND \"c d\"" + many_words()), "+[a | b] +\"c d\"" + many_words());
  EXPECT_EQ(tree("a NEAR/5 b" + many_words()), "+<a ~5 b>" + many_words());
}

TEST(ParseQuery, WhatADashAloneLeavesOutIsAskedFor) {
  const std::string note = "the query only says what to leave out; searched for that instead";
  for (const auto& [query, expected] :
       {std::pair{"-中文", "中文"}, std::pair{"-camp", "camp"}, std::pair{"-(a b)", "[a b]"},
        std::pair{"-a -\"b c\"", "a +\"b c\""}, std::pair{"-kaz*", "wild(kaz*)"},
        std::pair{"-lang:kk -camp", "-{lang=kk} camp"}}) {
    const ParsedQuery parsed = parse(query);
    EXPECT_EQ(list_of(parsed.root.members, " "), expected) << query;
    EXPECT_THAT(notes(query), ElementsAre(note)) << query;
  }
  EXPECT_EQ(tree("-camp", true), "+camp");
  // Who writes NOT, or leaves out what filters, means it.
  for (const auto& [query, expected] :
       {std::pair{"NOT camp", "-camp"}, std::pair{"-lang:kk", "-{lang=kk}"},
        std::pair{"a -camp", "a -camp"}, std::pair{"type:caption -camp", "-camp"}}) {
    EXPECT_EQ(tree(query), expected) << query;
    EXPECT_THAT(notes(query), IsEmpty()) << query;
  }
}

TEST(ParseQuery, DashesOfAListLeaveNothingOut) {
  for (const char* query :
       {"-apple juice\n-pear -cider", "\n - apple juice\r\n\n\t-pear -cider\n"}) {
    EXPECT_EQ(tree(query), "apple juice pear -cider") << query;
    EXPECT_THAT(notes(query), ElementsAre(HasSubstr("as those of a list do"))) << query;
  }
  for (const char* query : {"apple\n-pear", "apple -pear", "-apple pear"}) {
    EXPECT_THAT(tree(query), HasSubstr("-")) << query;
    EXPECT_THAT(notes(query), IsEmpty()) << query;
  }
}

}  // namespace
}  // namespace pilcrow
