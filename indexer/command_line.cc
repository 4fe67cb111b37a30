// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_line.h"

#include <map>
#include <string_view>

#include "cli/options.h"

namespace pilcrow {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  pilcrow-indexer --db news articles/           index a folder, or update its index\n"
    "  pilcrow-indexer --db news --prune articles/   and drop what is gone\n"
    "  pilcrow-indexer --db news --watch articles/   and stay, as files come and go\n"
    "  pilcrow-indexer --db wiki dump.xml.bz2 crawl.warc.gz export.csv --field text=body\n"
    "  pilcrow-indexer info news                     what it holds; of several, also together\n"
    "  pilcrow-indexer check news                    look for damage\n"
    "  pilcrow-indexer compact news                  give back what updates left unused\n"
    "Exit status: 0 all indexed, 1 some inputs had problems, 2 fatal, 130 interrupted.";

void add_field(const std::string& field, ReadOptions& read) {
  const std::size_t equals = field.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == field.size()) {
    throw CLI::ValidationError("--field", field + " is not FIELD=NAME");
  }
  read.fields[field.substr(0, equals)] = field.substr(equals + 1);
}

void add_reading_options(CLI::App& app, ReadOptions& read, SourceFormat& format) {
  add_choice<SourceFormat>(app, "--format", format,
                           {{"auto", SourceFormat::automatic},
                            {"text", SourceFormat::text},
                            {"html", SourceFormat::html},
                            {"markdown", SourceFormat::markdown},
                            {"jsonl", SourceFormat::jsonl},
                            {"json", SourceFormat::json},
                            {"csv", SourceFormat::csv},
                            {"tsv", SourceFormat::tsv},
                            {"feed", SourceFormat::feed},
                            {"mediawiki", SourceFormat::mediawiki},
                            {"epub", SourceFormat::epub},
                            {"docx", SourceFormat::docx},
                            {"pdf", SourceFormat::pdf},
                            {"archive", SourceFormat::archive},
                            {"warc", SourceFormat::warc}},
                           "How to read: auto (by content and name), text, html, markdown, jsonl, "
                           "json, csv, tsv, feed, mediawiki, epub, docx, pdf, archive or warc");
  app.add_option_function<std::vector<std::string>>(
         "--field",
         [&read](const std::vector<std::string>& fields) {
           for (const std::string& field : fields) {
             add_field(field, read);
           }
         },
         "The name that a field of articles has in JSON or CSV, such as text=body")
      ->option_text("FIELD=NAME")
      ->allow_extra_args(false);
  app.add_option("--encoding", read.charset,
                 "The charset of all text, such as windows-1251; auto: declared, else detected")
      ->option_text("CHARSET");
}

void add_report_options(CLI::App& app, IndexerCommand& command) {
  add_choice<ReportFormat>(app, "--report", command.report,
                           {{"text", ReportFormat::text}, {"json", ReportFormat::json}},
                           "The report on standard output: text or json");
  add_choice<ProgressMode>(app, "--progress", command.progress,
                           {{"auto", ProgressMode::automatic},
                            {"always", ProgressMode::always},
                            {"never", ProgressMode::never}},
                           "Progress on standard error: auto (a terminal), always or never");
}

void add_index_options(CLI::App& app, IndexerCommand& command) {
  app.add_option("--db", command.db, "The index: a folder that is made or updated")
      ->envname("PILCROW_DB")
      ->required();
  app.add_option("PATH", command.paths, "Files and folders; '-' is standard input")->required();
  add_reading_options(app, command.source.read, command.source.format);
  app.add_option("--language", command.indexer.language,
                 "ISO 639-1 code for all articles; auto: declared, else detected")
      ->option_text("CODE");
  app.add_option("--jobs", command.indexer.jobs, "Threads; 0: one a processor (default)")
      ->option_text("N");
  app.add_option("--memory", command.indexer.memory_mib,
                 "MiB for articles and postings that wait to be written (default 400)")
      ->option_text("MIB");
  app.add_option("--compress", command.indexer.compression,
                 "Of stored text in a new index: zlib's level, 1 (fast) to 9 (small); 0: none "
                 "(default)")
      ->option_text("LEVEL");
  app.add_flag_callback(
      "--rebuild", [&command] { command.indexer.mode = OpenMode::rebuild; },
      "Build anew; the old index stays until the new one is complete");
  app.add_flag("--prune", command.source.prune, "Remove articles whose source is gone");
  CLI::Option* dry_run =
      app.add_flag("--dry-run", command.dry_run, "Print what would be done, and do nothing");
  app.add_flag("--watch", command.watch,
               "Go on: keep the index as the files and folders are, until interrupted; implies "
               "--prune")
      ->excludes(dry_run);
  add_choice<Builder>(
      app, "--builder", command.indexer.builder,
      {{"auto", Builder::automatic}, {"sealed", Builder::sealed}, {"api", Builder::api}},
      "What makes a new index: sealed (Pilcrow's own writer, fast), api (Xapian's), "
      "auto (sealed with a Xapian it was proven equal with; default)");
  app.add_flag_callback(
      "--no-check", [&command] { command.indexer.check = false; },
      "Do not look for damage in a new index before it is put in place");
  add_report_options(app, command);
}

void add_task_options(CLI::App& app, IndexerCommand& command) {
  switch (command.task) {
    case Task::index:
      return add_index_options(app, command);
    case Task::info:
      app.description("pilcrow-indexer info DB...: facts of indexes");
      app.add_option("DB", command.paths, "The indexes")->envname("PILCROW_DB")->required();
      return;
    case Task::check:
      app.description("pilcrow-indexer check DB: looks for damage");
      break;
    case Task::compact:
      app.description(
          "pilcrow-indexer compact DB: writes it anew without the room that updates left unused");
      add_report_options(app, command);
  }
  app.add_option("DB", command.db, "The index")->envname("PILCROW_DB")->required();
}

// A subcommand comes first; a file of that name is given as ./check.
Task take_task(int& argc, char**& argv) {
  const std::map<std::string_view, Task> tasks = {
      {"check", Task::check}, {"compact", Task::compact}, {"info", Task::info}};
  const auto found = tasks.find(argc > 1 ? argv[1] : "");
  if (found == tasks.end()) {
    return Task::index;
  }
  --argc;
  ++argv;
  return found->second;
}

}  // namespace

std::optional<IndexerCommand> parse_indexer_command(int argc, char** argv, int& status) {
  IndexerCommand command;
  command.task = take_task(argc, argv);
  CLI::App app("Makes and updates an index of articles for pilcrow-searcher.", "pilcrow-indexer");
  app.footer(examples);
  add_task_options(app, command);
  if (!parse_command_line(app, argc, argv, status)) {
    return std::nullopt;
  }
  for (std::string* choice : {&command.indexer.language, &command.source.read.charset}) {
    if (*choice == "auto") {
      choice->clear();
    }
  }
  return command;
}

}  // namespace pilcrow
