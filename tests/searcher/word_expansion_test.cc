// SPDX-License-Identifier: GPL-2.0-or-later
// Names in other scripts and spellings, and words that look alike.
#include <gtest/gtest.h>
#include <algorithm>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using Ids = std::vector<std::string>;

class WordExpansionTest : public testing::Test {
 protected:
  void SetUp() override {
    index_articles(
        folder_ / "index",
        {
            make_article("latin", "", "The train to Ürümqi leaves at noon."),
            make_article("english", "", "A bakery opened in Urumchi last week."),
            make_article("russian", "", "Поезд идёт в Урумчи через степь.", "ru"),
            make_article("kazakh", "", "Үрімжі қаласында жаңа дүкен ашылды.", "kk"),
            make_article("uyghur", "", "ئۈرۈمچى شەھىرىدە قار ياغدى.", "ug"),
            make_article("chinese", "", "火车 开往 乌鲁木齐。", "zh"),
            make_article("xi", "", "习近平 访问了 农村。", "zh"),
            make_article("jinping", "", "A letter from Xi Jinping was read aloud."),
            make_article("ping", "", "Jinping is a county with a quiet market."),
            make_article("report", "", "医疗 报告 写好了。", "zh"),
            make_article("kyiv", "", "The orchestra of Kyiv plays outdoors."),
            make_article("german", "", "Das Handelsabkommen wurde unterschrieben.", "de"),
            make_article("other", "", "The harbour master counted boats for Kadyrov."),
        });
  }

  Ids found(const std::string& query, const SearchOptions& options = {}) {
    Searcher searcher(folder_ / "index");
    Ids ids;
    for (const Hit& hit : searcher.search(query, options).hits) {
      ids.push_back(hit.passage.article);
    }
    return ids;
  }

  static SearchOptions with(Names names) {
    SearchOptions options;
    options.names = names;
    options.look_alikes = false;
    options.spelling = Spelling::off;
    return options;
  }

  TemporaryPath folder_;
};

TEST_F(WordExpansionTest, EachSpellingFindsTheOthersAndItselfFirst) {
  const struct {
    const char* query;
    const char* first;
  } rows[] = {{"Ürümqi", "latin"},  {"Urumchi", "english"}, {"Урумчи", "russian"},
              {"Үрімжі", "kazakh"}, {"ئۈرۈمچى", "uyghur"},  {"乌鲁木齐", "chinese"}};
  for (const auto& row : rows) {
    Ids ids = found(row.query, with(Names::variants));
    ASSERT_FALSE(ids.empty()) << row.query;
    EXPECT_EQ(ids.front(), row.first) << row.query;
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, (Ids{"chinese", "english", "kazakh", "latin", "russian", "uyghur"}))
        << row.query;
  }
}

TEST_F(WordExpansionTest, ExactKeepsToWhatSoundsTheSame) {
  const Ids ids = found("Урумчи", with(Names::exact));
  EXPECT_NE(std::find(ids.begin(), ids.end(), "english"), ids.end());
  EXPECT_NE(std::find(ids.begin(), ids.end(), "russian"), ids.end());
  EXPECT_TRUE(found("Qadirov", with(Names::exact)).empty());
  EXPECT_EQ(found("Qadirov", with(Names::variants)), Ids{"other"});
}

TEST_F(WordExpansionTest, OffFindsTheWordAlone) {
  EXPECT_EQ(found("Урумчи", with(Names::off)), Ids{"russian"});
  EXPECT_EQ(found("Kiev", with(Names::off)), Ids{});
}

TEST_F(WordExpansionTest, AChineseNameIsTwoWordsElsewhere) {
  EXPECT_EQ(found("Xi Jinping", with(Names::variants)).front(), "jinping");
  const Ids latin = found("Xi Jinping", with(Names::variants));
  EXPECT_NE(std::find(latin.begin(), latin.end(), "xi"), latin.end());
  // The county has one of the two words only.
  EXPECT_EQ(found("习近平", with(Names::variants)), (Ids{"xi", "jinping", "ping"}));
}

// Together 医疗 and 报告 may be a name, Yiliao Baogao, which these very words sound like.
TEST_F(WordExpansionTest, ChineseWordsAreNoOtherSpellingsOfThemselves) {
  Searcher searcher(folder_ / "index");
  const SearchResults alone = searcher.search("医疗报告", with(Names::off));
  const SearchResults results = searcher.search("医疗报告", with(Names::variants));
  ASSERT_EQ(results.hits.size(), 1U);
  EXPECT_EQ(results.hits[0].score, alone.hits.at(0).score);
}

TEST_F(WordExpansionTest, TheListKnowsNamesThatNoRuleConnects) {
  EXPECT_EQ(found("Kiev", with(Names::variants)), Ids{"kyiv"});
}

TEST_F(WordExpansionTest, AUserCanAddNames) {
  Searcher searcher(folder_ / "index");
  EXPECT_TRUE(searcher.search("Drevgrad", with(Names::variants)).hits.empty());
  const auto problems = searcher.add_names("# towns\nDrevgrad\tUrumchi\nalone\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].find('3'), std::string::npos) << problems[0];
  const SearchResults results = searcher.search("Drevgrad", with(Names::variants));
  ASSERT_FALSE(results.hits.empty());
  EXPECT_EQ(results.hits[0].passage.article, "english");
}

TEST_F(WordExpansionTest, ARequiredWordMayBeAVariant) {
  EXPECT_EQ(found("+Урумчи +bakery", with(Names::variants)), Ids{"english"});
}

TEST_F(WordExpansionTest, VariantsAreExplainedAndHighlighted) {
  SearchOptions options = with(Names::variants);
  options.explain = true;
  Searcher searcher(folder_ / "index");
  for (const Hit& hit : searcher.search("Урумчи", options).hits) {
    EXPECT_EQ(hit.snippet.highlights.size(), 1U) << hit.passage.article;
    EXPECT_NEAR(hit.explanation->value, hit.score, 1e-6);
    if (hit.passage.article == "latin") {
      EXPECT_NE(hit.explanation->details[0].description.find("урумчи ~ urumqi, romanised key"),
                std::string::npos)
          << hit.explanation->details[0].description;
    }
  }
}

TEST_F(WordExpansionTest, ARareWordFindsWordsThatLookLikeIt) {
  SearchOptions options = with(Names::off);
  EXPECT_TRUE(found("Handelsabkommens Zollabkommen", options).empty() ||
              found("Zollabkommen", options).empty());
  options.look_alikes = true;
  EXPECT_EQ(found("Zollabkommen", options), Ids{"german"});
  EXPECT_TRUE(found("+Zollabkommen", options).empty());  // What is required must be there.
}

}  // namespace
}  // namespace pilcrow
