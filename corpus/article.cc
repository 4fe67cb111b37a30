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
  }
  return "body";
}

std::string_view to_string(SourceEncoding encoding) noexcept {
  return encoding == SourceEncoding::plain ? "plain" : "json_string";
}

ArticleReader::~ArticleReader() = default;

}  // namespace pilcrow
