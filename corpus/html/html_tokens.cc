// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_tokens.h"

#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/html/html_entities.h"

namespace pilcrow {
namespace {

bool is_tag_start(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_html_space(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

std::size_t name_end(std::string_view html, std::size_t at) {
  while (at < html.size() && !is_html_space(html[at]) && html[at] != '/' && html[at] != '>') {
    ++at;
  }
  return at;
}

// The ">" of a tag; one inside a quoted value does not count.
std::size_t html_tag_end(std::string_view html, std::size_t at) {
  for (bool after_equals = false; at < html.size(); ++at) {
    const char byte = html[at];
    if (byte == '>') {
      return at;
    }
    if (after_equals && (byte == '"' || byte == '\'')) {
      at = html.find(byte, at + 1);
      if (at == npos) {
        return npos;
      }
    }
    after_equals = byte == '=' || (after_equals && is_html_space(byte));
  }
  return npos;
}

// Behind the end of a comment, "-->" or "--!>".
std::size_t comment_end(std::string_view html, std::size_t at) {
  for (at = html.find("--", at); at != npos; at = html.find("--", at + 1)) {
    const std::string_view rest = html.substr(at + 2);
    if (rest.starts_with('>') || rest.starts_with("!>")) {
      return html.find('>', at) + 1;
    }
  }
  return html.size();
}

bool swallows_rest(HtmlTag tag) {
  return tag == HtmlTag::script || tag == HtmlTag::style || tag == HtmlTag::title ||
         tag == HtmlTag::textarea;
}

}  // namespace

bool equals_lower(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

bool HtmlTokenizer::next(HtmlToken& token) {
  while (at_ < html_.size()) {
    const std::size_t begin = at_;
    token = {};
    if (html_[at_] == '<' && read_markup(token)) {
      if (token.span.size() > 0) {
        return true;
      }
      continue;
    }
    // Text, which may begin with a "<" that begins no markup.
    at_ = std::min(html_.find('<', at_ + 1), html_.size());
    token.type = HtmlToken::Type::text;
    token.span = {begin, at_};
    return true;
  }
  return false;
}

// False where "<" is text; an empty token where the markup is none of a page's.
bool HtmlTokenizer::read_markup(HtmlToken& token) {
  const std::string_view rest = html_.substr(at_);
  if (rest.size() < 2) {
    return false;
  }
  if (is_tag_start(rest[1])) {
    read_tag(token, false);
    return true;
  }
  if (rest[1] == '/' && rest.size() > 2) {
    if (is_tag_start(rest[2])) {
      read_tag(token, true);
      return true;
    }
  } else if (rest.starts_with("<!--")) {
    constexpr std::size_t open_bytes = 4;
    if (rest.substr(open_bytes).starts_with('>') || rest.substr(open_bytes).starts_with("->")) {
      at_ = html_.find('>', at_) + 1;
      return true;
    }
    at_ = comment_end(html_, at_ + open_bytes);
    return true;
  } else if (rest[1] != '!' && rest[1] != '?') {
    return false;
  }
  const std::size_t close = html_.find('>', at_);
  at_ = close == npos ? html_.size() : close + 1;
  return true;
}

void HtmlTokenizer::read_tag(HtmlToken& token, bool is_end) {
  const std::size_t begin = at_;
  const std::size_t name_begin = at_ + (is_end ? 2 : 1);
  const std::size_t attributes = name_end(html_, name_begin);
  const std::size_t close = html_tag_end(html_, attributes);
  if (close == npos) {
    at_ = html_.size();
    return;
  }
  const std::string_view name = html_.substr(name_begin, attributes - name_begin);
  at_ = close + 1;
  token.type = is_end ? HtmlToken::Type::end : HtmlToken::Type::start;
  token.tag = html_tag(name);
  token.span = {begin, at_};
  token.attributes = {attributes, close};
  if (!is_end && is_skipped(token.tag) && !(with_noscript_ && token.tag == HtmlTag::noscript)) {
    read_skipped(token, name);
  }
}

bool HtmlTokenizer::read_skipped(HtmlToken& token, std::string_view name) {
  const std::size_t end = find_end_tag(at_, token.tag, name);
  if (end == npos && !swallows_rest(token.tag)) {
    return false;
  }
  token.type = HtmlToken::Type::skipped;
  token.content = {at_, std::min(end, html_.size())};
  const std::size_t close = end == npos ? npos : html_.find('>', end);
  at_ = close == npos ? html_.size() : close + 1;
  token.span.end = at_;
  return true;
}

std::size_t HtmlTokenizer::find_end_tag(std::size_t from, HtmlTag tag, std::string_view name) {
  std::size_t& unclosed_from = unclosed_from_[static_cast<std::size_t>(tag)];
  if (from >= unclosed_from) {
    return npos;
  }
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  for (std::size_t at = html_.find("</", from); at != npos; at = html_.find("</", at + 2)) {
    const std::size_t end = at + 2 + lower.size();
    if (end < html_.size() && equals_lower(html_.substr(at + 2, lower.size()), lower) &&
        (is_html_space(html_[end]) || html_[end] == '>' || html_[end] == '/')) {
      return at;
    }
  }
  unclosed_from = from;
  return npos;
}

bool next_html_attribute(std::string_view& rest, std::string_view& name, std::string_view& value) {
  std::size_t at = 0;
  while (at < rest.size() && (is_html_space(rest[at]) || rest[at] == '/')) {
    ++at;
  }
  if (at == rest.size()) {
    return false;
  }
  const std::size_t name_begin = at++;
  while (at < rest.size() && !is_html_space(rest[at]) && rest[at] != '/' && rest[at] != '=') {
    ++at;
  }
  name = rest.substr(name_begin, at - name_begin);
  value = {};
  while (at < rest.size() && is_html_space(rest[at])) {
    ++at;
  }
  if (at == rest.size() || rest[at] != '=') {
    rest.remove_prefix(at);
    return true;
  }
  ++at;
  while (at < rest.size() && is_html_space(rest[at])) {
    ++at;
  }
  if (at < rest.size() && (rest[at] == '"' || rest[at] == '\'')) {
    const std::size_t end = std::min(rest.find(rest[at], at + 1), rest.size());
    value = rest.substr(at + 1, end - at - 1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return true;
  }
  const std::size_t begin = at;
  while (at < rest.size() && !is_html_space(rest[at])) {
    ++at;
  }
  value = rest.substr(begin, at - begin);
  rest.remove_prefix(at);
  return true;
}

std::string html_attribute(std::string_view attributes, std::string_view name) {
  std::string_view found;
  std::string_view value;
  while (next_html_attribute(attributes, found, value)) {
    if (equals_lower(found, name)) {
      return decode_html_attribute(value);
    }
  }
  return {};
}

}  // namespace pilcrow
