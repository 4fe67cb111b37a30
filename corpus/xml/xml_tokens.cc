// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_tokens.h"

#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/letters.h"
#include "corpus/xml/xml_text.h"

namespace pilcrow {
namespace {

// Where the element ends whose start tag `tokens` has given as `tag`, and goes behind its end tag.
// Stays, and npos, where it has none.
std::size_t take_content(XmlTokenizer& tokens, const XmlTag& tag) {
  XmlTokenizer ahead = tokens;
  XmlToken inner;
  for (std::size_t depth = 1; ahead.next_tag(inner);) {
    if (inner.tag.name == tag.name && inner.tag.kind != XmlTag::Kind::empty) {
      depth += inner.tag.kind == XmlTag::Kind::start ? 1 : npos;
      if (depth == 0) {
        tokens = ahead;
        return inner.span.begin;
      }
    }
  }
  return npos;
}

}  // namespace

XmlTag read_xml_tag(std::string_view xml) {
  XmlTag tag;
  xml.remove_prefix(1);
  xml.remove_suffix(xml.ends_with('>') ? 1 : 0);
  if (xml.starts_with('/')) {
    tag.kind = XmlTag::Kind::end;
    xml.remove_prefix(1);
  } else if (xml.ends_with('/')) {
    tag.kind = XmlTag::Kind::empty;
    xml.remove_suffix(1);
  }
  tag.name = xml.substr(0, xml.find_first_of(ascii_spaces));
  tag.attributes = xml.substr(tag.name.size());
  return tag;
}

std::string xml_attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = 0; (at = attributes.find_first_not_of(ascii_spaces, at)) != npos;) {
    const std::size_t equal = attributes.find('=', at);
    const std::size_t quote = equal == npos ? npos : attributes.find_first_of("\"'", equal);
    const std::size_t end = quote == npos ? npos : attributes.find(attributes[quote], quote + 1);
    if (end == npos) {
      break;
    }
    std::string_view found = attributes.substr(at, equal - at);
    found = found.substr(0, found.find_first_of(ascii_spaces));
    if (found == name) {
      return xml_character_data(attributes.substr(quote + 1, end - quote - 1));
    }
    at = end + 1;
  }
  return "";
}

bool XmlTokenizer::next(XmlToken& token) {
  while (at_ < xml_.size()) {
    const bool is_markup = xml_[at_] == '<' && markup_ends_ && is_xml_markup(xml_, at_);
    const std::size_t begin = at_;
    const bool is_cdata = xml_.substr(begin).starts_with(cdata_begin);
    std::size_t end = is_markup ? xml_markup_end(xml_, at_) : npos;
    token = {};
    if (end == npos && !(is_markup && is_cdata)) {
      markup_ends_ &= !is_markup;
      at_ = std::min(xml_.find('<', at_ + 1), xml_.size());
      token.span = token.content = {begin, at_};
      return true;
    }
    const std::size_t mark_bytes = end == npos ? 0 : cdata_end.size();
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

bool XmlTokenizer::next_tag(XmlToken& token) {
  while (next(token)) {
    if (token.type == XmlToken::Type::tag) {
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
  while (tokens.next_tag(token)) {
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

std::vector<XmlChild> xml_children(std::string_view xml, bool& broken) {
  // Elements without an end tag that a search to the end of their parent is spent on.
  constexpr int unclosed_max = 16;
  std::vector<XmlChild> children;
  XmlTokenizer tokens(xml);
  XmlToken token;
  int unclosed = 0;
  tokens.next_tag(token);  // The parent's own.
  while (tokens.next_tag(token)) {
    const auto& [kind, name, attributes] = token.tag;
    const std::size_t begin = token.span.end;
    std::size_t end = begin;
    if (kind == XmlTag::Kind::end) {
      continue;
    }
    if (kind == XmlTag::Kind::start) {
      end = unclosed < unclosed_max ? take_content(tokens, token.tag) : npos;
    }
    if (end == npos) {
      broken = true;
      ++unclosed;
      end = std::min(find_xml_markup(xml, begin), xml.size());
    }
    children.push_back({name, attributes, begin, xml.substr(begin, end - begin)});
  }
  return children;
}

}  // namespace pilcrow
