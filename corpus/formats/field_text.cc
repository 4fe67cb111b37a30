// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/formats/field_text.h"

namespace pilcrow {

void append_text(Article& article, std::string_view text, const OffsetMap& map,
                 const OffsetMap& outer, std::size_t begin, const ReadOptions& options) {
  article.text += article.text.empty() ? "" : "\n\n";
  const std::size_t offset = article.text.size();
  article.text += text;
  for (Paragraph paragraph : split_paragraphs(text, options.paragraph_bytes_max)) {
    const Span source = map.source_through(paragraph.span, outer);
    paragraph.source = {begin + source.begin, begin + source.end};
    paragraph.span = {offset + paragraph.span.begin, offset + paragraph.span.end};
    article.paragraphs.push_back(paragraph);
  }
}

}  // namespace pilcrow
