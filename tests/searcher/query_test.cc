// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/query_trees.h"
#include "tests/support/expect_error.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(ParseQuery, ReadsWordsPhrasesAndSigns) {
  expect_trees({
      {"", ""},
      {" \t\n", ""},
      {"court teacher", "court teacher"},
      {"\"political camp\"", "+\"political camp\""},
      {"“political camp”", "+\"political camp\""},
      {"«лагерь»", "+\"лагерь\""},
      {"court -camp", "court -camp"},
      {"court NOT camp", "court -camp"},
      {"NOT NOT camp", "-camp"},
      {"NOT +camp", "+camp"},
      {"c -\"a b\"", "c -\"a b\""},
      {"+court", "+court"},
      {"a b\"c d\"e", "a b +\"c d\" e"},
      {"re-education", "re-education"},
      {"\"a b\"~5", "+\"a b\"~5"},
      {"\"a b\"~0", "+\"a b\"~0"},
      {"\"a b\"^2", "+\"a b\"^2"},
      {"\"a b\"~5^0.5", "+\"a b\"~5^0.5"},
  });
}

TEST(ParseQuery, ReadsPatterns) {
  expect_trees({
      {"kaz*", "wild(kaz*)"},
      {"k*", "wild(k*)"},
      {"*stan", "wild(*stan)"},
      {"k?z*n", "wild(k?z*n)"},
      {"wild*card?", "wild(wild*card?)"},
      {"ка?ах", "wild(ка?ах)"},
      {"court~", "court~2"},
      {"court~1", "court~1"},
      {"court~2^3", "court~2^3"},
      {"court~3", "court~3"},
      {"kaz*^2", "wild(kaz*)^2"},
      {"a -kaz*", "a -wild(kaz*)"},
  });
}

TEST(ParseQuery, ReadsOperators) {
  expect_trees({
      {"a AND b", "+a +b"},
      {"a AND b c", "+a +b c"},
      {"a b AND c", "a +b +c"},
      {"a OR b", "[a | b]"},
      {"a OR b c", "[a | b] c"},
      {"a AND b OR c AND d", "[[+a +b] | [+c +d]]"},
      {"a OR b AND c", "[a | [+b +c]]"},
      {"(a OR b) AND c", "+[a | b] +c"},
      {"(a OR b) AND NOT (c OR d)", "+[a | b] -[c | d]"},
      {"a AND -b", "+a -b"},
      {"a OR -b", "-b a"},
      {"a OR +b", "+b a"},
      {"\"a b\" OR c", "[\"a b\" | c]"},
      {"a AND OR b", "+a +b"},
      {"a AND AND b", "+a +b"},
      {"c -(a b)", "c -[a b]"},
      {"+(a b)", "+[a b]"},
      {"(a b)^2 c", "[a b]^2 c"},
      {"((a AND b) OR c) AND d", "+[[+a +b] | c] +d"},
      {"（a OR b） AND c", "+[a | b] +c"},
      {"NOT(a b)", "-[a b]"},
      {"a^2 b^0.5", "a^2 b^0.5"},
  });
}

TEST(ParseQuery, ReadsNeighbourhoods) {
  expect_trees({
      {"a NEAR/5 b", "+<a ~5 b>"},
      {"a NEAR b", "+<a ~10 b>"},
      {"a NOTNEAR/3 b", "+<a !3 b>"},
      {"a NOTNEAR b", "+<a !10 b>"},
      {"a NEAR/5 b NEAR/2 c", "+<a ~5 b ~2 c>"},
      {"a NEAR/5 b c", "+<a ~5 b> c"},
      {"c a NEAR/5 b", "c +<a ~5 b>"},
      {"a NEAR/5 b OR c", "[<a ~5 b> | c]"},
      {"a NEAR/5 b AND c", "+<a ~5 b> +c"},
      {"c -a NEAR/5 b", "c -<a ~5 b>"},
      {"(a OR b) NEAR/2 \"c d\"", "+<[a | b] ~2 \"c d\">"},
      {"a* NEAR/2 b~1", "+<wild(a*) ~2 b~1>"},
      {"title:a NEAR/2 b", "+<title:a ~2 title:b>"},
      {"title:(a NEAR/2 b)", "+[+<title:a ~2 title:b>]"},
      {"a NEAR/0 b", "+<a ~1 b>"},
      {"a NEAR/99999999999 b", "+<a ~10000 b>"},
      {"section:x NEAR/2 b", "[+{section=x} ~2 +b]"},
  });
}

TEST(ParseQuery, ReadsFields) {
  expect_trees({
      {"title:sea", "+title:sea"},
      {"title:\"the sea\"", "+title:\"the sea\""},
      {"c -title:se*", "c -title:wild(se*)"},
      {"title:(a b) c", "+[title:a title:b] c"},
      {"title:(a AND b)", "+[+title:a +title:b]"},
      {"section:business oil", "+{section=business} oil"},
      {"-section:opinion oil", "-{section=opinion} oil"},
      {"section:(business OR world) oil", "+[{section=business} | {section=world}] oil"},
      {"section:business OR section:world", "+[{section=business} | {section=world}]"},
      {"author:\"Dana Whitfield\"", "+{author=Dana Whitfield}"},
      {"date:2018", "+{date=2018}"},
      {"date:2018-09..2018-12", "+{date=2018-09..2018-12}"},
      {"date:>=2018-09", "+{date=>=2018-09}"},
      {"lang:kk", "+{lang=kk}"},
      {"article:news/a.txt", "+{article=news/a.txt}"},
      {"topic:water", "+{topic=water}"},
      {"WITHIN ARTICLE (a b)", "+article[a b]"},
      {"c WITHIN ARTICLE(a \"d e\")", "c +article[a +\"d e\"]"},
      {"c -WITHIN ARTICLE (a)", "c -article[a]"},
  });
}

TEST(ParseQuery, TypesArePassagesOfAny) {
  EXPECT_THAT(parse("type:caption a type:credit").kinds,
              ElementsAre(ParagraphKind::caption, ParagraphKind::credit));
  EXPECT_THAT(parse("type:(caption OR credit)").kinds,
              ElementsAre(ParagraphKind::caption, ParagraphKind::credit));
  EXPECT_EQ(tree("a AND type:caption"), "+a");
}

TEST(ParseQuery, WhatIsNoOperatorIsSearchedAsItStands) {
  expect_trees({
      {"-", "-"},
      {"a - b", "a - b"},
      {"not and or near", "not and or near"},
      {"NOT", "NOT"},
      {"AND", "AND"},
      {"AND a", "AND a"},
      {"a AND", "a AND"},
      {"a OR", "a OR"},
      {"a NEAR/3", "a NEAR/3"},
      {"NEAR b", "NEAR b"},
      {"HOTELS NEAR ALMATY", "HOTELS NEAR ALMATY"},
      {"a ANDb", "a ANDb"},
      {"WITHIN ARTICLE a", "WITHIN ARTICLE a"},
      {"*", "*"},
      {"**", "**"},
      {"?", "?"},
      {"why?", "why?"},
      {"what is a camp??", "what is a camp??"},
      {"*a", "*a"},
      {"\"\"", ""},
      {"()", ""},
      {"a AND ()", "+a"},
      {"unknown:x", "unknown:x"},
      {"unknown:(a b)", "unknown [a b]"},
      {"unknown:\"a b\"", "unknown +\"a b\""},
      {"http://example.com/a", "http://example.com/a"},
      {"12:30", "12:30"},
      {"title:", "title:"},
      {"title: sea", "title: sea"},
      {"date:yesterday", "date:yesterday"},
      {"10^2", "10^2"},
      {"a^b", "a^b"},
      {"a^1000", "a^1000"},
      {"~", "~"},
      {"^2", "^2"},
      {"f(x)", "f(x)"},
      {"f(x) (y)", "f(x) y"},
  });
}

TEST(ParseQuery, ParenthesesAroundMereWordsArePunctuation) {
  EXPECT_EQ(tree("who wrote (in 1990) the book"), "who wrote in 1990 the book");
  EXPECT_EQ(tree("(the \"big bang\" theory)"), "the +\"big bang\" theory");
  EXPECT_EQ(tree("a OR (b \"c d\")"), "[a | [b +\"c d\"]]");
}

TEST(ParseQuery, WhatHasNoPartnerIsExplainedWithItsPlace) {
  const struct {
    const char* query;
    const char* tree;
    const char* note;
    Span place;
  } rows[] = {
      {"\"court teacher",
       "court teacher",
       "a quotation mark has no partner; searched as words",
       {0, 1}},
      {"a (b c", "a b c", "a parenthesis has no partner; it is ignored", {2, 3}},
      {"a) b", "a b", "a parenthesis has no partner; it is ignored", {1, 2}},
      {"a +foo:bar", "a +foo:bar", "foo: is no field", {3, 7}},
      {"a type:captain", "a type:captain", "type:captain is no type of passage", {2, 14}},
      {"date:soon", "date:soon", "date:soon is no value of this field (such as 2018", {0, 9}},
      {"b *a", "b *a", "a wildcard needs two letters beside it", {2, 4}},
      {"section:x NEAR y", "[+{section=x} ~10 +y]", "NEAR joins words", {10, 14}},
  };
  for (const auto& row : rows) {
    const ParsedQuery parsed = parse(row.query);
    EXPECT_EQ(list_of(parsed.root.members, " "), row.tree) << row.query;
    ASSERT_EQ(parsed.notes.size(), 1U) << row.query;
    EXPECT_THAT(parsed.notes[0].text, HasSubstr(row.note));
    EXPECT_EQ(parsed.notes[0].query, row.place) << row.query;
  }
}

TEST(ParseQuery, MatchAllRequiresEveryWordButOfAlternatives) {
  EXPECT_EQ(tree("a -b", true), "+a -b");
  EXPECT_EQ(tree("a (b OR c) -(d e)", true), "+a +[b | c] -[d e]");
  EXPECT_EQ(tree("(a b) OR c", true), "+[[+a +b] | c]");
}

TEST(ParseQuery, HasStatedLimits) {
  EXPECT_NO_THROW(parse(std::string(query_bytes_max, 'x')));
  expect_error(ErrorCode::bad_query, "it has 16385 bytes, at most 16384 are allowed",
               [] { parse(std::string(query_bytes_max + 1, 'x')); });
  const std::string deep = std::string(8000, '(').append("a OR b").append(8000, ')');
  EXPECT_THAT(notes(deep), ElementsAre(HasSubstr("parentheses more than 64 deep are ignored")));
}

TEST(ParseQuery, InvalidUtf8IsIgnoredAndSaid) {
  const ParsedQuery parsed = parse("court \xFF");
  EXPECT_EQ(tree_of(parsed.root.members.front()), "court");
  ASSERT_EQ(parsed.notes.size(), 1U);
}

}  // namespace
}  // namespace pilcrow
