// SPDX-License-Identifier: GPL-2.0-or-later
// evaluate_sentences [--every N] DB FILE: how often a passage, typed as a query, finds itself first
// in an index of the file; by the file's own name of a language, which ids begin with
// ("kaz_Cyrl:7"). Passages that say the same count as themselves.
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "pilcrow/article.h"
#include "pilcrow/error.h"
#include "pilcrow/searcher.h"

namespace {

struct Outcome {
  double asked = 0;
  double found = 0;
};

using Outcomes = std::map<std::string, Outcome>;

bool finds_itself(pilcrow::Searcher& searcher, const std::string& text) {
  pilcrow::SearchOptions options;
  options.limit = 1;
  options.snippet_bytes = 0;
  const pilcrow::SearchResults results = searcher.search(text, options);
  return !results.hits.empty() && results.hits.front().text == text;
}

Outcomes evaluate(pilcrow::Searcher& searcher, const std::string& path, std::size_t every) {
  Outcomes outcomes;
  std::vector<pilcrow::Problem> problems;
  const auto reader = pilcrow::open_source(path);
  pilcrow::Article article;
  for (std::size_t number = 0; reader->next(article, problems); ++number) {
    if (number % every != 0 || article.paragraphs.empty()) {
      continue;
    }
    const pilcrow::Span& span = article.paragraphs.back().span;
    Outcome& outcome = outcomes[article.id.substr(0, article.id.find(':'))];
    ++outcome.asked;
    outcome.found += finds_itself(searcher, article.text.substr(span.begin, span.size())) ? 1 : 0;
  }
  return outcomes;
}

void print(const Outcomes& outcomes) {
  constexpr double wanted = 0.99;
  Outcome all;
  std::size_t languages = 0;
  for (const auto& [language, outcome] : outcomes) {
    all.asked += outcome.asked;
    all.found += outcome.found;
    const bool is_fine = outcome.found >= wanted * outcome.asked;
    languages += is_fine ? 1 : 0;
    if (!is_fine) {
      std::printf("%-12s %5.0f %.4f\n", language.c_str(), outcome.asked,
                  outcome.found / outcome.asked);
    }
  }
  std::printf("%-12s %5.0f %.4f; %zu of %zu languages at %.2f or more\n", "all", all.asked,
              all.found / all.asked, languages, outcomes.size(), wanted);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("How often passages find themselves");
  std::string database;
  std::string path;
  std::size_t every = 1;
  app.add_option("DB", database, "An index of the file")->required();
  app.add_option("FILE", path)->required();
  app.add_option("--every", every, "Ask every Nth passage only")->check(CLI::PositiveNumber);
  CLI11_PARSE(app, argc, argv);
  try {
    pilcrow::Searcher searcher(database);
    print(evaluate(searcher, path, every));
    return 0;
  } catch (const pilcrow::Error& error) {
    std::fprintf(stderr, "evaluate_sentences: %s\n", error.what());
    return 2;
  }
}
