// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/spelling.h"
#include "corpus/wiki/wiki_markup.h"
#include "corpus/wiki/wiki_page.h"
#include "tests/support/processor_time.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;

// "kind: text" of each block.
std::vector<std::string> blocks_of(std::string_view text) {
  std::vector<std::string> blocks;
  for (const WikiBlock& block : read_wiki_page(text).blocks) {
    blocks.push_back(std::string(to_string(block.kind)) + ": " +
                     read_wiki_text(text.substr(block.span.begin, block.span.size())).text);
  }
  return blocks;
}

TEST(WikitextTest, MarksAreNotShown) {
  constexpr struct {
    const char* markup;
    const char* text;
  } rows[] = {
      {"", ""},
      {"''slow'' '''ice''' '''''both''''' it's ''''x''''", "slow ice both it's 'x'"},
      {"[[Арал теңізі|теңіз]] мен [[Қазалы]]", "теңіз мен Қазалы"},
      {"[[:Category:Lakes]] [[Lake|]] [[Lake#Ice|]]", "Category:Lakes Lake Lake#Ice"},
      {"ein [[Haus]]boot", "ein Hausboot"},
      {"[http://example.org/a the map] and [https://example.org/b] and http://example.org/c",
       "the map and and http://example.org/c"},
      {"[mailto:a@example.org write] [sic] [1]", "write [sic] [1]"},
      {"[http://example.org a [[b|c]] d]", "a c d"},
      {"снег{{нет АИ|2020}} лёг", "снег лёг"},
      {"a {{b|{{c|[[d]]}}|e}} f", "a f"},
      {"a {{{1|}}} b {{{{c}}}} d", "a b d"},
      {"a {{b", "a b"},
      {"a }} b ]] c [[ d", "a b c d"},
      {"雪<ref name=\"a\">Book, p. 3</ref>下<ref name=\"a\" />了<!-- x -->。", "雪下了。"},
      {"one<br>two<br/>three", "one two three"},
      {"H<sub>2</sub>O <span style=\"x\">ice</span>", "H2O ice"},
      {"<nowiki>''[[raw]]'' &amp;</nowiki> ''x''", "''[[raw]]'' & x"},
      {"a <math>x < y</math> b", "a b"},
      {"5&nbsp;km &ndash; 3 < 4 &amp; 5", "5 km – 3 < 4 & 5"},
      {"__NOTOC__ text __БЕЗ_ОГЛАВЛЕНИЯ__ snake__case __init__", "text snake__case __init__"},
      {"[[de:Aralsee]][[zh-yue:鹹海]]text [[wikt:sea|sea]]", "text sea"},
      {"[[File:Boat.jpg|thumb|A [[boat]] at ''rest'']]The harbour", "The harbour"},
      {"text[[Санат:Көлдер]]", "text"},
      {"坐-{zh-hans:出租车;zh-hant:計程車}-去，-{台}-", "坐出租车去，台"},
      {"a - b -{", "a - b -{"},
      {"{{a|[[b}} c ]] d", "c d"},
  };
  for (const auto& row : rows) {
    const WikiText shown = read_wiki_text(row.markup);
    EXPECT_EQ(shown.text, row.text) << row.markup;
    EXPECT_EQ(shown.map.text_size(), shown.text.size()) << row.markup;
  }
}

TEST(WikitextTest, TheRuleReadsXmlFirst) {
  EXPECT_EQ(wikitext_text("a&lt;ref&gt;b&lt;/ref&gt; &amp;nbsp;''c'' &amp;amp; d"), "a c & d");
}

TEST(WikitextTest, APageIsItsParagraphs) {
  EXPECT_THAT(
      blocks_of("{{Infobox\n| name = Harbour\n\n| built = 1905\n}}\n"
                "'''The harbour''' waits\nfor its sea.<ref>A\n\nbook</ref>\n\n"
                "== History <!-- old --> ==\nIt was {{circa|1905}}\n\n\n"
                "* first [[pier]]\n** second pier\n# third\n; Term: meaning\n:: indented\n"
                "{| class=\"wikitable\"\n|-\n! Year !! Depth\n|-\n| 1960 || {{convert|53|m}}\n|}\n"
                "----\nThe end.\r\n\r\n[[Category:Harbours|*]]\n[[ category : Seas ]]\n"),
      ElementsAre("body: The harbour waits for its sea.", "headline: History", "body: It was",
                  "body: first pier", "body: second pier", "body: third", "body: Term: meaning",
                  "body: indented", "body: The end."));
}

TEST(WikitextTest, CategoriesAreKnownInTheirLanguages) {
  EXPECT_THAT(
      read_wiki_page("[[Category:A]][[Kategorie:B|x]][[Категория:В]][[Санат:Г]][[分类:丁]]"
                     "[[Catégorie:É]][[Categoría:F]]{{x|[[Category:No]]}}<!--[[Category:No]]-->")
          .categories,
      ElementsAre("A", "B", "В", "Г", "丁", "É", "F"));
}

TEST(WikitextTest, CaptionsOfFilesAreParagraphs) {
  EXPECT_THAT(
      blocks_of(
          "[[Datei:Hafen.jpg|mini|hochkant=1.2|Der [[Hafen]] im Jahr\n\n1960]]\n"
          "Der Hafen [[Bild:x.png|20px]] wartet. [[Файл:a.jpg|thumb|300px]]\n\n"
          "[[文件:冰川.jpg|缩略图|阿拉木图上方的冰川]]\n{{Box|[[File:b.jpg|hidden caption]]}}"),
      ElementsAre("caption: Der Hafen im Jahr 1960", "body: Der Hafen wartet.",
                  "caption: 阿拉木图上方的冰川"));
}

TEST(WikitextTest, ListsOfLinksAtTheEndAreRelated) {
  EXPECT_THAT(
      blocks_of("Text.\n== See also ==\n* [[Sea]]\n=== More ===\n* [[Lake]]\n== Legacy ==\nText."),
      ElementsAre("body: Text.", "headline: See also", "related: Sea", "headline: More",
                  "related: Lake", "headline: Legacy", "body: Text."));
}

TEST(WikitextTest, WhatIsNotClosedIsShown) {
  EXPECT_THAT(blocks_of("{{Infobox\nThe sea left.\n\n{|\n| cell\n\n[[File:x.jpg|thumb|Where\n\nit "
                        "was <ref>a\n\n<!-- b"),
              ElementsAre("body: Infobox The sea left.", "body: File:x.jpg|thumb|Where",
                          "body: it was a", "body: b"));
}

TEST(WikitextTest, BlankAndOddPagesHaveNoParagraphs) {
  for (const char* text : {"", "\n\n", "{{a}}", "<!-- a -->", "{|\n|a\n|}", "==", "====", "----",
                           "*", "[[Category:A]]", "<references />", "__TOC__"}) {
    for (const std::string& block : blocks_of(text)) {
      EXPECT_THAT(block, testing::AnyOf("body: ==", "headline: ", "body: ")) << text;
    }
  }
}

TEST(WikitextTest, HostileMarkupIsReadInLinearTime) {
  const double start = processor_seconds();
  for (const char* part :
       {"{{",         "[[",        "}}",    "]]",  "{|\n", "\n|}",     "[http://a ", "<ref>",
        "</ref",      "<!--",      "'",     "''x", "-{",   "<nowiki>", "__A",        "[[File:a|",
        "{{[[",       "[[a|",      "<b>",   "=",   "\n=",  "*",        "&",          "{{a}}\n",
        "[[File:a]]", "<!---->\n", "-{zh:", "<",   "|",    "[["}) {
    std::string text;
    while (text.size() < 1'000'000) {
      text += part;
    }
    blocks_of(text);
    blocks_of(text + "</ref>}}]]");
  }
  EXPECT_LT(processor_seconds() - start, 60.0);
}

}  // namespace
}  // namespace pilcrow
