// SPDX-License-Identifier: GPL-2.0-or-later
// Articles and readers for tests, made in a line.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "pilcrow/article.h"
#include "pilcrow/indexer.h"

namespace pilcrow {

inline Article make_article(std::string id, std::string title, std::string text,
                            std::string language = "en") {
  Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  article.text = std::move(text);
  article.language = std::move(language);
  return article;
}

class ListReader : public ArticleReader {
 public:
  explicit ListReader(std::vector<Article> articles) : articles_(std::move(articles)) {}

  bool next(Article& article, std::vector<Problem>& /*problems*/) override {
    if (next_ == articles_.size()) {
      return false;
    }
    article = articles_[next_++];
    return true;
  }

 private:
  std::vector<Article> articles_;
  std::size_t next_ = 0;
};

// Indexes `articles` at `path`; one thread, so that a test is quick.
inline IndexReport index_articles(const std::filesystem::path& path, std::vector<Article> articles,
                                  IndexerOptions options = {}) {
  options.jobs = options.jobs == 0 ? 1 : options.jobs;
  ListReader reader(std::move(articles));
  return Indexer(path, options).put_all(reader);
}

}  // namespace pilcrow
