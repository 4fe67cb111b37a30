// SPDX-License-Identifier: GPL-2.0-or-later
// What is highlighted is what the query matched, whatever the script.
#include <gtest/gtest.h>
#include <algorithm>
#include <random>

#include "pilcrow/analyzer.h"
#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

const std::vector<Article>& corpus() {
  static const std::vector<Article> articles = {
      make_article(
          "en", "Harbours",
          "The harbour waits, and the harbours wait. A ferry was late; nobody ran.\n\n"
          "Running late, the ferries of the northern harbour passed. Rain fell on cranes."),
      make_article("de", "Häfen", "Die Häfen warten. Im Hafen liegt Öl, und die Möwen schreien.",
                   "de"),
      make_article("ru", "Гавань", "Гавань ждёт парома. Паромы опаздывали, и чайки кричали.", "ru"),
      make_article("kk", "Айлақ", "Айлақ кемені күтеді. Кемелер кешікті, шағалалар шулады.", "kk"),
      make_article("ug", "پورت", "پورت پاراخوتنى كۈتىدۇ. پاراخوتلار كېچىكتى.", "ug"),
      make_article("ar", "الميناء", "ينتظر الميناء العبّارة. تأخرت العبّارات كثيرا.", "ar"),
      make_article("zh", "港口", "港口等待渡轮。渡轮晚点了，起重机也停了。港口下雨。", "zh"),
      make_article("ja", "港", "港はフェリーを待っている。フェリーは遅れ、カモメが鳴いた。", "ja"),
      make_article("th", "ท่าเรือ", "ท่าเรือรอเรือข้ามฟาก เรือมาสาย", "th"),
      make_article("hi", "बंदरगाह", "बंदरगाह नाव का इंतज़ार करता है। नावें देर से आईं।", "hi"),
      make_article("mix", "Mixed 港口",
                   "The 港口 of Гавань 🚢🚢 e\u0301te\u0301, l'été; ﬁne ＦＥＲＲＹ.")};
  return articles;
}

const std::vector<std::string> languages = {"",   "en", "de", "ru", "ar", "hi",
                                            "ja", "kk", "th", "ug", "zh"};

// A part of a query, and how it spells.
struct Part {
  enum Kind { word, phrase, prefix } kind = word;
  std::vector<std::string> words = {};  // As they stand in the text.

  std::string spelled() const {
    std::string text;
    for (const std::string& one : words) {
      text += (text.empty() ? "" : " ") + one;
    }
    return kind == phrase ? '"' + text + '"' : kind == prefix ? text + '*' : text;
  }
};

class HighlightTest : public testing::Test {
 protected:
  void SetUp() override { index_articles(folder_ / "index", corpus()); }

  std::string folded(const std::string& word) const {
    const std::vector<Token> tokens = analyzer_.analyze(word, "");
    return tokens.size() == 1 ? tokens.front().word : "";
  }

  std::set<std::string> terms(const std::string& word) const {
    std::set<std::string> all;
    for (const std::string& language : languages) {
      for (const Token& token : analyzer_.analyze(word, language)) {
        all.insert(token.term);
      }
    }
    return all;
  }

  bool explains(const Part& part, const std::vector<std::string>& words) const {
    switch (part.kind) {
      case Part::word: {
        const std::set<std::string> wanted = terms(part.words.front());
        const std::set<std::string> shown = terms(words.front());
        return words.size() == 1 && std::any_of(shown.begin(), shown.end(), [&](const auto& term) {
                 return wanted.contains(term);
               });
      }
      case Part::phrase:
        return std::equal(words.begin(), words.end(), part.words.begin(), part.words.end(),
                          [&](const auto& a, const auto& b) { return folded(a) == folded(b); });
      case Part::prefix:
        return words.size() == 1 && folded(words.front()).starts_with(folded(part.words.front()));
    }
    return false;
  }

  Part random_part(std::mt19937& random) const {
    const auto below = [&](std::size_t bound) { return random() % bound; };
    const Article& article = corpus()[below(corpus().size())];
    const std::vector<Token> tokens = analyzer_.analyze(article.text, article.language);
    const std::size_t at = below(tokens.size() - 1);
    const auto text = [&](std::size_t i) {
      return article.text.substr(tokens[i].span.begin, tokens[i].span.size());
    };
    switch (below(3)) {
      case 0:
        return {Part::word, {text(at)}};
      case 1:
        return {Part::phrase, {text(at), text(at + 1)}};
      default:
        return {Part::prefix, {text(at)}};
    }
  }

  void check(const Snippet& snippet, const std::vector<Part>& query, const Hit& hit) const {
    ASSERT_EQ(hit.text.substr(snippet.span.begin, snippet.span.size()), snippet.text);
    const std::vector<Token> tokens = analyzer_.analyze(snippet.text, "");
    std::size_t end = 0;
    for (const Span& span : snippet.highlights) {
      ASSERT_LE(end, span.begin);
      ASSERT_LT(span.begin, span.end);
      ASSERT_LE(span.end, snippet.text.size());
      end = span.end;
      std::vector<std::string> words;
      for (const Token& token : tokens) {
        if (token.span.begin >= span.begin && token.span.end <= span.end) {
          words.push_back(snippet.text.substr(token.span.begin, token.span.size()));
        }
      }
      ASSERT_FALSE(words.empty());
      // Whole tokens lie on the boundaries of characters.
      EXPECT_TRUE(std::any_of(tokens.begin(), tokens.end(),
                              [&](const Token& token) { return token.span.begin == span.begin; }));
      EXPECT_TRUE(std::any_of(tokens.begin(), tokens.end(),
                              [&](const Token& token) { return token.span.end == span.end; }));
      EXPECT_TRUE(std::any_of(query.begin(), query.end(), [&](const Part& part) {
        return explains(part, words);
      })) << snippet.text.substr(span.begin, span.size());
    }
  }

  TemporaryPath folder_;
  Analyzer analyzer_;
};

TEST_F(HighlightTest, EveryHighlightIsWhatTheQueryMatchedAndNoneOverlap) {
  std::mt19937 random(20261124);
  Searcher searcher(folder_ / "index");
  std::size_t highlights = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<Part> query;
    std::string text;
    for (std::size_t i = 0; i < 1 + random() % 3; ++i) {
      query.push_back(random_part(random));
      text += query.back().spelled() + ' ';
    }
    SCOPED_TRACE(text);
    SearchOptions options;
    options.names = Names::off;  // What stands for words has tests of its own.
    options.spelling = Spelling::off;
    options.look_alikes = false;
    options.snippet_bytes = 10 + random() % 80;
    options.fragments_max = 1 + random() % 4;
    for (const Hit& hit : searcher.search(text, options).hits) {
      check(hit.snippet, query, hit);
      highlights += hit.snippet.highlights.size();
      std::vector<Span> shown = {hit.snippet.span};
      for (const Snippet& fragment : hit.fragments) {
        check(fragment, query, hit);
        EXPECT_FALSE(fragment.highlights.empty());
        shown.push_back(fragment.span);
      }
      EXPECT_LE(shown.size(), options.fragments_max);
      std::sort(shown.begin(), shown.end(),
                [](const Span& a, const Span& b) { return a.begin < b.begin; });
      for (std::size_t i = 1; i < shown.size(); ++i) {
        EXPECT_LE(shown[i - 1].end, shown[i].begin);
      }
    }
  }
  EXPECT_GT(highlights, 300);
}

TEST_F(HighlightTest, EachWordIsHighlightedInItsOwnScript) {
  Searcher searcher(folder_ / "index");
  for (const auto& [query, highlighted] :
       std::vector<std::pair<std::string, std::string>>{{"ferry", "ferry"},
                                                        {"hafen", "Hafen"},
                                                        {"паром", "парома"},
                                                        {"渡轮", "渡轮"},
                                                        {"шағалалар", "шағалалар"},
                                                        {"پاراخوتلار", "پاراخوتلار"},
                                                        {"öl", "Öl"}}) {
    const SearchResults results = searcher.search(query);
    ASSERT_FALSE(results.hits.empty()) << query;
    bool found = false;
    for (const Hit& hit : results.hits) {
      for (const Span& span : hit.snippet.highlights) {
        found |= hit.snippet.text.substr(span.begin, span.size()) == highlighted;
      }
    }
    EXPECT_TRUE(found) << query;
  }
}

TEST_F(HighlightTest, AWordOfTheTitleIsNotHighlightedInTheText) {
  Searcher searcher(folder_ / "index");
  const SearchResults results = searcher.search("title:harbours");
  ASSERT_FALSE(results.hits.empty());
  EXPECT_TRUE(results.hits.front().snippet.highlights.empty());
}

}  // namespace
}  // namespace pilcrow
