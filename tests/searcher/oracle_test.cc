// SPDX-License-Identifier: GPL-2.0-or-later
// Ranking against a brute-force oracle that shares no code with the searcher, the store or Xapian's
// matcher: it reads random articles word by word and works out BM25 as docs/ranking.md has it.
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

// Words that no stemmer touches (the language has none) and that are no stop words.
const char* const oracle_vocabulary[] = {"кол", "мор", "лод", "пес", "кра",
                                         "лед", "гор", "рек", "сад", "хле"};
constexpr const char* oracle_language = "xx";

using OracleWords = std::vector<std::string>;

struct OraclePassage {
  std::string id;
  OracleWords title;
  OracleWords body;

  double count(const std::string& word) const {
    return 2.0 * static_cast<double>(std::count(title.begin(), title.end(), word)) +
           static_cast<double>(std::count(body.begin(), body.end(), word));
  }
  double length() const {
    return 2.0 * static_cast<double>(title.size()) + static_cast<double>(body.size());
  }
};

bool holds_phrase(const OracleWords& text, const OracleWords& phrase) {
  return std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
}

class OracleTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Article> articles;
    for (int i = 0; i < 80; ++i) {
      articles.push_back(random_article(std::to_string(i)));
    }
    index_articles(folder_ / "index", articles);
  }

  OracleWords random_words(std::size_t most) {
    OracleWords words;
    for (std::size_t left = 1 + random_() % most; left > 0; --left) {
      // Uneven frequencies, as in a language.
      words.emplace_back(oracle_vocabulary[std::min(random_() % 10, random_() % 10)]);
    }
    return words;
  }

  static std::string text_of(const OracleWords& words) {
    std::string text;
    for (const std::string& word : words) {
      text += (text.empty() ? "" : " ") + word;
    }
    return text;
  }

  // Every third paragraph is a caption, which must not move any score of the body.
  Article random_article(const std::string& id) {
    const OracleWords title = random_words(3);
    std::string text;
    std::vector<ParagraphKind> kinds;
    for (std::size_t paragraph = 1 + random_() % 4; paragraph > 0; --paragraph) {
      const bool is_caption = kinds.size() % 3 == 1;
      const OracleWords words = random_words(25);
      (is_caption ? captions_ : passages_)
          .push_back({id, is_caption ? OracleWords() : title, words});
      text += text_of(words) + "\n\n";
      kinds.push_back(is_caption ? ParagraphKind::caption : ParagraphKind::body);
    }
    Article article = make_article(id, text_of(title), text, oracle_language);
    article.paragraphs = split_paragraphs(text);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      article.paragraphs[i].kind = kinds[i];
    }
    return article;
  }

  double score(const OraclePassage& passage, const OracleWords& query) const {
    constexpr double k1 = 1.2;
    const auto passages = static_cast<double>(passages_.size());
    double length = 0;
    for (const OraclePassage& one : passages_) {
      length += one.length() / passages;
    }
    double sum = 0;
    for (const std::string& word : query) {
      double holding = 0;
      for (const OraclePassage& one : passages_) {
        holding += one.count(word) > 0 ? 1 : 0;
      }
      const double stored =
          std::round(16 * passage.count(word) / std::pow(passage.length() / 64, 0.75));
      const double count = std::min(stored, 255.0) / 16 * std::pow(length / 64, 0.75);
      const double idf = std::log(1 + (passages - holding + 0.5) / (holding + 0.5));
      sum += idf * count * (k1 + 1) / (count + k1);
    }
    return sum;
  }

  // Scores of all that `matches` accepts, best first.
  template <typename Matches>
  std::vector<double> expected(const OracleWords& query, Matches&& matches) const {
    return expected_of({&passages_}, query, matches);
  }

  template <typename Matches>
  std::vector<double> expected_of(const std::vector<const std::vector<OraclePassage>*>& lists,
                                  const OracleWords& query, Matches&& matches) const {
    std::vector<double> scores;
    for (const std::vector<OraclePassage>* list : lists) {
      for (const OraclePassage& passage : *list) {
        if (matches(passage)) {
          scores.push_back(score(passage, query));
        }
      }
    }
    std::sort(scores.rbegin(), scores.rend());
    return scores;
  }

  void expect_scores(const std::string& query, const std::vector<double>& scores,
                     SearchOptions options = {}) {
    Searcher searcher(folder_ / "index");
    options.limit = 1000;
    options.exact_count_max = 10'000;
    options.duplicates = Duplicates::show;
    options.reranked_max = 0;  // The second stage has an oracle of its own.
    const SearchResults results = searcher.search(query, options);
    ASSERT_EQ(results.hits.size(), scores.size()) << query;
    EXPECT_TRUE(results.matches.exact());
    EXPECT_EQ(results.matches.lower, scores.size()) << query;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      ASSERT_NEAR(results.hits[i].score, scores[i], 1e-6) << query << " rank " << i + 1;
    }
  }

  std::mt19937 random_{2018};
  TemporaryPath folder_;
  std::vector<OraclePassage> passages_;
  std::vector<OraclePassage> captions_;
};

TEST_F(OracleTest, AnyWordMayOccur) {
  for (int i = 0; i < 40; ++i) {
    const OracleWords query = random_words(4);
    expect_scores(text_of(query), expected(query, [&](const OraclePassage& passage) {
                    return std::any_of(query.begin(), query.end(), [&](const std::string& word) {
                      return passage.count(word) > 0;
                    });
                  }));
  }
}

TEST_F(OracleTest, EveryWordMustOccur) {
  for (int i = 0; i < 40; ++i) {
    const OracleWords query = random_words(3);
    expect_scores(text_of(query),
                  expected(query,
                           [&](const OraclePassage& passage) {
                             return std::all_of(
                                 query.begin(), query.end(),
                                 [&](const std::string& word) { return passage.count(word) > 0; });
                           }),
                  {.match_all = true});
  }
}

TEST_F(OracleTest, AWordIsExcluded) {
  expect_scores("кол мор -лод", expected({"кол", "мор"}, [](const OraclePassage& passage) {
                  return passage.count("кол") + passage.count("мор") > 0 &&
                         passage.count("лод") == 0;
                }));
}

TEST_F(OracleTest, APhraseStandsInTitleOrBody) {
  for (int i = 0; i < 20; ++i) {
    const OracleWords phrase = {oracle_vocabulary[random_() % 6], oracle_vocabulary[random_() % 6]};
    expect_scores('"' + text_of(phrase) + '"', expected(phrase, [&](const OraclePassage& passage) {
                    return holds_phrase(passage.title, phrase) ||
                           holds_phrase(passage.body, phrase);
                  }));
    expect_scores("кол -\"" + text_of(phrase) + '"',
                  expected({"кол"}, [&](const OraclePassage& passage) {
                    return passage.count("кол") > 0 && !holds_phrase(passage.title, phrase) &&
                           !holds_phrase(passage.body, phrase);
                  }));
  }
}

TEST_F(OracleTest, AWordIsAskedOfTheTitle) {
  expect_scores("title:кол", expected({"кол"}, [](const OraclePassage& passage) {
                  return std::count(passage.title.begin(), passage.title.end(), "кол") > 0;
                }));
}

TEST_F(OracleTest, FurnitureIsWeighedAsIfItStoodAmongTheBody) {
  for (int i = 0; i < 20; ++i) {
    const OracleWords query = random_words(3);
    const auto holds_any = [&](const OraclePassage& passage) {
      return std::any_of(query.begin(), query.end(),
                         [&](const std::string& word) { return passage.count(word) > 0; });
    };
    expect_scores("type:caption " + text_of(query), expected_of({&captions_}, query, holds_any));
    expect_scores(text_of(query), expected_of({&passages_, &captions_}, query, holds_any),
                  {.kinds = paragraph_kinds("all")});
    expect_scores("type:credit " + text_of(query), {});
  }
}

TEST_F(OracleTest, PagesAndCollapsedArticlesAgreeWithTheWholeRanking) {
  Searcher searcher(folder_ / "index");
  const std::string query = "лед гор рек";
  const auto whole = searcher.search(query, {.limit = 1000, .reranked_max = 0}).hits;
  for (std::size_t offset = 0; offset < whole.size(); offset += 7) {
    const auto page =
        searcher.search(query, {.offset = offset, .limit = 7, .reranked_max = 0}).hits;
    for (std::size_t i = 0; i < page.size(); ++i) {
      EXPECT_EQ(page[i].passage, whole[offset + i].passage);
    }
  }
  std::set<std::string> seen;
  std::vector<PassageId> best;
  for (const Hit& hit : whole) {
    if (seen.insert(hit.passage.article).second) {
      best.push_back(hit.passage);
    }
  }
  const SearchResults articles = searcher.search(
      query, {.limit = 1000, .unit = Unit::article, .reranked_max = 0, .exact_count_max = 10'000});
  ASSERT_EQ(articles.hits.size(), best.size());
  for (std::size_t i = 0; i < best.size(); ++i) {
    EXPECT_EQ(articles.hits[i].passage, best[i]);
  }
  EXPECT_EQ(articles.matches.lower, best.size());
  EXPECT_TRUE(articles.matches.exact());
}

}  // namespace
}  // namespace pilcrow
