// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evaluation_report.h"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/controls.h"

namespace pilcrow {
namespace {

// A table whose first column is as wide as its names.
class Table {
 public:
  Table(const std::vector<Measure>& shown, std::size_t name_bytes)
      : shown_(shown), name_bytes_(static_cast<int>(name_bytes)) {}

  void head(std::ostream& out) const {
    out << std::setw(name_bytes_) << "";
    for (const Measure& measure : shown_) {
      out << std::setw(column) << measure.name;
    }
    out << '\n';
  }

  void row(std::ostream& out, const std::string& name, const Metrics& metrics) const {
    std::vector<double> values;
    for (const Measure& measure : shown_) {
      values.push_back(metrics.*measure.value);
    }
    row(out, name, values);
  }

  void row(std::ostream& out, const std::string& name, const std::vector<double>& values) const {
    out << std::left << std::setw(name_bytes_) << name << std::right << std::fixed
        << std::setprecision(4);
    for (const double value : values) {
      // A probability is never 0.
      value > 0 && value < 0.0001 ? out << std::setw(column) << "<0.0001"
                                  : out << std::setw(column) << value;
    }
    out << '\n';
  }

 private:
  static constexpr int column = 12;
  const std::vector<Measure>& shown_;
  const int name_bytes_;
};

}  // namespace

void print_text(const EvaluationReport& report, bool per_query, std::ostream& out) {
  const std::vector<System>& systems = report.systems;
  const bool compares = systems.size() == 2;
  std::size_t name_bytes = std::string("difference").size();
  for (const auto& [query, metrics] : systems.front().queries) {
    name_bytes = per_query ? std::max(name_bytes, query.size() + 2) : name_bytes;
  }
  const Table table(report.shown, name_bytes);
  out << systems.front().queries.size() << " queries\n";
  if (compares) {
    out << "first:  " << without_controls(systems[0].name, ' ') << '\n';
    out << "second: " << without_controls(systems[1].name, ' ') << '\n';
  }
  table.head(out);
  if (per_query) {
    for (const auto& [query, metrics] : systems.front().queries) {
      table.row(out, without_controls(query, ' ') + (compares ? " 1" : ""), metrics);
      if (compares) {
        table.row(out, without_controls(query, ' ') + " 2", systems[1].queries.at(query));
      }
    }
  }
  table.row(out, compares ? "first" : "mean", systems.front().means);
  if (compares) {
    table.row(out, "second", systems[1].means);
    std::vector<double> differences;
    std::vector<double> probabilities;
    for (const Comparison& comparison : report.comparisons) {
      differences.push_back(comparison.difference);
      probabilities.push_back(comparison.p);
    }
    table.row(out, "difference", differences);
    table.row(out, "p", probabilities);
  }
}

void print_json(const EvaluationReport& report, bool per_query, std::ostream& out) {
  using Json = nlohmann::ordered_json;
  const auto metrics_json = [&report](const Metrics& metrics) {
    Json json = Json::object();
    for (const Measure& measure : report.shown) {
      json[std::string(measure.name)] = metrics.*measure.value;
    }
    return json;
  };
  Json systems = Json::array();
  for (const System& system : report.systems) {
    Json json = {{"name", system.name}, {"mean", metrics_json(system.means)}};
    if (per_query) {
      json["per_query"] = Json::object();
      for (const auto& [query, metrics] : system.queries) {
        json["per_query"][query] = metrics_json(metrics);
      }
    }
    systems.push_back(std::move(json));
  }
  Json json = {{"schema", "pilcrow.evaluation"},
               {"version", 1},
               {"queries", report.systems.front().queries.size()},
               {"notes", report.notes},
               {"systems", systems}};
  for (std::size_t i = 0; i < report.comparisons.size(); ++i) {
    json["comparison"][std::string(report.shown[i].name)] = {
        {"difference", report.comparisons[i].difference}, {"p", report.comparisons[i].p}};
  }
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace pilcrow
