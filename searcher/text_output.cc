// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <iomanip>
#include <ostream>
#include <sstream>

#include "cli/controls.h"
#include "searcher/bar_chart.h"
#include "searcher/output.h"

namespace pilcrow {
namespace {

struct Style {
  const char* bold;
  const char* dim;
  const char* match;
  const char* end;
};

constexpr Style styled = {"\033[1m", "\033[2m", "\033[1;31m", "\033[0m"};
constexpr Style plain = {"", "", "", ""};
constexpr const char* indent = "    ";

// Line breaks of a text are only layout here.
std::string printable(std::string_view text) {
  return without_controls(text, ' ');
}

std::string counted(const MatchCount& matches, Unit unit) {
  const std::size_t number = matches.exact() ? matches.lower : matches.estimate;
  const char* name = unit == Unit::article ? "article" : "passage";
  return (matches.exact() ? "" : "about ") + std::to_string(number) + ' ' + name +
         (number == 1 ? "" : "s");
}

class TextWriter : public ResultWriter {
 public:
  TextWriter(const SearcherCommand& command, std::ostream& out, bool color)
      : search_(command.search),
        batch_(!command.queries_path.empty()),
        out_(out),
        style_(color ? styled : plain) {}

  void write(const AnsweredQuery& query) override {
    if (batch_) {
      out_ << style_.bold << printable(query.id) << "  " << printable(query.text) << style_.end
           << "\n\n";
    }
    for (std::size_t i = 0; i < query.results.hits.size(); ++i) {
      write_hit(query.results.hits[i], query.results.offset + i + 1);
    }
    write_facets(query.results);
    if (!query.results.hits.empty()) {
      out_ << query.results.hits.size() << " of " << counted(query.results.matches, search_.unit)
           << '\n';
    } else if (batch_) {
      out_ << "nothing found\n";
    }
    if (batch_) {
      out_ << '\n';
    }
  }

  void write(const PassageVerdict& verdict) override {
    out_ << style_.bold << printable(to_string(verdict.passage)) << style_.end;
    if (verdict.rank > 0) {
      out_ << " is hit " << verdict.rank << '\n';
    } else {
      out_ << " is no hit:\n";
    }
    for (const std::string& reason : verdict.reasons) {
      out_ << indent << printable(reason) << '\n';
    }
    if (verdict.explanation) {
      write_explanation(*verdict.explanation, 0);
    }
  }

  void write(const std::vector<Suggestion>& suggestions) override {
    for (const Suggestion& one : suggestions) {
      out_ << printable(one.text) << "  " << style_.dim << to_string(one.kind) << ' ' << one.count
           << style_.end << '\n';
    }
  }

 private:
  void write_hit(const Hit& hit, std::size_t rank) {
    const ArticleInfo& article = hit.article;
    out_ << std::setw(3) << rank << ' ' << style_.bold
         << printable(article.title.empty() ? article.id : article.title) << style_.end << '\n';
    out_ << indent << style_.dim << printable(article.id);
    if (hit.kind == ParagraphKind::body) {
      out_ << " ¶ " << hit.passage.paragraph;
    } else {
      out_ << " · " << to_string(hit.kind);
    }
    for (const std::string* fact : {&article.section, &article.author, &article.date}) {
      if (!fact->empty()) {
        out_ << " · " << printable(*fact);
      }
    }
    if (!article.source_path.empty()) {
      out_ << " · bytes " << hit.source.begin << '-' << hit.source.end;
    }
    out_ << style_.end << '\n';
    write_duplicates(hit.duplicates);
    write_context(hit.before);
    write_snippet(hit);
    write_context(hit.after);
    for (const Hit& other : hit.others) {
      out_ << indent << style_.dim << "¶ " << other.passage.paragraph << style_.end << '\n';
      write_snippet(other);
    }
    if (hit.explanation) {
      write_explanation(*hit.explanation, 0);
    }
    out_ << '\n';
  }

  void write_duplicates(const std::vector<DuplicatePassage>& duplicates) {
    constexpr std::size_t named_max = 3;
    if (duplicates.empty()) {
      return;
    }
    out_ << indent << style_.dim << "the same in ";
    for (std::size_t i = 0; i < std::min(duplicates.size(), named_max); ++i) {
      out_ << (i == 0 ? "" : ", ") << printable(to_string(duplicates[i].passage));
    }
    if (duplicates.size() > named_max) {
      out_ << " and " << duplicates.size() - named_max << " more";
    }
    out_ << style_.end << '\n';
  }

  void write_explanation(const Explanation& explanation, std::size_t depth) {
    std::ostringstream value;
    value << std::fixed << std::setprecision(4) << explanation.value;
    out_ << indent << style_.dim << std::string(2 * depth, ' ') << value.str() << "  "
         << printable(explanation.description) << style_.end << '\n';
    for (const Explanation& detail : explanation.details) {
      write_explanation(detail, depth + 1);
    }
  }

  void write_facets(const SearchResults& results) {
    constexpr std::size_t values_max = 10;
    for (const auto& [name, values] : results.facets) {
      if (name.starts_with("date")) {
        write_dates(name, values);
        continue;
      }
      out_ << style_.bold << printable(name) << style_.end << ':';
      for (std::size_t i = 0; i < std::min(values.size(), values_max); ++i) {
        out_ << (i == 0 ? " " : " · ") << printable(values[i].value) << ' ' << values[i].count;
      }
      out_ << (values.size() > values_max ? " · ..." : "") << '\n';
    }
  }

  void write_dates(const std::string& name, const std::vector<FacetCount>& values) {
    constexpr std::size_t columns = 80;
    out_ << style_.bold << printable(name) << style_.end << ":\n";
    for (const std::string& line : bar_chart(values, columns)) {
      out_ << line << '\n';
    }
  }

  void write_context(const std::vector<PassageText>& passages) {
    for (const PassageText& passage : passages) {
      out_ << indent << style_.dim << "¶ " << passage.paragraph << "  " << printable(passage.text)
           << style_.end << '\n';
    }
  }

  void write_snippet(const Hit& hit) {
    const Snippet& snippet = hit.snippet;
    if (snippet.text.empty()) {
      return;
    }
    out_ << indent << (snippet.span.begin > 0 ? "… " : "");
    std::size_t at = 0;
    for (const Span& span : snippet.highlights) {
      out_ << printable(snippet.text.substr(at, span.begin - at)) << style_.match
           << printable(snippet.text.substr(span.begin, span.size())) << style_.end;
      at = span.end;
    }
    out_ << printable(snippet.text.substr(at)) << (snippet.span.end < hit.text.size() ? " …" : "")
         << '\n';
  }

  const SearchOptions search_;
  const bool batch_;
  std::ostream& out_;
  const Style& style_;
};

class TrecWriter : public ResultWriter {
 public:
  TrecWriter(const SearcherCommand& command, std::ostream& out)
      : unit_(command.search.unit), tag_(field(command.run_tag)), out_(out) {}

  // Tools order a run by score and break ties by id, so scores must fall from line to line.
  void write(const AnsweredQuery& query) override {
    constexpr double step = 1e-6;
    double bound = 0;
    for (std::size_t i = 0; i < query.results.hits.size(); ++i) {
      const Hit& hit = query.results.hits[i];
      const double score = i == 0 ? hit.score : std::min(hit.score, bound - step);
      bound = score;
      const std::string id = unit_ == Unit::article ? hit.article.id : to_string(hit.passage);
      std::ostringstream line;
      line << field(query.id) << " Q0 " << field(id) << ' ' << query.results.offset + i + 1 << ' '
           << std::fixed << std::setprecision(6) << score << ' ' << tag_ << '\n';
      out_ << line.str();
    }
  }

 private:
  // Columns are separated by spaces, so those of an id are written as in a URL.
  static std::string field(const std::string& text) {
    std::string clean;
    for (const char byte : text) {
      if (static_cast<unsigned char>(byte) > ' ') {
        clean += byte;
      } else {
        std::ostringstream code;
        code << '%' << std::uppercase << std::hex << std::setw(2) << std::setfill('0')
             << static_cast<int>(byte);
        clean += code.str();
      }
    }
    return clean;
  }

  const Unit unit_;
  const std::string tag_;
  std::ostream& out_;
};

}  // namespace

std::string_view to_string(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::word:
      return "word";
    case SuggestionKind::name:
      return "name";
    case SuggestionKind::title:
      return "title";
  }
  return "";
}

std::unique_ptr<ResultWriter> make_text_writer(const SearcherCommand& command, std::ostream& out,
                                               bool color) {
  return std::make_unique<TextWriter>(command, out, color);
}

std::unique_ptr<ResultWriter> make_trec_writer(const SearcherCommand& command, std::ostream& out) {
  return std::make_unique<TrecWriter>(command, out);
}

std::unique_ptr<ResultWriter> make_result_writer(const SearcherCommand& command, std::ostream& out,
                                                 bool color) {
  switch (command.format) {
    case OutputFormat::text:
      return make_text_writer(command, out, color);
    case OutputFormat::json:
      return make_json_writer(command, out);
    case OutputFormat::jsonl:
      return make_jsonl_writer(command, out);
    case OutputFormat::trec:
      return make_trec_writer(command, out);
  }
  return nullptr;
}

}  // namespace pilcrow
