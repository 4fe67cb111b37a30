// SPDX-License-Identifier: GPL-2.0-or-later
// What the programs print as JSON is what docs/json_schema says.
#include "tests/support/json_schema.h"

#include <gtest/gtest.h>
#include <sstream>

#include "searcher/evaluation_report.h"
#include "searcher/output.h"
#include "tests/searcher_program/programs.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

JsonSchema schema(const std::string& name) {
  return JsonSchema(std::string(PILCROW_SOURCE_DIR) + "/docs/json_schema/" + name + ".json");
}

class JsonOutputTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Article> articles = {
        make_article("a", "Harbours", "The harbour waits for a ferry that is late.\n\nIt came."),
        make_article("b", "Harbours", "The harbour waits for a ferry that is late.\n\nIt came."),
        make_article("c\xFF", "港口", "港口等待渡轮。", "zh")};
    articles[0].facets["mood"] = "grim";
    articles[0].section = "Sea";
    index_articles(folder_ / "index", articles);
    command_.search.explain = true;
    command_.search.context = 1;
    command_.search.facets = {"section", "mood"};
    command_.search.snippet_bytes = 12;
    command_.search.fragments_max = 3;
  }

  std::string printed(const std::vector<std::string>& queries) {
    Searcher searcher(folder_ / "index");
    std::ostringstream out;
    const auto writer = make_result_writer(command_, out, {});
    for (const std::string& query : queries) {
      writer->write({query, query, searcher.search(query, command_.search)});
    }
    writer->finish();
    return out.str();
  }

  TemporaryPath folder_;
  SearcherCommand command_;
};

const std::vector<std::string> queries = {"harbour ferry late", "渡轮", "\"unpaired", "absent", ""};

TEST_F(JsonOutputTest, ADocumentIsAsItsSchemaSays) {
  command_.format = OutputFormat::json;
  for (const std::optional<CitationStyle> style :
       {std::optional<CitationStyle>(), std::optional(CitationStyle::html)}) {
    command_.cite = style;
    const auto json = nlohmann::json::parse(printed(queries));
    EXPECT_EQ(json["results"].size(), queries.size());
    EXPECT_FALSE(json["results"][0]["hits"].empty());
    EXPECT_EQ(schema("pilcrow.search").fault(json), "");
  }
}

TEST_F(JsonOutputTest, VerdictsAndSuggestionsAreAsTheirSchemaSays) {
  Searcher searcher(folder_ / "index");
  for (const OutputFormat format : {OutputFormat::json, OutputFormat::jsonl}) {
    command_.format = format;
    for (const bool is_verdict : {true, false}) {
      std::ostringstream out;
      const auto writer = make_result_writer(command_, out, {});
      if (is_verdict) {
        writer->write(searcher.explain("harbour", {"a", 1, false}, command_.search));
      } else {
        writer->write(searcher.suggest("harb", 5));
      }
      writer->finish();
      std::istringstream lines(out.str());
      std::string text = out.str();
      if (format == OutputFormat::jsonl) {
        std::getline(lines, text);
      }
      EXPECT_EQ(schema("pilcrow.search").fault(nlohmann::json::parse(text)), "") << text;
    }
  }
}

TEST_F(JsonOutputTest, EachLineIsAsItsSchemaSays) {
  command_.format = OutputFormat::jsonl;
  std::istringstream lines(printed(queries));
  std::size_t hits = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto json = nlohmann::json::parse(line);
    EXPECT_EQ(schema("pilcrow.search").fault(json), "");
    hits += json["type"] == "hit" ? 1 : 0;
  }
  EXPECT_GT(hits, 0);
}

TEST(JsonEvaluation, IsAsItsSchemaSays) {
  EvaluationReport report;
  report.shown.assign(measures.begin(), measures.end());
  report.systems = {{"one", {{"q", {1, 1, 1, 1}}}, {1, 1, 1, 1}}};
  report.notes = {"a note"};
  for (int round = 0; round < 2; ++round) {
    std::ostringstream out;
    print_json(report, round == 1, out);
    EXPECT_EQ(schema("pilcrow.evaluation").fault(nlohmann::json::parse(out.str())), "");
    report.systems.push_back(report.systems.front());
    report.comparisons.resize(measures.size());
  }
}

TEST(JsonReport, IsAsItsSchemaSays) {
  TemporaryPath folder;
  std::filesystem::create_directories(folder / "in");
  std::ofstream(folder / "in" / "a.txt") << "The harbour waits.\n";
  std::ofstream(folder / "in" / "b.jsonl") << "{\"id\": \"b\", \"text\":\n";
  for (const char* option : {"--dry-run", "--prune"}) {
    const std::string output =
        run_and_read(std::string(PILCROW_INDEXER) + " --report json " + option + " --db " +
                     (folder / "index").string() + ' ' + (folder / "in").string());
    EXPECT_EQ(schema("pilcrow.index_report").fault(nlohmann::json::parse(output)), "") << output;
  }
  const std::string output = run_and_read(std::string(PILCROW_INDEXER) + " compact --report json " +
                                          (folder / "index").string());
  EXPECT_EQ(schema("pilcrow.compaction_report").fault(nlohmann::json::parse(output)), "") << output;
}

TEST(JsonSchemaChecker, FindsWhatIsWrong) {
  const JsonSchema report = schema("pilcrow.evaluation");
  EXPECT_NE(report.fault(nlohmann::json::object()), "");
  EXPECT_NE(report.fault(nlohmann::json::array()), "");
  EXPECT_NE(report.fault({{"schema", "pilcrow.search"}}), "");
}

}  // namespace
}  // namespace pilcrow
