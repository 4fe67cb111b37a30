// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/analyzer.h"

#include <unicode/uversion.h>
#include <algorithm>
#include <map>
#include <utility>

#include "analysis/folding.h"
#include "analysis/stemmer.h"
#include "analysis/stop_words.h"
#include "analysis/token_sink.h"
#include "analysis/word_breaker.h"
#include "analysis/word_cache.h"

namespace pilcrow {
namespace {

// Raised whenever a token could come out differently, or a key of the vocabulary: a gram of a word
// or the skeleton of a name.
constexpr const char* revision = "2";

constexpr std::size_t word_bytes_max = 128;
// Enough to fold word_bytes_max from, whatever folding drops.
constexpr std::size_t written_bytes_max = 4 * word_bytes_max;
static_assert(word_bytes_max <= WordCache::word_bytes_max);
static_assert(written_bytes_max <= WordCache::written_bytes_max);

class TokenCollector : public TokenSink {
 public:
  explicit TokenCollector(std::size_t expected) { tokens_.reserve(expected); }

  void token(const TokenView& token) override {
    tokens_.push_back({std::string(token.word), std::string(token.term), token.span, token.position,
                       token.stop_word});
  }

  std::vector<Token> take() { return std::move(tokens_); }

 private:
  std::vector<Token> tokens_;
};

}  // namespace

struct Analyzer::Impl {
  // What is known of one language: its stemmer, and what became of words as they were written.
  struct Language {
    explicit Language(std::string_view language_code)
        : code(language_code),
          stemmer(language_code),
          keeps_diacritics(Stemmer::keeps_diacritics(code)),
          is_turkic(code == "tr" || code == "az") {}
    std::string code;
    Stemmer stemmer;
    bool keeps_diacritics = false;
    bool is_turkic = false;
    WordCache words = {};
  };

  Language& language(std::string_view code) {
    auto found = languages.find(code);
    // All others are one, so that codes from outside can't pile up caches.
    if (found == languages.end() && !Stemmer::exists(code) && !has_stop_words(code) &&
        code != "az") {
      code = "";
      found = languages.find(code);
    }
    if (found == languages.end()) {
      found = languages.try_emplace(std::string(code), code).first;
    }
    return found->second;
  }

  // Many languages together remember no more than two do, and some words.
  void bound_memory(const Language& current) {
    constexpr std::size_t some = 1024;
    if (++words_added % some != 0) {
      return;
    }
    std::size_t words_known = 0;
    for (const auto& [code, one] : languages) {
      words_known += one.words.words();
    }
    if (words_known <= 2 * WordCache::words_max) {
      return;
    }
    for (auto& [code, one] : languages) {
      if (&one != &current) {
        one.words.forget();
      }
    }
  }

  WordCache::Known look_up(Language& in, std::string_view written, std::uint32_t hash) {
    WordCache::Known known;
    return in.words.find(written, hash, known) ? known : analyze_word(in, written);
  }

  // One word is often asked for in many languages, which fold it alike.
  void fold(std::string written) {
    if (written != last.written) {
      last.folded = case_folded(written);
      last.whole = diacritics_folded(last.folded);
      last.written = std::move(written);
    }
  }

  WordCache::Known analyze_word(Language& in, std::string_view written) {
    bound_memory(in);
    fold(in.is_turkic ? with_turkish_small_i(written) : std::string(written));
    std::string stem = in.stemmer.stem(cut_to(last.folded, word_bytes_max));
    if (!in.keeps_diacritics) {
      stem = stem == last.folded ? last.whole : diacritics_folded(stem);
    }
    const std::string_view word = cut_to(last.whole, word_bytes_max);
    const std::string_view term = cut_to(stem, word_bytes_max);
    return in.words.add(written, word, term.empty() ? word : term, is_stop_word(word, in.code));
  }

  struct Word {
    Span span;
    std::string_view written;
    std::uint32_t hash = 0;
  };

  static Word word_at(std::string_view text, const Span& span) {
    const std::string_view written =
        cut_to(text.substr(span.begin, span.size()), written_bytes_max);
    return {span, written, WordCache::hash_of(written)};
  }

  void put_token(Language& in, const Word& word, std::uint32_t& position, TokenSink& sink) {
    const WordCache::Known known = look_up(in, word.written, word.hash);
    // Nothing is left of a word of invisible letters.
    if (!known.word.empty()) {
      sink.token({known.word, known.term, word.span, position++, known.stop_word, known.is_new});
    }
  }

  // Finds words by `find`, a member of WordBreaker.  All first, so that the processor fetches what
  // is known of them at once.
  template <typename Find>
  void analyze(std::string_view text, std::string_view code, TokenSink& sink, Find find) {
    Language& in = language(code);
    words.clear();
    (breaker.*find)(text, [&](const Span& span) {
      words.push_back(word_at(text, span));
      in.words.prefetch(words.back().hash);
    });
    std::uint32_t position = 0;
    for (const Word& word : words) {
      put_token(in, word, position, sink);
    }
  }

  struct FoldedWord {
    std::string written = {};
    std::string folded = {};  // Case alone.
    std::string whole = {};
  };

  WordBreaker breaker;
  std::vector<Word> words;  // Of the text in work.
  FoldedWord last;
  std::size_t words_added = 0;
  std::map<std::string, Language, std::less<>> languages;
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view language) const {
  constexpr std::size_t bytes_per_word = 6;  // As texts in alphabets have; it need not fit.
  TokenCollector tokens(text.size() / bytes_per_word);
  AnalyzerAccess::analyze(*this, text, language, tokens);
  return tokens.take();
}

bool Analyzer::has_stemmer(std::string_view language) {
  return Stemmer::exists(language);
}

std::string Analyzer::fingerprint() {
  UVersionInfo numbers;
  u_getVersion(numbers);
  char icu[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(numbers, icu);
  return std::string("pilcrow-analysis/") + revision + " icu/" + icu + " xapian/" +
         Xapian::version_string();
}

void AnalyzerAccess::analyze(const Analyzer& analyzer, std::string_view text,
                             std::string_view language, TokenSink& sink) {
  analyzer.impl_->analyze(text, language, sink, &WordBreaker::find_words);
}

std::vector<Span> AnalyzerAccess::find_words(const Analyzer& analyzer, std::string_view text) {
  std::vector<Span> words;
  analyzer.impl_->breaker.find_words(text, [&](const Span& span) { words.push_back(span); });
  return words;
}

void AnalyzerAccess::analyze_words(const Analyzer& analyzer, std::string_view text,
                                   const std::vector<Span>& words, std::string_view language,
                                   TokenSink& sink) {
  Analyzer::Impl& impl = *analyzer.impl_;
  Analyzer::Impl::Language& in = impl.language(language);
  std::uint32_t position = 0;
  for (const Span& span : words) {
    impl.put_token(in, Analyzer::Impl::word_at(text, span), position, sink);
  }
}

void AnalyzerAccess::analyze_by_icu(const Analyzer& analyzer, std::string_view text,
                                    std::string_view language, TokenSink& sink) {
  analyzer.impl_->analyze(text, language, sink, &WordBreaker::find_words_by_icu);
}

}  // namespace pilcrow
