// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/formats/markdown_blocks.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/formats/markdown_inline.h"
#include "corpus/formats/spelling.h"

namespace pilcrow {
namespace {

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r';
}

std::size_t skip_blanks(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && is_blank(text[at])) {
    ++at;
  }
  return at;
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

// The size of a mark that begins a quote or an item of a list; 0: there is none.
std::size_t container_mark(std::string_view line) {
  constexpr std::size_t digits_max = 9;
  if (line.starts_with('>')) {
    return 1;
  }
  std::size_t at = std::min(line.find_first_not_of("0123456789"), line.size());
  if (at > digits_max || at == line.size()) {
    return 0;
  }
  const bool is_mark = at == 0 ? line[at] == '-' || line[at] == '+' || line[at] == '*'
                               : line[at] == '.' || line[at] == ')';
  ++at;
  return is_mark && at < line.size() && is_blank(line[at]) ? at : 0;
}

// What md4c reports of one block.
struct Report {
  MarkdownBlock::Type type = MarkdownBlock::Type::paragraph;
  unsigned level = 0;
  bool is_fenced = false;
  bool has_image = false;
  bool has_other_text = false;     // Outside images.
  std::size_t leading_breaks = 0;  // Before all text.
  Span touched = {npos, 0};        // From the first byte of its text to the last.
  Span image_title = {};
  std::string text = {};
};

// From what md4c reports of a block to the bytes that spell it.
class Placer {
 public:
  explicit Placer(std::string_view text) : text_(text) {}

  Span place(const Report& report) const {
    switch (report.type) {
      case MarkdownBlock::Type::code:
        return place_code(report);
      case MarkdownBlock::Type::row:
        return {opening(report.touched.begin, false),
                trimmed_end(line_end(text_, report.touched.end))};
      case MarkdownBlock::Type::image:
        if (report.text.find_first_not_of(' ') == npos) {
          return report.image_title;
        }
        break;
      default:
        break;
    }
    return place_lines(report);
  }

 private:
  // Where the content of a line begins: behind the marks of quotes, lists and headings, but not
  // behind `first`, which is a byte of its text.
  std::size_t opening(std::size_t first, bool is_heading) const {
    return opening_of(line_begin(text_, first), first, is_heading);
  }

  std::size_t opening_of(std::size_t at, std::size_t first, bool is_heading) const {
    const std::size_t end = line_end(text_, first);
    bool in_list = false;
    std::size_t size = 0;
    at = skip_blanks(text_, at, end);
    while ((size = container_mark(text_.substr(at, end - at))) > 0) {
      in_list = text_[at] != '>';
      at = skip_blanks(text_, at + size, end);
    }
    constexpr std::size_t task_mark_bytes = 3;
    if (in_list && at + task_mark_bytes < first && text_[at] == '[' && text_[at + 2] == ']') {
      at = skip_blanks(text_, at + task_mark_bytes, end);
    }
    const std::size_t marks = std::min(text_.find_first_not_of('#', at), end);
    if (is_heading && marks > at && marks < end && is_blank(text_[marks])) {
      at = skip_blanks(text_, marks, end);
    }
    return std::min(at, first);
  }

  std::size_t trimmed_end(std::size_t end) const {
    while (end > 0 && is_blank(text_[end - 1])) {
      --end;
    }
    return end;
  }

  // The end of a heading's text, without the marks that may close it.
  std::size_t heading_end(std::size_t begin, std::size_t end) const {
    std::size_t marks = end;
    while (marks > begin && text_[marks - 1] == '#') {
      --marks;
    }
    return marks > begin && is_blank(text_[marks - 1]) ? trimmed_end(marks) : end;
  }

  // Whole lines, so that all marks are within: a link may open on a line before its text, or close
  // on one behind it.
  Span place_lines(const Report& report) const {
    const bool is_heading = report.type == MarkdownBlock::Type::heading;
    std::size_t first = line_begin(text_, report.touched.begin);
    for (std::size_t i = 0; i < report.leading_breaks && first > 0; ++i) {
      first = line_begin(text_, first - 1);
    }
    Span span = {opening_of(first, report.touched.begin, is_heading), 0};
    if (report.leading_breaks > 0) {
      span.begin = opening_of(first, line_end(text_, first), is_heading);
    }
    span.end = trimmed_end(line_end(text_, report.touched.end - 1));
    if (is_heading) {
      span.end = std::max(heading_end(span.begin, span.end), report.touched.end);
    }
    return is_heading || report.type == MarkdownBlock::Type::html ? span : widened(span, report);
  }

  Span widened(Span span, const Report& report) const {
    constexpr int lines_max = 3;
    const std::string expected = collapse_space(report.text);
    Span wider = span;
    for (int i = 0; i < lines_max; ++i) {
      if (markdown_text(text_.substr(wider.begin, wider.size())) == expected) {
        return wider;
      }
      const std::size_t next = line_end(text_, wider.end) + 1;
      if (next >= text_.size() ||
          text_.find_first_not_of(" \t\r>", next) >= line_end(text_, next)) {
        break;
      }
      wider.end = trimmed_end(line_end(text_, next));
    }
    return span;
  }

  // From the line of the fence, or with one byte of the indentation, which tell that it is code.
  Span place_code(const Report& report) const {
    const std::size_t end = trimmed_end(report.touched.end);
    if (!report.is_fenced) {
      const std::size_t first = report.touched.begin;
      return {first > 0 && is_blank(text_[first - 1]) ? first - 1 : first, end};
    }
    std::size_t line = line_begin(text_, report.touched.begin);
    while (line > 0) {
      const std::size_t end_before = line - 1;
      line = line_begin(text_, end_before);
      const std::size_t at = opening_of(line, end_before, false);
      if (at < end_before) {
        return {at, end};
      }
    }
    return {report.touched.begin, end};
  }

  std::string_view text_;
};

class BlockCollector {
 public:
  explicit BlockCollector(std::string_view text) : text_(text), placer_(text) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      report_.text += ' ';
      return;
    }
    flush();
    switch (type) {
      case MD_BLOCK_H:
        report_.type = MarkdownBlock::Type::heading;
        report_.level = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
        break;
      case MD_BLOCK_CODE:
        report_.type = MarkdownBlock::Type::code;
        report_.is_fenced = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char != 0;
        break;
      case MD_BLOCK_TR:
        report_.type = MarkdownBlock::Type::row;
        break;
      case MD_BLOCK_HTML:
        report_.type = MarkdownBlock::Type::html;
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    if (type != MD_BLOCK_TH && type != MD_BLOCK_TD) {
      flush();
    }
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    if (type != MD_SPAN_IMG) {
      return;
    }
    ++images_;
    report_.has_image = true;
    const MD_ATTRIBUTE& title = static_cast<MD_SPAN_IMG_DETAIL*>(detail)->title;
    if (title.size > 0 && is_inside(title.text)) {
      const std::size_t begin = offset(title.text);
      report_.image_title = {begin, begin + title.size};
    }
  }

  void leave_span(MD_SPANTYPE type) { images_ -= type == MD_SPAN_IMG ? 1 : 0; }

  void add(MD_TEXTTYPE type, std::string_view piece) {
    add_markdown_text(report_.text, type, piece);
    const bool is_break = type == MD_TEXT_SOFTBR || type == MD_TEXT_BR;
    report_.has_other_text |= images_ == 0 && !is_break && piece.find_first_not_of(" \n") != npos;
    if (!piece.empty() && is_inside(piece.data())) {
      const std::size_t begin = offset(piece.data());
      report_.touched.begin = std::min(report_.touched.begin, begin);
      report_.touched.end = std::max(report_.touched.end, begin + piece.size());
    } else if (is_break && report_.touched.begin == npos) {
      ++report_.leading_breaks;
    }
  }

  std::vector<MarkdownBlock> take() { return std::move(blocks_); }

 private:
  bool is_inside(const char* pointer) const {
    return std::greater_equal<>()(pointer, text_.data()) &&
           std::less<>()(pointer, text_.data() + text_.size());
  }
  std::size_t offset(const char* pointer) const {
    return static_cast<std::size_t>(pointer - text_.data());
  }

  void flush() {
    Report report = std::exchange(report_, {});
    if (report.type == MarkdownBlock::Type::paragraph && report.has_image &&
        !report.has_other_text) {
      report.type = MarkdownBlock::Type::image;
    }
    const bool has_text = report.touched.begin != npos;
    if (!has_text && report.type != MarkdownBlock::Type::image) {
      return;
    }
    const Span span = has_text || report.image_title.size() > 0 ? placer_.place(report) : Span{};
    if (span.size() > 0 && !is_hidden(report, span)) {
      blocks_.push_back({report.type, report.level, span});
    }
  }

  // Comments, declarations, scripts and styles are no text.
  bool is_hidden(const Report& report, Span span) const {
    if (report.type != MarkdownBlock::Type::html) {
      return false;
    }
    const std::string_view html = text_.substr(span.begin, span.size());
    return html.starts_with("<!") || html.starts_with("<?") || html.starts_with("<script") ||
           html.starts_with("<style");
  }

  std::string_view text_;
  Placer placer_;
  Report report_;
  int images_ = 0;  // Around what comes.
  std::vector<MarkdownBlock> blocks_;
};

BlockCollector& collector(void* user) {
  return *static_cast<BlockCollector*>(user);
}

MD_PARSER make_parser() {
  MD_PARSER parser{};
  parser.flags = markdown_dialect;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    collector(user).enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* user) {
    collector(user).leave(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    collector(user).enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void* /*detail*/, void* user) {
    collector(user).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* user) {
    collector(user).add(type, {piece, size});
    return 0;
  };
  return parser;
}

}  // namespace

std::vector<MarkdownBlock> read_markdown_blocks(std::string_view text) {
  if (text.size() > std::numeric_limits<MD_SIZE>::max()) {
    return {};
  }
  BlockCollector blocks(text);
  const MD_PARSER parser = make_parser();
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &blocks) != 0) {
    return {};
  }
  return blocks.take();
}

}  // namespace pilcrow
