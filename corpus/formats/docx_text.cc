// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/formats/docx_text.h"

#include <algorithm>
#include <utility>

#include "corpus/formats/spelling.h"
#include "corpus/letters.h"
#include "corpus/xml/xml_tokens.h"

namespace pilcrow {
namespace {

// Makes each run of white space one space, and none at the ends.
class Collector {
 public:
  void space(std::size_t at) {
    if (!is_spaced_ && !out_.text.empty()) {
      is_spaced_ = true;
      space_ = at;
    }
  }

  // One unit, spelled by `bytes` at `at`.
  void add(std::string_view unit, std::size_t at, std::size_t bytes) {
    if (is_spaced_) {
      out_.map.skip(space_ - out_.map.source_end());
      out_.map.convert(1, at - space_);
      out_.text += ' ';
      is_spaced_ = false;
    }
    out_.map.skip(at - out_.map.source_end());
    if (unit.size() == bytes) {
      out_.map.copy(bytes);
    } else {
      out_.map.convert(unit.size(), bytes);
    }
    out_.text += unit;
  }

  XmlText take() { return std::move(out_); }

 private:
  XmlText out_;
  bool is_spaced_ = false;
  std::size_t space_ = 0;  // Where it begins.
};

// A section of CDATA is spelled with its first mark, which tells how to read it.
void add_content(std::string_view xml, const XmlToken& token, Collector& out) {
  std::size_t begin = token.span.begin;
  for (std::size_t at = token.content.begin; at < token.content.end;) {
    const std::string_view rest = xml.substr(at, token.content.end - at);
    const XmlReference reference = rest.front() == '&' && token.type == XmlToken::Type::text
                                       ? read_xml_reference(rest)
                                       : XmlReference{};
    const std::string_view unit = reference.bytes > 0 ? std::string_view(reference.text) : rest;
    const std::size_t space = space_at(unit);
    const std::size_t bytes =
        reference.bytes > 0 ? reference.bytes : std::max<std::size_t>(space, 1);
    if (space > 0) {
      out.space(begin);
    } else {
      out.add(reference.bytes > 0 ? unit : unit.substr(0, 1), begin, at + bytes - begin);
    }
    at += bytes;
    const bool is_mark_ahead = begin < token.content.begin && space > 0;
    begin = is_mark_ahead ? begin : at;
  }
}

}  // namespace

bool is_docx_hidden(std::string_view local_name) {
  return is_any(local_name, {"del", "moveFrom", "Fallback"});
}

XmlText read_docx_text(std::string_view xml, Span part) {
  Collector out;
  xml = xml.substr(0, part.end);
  XmlTokenizer tokens(xml, part.begin);
  XmlToken token;
  bool in_text = true;
  std::size_t hidden = 0;  // How many such elements are around.
  while (tokens.next(token)) {
    if (token.type != XmlToken::Type::tag) {
      if (in_text && hidden == 0) {
        add_content(xml, token, out);
      }
      continue;
    }
    const std::string_view name = token.tag.local_name();
    in_text = token.begins("t");
    if (is_docx_hidden(name) && token.tag.kind != XmlTag::Kind::empty) {
      hidden += token.tag.kind == XmlTag::Kind::start ? 1U : 0U;
      hidden -= token.tag.kind == XmlTag::Kind::end && hidden > 0 ? 1U : 0U;
    } else if (hidden == 0 && name == "noBreakHyphen") {
      out.add("-", token.span.begin, token.span.size());
    } else if (is_any(name, {"tab", "ptab", "br", "cr", "p", "tc"})) {
      out.space(token.span.begin);
    }
  }
  return out.take();
}

std::string docx_text(std::string_view spelling) {
  return read_docx_text(spelling, {0, spelling.size()}).text;
}

}  // namespace pilcrow
