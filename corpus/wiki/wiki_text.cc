// SPDX-License-Identifier: GPL-2.0-or-later
#include <libxml/HTMLparser.h>
#include <algorithm>
#include <utility>

#include "corpus/formats/spelling.h"
#include "corpus/wiki/wiki_markup.h"
#include "corpus/xml/xml_text.h"

namespace pilcrow {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view spaces = " \t\r\n\v\f";

// The entity at the beginning of `text`, of those of XML and HTML.
XmlReference read_entity(std::string_view text) {
  constexpr std::size_t name_bytes_max = 10;
  XmlReference reference = read_xml_reference(text);
  const std::size_t end = text.substr(0, name_bytes_max).find(';');
  if (reference.bytes > 0 || end == npos) {
    return reference;
  }
  const std::string name(text.substr(1, end - 1));
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  return entity == nullptr ? XmlReference{} : XmlReference{end + 1, utf8_of(entity->value)};
}

// Collects what is shown; white space counts once something is behind it.
class Line {
 public:
  void pass_over(std::size_t bytes, bool is_space) {
    gap_bytes_ += bytes;
    has_space_ |= is_space;
  }
  void copy(std::string_view bytes) {
    fill_gap();
    out_.text += bytes;
    out_.map.copy(bytes.size());
  }
  void convert(std::string_view text, std::size_t bytes) {
    if (text.find_first_not_of(spaces) == npos) {
      return pass_over(bytes, true);
    }
    fill_gap();
    out_.text += text;
    out_.map.convert(text.size(), bytes);
  }
  WikiText take() { return std::move(out_); }

 private:
  void fill_gap() {
    if (std::exchange(has_space_, false) && !out_.text.empty()) {
      out_.text += ' ';
      out_.map.convert(1, gap_bytes_);
    } else {
      out_.map.skip(gap_bytes_);
    }
    gap_bytes_ = 0;
  }

  WikiText out_;
  std::size_t gap_bytes_ = 0;
  bool has_space_ = false;
};

void show(std::string_view text, Line& line) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t special = std::min(text.find_first_of("& \t\r\n\v\f", at), text.size());
    if (special > at) {
      line.copy(text.substr(at, special - at));
      at = special;
    } else if (text[at] == '&') {
      const XmlReference entity = read_entity(text.substr(at));
      line.convert(entity.bytes > 0 ? std::string_view(entity.text) : "&",
                   std::max<std::size_t>(entity.bytes, 1));
      at += std::max<std::size_t>(entity.bytes, 1);
    } else {
      line.pass_over(1, true);
      ++at;
    }
  }
}

}  // namespace

WikiText read_wiki_text(std::string_view paragraph) {
  Line line;
  std::size_t at = 0;
  for (const WikiMarkup::Hidden& hidden : find_wiki_markup(paragraph).hidden) {
    show(paragraph.substr(at, hidden.span.begin - at), line);
    line.pass_over(hidden.span.size(), hidden.is_space);
    at = hidden.span.end;
  }
  show(paragraph.substr(at), line);
  return line.take();
}

std::string wikitext_text(std::string_view spelling) {
  return read_wiki_text(xml_character_data(spelling)).text;
}

}  // namespace pilcrow
