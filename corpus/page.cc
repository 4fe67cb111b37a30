// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <unordered_map>

#include "corpus/dates.h"
#include "corpus/furniture.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

// What one paragraph looks like on its own.
enum class Look { sentence, label, credit, caption, byline, dateline, navigation, advert, related };

// Sentences that may stand between pieces of the page's head: a standfirst and a caption.
constexpr std::size_t head_sentences_max = 2;
// A headline that is a sentence ("Who Owns the River?") shows by standing twice among the first few
// paragraphs.  Short answers in a dialogue do so too, hence the least size.
constexpr std::size_t headline_search_paragraphs = 12;
constexpr std::size_t headline_bytes_min = 12;
constexpr std::size_t headline_bytes_max = 200;
// A kicker has few words.
constexpr std::size_t kicker_spaces_max = 3;

Look look_of(std::string_view text) {
  if (is_credit(text)) return Look::credit;
  if (is_caption(text)) return Look::caption;
  if (!parse_date_line(text).empty()) return Look::dateline;
  if (!byline_author(text).empty()) return Look::byline;
  switch (label_kind(text)) {
    case ParagraphKind::navigation:
    case ParagraphKind::comment:
      return Look::navigation;
    case ParagraphKind::advert:
      return Look::advert;
    case ParagraphKind::related:
      return Look::related;
    default:
      return is_label(text) ? Look::label : Look::sentence;
  }
}

// Of a look that decides on its own what a paragraph is.
std::optional<ParagraphKind> kind_of_look(Look look) {
  switch (look) {
    case Look::credit:
      return ParagraphKind::credit;
    case Look::caption:
      return ParagraphKind::caption;
    case Look::byline:
      return ParagraphKind::byline;
    case Look::dateline:
      return ParagraphKind::dateline;
    case Look::navigation:
      return ParagraphKind::navigation;
    case Look::advert:
      return ParagraphKind::advert;
    case Look::related:
      return ParagraphKind::related;
    case Look::label:
    case Look::sentence:
      return std::nullopt;
  }
  return std::nullopt;
}

class PageReader {
 public:
  explicit PageReader(const std::vector<std::string_view>& paragraphs) : paragraphs_(paragraphs) {
    for (const std::string_view paragraph : paragraphs) {
      looks_.push_back(look_of(paragraph));
      ++repetitions_[paragraph];
    }
    last_sentence_ = static_cast<std::size_t>(
        looks_.rend() - std::find(looks_.rbegin(), looks_.rend(), Look::sentence));
    find_sentence_as_headline();
  }

  Page read() {
    page_.kinds.assign(paragraphs_.size(), ParagraphKind::body);
    find_title();
    const std::size_t body = head_end();
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      page_.kinds[i] = i < body ? kind_in_head(i) : kind_in_body(i);
      note_facts(i);
    }
    keep_some_body();
    return std::move(page_);
  }

 private:
  std::size_t repetitions(std::string_view text) const { return repetitions_.at(text); }

  // Nothing but labels may stand between the two, or it is a refrain; and another sentence must
  // follow, or it is the article.
  void find_sentence_as_headline() {
    const auto first = static_cast<std::size_t>(
        std::find(looks_.begin(), looks_.end(), Look::sentence) - looks_.begin());
    const auto is_other = [&](std::size_t i) {
      return looks_[i] == Look::sentence && paragraphs_[i] != paragraphs_[first];
    };
    std::size_t next = first;
    std::size_t times = 0;
    for (; next < looks_.size() && !is_other(next); ++next) {
      times += paragraphs_[next] == paragraphs_[first] ? 1U : 0U;
    }
    if (times < 2 || next == looks_.size() || next > headline_search_paragraphs ||
        paragraphs_[first].size() < headline_bytes_min ||
        paragraphs_[first].size() > headline_bytes_max) {
      return;
    }
    const std::string_view headline = paragraphs_[first];
    for (std::size_t i = first; i < looks_.size(); ++i) {
      looks_[i] = paragraphs_[i] == headline ? Look::label : looks_[i];
    }
  }

  // Labels before the first sentence; only there can the title be.
  std::vector<std::size_t> top_labels() const {
    std::vector<std::size_t> labels;
    for (std::size_t i = 0; i < looks_.size() && looks_[i] != Look::sentence; ++i) {
      if (looks_[i] == Look::label) {
        labels.push_back(i);
      }
    }
    return labels;
  }

  // The title is the label that is repeated most, the longer of two; without repetition the first
  // one, unless that is a kicker: few words, before a longer label.  A label before it is the
  // section.
  void find_title() {
    const std::vector<std::size_t> labels = top_labels();
    if (labels.empty() || labels.size() == paragraphs_.size()) {
      return;
    }
    std::size_t best = labels.front();
    for (const std::size_t i : labels) {
      const std::size_t count = repetitions(paragraphs_[i]);
      const std::size_t best_count = repetitions(paragraphs_[best]);
      const bool longer = paragraphs_[i].size() > paragraphs_[best].size();
      if (count > best_count || (count == best_count && count > 1 && longer)) {
        best = i;
      }
    }
    if (repetitions(paragraphs_[best]) == 1 && labels.size() > 1 &&
        looks_as_kicker(labels[0], labels[1])) {
      best = labels[1];
    }
    title_ = paragraphs_[best];
    section_ = best == labels.front() ? std::string_view() : paragraphs_[labels.front()];
    page_.title = one_line(title_);
    page_.section = one_line(section_);
  }

  bool looks_as_kicker(std::size_t label, std::size_t next) const {
    const std::string_view text = paragraphs_[label];
    const auto spaces = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
    return next == label + 1 && spaces < kicker_spaces_max &&
           paragraphs_[next].size() > text.size() + text.size() / 2;
  }

  // The head ends with the last sign of it that is not too many sentences away from the one before:
  // a label at the top, a repeated one, a credit, a caption, a byline or a date.  Adverts and links
  // stand between body paragraphs too, so that they are a sign only before the first sentence.
  std::size_t head_end() const {
    std::size_t end = 0;
    std::size_t sentences = 0;
    for (std::size_t i = 0; i < looks_.size() && sentences <= head_sentences_max; ++i) {
      if (is_caption_by_credit(i)) {
        continue;
      }
      if (is_head_sign(i, sentences == 0)) {
        end = i + 1;
        sentences = 0;
        continue;
      }
      if (is_long(i)) {
        break;  // No standfirst is this long: the body has begun.
      }
      ++sentences;
    }
    return end;
  }

  bool is_head_sign(std::size_t i, bool at_top) const {
    switch (looks_[i]) {
      case Look::sentence:
        return false;
      case Look::label:
        return at_top || is_repeated(i);
      case Look::advert:
      case Look::related:
        return at_top;
      default:
        return true;
    }
  }

  bool is_repeated(std::size_t i) const {
    return paragraphs_[i] == title_ || paragraphs_[i] == section_;
  }

  bool is_caption_by_credit(std::size_t i) const {
    const bool before_credit = i + 1 < looks_.size() && looks_[i + 1] == Look::credit;
    return before_credit && looks_[i] == Look::sentence && !is_long(i);
  }

  std::optional<ParagraphKind> kind_anywhere(std::size_t i) const {
    if (paragraphs_[i] == title_) return ParagraphKind::headline;
    if (paragraphs_[i] == section_) return ParagraphKind::kicker;
    if (const auto kind = kind_of_look(looks_[i])) return kind;
    if (is_caption_by_credit(i)) return ParagraphKind::caption;
    return std::nullopt;
  }

  // Captions and standfirsts are one or two sentences; more is a paragraph of the article.
  bool is_long(std::size_t i) const {
    constexpr std::size_t furniture_bytes_max = 400;
    return paragraphs_[i].size() > furniture_bytes_max;
  }

  ParagraphKind kind_in_head(std::size_t i) const {
    if (const auto kind = kind_anywhere(i)) return *kind;
    return looks_[i] == Look::sentence ? ParagraphKind::standfirst : ParagraphKind::navigation;
  }

  // Among body paragraphs a short line is a heading; after the last one it leads elsewhere.
  ParagraphKind kind_in_body(std::size_t i) const {
    if (const auto kind = kind_anywhere(i)) return *kind;
    if (looks_[i] == Look::sentence) return ParagraphKind::body;
    return i < last_sentence_ ? ParagraphKind::headline : ParagraphKind::related;
  }

  void note_facts(std::size_t i) {
    if (page_.kinds[i] == ParagraphKind::dateline && page_.date.empty()) {
      page_.date = parse_date_line(paragraphs_[i]);
    }
    if (page_.kinds[i] == ParagraphKind::byline && page_.author.empty()) {
      page_.author = byline_author(paragraphs_[i]);
    }
  }

  // Whatever the rules say, an article's text is never lost: without body, sentences are body, and
  // without sentences everything is.
  void keep_some_body() {
    const auto is_body = [](ParagraphKind kind) { return kind == ParagraphKind::body; };
    if (std::any_of(page_.kinds.begin(), page_.kinds.end(), is_body)) {
      return;
    }
    for (std::size_t i = 0; i < looks_.size(); ++i) {
      if (looks_[i] == Look::sentence) {
        page_.kinds[i] = ParagraphKind::body;
      }
    }
    if (std::none_of(page_.kinds.begin(), page_.kinds.end(), is_body)) {
      std::fill(page_.kinds.begin(), page_.kinds.end(), ParagraphKind::body);
    }
  }

  const std::vector<std::string_view>& paragraphs_;
  std::vector<Look> looks_;
  std::unordered_map<std::string_view, std::size_t> repetitions_;
  std::size_t last_sentence_ = 0;  // The number of paragraphs up to and with it.
  std::string_view title_;         // As it is written, for comparison; paragraphs are never empty.
  std::string_view section_;
  Page page_;
};

}  // namespace

Page read_page(const std::vector<std::string_view>& paragraphs) {
  return PageReader(paragraphs).read();
}

}  // namespace pilcrow
