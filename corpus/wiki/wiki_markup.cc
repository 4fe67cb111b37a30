// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/wiki/wiki_markup.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/letters.h"
#include "corpus/wiki/wiki_names.h"

namespace pilcrow {
namespace {

constexpr std::size_t closing_bytes_max = 64;

enum class Mark { template_call, table, link, url };

// What has been opened and not yet closed.
struct Open {
  Mark mark = Mark::link;
  std::size_t begin = 0;
  std::size_t content = 0;  // Of a URL, its label; of a template, what is behind the braces.
  std::size_t first_bar = npos;
  std::size_t last_bar = npos;
};

bool is_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || (byte & 0x80) != 0;
}

// Appends a span, which stands for those that it holds.
void enclose(std::vector<Span>& spans, Span span) {
  while (!spans.empty() && spans.back().begin >= span.begin) {
    spans.pop_back();
  }
  spans.push_back(span);
}

bool is_within(const std::vector<Span>& spans, std::size_t at) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), at,
                                      [](std::size_t a, const Span& b) { return a < b.begin; });
  return after != spans.begin() && std::prev(after)->end > at;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  WikiMarkup run() {
    while ((at_ = text_.find_first_of("<{}|[]'_-\n", at_)) != npos) {
      step();
    }
    for (const Open& open : open_) {
      if (open.mark == Mark::template_call || open.mark == Mark::link) {
        hide({open.begin, open.content});
      }
    }
    return finish();
  }

 private:
  void step() {
    switch (text_[at_]) {
      case '<':
        return element();
      case '{':
        return braces();
      case '}':
        return closing_braces();
      case '|':
        return bar();
      case '[':
        return bracket();
      case ']':
        return closing_bracket();
      case '\'':
        return quotes();
      case '_':
        return magic_word();
      case '-':
        return variants();
      default:
        return line_end();
    }
  }

  bool has(std::string_view mark) const { return text_.substr(at_, mark.size()) == mark; }
  std::size_t run_length() const {
    return std::min(text_.find_first_not_of(text_[at_], at_), text_.size()) - at_;
  }
  // True where only these bytes stand between the line's beginning and here.
  bool begins_line(std::string_view allowed) const {
    const std::size_t before = at_ == 0 ? npos : text_.find_last_not_of(allowed, at_ - 1);
    return before == npos || text_[before] == '\n';
  }
  // The next `mark`; a search that has found none is not repeated.
  std::size_t find(std::string_view mark, std::size_t from) {
    const auto [known, is_new] = next_.try_emplace(std::string(mark), 0);
    if (is_new || known->second < from) {
      known->second = text_.find(mark, from);
    }
    return known->second;
  }

  void hide(Span span, bool is_space = false) { hidden_.push_back({span, is_space}); }
  void remove(Span span) {
    enclose(removed_, span);
    hide(span);
  }
  void set_apart(Span span) {
    atoms_.push_back(span);
    hide(span);
  }

  bool is_open(Mark mark) const { return count_[static_cast<std::size_t>(mark)] > 0; }
  bool is_innermost(Mark mark) const { return !open_.empty() && open_.back().mark == mark; }
  void push(const Open& open) {
    open_.push_back(open);
    ++count_[static_cast<std::size_t>(open.mark)];
  }
  Open pop() {
    const Open open = open_.back();
    open_.pop_back();
    --count_[static_cast<std::size_t>(open.mark)];
    return open;
  }
  // Closes the innermost one, which there is, and gives up what is open within.
  Open pop(Mark mark) {
    while (!is_innermost(mark)) {
      pop();
    }
    return pop();
  }

  void element() {
    if (has("<!--")) {
      const std::size_t end = find("-->", at_ + 4);
      return end == npos ? skip_mark(4) : remove_to(end + 3);
    }
    const bool is_end = has("</");
    const std::size_t name_begin = at_ + (is_end ? 2 : 1);
    std::size_t name_end = name_begin;
    while (name_end < text_.size() && is_word(text_[name_end])) {
      ++name_end;
    }
    const std::size_t end = text_.find_first_of("<>", name_end);
    if (name_end == name_begin || end == npos || text_[end] == '<') {
      ++at_;
      return;
    }
    const std::string name = lower_case(text_.substr(name_begin, name_end - name_begin));
    const bool is_start = !is_end && text_[end - 1] != '/';
    const std::size_t closing = is_start ? find("</" + name, end) : npos;
    const std::size_t closed =
        closing == npos ? npos : text_.substr(0, closing + closing_bytes_max).find('>', closing);
    if (closed != npos && is_removed_element(name)) {
      return remove_to(closed + 1);
    }
    hide({at_, end + 1}, is_breaking_element(name));
    if (closed != npos && name == "nowiki") {
      hide({closing, closed + 1});
      atoms_.push_back({at_, closed + 1});
      at_ = closed + 1;
      return;
    }
    at_ = end + 1;
  }

  void remove_to(std::size_t end) {
    remove({at_, end});
    at_ = end;
  }
  void skip_mark(std::size_t bytes) {
    hide({at_, at_ + bytes});
    at_ += bytes;
  }

  void braces() {
    const std::size_t length = run_length();
    if (has("{|") && begins_line(" \t:*#;")) {
      push({Mark::table, at_, at_ + 2});
      at_ += 2;
      return;
    }
    // Of three braces the first belongs to the outermost pair.
    std::size_t odd = length % 2;
    for (std::size_t i = 0; i + 1 < length; i += 2 + std::exchange(odd, 0)) {
      push({Mark::template_call, at_ + i, at_ + i + 2 + odd});
    }
    at_ += length;
  }

  void closing_braces() {
    const std::size_t end = at_ + run_length();
    while (end - at_ >= 2) {
      if (!is_open(Mark::template_call)) {
        skip_mark(2);
        continue;
      }
      const Open open = pop(Mark::template_call);
      at_ += std::min(open.content - open.begin, end - at_);
      remove({open.begin, at_});
    }
    at_ = end;
  }

  void bar() {
    if (has("|}") && !has("|}}") && is_open(Mark::table) && begins_line(" \t")) {
      const Open open = pop(Mark::table);
      at_ += 2;
      return remove({open.begin, at_});
    }
    if (is_innermost(Mark::link)) {
      Open& link = open_.back();
      link.first_bar = std::min(link.first_bar, at_);
      link.last_bar = at_;
    }
    ++at_;
  }

  void bracket() {
    if (has("[[")) {
      push({Mark::link, at_, at_ + 2});
      at_ += 2;
      return;
    }
    ++at_;
    for (const std::string_view scheme : {"http://", "https://", "//", "mailto:", "ftp://"}) {
      if (has(scheme)) {
        const std::size_t url_end = std::min(text_.find_first_of(" \t\n]<[", at_), text_.size());
        const std::size_t label = std::min(text_.find_first_not_of(" \t", url_end), text_.size());
        push({Mark::url, at_ - 1, label});
        at_ = url_end;
        return;
      }
    }
  }

  void closing_bracket() {
    if (is_innermost(Mark::url)) {
      const Open open = pop();
      hide({open.begin, std::min(open.content, at_)});
      return skip_mark(1);
    }
    if (has("]]") && is_innermost(Mark::link)) {
      close_link(pop(), at_ + 2);
      at_ += 2;
      return;
    }
    return has("]]") && !is_open(Mark::link) ? skip_mark(2) : void(++at_);
  }

  void close_link(const Open& link, std::size_t end) {
    const std::size_t content_end = end - 2;
    const bool has_bar = link.first_bar != npos;
    const std::size_t target_end = has_bar ? link.first_bar : content_end;
    const std::string_view target = text_.substr(link.content, target_end - link.content);
    const LinkKind kind = link_kind(target);
    if (kind == LinkKind::file) {
      const std::size_t caption = has_bar ? link.last_bar + 1 : content_end;
      if (!is_file_option(text_.substr(caption, content_end - caption))) {
        captions_.push_back({caption, content_end});
      }
      return set_apart({link.begin, end});
    }
    if (kind == LinkKind::category) {
      categories_.push_back({link.content + target.find(':') + 1, target_end});
      return set_apart({link.begin, end});
    }
    if (kind == LinkKind::hidden && !has_bar) {
      return set_apart({link.begin, end});
    }
    const bool has_label =
        has_bar && text_.find_first_not_of(ascii_spaces, link.first_bar + 1) < content_end;
    const bool has_colon = target.starts_with(':');
    hide({link.begin, has_label ? link.first_bar + 1 : link.content + (has_colon ? 1 : 0)});
    hide({has_label ? content_end : target_end, end});
  }

  // Two for italics, three for bold, five for both; others are apostrophes.
  void quotes() {
    const std::size_t length = run_length();
    const std::size_t marks = length < 2 ? 0 : length < 4 ? length : length == 4 ? 3 : 5;
    hide({at_ + length - marks, at_ + length});
    at_ += length;
  }

  // "__TOC__"
  void magic_word() {
    constexpr std::size_t bytes_max = 64;
    std::size_t end = at_ + run_length();
    if (end - at_ == 2) {
      while (end < text_.size() && end - at_ < bytes_max &&
             !(text_[end] >= 'a' && text_[end] <= 'z') &&
             (is_word(text_[end]) || (text_[end] == '_' && text_.substr(end, 2) != "__"))) {
        ++end;
      }
      if (end > at_ + 2 && text_.substr(end, 2) == "__") {
        hide({at_, end + 2});
        end += 2;
      }
    }
    at_ = end;
  }

  // "-{zh-hans:出租车;zh-hant:計程車}-", of which the first is shown.
  void variants() {
    constexpr std::size_t bytes_max = 512;
    const std::size_t begin = at_;
    at_ += has("-{") ? 2 : 1;
    if (at_ == begin + 1 || has("{")) {
      at_ = begin + 1;
      return;
    }
    const std::size_t end = find("}-", at_);
    if (end == npos || end - at_ > bytes_max) {
      return;
    }
    const std::string_view content = text_.substr(at_, end - at_);
    const std::size_t colon = content.find(':');
    const std::size_t semicolon = std::min(content.find(';'), content.size());
    const bool has_names = colon < semicolon && content.starts_with("zh");
    const bool has_flag = content.find('|') != npos;
    hide({begin, has_flag ? end : has_names ? at_ + colon + 1 : at_});
    hide({has_names ? at_ + semicolon : end, end + 2});
  }

  void line_end() {
    while (is_innermost(Mark::url)) {
      pop();
    }
    ++at_;
  }

  WikiMarkup finish() {
    WikiMarkup markup;
    for (const Span& caption : captions_) {
      if (!is_within(removed_, caption.begin)) {
        markup.captions.push_back(caption);
      }
    }
    for (const Span& name : categories_) {
      if (!is_within(removed_, name.begin)) {
        markup.categories.push_back(one_line(text_.substr(name.begin, name.size())));
      }
    }
    atoms_.insert(atoms_.end(), removed_.begin(), removed_.end());
    std::sort(atoms_.begin(), atoms_.end(), [](const Span& a, const Span& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    for (const Span& atom : atoms_) {
      if (markup.atoms.empty() || atom.end > markup.atoms.back().end) {
        markup.atoms.push_back(atom);
      }
    }
    merge_hidden(markup.hidden);
    return markup;
  }

  // Where two overlap, the later one loses what they share.
  void merge_hidden(std::vector<WikiMarkup::Hidden>& merged) {
    std::sort(hidden_.begin(), hidden_.end(), [](const auto& a, const auto& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::size_t end = 0;
    for (WikiMarkup::Hidden& hidden : hidden_) {
      if (hidden.span.end > std::max(end, hidden.span.begin)) {
        hidden.span.begin = std::max(hidden.span.begin, end);
        end = hidden.span.end;
        merged.push_back(hidden);
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  std::array<std::size_t, 4> count_ = {};
  std::map<std::string, std::size_t> next_;
  std::vector<Span> removed_;
  std::vector<Span> atoms_;
  std::vector<Span> captions_;
  std::vector<Span> categories_;
  std::vector<WikiMarkup::Hidden> hidden_;
};

}  // namespace

WikiMarkup find_wiki_markup(std::string_view text) {
  return Scanner(text).run();
}

}  // namespace pilcrow
