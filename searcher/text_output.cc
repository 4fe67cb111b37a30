// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <iomanip>
#include <ostream>
#include <sstream>

#include "cli/controls.h"
#include "searcher/bar_chart.h"
#include "searcher/output.h"
#include "searcher/wrap.h"

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
const std::string indent = "    ";
constexpr std::size_t indent_columns = 4;

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

struct MarkedText {
  std::string text = {};
  std::vector<Span> marks = {};  // Sorted, never overlapping.
};

// The parts of a passage that a hit shows, in the order of the text, with what is between left out.
MarkedText shown_text(const Hit& hit) {
  std::vector<const Snippet*> parts = {&hit.snippet};
  for (const Snippet& fragment : hit.fragments) {
    parts.push_back(&fragment);
  }
  std::sort(parts.begin(), parts.end(),
            [](const Snippet* a, const Snippet* b) { return a->span.begin < b->span.begin; });
  MarkedText shown;
  std::size_t end = 0;
  for (const Snippet* part : parts) {
    const bool skips = part->span.begin > end;
    shown.text += skips ? (end == 0 ? "… " : " … ") : "";
    for (const Span& highlight : part->highlights) {
      shown.marks.push_back(
          {shown.text.size() + highlight.begin, shown.text.size() + highlight.end});
    }
    shown.text += part->text;
    end = part->span.end;
  }
  shown.text += end < hit.text.size() ? " …" : "";
  return shown;
}

class TextWriter : public ResultWriter {
 public:
  TextWriter(const SearcherCommand& command, std::ostream& out, const Terminal& terminal)
      : search_(command.search),
        batch_(!command.queries_path.empty()),
        out_(out),
        style_(terminal.color ? styled : plain),
        columns_(terminal.columns) {}

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
      const std::size_t last = search_.offset + query.results.hits.size();
      out_ << (search_.offset > 0 ? std::to_string(search_.offset + 1) + '-' : "") << last << " of "
           << counted(query.results.matches, search_.unit) << '\n';
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
    const std::string number = std::to_string(rank);
    write_wrapped(std::string(number.size() < 3 ? 3 - number.size() : 0, ' ') + number + ' ',
                  {article.title.empty() ? article.id : article.title, {}}, style_.bold);
    std::vector<std::string> facts = {
        article.id +
        (hit.kind == ParagraphKind::body ? " ¶ " + std::to_string(hit.passage.paragraph) : "")};
    if (hit.kind != ParagraphKind::body) {
      facts.emplace_back(to_string(hit.kind));
    }
    for (const std::string* fact : {&article.section, &article.author, &article.date}) {
      if (!fact->empty()) {
        facts.push_back(*fact);
      }
    }
    if (!article.source_path.empty()) {
      facts.push_back("bytes " + std::to_string(hit.source.begin) + '-' +
                      std::to_string(hit.source.end));
    }
    write_facts(facts);
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
    std::string text = "the same in ";
    for (std::size_t i = 0; i < std::min(duplicates.size(), named_max); ++i) {
      text += (i == 0 ? "" : ", ") + to_string(duplicates[i].passage);
    }
    if (duplicates.size() > named_max) {
      text += " and " + std::to_string(duplicates.size() - named_max) + " more";
    }
    write_wrapped(indent, {text, {}}, style_.dim);
  }

  void write_explanation(const Explanation& explanation, std::size_t depth) {
    std::ostringstream value;
    value << std::fixed << std::setprecision(4) << explanation.value;
    write_wrapped(indent + std::string(2 * depth, ' '),
                  {value.str() + "  " + explanation.description, {}}, style_.dim);
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
      std::string text = values.empty() ? "none" : "";
      for (std::size_t i = 0; i < std::min(values.size(), values_max); ++i) {
        text += (i == 0 ? "" : " · ") + values[i].value + ' ' + std::to_string(values[i].count);
      }
      text += values.size() > values_max ? " · ..." : "";
      write_wrapped(printable(name) + ": ", {text, {}}, "");
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
      const std::string text = "¶ " + std::to_string(passage.paragraph) + "  " + passage.text;
      write_wrapped(indent, {text, {}}, style_.dim);
    }
  }

  void write_snippet(const Hit& hit) {
    if (!hit.snippet.text.empty()) {
      write_wrapped(indent, shown_text(hit), "");
    }
  }

  // Writes a text, which `first` stands in front of, in lines of the terminal's width.
  void write_wrapped(const std::string& first, const MarkedText& text, const char* base) {
    const std::string clean = printable(text.text);
    const std::size_t used = std::max(indent_columns, display_columns(first));
    const std::size_t width = columns_ == 0 ? 0 : std::max(columns_, used + 1) - used;
    const std::string* before = &first;
    auto mark = text.marks.begin();
    for (const Span& line : wrapped_lines(clean, width)) {
      out_ << *before << base;
      std::size_t at = line.begin;
      for (; mark != text.marks.end() && mark->begin < line.end; ++mark) {
        const std::size_t end = std::min(mark->end, line.end);
        const std::size_t begin = std::max(mark->begin, at);
        out_ << clean.substr(at, begin - at) << style_.match << clean.substr(begin, end - begin)
             << style_.end << base;
        at = end;
        if (mark->end > line.end) {
          break;  // The rest of a phrase stands on the next line.
        }
      }
      out_ << clean.substr(at, line.end - at) << (*base == '\0' ? "" : style_.end) << '\n';
      before = &indent;
    }
  }

  // Facts are kept whole, so that a path or a URL can be copied.
  void write_facts(const std::vector<std::string>& facts) {
    out_ << indent << style_.dim;
    std::size_t used = indent_columns;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const std::string fact = printable(facts[i]);
      const std::size_t needed = display_columns(fact) + (i == 0 ? 0 : 3);
      const bool breaks = i > 0 && columns_ > 0 && used + needed > columns_;
      out_ << (i == 0 ? "" : breaks ? "\n" + indent + "· " : " · ") << fact;
      used = breaks ? indent_columns + needed - 1 : used + needed;
    }
    out_ << style_.end << '\n';
  }

  const SearchOptions search_;
  const bool batch_;
  std::ostream& out_;
  const Style& style_;
  const std::size_t columns_;
};

}  // namespace

std::string_view to_string(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::word:
      return "word";
    case SuggestionKind::phrase:
      return "phrase";
    case SuggestionKind::name:
      return "name";
    case SuggestionKind::title:
      return "title";
  }
  return "";
}

std::unique_ptr<ResultWriter> make_text_writer(const SearcherCommand& command, std::ostream& out,
                                               const Terminal& terminal) {
  return std::make_unique<TextWriter>(command, out, terminal);
}

}  // namespace pilcrow
