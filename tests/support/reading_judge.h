// SPDX-License-Identifier: GPL-2.0-or-later
// Compares what a reader made of a file with what a person wrote down.  tests/data/pages/README.md
// tells the format of the expected files.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

struct ExpectedParagraph {
  ParagraphKind kind = ParagraphKind::body;
  std::string text = {};
};

struct ExpectedArticle {
  std::map<std::string, std::string> facts = {};  // For example "title"; only the declared ones.
  std::vector<ExpectedParagraph> paragraphs = {};
};

// The articles of an expected file.  Throws std::runtime_error that names the line which is wrong.
std::vector<ExpectedArticle> parse_expected(std::string_view text);

// `text` without white space at its ends, each run of it within made one space.  The no-break and
// the ideographic space count as white space.
std::string collapsed(std::string_view text);

// How much was found of how much.
struct Overlap {
  double common = 0;
  double read = 0;
  double expected = 0;

  double precision() const { return read == 0 ? 1 : common / read; }
  double recall() const { return expected == 0 ? 1 : common / expected; }
  double f1() const { return read + expected == 0 ? 1 : 2 * common / (read + expected); }
  Overlap& operator+=(const Overlap& other);
};

// How many were right of how many.
struct Share {
  int right = 0;
  int all = 0;

  double value() const { return all == 0 ? 1 : static_cast<double>(right) / all; }
  Share& operator+=(const Share& other);
};

struct ReadingScore {
  Overlap body = {};        // Paragraphs of body.
  Overlap characters = {};  // The same, each weighted by its characters.
  Overlap shingles = {};    // Runs of four words of body and headlines; of Chinese, characters.
  Share furniture = {};     // Paragraphs that are not body, right in kind.
  std::map<std::string, Share> facts = {};
  std::vector<std::string> differences = {};  // One line each, for people.

  ReadingScore& operator+=(const ReadingScore& other);
};

ReadingScore judge_article(const Article& read, const ExpectedArticle& expected);

// The articles of a file, compared in their order; one that the other side lacks counts as empty.
ReadingScore judge_articles(const std::vector<Article>& read,
                            const std::vector<ExpectedArticle>& expected);

// A file and its expected articles.
struct JudgedPage {
  std::filesystem::path path = {};
  std::vector<ExpectedArticle> expected = {};
};

// Each NAME.expected of a folder with the other file that is called NAME, sorted by path.  Throws
// std::runtime_error where there is no such file.
std::vector<JudgedPage> judged_pages(const std::filesystem::path& folder);

}  // namespace pilcrow
