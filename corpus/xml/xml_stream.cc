// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_stream.h"

#include <algorithm>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/xml/xml_text.h"

namespace pilcrow {
namespace {

// What markup may always have.
constexpr std::size_t markup_bytes_min = std::size_t{1} << 20;
// What is looked at first, and at most how much more each time that it is not enough.
constexpr std::size_t ahead_bytes_min = std::size_t{1} << 16;
constexpr std::size_t ahead_step_max = std::size_t{1} << 24;

bool is_tag(std::string_view xml, std::size_t at) {
  return at + 1 < xml.size() && xml[at + 1] != '!' && xml[at + 1] != '?';
}

}  // namespace

bool XmlStream::find_markup(std::size_t from, Markup& markup, bool keeps_text) {
  const std::size_t bytes_max = std::max(element_bytes_max_, markup_bytes_min);
  while (true) {
    const std::string_view ahead = view();
    markup.begin = find_xml_markup(ahead, from);
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
      gave_up_ = ended_ = true;
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
  while (!ended_ && find_markup(0, markup, false)) {
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
    if (!find_markup(at, markup, !is_too_large)) {
      ended_ = true;
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
