// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/citation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/text_fragment.h"

namespace pilcrow {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

Hit hit(const std::string& text) {
  Hit made;
  made.passage = {"news/a.txt", 3};
  made.text = text;
  made.source = {10, 52};
  made.article.id = "news/a.txt";
  made.article.title = "The Sea, Again";
  made.article.author = "Dana Whitfield";
  made.article.date = "2021-03-14";
  made.article.language = "en";
  made.article.url = "https://example.org/sea?id=1&x=2";
  made.article.source_path = "/data/news/a.txt";
  made.article.furniture = 1;
  return made;
}

TEST(Cite, NamesArticleAddressParagraphAndBytes) {
  const Hit sea = hit("The water came back.");
  EXPECT_EQ(cite(sea, CitationStyle::text),
            "“The water came back.”\n"
            "— Dana Whitfield, “The Sea, Again”, 2021-03-14, ¶ 3\n"
            "  https://example.org/sea?id=1&x=2\n"
            "  bytes 10-52 of /data/news/a.txt");
  EXPECT_EQ(cite(sea, CitationStyle::markdown),
            "> The water came back.\n"
            ">\n"
            "> — Dana Whitfield, [The Sea, Again](<https://example.org/sea?id=1&x=2"
            "#:~:text=The%20water%20came%20back>), 2021-03-14, ¶ 3, "
            "bytes 10-52 of /data/news/a.txt");
  EXPECT_EQ(cite(sea, CitationStyle::html),
            "<figure>\n"
            "  <blockquote dir=\"auto\" lang=\"en\" cite=\"https://example.org/sea?id=1&amp;x=2"
            "#:~:text=The%20water%20came%20back\"><p>The water came back.</p></blockquote>\n"
            "  <figcaption><bdi>Dana Whitfield</bdi>, <cite><bdi><a href=\"https://example.org/sea"
            "?id=1&amp;x=2#:~:text=The%20water%20came%20back\">The Sea, Again</a></bdi></cite>, "
            "<time datetime=\"2021-03-14\">2021-03-14</time>, ¶ 3, "
            "bytes 10-52 of /data/news/a.txt</figcaption>\n"
            "</figure>");
  EXPECT_THAT(cite(sea, CitationStyle::bibtex),
              MatchesRegex("@misc\\{p-news-a-txt-3-[0-9a-f]{8},\n"
                           "  author = \\{\\{Dana Whitfield\\}\\},\n"
                           "  title = \\{\\{The Sea, Again\\}\\},\n"
                           "  year = \\{\\{2021\\}\\},\n"
                           "  month = \\{\\{03\\}\\},\n"
                           "  url = \\{https://example.org/sea\\?id=1&x=2\\},\n"
                           "  note = \\{\\{¶ 3, bytes 10-52 of /data/news/a.txt\\}\\},\n"
                           "  annote = \\{\\{The water came back.\\}\\}\n\\}"));
}

TEST(Cite, LeavesOutWhatIsUnknown) {
  Hit bare;
  bare.passage = {"x", 1};
  bare.text = "Words.";
  bare.article.id = "x";
  EXPECT_EQ(cite(bare, CitationStyle::text), "“Words.”\n— “x”, ¶ 1");
  EXPECT_EQ(cite(bare, CitationStyle::markdown), "> Words.\n>\n> — x, ¶ 1");
  EXPECT_EQ(cite(bare, CitationStyle::url), "");
  EXPECT_THAT(cite(bare, CitationStyle::html), Not(HasSubstr("href")));
  EXPECT_THAT(cite(bare, CitationStyle::bibtex), Not(HasSubstr("author")));
}

TEST(Cite, EscapesWhatMeansSomething) {
  const Hit hostile =
      hit("<script>alert(\"&\")</script> \\input{x} 100% $a_b^2~# *not bold* [x](y)");
  EXPECT_THAT(cite(hostile, CitationStyle::html),
              HasSubstr("<p>&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt; "));
  EXPECT_THAT(cite(hostile, CitationStyle::markdown),
              HasSubstr("\\<script>alert(\"\\&\")\\</script> \\\\input\\{x\\} 100% $a\\_b^2\\~# "
                        "\\*not bold\\* \\[x\\](y)"));
  EXPECT_THAT(cite(hostile, CitationStyle::bibtex),
              HasSubstr("\\textbackslash{}input\\textbraceleft{}x\\textbraceright{} 100\\% "
                        "\\$a\\_b\\textasciicircum{}2\\textasciitilde{}\\#"));
  EXPECT_THAT(cite(hit("12. January"), CitationStyle::markdown), StartsWith("> 12\\. January"));
  EXPECT_THAT(cite(hit("- item - 1. #2"), CitationStyle::markdown),
              StartsWith("> \\- item - 1. #2"));
}

TEST(Cite, BracesOfBibtexAlwaysBalance) {
  for (const char* text : {"}{", "{{{", "\\}", "a}} , x = {{b", "\"}"}) {
    Hit odd = hit(text);
    odd.article.title = text;
    odd.article.author = text;
    odd.article.url = std::string("https://example.org/") + text;
    int depth = 0;
    for (const char byte : cite(odd, CitationStyle::bibtex)) {
      depth += byte == '{' ? 1 : byte == '}' ? -1 : 0;
      EXPECT_GE(depth, 0);
    }
    EXPECT_EQ(depth, 0) << text;
  }
}

TEST(Cite, KeysAreSafeAndTellPassagesApart) {
  const auto key = [](const std::string& article, std::uint32_t paragraph, bool furniture) {
    Hit one = hit("x");
    one.passage = {article, paragraph, furniture};
    const std::string entry = cite(one, CitationStyle::bibtex);
    return entry.substr(6, entry.find(',') - 6);
  };
  std::set<std::string> keys;
  for (const char* article : {"新闻/一", "新闻/二", "a/b", "a-b", "A/B", "", "{},%#"}) {
    for (const bool furniture : {false, true}) {
      const std::string made = key(article, 1, furniture);
      EXPECT_THAT(made, MatchesRegex("[a-z0-9-]+"));
      EXPECT_TRUE(keys.insert(made).second) << made;
    }
  }
}

TEST(Cite, ControlCharactersBecomeSpaces) {
  for (const CitationStyle style : citation_styles) {
    Hit odd = hit("One\x1b[31m\ntwo\r\x07 three\u009b31m.");
    odd.article.title = "T\x1b]0;x\x07\n# T";
    odd.article.author = "\u0085A\tB";
    odd.article.source_path += "\n\x1b[2J";
    odd.article.url += "\n\x1b\"<>\\^`{|} é";
    const std::string made = cite(odd, style);
    EXPECT_EQ(made.find_first_of("\x1b\r\x07\t"), std::string::npos) << to_string(style);
    EXPECT_EQ(made.find("\u009b"), std::string::npos) << to_string(style);
    EXPECT_EQ(made.find("\u0085"), std::string::npos) << to_string(style);
    EXPECT_EQ(made.find("\n#"), std::string::npos) << to_string(style);
  }
}

TEST(Cite, NeverLinksWhatABrowserWouldRun) {
  Hit odd = hit("x");
  odd.article.source_path.clear();
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x", " http://x"}) {
    odd.article.url = url;
    EXPECT_THAT(cite(odd, CitationStyle::html), Not(HasSubstr("href"))) << url;
    EXPECT_EQ(cite(odd, CitationStyle::url), "") << url;
  }
}

TEST(Cite, NamesTheKindOfFurniture) {
  Hit caption = hit("A photograph.");
  caption.kind = ParagraphKind::caption;
  caption.passage.furniture = true;
  EXPECT_THAT(cite(caption, CitationStyle::text), HasSubstr("2021-03-14, caption\n"));
}

TEST(TextDirective, EncodesEveryScriptAndItsOwnSyntax) {
  EXPECT_EQ(text_directive(hit("Well-known, \"dry\" & wet: 50% off.")),
            ":~:text=Well%2Dknown%2C%20%22dry%22%20%26%20wet%3A%2050%25%20off");
  EXPECT_EQ(text_directive(hit("Қазақ")), ":~:text=%D2%9A%D0%B0%D0%B7%D0%B0%D2%9B");
  EXPECT_EQ(text_directive(hit("「冰川」")), ":~:text=%E5%86%B0%E5%B7%9D");
  EXPECT_EQ(text_directive(hit("ئۇ")), ":~:text=%D8%A6%DB%87");
  EXPECT_EQ(text_directive(hit("one\n  two")), ":~:text=one%20two");
  EXPECT_EQ(text_directive(hit("...")), "");
  EXPECT_EQ(text_directive(hit("")), "");
}

std::string numbered(int from, int to) {
  std::string text;
  for (int i = from; i <= to; ++i) {
    text += (text.empty() ? "" : " ") + std::string("w") + std::to_string(i);
  }
  return text;
}

TEST(TextDirective, ALongParagraphIsNamedByItsEnds) {
  EXPECT_EQ(text_directive(hit(numbered(1, 100) + '.')),
            ":~:text=w1%20w2%20w3%20w4%20w5%20w6,w95%20w96%20w97%20w98%20w99%20w100");
}

TEST(TextDirective, TheEndIsNotFoundEarlier) {
  const std::string refrain = "and so on and so on";
  EXPECT_EQ(
      text_directive(hit(numbered(1, 40) + ' ' + refrain + ' ' + numbered(41, 90) + ' ' + refrain)),
      ":~:text=w1%20w2%20w3%20w4%20w5%20w6,w90%20and%20so%20on%20and%20so%20on");
}

TEST(TextDirective, NeighboursAreNamedWhereNothingStandsBetween) {
  Hit sea = hit("It rose.");
  sea.before = {{2, "One two three four."}};
  sea.after = {{4, "Five, six seven eight."}};
  EXPECT_EQ(text_directive(sea), ":~:text=It%20rose");
  sea.article.furniture = 0;
  EXPECT_EQ(text_directive(sea), ":~:text=two%20three%20four-,It%20rose,-Five%2C%20six%20seven");
}

TEST(PassageAddress, KeepsAFragmentAndDropsAnotherDirective) {
  Hit sea = hit("Up");
  sea.article.url = "https://example.org/a#part";
  EXPECT_EQ(passage_address(sea), "https://example.org/a#part:~:text=Up");
  sea.article.url = "https://example.org/a#:~:text=Down";
  EXPECT_EQ(passage_address(sea), "https://example.org/a#:~:text=Up");
}

TEST(PassageAddress, IsTheFileWhereThereIsNoUrl) {
  Hit sea = hit("Up");
  sea.article.url.clear();
  sea.article.source_path = "/data/a b#1.html";
  EXPECT_EQ(passage_address(sea), "file:///data/a%20b%231.html#:~:text=Up");
  sea.article.source_member = "in/a.html";
  EXPECT_EQ(passage_address(sea), "file:///data/a%20b%231.html");
  sea.article.source_path = "-";
  EXPECT_EQ(passage_address(sea), "");
}

}  // namespace
}  // namespace pilcrow
