// SPDX-License-Identifier: GPL-2.0-or-later
// Every operator of the query language against a brute-force matcher that shares no code with the
// searcher: it makes random trees, writes each as a query, and tries each on each passage.
#include <gtest/gtest.h>
#include <algorithm>
#include <memory>
#include <random>

#include "pilcrow/searcher.h"
#include "tests/searcher/query_oracle.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using namespace query_oracle;

// Words near each other in spelling, of a language without stems and stop words.
const char* const query_vocabulary[] = {"abc", "abd", "acb", "bacd", "cab",  "bcda", "dabc",
                                        "bd",  "cda", "adb", "abcd", "ccab", "abcb"};
const char* const patterns[] = {"ab*",  "*bd",  "a?c",  "*bc*", "?bc*", "b*d",
                                "*cd?", "a*b*", "??bd", "a*",   "bc?a", "x*"};
const char* const sections[] = {"north", "south", "east"};

class QueryOracleTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Article> indexed;
    for (size_t i = 0; i < 45; ++i) {
      OracleArticle article{random_words(0, 3),
                            sections[below(3)],
                            "2018-0" + std::to_string(1 + below(9)) + "-15",
                            {}};
      std::string text;
      for (size_t left = 1 + below(3); left > 0; --left) {
        article.passages.push_back(random_words(1, 14));
        text += joined(article.passages.back()) + "\n\n";
      }
      Article made = make_article(std::to_string(i), joined(article.title), text, "xx");
      made.section = article.section;
      made.date = article.date;
      indexed.push_back(made);
      articles_.push_back(std::move(article));
    }
    index_articles(folder_ / "index", indexed);
  }

  size_t below(size_t bound) { return random_() % bound; }
  bool one_in(size_t times) { return below(times) == 0; }
  std::string random_word() { return query_vocabulary[std::min(below(13), below(13))]; }

  Words random_words(size_t least, size_t most) {
    Words words;
    for (size_t left = least + below(most - least + 1); left > 0; --left) {
      words.push_back(random_word());
    }
    return words;
  }

  // Something that has places in a text.
  Expr random_place() {
    switch (below(6)) {
      case 0:
        return {.form = Form::phrase, .words = random_words(1, 2)};
      case 1:
        return {.form = Form::pattern, .text = patterns[below(std::size(patterns))]};
      case 2:
        return {.form = Form::fuzzy, .text = random_word(), .number = 1 + below(2)};
      default:
        return {.form = Form::word, .text = random_word()};
    }
  }

  Expr random_near() {
    Expr near{.form = Form::near};
    for (size_t i = 0, parts = 2 + below(2); i < parts; ++i) {
      Expr part = random_place();
      if (one_in(5)) {
        part = {.form = Form::any, .parts = {random_place(), random_place()}};
      }
      near.parts.push_back(std::move(part));
      near.gaps.push_back(1 + below(5));
      near.apart.push_back(i > 0 && one_in(3));
    }
    return near;
  }

  Expr random_leaf() {
    switch (below(12)) {
      case 0:
        return random_near();
      case 1:
        return {.form = Form::window, .words = random_words(2, 3), .number = below(4)};
      case 2:
        return {.form = Form::title, .text = random_word()};
      case 3:
        return {.form = Form::section, .text = sections[below(3)]};
      case 4:
        return {.form = Form::date, .text = "2018-0" + std::to_string(1 + below(9))};
      case 5: {
        Expr within{.form = Form::within};
        within.parts = {{.form = Form::word, .text = random_word()},
                        {.form = Form::word, .text = random_word()}};
        return within;
      }
      default:
        return random_place();
    }
  }

  // A list has a sign, so that its parentheses are no punctuation.
  Expr random_group(Form form, size_t depth) {
    Expr group{.form = form};
    for (size_t i = 0, parts = 2 + below(2); i < parts; ++i) {
      group.parts.push_back(random_expr(depth - 1));
      const bool is_list = form == Form::list;
      const char sign = one_in(4) ? '-' : is_list && (i == 0 || one_in(4)) ? '+' : ' ';
      group.signs += form == Form::any ? ' ' : sign;
    }
    return group;
  }

  Expr random_expr(size_t depth) {
    constexpr Form groups[] = {Form::all, Form::any, Form::list};
    return depth == 0 || one_in(2) ? random_leaf() : random_group(groups[below(3)], depth);
  }

  Expr random_root() {
    while (true) {
      Expr root{.form = Form::list};
      for (size_t parts = 1 + below(3); parts > 0; --parts) {
        root.parts.push_back(random_expr(2));
        root.signs += one_in(5) ? '-' : one_in(5) ? '+' : ' ';
      }
      if (words_of(root) < 15) {
        return root;
      }
    }
  }

  std::set<std::string> found_by(const std::string& query) {
    SearchOptions options{.limit = 1000,
                          .names = Names::off,
                          .spelling = Spelling::off,
                          .look_alikes = false,
                          .relax_phrases = false,
                          .reranked_max = 0,
                          .duplicates = Duplicates::show,
                          .snippet_bytes = 0};
    std::set<std::string> found;
    for (const Hit& hit : searcher().search(query, options).hits) {
      found.insert(to_string(hit.passage));
    }
    return found;
  }

  std::set<std::string> expected_of(const Expr& root) const {
    std::set<std::string> expected;
    for (size_t i = 0; i < articles_.size(); ++i) {
      for (size_t j = 0; j < articles_[i].passages.size(); ++j) {
        if (Judge::finds(root, {&articles_[i], &articles_[i].passages[j]})) {
          expected.insert(std::to_string(i) + '#' + std::to_string(j + 1));
        }
      }
    }
    return expected;
  }

  Searcher& searcher() {
    if (!searcher_) {
      searcher_ = std::make_unique<Searcher>(folder_ / "index");
    }
    return *searcher_;
  }

  void expect_agreement(const Expr& root) {
    const std::string query = query_of(root, true);
    ASSERT_EQ(found_by(query), expected_of(root)) << query;
  }

  std::mt19937 random_{1957};
  TemporaryPath folder_;
  std::vector<OracleArticle> articles_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(QueryOracleTest, EachOperatorAloneFindsWhatItSays) {
  for (int i = 0; i < 3000 && !HasFatalFailure(); ++i) {
    expect_agreement({.form = Form::list, .parts = {random_leaf()}, .signs = " "});
  }
}

TEST_F(QueryOracleTest, OperatorsFindTogetherWhatTheySay) {
  size_t found_something = 0;
  constexpr size_t cases = 10'000;
  for (size_t i = 0; i < cases && !HasFatalFailure(); ++i) {
    const Expr root = random_root();
    found_something += expected_of(root).empty() ? 0 : 1;
    expect_agreement(root);
  }
  EXPECT_GT(found_something, cases / 4);  // A test of empty results would be easy to pass.
}

TEST_F(QueryOracleTest, SoManyWordsMustOccur) {
  for (int i = 0; i < 1000; ++i) {
    const Words words = random_words(1, 6);
    SearchOptions options{.limit = 1000,
                          .match_all = one_in(4),
                          .min_match = below(8),
                          .min_match_percent = below(101),
                          .duplicates = Duplicates::show,
                          .snippet_bytes = 0};
    const size_t share = words.size() * options.min_match_percent / 100;
    size_t needed = std::min(words.size(), std::max({size_t{1}, options.min_match, share}));
    needed = options.match_all ? words.size() : needed;
    size_t expected = 0;
    for (const OracleArticle& article : articles_) {
      for (const Words& body : article.passages) {
        const auto stands = [&](const std::string& word) {
          return std::count(body.begin(), body.end(), word) +
                     std::count(article.title.begin(), article.title.end(), word) >
                 0;
        };
        const auto standing = std::count_if(words.begin(), words.end(), stands);
        expected += static_cast<size_t>(standing) >= needed ? 1 : 0;
      }
    }
    ASSERT_EQ(searcher().search(joined(words), options).hits.size(), expected)
        << joined(words) << ' ' << options.min_match << ' ' << options.min_match_percent << '%';
  }
}

}  // namespace
}  // namespace pilcrow
