// SPDX-License-Identifier: GPL-2.0-or-later
// A brute-force matcher for trees of queries that shares no code with the searcher.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pilcrow::query_oracle {

using Words = std::vector<std::string>;
using std::size_t;

struct OracleArticle {
  Words title;
  std::string section;
  std::string date;
  std::vector<Words> passages;
};

struct Passage {
  const OracleArticle* article;
  const Words* body;
};

enum class Form {
  word,
  phrase,
  window,
  pattern,
  fuzzy,
  near,
  all,
  any,
  list,
  title,
  section,
  date,
  within
};

struct Expr {
  Form form = Form::word;
  std::string text = {};
  Words words = {};
  size_t number = 0;
  std::vector<Expr> parts = {};
  std::string signs = {};         // Of a list's parts: ' ', '+' or '-'.
  std::vector<size_t> gaps = {};  // Of `near`: the distance to the part before, from the second on.
  std::vector<bool> apart = {};
};

inline bool is_group(Form form) {
  return form == Form::all || form == Form::any || form == Form::list;
}

// What a tree says of a passage.
class Judge {
 public:
  static bool finds(const Expr& root, const Passage& passage) {
    if (root.signs.find_first_not_of('-') != std::string::npos) {
      return holds(root, passage);
    }
    Expr asked = root;  // What is only left out is asked for, but facts.
    for (size_t i = 0; i < asked.parts.size(); ++i) {
      asked.signs[i] = is_filter(asked.parts[i]) ? '-' : ' ';
    }
    return asked.signs.find(' ') != std::string::npos && holds(asked, passage);
  }

 private:
  static bool fits(const char* word, const char* pattern) {
    if (*pattern == '\0') {
      return *word == '\0';
    }
    if (*pattern == '*') {
      return fits(word, pattern + 1) || (*word != '\0' && fits(word + 1, pattern));
    }
    return *word != '\0' && (*pattern == '?' || *pattern == *word) && fits(word + 1, pattern + 1);
  }

  // By trying every edit at the first difference.
  static bool near_spelled(std::string_view a, std::string_view b, size_t edits) {
    while (!a.empty() && !b.empty() && a[0] == b[0]) {
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
    if (a.empty() || b.empty()) {
      return a.size() + b.size() <= edits;
    }
    if (edits == 0) {
      return false;
    }
    const bool exchanged = a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0];
    return near_spelled(a.substr(1), b, edits - 1) || near_spelled(a, b.substr(1), edits - 1) ||
           near_spelled(a.substr(1), b.substr(1), edits - 1) ||
           (exchanged && near_spelled(a.substr(2), b.substr(2), edits - 1));
  }

  // Begin and end of each place.
  static std::vector<std::pair<size_t, size_t>> places(const Expr& e, const Words& text) {
    std::vector<std::pair<size_t, size_t>> found;
    if (e.form == Form::any) {
      for (const Expr& part : e.parts) {
        const auto more = places(part, text);
        found.insert(found.end(), more.begin(), more.end());
      }
      return found;
    }
    for (size_t i = 0; i < text.size(); ++i) {
      const size_t size = e.form == Form::phrase ? e.words.size() : 1;
      const bool stands =
          e.form == Form::phrase
              ? i + size <= text.size() && std::equal(e.words.begin(), e.words.end(),
                                                      text.begin() + static_cast<std::ptrdiff_t>(i))
          : e.form == Form::pattern ? fits(text[i].c_str(), e.text.c_str())
          : e.form == Form::fuzzy   ? near_spelled(e.text, text[i], e.number)
                                    : text[i] == e.text;
      if (stands) {
        found.emplace_back(i, i + size);
      }
    }
    return found;
  }

  static bool are_near(std::pair<size_t, size_t> a, std::pair<size_t, size_t> b, size_t distance) {
    return (a.second <= b.first && b.first - (a.second - 1) <= distance) ||
           (b.second <= a.first && a.first - (b.second - 1) <= distance);
  }

  // Whether a chain goes on from a place of the operand before.
  static bool goes_on(const Expr& e, size_t next, std::pair<size_t, size_t> from,
                      const Words& text) {
    if (next == e.parts.size()) {
      return true;
    }
    const auto found = places(e.parts[next], text);
    const auto near = [&](auto place) { return are_near(from, place, e.gaps[next]); };
    if (e.apart[next]) {
      return std::none_of(found.begin(), found.end(), near) && goes_on(e, next + 1, from, text);
    }
    return std::any_of(found.begin(), found.end(), [&](auto place) {
      return near(place) && goes_on(e, next + 1, place, text);
    });
  }

  static bool in_window(const Expr& e, const Words& text) {
    for (size_t begin = 0; begin < text.size(); ++begin) {
      const size_t end = std::min(text.size(), begin + e.words.size() + e.number);
      std::multiset<std::string> stretch;
      for (size_t i = begin; i < end; ++i) {
        stretch.insert(text[i]);
      }
      if (std::all_of(e.words.begin(), e.words.end(), [&](const std::string& word) {
            const auto found = stretch.find(word);
            return found != stretch.end() && (stretch.erase(found), true);
          })) {
        return true;
      }
    }
    return false;
  }

  static bool in_text(const Expr& e, const Words& text) {
    if (e.form == Form::window) {
      return in_window(e, text);
    }
    if (e.form == Form::near) {
      const auto first = places(e.parts[0], text);
      return std::any_of(first.begin(), first.end(),
                         [&](auto place) { return goes_on(e, 1, place, text); });
    }
    return !places(e, text).empty();
  }

  static bool is_filter(const Expr& e) {
    return e.form == Form::section || e.form == Form::date ||
           (is_group(e.form) && std::all_of(e.parts.begin(), e.parts.end(), is_filter));
  }

  static bool is_demanded(const Expr& e) {
    return e.form == Form::phrase || e.form == Form::window || e.form == Form::near ||
           e.form == Form::title || e.form == Form::within || is_filter(e);
  }

  static bool article_has(const Expr& within, const OracleArticle& article) {
    return std::all_of(within.parts.begin(), within.parts.end(), [&](const Expr& part) {
      return std::any_of(article.passages.begin(), article.passages.end(), [&](const Words& body) {
        return holds(part, {&article, &body});
      });
    });
  }

  // A list is: all that is required, nothing that is excluded, and something optional where no
  // words are required.
  static bool holds_list(const Expr& e, const Passage& passage) {
    bool words_required = false;
    size_t optional = 0;
    size_t matching = 0;
    for (size_t i = 0; i < e.parts.size(); ++i) {
      const Expr& part = e.parts[i];
      char sign = e.form == Form::all ? (e.signs[i] == '-' ? '-' : '+') : e.signs[i];
      sign = sign == ' ' && is_demanded(part) ? '+' : sign;
      if (sign == '+' && part.form == Form::within) {
        if (!article_has(part, *passage.article)) {
          return false;
        }
        optional += part.parts.size();
        for (const Expr& word : part.parts) {
          matching += holds(word, passage) ? 1 : 0;
        }
        continue;
      }
      const bool found = holds(part, passage);
      if (sign == ' ') {
        ++optional;
        matching += found ? 1 : 0;
      } else if (found != (sign == '+')) {
        return false;
      }
      words_required |= sign == '+' && !is_filter(part);
    }
    return words_required || optional == 0 || matching > 0;
  }

  static bool holds(const Expr& e, const Passage& passage) {
    switch (e.form) {
      case Form::title:
        return std::find(passage.article->title.begin(), passage.article->title.end(), e.text) !=
               passage.article->title.end();
      case Form::section:
        return passage.article->section == e.text;
      case Form::date:
        return passage.article->date.substr(0, 7) >= e.text;
      case Form::any:
        return std::any_of(e.parts.begin(), e.parts.end(),
                           [&](const Expr& part) { return holds(part, passage); });
      case Form::all:
      case Form::list:
        return holds_list(e, passage);
      case Form::within:
        return article_has(e, *passage.article) &&
               std::any_of(e.parts.begin(), e.parts.end(),
                           [&](const Expr& part) { return holds(part, passage); });
      default:
        return in_text(e, *passage.body) || in_text(e, passage.article->title);
    }
  }
};

inline std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

// The tree as a person would type it.
inline std::string query_of(const Expr& e, bool is_root = false) {
  switch (e.form) {
    case Form::word:
    case Form::pattern:
      return e.text;
    case Form::phrase:
      return '"' + joined(e.words) + '"';
    case Form::window:
      return '"' + joined(e.words) + "\"~" + std::to_string(e.number);
    case Form::fuzzy:
      return e.text + '~' + (e.number == 2 ? "" : "1");
    case Form::title:
      return "title:" + e.text;
    case Form::section:
      return "section:" + e.text;
    case Form::date:
      return "date:>=" + e.text;
    default:
      break;
  }
  std::string text;
  for (size_t i = 0; i < e.parts.size(); ++i) {
    if (e.form == Form::near && i > 0) {
      text += std::string(e.apart[i] ? " NOTNEAR/" : " NEAR/") + std::to_string(e.gaps[i]) + ' ';
    } else if (i > 0) {
      text += e.form == Form::all ? " AND " : e.form == Form::any ? " OR " : " ";
    }
    const char sign = e.signs.empty() ? ' ' : e.signs[i];
    text += e.form == Form::all && sign == '-' ? "NOT " : sign == ' ' ? "" : std::string(1, sign);
    text += query_of(e.parts[i]);
  }
  if (e.form == Form::near) {
    return text;
  }
  return e.form == Form::within ? "WITHIN ARTICLE (" + text + ')'
         : is_root              ? text
                                : '(' + text + ')';
}

inline size_t words_of(const Expr& e) {
  size_t words = e.parts.empty() ? 1 : 0;
  for (const Expr& part : e.parts) {
    words += words_of(part);
  }
  return words;
}

}  // namespace pilcrow::query_oracle
