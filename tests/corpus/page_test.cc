// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/furniture.h"

namespace pilcrow {
namespace {

const char* const long_paragraph =
    "The cranes have not lifted a crate of fish for forty years, and the quay ends in sand. They "
    "stand in a row, and the children of the town learn to ride bicycles between them, since there "
    "is no water left to fall into. Since the dam was closed the northern part has risen by four "
    "metres, the salt content has fallen to a third of what it was, and carp, bream and pike-perch "
    "have returned with the fresh water of the river.";

// One letter a paragraph: b body, h headline, k kicker, s standfirst, y byline, d dateline,
// c caption, r credit, n navigation, e related, a advert.
std::string kinds_of(const std::vector<std::string_view>& paragraphs) {
  std::string letters;
  for (const ParagraphKind kind : read_page(paragraphs).kinds) {
    letters += "bhksydcrnea"[static_cast<std::size_t>(kind)];
  }
  return letters;
}

struct PageRow {
  const char* what;
  std::vector<std::string_view> paragraphs;
  const char* kinds;
  const char* title;
};

TEST(ReadPage, TypesParagraphsByEvidenceRepetitionAndPosition) {
  const PageRow rows[] = {
      {"plain paragraphs are all body", {"It rained.", "It stopped."}, "bb", ""},
      {"one line is still found", {"hello world"}, "b", ""},
      {"labels alone are still found", {"Water", "Trade"}, "bb", ""},
      {"a title", {"A Harbour Waits", "It rained.", "It stopped."}, "hbb", "A Harbour Waits"},
      {"a kicker before a longer title",
       {"Water", "A Harbour Waits for Its Sea", "It rained.", "It stopped."},
       "khbb",
       "A Harbour Waits for Its Sea"},
      {"the repeated label is the title",
       {"Water", "The Sea", "Recent Features", "Water", "The Sea", "The Sea", "It rained."},
       "khnkhhb",
       "The Sea"},
      {"a sentence before a byline is the standfirst",
       {"The Sea", "It is back.", "By Dana Whitfield", "It rained."},
       "hsyb",
       "The Sea"},
      {"no standfirst is made up", {"The Sea", "It is back.", "It rained."}, "hbb", "The Sea"},
      {"a long paragraph is no standfirst",
       {"The Sea", long_paragraph, "In this photo, a boat.", "Credit: Archive", "It rained."},
       "hbcrb",
       "The Sea"},
      {"what stands before a credit is a caption",
       {"The Sea", "A boat on the sand.", "Credit: Archive", "It rained."},
       "hcrb",
       "The Sea"},
      {"a heading between paragraphs",
       {"The Sea", "It rained.", "It stopped.", "It rained.", "The Dam", "It was closed."},
       "hbbbhb",
       "The Sea"},
      {"what follows the last paragraph leads elsewhere",
       {"The Sea", "It rained.", "It stopped.", "It rained.", "More Boats", "Advertisement"},
       "hbbbea",
       "The Sea"},
      {"a short paragraph that ends as a sentence is body",
       {"The Sea", "It rained.", "In short: it is not our business.", "It stopped."},
       "hbbb",
       "The Sea"},
      {"a question that is the headline",
       {"Water", "Who Owns the River?", "Latest", "Water", "Who Owns the River?", "It is back.",
        "Who Owns the River?", "It rained."},
       "khnkhshb",
       "Who Owns the River?"},
      {"a refrain is no headline",
       {"It rained on the sea.", "It stopped.", "It rained on the sea."},
       "bbb",
       ""},
      {"the same sentence twice is still the article",
       {"The Sea", "It rained on the sea.", "It rained on the sea."},
       "hbb",
       "The Sea"},
      {"an advert between paragraphs makes no standfirst",
       {"The Sea", "It rained.", "Advertisement", "It stopped.", "Read more about dams",
        "It rained."},
       "hbabeb",
       "The Sea"},
      {"two sentences and a captioned picture",
       {"The Sea", "It is back.", "A boat on the sand.", "Credit: Archive", "It rained."},
       "hscrb",
       "The Sea"},
      {"capitals of other scripts",
       {"РЕКЛАМА", "Море вернулось", "14 МАРТА 2021", "Шёл дождь.", "ЧИТАЙТЕ ТАКЖЕ"},
       "ahdbe",
       "Море вернулось"},
      {"a headline of two lines",
       {"The Sea\nComes Back", "It rained."},
       "hb",
       "The Sea Comes Back"},
      {"a date and a byline",
       {"The Sea", "March 14, 2021", "By Dana Whitfield", "It rained."},
       "hdyb",
       "The Sea"},
  };
  for (const PageRow& row : rows) {
    EXPECT_EQ(kinds_of(row.paragraphs), row.kinds) << row.what;
    EXPECT_EQ(read_page(row.paragraphs).title, row.title) << row.what;
  }
}

TEST(ReadPage, TakesFactsFromTheHead) {
  const Page page = read_page({"Water", "A Harbour Waits for Its Sea", "March 14, 2021",
                               "By Dana Whitfield", "It rained."});
  EXPECT_EQ(page.section, "Water");
  EXPECT_EQ(page.date, "2021-03-14");
  EXPECT_EQ(page.author, "Dana Whitfield");
}

// A list of a few hundred thousand short lines is an article too.
TEST(ReadPage, TakesLinearTime) {
  std::vector<std::string> lines = {"It rained."};
  for (int i = 0; i < 200'000; ++i) {
    lines.push_back("Line " + std::to_string(i));
  }
  const Page page = read_page({lines.begin(), lines.end()});
  EXPECT_EQ(page.kinds.back(), ParagraphKind::related);
}

}  // namespace
}  // namespace pilcrow
