// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/article_builder.h"

namespace pilcrow {

void ArticleBuilder::add(ParagraphKind kind, std::string_view text, const OffsetMap& map,
                         const OffsetMap* outer) {
  for (const Paragraph& piece : split_paragraphs(text, options_.paragraph_bytes_max)) {
    article_.text += article_.text.empty() ? "" : "\n\n";
    const std::size_t begin = article_.text.size();
    article_.text += text.substr(piece.span.begin, piece.span.size());
    const Span within = map.source(piece.span);
    const Span source = outer == nullptr ? within : outer->source(within);
    article_.paragraphs.push_back({kind, {begin, article_.text.size()}, source});
  }
}

}  // namespace pilcrow
