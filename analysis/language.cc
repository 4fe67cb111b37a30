// SPDX-License-Identifier: GPL-2.0-or-later
// CLD2's header needs this one first.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <algorithm>
#include <array>
#include <string>

#include "analysis/language_letters.h"
#include "corpus/utf8.h"
#include "pilcrow/analyzer.h"

namespace pilcrow {
namespace {

// More does not change the answer.
constexpr std::size_t sample_bytes_max = std::size_t{16} << 10;

// CLD2 has names of its own for some languages, and for some jokes.
std::string iso_code(std::string_view code) {
  constexpr std::array<std::array<std::string_view, 2>, 5> names = {
      {{"iw", "he"}, {"jw", "jv"}, {"mo", "ro"}, {"nb", "no"}, {"nn", "no"}}};
  code = code.substr(0, code.find('-'));
  for (const auto& [theirs, iso] : names) {
    if (code == theirs) {
      return std::string(iso);
    }
  }
  const bool is_none = code == "un" || code.starts_with("xx") || code.starts_with("zz");
  return is_none ? "" : std::string(code);
}

// How many function words an answer of CLD2 counts for.
constexpr int sure_bonus = 4;
constexpr int unsure_bonus = 1;

struct Statistics {
  std::string language = {};
  bool is_sure = false;
};

// Where CLD2 is not sure, what it takes for the most probable.
Statistics ask_cld2(std::string_view text) {
  Statistics result;
  for (const int flags : {0, CLD2::kCLDFlagBestEffort}) {
    std::array<CLD2::Language, 3> languages = {};
    std::array<int, 3> percents = {};
    std::array<double, 3> scores = {};
    const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    int text_bytes = 0;
    bool is_reliable = false;
    const CLD2::Language detected = CLD2::ExtDetectLanguageSummary(
        text.data(), static_cast<int>(text.size()), true, &hints, flags, languages.data(),
        percents.data(), scores.data(), nullptr, &text_bytes, &is_reliable);
    result = {iso_code(CLD2::LanguageCode(detected)), is_reliable && flags == 0};
    if (result.is_sure) {
      return result;
    }
  }
  return result;
}

// Function words are at least every fifth word of nearly any sentence; of a language that the table
// does not know, by chance, fewer.
bool has_many_hits(const LetterCounts& counts, int hits) {
  return 5 * static_cast<std::size_t>(hits) >= counts.votes.words();
}

// The confidence of statistics on a text that is long enough.
LanguageGuess combine(const Statistics& statistics, const LetterCounts& counts) {
  if (statistics.is_sure && !LanguageVotes::knows(statistics.language)) {
    return {statistics.language, 0.96};
  }
  const LanguageVotes::Best best =
      counts.votes.best(statistics.language, statistics.is_sure ? sure_bonus : unsure_bonus);
  if (best.score <= 0) {
    return {statistics.language, statistics.is_sure                ? 0.8
                                 : counts.is_mostly(USCRIPT_LATIN) ? 0.3
                                                                   : 0.7};
  }
  const bool agree = best.language == statistics.language;
  if (statistics.is_sure) {
    return {std::string(best.language), agree ? 0.99 : 0.9};
  }
  if (!has_many_hits(counts, best.hits)) {
    return {std::string(best.language), agree ? 0.5 : 0.3};
  }
  return {std::string(best.language), best.margin > 1 ? 0.9 : 0.7};
}

LanguageGuess guess_by_statistics(std::string_view sample, const LetterCounts& counts) {
  const Statistics statistics = ask_cld2(sample);
  if (!statistics.is_sure) {
    std::string language = language_by_script(counts);
    if (!language.empty()) {
      return {std::move(language), 0.9};
    }
  }
  return combine(statistics, counts);
}

// Of less confidence, a guess is none.
constexpr double confidence_min = 0.25;

// With so many letters, confidence is half of what it would be for a long text.
constexpr double half_confidence_letters = 3;

}  // namespace

LanguageGuess guess_by_letters(std::string_view sample, const LetterCounts& counts) {
  LanguageGuess guess = {language_by_letters(counts), 1};
  if (guess.code.empty() && counts.is_valid) {
    guess = guess_by_statistics(sample, counts);
  } else if (guess.code.empty()) {
    std::size_t replaced = 0;
    guess = guess_by_statistics(repair_utf8(sample, replaced), counts);
  }
  const auto letters = static_cast<double>(counts.all);
  guess.confidence *= letters / (letters + half_confidence_letters);
  return guess.code.empty() || guess.confidence < confidence_min ? LanguageGuess{} : guess;
}

LanguageGuess guess_language(std::string_view text) {
  const std::string_view sample = text.substr(0, sample_bytes_max);
  return guess_by_letters(sample, count_letters(sample));
}

std::string detect_language(std::string_view text) {
  return guess_language(text).code;
}

}  // namespace pilcrow
