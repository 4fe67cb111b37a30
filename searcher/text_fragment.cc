// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/text_fragment.h"

#include <algorithm>
#include <vector>

#include "analysis/word_breaker.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

// Longer texts are better named by both ends, says the specification: pages change.
constexpr std::size_t exact_bytes_max = 300;
// Ends of a range: long enough to stand once on a page.
constexpr std::size_t end_words = 6;
constexpr std::size_t neighbour_words = 3;

std::vector<Span> word_spans(std::string_view text) {
  return WordBreaker().find_words(text).words;
}

// Unlike encodeURIComponent, '-' is encoded: the syntax uses it, as it does ',' and '&'.
std::string term(std::string_view text) {
  return percent_encoded(text, "._~!'()*");
}

// The end of a text from its last `count` words on.  A browser takes the first place after the
// beginning where it stands, so words are added until that is the last one.
std::string_view last_words(std::string_view text, const std::vector<Span>& words,
                            std::size_t count, std::size_t after) {
  std::size_t first = words.size() - std::min(count, words.size());
  const auto from = [&](std::size_t word) {
    return text.substr(words[word].begin, words.back().end - words[word].begin);
  };
  while (first > 0 && words[first - 1].begin >= after &&
         text.find(from(first), after) != words[first].begin) {
    --first;
  }
  return from(first);
}

std::string_view first_words(std::string_view text, const std::vector<Span>& words,
                             std::size_t count) {
  return text.substr(words.front().begin,
                     words[std::min(count, words.size()) - 1].end - words.front().begin);
}

// A caption or an advert may stand between two paragraphs, and then a wrong neighbour would make
// the whole directive fail.
std::string neighbour(const Hit& hit, const std::vector<PassageText>& passages, bool is_before) {
  if (passages.empty() || hit.article.furniture > 0 || hit.kind != ParagraphKind::body) {
    return "";
  }
  const std::string text = one_line(is_before ? passages.back().text : passages.front().text);
  const std::vector<Span> words = word_spans(text);
  if (words.empty()) {
    return "";
  }
  return is_before ? term(last_words(text, words, neighbour_words, text.size())) + "-,"
                   : ",-" + term(first_words(text, words, neighbour_words));
}

bool has_safe_scheme(std::string_view url) {
  const std::string start = lower_case(url.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://") ||
         start.starts_with("ftp://") || start.starts_with("file:///");
}

}  // namespace

std::string percent_encoded(std::string_view text, std::string_view kept) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (is_letter || (byte >= '0' && byte <= '9') || kept.find(byte) != std::string_view::npos) {
      encoded += byte;
    } else {
      encoded += {'%', digits[code >> 4U], digits[code & 0xFU]};
    }
  }
  return encoded;
}

std::string text_directive(const Hit& hit) {
  const std::string text = one_line(hit.text);
  const std::vector<Span> words = word_spans(text);
  if (words.empty()) {
    return "";
  }
  std::string range;
  if (text.size() <= exact_bytes_max || words.size() <= 2 * end_words) {
    range = term(
        std::string_view(text).substr(words.front().begin, words.back().end - words.front().begin));
  } else {
    range = term(first_words(text, words, end_words)) + ',' +
            term(last_words(text, words, end_words, words[end_words].begin));
  }
  return ":~:text=" + neighbour(hit, hit.before, true) + range + neighbour(hit, hit.after, false);
}

std::string article_address(const ArticleInfo& article) {
  // What RFC 3986 allows; '%' stays, since the URL is encoded already.
  constexpr std::string_view url_characters = "-._~:/?#[]@!$&'()*+,;=%";
  if (has_safe_scheme(article.url)) {
    return percent_encoded(std::string_view(article.url).substr(0, article.url.find(":~:")),
                           url_characters);
  }
  return article.source_path.starts_with('/')
             ? "file://" + percent_encoded(article.source_path, "-._~/!$'()*+,=@")
             : "";
}

std::string passage_address(const Hit& hit) {
  std::string address = article_address(hit.article);
  // A browser shows no member of an archive.
  const bool shows_text = has_safe_scheme(hit.article.url) || hit.article.source_member.empty();
  const std::string directive = address.empty() || !shows_text ? "" : text_directive(hit);
  if (!directive.empty()) {
    address += (address.find('#') == std::string::npos ? "#" : "") + directive;
  }
  return address;
}

}  // namespace pilcrow
