// SPDX-License-Identifier: GPL-2.0-or-later
// Whichever builder made an index, it is the same.
#include <gtest/gtest.h>
#include <array>
#include <random>

#include "indexer/builder_choice.h"
#include "pilcrow/indexer.h"
#include "pilcrow/searcher.h"
#include "tests/sealed/equality.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

// Words of several languages, the first of them far more often than the last.
class Words {
 public:
  explicit Words(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return random_() % count; }

  std::string word() {
    const std::size_t number = below(2) == 0 ? below(20) : below(2) == 0 ? below(400) : below(9000);
    constexpr std::array beginnings = {"run", "water", "Straße", "вода", "تاغ", "水库", "été", "x"};
    constexpr std::array endings = {"ning", "s", "", "ed", "ом", "7", "'s", "ische"};
    std::string made = beginnings[number % beginnings.size()];
    for (std::size_t rest = number / beginnings.size(); rest > 0; rest /= 20) {
      made += static_cast<char>('a' + rest % 20);
    }
    return made + endings[(number / 7) % endings.size()];
  }

  std::string sentence(std::size_t words) {
    std::string made;
    for (std::size_t i = 0; i < words; ++i) {
      made += (i == 0 ? "" : " ") + word();
    }
    return made + '.';
  }

 private:
  std::mt19937 random_;
};

Article random_article(Words& words, std::size_t number) {
  constexpr std::array languages = {"en", "en", "de", "ru", "zh", ""};
  Article article = make_article("article " + std::to_string(number), words.sentence(5), "",
                                 languages[words.below(languages.size())]);
  const std::size_t paragraphs = words.below(8);
  for (std::size_t i = 0; i < paragraphs; ++i) {
    article.text += words.sentence(1 + words.below(60)) + "\n\n";
    if (words.below(5) == 0) {
      // It recurs, so that articles are typed anew.
      article.text += "Subscribe to our weekly letter about water number " +
                      std::to_string(words.below(4)) + ", and never miss a word of it.\n\n";
    }
  }
  article.paragraphs = split_paragraphs(article.text);
  for (Paragraph& paragraph : article.paragraphs) {
    if (words.below(9) == 0) {
      paragraph.kind = ParagraphKind::credit;
    }
  }
  article.section = words.below(3) == 0 ? "Water" : "";
  article.author = words.below(3) == 0 ? "Dana Whitfield; Li Wei" : "";
  article.date = words.below(3) == 0 ? "2021-03-0" + std::to_string(1 + words.below(9)) : "";
  if (words.below(4) == 0) {
    article.facets["desk"] = words.word();
  }
  return article;
}

std::vector<Article> random_articles(unsigned seed, std::size_t count) {
  Words words(seed);
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    articles.push_back(random_article(words, i));
    if (i > 0 && words.below(10) == 0) {
      articles.back().text = articles[i - 1].text;  // A copy.
      articles.back().paragraphs = articles[i - 1].paragraphs;
    }
  }
  return articles;
}

class BuilderTest : public testing::Test {
 protected:
  std::filesystem::path build(const std::string& name, const std::vector<Article>& articles,
                              Builder builder, std::size_t jobs = 1) {
    std::filesystem::path path = folder_ / name;
    index_articles(path, articles, {.jobs = jobs, .builder = builder});
    return path;
  }

  TemporaryPath folder_;
};

void expect_equal_contents(const std::filesystem::path& one, const std::filesystem::path& other) {
  sealed::expect_equal_contents(sealed::open_glass(one), sealed::open_glass(other));
}

// Of one shard, so that Xapian's posting lists have no seams.
TEST_F(BuilderTest, TheSampleCorpusGivesTheSameFiles) {
  for (const auto& [name, builder] :
       {std::pair("api", Builder::api), {"sealed", Builder::sealed}}) {
    Indexer(folder_ / name, {.builder = builder})
        .put_sources({PILCROW_SOURCE_DIR "/corpus/sample"});
  }
  sealed::expect_equal_compacted(folder_ / "api", folder_ / "sealed");
  expect_equal_contents(folder_ / "api", folder_ / "sealed");
  EXPECT_TRUE(check_index(folder_ / "sealed").empty());
}

TEST_F(BuilderTest, RandomArticlesGiveTheSameFiles) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const std::string name = std::to_string(seed);
    const std::vector<Article> articles = random_articles(seed, seed % 12);
    sealed::expect_equal_compacted(build("api" + name, articles, Builder::api),
                                   build("sealed" + name, articles, Builder::sealed));
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
}

TEST_F(BuilderTest, ManyBatchesByAnyNumberOfThreadsGiveTheSameIndex) {
  const std::vector<Article> articles = random_articles(1, 3000);
  const auto one = build("one", articles, Builder::sealed, 1);
  const auto three = build("three", articles, Builder::sealed, 3);
  sealed::expect_equal_compacted(one, three);
  expect_equal_contents(build("api", articles, Builder::api, 2), three);
}

TEST(BuilderChoice, TakesTheSealedOneWithProvenVersionsOfXapianAlone) {
  const struct {
    Builder asked;
    std::string version;
    Builder chosen;
    std::string reason;
    bool fell_back;
  } rows[] = {
      {Builder::automatic, "1.4.22", Builder::sealed, "proven equal with Xapian 1.4.22", false},
      {Builder::automatic, "1.4.2", Builder::api,
       "the sealed builder was not proven equal with Xapian 1.4.2", true},
      {Builder::automatic, "1.5.0", Builder::api,
       "the sealed builder was not proven equal with Xapian 1.5.0", true},
      {Builder::sealed, "1.5.0", Builder::sealed, "asked for", false},
      {Builder::api, "1.4.22", Builder::api, "asked for", false},
  };
  for (const auto& row : rows) {
    const BuilderChoice choice = choose_builder(row.asked, row.version);
    EXPECT_EQ(choice.builder, row.chosen) << row.version;
    EXPECT_EQ(choice.reason, row.reason);
    EXPECT_EQ(choice.fell_back, row.fell_back);
  }
}

TEST_F(BuilderTest, TheReportSaysWhoWroteTheIndex) {
  const std::vector<Article> articles = random_articles(4, 3);
  const auto path = folder_ / "index";
  EXPECT_EQ(index_articles(path, articles, {.builder = Builder::sealed}).builder, Builder::sealed);
  const IndexReport update = index_articles(path, articles, {.builder = Builder::sealed});
  EXPECT_EQ(update.builder, Builder::api);
  EXPECT_EQ(update.builder_reason, "updates go through Xapian's writer");
}

// The same articles, half of them by the build and half by an update, in all combinations.
TEST_F(BuilderTest, AnUpdateDoesTheSameToAnIndexOfEither) {
  const std::vector<Article> articles = random_articles(5, 60);
  const std::vector<Article> half(articles.begin(), articles.begin() + 30);
  const auto api = build("api", half, Builder::api);
  const auto made = build("sealed", half, Builder::sealed);
  for (const auto& path : {api, made}) {
    index_articles(path, articles);
    Indexer indexer(path);
    EXPECT_TRUE(indexer.remove("article 3"));
    indexer.commit();
    EXPECT_TRUE(check_index(path).empty());
  }
  expect_equal_contents(api, made);
}

TEST_F(BuilderTest, SearchesFindTheSame) {
  const std::vector<Article> articles = random_articles(2, 400);
  Searcher api(build("api", articles, Builder::api));
  Searcher made(build("sealed", articles, Builder::sealed));
  Words words(3);
  constexpr std::array forms = {"{} {}", "\"{} {}\"", "{} -{}", "{}* {}", "{} NEAR {}", "title:{}"};
  for (int i = 0; i < 1200; ++i) {
    std::string query = forms[words.below(forms.size())];
    for (std::size_t at = 0; (at = query.find("{}")) != std::string::npos;) {
      query.replace(at, 2, words.word());
    }
    const SearchResults expected = api.search(query);
    const SearchResults found = made.search(query);
    ASSERT_EQ(found.hits.size(), expected.hits.size()) << query;
    for (std::size_t hit = 0; hit < found.hits.size(); ++hit) {
      EXPECT_EQ(found.hits[hit].text, expected.hits[hit].text) << query;
      EXPECT_EQ(found.hits[hit].article.id, expected.hits[hit].article.id) << query;
      EXPECT_EQ(found.hits[hit].score, expected.hits[hit].score) << query;
    }
    ASSERT_FALSE(HasFailure());
  }
}

}  // namespace
}  // namespace pilcrow
