// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_stream.h"

#include <algorithm>
#include <utility>

#include "corpus/xml/xml_text.h"

namespace pilcrow {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view spaces = " \t\r\n";
// What markup may always have.
constexpr std::size_t markup_bytes_min = std::size_t{1} << 20;
// What is looked at first, and at most how much more each time that it is not enough.
constexpr std::size_t ahead_bytes_min = std::size_t{1} << 16;
constexpr std::size_t ahead_step_max = std::size_t{1} << 24;
// Elements without an end tag that a search to the end of their parent is spent on.
constexpr int unclosed_max = 16;

bool is_tag(std::string_view xml, std::size_t at) {
  return at + 1 < xml.size() && xml[at + 1] != '!' && xml[at + 1] != '?';
}

// The next '<' of markup at or behind `at`; npos for none.
std::size_t next_markup(std::string_view xml, std::size_t at) {
  do {
    at = xml.find('<', at);
    if (at == npos || is_xml_markup(xml, at)) {
      return at;
    }
    ++at;
  } while (true);
}

// Goes from tag to tag within `xml`; false at the end.
bool next_tag_within(std::string_view xml, std::size_t& at, XmlTag& tag, std::size_t& tag_begin) {
  while ((at = next_markup(xml, at)) != npos) {
    const std::size_t end = xml_markup_end(xml, at);
    if (end == npos) {
      return false;
    }
    tag_begin = std::exchange(at, end);
    if (is_tag(xml, tag_begin)) {
      tag = read_xml_tag(xml.substr(tag_begin, end - tag_begin));
      return true;
    }
  }
  return false;
}

// Where the element ends whose start tag, which is `tag`, ends at `begin`; `behind` is set to where
// its end tag ends.  npos where it has no end tag.
std::size_t content_end(std::string_view xml, std::size_t begin, const XmlTag& tag,
                        std::size_t& behind) {
  std::size_t depth = 1;
  XmlTag inner;
  std::size_t inner_begin = 0;
  for (behind = begin; next_tag_within(xml, behind, inner, inner_begin);) {
    if (inner.name == tag.name && inner.kind != XmlTag::Kind::empty) {
      depth += inner.kind == XmlTag::Kind::start ? 1 : npos;
      if (depth == 0) {
        return inner_begin;
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
  tag.name = xml.substr(0, xml.find_first_of(spaces));
  tag.attributes = xml.substr(tag.name.size());
  return tag;
}

std::string xml_attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = 0; (at = attributes.find_first_not_of(spaces, at)) != npos;) {
    const std::size_t equal = attributes.find('=', at);
    const std::size_t quote = equal == npos ? npos : attributes.find_first_of("\"'", equal);
    const std::size_t end = quote == npos ? npos : attributes.find(attributes[quote], quote + 1);
    if (end == npos) {
      break;
    }
    std::string_view found = attributes.substr(at, equal - at);
    found = found.substr(0, found.find_first_of(spaces));
    if (found == name) {
      return xml_character_data(attributes.substr(quote + 1, end - quote - 1));
    }
    at = end + 1;
  }
  return "";
}

std::vector<XmlChild> xml_children(std::string_view xml, bool& broken) {
  std::vector<XmlChild> children;
  XmlTag tag;
  std::size_t at = 0;
  std::size_t tag_begin = 0;
  int unclosed = 0;
  next_tag_within(xml, at, tag, tag_begin);  // The parent's own.
  while (next_tag_within(xml, at, tag, tag_begin)) {
    if (tag.kind == XmlTag::Kind::end) {
      continue;
    }
    XmlChild child{tag.name, tag.attributes, at, {}};
    std::size_t behind = at;
    std::size_t end = at;
    if (tag.kind == XmlTag::Kind::start) {
      end = unclosed < unclosed_max ? content_end(xml, at, tag, behind) : npos;
      if (end == npos) {
        broken = true;
        ++unclosed;
        end = behind = std::min(next_markup(xml, at), xml.size());
      }
    }
    child.content = xml.substr(at, end - at);
    children.push_back(child);
    at = behind;
  }
  return children;
}

bool XmlStream::find_markup(std::size_t from, Markup& markup, bool keeps_text) {
  const std::size_t bytes_max = std::max(element_bytes_max_, markup_bytes_min);
  while (true) {
    const std::string_view ahead = view();
    markup.begin = next_markup(ahead, from);
    markup.end = markup.begin == npos ? npos : xml_markup_end(ahead, markup.begin);
    if (markup.end != npos) {
      markup.is_tag = is_tag(ahead, markup.begin);
      return true;
    }
    if (ahead.size() < ahead_bytes_) {
      return false;
    }
    // A '<' at the very end may yet become markup.
    from = std::min(markup.begin, ahead.size() - 1);
    if (!keeps_text) {
      file_.take(std::exchange(from, 0));
    }
    if (ahead.size() - from > bytes_max && markup.begin != npos) {
      gave_up_ = true;
      return false;
    }
    if (from > element_bytes_max_) {
      markup.begin = markup.end = from;
      markup.is_tag = false;
      return true;
    }
    const bool is_enough = from == 0 && markup.begin == npos;
    ahead_bytes_ += is_enough ? 0 : std::min(ahead_bytes_, ahead_step_max);
  }
}

bool XmlStream::next_tag(XmlTag& tag) {
  Markup markup;
  file_.take(std::exchange(tag_bytes_, 0));
  ahead_bytes_ = ahead_bytes_min;
  while (!gave_up_ && find_markup(0, markup, false)) {
    const std::string_view ahead = view();
    const std::string_view bytes = ahead.substr(markup.begin, markup.end - markup.begin);
    if (markup.is_tag) {
      file_.take(markup.begin);
      offset_ = file_.offset();
      tag_bytes_ = bytes.size();
      tag = read_xml_tag(bytes);
      return true;
    }
    declares_entities_ |= bytes.starts_with("<!DOCTYPE") && bytes.find("<!ENTITY") != npos;
    file_.take(markup.end);
  }
  return false;
}

XmlStream::Outcome XmlStream::read_element(std::string& element) {
  element.clear();
  const XmlTag own = read_xml_tag(view().substr(0, tag_bytes_));
  const std::string name(own.name);
  std::size_t at = std::exchange(tag_bytes_, 0);
  bool is_too_large = at > element_bytes_max_;
  auto outcome = Outcome::complete;
  Markup markup;
  for (bool done = own.kind == XmlTag::Kind::empty; !done;) {
    if (is_too_large) {
      file_.take(std::exchange(at, 0));
      ahead_bytes_ = ahead_bytes_min;
    }
    if (gave_up_ || !find_markup(at, markup, !is_too_large)) {
      return Outcome::cut_off;
    }
    at = markup.end;
    if (markup.is_tag) {
      const XmlTag tag = read_xml_tag(view().substr(markup.begin, markup.end - markup.begin));
      done = tag.name == name && tag.kind != XmlTag::Kind::empty;
      if (done && tag.kind == XmlTag::Kind::start) {
        outcome = Outcome::unclosed;
        at = markup.begin;
      }
    }
    is_too_large |= at > element_bytes_max_;
  }
  if (!is_too_large) {
    element = view().substr(0, at);
  }
  file_.take(at);
  return is_too_large ? Outcome::too_large : outcome;
}

}  // namespace pilcrow
