// SPDX-License-Identifier: GPL-2.0-or-later
// evaluate_reading FOLDER [--worst N]: how well the articles of a folder's files are read, compared
// with the NAME.expected beside each; with --worst, what is wrong in the N worst files.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "tests/support/read_all.h"
#include "tests/support/reading_judge.h"

namespace {

using pilcrow::ReadingScore;

constexpr const char* fact_names[] = {"title", "author", "date", "section", "language", "url"};

struct Row {
  std::string name;
  ReadingScore score;
};

// A file that can't be read counts as one that holds nothing.
pilcrow::ReadResult read_page(const std::string& path) {
  try {
    return pilcrow::read_all(path);
  } catch (const std::exception& error) {
    return {{}, {{path, "", error.what()}}};
  }
}

Row judge(const pilcrow::JudgedPage& page) {
  const pilcrow::ReadResult result = read_page(page.path.string());
  Row row{page.path.filename().string(), judge_articles(result.articles, page.expected)};
  for (const pilcrow::Problem& problem : result.problems) {
    row.score.differences.push_back("problem: " + problem.where + " " + problem.reason);
  }
  return row;
}

// For each fact: "+" all right, "-" some wrong, "." none expected.
std::string fact_marks(const ReadingScore& score) {
  std::string marks;
  for (const char* name : fact_names) {
    const auto fact = score.facts.find(name);
    const bool known = fact != score.facts.end();
    marks += !known ? " ." : fact->second.right == fact->second.all ? " +" : " -";
  }
  return marks;
}

void print_row(const Row& row) {
  const ReadingScore& score = row.score;
  std::printf("%-30s %5.3f %5.3f %5.3f | %5.3f | %5.3f | %5.3f %3d |%s\n", row.name.c_str(),
              score.body.precision(), score.body.recall(), score.body.f1(), score.characters.f1(),
              score.shingles.f1(), score.furniture.value(), score.furniture.all,
              fact_marks(score).c_str());
}

void print_table(const std::vector<Row>& rows) {
  std::printf("%-30s %5s %5s %5s | %5s | %5s | %5s %3s | %s\n", "file", "prec", "rec", "F1",
              "chars", "shing", "furn", "n", "title author date section language url");
  Row total{"total", {}};
  for (const Row& row : rows) {
    print_row(row);
    total.score += row.score;
  }
  print_row(total);
  std::printf("characters: precision %.4f, recall %.4f\n", total.score.characters.precision(),
              total.score.characters.recall());
  for (const char* name : fact_names) {
    const pilcrow::Share share = total.score.facts[name];
    std::printf("%s %d/%d\n", name, share.right, share.all);
  }
}

void print_worst(std::vector<Row> rows, std::size_t count) {
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.score.differences.size() > b.score.differences.size();
  });
  rows.resize(std::min(count, rows.size()));
  for (const Row& row : rows) {
    std::printf("\n%s\n", row.name.c_str());
    for (const std::string& difference : row.score.differences) {
      std::printf("  %s\n", difference.c_str());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool has_worst = argc == 4 && std::string(argv[2]) == "--worst";
  if (argc != 2 && !has_worst) {
    std::cerr << "usage: evaluate_reading FOLDER [--worst N]\n";
    return 2;
  }
  try {
    std::vector<Row> rows;
    for (const pilcrow::JudgedPage& page : pilcrow::judged_pages(argv[1])) {
      rows.push_back(judge(page));
    }
    print_table(rows);
    print_worst(std::move(rows), has_worst ? std::strtoul(argv[3], nullptr, 10) : 0);
  } catch (const std::exception& error) {
    std::cerr << "evaluate_reading: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
