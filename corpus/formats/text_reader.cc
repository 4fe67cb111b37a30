// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include "corpus/formats/readers.h"
#include "corpus/furniture.h"
#include "corpus/whole_file.h"

namespace pilcrow {
namespace {

class TextReader : public ArticleReader {
 public:
  TextReader(InputPointer file, const ReadOptions& options)
      : file_(std::move(file)), options_(options) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    if (std::exchange(done_, true)) {
      return false;
    }
    std::optional<DecodedText> decoded = read_text(*file_, options_, problems);
    if (!decoded) {
      return false;
    }
    article = article_of(file_->origin(), decoded->charset, {0, decoded->map.source_end()});
    article.paragraphs = split_paragraphs(decoded->text, options_.paragraph_bytes_max);
    for (Paragraph& paragraph : article.paragraphs) {
      paragraph.source = decoded->map.source(paragraph.span);
    }
    article.text = std::move(decoded->text);
    type_paragraphs(article);
    return true;
  }

 private:
  static void type_paragraphs(Article& article) {
    std::vector<std::string_view> texts;
    for (const Paragraph& paragraph : article.paragraphs) {
      texts.push_back(
          std::string_view(article.text).substr(paragraph.span.begin, paragraph.span.size()));
    }
    Page page = read_page(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      article.paragraphs[i].kind = page.kinds[i];
    }
    article.title = std::move(page.title);
    article.section = std::move(page.section);
    article.author = std::move(page.author);
    article.date = std::move(page.date);
  }

  InputPointer file_;
  const ReadOptions options_;
  bool done_ = false;
};

}  // namespace

ReaderPointer make_text_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<TextReader>(std::move(file), options);
}

}  // namespace pilcrow
