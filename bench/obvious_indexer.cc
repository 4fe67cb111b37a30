// SPDX-License-Identifier: GPL-2.0-or-later
// obvious_indexer DB FILE...: what one writes first with Xapian, over the same passages as Pilcrow:
// TermGenerator with an English stemmer, one document a passage, default flush, one thread.
#include <xapian.h>
#include <iostream>

#include "pilcrow/article.h"
#include "pilcrow/error.h"

namespace {

void add_article(const pilcrow::Article& article, Xapian::TermGenerator& generator,
                 Xapian::WritableDatabase& database) {
  for (const pilcrow::Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind != pilcrow::ParagraphKind::body) {
      continue;
    }
    const std::string text =
        article.text.substr(paragraph.span.begin, paragraph.span.end - paragraph.span.begin);
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(article.title);
    generator.increase_termpos();
    generator.index_text(text);
    document.set_data(text);
    document.add_value(0, article.id);
    database.add_document(document);
  }
}

void index_files(int count, char** files, Xapian::WritableDatabase& database) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  for (int i = 0; i < count; ++i) {
    const auto reader = pilcrow::open_source(files[i]);
    pilcrow::Article article;
    std::vector<pilcrow::Problem> problems;
    while (reader->next(article, problems)) {
      add_article(article, generator, database);
    }
  }
  database.commit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: obvious_indexer DB FILE...\n";
    return 2;
  }
  try {
    Xapian::WritableDatabase database(argv[1], Xapian::DB_CREATE_OR_OVERWRITE);
    index_files(argc - 2, argv + 2, database);
    std::cout << database.get_doccount() << " passages\n";
    return 0;
  } catch (const Xapian::Error& error) {
    std::cerr << "obvious_indexer: " << error.get_description() << '\n';
  } catch (const pilcrow::Error& error) {
    std::cerr << "obvious_indexer: " << error.what() << '\n';
  }
  return 2;
}
