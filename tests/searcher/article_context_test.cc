// SPDX-License-Identifier: GPL-2.0-or-later
// What articles add to their passages, against brute force over random articles.
#include "searcher/article_context.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

// Too short to look alike, in a language without a stemmer or stop words.
const std::vector<std::string> context_vocabulary = {"кол", "мор", "лод", "пес",
                                                     "кра", "лед", "дуб"};
constexpr std::size_t paragraph_words = 9;  // All as long, so that counts are not normalised.

using Paragraph = std::vector<std::string>;

class ArticleContextTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Article> articles;
    for (int i = 0; i < 20; ++i) {
      const std::string id = std::to_string(i);
      std::string text;
      for (std::size_t left = 1 + random_() % 6; left > 0; --left) {
        Paragraph paragraph;
        for (std::size_t word = 0; word < paragraph_words; ++word) {
          paragraph.push_back(context_vocabulary[std::min(random_() % 7, random_() % 7)]);
          text += paragraph.back() + ' ';
        }
        text += "\n\n";
        articles_[id].push_back(std::move(paragraph));
        ++passages_;
      }
      articles.push_back(make_article(id, "", text, "xx"));
    }
    index_articles(folder_ / "index", articles);
  }

  double idf(const std::string& word) const {
    double n = 0;
    for (const auto& [id, paragraphs] : articles_) {
      n += static_cast<double>(
          std::count_if(paragraphs.begin(), paragraphs.end(), [&](const Paragraph& paragraph) {
            return std::find(paragraph.begin(), paragraph.end(), word) != paragraph.end();
          }));
    }
    return std::log(1 + (passages_ - n + 0.5) / (n + 0.5));
  }

  double article_part(const std::vector<Paragraph>& paragraphs, const Paragraph& query,
                      double share) const {
    const double mean = passages_ / static_cast<double>(articles_.size());
    const double relative = std::pow(mean / static_cast<double>(paragraphs.size()), 0.75);
    double sum = 0;
    for (const std::string& word : query) {
      double count = 0;
      for (const Paragraph& paragraph : paragraphs) {
        count += static_cast<double>(std::count(paragraph.begin(), paragraph.end(), word));
      }
      const double c = count * relative;
      sum += idf(word) * c * 2.2 / (c + 1.2);
    }
    return share * (1 - 1 / mean) * sum;
  }

  SearchResults search(const std::string& query, Unit unit) {
    SearchOptions options;
    options.limit = 1000;
    options.unit = unit;
    options.explain = true;
    options.duplicates = Duplicates::show;
    return Searcher(folder_ / "index").search(query, options);
  }

  TemporaryPath folder_;
  std::mt19937 random_{20261129};
  std::map<std::string, std::vector<Paragraph>> articles_;
  double passages_ = 0;
};

double article_part_of(const Hit& hit) {
  double sum = 0;
  for (const Explanation& part : hit.explanation->details) {
    sum += part.description.ends_with("in the whole article") ? part.value : 0;
  }
  return sum;
}

TEST_F(ArticleContextTest, AgreesWithBruteForce) {
  const Paragraph query = {"кол", "лед", "дуб"};
  for (const auto& [unit, share] : {std::pair{Unit::passage, 0.5}, std::pair{Unit::article, 2.0}}) {
    const auto hits = search("кол лед дуб", unit).hits;
    ASSERT_FALSE(hits.empty());
    for (std::size_t i = 0; i < hits.size(); ++i) {
      // Only the best have it.
      const double expected =
          i < 50 ? article_part(articles_.at(hits[i].article.id), query, share) : 0;
      EXPECT_NEAR(article_part_of(hits[i]), expected, 1e-2) << i;
      EXPECT_NEAR(hits[i].explanation->value, hits[i].score, 1e-6);
    }
  }
}

TEST_F(ArticleContextTest, WordsOfDifferentParagraphsMeet) {
  index_articles(folder_ / "two", {make_article("one", "", "harbour strike\n\nsnow fell"),
                                   make_article("both", "", "harbour strike\n\nministers met")});
  const auto hits = Searcher(folder_ / "two").search("harbour ministers").hits;
  ASSERT_EQ(hits.size(), 3U);
  EXPECT_EQ(hits[0].article.id, "both");
  EXPECT_EQ(hits[1].article.id, "both");
  EXPECT_GT(hits[1].score, hits[2].score);
}

TEST_F(ArticleContextTest, ArticlesOfOnePassageAddNothing) {
  index_articles(folder_ / "short",
                 {make_article("a", "", "harbour strike"), make_article("b", "", "snow fell")});
  SearchOptions options;
  options.explain = true;
  const auto hits = Searcher(folder_ / "short").search("harbour", options).hits;
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(article_part_of(hits[0]), 0);
}

}  // namespace
}  // namespace pilcrow
