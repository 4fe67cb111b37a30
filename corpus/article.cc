// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/article.h"

namespace pilcrow {

std::string_view to_string(ParagraphKind kind) noexcept {
  switch (kind) {
    case ParagraphKind::body:
      return "body";
    case ParagraphKind::headline:
      return "headline";
    case ParagraphKind::kicker:
      return "kicker";
    case ParagraphKind::standfirst:
      return "standfirst";
    case ParagraphKind::byline:
      return "byline";
    case ParagraphKind::dateline:
      return "dateline";
    case ParagraphKind::caption:
      return "caption";
    case ParagraphKind::credit:
      return "credit";
    case ParagraphKind::navigation:
      return "navigation";
    case ParagraphKind::related:
      return "related";
    case ParagraphKind::advert:
      return "advert";
    case ParagraphKind::comment:
      return "comment";
    case ParagraphKind::legal:
      return "legal";
  }
  return "body";
}

std::set<ParagraphKind> paragraph_kinds(std::string_view name) {
  std::set<ParagraphKind> kinds;
  for (int i = 0; i <= static_cast<int>(ParagraphKind::legal); ++i) {
    const auto kind = static_cast<ParagraphKind>(i);
    if (name == to_string(kind) || name == "all" ||
        (name == "furniture" && kind != ParagraphKind::body)) {
      kinds.insert(kind);
    }
  }
  return kinds;
}

std::string_view to_string(SourceEncoding encoding) noexcept {
  switch (encoding) {
    case SourceEncoding::plain:
      return "plain";
    case SourceEncoding::json_string:
      return "json_string";
    case SourceEncoding::csv_field:
      return "csv_field";
    case SourceEncoding::html:
      return "html";
    case SourceEncoding::xml:
      return "xml";
    case SourceEncoding::html_in_xml:
      return "html_in_xml";
    case SourceEncoding::markdown:
      return "markdown";
    case SourceEncoding::wikitext:
      return "wikitext";
    case SourceEncoding::docx:
      return "docx";
  }
  return "plain";
}

ArticleReader::~ArticleReader() = default;

}  // namespace pilcrow
