// SPDX-License-Identifier: GPL-2.0-or-later
// evaluate_languages [--words N] [--language CODE] FILE...: how often guess_language finds the
// declared language of a paragraph ("-" is standard input), by language, with what it says instead.
// --words cuts paragraphs after N words; --language is for files that declare none.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "pilcrow/analyzer.h"
#include "pilcrow/article.h"
#include "pilcrow/error.h"

namespace {

// One percent and more of a language's paragraphs is a confusion worth its column.
constexpr double shown_min = 0.01;
constexpr double confident_min = 0.9;

struct Outcome {
  double paragraphs = 0;
  double right = 0;
  double confident = 0;
  double confident_right = 0;
  std::map<std::string, double> wrong = {};

  void add(const std::string& language, const pilcrow::LanguageGuess& guess) {
    const bool is_right = guess.code == language;
    const bool is_confident = guess.confidence >= confident_min;
    ++paragraphs;
    right += is_right ? 1 : 0;
    confident += is_confident ? 1 : 0;
    confident_right += is_confident && is_right ? 1 : 0;
    if (!is_right) {
      ++wrong[guess.code.empty() ? "-" : guess.code];
    }
  }
};

struct Evaluation {
  std::size_t words_max = 0;  // 0: whole paragraphs.
  std::string language = {};
  std::map<std::string, Outcome> outcomes = {};
  double bytes = 0;
  double clocks = 0;  // Of the processor.
};

std::string_view first_words(std::string_view text, std::size_t words) {
  std::size_t end = 0;
  while (words-- > 0 && end < text.size()) {
    end = std::min(text.find_first_of(" \n", end + 1), text.size());
  }
  return text.substr(0, end);
}

// Both ways of writing Norwegian are one language for stemmers and stop words.
std::string evaluated_language(const std::string& code) {
  return code == "nb" || code == "nn" ? "no" : code;
}

void evaluate_article(const pilcrow::Article& article, Evaluation& evaluation) {
  const std::string& declared = article.language.empty() ? evaluation.language : article.language;
  const std::string language = evaluated_language(declared);
  for (const pilcrow::Paragraph& paragraph : article.paragraphs) {
    std::string_view text(article.text);
    text = text.substr(paragraph.span.begin, paragraph.span.size());
    text = evaluation.words_max > 0 ? first_words(text, evaluation.words_max) : text;
    const std::clock_t start = std::clock();
    pilcrow::LanguageGuess guess = pilcrow::guess_language(text);
    evaluation.clocks += static_cast<double>(std::clock() - start);
    evaluation.bytes += static_cast<double>(text.size());
    guess.code = evaluated_language(guess.code);
    evaluation.outcomes[language].add(language, guess);
  }
}

void evaluate_file(const std::string& path, Evaluation& evaluation) {
  std::vector<pilcrow::Problem> problems;
  const auto reader = pilcrow::open_source(path, pilcrow::SourceFormat::jsonl);
  pilcrow::Article article;
  while (reader->next(article, problems)) {
    if (article.paragraphs.empty()) {
      article.paragraphs = pilcrow::split_paragraphs(article.text);
    }
    evaluate_article(article, evaluation);
  }
  for (const pilcrow::Problem& problem : problems) {
    std::fprintf(stderr, "%s: %s: %s\n", problem.source.c_str(), problem.where.c_str(),
                 problem.reason.c_str());
  }
}

void print_row(const std::string& language, const Outcome& outcome) {
  std::printf("%-4s %7.0f %8.4f %9.4f %8.4f ", language.c_str(), outcome.paragraphs,
              outcome.right / outcome.paragraphs, outcome.confident / outcome.paragraphs,
              outcome.confident_right / std::max(outcome.confident, 1.0));
  std::vector<std::pair<double, std::string>> wrong;
  for (const auto& [instead, count] : outcome.wrong) {
    wrong.emplace_back(count / outcome.paragraphs, instead);
  }
  std::sort(wrong.rbegin(), wrong.rend());
  for (const auto& [share, instead] : wrong) {
    if (share >= shown_min) {
      std::printf(" %s %.1f%%", instead.c_str(), 100 * share);
    }
  }
  std::printf("\n");
}

void print(const Evaluation& evaluation) {
  std::printf("lang       n accuracy confident   right  instead (1 %% and more)\n");
  double paragraphs = 0;
  for (const auto& [language, outcome] : evaluation.outcomes) {
    print_row(language, outcome);
    paragraphs += outcome.paragraphs;
  }
  std::printf("%.0f paragraphs, %.0f bytes and %.1f us on average\n", paragraphs,
              evaluation.bytes / paragraphs, 1e6 / CLOCKS_PER_SEC * evaluation.clocks / paragraphs);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("How often guess_language finds the declared language of a paragraph");
  Evaluation evaluation;
  std::vector<std::string> paths;
  app.add_option("--words", evaluation.words_max, "Cut paragraphs after so many words");
  app.add_option("--language", evaluation.language, "The language where none is declared");
  app.add_option("FILE", paths, "JSON Lines, or - for standard input")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    for (const std::string& path : paths) {
      evaluate_file(path, evaluation);
    }
  } catch (const pilcrow::Error& error) {
    std::fprintf(stderr, "evaluate_languages: %s\n", error.what());
    return 2;
  }
  print(evaluation);
  return 0;
}
