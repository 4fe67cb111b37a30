// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/analyzer.h"

#include <algorithm>
#include <map>
#include <unicode/uversion.h>
#include <unordered_map>
#include <utility>

#include "analysis/folding.h"
#include "analysis/stemmer.h"
#include "analysis/stop_words.h"
#include "analysis/token_sink.h"
#include "analysis/word_breaker.h"

namespace pilcrow {
namespace {

// Raised whenever a token could come out differently.
constexpr const char* revision = "1";

constexpr std::size_t word_bytes_max = 128;
// Enough to fold word_bytes_max from, whatever folding drops.
constexpr std::size_t written_bytes_max = 4 * word_bytes_max;
// Words of all languages together; about 100 bytes each.
constexpr std::size_t known_words_max = 200'000;

class TokenCollector : public TokenSink {
 public:
  void token(const TokenView& token) override {
    tokens_.push_back({std::string(token.word), std::string(token.term), token.span,
                       token.position, token.stop_word});
  }

  std::vector<Token> take() { return std::move(tokens_); }

 private:
  std::vector<Token> tokens_;
};

}  // namespace

struct Analyzer::Impl {
  struct KnownWord {
    std::string word;
    std::string term;
    bool stop_word = false;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };
  // What is known of one language: its stemmer, and what became of words as they were written.
  struct Language {
    Language(std::string_view language_code) : code(language_code), stemmer(language_code) {}
    std::string code;
    Stemmer stemmer;
    std::unordered_map<std::string, KnownWord, Hash, std::equal_to<>> words;
  };

  Language& language(std::string_view code) {
    const auto found = languages.find(code);
    return found != languages.end()
               ? found->second
               : languages.emplace(std::string(code), Language(code)).first->second;
  }

  const KnownWord& look_up(Language& in, std::string_view written) {
    written = cut_to(written, written_bytes_max);
    const auto found = in.words.find(written);
    if (found != in.words.end()) {
      return found->second;
    }
    if (known_words >= known_words_max) {
      forget();
    }
    ++known_words;
    return in.words.emplace(std::string(written), analyze_word(in, written)).first->second;
  }

  static KnownWord analyze_word(const Language& in, std::string_view written) {
    const std::string folded = case_folded(written);
    const std::string whole = diacritics_folded(folded);
    const std::string word(cut_to(whole, word_bytes_max));
    const std::string stem = diacritics_folded(in.stemmer.stem(cut_to(folded, word_bytes_max)));
    const std::string term(cut_to(stem, word_bytes_max));
    return {word, term.empty() ? word : term, is_stop_word(word, in.code)};
  }

  void forget() {
    for (auto& [code, language] : languages) {
      language.words.clear();
    }
    known_words = 0;
  }

  void take_word(Language& in, std::string_view text, const Span& span, std::uint32_t& position,
                 TokenSink& sink) {
    const KnownWord& known = look_up(in, text.substr(span.begin, span.size()));
    if (!known.word.empty()) {
      sink.token({known.word, known.term, span, position++, known.stop_word});
    }
  }

  WordBreaker breaker;
  std::map<std::string, Language, std::less<>> languages;
  std::size_t known_words = 0;
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view language) const {
  TokenCollector tokens;
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
  return std::string("pilcrow/") + revision + " icu/" + icu + " xapian/" + Xapian::version_string();
}

void AnalyzerAccess::analyze(const Analyzer& analyzer, std::string_view text,
                             std::string_view language, TokenSink& sink) {
  Analyzer::Impl& impl = *analyzer.impl_;
  Analyzer::Impl::Language& in = impl.language(language);
  std::uint32_t position = 0;
  impl.breaker.find_words(
      text, [&](const Span& span) { impl.take_word(in, text, span, position, sink); });
}

void AnalyzerAccess::analyze_by_icu(const Analyzer& analyzer, std::string_view text,
                                    std::string_view language, TokenSink& sink) {
  Analyzer::Impl& impl = *analyzer.impl_;
  Analyzer::Impl::Language& in = impl.language(language);
  std::uint32_t position = 0;
  impl.breaker.find_words_by_icu(
      text, [&](const Span& span) { impl.take_word(in, text, span, position, sink); });
}

}  // namespace pilcrow
