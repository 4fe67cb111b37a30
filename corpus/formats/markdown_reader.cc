// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include "corpus/article_builder.h"
#include "corpus/formats/markdown_blocks.h"
#include "corpus/formats/readers.h"
#include "corpus/formats/spelling.h"
#include "corpus/front_matter.h"
#include "corpus/furniture.h"
#include "corpus/whole_file.h"

namespace pilcrow {
namespace {

ParagraphKind kind_of(const MarkdownBlock& block, std::string_view text) {
  switch (block.type) {
    case MarkdownBlock::Type::heading:
      return ParagraphKind::headline;
    case MarkdownBlock::Type::image:
      return ParagraphKind::caption;
    case MarkdownBlock::Type::code:
    case MarkdownBlock::Type::row:
      return ParagraphKind::body;
    default:
      return evident_kind(text);
  }
}

class MarkdownReader : public ArticleReader {
 public:
  MarkdownReader(InputPointer file, const ReadOptions& options)
      : file_(std::move(file)), options_(options) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    if (std::exchange(done_, true)) {
      return false;
    }
    const std::optional<DecodedText> decoded = read_text(*file_, options_, problems);
    if (!decoded) {
      return false;
    }
    article = article_of(file_->origin(), decoded->charset, {0, decoded->map.source_end()});
    article.source_encoding = SourceEncoding::markdown;
    const std::size_t begin = read_front_matter(decoded->text, article);
    const std::string_view text = std::string_view(decoded->text).substr(begin);
    for (MarkdownBlock& block : read_markdown_blocks(text)) {
      block.source.begin += begin;
      block.source.end += begin;
      add(article, *decoded, block);
    }
    if (article.paragraphs.empty() && article.title.empty()) {
      problems.push_back({file_->origin().id(), "", "it holds no text; left out"});
      return false;
    }
    return true;
  }

 private:
  // The text is what the rule makes of the bytes, so that no rare construction can part the two.
  // For the same reason a long paragraph is cut by its bytes.
  void add(Article& article, const DecodedText& decoded, const MarkdownBlock& block) const {
    const std::string_view spelling =
        std::string_view(decoded.text).substr(block.source.begin, block.source.size());
    const std::string text = markdown_text(spelling);
    const ParagraphKind kind = kind_of(block, text);
    if (kind == ParagraphKind::headline && block.level == 1 && article.title.empty()) {
      article.title = text;
    }
    if (text.size() <= options_.paragraph_bytes_max) {
      add_piece(article, decoded, kind, block.source);
      return;
    }
    for (const Paragraph& piece : split_paragraphs(spelling, options_.paragraph_bytes_max)) {
      add_piece(article, decoded, kind,
                {block.source.begin + piece.span.begin, block.source.begin + piece.span.end});
    }
  }

  void add_piece(Article& article, const DecodedText& decoded, ParagraphKind kind,
                 Span source) const {
    const std::string text =
        markdown_text(std::string_view(decoded.text).substr(source.begin, source.size()));
    OffsetMap map(source.begin);
    map.convert(text.size(), source.size());
    ArticleBuilder(article, options_).add(kind, text, map, &decoded.map);
  }

  InputPointer file_;
  const ReadOptions options_;
  bool done_ = false;
};

}  // namespace

ReaderPointer make_markdown_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<MarkdownReader>(std::move(file), options);
}

}  // namespace pilcrow
