// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/reading_judge.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace pilcrow {
namespace {

constexpr std::string_view fact_names[] = {"title", "author", "date", "section", "language", "url"};

struct ReadParagraph {
  ParagraphKind kind;
  std::string text;
};

std::string fact_of(const Article& article, std::string_view name) {
  if (name == "title") return article.title;
  if (name == "author") return article.author;
  if (name == "date") return article.date;
  if (name == "section") return article.section;
  if (name == "language") return article.language;
  return article.url;
}

bool kind_named(std::string_view name, ParagraphKind& kind) {
  for (int i = 0; i <= static_cast<int>(ParagraphKind::legal); ++i) {
    kind = static_cast<ParagraphKind>(i);
    if (to_string(kind) == name) {
      return true;
    }
  }
  return false;
}

[[noreturn]] void refuse(int line_number, const std::string& reason) {
  throw std::runtime_error("line " + std::to_string(line_number) + ": " + reason);
}

void parse_fact(std::string_view line, int line_number, ExpectedArticle& article) {
  const std::size_t colon = line.find(": ");
  const std::string_view name = line.substr(0, colon);
  if (colon == std::string_view::npos ||
      std::find(std::begin(fact_names), std::end(fact_names), name) == std::end(fact_names)) {
    refuse(line_number, "expected a fact such as \"title: ...\"");
  }
  article.facts[std::string(name)] = collapsed(line.substr(colon + 2));
}

void parse_paragraph(std::string_view line, int line_number, ExpectedArticle& article) {
  const std::size_t tab = line.find('\t');
  ExpectedParagraph paragraph;
  if (tab == std::string_view::npos || !kind_named(line.substr(0, tab), paragraph.kind)) {
    refuse(line_number, "expected a kind, a tab and a text");
  }
  paragraph.text = collapsed(line.substr(tab + 1));
  article.paragraphs.push_back(std::move(paragraph));
}

double character_count(std::string_view text) {
  return static_cast<double>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::vector<ReadParagraph> paragraphs_of(const Article& article) {
  std::vector<ReadParagraph> paragraphs;
  for (const Paragraph& paragraph : article.paragraphs) {
    const std::string_view text = article.text;
    paragraphs.push_back(
        {paragraph.kind, collapsed(text.substr(paragraph.span.begin, paragraph.span.size()))});
  }
  return paragraphs;
}

template <typename Paragraphs>
std::multiset<std::string> bodies_of(const Paragraphs& paragraphs) {
  std::multiset<std::string> bodies;
  for (const auto& paragraph : paragraphs) {
    if (paragraph.kind == ParagraphKind::body) {
      bodies.insert(paragraph.text);
    }
  }
  return bodies;
}

void judge_body(const std::multiset<std::string>& read, const std::multiset<std::string>& expected,
                ReadingScore& score) {
  std::multiset<std::string> missing = expected;
  for (const std::string& text : read) {
    const double characters = character_count(text);
    ++score.body.read;
    score.characters.read += characters;
    if (const auto same = missing.find(text); same != missing.end()) {
      ++score.body.common;
      score.characters.common += characters;
      missing.erase(same);
    } else {
      score.differences.push_back("not body: " + text);
    }
  }
  for (const std::string& text : expected) {
    ++score.body.expected;
    score.characters.expected += character_count(text);
  }
  for (const std::string& text : missing) {
    score.differences.push_back("body missing: " + text);
  }
}

std::vector<std::string> words_of(const std::string& text, bool by_character) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool begins_character = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (!words.back().empty() && (c == ' ' || (by_character && begins_character))) {
      words.emplace_back();
    }
    if (c != ' ') {
      words.back() += c;
    }
  }
  if (words.back().empty()) {
    words.pop_back();
  }
  return words;
}

// The shingles of all body and headline paragraphs as one text, so that it makes no difference
// where one ends.
template <typename Paragraphs>
std::multiset<std::string> shingles_of(const Paragraphs& paragraphs, bool by_character) {
  constexpr std::size_t shingle_words = 4;
  std::string text;
  for (const auto& paragraph : paragraphs) {
    if (paragraph.kind == ParagraphKind::body || paragraph.kind == ParagraphKind::headline) {
      text += paragraph.text;
      text += ' ';
    }
  }
  const std::vector<std::string> words = words_of(text, by_character);
  std::multiset<std::string> shingles;
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    std::string shingle;
    for (std::size_t j = 0; j < shingle_words; ++j) {
      shingle += words[i + j];
      shingle += ' ';
    }
    shingles.insert(std::move(shingle));
  }
  return shingles;
}

Overlap overlap_of(const std::multiset<std::string>& read,
                   const std::multiset<std::string>& expected) {
  std::vector<std::string> common;
  std::set_intersection(read.begin(), read.end(), expected.begin(), expected.end(),
                        std::back_inserter(common));
  return {static_cast<double>(common.size()), static_cast<double>(read.size()),
          static_cast<double>(expected.size())};
}

void judge_facts(const Article& read, const ExpectedArticle& expected, ReadingScore& score) {
  for (const auto& [name, value] : expected.facts) {
    const std::string found = collapsed(fact_of(read, name));
    score.facts[name] += {found == value ? 1 : 0, 1};
    if (found != value) {
      std::string difference = name;
      difference.append(" is \"")
          .append(found)
          .append("\", expected \"")
          .append(value)
          .append("\"");
      score.differences.push_back(std::move(difference));
    }
  }
}

// Kinds that a reader may leave out, since they are no part of the article.
bool is_optional(ParagraphKind kind) {
  return kind >= ParagraphKind::navigation;
}

// How much of the expected text a read paragraph and it share where one is within the other.
std::size_t shared_bytes(const std::string& read, const std::string& expected) {
  if (read == expected) {
    return std::string::npos;
  }
  const std::string& longer = read.size() > expected.size() ? read : expected;
  const std::string& shorter = read.size() > expected.size() ? expected : read;
  return longer.find(shorter) == std::string::npos ? 0 : shorter.size();
}

// The kinds of the read paragraphs that hold the most of `expected`.  One whose text is another
// expected paragraph's is spoken for: a word of navigation is also found in sentences.
std::set<ParagraphKind> kinds_read(const std::vector<ReadParagraph>& read,
                                   const std::string& expected,
                                   const std::set<std::string>& all_expected) {
  std::set<ParagraphKind> kinds;
  std::size_t most = 1;
  for (const ReadParagraph& paragraph : read) {
    const std::size_t shared = shared_bytes(paragraph.text, expected);
    const bool spoken_for = paragraph.text != expected && all_expected.count(paragraph.text) > 0;
    if (shared < most || spoken_for) {
      continue;
    }
    if (shared > most) {
      kinds.clear();
    }
    most = shared;
    kinds.insert(paragraph.kind);
  }
  return kinds;
}

// Whether the page has `text` also as something else, and all that was read of it is that: a list
// of contents repeats headings.
bool is_explained(const std::set<ParagraphKind>& kinds, const std::string& text,
                  const ExpectedArticle& expected) {
  return std::all_of(kinds.begin(), kinds.end(), [&](ParagraphKind kind) {
    return std::any_of(
        expected.paragraphs.begin(), expected.paragraphs.end(),
        [&](const ExpectedParagraph& other) { return other.kind == kind && other.text == text; });
  });
}

void judge_furniture(const std::vector<ReadParagraph>& read, const ExpectedArticle& expected,
                     ReadingScore& score) {
  std::set<std::string> all_expected;
  for (const ExpectedParagraph& paragraph : expected.paragraphs) {
    all_expected.insert(paragraph.text);
  }
  for (const ExpectedParagraph& paragraph : expected.paragraphs) {
    if (paragraph.kind == ParagraphKind::body) {
      continue;
    }
    const std::set<ParagraphKind> kinds = kinds_read(read, paragraph.text, all_expected);
    const bool right = kinds.count(paragraph.kind) > 0;
    if (!right && is_optional(paragraph.kind) && is_explained(kinds, paragraph.text, expected)) {
      continue;
    }
    score.furniture += {right ? 1 : 0, 1};
    if (!right) {
      const std::string as = kinds.empty() ? "missing" : std::string(to_string(*kinds.begin()));
      score.differences.push_back(std::string(to_string(paragraph.kind)) + " is " + as + ": " +
                                  paragraph.text);
    }
  }
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::filesystem::path page_of(const std::filesystem::path& expected) {
  for (const auto& entry : std::filesystem::directory_iterator(expected.parent_path())) {
    if (entry.path().stem() == expected.stem() && entry.path() != expected) {
      return entry.path();
    }
  }
  throw std::runtime_error("there is no file that it belongs to");
}

}  // namespace

std::vector<ExpectedArticle> parse_expected(std::string_view text) {
  std::vector<ExpectedArticle> articles(1);
  bool in_facts = true;
  int line_number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line_number;
    if (line == "---") {
      articles.emplace_back();
      in_facts = true;
    } else if (line.empty()) {
      in_facts = false;
    } else if (in_facts) {
      parse_fact(line, line_number, articles.back());
    } else {
      parse_paragraph(line, line_number, articles.back());
    }
  }
  return articles;
}

std::string collapsed(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t space_bytes = 0;
    for (const std::string_view space : {" ", "\t", "\n", "\r", "\f", "\xC2\xA0", "\xE3\x80\x80"}) {
      space_bytes = text.substr(i, space.size()) == space ? space.size() : space_bytes;
    }
    if (space_bytes == 0) {
      result += text[i++];
      continue;
    }
    i += space_bytes;
    if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') {
    result.pop_back();
  }
  return result;
}

Overlap& Overlap::operator+=(const Overlap& other) {
  common += other.common;
  read += other.read;
  expected += other.expected;
  return *this;
}

Share& Share::operator+=(const Share& other) {
  right += other.right;
  all += other.all;
  return *this;
}

ReadingScore& ReadingScore::operator+=(const ReadingScore& other) {
  body += other.body;
  characters += other.characters;
  shingles += other.shingles;
  furniture += other.furniture;
  for (const auto& [name, share] : other.facts) {
    facts[name] += share;
  }
  differences.insert(differences.end(), other.differences.begin(), other.differences.end());
  return *this;
}

ReadingScore judge_article(const Article& read, const ExpectedArticle& expected) {
  ReadingScore score;
  const std::vector<ReadParagraph> paragraphs = paragraphs_of(read);
  const auto language = expected.facts.find("language");
  const bool by_character = language != expected.facts.end() && language->second == "zh";
  judge_facts(read, expected, score);
  judge_body(bodies_of(paragraphs), bodies_of(expected.paragraphs), score);
  judge_furniture(paragraphs, expected, score);
  score.shingles = overlap_of(shingles_of(paragraphs, by_character),
                              shingles_of(expected.paragraphs, by_character));
  return score;
}

ReadingScore judge_articles(const std::vector<Article>& read,
                            const std::vector<ExpectedArticle>& expected) {
  ReadingScore total;
  for (std::size_t i = 0; i < std::max(read.size(), expected.size()); ++i) {
    total += judge_article(i < read.size() ? read[i] : Article{},
                           i < expected.size() ? expected[i] : ExpectedArticle{});
  }
  return total;
}

std::vector<JudgedPage> judged_pages(const std::filesystem::path& folder) {
  std::vector<JudgedPage> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".expected") {
      continue;
    }
    try {
      pages.push_back({page_of(entry.path()), parse_expected(content_of(entry.path()))});
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(entry.path().string() + ": " + error.what());
    }
  }
  std::sort(pages.begin(), pages.end(),
            [](const JudgedPage& a, const JudgedPage& b) { return a.path < b.path; });
  return pages;
}

}  // namespace pilcrow
