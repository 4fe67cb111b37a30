// SPDX-License-Identifier: GPL-2.0-or-later
// The second stage of ranking against brute force over the words of random passages.
#include "searcher/reranker.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <set>

#include "pilcrow/error.h"
#include "pilcrow/searcher.h"
#include "store/forward_index.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

// Too short to look alike, in a language without a stemmer or stop words.
const std::vector<std::string> reranked_vocabulary = {"кол", "мор", "лод", "пес", "кра", "лед"};
constexpr const char* reranked_language = "xx";

using RerankedWords = std::vector<std::string>;

struct RerankedPassage {
  RerankedWords title;
  RerankedWords body;
};

std::string text_of(const RerankedWords& words) {
  std::string text;
  for (const std::string& word : words) {
    text.append(text.empty() ? "" : " ").append(word);
  }
  return text;
}

class RerankerTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Article> articles;
    for (int i = 0; i < 60; ++i) {
      const std::string id = std::to_string(i);
      passages_[id] = {random_words(1 + random_() % 5), random_words(1 + random_() % 40)};
      articles.push_back(make_article(id, text_of(passages_[id].title), text_of(passages_[id].body),
                                      reranked_language));
    }
    index_articles(folder_ / "index", articles);
  }

  RerankedWords random_words(std::size_t count) {
    RerankedWords words;
    for (; count > 0; --count) {
      words.push_back(reranked_vocabulary[std::min(random_() % 6, random_() % 6)]);
    }
    return words;
  }

  double count(const RerankedPassage& passage, const std::string& word) const {
    return 2.0 * static_cast<double>(std::count(passage.title.begin(), passage.title.end(), word)) +
           static_cast<double>(std::count(passage.body.begin(), passage.body.end(), word));
  }

  double idf(const std::string& word) const {
    double n = 0;
    for (const auto& [id, passage] : passages_) {
      n += count(passage, word) > 0 ? 1 : 0;
    }
    return std::log(1 + (static_cast<double>(passages_.size()) - n + 0.5) / (n + 0.5));
  }

  double tf(const RerankedPassage& passage, const std::string& word) const {
    const auto length = [](const RerankedPassage& any) {
      return 2.0 * static_cast<double>(any.title.size()) + static_cast<double>(any.body.size());
    };
    double mean = 0;
    for (const auto& [id, each] : passages_) {
      mean += length(each) / static_cast<double>(passages_.size());
    }
    const double c = count(passage, word) * std::pow(mean / length(passage), 0.75);
    return c * 2.2 / (c + 1.2);
  }

  static double saturated(double n) { return 2 * n / (n + 1); }

  static double count_following(const RerankedWords& words, const std::string& a,
                                const std::string& b) {
    double places = 0;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      places += words[i] == a && words[i + 1] == b ? 1 : 0;
    }
    return places;
  }

  static double count_near(const RerankedWords& words, const std::string& a, const std::string& b) {
    double places = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      bool is_near = false;
      for (std::size_t j = i < 4 ? 0 : i - 4; j < words.size() && j <= i + 4; ++j) {
        is_near |= j != i && words[j] == b;
      }
      places += words[i] == a && is_near ? 1 : 0;
    }
    return places;
  }

  double pair(const RerankedPassage& passage, const std::string& a, const std::string& b) const {
    const double following =
        2 * count_following(passage.title, a, b) + count_following(passage.body, a, b);
    const double near = 2 * count_near(passage.title, a, b) + count_near(passage.body, a, b);
    return 0.2 * (idf(a) + idf(b)) / 2 * (saturated(following) + saturated(near));
  }

  double window(const RerankedWords& words, const RerankedWords& query) const {
    double best = 0;
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
      std::set<std::string> seen;
      for (std::size_t i = begin; i < std::min(begin + 20, words.size()); ++i) {
        if (std::find(query.begin(), query.end(), words[i]) != query.end()) {
          seen.insert(words[i]);
        }
      }
      double sum = 0;
      for (const std::string& word : seen) {
        sum += idf(word);
      }
      best = std::max(best, sum);
    }
    return best;
  }

  double repeated(const RerankedPassage& passage, const RerankedWords& query) const {
    double all = 0;
    double found = 0;
    for (const std::string& word : query) {
      all += idf(word);
      found += count(passage, word) > 0 ? idf(word) : 0;
    }
    return 0.4 * all * std::pow(found / all, 8);
  }

  double bonus(const RerankedPassage& passage, const RerankedWords& query) const {
    double sum = 0.3 * window(passage.body, query) + 0.15 * window(passage.title, query) +
                 repeated(passage, query);
    for (std::size_t i = 0; i < query.size(); ++i) {
      sum += 0.6 * idf(query[i]) * tf(passage, query[i]);
      sum += i + 1 < query.size() ? pair(passage, query[i], query[i + 1]) : 0;
    }
    return sum;
  }

  // Before the bonus, by exact counts.
  double words(const RerankedPassage& passage, const RerankedWords& query) const {
    double sum = 0;
    for (const std::string& word : query) {
      sum += idf(word) * tf(passage, word);
    }
    return sum;
  }

  std::map<std::string, double> scores(const RerankedWords& query, std::size_t reranked) {
    SearchOptions options;
    options.limit = 100;
    options.reranked_max = reranked;
    options.duplicates = Duplicates::show;
    std::map<std::string, double> scores;
    double last = 1e9;
    for (const Hit& hit : searcher().search(text_of(query), options).hits) {
      EXPECT_LE(hit.score, last);
      last = hit.score;
      scores[hit.passage.article] = hit.score;
    }
    return scores;
  }

  Searcher& searcher() {
    if (!searcher_) {
      searcher_ = std::make_unique<Searcher>(folder_ / "index");
    }
    return *searcher_;
  }

  TemporaryPath folder_;
  std::mt19937 random_{20261124};
  std::map<std::string, RerankedPassage> passages_;
  std::unique_ptr<Searcher> searcher_;
};

// Of scores of the first stage, which are rounded down to one.
constexpr double step = 2e-6;

TEST_F(RerankerTest, AgreesWithBruteForce) {
  for (int round = 0; round < 100; ++round) {
    const RerankedWords query = random_words(1 + random_() % 5);
    const auto first_stage = scores(query, 0);
    const auto both = scores(query, 100);
    ASSERT_EQ(first_stage.size(), both.size());
    for (const auto& [id, score] : both) {
      const RerankedPassage& passage = passages_.at(id);
      EXPECT_NEAR(score, words(passage, query) + bonus(passage, query), step)
          << text_of(query) << " in " << id;
      // What the index stores is rounded to a sixteenth.
      EXPECT_NEAR(first_stage.at(id), words(passage, query), 0.1 * words(passage, query))
          << text_of(query) << " in " << id;
    }
  }
}

// Both articles have the words of the query in their titles, one of them side by side.
TEST(RerankerTitles, APhraseInTheTitleComesFirst) {
  TemporaryPath folder;
  const std::string body = "Ferries cross twice a week when wind and ice allow it.";
  index_articles(folder / "index",
                 {make_article("apart", "Harbour town without a lake now", body),
                  make_article("phrase", "Town without a lake harbour now", body)});
  SearchOptions options;
  options.duplicates = Duplicates::show;
  options.explain = true;
  const std::vector<Hit> hits = Searcher(folder / "index").search("lake harbour", options).hits;
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].passage.article, "phrase");
  EXPECT_GT(hits[0].score, hits[1].score);
  const std::vector<Explanation>& parts = hits[0].explanation->details;
  EXPECT_TRUE(std::any_of(parts.begin(), parts.end(), [](const Explanation& part) {
    return part.description == "\"lake\" near \"harbour\", as in the query, in the title";
  }));
}

TEST_F(RerankerTest, RanksOnlyTheBestAnew) {
  const RerankedWords query = {"кол", "мор", "лед"};
  const auto first_stage = scores(query, 0);
  const auto some = scores(query, 3);
  std::size_t changed = 0;
  for (const auto& [id, score] : some) {
    changed += score > first_stage.at(id) + 1e-9 ? 1 : 0;
  }
  EXPECT_EQ(changed, 3U);
}

TEST_F(RerankerTest, TheExplanationAddsUp) {
  SearchOptions options;
  options.explain = true;
  for (const Hit& hit : searcher().search("кол мор лед", options).hits) {
    double sum = 0;
    for (const Explanation& part : hit.explanation->details) {
      sum += part.value;
    }
    EXPECT_NEAR(sum, hit.score, 1e-6);
    EXPECT_NEAR(hit.explanation->value, hit.score, 1e-6);
  }
}

std::string in_letters(int number, const std::string& letters) {
  std::string word;
  for (; number > 0; number /= 4) {
    word.push_back(letters[static_cast<std::size_t>(number % 4)]);
  }
  return word;
}

// Two words with one hash.
std::pair<std::string, std::string> words_of_one_hash() {
  std::map<WordHash, std::string> known;
  for (int number = 0;; ++number) {
    // Without letters in common, so that they neither look nor sound alike.
    const std::string first = "bd" + in_letters(number, "fgkl");
    known.emplace(word_hash(first), first);
    const std::string second = "mn" + in_letters(number, "prst");
    const auto found = known.find(word_hash(second));
    if (found != known.end()) {
      return {found->second, second};
    }
  }
}

TEST(RerankerHashes, AWordThatIsNowhereIsNotTakenForAnother) {
  const auto [stored, asked] = words_of_one_hash();
  TemporaryPath folder;
  index_articles(folder / "index", {make_article("plain", "", "ferry abcd"),
                                    make_article("other", "", "ferry " + stored)});
  Searcher searcher(folder / "index");
  SearchOptions options;
  options.spelling = Spelling::off;
  const std::vector<Hit> hits = searcher.search("ferry " + asked, options).hits;
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].score, hits[1].score);
}

// Both passages have the words of the query that rank; only one has its stop words.
class StopWordTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string filler =
        " Ferries cross from Aralsk twice a week when wind and ice allow it.";
    index_articles(folder_ / "index",
                   {make_article("apart", "", "The glacier of a valley and its lake." + filler),
                    make_article("typed", "", "There was a lake in this glacier valley." + filler),
                    make_article("other", "", "The harbour was closed." + filler)});
  }

  std::vector<Hit> hits(const std::string& query) {
    SearchOptions options;
    options.explain = true;
    return Searcher(folder_ / "index").search(query, options).hits;
  }

  TemporaryPath folder_;
};

TEST_F(StopWordTest, ThePassageThatHasThemComesFirst) {
  ASSERT_EQ(hits("lake this there valley").size(), 2U);
  EXPECT_EQ(hits("lake this there valley").front().passage.article, "typed");
  EXPECT_EQ(hits("its lake valley").front().passage.article, "apart");
}

TEST_F(StopWordTest, TheyFindNothing) {
  for (const Hit& hit : hits("the lake")) {
    EXPECT_NE(hit.passage.article, "other");
  }
}

// "glacier of a valley" stands so in one passage; in the other the words are neighbours.
TEST_F(StopWordTest, WordsAreAsFarApartAsInTheQuery) {
  EXPECT_EQ(hits("glacier of a valley").front().passage.article, "apart");
  EXPECT_EQ(hits("glacier valley").front().passage.article, "typed");
}

TEST_F(StopWordTest, TheirPartIsExplained) {
  for (const Hit& hit : hits("lake this there valley")) {
    double sum = 0;
    bool is_named = false;
    for (const Explanation& part : hit.explanation->details) {
      sum += part.value;
      is_named |= part.description == "\"this\", a stop word";
    }
    EXPECT_NEAR(sum, hit.score, 1e-6);
    EXPECT_EQ(is_named, hit.passage.article == "typed");
  }
}

TEST_F(RerankerTest, RefusesToLookAtTooMany) {
  SearchOptions options;
  options.reranked_max = 10'001;
  EXPECT_THROW(searcher().search("кол", options), Error);
}

}  // namespace
}  // namespace pilcrow
