// SPDX-License-Identifier: GPL-2.0-or-later
// Analysis: from text to the terms that the index holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"
#include "pilcrow/export.h"

namespace pilcrow {

struct Token {
  std::string word = {};       // Folded, not stemmed: what phrases and prefixes compare.
  std::string term = {};       // Stemmed, then folded: what the index holds.
  Span span = {};              // Where it stands in the text.  Folding and stemming never move it.
  std::uint32_t position = 0;  // Counted in words from 0.
  bool stop_word = false;      // A function word of the language; found, but not ranked.
};

// Turns text into tokens; the same for documents, queries and highlights.
//
// Words are the segments of ICU's word break iterator (Unicode UAX #29; dictionaries for Chinese,
// Japanese, Thai, Lao, Khmer and Burmese) that hold a letter, a digit or an ideograph.  A word is
// folded by NFKC case folding (Unicode UAX #15 and section 5.18), then Latin and Greek letters lose
// their diacritics and Cyrillic ё becomes е.  Its term is the stem of the case-folded word
// (Snowball's, or a light one of ours: docs/analysis.md), folded in the same way; in Vietnamese it
// is the word with its marks.  Words longer than 128 bytes are cut there.
//
// Not thread-safe (it keeps caches): give each thread its own.
class PILCROW_EXPORT Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // The tokens of `text`, in order, spans ascending and never overlapping.  `language` is an
  // ISO 639-1 code that selects stemmer and stop words; without them for it, words stay as they
  // are.  Invalid UTF-8 counts as a word boundary and is never part of a span.
  std::vector<Token> analyze(std::string_view text, std::string_view language) const;

  // True where words of this language are stemmed.
  static bool has_stemmer(std::string_view language);

  // Differs whenever two analyzers could disagree on a token: our revision, and the versions of
  // ICU and Xapian.  The index stores it.
  static std::string fingerprint();

 private:
  friend class AnalyzerAccess;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The language of a text as an ISO 639-1 code (639-3 where there is none), or an empty string where
// the text is too short or too mixed to tell.  Letters that only one language uses decide first.
// Thread-safe.
PILCROW_EXPORT std::string detect_language(std::string_view text);

struct LanguageGuess {
  std::string code = {};  // As detect_language returns it.
  double confidence = 0;  // 0 to 1; from 0.9 on, a guess is nearly always right.
};

// detect_language, with how sure it is; docs/languages.md has the measurements.  Thread-safe.
PILCROW_EXPORT LanguageGuess guess_language(std::string_view text);

// The language of a passage in an article: `declared` (empty: none) where it is plausible for the
// text; else a guess of a confidence of 0.9 or more; else `context`, the language of the article;
// without that, whatever the guess is.  Plausible is a language that is written in the script of
// the text, and that a confident guess on 60 letters or more does not contradict.  Near relatives
// (Serbian and Croatian, Indonesian and Malay, the ways of writing Norwegian) do not contradict
// each other.  Both codes may be spelled as sources do ("zh-Hant", "kaz"); the result is a short
// code.  Thread-safe.
PILCROW_EXPORT std::string passage_language(std::string_view text, std::string_view declared,
                                            std::string_view context);

}  // namespace pilcrow
