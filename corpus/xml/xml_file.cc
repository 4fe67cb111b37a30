// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_file.h"

#include <utility>

#include "corpus/charset_names.h"
#include "corpus/decode.h"
#include "corpus/formats/spelling.h"
#include "corpus/letters.h"
#include "corpus/utf8.h"
#include "corpus/whole_file.h"
#include "corpus/xml/xml_tokens.h"

namespace pilcrow {
namespace {

// UTF-16 and UTF-32, by their byte order mark or by their first character, which is '<'.
bool is_wide(std::string_view begin) {
  return begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF") ||
         begin.substr(0, 2).find('\0') != std::string_view::npos;
}

std::string declared_charset(std::string_view begin) {
  begin.remove_prefix(begin.starts_with(utf8_bom) ? utf8_bom.size() : 0);
  const std::size_t end = begin.find("?>");
  if (!begin.starts_with("<?xml ") || end == std::string_view::npos) {
    return "";
  }
  const std::string charset = lower_case(xml_attribute(begin.substr(5, end - 5), "encoding"));
  return charset == "utf-8" || charset == "utf8" ? "" : charset;
}

}  // namespace

void XmlFile::open(std::vector<Problem>& problems) {
  constexpr std::size_t sample_bytes = std::size_t{1} << 16;
  const std::string_view begin = file_->peek(sample_bytes);
  charset_ = !options_.charset.empty()          ? options_.charset
             : !file_->origin().charset.empty() ? file_->origin().charset
                                                : declared_charset(begin);
  if (is_wide(begin)) {
    SourceOrigin origin = file_->origin();
    DecodedText decoded;
    if (std::optional<std::string> bytes = read_bytes(*file_, options_, problems)) {
      decoded = decode_text(*std::move(bytes), charset_);
    }
    charset_ = decoded.charset;
    whole_ = std::move(decoded.map);
    file_ =
        std::make_unique<InputFile>(make_memory_stream(std::move(decoded.text)), std::move(origin));
  }
  if (!whole_ && charset_.empty()) {
    charset_ = find_charset(begin);
  }
  stream_.emplace(*file_, options_.article_bytes_max);
}

bool XmlFile::next_tag(XmlTag& tag, std::vector<Problem>& problems) {
  if (!stream_) {
    open(problems);
  }
  const bool found = stream_->next_tag(tag);
  if (stream_->declares_entities() && !std::exchange(has_told_entities_, true)) {
    note("", "it declares entities of its own; they are left as they are", problems);
  }
  if (stream_->gave_up() && !std::exchange(has_told_end_, true)) {
    problems.push_back({file_->origin().id(), "",
                        "a piece of markup does not end; the rest of the file is left out",
                        file_->offset()});
  }
  return found;
}

bool XmlFile::read_element(XmlElement& element, const std::string& where,
                           std::vector<Problem>& problems) {
  std::string bytes;
  const XmlStream::Outcome outcome = stream_->read_element(bytes);
  if (outcome == XmlStream::Outcome::cut_off) {
    has_told_end_ = true;
    note(where,
         stream_->gave_up()
             ? "a piece of markup in it does not end; it and the rest of the file are left out"
             : "the file ends within it; left out",
         problems);
    return false;
  }
  if (outcome == XmlStream::Outcome::too_large) {
    note(where,
         "it has more than " + std::to_string(options_.article_bytes_max) + " bytes; left out",
         problems);
    return false;
  }
  if (outcome == XmlStream::Outcome::unclosed) {
    note(where, "it has no end tag; what stands before the next one is indexed", problems);
  }
  decode(std::move(bytes), element, where, problems);
  return true;
}

void XmlFile::decode(std::string bytes, XmlElement& element, const std::string& where,
                     std::vector<Problem>& problems) {
  element = {};
  element.begin = static_cast<std::size_t>(stream_->offset());
  element.whole = whole_ ? &*whole_ : nullptr;
  const bool is_plain = is_valid_utf8(bytes) && bytes.find('\0') == std::string::npos;
  if (whole_ || (is_plain && charset_.empty())) {
    element.charset = charset_;
    element.map.copy(bytes.size());
    element.text = std::move(bytes);
    return;
  }
  // Without a charset the whole is UTF-8, so that a broken part of it is no other one.
  const std::optional<std::string> forced = charset_of_label(options_.charset);
  DecodedText decoded = forced || charset_.empty()
                            ? decode_as(std::move(bytes), forced.value_or(""))
                            : decode_text(std::move(bytes), charset_);
  element.text = std::move(decoded.text);
  element.charset = std::move(decoded.charset);
  element.map = std::move(decoded.map);
  if (decoded.replaced > 0) {
    note(where, replaced_reason(element.charset, decoded.replaced), problems);
  }
}

std::string XmlFile::read_text(const std::string& where, std::vector<Problem>& problems) {
  XmlElement element;
  return read_element(element, where, problems) ? xml_text(element.text) : "";
}

Span XmlElement::source(Span part) const {
  Span bytes = map.source(part);
  bytes = {begin + bytes.begin, begin + bytes.end};
  return whole == nullptr ? bytes : whole->source(bytes);
}

void XmlArticleBuilder::add(ParagraphKind kind, std::string_view text,
                            const std::function<Span(Span)>& locate) {
  for (const Paragraph& piece : split_paragraphs(text, options_.paragraph_bytes_max)) {
    const Span part = locate(piece.span);
    const std::string shown =
        rule_(std::string_view(element_.text).substr(part.begin, part.size()));
    if (shown.empty()) {
      continue;
    }
    article_.text += article_.text.empty() ? "" : "\n\n";
    const std::size_t begin = article_.text.size();
    article_.text += shown;
    const bool is_title = kind == ParagraphKind::body && shown == article_.title;
    article_.paragraphs.push_back({is_title ? ParagraphKind::headline : kind,
                                   {begin, article_.text.size()},
                                   element_.source(part)});
  }
}

}  // namespace pilcrow
