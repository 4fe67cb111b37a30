// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_collector.h"

#include <utility>

#include "corpus/ascii.h"
#include "corpus/formats/spelling.h"
#include "corpus/html/html_entities.h"
#include "corpus/html/html_tokens.h"

namespace pilcrow {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

// Bytes of white space at the beginning.
std::size_t space_bytes(std::string_view text) {
  if (is_space(text[0])) {
    return 1;
  }
  return text.starts_with(no_break_space) ? no_break_space.size() : 0;
}

std::size_t plain_bytes(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && !is_space(text[at]) && text[at] != '&' &&
         !(text[at] == no_break_space[0] && text.substr(at).starts_with(no_break_space))) {
    ++at;
  }
  return at;
}

}  // namespace

// The next unit of the text comes from here.
void HtmlCollector::place(std::size_t at) {
  if (text_.empty()) {
    map_ = OffsetMap(at);
  } else if (space_) {
    text_ += ' ';
    map_.convert(1, at - map_.source_end());
  } else {
    map_.skip(at - map_.source_end());
  }
  space_ = false;
}

void HtmlCollector::add_entity(std::size_t at, std::string_view decoded, std::size_t bytes) {
  if (space_bytes(decoded) == decoded.size()) {
    space_ = true;
    return;
  }
  place(at);
  text_ += decoded;
  map_.convert(decoded.size(), bytes);
}

void HtmlCollector::add(Span piece) {
  const std::string_view html = html_.substr(0, piece.end);
  for (std::size_t at = piece.begin; at < piece.end;) {
    const std::string_view rest = html.substr(at);
    if (const std::size_t space = space_bytes(rest); space > 0) {
      space_ = true;
      at += space;
    } else if (const std::size_t plain = plain_bytes(rest); plain > 0) {
      place(at);
      text_ += rest.substr(0, plain);
      map_.copy(plain);
      at += plain;
    } else {
      const HtmlEntity entity = read_html_entity(rest);
      const std::size_t bytes = entity.bytes > 0 ? entity.bytes : 1;
      add_entity(at, entity.bytes > 0 ? std::string_view(entity.text) : rest.substr(0, 1), bytes);
      at += bytes;
    }
  }
}

OffsetMap HtmlCollector::take_map() {
  space_ = false;
  return std::exchange(map_, {});
}

HtmlText collect_html_text(std::string_view html, Span part) {
  HtmlTokenizer tokenizer(html.substr(0, part.end), part.begin);
  HtmlCollector collector(html);
  for (HtmlToken token; tokenizer.next(token);) {
    if (token.type == HtmlToken::Type::text) {
      collector.add(token.span);
    } else if (token.tag == HtmlTag::br || is_block(token.tag)) {
      collector.separate();
    }
  }
  HtmlText result;
  result.text = collector.take_text();
  result.map = collector.take_map();
  return result;
}

std::string html_text(std::string_view spelling) {
  return collect_html_text(spelling, {0, spelling.size()}).text;
}

}  // namespace pilcrow
