// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "corpus/formats/markdown_inline.h"
#include "corpus/formats/spelling.h"
#include "corpus/html/html_entities.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

// Elements that stand within a word or a sentence; every other one separates what is around it.
constexpr std::array<std::string_view, 24> inline_elements = {
    "a",    "abbr", "b", "bdi",   "cite", "code",   "del", "em",  "font",   "i",  "ins", "kbd",
    "mark", "q",    "s", "small", "span", "strong", "sub", "sup", "strike", "tt", "u",   "wbr"};

std::string_view element_name(std::string_view tag) {
  tag.remove_prefix(std::min(tag.find_first_not_of("</"), tag.size()));
  return tag.substr(0, tag.find_first_of(" \t\n/>"));
}

bool is_space_or_tab(char byte) {
  return byte == ' ' || byte == '\t';
}

// What stands in front of a line that continues a paragraph: white space and marks of quotes.
std::size_t continuation_prefix(std::string_view line) {
  return std::min(line.find_first_not_of(" \t>"), line.size());
}

// One line for all lines of a paragraph, so that none can begin a block.
std::string join_lines(std::string_view spelling) {
  std::string joined;
  while (true) {
    const std::size_t end = std::min(spelling.find('\n'), spelling.size());
    joined += spelling.substr(0, end);
    if (end == spelling.size()) {
      return joined;
    }
    const std::size_t slashes = joined.size() - (joined.find_last_not_of('\\') + 1);
    if (slashes % 2 == 1) {
      joined.pop_back();  // A hard break.
    }
    joined += ' ';
    spelling.remove_prefix(end + 1);
    spelling.remove_prefix(continuation_prefix(spelling));
  }
}

// The labels of "[text][label]" and "[label][]".  What they stand for is elsewhere in the file, but
// that they stand for something is enough to know the text.
std::set<std::string_view> reference_labels(std::string_view line) {
  constexpr std::size_t label_bytes_max = 200;
  std::set<std::string_view> labels;
  for (std::size_t at = line.find("]["); at != std::string_view::npos;
       at = line.find("][", at + 1)) {
    const std::string_view after = line.substr(at + 2, label_bytes_max);
    std::string_view label = after.substr(0, after.find_first_of("[]"));
    if (label.size() == after.size()) {
      continue;
    }
    if (label.empty()) {
      const std::size_t from = at > label_bytes_max ? at - label_bytes_max : 0;
      const std::string_view before = line.substr(from, at - from);
      label = before.substr(before.find_last_of("[]") + 1);
    }
    if (label.find_first_not_of(' ') != std::string_view::npos) {
      labels.insert(label);
    }
  }
  return labels;
}

struct ParagraphText {
  std::string text = {};
  bool complete = false;
};

int ignore_block(MD_BLOCKTYPE /*type*/, void* /*detail*/, void* /*user*/) {
  return 0;
}
// Ends the work behind the paragraph: what follows are definitions.
int leave_block(MD_BLOCKTYPE type, void* /*detail*/, void* user) {
  static_cast<ParagraphText*>(user)->complete = type == MD_BLOCK_P;
  return type == MD_BLOCK_P ? -1 : 0;
}
int ignore_span(MD_SPANTYPE /*type*/, void* /*detail*/, void* /*user*/) {
  return 0;
}
int take_text(MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* user) {
  add_markdown_text(static_cast<ParagraphText*>(user)->text, type, {piece, size});
  return 0;
}

// The text of one paragraph.  A full stop in front keeps whatever follows from being the mark of a
// list, a heading or code.
std::string inline_text(std::string_view spelling) {
  constexpr std::string_view guard = ". ";
  std::string document = std::string(guard) + join_lines(spelling);
  std::string definitions;
  for (const std::string_view label : reference_labels(document)) {
    definitions.append("\n\n[").append(label).append("]: .");
  }
  document += definitions;
  if (document.size() > std::numeric_limits<MD_SIZE>::max()) {
    return collapse_space(spelling);
  }
  MD_PARSER parser{};
  parser.flags = MD_FLAG_STRIKETHROUGH;
  parser.enter_block = ignore_block;
  parser.leave_block = leave_block;
  parser.enter_span = parser.leave_span = ignore_span;
  parser.text = take_text;
  ParagraphText paragraph;
  md_parse(document.data(), static_cast<MD_SIZE>(document.size()), &parser, &paragraph);
  if (!paragraph.complete) {
    return collapse_space(spelling);
  }
  return collapse_space(
      std::string_view(paragraph.text).substr(std::min(guard.size(), paragraph.text.size())));
}

// Cells are separated by pipes which no backslash precedes.
std::string row_text(std::string_view row) {
  std::string text;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= row.size(); ++at) {
    if (at < row.size() && row[at] == '\\') {
      at += at + 1 < row.size() ? 1 : 0;
    } else if (at == row.size() || row[at] == '|') {
      const std::string cell = inline_text(row.substr(begin, at - begin));
      text += text.empty() || cell.empty() ? "" : " ";
      text += cell;
      begin = at + 1;
    }
  }
  return text;
}

// The first line of fenced code: at least three marks and what they say of the code.
bool opens_fence(std::string_view line) {
  return line.starts_with("~~~") ||
         (line.starts_with("```") &&
          line.find('`', line.find_first_not_of('`')) == std::string_view::npos);
}

}  // namespace

void add_markdown_text(std::string& text, MD_TEXTTYPE type, std::string_view piece) {
  switch (type) {
    case MD_TEXT_NULLCHAR:
      text += "\uFFFD";
      return;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      text += ' ';
      return;
    case MD_TEXT_ENTITY: {
      const HtmlEntity entity = read_html_entity(piece);
      text += entity.bytes == piece.size() ? std::string_view(entity.text) : piece;
      return;
    }
    case MD_TEXT_HTML: {
      const std::string name = lower_case(element_name(piece));
      const bool separates =
          !name.starts_with('!') && !name.starts_with('?') &&
          std::find(inline_elements.begin(), inline_elements.end(), name) == inline_elements.end();
      text += separates ? " " : "";
      return;
    }
    default:
      text += piece;
  }
}

std::string collapse_space(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::size_t space = space_at(rest);
    plain += space > 0 ? ' ' : rest.front();
    at += std::max<std::size_t>(space, 1);
  }
  return one_line(plain);
}

std::string markdown_text(std::string_view spelling) {
  const std::size_t line_end = std::min(spelling.find('\n'), spelling.size());
  if (line_end < spelling.size() && opens_fence(spelling.substr(0, line_end))) {
    return collapse_space(spelling.substr(line_end));
  }
  if (!spelling.empty() && is_space_or_tab(spelling.front())) {
    return collapse_space(spelling);  // Indented code.
  }
  return spelling.starts_with('|') && line_end == spelling.size() ? row_text(spelling)
                                                                  : inline_text(spelling);
}

}  // namespace pilcrow
