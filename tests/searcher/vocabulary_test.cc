// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/vocabulary.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "analysis/character_grams.h"
#include "store/database.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

constexpr const char* no_language = "xx";  // Without a stemmer.

std::vector<std::string> words_of(const std::vector<RelatedWord>& related) {
  std::vector<std::string> words;
  for (const RelatedWord& each : related) {
    words.push_back(each.word);
  }
  return words;
}

class VocabularyTest : public testing::Test {
 protected:
  void index(const std::string& id, const std::string& text) {
    index_articles(path_, {make_article(id, "", text, no_language)});
  }
  Vocabulary vocabulary() { return Vocabulary({open_database(path_)}); }

  TemporaryPath folder_;
  const std::filesystem::path path_ = folder_ / "index";
};

TEST_F(VocabularyTest, FindsWordsThatShareLetters) {
  index("1", "Handelsabkommen Abkommen Handel Nordwind Abkommens");
  const auto related = vocabulary().related("abkommen", 0.4, 10);
  EXPECT_EQ(words_of(related),
            (std::vector<std::string>{"abkommen", "abkommens", "handelsabkommen"}));
  EXPECT_DOUBLE_EQ(related.front().coverage, 1);
  EXPECT_LT(related.back().coverage, 1);
}

TEST_F(VocabularyTest, GivesTheBestOfMany) {
  index("1", "abkommen abkommens handelsabkommen");
  EXPECT_EQ(words_of(vocabulary().related("abkommen", 0, 2)),
            (std::vector<std::string>{"abkommen", "abkommens"}));
}

// What a server that is far away sends at once is what it would send block by block.
TEST_F(VocabularyTest, OfSeveralIndexesIsTheSameHoweverTheWordsAreRead) {
  std::string text;
  for (int i = 0; i < 300; ++i) {
    text.append("handel").push_back(static_cast<char>('a' + i % 26));
    text.push_back(static_cast<char>('a' + i / 26));
    text.append("abkommen ");
  }
  index("1", text.append(" 1999 ").append(80, 'x'));
  index("2", "Nordwind Abkommens handelaaabkommen");  // A segment of its own.
  const auto other = folder_ / "other";
  index_articles(other, {make_article("3", "", "Abkommen Nordwinde handelabkommen", no_language)});
  const auto opened = [&] { return std::vector{open_database(path_), open_database(other)}; };
  const Vocabulary by_blocks(opened());
  const Vocabulary at_once(opened(), {true, true});
  for (const char* word : {"abkommen", "nordwind", "handelabkommen", "handelaaabkommen"}) {
    const auto expected = by_blocks.related(word, 0.1, 400);
    const auto found = at_once.related(word, 0.1, 400);
    EXPECT_FALSE(expected.empty());
    ASSERT_EQ(words_of(found), words_of(expected)) << word;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].coverage, expected[i].coverage) << found[i].word;
    }
  }
}

TEST_F(VocabularyTest, OfAnEmptyIndexIsEmpty) {
  index("1", "12 34");
  EXPECT_TRUE(vocabulary().related("abkommen", 0, 10).empty());
  EXPECT_TRUE(vocabulary().spellings("abkommen").empty());
  EXPECT_TRUE(vocabulary().look_alikes("abkommen").empty());
}

TEST_F(VocabularyTest, KnowsTheTermsOfWords) {
  index("1", "nordwind");
  EXPECT_EQ(vocabulary().terms_of("nordwind"), std::vector<std::string>{"nordwind"});
  EXPECT_TRUE(vocabulary().terms_of("").empty());
  EXPECT_TRUE(vocabulary().terms_of("südwind").empty());
}

// Random words of few letters, so that grams are shared; against looking at each word.
TEST_F(VocabularyTest, AgreesWithLookingAtEveryWord) {
  std::mt19937 random(20261124);
  std::vector<std::string> words;
  std::string text;
  for (int i = 0; i < 400; ++i) {
    std::string word;
    for (std::size_t left = 3 + random() % 6; left > 0; --left) {
      word.push_back(static_cast<char>('a' + random() % 4));
    }
    text.append(word).push_back(' ');
    words.push_back(std::move(word));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  index("1", text);
  std::map<std::string, double> frequencies;
  for (const std::string& word : words) {
    for (const std::string& gram : character_grams(word)) {
      ++frequencies[gram];
    }
  }
  const Vocabulary read = vocabulary();
  for (std::size_t i = 0; i < words.size(); i += 7) {
    double sum = 0;
    std::map<std::string, double> shared;
    for (const std::string& gram : character_grams(words[i])) {
      const double weight =
          std::log(1 + (static_cast<double>(words.size()) + 1) / (frequencies[gram] + 1));
      sum += weight;
      for (const std::string& word : words) {
        const auto grams = character_grams(word);
        shared[word] += std::count(grams.begin(), grams.end(), gram) > 0 ? weight : 0;
      }
    }
    std::map<std::string, double> expected;
    for (const auto& [word, weight] : shared) {
      if (weight / sum >= 0.4) {
        expected[word] = weight / sum;
      }
    }
    const auto found = read.related(words[i], 0.4, 1000);
    ASSERT_EQ(found.size(), expected.size()) << words[i];
    for (const RelatedWord& each : found) {
      EXPECT_NEAR(each.coverage, expected[each.word], 1e-9) << words[i] << ' ' << each.word;
    }
  }
}

TEST_F(VocabularyTest, IsTheSameAfterUpdatesAsAfterOneBuild) {
  const std::vector<std::string> texts = {"handel handeln",
                                          "abkommen handelsabkommen",
                                          "nordwind nordwinde",
                                          "handelte",
                                          "abkommens",
                                          "südwind ostwind westwind",
                                          "handel",
                                          "händler"};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    index(std::to_string(i), texts[i]);
  }
  std::vector<Article> all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    all.push_back(make_article(std::to_string(i), "", texts[i], no_language));
  }
  index_articles(folder_ / "once", all);
  const Vocabulary updated = vocabulary();
  const Vocabulary built({open_database(folder_ / "once")});
  for (const char* word : {"handel", "abkommen", "nordwind", "wind", "nowhere"}) {
    const auto expected = built.related(word, 0.1, 100);
    const auto found = updated.related(word, 0.1, 100);
    ASSERT_EQ(words_of(found), words_of(expected)) << word;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_DOUBLE_EQ(found[i].coverage, expected[i].coverage);
    }
  }
}

TEST_F(VocabularyTest, NeverHasManySegments) {
  for (int i = 0; i < 40; ++i) {
    index(std::to_string(i),
          std::string("word") + static_cast<char>('a' + i % 26) + static_cast<char>('a' + i / 26));
  }
  const auto segments =
      decode_segments(open_database(path_).get_metadata(std::string(vocabulary_segments_key)));
  EXPECT_LE(segments.size(), 6U);
  std::uint32_t words = 0;
  for (const VocabularySegment& segment : segments) {
    words += segment.words;
  }
  EXPECT_EQ(words, 40U);
}

}  // namespace
}  // namespace pilcrow
