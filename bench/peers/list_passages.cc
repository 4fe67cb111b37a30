// SPDX-License-Identifier: GPL-2.0-or-later
// list_passages FILE: prints the body passages of a file as Pilcrow indexes them, one a line: its
// name, a tab, the article's title and the text.
#include <algorithm>
#include <exception>
#include <iostream>

#include "pilcrow/article.h"

namespace {

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char byte) { return byte == '\n' || byte == '\t'; }, ' ');
  return text;
}

void print(const pilcrow::Article& article) {
  const std::string title = one_line(article.title);
  std::size_t number = 0;
  for (const pilcrow::Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == pilcrow::ParagraphKind::body) {
      const std::size_t bytes = paragraph.span.end - paragraph.span.begin;
      std::cout << article.id << '#' << ++number << '\t' << title << ". "
                << one_line(article.text.substr(paragraph.span.begin, bytes)) << '\n';
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: list_passages FILE\n";
    return 2;
  }
  try {
    const auto reader = pilcrow::open_source(argv[1]);
    pilcrow::Article article;
    std::vector<pilcrow::Problem> problems;
    while (reader->next(article, problems)) {
      print(article);
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "list_passages: " << error.what() << '\n';
    return 2;
  }
}
