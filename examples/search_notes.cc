// SPDX-License-Identifier: GPL-2.0-or-later
// Indexes a few notes of its own and searches them: the whole of a program on the library.
#include <filesystem>
#include <iostream>
#include <vector>

#include <pilcrow/error.h>
#include <pilcrow/indexer.h>
#include <pilcrow/searcher.h>

namespace {

// Delivers articles from memory; a program's own source would read its database here.
class NoteReader : public pilcrow::ArticleReader {
 public:
  bool next(pilcrow::Article& article, std::vector<pilcrow::Problem>& /*problems*/) override {
    if (next_ == notes_.size()) {
      return false;
    }
    article = notes_[next_++];
    return true;
  }

 private:
  std::vector<pilcrow::Article> notes_ = {
      {.id = "note-1",
       .title = "Glaciers",
       .language = "en",
       .text = "The glacier has retreated by a mile.\n\nIts river feeds the whole valley."},
      {.id = "note-2", .title = "Harvest", .language = "en", .text = "Wheat was late this year."}};
  std::size_t next_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::filesystem::path index = argc > 1 ? argv[1] : "notes.index";
    NoteReader notes;
    pilcrow::Indexer(index, {.mode = pilcrow::OpenMode::rebuild}).put_all(notes);

    pilcrow::Searcher searcher(index);
    const pilcrow::SearchResults results = searcher.search("retreating glaciers", {.limit = 3});
    for (const pilcrow::Hit& hit : results.hits) {
      std::cout << to_string(hit.passage) << ": " << hit.snippet.text << '\n';
    }
    return results.hits.empty() ? 1 : 0;
  } catch (const pilcrow::Error& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
