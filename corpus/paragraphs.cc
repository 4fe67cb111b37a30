// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <initializer_list>

#include "corpus/letters.h"
#include "pilcrow/article.h"

namespace pilcrow {
namespace {

std::size_t space_before(std::string_view text, std::size_t end) {
  for (const std::size_t bytes : {1U, 2U, 3U}) {
    if (bytes <= end && space_at(text.substr(end - bytes, bytes)) == bytes) {
      return bytes;
    }
  }
  return 0;
}

Span trimmed_span(std::string_view text, Span span) {
  const std::string_view within = text.substr(0, span.end);
  while (span.begin < span.end) {
    const std::size_t size = space_at(within.substr(span.begin));
    if (size == 0) {
      break;
    }
    span.begin += size;
  }
  while (span.begin < span.end) {
    const std::size_t size = space_before(text, span.end);
    if (size == 0) {
      break;
    }
    span.end -= size;
  }
  return span;
}

// A line ends at LF, CR LF, or a CR alone.
std::size_t end_of_line(std::string_view text, std::size_t at) {
  // Piece by piece, since lines may end by either alone in all of a long text.
  constexpr std::size_t piece_bytes = 256;
  for (; at < text.size(); at += piece_bytes) {
    std::string_view piece = text.substr(at, piece_bytes);
    piece = piece.substr(0, piece.find('\n'));
    const std::size_t size = std::min(piece.find('\r'), piece.size());
    if (at + size < text.size() && size < piece_bytes) {
      return at + size;
    }
  }
  return text.size();
}

std::size_t next_line(std::string_view text, std::size_t end) {
  if (end < text.size() && text[end] == '\r' && text.substr(end + 1, 1) == "\n") {
    return end + 2;
  }
  return std::min(end + 1, text.size());
}

bool is_blank_line(std::string_view text, Span line) {
  return trimmed_span(text, line).size() == 0;
}

// Ends of sentences that need white space behind them, and those that do not.
constexpr std::array<std::string_view, 6> stops = {".", "!", "?", "؟", "۔", "।"};
constexpr std::array<std::string_view, 4> wide_stops = {"。", "！", "？", "｡"};

bool ends_sentence(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto ends = [&](std::string_view stop) { return before.ends_with(stop); };
  return std::any_of(wide_stops.begin(), wide_stops.end(), ends) ||
         (space_at(text.substr(at)) > 0 && std::any_of(stops.begin(), stops.end(), ends));
}

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// Where to cut the text [begin, ...) so that at most `bytes` are in front: in the second half at
// the last end of a sentence, else before the last white space, else between characters.
std::size_t cut_at(std::string_view text, std::size_t begin, std::size_t bytes) {
  const std::size_t most = begin + bytes;
  const std::size_t least = begin + bytes / 2;
  std::size_t word = 0;
  for (std::size_t at = most; at > least; --at) {
    if (is_inside_character(text, at)) {
      continue;
    }
    if (ends_sentence(text, at)) {
      return at;
    }
    if (word == 0 && space_at(text.substr(at)) > 0) {
      word = at;
    }
  }
  if (word > 0) {
    return word;
  }
  // A character has four bytes at most; a longer run is no UTF-8 and is cut anywhere, since going
  // back over all of it for each piece would take quadratic time.
  std::size_t at = most;
  while (at + 3 > most && is_inside_character(text, at)) {
    --at;
  }
  return is_inside_character(text, at) ? most : at;
}

void add_paragraph(std::string_view text, Span span, std::size_t bytes_max,
                   std::vector<Paragraph>& paragraphs) {
  span = trimmed_span(text, span);
  while (span.size() > bytes_max) {
    const std::size_t cut = cut_at(text.substr(0, span.end), span.begin, bytes_max);
    const Span piece = trimmed_span(text, {span.begin, cut});
    paragraphs.push_back({ParagraphKind::body, piece, piece});
    span = trimmed_span(text, {cut, span.end});
  }
  if (span.size() > 0) {
    paragraphs.push_back({ParagraphKind::body, span, span});
  }
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text, std::size_t paragraph_bytes_max) {
  constexpr std::size_t character_bytes_max = 4;
  const std::size_t bytes_max = std::max(paragraph_bytes_max, character_bytes_max);
  std::vector<Paragraph> paragraphs;
  Span open;  // The lines since the last blank one.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_line(text, at);
    if (is_blank_line(text, {at, end})) {
      add_paragraph(text, open, bytes_max, paragraphs);
      open = {end, end};
    } else {
      open = {open.size() > 0 ? open.begin : at, end};
    }
    at = next_line(text, end);
  }
  add_paragraph(text, open, bytes_max, paragraphs);
  return paragraphs;
}

}  // namespace pilcrow
