// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/command_line.h"

#include <charconv>
#include <cstdint>
#include <vector>

#include "base/joined_texts.h"
#include "cli/options.h"
#include "searcher/search_options.h"

namespace pilcrow {
namespace {

constexpr const char* examples =
    "Queries: words (best first), \"exact phrases\", -excluded, +required, (a OR b) AND c, a "
    "NEAR/5 b,\n"
    "wild*card, fuzzy~, title:word, section:trade, date:2018..2019-03, lang:kk, type:caption.\n"
    "Examples:\n"
    "  pilcrow-searcher --db news why did the court not deport the teacher\n"
    "  pilcrow-searcher --db news '\"political camp\" -title:opinion' --context 1\n"
    "  pilcrow-searcher --db news --format trec --unit article --queries queries.tsv\n"
    "  pilcrow-searcher --db news -n 1 --cite markdown glacier\n"
    "  pilcrow-searcher --db news -i\n"
    "  pilcrow-searcher evaluate --help\n"
    "Exit status: 0 something found, 1 nothing found, 2 error.";

constexpr std::size_t limit_trec = 1000;  // As TREC runs have it.

void add_filters(const std::vector<std::string>& filters, SearchOptions& search) {
  for (const std::string& filter : filters) {
    const std::size_t colon = filter.find(':');
    if (colon == std::string::npos || colon == 0) {
      throw CLI::ValidationError("--filter", filter + " is not NAME:VALUE");
    }
    search.filters[filter.substr(0, colon)].push_back(filter.substr(colon + 1));
  }
}

void include_kinds(const std::vector<std::string>& names, SearchOptions& search) {
  for (const std::string& name : names) {
    const std::set<ParagraphKind> kinds = paragraph_kinds(name);
    if (kinds.empty()) {
      throw CLI::ValidationError("--include", name + " is no kind of paragraph");
    }
    search.kinds.insert(kinds.begin(), kinds.end());
  }
}

// Which words of the index stand for words of the query.
void add_word_options(CLI::App& app, SearchOptions& search) {
  add_choice<Names>(
      app, "--names", search.names,
      {{"exact", Names::exact}, {"off", Names::off}, {"variants", Names::variants}},
      "Other spellings of names: variants (default), exact (only those that sound the same), off");
  app.add_flag_callback(
      "--exact",
      [&search] {
        search.names = Names::off;
        search.spelling = Spelling::off;
        search.look_alikes = false;
        search.relax_phrases = false;
      },
      "Words as they are typed: no other spellings, no corrections, no words that look alike");
  app.add_option("--rerank", search.reranked_max,
                 "Best passages whose ranking is refined by their text (default 100)")
      ->option_text("N");
}

void set_min_match(std::string text, SearchOptions& search) {
  const bool is_percent = text.ends_with('%');
  text.resize(text.size() - (is_percent ? 1 : 0));
  std::size_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() ||
      (is_percent && value > 100)) {
    throw CLI::ValidationError("--min-match", "give a number, or a share such as 60%");
  }
  (is_percent ? search.min_match_percent : search.min_match) = value;
}

void add_output_options(CLI::App& app, SearcherCommand& command) {
  add_choice<OutputFormat>(app, "--format", command.format,
                           {{"text", OutputFormat::text},
                            {"json", OutputFormat::json},
                            {"jsonl", OutputFormat::jsonl},
                            {"trec", OutputFormat::trec}},
                           "text, json, jsonl or trec");
  app.add_option("--names-file", command.names_path,
                 "More names that no rule connects: one concept a line, spellings between tabs")
      ->option_text("FILE");
  app.add_option("--queries", command.queries_path,
                 "Run the queries of a file, each 'ID<tab>QUERY'; '-' is standard input")
      ->option_text("FILE");
  add_jobs_option(app, command.jobs);
  app.add_option("--run-tag", command.run_tag, "The last column of trec (default pilcrow)")
      ->option_text("TAG");
  add_choice<ColorMode>(
      app, "--color", command.color,
      {{"auto", ColorMode::automatic}, {"always", ColorMode::always}, {"never", ColorMode::never}},
      "auto (a terminal), always or never");
  app.add_option("--width", command.columns,
                 "Columns to wrap text at; 0: nowhere (default: the terminal's)")
      ->option_text("N");
}

void add_citation_option(CLI::App& app, SearcherCommand& command) {
  std::map<std::string, std::optional<CitationStyle>> styles;
  for (const CitationStyle style : citation_styles) {
    styles.emplace(to_string(style), style);
  }
  add_choice<std::optional<CitationStyle>>(
      app, "--cite", command.cite, styles,
      "Print hits as citations: text, markdown, html, bibtex or url (which selects the paragraph "
      "in a browser); with json and jsonl, also as a field");
}

}  // namespace

void add_search_options(CLI::App& app, SearchOptions& search) {
  add_word_options(app, search);
  app.add_option("--offset", search.offset, "Hits to skip (default 0)")->option_text("N");
  app.add_flag("--all", search.match_all, "Every word must occur");
  app.add_option_function<std::string>(
         "--min-match", [&search](const std::string& text) { set_min_match(text, search); },
         "So many of the words must occur, or such a share of them")
      ->option_text("N|N%");
  add_choice<Unit>(app, "--unit", search.unit,
                   {{"passage", Unit::passage}, {"article", Unit::article}},
                   "What a hit is: passage, or article by its best passage");
  app.add_option("--per-article", search.hits_per_article_max,
                 "Hits of one article at most; with --unit article: passages to show of each")
      ->option_text("N");
  add_choice<Sort>(app, "--sort", search.sort,
                   {{"relevance", Sort::relevance},
                    {"date", Sort::date_ascending},
                    {"-date", Sort::date_descending},
                    {"article", Sort::article}},
                   "relevance, date (oldest first), -date (newest first) or article (as indexed)");
  add_choice<Expansion>(
      app, "--expand", search.expand,
      {{"auto", Expansion::automatic}, {"off", Expansion::off}, {"on", Expansion::on}},
      "Rank also by words that the best passages have in common: auto (default: for long queries "
      "that no passage answers as a whole), on, off");
  app.add_option("--min-score", search.score_min,
                 "Only passages that score so much before --rerank")
      ->option_text("X");
  app.add_option("--cursor", search.cursor, "Continue after a page, by its next_cursor")
      ->option_text("CURSOR");
  app.add_option("--context", search.context, "Paragraphs to show before and after each hit")
      ->option_text("N");
  app.add_option("--snippet-bytes", search.snippet_bytes, "Length of snippets (default 240)")
      ->option_text("N");
  app.add_option("--fragments", search.fragments_max, "Parts to show of a long passage (default 1)")
      ->option_text("N");
  app.add_option_function<std::vector<std::string>>(
         "--filter",
         [&search](const std::vector<std::string>& filters) { add_filters(filters, search); },
         "Only articles with this fact: section, author, language, date (its beginning), or a "
         "facet; several of one name: either")
      ->option_text("NAME:VALUE")
      ->allow_extra_args(false);
  app.add_option("--since", search.since, "Only articles from this date on")->option_text("DATE");
  app.add_option("--until", search.until,
                 "Only articles up to this date: 2021, 2021-03, 2021-03-14")
      ->option_text("DATE");
  app.add_option_function<std::vector<std::string>>(
         "--include",
         [&search](const std::vector<std::string>& names) { include_kinds(names, search); },
         "Also find furniture: all of it, or a kind such as caption (several: by commas)")
      ->option_text("furniture|KIND")
      ->delimiter(',')
      ->allow_extra_args(false);
  add_choice<Duplicates>(
      app, "--duplicates", search.duplicates,
      {{"collapse", Duplicates::collapse}, {"show", Duplicates::show}, {"hide", Duplicates::hide}},
      "Passages that say the same: collapse (one, which names the others; with "
      "trec: show), show or hide");
  app.add_option("--facet", search.facets,
                 "Count the values of a fact over all matches; date:year, date:month, date:day")
      ->option_text("NAME")
      ->allow_extra_args(false);
  app.add_flag("--explain", search.explain, "Show how each score comes about");
  app.add_flag_callback(
      "--exact-count", [&search] { search.exact_count_max = SIZE_MAX; },
      "Count all matches exactly, however many");
}

CLI::Option* add_index_options(CLI::App& app, SearcherOptions& index) {
  app.add_option_function<double>(
         "--timeout",
         [&index](double seconds) {
           index.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
         },
         "How long a server may take to be reached, and to answer (default 10)")
      ->option_text("SECONDS")
      ->check(CLI::Range(0.001, 3600.0));
  return app
      .add_option(
          "--db", index.locations,
          "The index: a folder, or tcp://HOST:PORT of a Xapian server; several are searched "
          "as one")
      ->option_text("INDEX")
      ->envname("PILCROW_DB")
      ->allow_extra_args(false);
}

void add_jobs_option(CLI::App& app, std::size_t& jobs) {
  constexpr std::size_t jobs_max = 1024;
  app.add_option("--jobs", jobs, "Threads that run --queries; 0: one a processor (default)")
      ->option_text("N")
      ->check(CLI::Range(std::size_t{0}, jobs_max));
}

std::optional<SearcherCommand> parse_searcher_command(int argc, char** argv, int& status) {
  SearcherCommand command;
  std::vector<std::string> words;
  CLI::App app("Finds passages in an index that pilcrow-indexer made.", "pilcrow-searcher");
  app.footer(examples);
  add_index_options(app, command.index)->required();
  app.add_option("QUERY", words, "The query; a '--' in front lets it begin with a dash");
  const CLI::Option* limit = app.add_option("-n,--limit", command.search.limit,
                                            "Hits to show (default 10; with trec 1000)")
                                 ->option_text("N");
  app.add_option("--like", command.like,
                 "Find passages similar to this one, or to the text on standard input")
      ->option_text("ARTICLE#PARAGRAPH|-");
  app.add_option("--suggest", command.suggest, "Complete the beginning of a query")
      ->option_text("TEXT");
  app.add_option("--why", command.why, "Say why this passage is, or is not, a hit of the query")
      ->option_text("ARTICLE#PARAGRAPH");
  add_search_options(app, command.search);
  add_output_options(app, command);
  add_citation_option(app, command);
  app.add_flag("-i,--interactive", command.interactive,
               "Ask for queries, one after another; open, quote and compare what is found");
  app.callback([&] {
    const int asked = static_cast<int>(!words.empty()) + static_cast<int>(!command.like.empty()) +
                      static_cast<int>(!command.suggest.empty()) +
                      static_cast<int>(!command.queries_path.empty()) +
                      static_cast<int>(command.interactive);
    if (asked != 1) {
      throw CLI::ValidationError(
          "QUERY", "give a query, --like PASSAGE, --suggest TEXT, --queries FILE or -i");
    }
    if (!command.why.empty() && (words.empty() || command.format == OutputFormat::trec)) {
      throw CLI::ValidationError("--why", "give a query, and another format than trec");
    }
    if (command.cite && command.format == OutputFormat::trec) {
      throw CLI::ValidationError("--cite", "a trec run has no citations");
    }
    if (command.interactive && command.format != OutputFormat::text) {
      throw CLI::ValidationError("-i", "programs should use --queries; -i prints text");
    }
  });
  if (!parse_command_line(app, argc, argv, status)) {
    return std::nullopt;
  }
  if (command.format == OutputFormat::trec) {
    command.search.snippet_bytes = 0;
    // Judgments name every copy.
    const bool collapses = command.search.duplicates == Duplicates::collapse;
    command.search.duplicates = collapses ? Duplicates::show : command.search.duplicates;
    command.search.limit = limit->empty() ? limit_trec : command.search.limit;
  }
  command.query = joined_texts(words, " ");
  return command;
}

}  // namespace pilcrow
