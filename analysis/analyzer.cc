// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/analyzer.h"

#include <unicode/uversion.h>
#include <algorithm>
#include <map>
#include <utility>

#include "analysis/folding.h"
#include "analysis/language_defaults.h"
#include "analysis/passage_language.h"
#include "analysis/stemmer.h"
#include "analysis/stop_words.h"
#include "analysis/token_sink.h"
#include "analysis/word_breaker.h"
#include "analysis/word_table.h"

namespace pilcrow {
namespace {

// Raised whenever a token could come out differently, or a key of the vocabulary: a gram of a word
// or the skeleton of a name.
constexpr const char* revision = "2";

constexpr std::size_t word_bytes_max = 128;
// Enough to fold word_bytes_max from, whatever folding drops.
constexpr std::size_t written_bytes_max = 4 * word_bytes_max;
static_assert(word_bytes_max <= WordTable::word_bytes_max);
static_assert(written_bytes_max <= WordTable::written_bytes_max);

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
  // What a text is looked up for.  Only the language of a passage takes what letters tell, which
  // needs lists that take time to make.
  enum class LookAt { words, letters };
  static constexpr PlainLetters unknown_letters = {.letters = PlainLetters::not_plain};

  // What is known of one language.
  struct Language {
    Language(const LanguageDefaults& its_defaults, std::size_t languages_before)
        : defaults(its_defaults),
          stemmer(its_defaults),
          number(static_cast<std::uint8_t>(languages_before)) {}
    const LanguageDefaults& defaults;
    Stemmer stemmer;
    std::uint8_t number;
  };

  const Language& language(std::string_view code) {
    // All for which nothing is done are one.
    const LanguageDefaults& defaults = language_defaults(code);
    return languages.try_emplace(defaults.language, defaults, languages.size()).first->second;
  }

  // Forgets all words when there are too many, but not those of the text in work.
  bool make_room() {
    if (table.words() < WordTable::words_max) {
      return false;
    }
    table.forget();
    return true;
  }

  // One word is often asked for in many languages, which fold it alike.
  void fold(std::string written) {
    if (written != last.written) {
      last.folded = case_folded(written);
      last.whole = diacritics_folded(last.folded);
      last.written = std::move(written);
    }
  }

  const WordTable::Entry& analyze_word(const Language& in, const WordTable::Key& key,
                                       std::string_view written, LookAt look_at) {
    fold(in.defaults.has_dotless_i ? with_turkish_small_i(written) : std::string(written));
    std::string stem = in.stemmer.stem(cut_to(last.folded, word_bytes_max));
    if (!in.defaults.keeps_diacritics) {
      stem = stem == last.folded ? last.whole : diacritics_folded(stem);
    }
    const std::string_view word = cut_to(last.whole, word_bytes_max);
    const std::string_view term = cut_to(stem, word_bytes_max);
    const WordTable::Known known = {word, term.empty() ? word : term,
                                    is_stop_word(word, in.defaults.language)};
    return table.add(
        key, written, known,
        look_at == LookAt::letters ? word_letters(written) : WordLetters{unknown_letters, 0});
  }

  static std::string_view written_at(std::string_view text, const Span& span) {
    return cut_to(text.substr(span.begin, span.size()), written_bytes_max);
  }

  // Their numbers, and what their letters are.  All keys first, so that the processor fetches what
  // is known of the words at once.
  void look_up(const Language& in, std::string_view text, const std::vector<Span>& words,
               LookAt look_at) {
    keys.clear();
    for (const Span& span : words) {
      const Span written = {span.begin, span.begin + written_at(text, span).size()};
      keys.push_back(WordTable::key_of(text, written, in.number));
      table.prefetch(keys.back());
    }
    numbers.resize(words.size());
    letters.resize(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view written = text.substr(words[i].begin, keys[i].bytes);
      const WordTable::Entry* found = table.find(keys[i], written);
      const WordTable::Entry& entry =
          found != nullptr ? *found : analyze_word(in, keys[i], written, look_at);
      numbers[i] = entry.number;
      letters[i] = written.size() == words[i].size() ? entry.letters : unknown_letters;
    }
  }

  void analyze(std::string_view text, std::string_view code, const std::vector<Span>& words,
               TokenSink& sink) {
    make_room();
    look_up(language(code), text, words, LookAt::words);
    std::uint32_t position = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const WordTable::Known known = table.known(numbers[i]);
      // Nothing is left of a word of invisible letters.
      if (!known.word.empty()) {
        sink.token({known.word, known.term, words[i], position++, known.stop_word});
      }
    }
  }

  // As count_letters, by what is known of most words.
  LetterCounts count_letters_of(std::string_view text, const WordBreaker::Found& found) const {
    LetterCounts counts;
    std::size_t plain_letters = 0;
    auto complex = found.complex.begin();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const Span& span = found.words[i];
      while (complex != found.complex.end() && complex->end <= span.begin) {
        ++complex;
      }
      if (complex != found.complex.end() && complex->begin <= span.begin) {
        continue;  // Counted with the stretch around it.
      }
      if (letters[i].letters == PlainLetters::not_plain) {
        add_letters(text.substr(span.begin, span.size()), counts);
        continue;
      }
      plain_letters += letters[i].letters;
      counts.votes.add_words(letters[i].may_be_listed ? 1 : 0,
                             letters[i].is_listed ? table.languages(numbers[i]) : 0);
    }
    counts.all += plain_letters;
    counts.by_script[USCRIPT_LATIN] += static_cast<std::uint32_t>(plain_letters);
    for (const Span& stretch : found.complex) {
      add_letters(text.substr(stretch.begin, stretch.size()), counts);
    }
    return counts;
  }

  struct FoldedWord {
    std::string written = {};
    std::string folded = {};  // Case alone.
    std::string whole = {};
  };

  WordBreaker breaker;
  WordTable table;
  FoldedWord last;
  std::map<std::string_view, Language> languages;
  // Of the text in work.
  std::vector<WordTable::Key> keys;
  std::vector<std::uint32_t> numbers;
  std::vector<PlainLetters> letters;
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
  return language_defaults(language).has_stemmer();
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
  Analyzer::Impl& impl = *analyzer.impl_;
  impl.analyze(text, language, impl.breaker.find_words(text).words, sink);
}

std::vector<Span> AnalyzerAccess::find_words(const Analyzer& analyzer, std::string_view text) {
  return analyzer.impl_->breaker.find_words(text).words;
}

void AnalyzerAccess::analyze_words(const Analyzer& analyzer, std::string_view text,
                                   const std::vector<Span>& words, std::string_view language,
                                   TokenSink& sink) {
  analyzer.impl_->analyze(text, language, words, sink);
}

void AnalyzerAccess::analyze_by_icu(const Analyzer& analyzer, std::string_view text,
                                    std::string_view language, TokenSink& sink) {
  Analyzer::Impl& impl = *analyzer.impl_;
  impl.analyze(text, language, impl.breaker.find_words_by_icu(text).words, sink);
}

const std::vector<std::uint32_t>& AnalyzerAccess::number_words(const Analyzer& analyzer,
                                                               std::string_view text,
                                                               std::string_view language) {
  Analyzer::Impl& impl = *analyzer.impl_;
  impl.look_up(impl.language(language), text, impl.breaker.find_words(text).words,
               Analyzer::Impl::LookAt::letters);
  return impl.numbers;
}

const std::vector<std::uint32_t>& AnalyzerAccess::number_passage(const Analyzer& analyzer,
                                                                 std::string_view text,
                                                                 const PassageContext& context,
                                                                 std::string& language) {
  Analyzer::Impl& impl = *analyzer.impl_;
  const WordBreaker::Found& found = impl.breaker.find_words(text);
  const std::string& expected = context.declared.empty() ? context.inherited : context.declared;
  const Analyzer::Impl::Language* looked_up = &impl.language(expected);
  impl.look_up(*looked_up, text, found.words, Analyzer::Impl::LookAt::letters);
  const std::string_view sample = language_sample(text);
  const LetterCounts counts =
      sample.size() < text.size() ? count_letters(sample) : impl.count_letters_of(text, found);
  language = passage_language(sample, counts, context.declared, context.inherited);
  if (&impl.language(language) != looked_up) {
    impl.look_up(impl.language(language), text, found.words, Analyzer::Impl::LookAt::letters);
  }
  return impl.numbers;
}

NumberedWord AnalyzerAccess::word(const Analyzer& analyzer, std::uint32_t number) {
  const WordTable::Known known = analyzer.impl_->table.known(number);
  return {known.word, known.term, known.stop_word};
}

bool AnalyzerAccess::make_room(const Analyzer& analyzer) {
  return analyzer.impl_->make_room();
}

}  // namespace pilcrow
