// SPDX-License-Identifier: GPL-2.0-or-later
// From an article to the documents of its passages.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/token_sink.h"
#include "indexer/intake.h"
#include "indexer/term_counter.h"
#include "pilcrow/article.h"
#include "sealed/document.h"
#include "store/forward_index.h"
#include "store/schema.h"

namespace pilcrow {

// Words that stand in the passages built so far, with the terms they became.  A prefix query
// expands over them.
class WordList {
 public:
  // Notes a word unless it was noted lately.
  void note(std::string_view word, std::string_view term);

  // Hands over what was noted since the last call: word -> terms, separated by spaces.
  std::unordered_map<std::string, std::string> take();

 private:
  // Hashes of what was noted, each at one place; a hash that another has driven out is noted again,
  // which merging drops.  2 MiB, however large the corpus.
  static constexpr std::size_t known_slots = std::size_t{1} << 18;

  std::vector<std::uint64_t> known_ = std::vector<std::uint64_t>(known_slots);
  std::unordered_map<std::string, std::string> fresh_;
};

// Error{invalid_argument} that names what is wrong with an article of a caller: no id, invalid
// UTF-8, spans outside the text or out of order.
void require_valid(const Article& article);

// The language an article is analysed in: `language_override`, else the declared one where it is
// plausible (see passage_language), else what its text surely looks like.  Empty: unknown.
std::string article_language(const Article& article, std::string_view language_override);

// The language of an article that article_language does not know: that of its neighbours, `common`;
// where they have none in common, whatever its text looks like.
std::string settled_language(const Article& article, std::string_view common);

// The language of more than half of some articles, given how many have which; empty where there is
// none.  Articles that are too short to tell take it.
std::string common_language(const std::map<std::string, std::uint64_t>& languages);

// How many documents DocumentBuilder makes of an article.
std::uint32_t document_count(const Article& article);

// Not thread-safe: give each thread its own.
class DocumentBuilder {
 public:
  // Takes a passage's document, valid until it returns.
  using Sink = std::function<void(const sealed::DocumentView& document)>;

  // Builds the documents of an article, whose language was decided: those of the body in order, or
  // one for the headline where there is no body; then those of the furniture.  With
  // `one_language`, passages are not looked at for languages of their own.  Returns what the
  // article adds to the statistics of the index.
  IndexStatistics build(const TakenArticle& taken, const std::string& language, bool one_language,
                        const Sink& sink);

  WordList& words() noexcept { return words_; }

 private:
  // What is kept of a numbered word: little, since each word of each text asks for it.
  struct Word {
    enum class State : std::uint8_t { unknown, no_token, token };

    std::uint32_t term = 0;  // Its number.
    WordHash hash = 0;
    State state = State::unknown;
    bool stop_word = false;

    bool is_token() const { return state == State::token; }
    // A stop word is found but adds nothing to any rank, nor to the passage's length.
    std::uint32_t weight() const { return stop_word ? 0 : 1; }
  };
  struct TitleWord {
    std::uint32_t term = 0;
    std::uint32_t weight = 0;
  };
  const Word& word(std::uint32_t number);
  Word new_word(std::uint32_t number);
  std::uint32_t furniture_term_of(std::uint32_t term);
  void begin_article(const TakenArticle& taken, const std::string& language);
  void make_room(const Article& article);
  void collect_title(const Article& article);
  void collect_facts(const TakenArticle& taken);
  void collect(const std::vector<std::uint32_t>& words, bool is_body);
  void add_other_terms(const PassageRecord& record);
  void build_body(const TakenArticle& taken, bool one_language, const Sink& sink);
  void build_furniture(const TakenArticle& taken, const Sink& sink);
  void build_passage(const PassageRecord& record, const Sink& sink);
  void count_passage(const PassageRecord& record);
  std::uint32_t place() const;

  Analyzer analyzer_;
  WordList words_;
  std::vector<Word> known_;                     // By number.
  std::vector<std::uint32_t> furniture_terms_;  // By the number of the content term, + 1; 0: none.
  TermCounter counter_;
  ForwardIndexWriter forward_;
  std::uint32_t length_ = 0;  // Of the document in work, in ranked words.
  // Of the article being built, as all below.
  std::vector<TitleWord> title_;
  std::string article_term_;
  std::string article_value_;
  std::vector<std::string> first_terms_;  // Of its first document.
  std::string kind_term_;
  std::string date_;
  std::string language_;
  IndexStatistics statistics_;
};

// The record of an article; `language` and `built` as above.
ArticleRecord make_record(const TakenArticle& taken, const std::string& language,
                          const IndexStatistics& built);

}  // namespace pilcrow
