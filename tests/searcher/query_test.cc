// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query.h"

#include <gtest/gtest.h>
#include <ostream>

#include "tests/support/expect_error.h"

namespace pilcrow {

// "+title:phrase(a b)" and the like, so that a failed test can be read.
void PrintTo(const Clause& clause, std::ostream* out) {  // NOLINT: GoogleTest's name.
  constexpr const char* roles[] = {"", "+", "-"};
  constexpr const char* kinds[] = {"words", "phrase", "prefix"};
  *out << roles[static_cast<int>(clause.role)] << (clause.in_title ? "title:" : "")
       << kinds[static_cast<int>(clause.kind)] << '(' << clause.text << ')';
}

namespace {

constexpr auto words = ClauseKind::words;
constexpr auto phrase = ClauseKind::phrase;
constexpr auto prefix = ClauseKind::prefix;
constexpr auto optional = ClauseRole::optional;
constexpr auto required = ClauseRole::required;
constexpr auto excluded = ClauseRole::excluded;

using Clauses = std::vector<Clause>;

TEST(ParseQuery, ReadsEachForm) {
  const struct {
    const char* query;
    Clauses clauses;
  } rows[] = {
      {"", {}},
      {" \t\n", {}},
      {"court teacher", {{words, optional, false, "court"}, {words, optional, false, "teacher"}}},
      {"\"political camp\"", {{phrase, required, false, "political camp"}}},
      {"“political camp”", {{phrase, required, false, "political camp"}}},
      {"«лагерь»", {{phrase, required, false, "лагерь"}}},
      {"court -camp", {{words, optional, false, "court"}, {words, excluded, false, "camp"}}},
      {"court NOT camp", {{words, optional, false, "court"}, {words, excluded, false, "camp"}}},
      {"-\"a b\"", {{phrase, excluded, false, "a b"}}},
      {"+court", {{words, required, false, "court"}}},
      {"kaz*", {{prefix, optional, false, "kaz"}}},
      {"title:sea", {{words, required, true, "sea"}}},
      {"title:\"the sea\"", {{phrase, required, true, "the sea"}}},
      {"-title:se*", {{prefix, excluded, true, "se"}}},
      {"a AND b", {{words, required, false, "a"}, {words, required, false, "b"}}},
      {"a OR b", {{words, optional, false, "a"}, {words, optional, false, "b"}}},
      {"a b\"c d\"e",
       {{words, optional, false, "a"},
        {words, optional, false, "b"},
        {phrase, required, false, "c d"},
        {words, optional, false, "e"}}},
      {"re-education", {{words, optional, false, "re-education"}}},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(parse_query(row.query, false).clauses, row.clauses) << row.query;
  }
}

TEST(ParseQuery, WhatIsNoOperatorIsSearchedAsItStands) {
  const struct {
    const char* query;
    Clauses clauses;
  } rows[] = {
      {"-", {{words, optional, false, "-"}}},
      {"a - b",
       {{words, optional, false, "a"},
        {words, optional, false, "-"},
        {words, optional, false, "b"}}},
      {"not and or",
       {{words, optional, false, "not"},
        {words, optional, false, "and"},
        {words, optional, false, "or"}}},
      {"NOT", {{words, optional, false, "NOT"}}},
      {"*", {{words, optional, false, "*"}}},
      {"\"\"", {}},
      {"unknown:x", {{words, optional, false, "unknown:x"}}},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(parse_query(row.query, false).clauses, row.clauses) << row.query;
  }
}

TEST(ParseQuery, AnUnpairedQuoteIsExplainedAndItsTextSearched) {
  const ParsedQuery parsed = parse_query("\"court teacher", false);
  EXPECT_EQ(parsed.clauses,
            (Clauses{{words, optional, false, "court"}, {words, optional, false, "teacher"}}));
  ASSERT_EQ(parsed.notes.size(), 1U);
  EXPECT_EQ(parsed.notes[0], "a quotation mark has no partner; searched as words");
}

TEST(ParseQuery, InALongTextQuotationsAreWords) {
  std::string text = "\"pattern recognition\"";
  for (int i = 0; i < 20; ++i) {
    text += " word";
  }
  const ParsedQuery parsed = parse_query(text + " +\"must be there\"", false);
  EXPECT_EQ(parsed.clauses.front(), (Clause{words, optional, false, "pattern recognition"}));
  EXPECT_EQ(parsed.clauses.back(), (Clause{phrase, required, false, "must be there"}));
  EXPECT_EQ(parsed.notes.size(), 1U);
}

TEST(ParseQuery, MatchAllRequiresEveryWord) {
  EXPECT_EQ(parse_query("a -b", true).clauses,
            (Clauses{{words, required, false, "a"}, {words, excluded, false, "b"}}));
}

TEST(ParseQuery, HasAStatedLimit) {
  EXPECT_NO_THROW(parse_query(std::string(query_bytes_max, 'x'), false));
  expect_error(ErrorCode::bad_query, "it has 16385 bytes, at most 16384 are allowed",
               [] { parse_query(std::string(query_bytes_max + 1, 'x'), false); });
}

TEST(ParseQuery, InvalidUtf8IsIgnoredAndSaid) {
  const ParsedQuery parsed = parse_query("court \xFF", false);
  EXPECT_EQ(parsed.clauses.front().text, "court");
  ASSERT_EQ(parsed.notes.size(), 1U);
}

}  // namespace
}  // namespace pilcrow
