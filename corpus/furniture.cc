// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/furniture.h"

#include <algorithm>
#include <array>

#include "corpus/dates.h"
#include "corpus/furniture_words.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

using namespace furniture_words;

constexpr std::size_t label_characters_max = 100;
constexpr std::size_t credit_characters_max = 200;
// A longer paragraph that begins as a caption does is part of the article.
constexpr std::size_t caption_characters_max = 600;
constexpr std::size_t byline_characters_max = 80;

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

template <typename List>
std::string_view prefix_in(const List& list, std::string_view text) {
  for (const std::string_view prefix : list) {
    if (text.starts_with(prefix)) {
      return prefix;
    }
  }
  return {};
}

std::string_view without_closers(std::string_view text) {
  for (bool removed = true; removed;) {
    removed = false;
    for (const std::string_view closer : closers) {
      if (text.ends_with(closer)) {
        text.remove_suffix(closer.size());
        removed = true;
      }
    }
  }
  return text;
}

// "In this March 31, 2018, photo," and the like: the words stand near the beginning.
bool is_dated_photo(std::string_view text) {
  constexpr std::size_t near = 60;
  const std::string begin = lower_case(text.substr(0, near));
  return begin.starts_with("in this ") &&
         (begin.find("photo") != std::string::npos || begin.find("image") != std::string::npos ||
          begin.find("picture") != std::string::npos);
}

// "12 comments", "3 Responses to “Rain”", "Комментарии (5)"
bool counts_comments(std::string_view lower) {
  const std::size_t digits = std::min(lower.find_first_not_of("0123456789 "), lower.size());
  const std::string_view rest = lower.substr(digits);
  constexpr std::array<std::string_view, 5> counted = {"comment", "response", "kommentar",
                                                       "commentaire", "комментари"};
  constexpr std::array<std::string_view, 5> before = {
      "comments (", "kommentare (", "commentaires (", "комментарии (", "пікірлер ("};
  constexpr std::size_t few_bytes = 60;
  return (digits > 0 && lower.size() < few_bytes && !prefix_in(counted, rest).empty()) ||
         !prefix_in(before, lower).empty();
}

bool begins_as_name(std::string_view text) {
  return !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] & 0x80) != 0);
}

}  // namespace

bool is_label(std::string_view text) {
  if (character_count(text) > label_characters_max) {
    return false;
  }
  const std::string_view bare = without_closers(text);
  return std::none_of(std::begin(sentence_ends), std::end(sentence_ends),
                      [&](std::string_view end) { return bare.ends_with(end); });
}

bool is_credit(std::string_view text) {
  return character_count(text) <= credit_characters_max && !prefix_in(credits, text).empty();
}

bool is_caption(std::string_view text) {
  return character_count(text) <= caption_characters_max &&
         (!prefix_in(captions, text).empty() || is_dated_photo(text));
}

bool is_legal(std::string_view text) {
  constexpr std::size_t characters_max = 300;
  if (character_count(text) > characters_max) {
    return false;
  }
  const std::string lower = lower_case(text);
  const bool has_words =
      std::any_of(std::begin(legal_words), std::end(legal_words),
                  [&](std::string_view words) { return lower.find(words) != std::string::npos; });
  // A year tells the notice of a page from the credit of a picture.
  std::string_view rest = text;
  rest.remove_prefix(prefix_in(copyrights, text).size());
  constexpr std::size_t year_near = 14;
  const std::string_view near = rest.substr(0, year_near);
  const bool has_year =
      near.find("20") != std::string_view::npos || near.find("19") != std::string_view::npos;
  return has_words || (rest.size() < text.size() && has_year && is_label(text.substr(0, 400)));
}

std::string byline_author(std::string_view text) {
  constexpr std::array<std::string_view, 5> name_marks = {" ", ":", "：", "/", "\u3000"};
  if (character_count(text) > byline_characters_max || !is_label(text)) {
    return "";
  }
  std::string_view name = text;
  name.remove_prefix(prefix_in(bylines, text).size());
  if (name.size() == text.size()) {
    return "";
  }
  for (bool removed = true; removed;) {
    const std::string_view mark = prefix_in(name_marks, name);
    name.remove_prefix(mark.size());
    removed = !mark.empty();
  }
  return begins_as_name(name) ? std::string(name) : "";
}

ParagraphKind label_kind(std::string_view text) {
  if (character_count(text) > label_characters_max) {
    return ParagraphKind::body;
  }
  // Lowered once, since every short line is compared with all of them.
  static const std::vector<std::string> known = [] {
    std::vector<std::string> words;
    for (const LabelWord& word : label_words) {
      words.push_back(lower_case(word.text));
    }
    return words;
  }();
  const std::string lower = lower_case(text);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const LabelWord& word = label_words[i];
    if (word.whole ? lower == known[i] : lower.starts_with(known[i]) && is_label(text)) {
      return word.kind;
    }
  }
  return counts_comments(lower) ? ParagraphKind::comment : ParagraphKind::body;
}

ParagraphKind evident_kind(std::string_view text) {
  if (is_legal(text)) return ParagraphKind::legal;
  if (is_credit(text)) return ParagraphKind::credit;
  if (is_caption(text)) return ParagraphKind::caption;
  if (!parse_date_line(text).empty()) return ParagraphKind::dateline;
  if (!byline_author(text).empty()) return ParagraphKind::byline;
  return label_kind(text);
}

}  // namespace pilcrow
