// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/article_view.h"

#include <algorithm>
#include <string_view>

#include "cli/controls.h"
#include "searcher/wrap.h"

namespace pilcrow {
namespace {

constexpr std::string_view margin = "    ";
constexpr std::string_view bar = "  ┃ ";
constexpr std::size_t margin_columns = 4;

class Writer {
 public:
  explicit Writer(const Terminal& terminal)
      : columns_(terminal.columns > margin_columns ? terminal.columns - margin_columns : 0) {}

  void paragraph(std::string_view before, std::string_view text) {
    const std::string clean = without_controls(text, ' ');
    for (const Span& line : wrapped_lines(clean, columns_)) {
      text_.append(before).append(clean, line.begin, line.size()).append("\n");
    }
  }

  void blank() { text_ += '\n'; }

  std::size_t next_line() const {
    return static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n')) + 1;
  }

  std::string text() && { return std::move(text_); }

 private:
  const std::size_t columns_;
  std::string text_;
};

std::string facts_of(const ArticleInfo& article) {
  std::string facts = article.id;
  for (const std::string* fact : {&article.section, &article.author, &article.date, &article.url}) {
    facts += fact->empty() ? "" : " · " + *fact;
  }
  return facts;
}

}  // namespace

ArticleView view_article(const Hit& hit, const std::vector<PassageText>& paragraphs,
                         const Terminal& terminal) {
  Writer writer(terminal);
  ArticleView view;
  writer.paragraph("", hit.article.title.empty() ? hit.article.id : hit.article.title);
  writer.paragraph("", facts_of(hit.article));
  for (const PassageText& paragraph : paragraphs) {
    const bool is_furniture = paragraph.kind != ParagraphKind::body;
    const bool is_hit =
        paragraph.paragraph == hit.passage.paragraph && is_furniture == hit.passage.furniture;
    writer.blank();
    if (is_hit) {
      view.line = writer.next_line();
    }
    const std::string label =
        is_furniture ? '[' + std::string(to_string(paragraph.kind)) + "] " : "";
    writer.paragraph(is_hit ? bar : margin, label + paragraph.text);
  }
  view.text = std::move(writer).text();
  return view;
}

}  // namespace pilcrow
