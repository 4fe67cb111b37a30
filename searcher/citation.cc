// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/citation.h"

#include <array>
#include <cstdio>
#include <vector>

#include "base/hash.h"
#include "cli/controls.h"
#include "corpus/letters.h"
#include "searcher/text_fragment.h"

namespace pilcrow {
namespace {

// Characters that mean something to a style, and how it spells them.
using Escapes = std::string_view (*)(char byte);

std::string_view html_escape(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

// Braces are spelled out: BibTeX counts them even behind a backslash.
std::string_view bibtex_escape(char byte) {
  switch (byte) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '"':
      return "\\textquotedbl{}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '%':
      return "\\%";
    case '_':
      return "\\_";
    default:
      return {};
  }
}

// On one line, free of what a terminal or a parser would obey.
std::string clean(std::string_view text) {
  return one_line(without_controls(text, ' '));
}

std::string escaped(std::string_view text, Escapes escapes) {
  std::string result;
  for (const char byte : clean(text)) {
    const std::string_view instead = escapes(byte);
    instead.empty() ? result += byte : result += instead;
  }
  return result;
}

std::string html(std::string_view text) {
  return escaped(text, html_escape);
}

std::string bibtex(std::string_view text) {
  return escaped(text, bibtex_escape);
}

// CommonMark lets any ASCII punctuation be escaped: what means something anywhere, and what does
// where a line begins.
std::string markdown(std::string_view text) {
  constexpr std::string_view anywhere = "\\`*_{}[]<|~&";
  constexpr std::string_view at_begin = "#>+-=";
  const std::string line = clean(text);
  const std::size_t number = line.find_first_not_of("0123456789");
  std::string result;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool numbers = i == number && i > 0 && (line[i] == '.' || line[i] == ')');
    const bool begins = i == 0 && at_begin.find(line[i]) != std::string_view::npos;
    if (numbers || begins || anywhere.find(line[i]) != std::string_view::npos) {
      result += '\\';
    }
    result += line[i];
  }
  return result;
}

// "¶ 3", or the kind of furniture.
std::string place(const Hit& hit) {
  return hit.kind == ParagraphKind::body ? "¶ " + std::to_string(hit.passage.paragraph)
                                         : std::string(to_string(hit.kind));
}

// "bytes 10-20 of FILE", for a person who looks there; empty where there is no file.
std::string bytes_in_source(const Hit& hit) {
  const ArticleInfo& article = hit.article;
  if (article.source_path.empty()) {
    return "";
  }
  std::string file = article.source_path;
  file += article.source_member.empty() ? "" : " (" + article.source_member + ')';
  return "bytes " + std::to_string(hit.source.begin) + '-' + std::to_string(hit.source.end) +
         " of " + file;
}

std::string title_of(const ArticleInfo& article) {
  return clean(article.title.empty() ? article.id : article.title);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    text.append(text.empty() || part.empty() ? "" : between).append(part);
  }
  return text;
}

// A URL as it is, also where no browser should follow it; only shown, never linked.
std::string shown_url(const ArticleInfo& article) {
  return article.url.empty() ? "" : clean(article.url);
}

std::string cite_text(const Hit& hit) {
  const ArticleInfo& article = hit.article;
  const std::string by = joined(
      {clean(article.author), "“" + title_of(article) + "”", clean(article.date), place(hit)},
      ", ");
  return "“" + clean(hit.text) + "”\n— " +
         joined({by, shown_url(article), clean(bytes_in_source(hit))}, "\n  ");
}

std::string cite_markdown(const Hit& hit) {
  const ArticleInfo& article = hit.article;
  const std::string address = passage_address(hit);
  std::string title = markdown(title_of(article));
  if (!address.empty()) {
    // In angle brackets a destination may have parentheses.
    title.insert(0, "[").append("](<").append(address).append(">)");
  }
  return "> " + markdown(hit.text) + "\n>\n> — " +
         joined({markdown(article.author), title, markdown(article.date), place(hit),
                 markdown(bytes_in_source(hit))},
                ", ");
}

std::string cite_html(const Hit& hit) {
  const ArticleInfo& article = hit.article;
  const std::string address = html(passage_address(hit));
  const std::string title = html(title_of(article));
  const std::string date = html(article.date);
  std::string opening = "  <blockquote dir=\"auto\"";
  opening += article.language.empty() ? "" : " lang=\"" + html(article.language) + '"';
  opening += address.empty() ? "" : " cite=\"" + address + '"';
  const std::vector<std::string> caption = {
      article.author.empty() ? "" : "<bdi>" + html(article.author) + "</bdi>",
      "<cite><bdi>" + (address.empty() ? title : "<a href=\"" + address + "\">" + title + "</a>") +
          "</bdi></cite>",
      date.empty() ? "" : "<time datetime=\"" + date + "\">" + date + "</time>", place(hit),
      html(bytes_in_source(hit))};
  return "<figure>\n" + opening + "><p>" + html(hit.text) + "</p></blockquote>\n  <figcaption>" +
         joined(caption, ", ") + "</figcaption>\n</figure>";
}

// A key of ASCII letters, digits and '-', which tells people the passage and is no other's.
std::string bibtex_key(const PassageId& passage) {
  constexpr std::size_t bytes_max = 40;
  std::string key;
  for (const char byte : lower_case(passage.article)) {
    const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (is_plain && key.size() < bytes_max) {
      key += byte;
    } else if (!key.empty() && key.back() != '-') {
      key += '-';
    }
  }
  std::array<char, 9> hash = {};
  std::snprintf(hash.data(), hash.size(), "%08x",
                static_cast<unsigned>(hash64(to_string(passage)) & 0xFFFFFFFFU));
  key += key.empty() || key.back() == '-' ? "" : "-";
  return "p-" + key + (passage.furniture ? "f" : "") + std::to_string(passage.paragraph) + '-' +
         hash.data();
}

std::string cite_bibtex(const Hit& hit) {
  const ArticleInfo& article = hit.article;
  // The second braces keep capitals, and commas and "and" in a name, as they are.
  const auto field = [](const char* name, const std::string& value) {
    return value.empty() ? "" : ",\n  " + std::string(name) + " = {{" + value + "}}";
  };
  const bool has_month = article.date.size() >= 7 && article.date[4] == '-';
  std::string entry = "@misc{" + bibtex_key(hit.passage);
  entry += field("author", bibtex(article.author));
  entry += field("title", bibtex(title_of(article)));
  entry += field("year", bibtex(article.date.substr(0, 4)));
  entry += field("month", has_month ? bibtex(article.date.substr(5, 2)) : "");
  // Verbatim in most styles, so braces must not be doubled, and none is in it.
  const std::string address = article_address(article);
  entry += address.empty() ? "" : ",\n  url = {" + address + '}';
  entry += field("note", bibtex(joined({place(hit), bytes_in_source(hit)}, ", ")));
  entry += field("annote", bibtex(hit.text));
  return entry + "\n}";
}

}  // namespace

std::string_view to_string(CitationStyle style) noexcept {
  switch (style) {
    case CitationStyle::text:
      return "text";
    case CitationStyle::markdown:
      return "markdown";
    case CitationStyle::html:
      return "html";
    case CitationStyle::bibtex:
      return "bibtex";
    case CitationStyle::url:
      return "url";
  }
  return "";
}

std::string cite(const Hit& hit, CitationStyle style) {
  switch (style) {
    case CitationStyle::text:
      return cite_text(hit);
    case CitationStyle::markdown:
      return cite_markdown(hit);
    case CitationStyle::html:
      return cite_html(hit);
    case CitationStyle::bibtex:
      return cite_bibtex(hit);
    case CitationStyle::url:
      return passage_address(hit);
  }
  return "";
}

}  // namespace pilcrow
