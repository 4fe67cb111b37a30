// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/article_view.h"
#include "searcher/line_completion.h"
#include "searcher/pager.h"
#include "searcher/wrap.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;

std::vector<std::string> wrapped(const std::string& text, std::size_t columns) {
  std::vector<std::string> lines;
  for (const Span& line : wrapped_lines(text, columns)) {
    lines.push_back(text.substr(line.begin, line.size()));
    EXPECT_LE(display_columns(lines.back()),
              columns == 0 ? SIZE_MAX : std::max<std::size_t>(columns, 2));
  }
  return lines;
}

TEST(DisplayColumns, CountWideCharactersTwiceAndCombiningOnesNot) {
  EXPECT_EQ(display_columns("abc"), 3);
  EXPECT_EQ(display_columns("Қазақ"), 5);
  EXPECT_EQ(display_columns("冰川"), 4);
  EXPECT_EQ(display_columns("ＡＢ"), 4);
  EXPECT_EQ(display_columns("e\u0301"), 1);
  EXPECT_EQ(display_columns("🚢"), 2);
  EXPECT_EQ(display_columns("\xFF"), 1);
  EXPECT_EQ(display_columns(""), 0);
}

TEST(WrappedLines, BreakWhereAScriptAllows) {
  EXPECT_THAT(wrapped("The ferry waits.", 9), ElementsAre("The ferry", "waits."));
  EXPECT_THAT(wrapped("冰川后退了。", 6), ElementsAre("冰川后", "退了。"));
  EXPECT_THAT(wrapped("冰川后退。", 8), ElementsAre("冰川后", "退。"));
  EXPECT_THAT(wrapped("one", 0), ElementsAre("one"));
  EXPECT_THAT(wrapped("", 5), ElementsAre(""));
}

TEST(WrappedLines, ALongWordIsCutBetweenItsCharacters) {
  EXPECT_THAT(wrapped("a Öööööö b", 4), ElementsAre("a", "Öööö", "öö b"));
  EXPECT_THAT(wrapped("冰川", 1), ElementsAre("冰", "川"));
}

std::vector<std::string> some_words(std::string_view prefix, std::size_t /*limit*/) {
  std::vector<std::string> found;
  for (const char* word : {"ferries", "ferry", "пар", "паром", "харбор", "хор"}) {
    if (std::string_view(word).starts_with(prefix)) {
      found.emplace_back(word);
    }
  }
  return found;
}

TEST(CompleteLine, OneWordIsWrittenAndSeveralAreShown) {
  const Completion one = complete_line("late ferri", some_words);
  EXPECT_EQ(one.replaced_characters, 5);
  EXPECT_EQ(one.text, "ferries ");
  EXPECT_TRUE(one.choices.empty());
  const Completion two = complete_line("\"fe", some_words);
  EXPECT_EQ(two.replaced_characters, 2);
  EXPECT_EQ(two.text, "ferr");
  EXPECT_THAT(two.choices, ElementsAre("ferries", "ferry"));
}

TEST(CompleteLine, NeverCutsACharacter) {
  EXPECT_EQ(complete_line("п", some_words).text, "пар");
  EXPECT_EQ(complete_line("х", some_words).text, "х");
  EXPECT_EQ(complete_line("х", some_words).replaced_characters, 1);
}

TEST(CompleteLine, CommandsAreCompletedAtTheBeginning) {
  EXPECT_EQ(complete_line(":he", some_words).text, ":help ");
  EXPECT_EQ(complete_line("title:fe", some_words).text, "ferr");
  EXPECT_EQ(complete_line("", some_words).text, "");
  EXPECT_EQ(complete_line("zzz", some_words).text, "zzz");
}

TEST(PagerCommand, TellsKnownPagersTheLine) {
  EXPECT_EQ(pager_command(nullptr, 7), "less -R -j4 +7");
  EXPECT_EQ(pager_command("", 7), "less -R -j4 +7");
  EXPECT_EQ(pager_command("/usr/bin/less -S", 7), "/usr/bin/less -S -R -j4 +7");
  EXPECT_EQ(pager_command("more", 7), "more +7");
  EXPECT_EQ(pager_command("cat", 7), "cat");
}

TEST(ViewArticle, MarksTheParagraphOfTheHit) {
  Hit hit;
  hit.passage = {"a", 2};
  hit.article.id = "a";
  hit.article.title = "T\x1b[2J";
  const ArticleView view = view_article(hit,
                                        {{1, "A picture.", {}, ParagraphKind::caption},
                                         {1, "One two three.", {}},
                                         {2, "Four\x07 five six.", {}}},
                                        {false, 14});
  EXPECT_EQ(view.text,
            "T [2J\na\n\n    [caption]\n    A picture.\n\n    One two\n    three.\n\n"
            "  ┃ Four  five\n  ┃ six.\n");
  EXPECT_EQ(view.line, 10);
}

}  // namespace
}  // namespace pilcrow
