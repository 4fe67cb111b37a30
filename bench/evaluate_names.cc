// SPDX-License-Identifier: GPL-2.0-or-later
// evaluate_names [--misses] [--set dev|test] [--words FILE] [NAMES NEAR_MISSES]: how many spellings
// of one name the rules and the alias list connect, and how many different names they take for one.
// --words: instead, which of the words of a file ("count word" a line) are taken for one name.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include <CLI/CLI.hpp>

#include "analysis/names/aliases.h"
#include "analysis/names/name_keys.h"
#include "pilcrow/analyzer.h"

namespace {

struct Spelling {
  std::string text = {};
  std::vector<std::string> words = {};  // As the analyzer folds them.
  std::vector<pilcrow::NameForm> forms = {};
  std::vector<std::string> keys = {};
};

struct Row {
  std::string set = {};
  std::vector<Spelling> spellings = {};
};

enum class Link : std::uint8_t { none, rule, alias };

constexpr const char* script_names[] = {"Latn", "Cyrl", "Grek",  "Armn", "Geor", "Hebr",
                                        "Arab", "Ugar", "Indic", "Hang", "Kana", "Han"};

struct Count {
  std::size_t linked = 0;
  std::size_t pairs = 0;

  double share() const {
    return static_cast<double>(linked) / static_cast<double>(std::max<std::size_t>(pairs, 1));
  }
};

struct Figures {
  Count same = {};
  Count by_alias = {};
  Count near_misses = {};
  Count others = {};
  std::map<std::string, Count> by_scripts = {};
};

Spelling read_spelling(const std::string& text, const pilcrow::Analyzer& analyzer) {
  Spelling spelling{text};
  std::string joined;
  for (const pilcrow::Token& token : analyzer.analyze(text, "")) {
    joined += token.word;
    spelling.words.push_back(token.word);
  }
  spelling.forms = pilcrow::name_forms(joined);
  spelling.keys = pilcrow::skeletons(spelling.forms);
  return spelling;
}

std::vector<Row> read_rows(const std::string& path) {
  const pilcrow::Analyzer analyzer;
  std::vector<Row> rows;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') {
      continue;
    }
    std::istringstream cells(line);
    Row row;
    std::getline(cells, row.set, '\t');
    for (std::string cell; std::getline(cells, cell, '\t');) {
      row.spellings.push_back(read_spelling(cell, analyzer));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

bool share_a_key(const Spelling& a, const Spelling& b) {
  return std::find_first_of(a.keys.begin(), a.keys.end(), b.keys.begin(), b.keys.end()) !=
         a.keys.end();
}

Link link_between(const Spelling& a, const Spelling& b) {
  if (a.words == b.words || (share_a_key(a, b) && pilcrow::name_likeness(a.forms, b.forms) >=
                                                      pilcrow::name_likeness_min)) {
    return Link::rule;
  }
  std::string spaced;
  for (const std::string& word : a.words) {
    spaced.append(spaced.empty() ? "" : " ").append(word);
  }
  const auto aliases = pilcrow::NameAliases::shipped().of(spaced);
  const bool is_alias = std::find(aliases.begin(), aliases.end(), b.words) != aliases.end();
  return is_alias ? Link::alias : Link::none;
}

std::string scripts_of(const Spelling& a, const Spelling& b) {
  std::string names[2] = {"-", "-"};
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& forms = (i == 0 ? a : b).forms;
    names[i] = forms.empty() ? "-" : script_names[static_cast<std::size_t>(forms[0].script)];
  }
  return std::min(names[0], names[1]) + "-" + std::max(names[0], names[1]);
}

void print_pair(const char* what, const Spelling& a, const Spelling& b) {
  std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%.2f\n", what, a.text.c_str(), b.text.c_str(),
              a.forms.empty() ? "-" : a.forms[0].sounds.c_str(),
              b.forms.empty() ? "-" : b.forms[0].sounds.c_str(),
              share_a_key(a, b) ? "key" : "no key", pilcrow::name_likeness(a.forms, b.forms));
}

void count_name(const Row& row, bool shows_misses, Figures& figures) {
  for (std::size_t i = 0; i < row.spellings.size(); ++i) {
    for (std::size_t j = i + 1; j < row.spellings.size(); ++j) {
      const Spelling& a = row.spellings[i];
      const Spelling& b = row.spellings[j];
      const Link link = link_between(a, b);
      Count& scripts = figures.by_scripts[scripts_of(a, b)];
      for (Count* count : {&figures.same, &scripts}) {
        ++count->pairs;
        count->linked += link != Link::none ? 1 : 0;
      }
      ++figures.by_alias.pairs;
      figures.by_alias.linked += link == Link::alias ? 1 : 0;
      if (shows_misses && link == Link::none) {
        print_pair("missed", a, b);
      }
    }
  }
}

void count_pair(const char* what, const Spelling& a, const Spelling& b, bool shows_misses,
                Count& count) {
  ++count.pairs;
  if (link_between(a, b) != Link::none) {
    ++count.linked;
    if (shows_misses) {
      print_pair(what, a, b);
    }
  }
}

void count_others(const std::vector<Row>& rows, bool shows_misses, Count& count) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = i + 1; j < rows.size(); ++j) {
      for (const Spelling& a : rows[i].spellings) {
        for (const Spelling& b : rows[j].spellings) {
          count_pair("other", a, b, shows_misses, count);
        }
      }
    }
  }
}

void print(const Figures& figures) {
  const auto& [same, by_alias, near_misses, others, by_scripts] = figures;
  const double accepted = static_cast<double>(same.linked + near_misses.linked);
  std::printf("spellings of one name: %zu of %zu connected, recall %.4f (%.4f by alias only)\n",
              same.linked, same.pairs, same.share(), by_alias.share());
  std::printf("near misses: %zu of %zu connected, precision %.4f\n", near_misses.linked,
              near_misses.pairs, static_cast<double>(same.linked) / std::max(accepted, 1.0));
  std::printf("spellings of different names: %zu of %zu connected\n", others.linked, others.pairs);
  for (const auto& [scripts, count] : by_scripts) {
    std::printf("  %-11s %5zu %.4f\n", scripts.c_str(), count.pairs, count.share());
  }
}

void evaluate(const std::string& names, const std::string& near, const std::string& set,
              bool shows_misses) {
  const auto is_other_set = [&](const Row& row) { return !set.empty() && row.set != set; };
  std::vector<Row> rows = read_rows(names);
  std::vector<Row> near_misses = read_rows(near);
  std::erase_if(rows, is_other_set);
  std::erase_if(near_misses, is_other_set);
  Figures figures;
  for (const Row& row : rows) {
    count_name(row, shows_misses, figures);
  }
  for (const Row& row : near_misses) {
    count_pair("near miss", row.spellings[0], row.spellings[1], shows_misses, figures.near_misses);
  }
  count_others(rows, shows_misses, figures.others);
  print(figures);
}

// Words by key, then all pairs of a key once.
void evaluate_words(const std::string& path, bool shows_misses) {
  std::vector<Spelling> words;
  std::vector<std::size_t> counts;
  std::ifstream file(path);
  std::size_t count = 0;
  for (std::string word; file >> count >> word;) {
    words.push_back({word, {word}});
    counts.push_back(count);
  }
  const std::clock_t start = std::clock();
  std::unordered_map<std::string, std::vector<std::size_t>> by_key;
  std::size_t keys = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i].forms = pilcrow::name_forms(words[i].text);
    words[i].keys = pilcrow::skeletons(words[i].forms);
    keys += words[i].keys.size();
    for (const std::string& key : words[i].keys) {
      by_key[key].push_back(i);
    }
  }
  const std::clock_t filed = std::clock();
  Count pairs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<std::size_t> candidates;
    for (const std::string& key : words[i].keys) {
      const auto& of_key = by_key[key];
      candidates.insert(candidates.end(), of_key.begin(), of_key.end());
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::size_t j : candidates) {
      const bool is_judged = j > i;
      pairs.pairs += is_judged ? 1 : 0;
      if (is_judged &&
          pilcrow::name_likeness(words[i].forms, words[j].forms) >= pilcrow::name_likeness_min) {
        ++pairs.linked;
        if (shows_misses) {
          std::printf("%zu\t%s\t%s\n", std::min(counts[i], counts[j]), words[i].text.c_str(),
                      words[j].text.c_str());
        }
      }
    }
  }
  const double words_count = static_cast<double>(std::max<std::size_t>(words.size(), 1));
  const double us = 1e6 / CLOCKS_PER_SEC;
  std::printf(
      "%zu words, %.2f keys each, %.2f us to file one, %zu pairs judged in %.2f us each, "
      "%zu connected\n",
      words.size(), static_cast<double>(keys) / words_count,
      us * static_cast<double>(filed - start) / words_count, pairs.pairs,
      us * static_cast<double>(std::clock() - filed) /
          static_cast<double>(std::max<std::size_t>(pairs.pairs, 1)),
      pairs.linked);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("How well names are connected across scripts and romanisations");
  const std::string folder = PILCROW_SOURCE_DIR "/tests/data/names/";
  std::string names = folder + "names.tsv";
  std::string near_misses = folder + "near_misses.tsv";
  std::string set;
  std::string words;
  bool shows_misses = false;
  app.add_flag("--misses", shows_misses, "Print what is judged wrongly (with --words: all pairs)");
  app.add_option("--set", set, "dev or test; both without it");
  app.add_option("--words", words, "Judge the words of this file instead");
  app.add_option("NAMES", names, "Spellings of one name a line");
  app.add_option("NEAR_MISSES", near_misses, "Two names a line");
  CLI11_PARSE(app, argc, argv);
  if (words.empty()) {
    evaluate(names, near_misses, set, shows_misses);
  } else {
    evaluate_words(words, shows_misses);
  }
  return 0;
}
