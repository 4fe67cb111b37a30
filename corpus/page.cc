// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>

#include "corpus/dates.h"
#include "corpus/furniture.h"

namespace pilcrow {
namespace {

// What one paragraph looks like on its own.
enum class Look { sentence, label, credit, caption, byline, dateline, navigation, advert, related };

// Sentences that may stand between pieces of the page's head: a standfirst and a caption.
constexpr std::size_t head_sentences_max = 2;
// A kicker has few words.
constexpr std::size_t kicker_spaces_max = 3;

Look look_of(std::string_view text) {
  if (is_credit(text)) return Look::credit;
  if (is_caption(text)) return Look::caption;
  if (!parse_date_line(text).empty()) return Look::dateline;
  if (!byline_author(text).empty()) return Look::byline;
  switch (label_kind(text)) {
    case ParagraphKind::navigation:
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
std::optional<ParagraphKind> kind_of(Look look) {
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
    }
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
  std::size_t repetitions(std::string_view text) const {
    return static_cast<std::size_t>(std::count(paragraphs_.begin(), paragraphs_.end(), text));
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
    page_.title = paragraphs_[best];
    for (const std::size_t i : labels) {
      if (i < best && page_.section.empty()) {
        page_.section = paragraphs_[i];
      }
    }
  }

  bool looks_as_kicker(std::size_t label, std::size_t next) const {
    const std::string_view text = paragraphs_[label];
    const auto spaces = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
    return next == label + 1 && spaces < kicker_spaces_max &&
           paragraphs_[next].size() > text.size() + text.size() / 2;
  }

  // The head ends with the last sign of it that is not too many sentences away from the one before:
  // a label at the top, a repeated one, a credit, a caption, a byline or a date.
  std::size_t head_end() const {
    std::size_t end = 0;
    std::size_t sentences = 0;
    for (std::size_t i = 0; i < looks_.size() && sentences <= head_sentences_max; ++i) {
      const bool is_sign =
          looks_[i] == Look::label ? sentences == 0 || is_repeated(i) : looks_[i] != Look::sentence;
      if (is_sign) {
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

  bool is_repeated(std::size_t i) const {
    return paragraphs_[i] == page_.title || paragraphs_[i] == page_.section;
  }

  std::optional<ParagraphKind> kind_anywhere(std::size_t i) const {
    if (!page_.title.empty() && paragraphs_[i] == page_.title) return ParagraphKind::headline;
    if (!page_.section.empty() && paragraphs_[i] == page_.section) return ParagraphKind::kicker;
    if (const auto kind = kind_of(looks_[i])) return kind;
    const bool before_credit = i + 1 < looks_.size() && looks_[i + 1] == Look::credit;
    if (before_credit && looks_[i] == Look::sentence && !is_long(i)) return ParagraphKind::caption;
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
    const auto rest = looks_.begin() + static_cast<std::ptrdiff_t>(i);
    const bool more = std::find(rest, looks_.end(), Look::sentence) != looks_.end();
    return more ? ParagraphKind::headline : ParagraphKind::related;
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
  Page page_;
};

}  // namespace

Page read_page(const std::vector<std::string_view>& paragraphs) {
  return PageReader(paragraphs).read();
}

}  // namespace pilcrow
