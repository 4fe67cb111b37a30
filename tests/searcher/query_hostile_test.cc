// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever is typed, a search ends soon, and only for its size with an error.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "pilcrow/error.h"
#include "pilcrow/searcher.h"
#include "searcher/query.h"
#include "tests/support/articles.h"
#include "tests/support/processor_time.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::HasSubstr;

const char* const pieces[] = {"AND",      "OR",
                              "NOT",      "NEAR",
                              "NEAR/2",   "NOTNEAR/3",
                              "NEAR/",    "(",
                              ")",        "\"",
                              "+",        "-",
                              "title:",   "type:",
                              "section:", "date:",
                              "lang:",    "article:",
                              "x:",       "WITHIN",
                              "ARTICLE",  "WITHIN ARTICLE (",
                              "~",        "~1",
                              "~5",       "^",
                              "^2",       "^0.5",
                              "*",        "?",
                              "court",    "camp",
                              "the",      "cou*",
                              "*rt",      "c?mp",
                              "2018",     "..",
                              ">=",       "caption",
                              "“",        "”",
                              "（",       "）",
                              "法院",     " ",
                              " ",        " ",
                              "\t",       ":",
                              "court~",   "\xFF",
                              "\xE2\x80", "a"};

class HostileQueryTest : public testing::Test {
 protected:
  void SetUp() override {
    Article article = make_article("a", "Court and camp",
                                   "The court met.\n\nA camp of the court, in 2018.\n\n法院。");
    article.facets["topic"] = "law";
    article.section = "world";
    article.date = "2018-09-03";
    index_articles(folder_ / "index", {article, make_article("b", "", "camp")});
    searcher_ = std::make_unique<Searcher>(folder_ / "index");
  }

  // The places of notes are in the query.
  void search(const std::string& query) {
    try {
      const SearchResults results = searcher_->search(query);
      for (const QueryNote& note : results.notes) {
        ASSERT_LE(note.query.begin, note.query.end);
        ASSERT_LE(note.query.end, query.size());
        ASSERT_NE(note.text, "");
      }
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ErrorCode::bad_query) << query;
      ASSERT_THAT(error.what(), testing::AnyOf(HasSubstr("are allowed"), HasSubstr("512 words")));
    }
  }

  std::mt19937 random_{64};
  TemporaryPath folder_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(HostileQueryTest, AnyBytesAreAQuery) {
  for (int i = 0; i < 5000; ++i) {
    std::string query;
    for (std::size_t left = random_() % 40; left > 0; --left) {
      query += static_cast<char>(random_() % 256);
    }
    search(query);
  }
}

TEST_F(HostileQueryTest, AnySequenceOfOperatorsIsAQuery) {
  for (int i = 0; i < 10'000; ++i) {
    std::string query;
    for (std::size_t left = random_() % 16; left > 0; --left) {
      query += pieces[random_() % std::size(pieces)];
      query += random_() % 2 == 0 ? " " : "";
    }
    search(query);
  }
}

TEST_F(HostileQueryTest, TheLargestQueriesEndSoon) {
  const double begin = processor_seconds();
  for (const std::string piece : {"(",         ")",      "((",
                                  "\"",        "\"\" ",  "a^",
                                  "NOT ",      "AND ",   "a AND ",
                                  "a NEAR/2 ", "-",      "+",
                                  "*",         "* ",     "a*b",
                                  "?a",        "title:", "date:",
                                  "~",         "^",      "（",
                                  "a OR (",    "(a) ",   "WITHIN ARTICLE (",
                                  "-(",        "+(a ",   "\"a\"~9 NEAR (",
                                  "x:",        "\xFF",   "section:("}) {
    std::string query;
    while (query.size() + piece.size() <= query_bytes_max) {
      query += piece;
    }
    search(query);
    search("court " + query.substr(0, query_bytes_max - 6));
  }
  for (const std::string piece : {"*o*r*", "court~ ", "court NEAR/9999 ", "\"court camp\"~9999 "}) {
    std::string query;
    for (int i = 0; i < 60; ++i) {
      query += piece;
    }
    search(query);
  }
  EXPECT_LT(processor_seconds() - begin, 30.0);
}

}  // namespace
}  // namespace pilcrow
