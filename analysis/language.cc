// SPDX-License-Identifier: GPL-2.0-or-later
// CLD2's header needs this one first.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <algorithm>
#include <array>
#include <string>

#include "analysis/language_letters.h"
#include "analysis/passage_language.h"
#include "corpus/language_code.h"
#include "corpus/utf8.h"
#include "pilcrow/analyzer.h"

namespace pilcrow {
namespace {

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

// Whether function words lead by more than an answer of CLD2 counts for, which takes ten times as
// long as all the rest.
bool is_plain(const LanguageVotes::Best& best, const LetterCounts& counts) {
  return best.margin > sure_bonus && has_many_hits(counts, best.hits);
}

// Languages that none of 200 others was taken for, by their words alone.  (Faroese has most
// function words of Icelandic, and Haitian many of French.)
constexpr std::string_view without_lookalikes = " en de nl pl cs hu fi tr ru uk ";

bool is_listed(std::string_view language, std::string_view list) {
  return list.find(' ' + std::string(language) + ' ') != std::string_view::npos;
}

// The confidence is that of a text which is long enough.
LanguageGuess combine(const Statistics& statistics, const LetterCounts& counts) {
  if (statistics.is_sure && !LanguageVotes::knows(statistics.language)) {
    return {statistics.language, 0.98};
  }
  const LanguageVotes::Best best =
      counts.votes.best(statistics.language, statistics.is_sure ? sure_bonus : unsure_bonus);
  if (best.score <= 0) {
    const double unsure = counts.is_mostly(USCRIPT_LATIN) ? 0.3 : 0.8;
    return {statistics.language, statistics.is_sure ? 0.8 : unsure};
  }
  std::string language(best.language);
  if (statistics.is_sure) {
    return {std::move(language), best.language == statistics.language ? 1 : 0.93};
  }
  const bool is_clear = has_many_hits(counts, best.hits) && best.margin > 1;
  return {std::move(language), is_clear ? 0.95 : 0.5};
}

// With so many letters, a confidence is half of what it would be for a long text.
constexpr double half_by_statistics = 3;
constexpr double half_by_letters = 0.5;

// Of less confidence, a guess is none.
constexpr double confidence_min = 0.25;

LanguageGuess weighed(LanguageGuess guess, const LetterCounts& counts, double half_letters) {
  const auto letters = static_cast<double>(counts.all);
  guess.confidence *= letters / (letters + half_letters);
  return guess.code.empty() || guess.confidence < confidence_min ? LanguageGuess{} : guess;
}

LanguageGuess guess_by_statistics(std::string_view valid, const LetterCounts& counts) {
  const LanguageVotes::Best words = counts.votes.best("", 0);
  if (is_plain(words, counts) && is_listed(words.language, without_lookalikes)) {
    return weighed({std::string(words.language), 1}, counts, half_by_statistics);
  }
  const Statistics statistics = ask_cld2(valid);
  if (!statistics.is_sure) {
    std::string language = language_by_script(counts);
    if (!language.empty()) {
      return weighed({std::move(language), 0.97}, counts, half_by_letters);
    }
  }
  return weighed(combine(statistics, counts), counts, half_by_statistics);
}

LanguageGuess guess_of_sample(std::string_view sample, const LetterCounts& counts) {
  std::string language = language_by_letters(counts);
  if (!language.empty()) {
    return weighed({std::move(language), 1}, counts, half_by_letters);
  }
  if (counts.is_valid) {
    return guess_by_statistics(sample, counts);
  }
  std::size_t replaced = 0;
  return guess_by_statistics(repair_utf8(sample, replaced), counts);
}

// Languages between which a guess does not overrule what is declared: their texts are too similar,
// or one code includes the other.
constexpr std::array<std::string_view, 10> compatible_languages = {
    " no nb nn ", " sr hr bs sh cnr ",
    " id ms ",    " zh yue wuu lzh nan hak gan ",
    " fa prs ",   " ku ckb kmr ",
    " az azb ",   " hi bh bho mai mag awa hne ",
    " ak tw ",    " ar arz ary acm acq aeb ajp apc ars "};

bool are_compatible(std::string_view one, std::string_view other) {
  if (one == other) {
    return true;
  }
  const std::string one_word = " " + std::string(one) + " ";
  const std::string other_word = " " + std::string(other) + " ";
  return std::any_of(compatible_languages.begin(), compatible_languages.end(),
                     [&](std::string_view group) {
                       return group.find(one_word) != std::string_view::npos &&
                              group.find(other_word) != std::string_view::npos;
                     });
}

// Below, a passage keeps the language of its article: measured, see docs/languages.md.
constexpr double passage_confidence_min = 0.9;

// What contradicts a declared language.
constexpr double contradiction_confidence_min = 0.92;
constexpr std::size_t contradiction_letters_min = 60;

// Whether a text is too short for any guess at another language in Latin letters to be sure.
bool is_too_short(const LetterCounts& counts) {
  const auto letters = static_cast<double>(counts.all);
  return counts.is_mostly(USCRIPT_LATIN) &&
         letters < passage_confidence_min * (letters + half_by_statistics);
}

// Languages whose function words lead by so many in one of 20,000 sentences of others at most, so
// that CLD2, which is wrong more often, is not asked about a passage that is expected to be in one.
constexpr std::string_view rarely_leading = " en de nl pl cs hu fi tr ";
constexpr int expected_lead_min = 2;

// Whether the words of a passage leave no doubt that it is in the language that is expected.
bool is_evident(const std::string& expected, const LetterCounts& counts) {
  const LanguageVotes::Best best = counts.votes.best("", 0);
  return best.language == expected &&
         (is_plain(best, counts) ||
          (best.margin >= expected_lead_min && is_listed(expected, rarely_leading)));
}

}  // namespace

LanguageGuess guess_language(std::string_view text) {
  const std::string_view sample = language_sample(text);
  return guess_of_sample(sample, count_letters(sample));
}

std::string detect_language(std::string_view text) {
  return guess_language(text).code;
}

std::string passage_language(std::string_view text, std::string_view declared,
                             std::string_view context) {
  const std::string_view sample = language_sample(text);
  return passage_language(sample, count_letters(sample), language_code(declared),
                          language_code(context));
}

std::string passage_language(std::string_view sample, const LetterCounts& counts,
                             const std::string& claimed, const std::string& inherited) {
  if (counts.all == 0) {
    return claimed.empty() ? inherited : claimed;
  }
  const bool is_claim_possible = !claimed.empty() && is_written_in(claimed, counts);
  const std::string& expected = is_claim_possible ? claimed : inherited;
  if (!expected.empty() && (is_too_short(counts) || is_evident(expected, counts))) {
    return expected;
  }
  const LanguageGuess guess = guess_of_sample(sample, counts);
  const bool is_contradicted = counts.all >= contradiction_letters_min &&
                               guess.confidence >= contradiction_confidence_min &&
                               !are_compatible(guess.code, claimed);
  if (is_claim_possible && !is_contradicted) {
    return claimed;
  }
  const bool is_foreign =
      guess.confidence >= passage_confidence_min && !are_compatible(guess.code, inherited);
  return is_foreign || inherited.empty() ? guess.code : inherited;
}

}  // namespace pilcrow
