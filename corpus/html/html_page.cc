// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_page.h"

#include <algorithm>
#include <utility>

#include "corpus/article_builder.h"
#include "corpus/dates.h"
#include "corpus/furniture.h"
#include "corpus/html/html_collector.h"
#include "corpus/html/html_content.h"
#include "corpus/html/html_kinds.h"
#include "corpus/html/html_metadata.h"
#include "corpus/language_code.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

using Kind = ParagraphKind;

struct Extraction {
  std::vector<Kind> kinds = {};
  std::vector<char> left_out = {};  // By piece: it is hidden.
  std::size_t body_bytes = 0;
};

// Some sites repeat the beginning of the article only.
bool is_most(const HtmlDocument& document, const HtmlRegions& regions,
             const std::vector<char>& declared, const std::vector<std::size_t>& content) {
  std::size_t known = 0;
  for (std::size_t i = 0; i < declared.size(); ++i) {
    known += declared[i] != 0 ? document.pieces[i].text.size() : 0;
  }
  std::size_t prose = 0;
  for (const std::size_t root : content) {
    prose += regions.sums(root).prose;
  }
  return known * 2 > prose;
}

Extraction extract(const HtmlDocument& document, const HtmlMetadata& metadata,
                   std::optional<std::size_t> title, Strictness strictness) {
  const HtmlRegions regions(document, title, strictness);
  std::vector<char> declared = find_declared_pieces(document, regions, metadata.body);
  std::vector<std::size_t> content = find_html_content(document, regions, {}, title);
  if (is_most(document, regions, declared, content)) {
    content = find_html_content(document, regions, declared, title);
  } else {
    declared.clear();
  }
  Extraction found;
  found.kinds = type_html_pieces(document, regions, metadata, content, title, declared);
  for (std::size_t i = 0; i < document.pieces.size(); ++i) {
    found.left_out.push_back(regions.is_hidden(document.pieces[i].node) ? 1 : 0);
    found.body_bytes += found.kinds[i] == Kind::body ? document.pieces[i].text.size() : 0;
  }
  return found;
}

// The strictest reading that finds an article; a more lenient one must find much more.
Extraction extract_best(const HtmlDocument& document, const HtmlMetadata& metadata,
                        std::optional<std::size_t> title) {
  constexpr std::size_t body_bytes_min = 140;
  Extraction best = extract(document, metadata, title, Strictness::words);
  for (const Strictness next : {Strictness::tags, Strictness::hidden}) {
    if (best.body_bytes >= body_bytes_min) {
      break;
    }
    Extraction other = extract(document, metadata, title, next);
    if (other.body_bytes > 2 * best.body_bytes) {
      best = std::move(other);
    }
  }
  return best;
}

// Without any body, the sentences are body; without sentences, everything is, unless the page is a
// list of links.
void ensure_body(const HtmlDocument& document, Extraction& found) {
  std::size_t text = 0;
  std::size_t links = 0;
  bool has_sentence = false;
  for (const HtmlPiece& piece : document.pieces) {
    text += piece.text.size();
    links += piece.link_bytes;
    has_sentence = has_sentence || (piece.link_bytes == 0 && !is_label(piece.text));
  }
  if (found.body_bytes > 0 || links * 2 > text) {
    return;
  }
  for (std::size_t i = 0; i < found.kinds.size(); ++i) {
    const bool is_open = found.kinds[i] == Kind::navigation || found.kinds[i] == Kind::related;
    if (is_open && (!has_sentence || !is_label(document.pieces[i].text))) {
      found.kinds[i] = Kind::body;
    }
  }
}

bool merges(Kind kind) {
  return kind == Kind::navigation || kind == Kind::related || kind == Kind::advert ||
         kind == Kind::comment || kind == Kind::legal;
}

// Adds the pieces, neighbours of one kind of furniture as one paragraph.
void add_paragraphs(const HtmlDocument& document, const Extraction& found, const OffsetMap& outer,
                    const ReadOptions& options, Article& article) {
  constexpr std::size_t merged_bytes_max = 1024;
  ArticleBuilder builder(article, options);
  for (std::size_t i = 0; i < document.pieces.size();) {
    const HtmlPiece& first = document.pieces[i];
    std::size_t end = i + 1;
    std::size_t bytes = first.text.size();
    while (merges(found.kinds[i]) && found.left_out[i] == 0 && end < document.pieces.size() &&
           found.kinds[end] == found.kinds[i] && found.left_out[end] == 0 &&
           bytes + document.pieces[end].text.size() < merged_bytes_max) {
      bytes += document.pieces[end++].text.size() + 1;
    }
    if (found.left_out[i] != 0) {
      // Nobody sees it.
    } else if (end == i + 1) {
      builder.add(found.kinds[i], first.text, first.map, &outer);
    } else {
      const HtmlPiece& last = document.pieces[end - 1];
      const HtmlText text =
          collect_html_text(document.html, {first.map.source({0, first.text.size()}).begin,
                                            last.map.source({0, last.text.size()}).end});
      builder.add(found.kinds[i], text.text, text.map, &outer);
    }
    i = end;
  }
}

// The part of a page's title that names the article and not the site.
std::string without_site(const std::string& title, const std::string& site) {
  constexpr std::size_t title_bytes_min = 8;
  constexpr std::ptrdiff_t site_characters_max = 30;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "}) {
    const std::size_t at = title.rfind(mark);
    // A mark that closes a quotation ends no title.
    const bool closes = mark == " » " && title.find("«") != std::string::npos;
    if (at == std::string::npos || at == 0 || closes) {
      continue;
    }
    const std::string tail = title.substr(at + mark.size());
    const auto characters =
        std::count_if(tail.begin(), tail.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
    const bool is_site = !site.empty() && lower_case(tail) == lower_case(site);
    if (is_site || (site.empty() && at >= title_bytes_min && characters <= site_characters_max)) {
      return one_line(title.substr(0, at));
    }
  }
  return title;
}

std::string declared_title(const HtmlMetadata& metadata) {
  return without_site(metadata.title.empty() ? metadata.page_title : metadata.title, metadata.site);
}

std::string title_of(const HtmlDocument& document, const HtmlMetadata& metadata,
                     std::optional<std::size_t> title) {
  std::string declared = declared_title(metadata);
  if (!title) {
    return declared;
  }
  const std::string& shown = document.pieces[*title].text;
  if (lower_case(declared) == lower_case(shown)) {
    return declared;
  }
  const bool is_part = lower_case(declared).find(lower_case(shown)) != std::string::npos;
  return declared.empty() || is_part || metadata.title.empty() ? shown : declared;
}

// The first paragraph of a kind, where nothing is declared.
std::string first_of(const Article& article, Kind kind) {
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == kind) {
      return article.text.substr(paragraph.span.begin, paragraph.span.size());
    }
  }
  return {};
}

bool is_iso_date(std::string_view date) {
  constexpr std::size_t year_digits = 4;
  const std::size_t digits = std::min(date.find_first_not_of("0123456789"), date.size());
  return digits == year_digits && (date.size() == digits || date[digits] == '-');
}

void set_date(const std::string& written, Article& article) {
  if (written.empty()) {
    return;
  }
  std::string date = is_iso_date(written) ? written : parse_date_line(written);
  constexpr std::size_t date_bytes = 10;
  if (date.size() > date_bytes && date[date_bytes] == ' ') {
    date[date_bytes] = 'T';
  }
  if (date.empty()) {
    article.facets.emplace("date", written);
  } else {
    article.date = std::move(date);
  }
}

std::string shown_date(const HtmlDocument& document) {
  for (std::size_t node = 1; node < document.nodes.size(); ++node) {
    if (document.nodes[node].tag == HtmlTag::time) {
      if (std::string date = document.attribute(node, "datetime"); is_iso_date(date)) {
        return date;
      }
    }
  }
  return {};
}

// The name in a line that is known as a byline by its place, in whatever case its first word is.
std::string name_in_byline(std::string line) {
  constexpr std::string_view begins[] = {"by ", "di ", "von ", "par ", "por ", "door ", "av "};
  constexpr std::string_view ends[] = {" ·", " |",  " •",  " —",  " –",
                                       ",",  " at", " on", " by", " um"};
  for (const std::string_view mark : {" · ", " | ", " • ", " — ", " – "}) {
    line = line.substr(0, line.find(mark));
  }
  for (const std::string_view end : ends) {
    line.resize(line.size() - (line.ends_with(end) ? end.size() : 0));
  }
  std::string name = byline_author(line);
  for (const std::string_view begin : begins) {
    if (name.empty() && lower_case(line).starts_with(begin)) {
      name = line.substr(begin.size());
    }
  }
  return name.empty() ? line : name;
}

std::string shown_author(const Article& article) {
  constexpr std::size_t author_bytes_max = 100;
  constexpr std::size_t author_bytes_min = 3;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == Kind::byline) {
      std::string name =
          name_in_byline(article.text.substr(paragraph.span.begin, paragraph.span.size()));
      if (name.size() >= author_bytes_min && name.size() < author_bytes_max &&
          name.find_first_of("0123456789") == std::string::npos) {
        return name;
      }
    }
  }
  return {};
}

void fill_metadata(const HtmlDocument& document, HtmlMetadata metadata,
                   std::optional<std::size_t> title, Article& article) {
  article.title = title_of(document, metadata, title);
  article.section = std::move(metadata.section);
  article.author = metadata.author.empty() ? shown_author(article) : std::move(metadata.author);
  std::string date = metadata.date.empty() ? shown_date(document) : std::move(metadata.date);
  if (date.empty()) {
    date = parse_date_line(first_of(article, Kind::dateline));
  }
  set_date(date, article);
  article.language = language_code(metadata.language);
  if (!metadata.url.empty()) {
    article.url = std::move(metadata.url);
  }
  if (!metadata.site.empty()) {
    article.facets.emplace("site", std::move(metadata.site));
  }
}

}  // namespace

bool read_html_page(const DecodedText& page, Article& article, const ReadOptions& options) {
  const HtmlInlineRules rules = {isolates_html, html_sign};
  HtmlDocument document = read_html_document(page.text, false, rules);
  if (document.pieces.empty()) {
    document = read_html_document(page.text, true, rules);
  }
  join_table_rows(document);
  HtmlMetadata metadata = read_html_metadata(document);
  const std::optional<std::size_t> title =
      find_title_piece(document, declared_title(metadata), metadata.page_title);
  Extraction found = extract_best(document, metadata, title);
  ensure_body(document, found);
  add_paragraphs(document, found, page.map, options, article);
  fill_metadata(document, std::move(metadata), title, article);
  article.source_encoding = SourceEncoding::html;
  return !article.paragraphs.empty();
}

}  // namespace pilcrow
