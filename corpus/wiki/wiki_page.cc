// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/wiki/wiki_page.h"

#include <algorithm>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/wiki/wiki_markup.h"
#include "corpus/wiki/wiki_names.h"

namespace pilcrow {
namespace {

class WikiPageReader {
 public:
  explicit WikiPageReader(std::string_view text) : text_(text), markup_(find_wiki_markup(text)) {
    for (const WikiMarkup::Hidden& hidden : markup_.hidden) {
      if (const Span* atom = atom_at(hidden.span.begin); atom != nullptr) {
        // What is hidden from its beginning to its end shows nothing; nowiki does.
        if (hidden.span.begin == atom->begin && hidden.span.end >= atom->end) {
          blanks_.push_back(*atom);
        }
      }
    }
    atom_ = 0;
  }

  WikiPage run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = line_end(at);
      read_line({at, end});
      at = end + 1;
    }
    end_paragraph();
    for (const Span& caption : markup_.captions) {
      add(ParagraphKind::caption, caption);
    }
    std::stable_sort(
        page_.blocks.begin(), page_.blocks.end(),
        [](const WikiBlock& a, const WikiBlock& b) { return a.span.begin < b.span.begin; });
    page_.categories = std::move(markup_.categories);
    return std::move(page_);
  }

 private:
  // The atom that `at`, which never falls, is in.
  const Span* atom_at(std::size_t at) {
    while (atom_ < markup_.atoms.size() && markup_.atoms[atom_].end <= at) {
      ++atom_;
    }
    const bool is_inside = atom_ < markup_.atoms.size() && markup_.atoms[atom_].begin <= at;
    return is_inside ? &markup_.atoms[atom_] : nullptr;
  }

  // The next line end that is in no atom.
  std::size_t line_end(std::size_t at) {
    while ((at = text_.find('\n', at)) != npos) {
      const Span* atom = atom_at(at);
      if (atom == nullptr) {
        return at;
      }
      at = atom->end;
    }
    return text_.size();
  }

  // Without white space and what shows nothing at its ends.
  Span trimmed(Span line) const {
    for (bool goes_on = true; goes_on;) {
      line.begin = std::min(text_.find_first_not_of(ascii_spaces, line.begin), line.end);
      const auto blank =
          std::lower_bound(blanks_.begin(), blanks_.end(), line.begin,
                           [](const Span& a, std::size_t begin) { return a.begin < begin; });
      goes_on = blank != blanks_.end() && blank->begin == line.begin && line.begin < line.end;
      line.begin = goes_on ? std::min(blank->end, line.end) : line.begin;
    }
    for (bool goes_on = true; goes_on && line.end > line.begin;) {
      const std::size_t last = text_.find_last_not_of(ascii_spaces, line.end - 1);
      line.end = last == npos ? line.begin : std::max(last + 1, line.begin);
      const auto after =
          std::upper_bound(blanks_.begin(), blanks_.end(), line.end,
                           [](std::size_t end, const Span& a) { return end < a.end; });
      goes_on = after != blanks_.begin() && std::prev(after)->end == line.end &&
                std::prev(after)->begin >= line.begin;
      line.end = goes_on ? std::prev(after)->begin : line.end;
    }
    return line;
  }

  void read_line(Span line) {
    const bool is_indented = line.begin < line.end && text_[line.begin] == ' ';
    line = trimmed(line);
    const char first = line.size() == 0 ? '\n' : text_[line.begin];
    const bool is_table = first == '|' || text_.substr(line.begin, 2) == "{|";
    if (first == '\n' || (is_table && !is_indented)) {
      return end_paragraph();
    }
    if (first == '=' && line.size() > 2 && text_[line.end - 1] == '=') {
      return heading(line);
    }
    const bool is_rule = text_.substr(line.begin, line.size()).starts_with("----");
    if (is_rule || std::string_view("*#:;").find(first) != npos) {
      end_paragraph();
      line.begin =
          std::min(text_.find_first_not_of(is_rule ? "-" : "*#:; \t", line.begin), line.end);
      return add(body_kind(), line);
    }
    paragraph_.begin = paragraph_.size() == 0 ? line.begin : paragraph_.begin;
    paragraph_.end = line.end;
  }

  void heading(Span line) {
    end_paragraph();
    const std::size_t half = line.size() / 2;
    const std::size_t before = text_.find_first_not_of('=', line.begin) - line.begin;
    const std::size_t after = line.end - 1 - text_.find_last_not_of('=', line.end - 1);
    const std::size_t level = std::min({before, after, half});
    const Span inner{line.begin + level, line.end - level};
    if (related_level_ == 0 || level <= related_level_) {
      const std::string shown = read_wiki_text(text_.substr(inner.begin, inner.size())).text;
      related_level_ = is_related_heading(shown) ? level : 0;
    }
    add(ParagraphKind::headline, inner);
  }

  ParagraphKind body_kind() const {
    return related_level_ > 0 ? ParagraphKind::related : ParagraphKind::body;
  }

  void end_paragraph() {
    if (paragraph_.size() > 0) {
      add(body_kind(), paragraph_);
    }
    paragraph_ = {};
  }

  void add(ParagraphKind kind, Span span) {
    span = trimmed(span);
    if (span.size() > 0) {
      page_.blocks.push_back({kind, span});
    }
  }

  std::string_view text_;
  WikiMarkup markup_;
  std::vector<Span> blanks_;  // Atoms that show nothing.
  std::size_t atom_ = 0;
  Span paragraph_;
  std::size_t related_level_ = 0;  // Of the heading that the list of links stands below; 0: none.
  WikiPage page_;
};

}  // namespace

WikiPage read_wiki_page(std::string_view text) {
  return WikiPageReader(text).run();
}

}  // namespace pilcrow
