// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_tokens.h"

#include <algorithm>

#include "corpus/letters.h"
#include "corpus/xml/xml_text.h"

namespace pilcrow {

bool XmlTokenizer::next(XmlToken& token) {
  while (at_ < xml_.size()) {
    const bool is_markup = xml_[at_] == '<' && markup_ends_ && is_xml_markup(xml_, at_);
    const std::size_t begin = at_;
    const bool is_cdata = xml_.substr(begin).starts_with(cdata_begin);
    std::size_t end = is_markup ? xml_markup_end(xml_, at_) : std::string_view::npos;
    token = {};
    if (end == std::string_view::npos && !(is_markup && is_cdata)) {
      markup_ends_ &= !is_markup;
      at_ = std::min(xml_.find('<', at_ + 1), xml_.size());
      token.span = token.content = {begin, at_};
      return true;
    }
    const std::size_t mark_bytes = end == std::string_view::npos ? 0 : cdata_end.size();
    end = std::min(end, xml_.size());
    at_ = end;
    const std::string_view markup = xml_.substr(begin, end - begin);
    token.span = {begin, end};
    if (is_cdata) {
      token.type = XmlToken::Type::cdata;
      token.content = {begin + cdata_begin.size(), end - mark_bytes};
      return true;
    }
    if (markup[1] != '!' && markup[1] != '?') {
      token.type = XmlToken::Type::tag;
      token.tag = read_xml_tag(markup);
      return true;
    }
  }
  return false;
}

std::vector<std::pair<std::string, std::string>> xml_leaf_texts(std::string_view xml) {
  std::vector<std::pair<std::string, std::string>> texts;
  XmlTokenizer tokens(xml);
  XmlToken token;
  std::string_view open;  // The element whose text may be a leaf's.
  std::size_t begin = 0;
  while (tokens.next(token)) {
    if (token.type != XmlToken::Type::tag) {
      continue;
    }
    if (token.tag.kind == XmlTag::Kind::end && token.tag.name == open) {
      std::string text = one_line(xml_character_data(xml.substr(begin, token.span.begin - begin)));
      if (!text.empty()) {
        texts.emplace_back(token.tag.local_name(), std::move(text));
      }
    }
    open = token.tag.kind == XmlTag::Kind::start ? token.tag.name : std::string_view();
    begin = token.span.end;
  }
  return texts;
}

}  // namespace pilcrow
