// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include "corpus/formats/readers.h"
#include "corpus/html/html_metadata.h"
#include "corpus/html/html_page.h"
#include "corpus/whole_file.h"

namespace pilcrow {
namespace {

class HtmlReader : public ArticleReader {
 public:
  HtmlReader(InputPointer file, const ReadOptions& options)
      : file_(std::move(file)), options_(options) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    if (std::exchange(done_, true)) {
      return false;
    }
    const std::optional<DecodedText> decoded =
        read_text(*file_, options_, problems, html_declared_charset);
    if (!decoded) {
      return false;
    }
    article = article_of(file_->origin(), decoded->charset, {0, decoded->map.source_end()});
    if (!read_html_page(*decoded, article, options_)) {
      problems.push_back({file_->origin().id(), "", "it holds no text; left out"});
      return false;
    }
    return true;
  }

 private:
  InputPointer file_;
  const ReadOptions options_;
  bool done_ = false;
};

}  // namespace

ReaderPointer make_html_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<HtmlReader>(std::move(file), options);
}

}  // namespace pilcrow
