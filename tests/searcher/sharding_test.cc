// SPDX-License-Identifier: GPL-2.0-or-later
// Several indexes, in folders and behind stock Xapian servers, against one index of all articles:
// every hit, score, count and page must be the same.
#include <gtest/gtest.h>
#include <algorithm>
#include <sstream>

#include "pilcrow/searcher.h"
#include "tests/searcher/mixed_corpus.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"
#include "tests/support/xapian_server.h"

namespace pilcrow {
namespace {

constexpr std::size_t parts = 4;

struct Asked {
  std::string query = {};
  SearchOptions options = {};
  std::string name = {};
};

std::string exact(double number) {
  std::ostringstream text;
  text << std::hexfloat << number;
  return text.str();
}

void describe(const Hit& hit, std::ostream& text) {
  text << to_string(hit.passage) << ' ' << exact(hit.score) << " (" << hit.score << ") "
       << hit.article.title << ": " << hit.snippet.text << '\n';
  for (const DuplicatePassage& duplicate : hit.duplicates) {
    text << "  the same: " << to_string(duplicate.passage) << '\n';
  }
  for (const Hit& other : hit.others) {
    text << "  other ";
    describe(other, text);
  }
  for (const PassageText& passage : hit.before) {
    text << "  before: " << passage.paragraph << ' ' << passage.text.substr(0, 20) << '\n';
  }
  if (hit.explanation) {
    text << "  explained: " << exact(hit.explanation->value) << '\n';
    for (const Explanation& part : hit.explanation->details) {
      text << "    " << exact(part.value) << ' ' << part.description << '\n';
    }
  }
}

// Counts as far as they are exact in one index too.
std::string described(const SearchResults& results, bool is_exact) {
  std::ostringstream text;
  for (const Hit& hit : results.hits) {
    describe(hit, text);
  }
  if (is_exact) {
    text << results.matches.lower << " to " << results.matches.upper << '\n';
  }
  for (const auto& [name, values] : results.facets) {
    for (const FacetCount& value : values) {
      text << name << ' ' << value.value << ": " << value.count << '\n';
    }
  }
  for (const QueryNote& note : results.notes) {
    text << "note: " << note.text << '\n';
  }
  text << "suggestion: " << results.suggestion << (results.next_cursor.empty() ? "" : " more");
  return text.str();
}

class ShardingTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    shared() = std::make_unique<Shared>();
    const std::vector<Article>& articles = shared()->corpus.articles();
    std::vector<Article> by_turns;
    for (std::size_t part = 0; part < parts; ++part) {
      const std::size_t size = articles.size() / parts;
      const auto begin = articles.begin() + static_cast<std::ptrdiff_t>(part * size);
      index_articles(path("run", part), {begin, begin + static_cast<std::ptrdiff_t>(size)});
      std::vector<Article> turn;
      for (std::size_t i = part; i < articles.size(); i += parts) {
        turn.push_back(articles[i]);
      }
      index_articles(path("turn", part), turn);
      by_turns.insert(by_turns.end(), turn.begin(), turn.end());
    }
    index_articles(path("runs", 0), articles);
    index_articles(path("turns", 0), by_turns);
  }
  static void TearDownTestSuite() { shared().reset(); }

  static std::string path(const char* name, std::size_t number) {
    return shared()->folder / (name + std::to_string(number));
  }
  static std::vector<std::string> paths(const char* name) {
    std::vector<std::string> all;
    for (std::size_t part = 0; part < parts; ++part) {
      all.push_back(path(name, part));
    }
    return all;
  }

  static MixedCorpus& corpus() { return shared()->corpus; }

  static std::vector<Asked> all_ways() {
    return {
        {"", {.limit = 30}, "plain"},
        {"", {.limit = 200, .duplicates = Duplicates::show}, "deep"},
        {"", {.limit = 20, .reranked_max = 0, .exact_count_max = 10'000}, "not ranked anew"},
        {"", {.limit = 20, .unit = Unit::article, .hits_per_article_max = 3}, "by article"},
        {"", {.limit = 20, .hits_per_article_max = 2}, "two of an article"},
        {"", {.limit = 40, .sort = Sort::date_ascending}, "oldest"},
        {"", {.limit = 20, .hits_per_article_max = 1, .sort = Sort::date_descending}, "newest"},
        {"", {.limit = 40, .sort = Sort::article}, "as indexed"},
        {"", {.limit = 20, .unit = Unit::article, .sort = Sort::article}, "articles as indexed"},
        {"", {.limit = 20, .expand = Expansion::on}, "expanded"},
        {"", {.offset = 5, .limit = 10, .score_min = 1.5}, "from a score on"},
        {"", {.limit = 20, .filters = {{"section", {"trade"}}}, .since = "2019"}, "filtered"},
        {"",
         {.limit = 20, .filters = {{"language", {"en", "ru"}}, {"place", {"Aralsk"}}}},
         "filtered twice"},
        {"", {.limit = 10, .facets = {"section", "author", "date:month", "place"}}, "with facets"},
        {"",
         {.limit = 10, .unit = Unit::article, .facets = {"section", "date:year"}},
         "with facets of articles"},
        {"",
         {.limit = 20, .kinds = {ParagraphKind::body, ParagraphKind::caption}},
         "with captions"},
        {"", {.limit = 5, .context = 1, .explain = true}, "explained"},
        {"", {.limit = 20, .match_all = true, .until = "2020-06"}, "all words"},
        {"", {.limit = 20, .min_match_percent = 60}, "most words"},
    };
  }

  static std::string query(std::size_t kind) {
    MixedCorpus& words = corpus();
    std::string a = words.any_word();
    const std::string b = words.any_word();
    switch (kind) {
      case 0:
        return a;
      case 1:
        return a + ' ' + b;
      case 2:
        return words.words_of_a_text() + " and the " + a + ' ' + b + ' ' + words.any_word() + ' ' +
               words.any_word() + ' ' + a;
      case 3:
        return '"' + words.words_of_a_text() + "\" " + a;
      case 4:
        return words.words_of_a_text() + " -" + b;
      case 5:
        return '+' + a + ' ' + b + " -\"" + words.words_of_a_text() + '"';
      case 6:
        return a.substr(0, 4) + "* " + b;
      case 7:
        return a + "x " + b;
      case 8:
        return a + "~ title:" + b;
      case 9:
        return a + " section:trade";
      case 10:
        return a + " date:2019..2020 -lang:en";
      case 11:
        return '(' + a + " OR author:whitfield) AND " + b;
      case 12:
        return a + " NEAR/8 " + b;
      case 13:
        return "Urumchi Алмата " + a;
      case 14:
        return "type:caption " + a;
      case 15:
        return "WITHIN ARTICLE (" + a + ' ' + b + ')';
      case 16:
        return "place:aralsk " + a + " title:" + b;
      default:
        return "lang:de OR " + a + "^2";
    }
  }

  static std::vector<Asked> all_asked(std::size_t queries) {
    const std::vector<Asked> ways = all_ways();
    std::vector<Asked> asked;
    constexpr std::size_t kinds = 18;
    for (std::size_t i = 0; i < queries; ++i) {
      Asked one = ways[(i + i / ways.size()) % ways.size()];
      one.query = query(i % kinds);
      asked.push_back(one);
    }
    return asked;
  }

  static void expect_same(const std::vector<std::string>& locations, const std::string& one,
                          std::size_t queries, std::size_t threads = 0) {
    Searcher whole(one);
    Searcher divided(SearcherOptions{.locations = locations, .threads = threads});
    std::size_t hits = 0;
    for (const Asked& asked : all_asked(queries)) {
      const SearchResults expected = whole.search(asked.query, asked.options);
      hits += expected.hits.size();
      ASSERT_EQ(described(divided.search(asked.query, asked.options), expected.matches.exact()),
                described(expected, expected.matches.exact()))
          << asked.name << ": " << asked.query;
    }
    EXPECT_GT(hits, queries);
  }

  // Page after page by cursors.
  static void expect_same_pages(const std::vector<std::string>& locations, const std::string& one,
                                std::size_t threads = 0) {
    Searcher whole(one);
    Searcher divided(SearcherOptions{.locations = locations, .threads = threads});
    for (const Sort sort : {Sort::relevance, Sort::date_ascending, Sort::article}) {
      SearchOptions options{.limit = 7, .sort = sort};
      SearchOptions of_divided = options;
      const std::string query = corpus().any_word() + ' ' + corpus().any_word();
      for (int page = 0; page < 6; ++page) {
        const SearchResults expected = whole.search(query, options);
        const SearchResults results = divided.search(query, of_divided);
        ASSERT_EQ(described(results, false), described(expected, false)) << query;
        if (expected.next_cursor.empty()) {
          break;
        }
        options.cursor = expected.next_cursor;
        of_divided.cursor = results.next_cursor;
      }
    }
  }

  static void expect_same_elsewhere(const std::vector<std::string>& locations,
                                    const std::string& one, std::size_t threads = 0) {
    Searcher whole(one);
    Searcher divided(SearcherOptions{.locations = locations, .threads = threads});
    for (int i = 0; i < 20; ++i) {
      const PassageId passage{"article " + std::to_string(i * 4 + 1), 1, false};
      const std::string query = corpus().any_word() + ' ' + corpus().any_word();
      EXPECT_EQ(described(divided.similar(passage), false),
                described(whole.similar(passage), false));
      const PassageVerdict expected = whole.explain(query, passage, {.score_min = 0.5});
      const PassageVerdict verdict = divided.explain(query, passage, {.score_min = 0.5});
      EXPECT_EQ(verdict.rank, expected.rank) << query;
      EXPECT_EQ(verdict.reasons, expected.reasons) << query;
      EXPECT_EQ(exact(verdict.score), exact(expected.score)) << query;
      const std::string typed = corpus().any_word().substr(0, 3);
      std::ostringstream text;
      for (const Searcher* searcher : {&whole, &divided}) {
        for (const Suggestion& one_of : const_cast<Searcher*>(searcher)->suggest(typed, 4)) {
          text << one_of.text << ' ' << one_of.count << '\n';
        }
        text << '|';
      }
      const std::string both = text.str();
      const std::size_t bar = both.find('|');
      EXPECT_EQ(both.substr(bar + 1), both.substr(0, bar + 1)) << typed;
      EXPECT_EQ(divided.context(passage, 1, 1).size(), whole.context(passage, 1, 1).size());
      EXPECT_EQ(divided.paragraphs(passage.article).size(),
                whole.paragraphs(passage.article).size());
      EXPECT_EQ(divided.article(passage.article)->date, whole.article(passage.article)->date);
    }
    EXPECT_FALSE(divided.article("nowhere").has_value());
    EXPECT_FALSE(divided.text({"nowhere", 1, false}).has_value());
  }

 private:
  struct Shared {
    TemporaryPath folder = {};
    MixedCorpus corpus = {};
  };
  static std::unique_ptr<Shared>& shared() {
    static std::unique_ptr<Shared> shared;
    return shared;
  }
};

constexpr std::size_t many = 400;
constexpr std::size_t some = 120;  // Of servers, which take longer.

TEST_F(ShardingTest, FourFoldersOfRunsAreAsOne) {
  expect_same(paths("run"), path("runs", 0), many);
  expect_same_pages(paths("run"), path("runs", 0));
  expect_same_elsewhere(paths("run"), path("runs", 0));
}

TEST_F(ShardingTest, FoldersThatThreadsSearchAreAsOne) {
  for (const std::size_t threads : {std::size_t{2}, std::size_t{4}}) {
    expect_same(paths("turn"), path("turns", 0), many, threads);
    expect_same_pages(paths("turn"), path("turns", 0), threads);
    expect_same_elsewhere(paths("turn"), path("turns", 0), threads);
  }
}

TEST_F(ShardingTest, FourFoldersByTurnsAreAsOne) {
  expect_same(paths("turn"), path("turns", 0), many);
  expect_same_pages(paths("turn"), path("turns", 0));
  expect_same_elsewhere(paths("turn"), path("turns", 0));
}

class ServerTest : public ShardingTest {
 protected:
  void SetUp() override {
    if (!XapianServer::is_installed()) {
      GTEST_SKIP() << "xapian-tcpsrv is not installed (Debian: xapian-tools)";
    }
  }
};

TEST_F(ServerTest, OneIsAsAFolder) {
  const XapianServer server(path("runs", 0));
  expect_same({server.location()}, path("runs", 0), some);
  expect_same_pages({server.location()}, path("runs", 0));
  expect_same_elsewhere({server.location()}, path("runs", 0));
}

TEST_F(ServerTest, FourAreAsOneFolder) {
  std::vector<std::unique_ptr<XapianServer>> servers;
  std::vector<std::string> locations;
  for (const std::string& folder : paths("turn")) {
    servers.push_back(std::make_unique<XapianServer>(folder));
    locations.push_back(servers.back()->location());
  }
  expect_same(locations, path("turns", 0), some);
  expect_same_pages(locations, path("turns", 0));
  expect_same_elsewhere(locations, path("turns", 0));
}

TEST_F(ServerTest, FoldersAndServersMix) {
  const XapianServer first(path("run", 0));
  const XapianServer third(path("run", 2));
  const std::vector<std::string> locations = {first.location(), path("run", 1), third.location(),
                                              path("run", 3)};
  expect_same(locations, path("runs", 0), some);
  expect_same_pages(locations, path("runs", 0));
  expect_same_elsewhere(locations, path("runs", 0));
}

// All words weigh the same, but to the server only up to the last bit, since they are not as
// frequent there.  Of equal passages of an article the first is the one to show.
TEST_F(ServerTest, TheFirstOfEqualPassagesOfAnArticleIsFound) {
  const std::vector<std::string> words = {"ferry",   "glacier", "harbour", "market",
                                          "orchard", "pasture", "quarry"};
  std::vector<Article> served;
  std::vector<Article> others;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string text;
    for (std::size_t j = 0; j < words.size(); ++j) {
      text += words[(i + j) % words.size()] + " number " + std::to_string(j) + ".\n\n";
    }
    served.push_back(make_article("of all " + std::to_string(i), "", text));
    for (std::size_t j = 0; j < words.size(); ++j) {
      (j < i ? served : others)
          .push_back(make_article(words[i] + std::to_string(j), "", words[i] + " and more."));
    }
  }
  TemporaryPath folder;
  index_articles(folder / "served", served);
  index_articles(folder / "others", others);
  const XapianServer server(folder / "served");
  Searcher searcher(SearcherOptions{.locations = {server.location(), folder / "others"}});
  std::string query;
  for (const std::string& word : words) {
    query += word + ' ';
  }
  SearchOptions options{.limit = 100, .unit = Unit::article, .duplicates = Duplicates::show};
  options.reranked_max = 0;
  std::size_t found = 0;
  for (const Hit& hit : searcher.search(query, options).hits) {
    if (hit.passage.article.starts_with("of all")) {
      EXPECT_EQ(hit.passage.paragraph, 1U) << hit.passage.article;
      ++found;
    }
  }
  EXPECT_EQ(found, words.size());
}

}  // namespace
}  // namespace pilcrow
