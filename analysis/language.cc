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

LanguageGuess combine(const Statistics& statistics, const LetterCounts& counts) {
  const bool is_known = LanguageVotes::knows(statistics.language);
  if (statistics.is_sure && !is_known) {
    return {statistics.language, 0.9};
  }
  const LanguageVotes::Best best = counts.votes.best(
      statistics.language, statistics.is_sure ? sure_bonus : unsure_bonus);
  if (best.score > 0) {
    return {std::string(best.language), 0.9};
  }
  return {statistics.language, 0.5};
}

}  // namespace

LanguageGuess guess_language(std::string_view text) {
  std::string_view sample = text.substr(0, sample_bytes_max);
  const LetterCounts counts = count_letters(sample);
  std::string language = language_by_letters(counts);
  if (!language.empty()) {
    return {language, 1};
  }
  std::string repaired;
  if (!counts.is_valid) {
    std::size_t replaced = 0;
    repaired = repair_utf8(sample, replaced);
    sample = repaired;
  }
  const Statistics statistics = ask_cld2(sample);
  if (!statistics.is_sure) {
    language = language_by_script(counts);
    if (!language.empty()) {
      return {language, 0.8};
    }
  }
  return combine(statistics, counts);
}

std::string detect_language(std::string_view text) {
  return guess_language(text).code;
}

}  // namespace pilcrow
