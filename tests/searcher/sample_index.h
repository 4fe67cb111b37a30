// SPDX-License-Identifier: GPL-2.0-or-later
// The sample corpus, indexed once for the tests of a suite.
#pragma once

#include <gtest/gtest.h>
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "pilcrow/indexer.h"
#include "pilcrow/searcher.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {

class SampleIndexTest : public testing::Test {
 protected:
  struct Row {
    const char* query;  // SAMPLE stands for the folder, with which ids begin.
    // Passages by article, in the order of `names`: "aral:1,3 wheat:2"; f for furniture.
    const char* found;
  };

  static void SetUpTestSuite() {
    folder() = std::make_unique<TemporaryPath>();
    Indexer(*folder() / "index", {.jobs = 1}).put_sources({sample});
  }

  static void TearDownTestSuite() { folder().reset(); }

  std::string found(const std::string& query, SearchOptions options = {}) {
    options.limit = 1000;
    options.duplicates = Duplicates::show;
    // Words as they are typed: what stands for them has tests of its own.
    options.names = Names::off;
    options.spelling = Spelling::off;
    options.look_alikes = false;
    options.relax_phrases = false;
    std::map<std::size_t, std::vector<std::tuple<bool, std::uint32_t>>> by_article;
    for (const Hit& hit : searcher_.search(query, options).hits) {
      by_article[number_of(hit.passage.article)].emplace_back(hit.passage.furniture,
                                                              hit.passage.paragraph);
    }
    std::string text;
    for (auto& [article, passages] : by_article) {
      std::sort(passages.begin(), passages.end());
      text += (text.empty() ? "" : " ") + std::string(names[article].second);
      char before = ':';
      for (const auto& [furniture, paragraph] : passages) {
        text += before + std::string(furniture ? "f" : "") + std::to_string(paragraph);
        before = ',';
      }
    }
    return text;
  }

  void expect_found(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      std::string query = row.query;
      if (const std::size_t at = query.find("SAMPLE"); at != std::string::npos) {
        query.replace(at, std::string_view("SAMPLE").size(), sample);
      }
      EXPECT_EQ(found(query), row.found) << query;
    }
  }

  Searcher searcher_{*folder() / "index"};

 private:
  static constexpr const char* sample = PILCROW_SOURCE_DIR "/corpus/sample";
  static constexpr std::pair<const char*, const char*> names[] = {
      {"en-aral-harbour", "aral"},       {"en-khorgos-railway", "khorgos"},
      {"en-school-languages", "school"}, {"en-tuyuksu-glacier", "glacier"},
      {"en-wheat-harvest", "wheat"},     {"de-aepfel-almaty", "apfel"},
      {"de-aralsee-hafen", "hafen"},     {"fr-election-locale", "lac"},
      {"kk-aral-tenizi", "teniz"},       {"kk-uriimzhi-zholy", "zholy"},
      {"ru-doroga-urumchi", "urumchi"},  {"ru-ledniki-almaty", "lednik"},
      {"zh-alamutu-bingchuan", "bing"},  {"zh-huoerguosi-tielu", "tielu"},
  };

  static std::size_t number_of(const std::string& id) {
    std::size_t number = 0;
    while (id.find(names[number].first) == std::string::npos) {
      ++number;
    }
    return number;
  }

  static std::unique_ptr<TemporaryPath>& folder() {
    static std::unique_ptr<TemporaryPath> folder;
    return folder;
  }
};

}  // namespace pilcrow
