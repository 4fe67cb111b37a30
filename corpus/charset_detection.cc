// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/charset_detection.h"

#include <unicode/uchar.h>
#include <unicode/ucsdet.h>
#include <unicode/uscript.h>
#include <algorithm>
#include <map>
#include <memory>
#include <vector>

#include "corpus/character_decoder.h"
#include "corpus/charset_names.h"
#include "corpus/charset_profiles.h"

namespace pilcrow {
namespace {

constexpr std::size_t sample_bytes = 16384;

bool is_high(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80;
}

// What of the bytes is looked at: some from the first on that is not ASCII, up to a line's or a
// word's end.  What is in front of it is ASCII, so that no character is cut.
std::string_view sample_of(std::string_view bytes) {
  constexpr std::size_t context_bytes = 16;
  const auto first =
      static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_high) - bytes.begin());
  bytes.remove_prefix(first > context_bytes ? first - context_bytes : 0);
  if (bytes.size() <= sample_bytes) {
    return bytes;
  }
  bytes = bytes.substr(0, sample_bytes);
  const std::size_t end = bytes.find_last_of(" \n");
  return end == std::string_view::npos || end < sample_bytes / 2 ? bytes : bytes.substr(0, end);
}

std::vector<char32_t> decoded(std::string_view bytes, const std::string& charset) {
  CharacterDecoder& decoder = thread_decoder(charset);
  std::vector<char32_t> points;
  for (std::size_t at = 0; at < bytes.size();) {
    const Character character = decoder.next(bytes, at);
    points.push_back(character.point);
    at += character.bytes;
  }
  return points;
}

bool is_white_space(char32_t point) {
  return point == ' ' || (point >= '\t' && point <= '\r');
}

// What no text holds: broken parts, controls, and characters that nobody has been given.
bool is_bad(char32_t point) {
  if (point >= Character::broken) {
    return point == Character::broken;
  }
  if (point < 0x80) {
    return point < ' ' && !is_white_space(point);
  }
  return (U_GET_GC_MASK(static_cast<UChar32>(point)) &
          (U_GC_CC_MASK | U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK)) != 0;
}

// How a sample reads as UTF-16 or UTF-32; 0: it is not.  Common characters (ASCII, the marks of
// Chinese) tell the byte orders apart.
std::size_t wide_score(std::string_view sample, const std::string& charset) {
  const std::vector<char32_t> points = decoded(sample, charset);
  const auto bad = static_cast<std::size_t>(std::count_if(points.begin(), points.end(), is_bad));
  const auto common =
      static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [](char32_t point) {
        return (point >= ' ' && point < 0x7F) || is_white_space(point) || point == 0x3002 ||
               point == 0x3001 || point == 0xFF0C;
      }));
  constexpr std::size_t one_in = 50;
  return bad * one_in > points.size() ? 0 : common;
}

// Texts of one byte a character hold no controls, but for a stray one; those of wide characters are
// full of them.
bool has_many_controls(std::string_view sample) {
  const auto controls =
      static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [](char byte) {
        return !is_high(byte) && byte < ' ' && !is_white_space(static_cast<char32_t>(byte)) &&
               byte != '\x1B';
      }));
  return controls > 1 && controls * 100 > sample.size();
}

std::string detect_wide(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_bytes);
  std::string best;
  if (!has_many_controls(sample)) {
    return best;
  }
  std::size_t best_score = 0;
  for (const char* charset : {"UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"}) {
    const std::size_t score = wide_score(sample, charset);
    if (score > best_score) {
      best_score = score;
      best = charset;
    }
  }
  return best;
}

// Escapes to Japanese characters, and no byte that a text of seven bits can't have.
bool is_iso_2022_jp(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, bytes.find('\x1B') + sample_bytes);
  const auto has = [&](std::string_view escape) {
    return sample.find(escape) != std::string_view::npos;
  };
  return (has("\x1B$B") || has("\x1B$@")) && (has("\x1B(B") || has("\x1B(J")) &&
         std::none_of(sample.begin(), sample.end(), is_high);
}

bool is_any_letter(char32_t point) {
  return point < Character::broken &&
         (U_GET_GC_MASK(static_cast<UChar32>(point)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool is_ascii_letter(char32_t point) {
  return point < 0x80 && is_any_letter(point);
}

bool is_ideograph(char32_t point) {
  return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
         (point >= 0xAC00 && point <= 0xD7A3);
}

bool is_latin(char32_t point) {
  return point < 0x250 || (point >= 0x1E00 && point < 0x1F00);
}

// Letters that end words: final sigma, the final forms of Hebrew, ta marbuta and alif maqsura.
bool ends_words(char32_t point) {
  constexpr std::u32string_view finals = U"ςךםןףץةى";
  return finals.find(point) != std::u32string_view::npos;
}

// Signs that stand between letters of a word without harm.
bool joins_letters(char32_t point) {
  constexpr std::u32string_view joiners = U"’‘\u00AD·–—‐ー・\u200C\u200D";
  return joiners.find(point) != std::u32string_view::npos;
}

constexpr double bad_penalty = 6;

// A sample as one charset has it: what speaks against it in any language, and its letters.
struct Reading {
  double penalty = 0;
  std::size_t high = 0;                          // Characters beyond ASCII.
  std::map<char32_t, std::size_t> letters = {};  // Those beyond ASCII, as small ones, counted.
};

struct Place {
  char32_t before_last;
  char32_t before;
  char32_t point;
  char32_t after;
};

double letter_penalty(const Place& place) {
  const bool in_word = is_any_letter(place.before);
  double penalty = 0;
  if (is_ideograph(place.point)) {
    return is_ascii_letter(place.before) || is_ascii_letter(place.after) ? 0.3 : 0;
  }
  if (u_isupper(static_cast<UChar32>(place.point)) && in_word) {
    penalty += u_islower(static_cast<UChar32>(place.before)) ? 1.5 : 0.1;
  }
  if (ends_words(place.point) && is_any_letter(place.after)) {
    penalty += 1;
  }
  if (is_latin(place.point)) {
    const bool third = in_word && place.before >= 0x80 && is_any_letter(place.before_last) &&
                       place.before_last >= 0x80;
    const bool mixed = (in_word && !is_latin(place.before)) ||
                       (is_any_letter(place.after) && !is_latin(place.after));
    return penalty + (third ? 1 : 0) + (mixed ? 1 : 0);
  }
  const bool mixed = is_ascii_letter(place.before) || is_ascii_letter(place.after);
  return penalty + (mixed ? 1.5 : 0);
}

double sign_penalty(const Place& place) {
  const bool after_letter = is_any_letter(place.before);
  const bool before_letter = is_any_letter(place.after);
  if (joins_letters(place.point) || is_ideograph(place.before) || is_ideograph(place.after)) {
    return 0;
  }
  if (u_ispunct(static_cast<UChar32>(place.point))) {
    return after_letter && (before_letter || place.point == U'¿' || place.point == U'¡') ? 1 : 0;
  }
  if (u_isUWhiteSpace(static_cast<UChar32>(place.point))) {
    return 0;
  }
  return after_letter || before_letter ? 1 : 0.3;
}

Reading read_sample(const std::vector<char32_t>& points) {
  Reading reading;
  const auto at = [&](std::size_t i) { return i < points.size() ? points[i] : U' '; };
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t point = points[i];
    if (is_bad(point)) {
      reading.penalty += bad_penalty;
    }
    if (point < 0x80 || point == Character::none) {
      continue;
    }
    ++reading.high;
    // Wraps around at the beginning, which at() takes for the end.
    const Place place = {at(i - 2), at(i - 1), point, at(i + 1)};
    if (is_any_letter(point)) {
      ++reading.letters[static_cast<char32_t>(u_tolower(static_cast<UChar32>(point)))];
      reading.penalty += letter_penalty(place);
    } else if (!is_bad(point)) {
      reading.penalty += sign_penalty(place);
    }
  }
  return reading;
}

double letter_value(char32_t letter, const CharsetProfile& profile) {
  const std::size_t rank = profile.letters.find(letter);
  if (profile.kind == ScriptKind::ideographs) {
    constexpr double frequent = 3;
    const bool is_han = letter >= 0x4E00 && letter <= 0x9FFF;
    const bool is_hangul = letter >= 0xAC00 && letter <= 0xD7A3;
    return rank != std::u32string_view::npos ? frequent : is_han || is_hangul ? 0 : -0.7;
  }
  if (rank == std::u32string_view::npos) {
    return -0.7;
  }
  return 1 - 1.5 * static_cast<double>(rank) / static_cast<double>(profile.letters.size());
}

// At most 1.  Few characters tell little, whatever they are.
double score(const Reading& reading, const CharsetProfile& profile) {
  constexpr double doubt = 3;
  double value = 0;
  for (const auto& [letter, count] : reading.letters) {
    value += letter_value(letter, profile) * static_cast<double>(count);
  }
  const auto high = static_cast<double>(reading.high);
  return (std::min(value, high) - reading.penalty) / (high + doubt);
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// How sure ICU is of each charset, from 0 to 1.
std::map<std::string, double> icu_confidences(std::string_view sample) {
  std::map<std::string, double> confidences;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const auto charset = charset_of_label(ucsdet_getName(matches[i], &status));
    const double confidence = ucsdet_getConfidence(matches[i], &status) / 100.0;
    if (charset && U_SUCCESS(status)) {
      confidences[*charset] = std::max(confidences[*charset], confidence);
    }
  }
  return confidences;
}

template <typename Work>
void for_each_name(std::string_view names, Work&& work) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    work(std::string(names.substr(0, end)));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

}  // namespace

std::string detect_without_high_bytes(std::string_view bytes) {
  if (std::string charset = detect_wide(bytes); !charset.empty()) {
    return charset;
  }
  return is_iso_2022_jp(bytes) ? "ISO-2022-JP" : "";
}

bool fits_charset(std::string_view bytes, const std::string& charset) {
  if (is_wide_charset(charset)) {
    return false;
  }
  constexpr std::size_t characters_for_a_broken_part = 50;
  const std::vector<char32_t> points = decoded(sample_of(bytes), charset);
  const auto bad = static_cast<std::size_t>(std::count_if(points.begin(), points.end(), is_bad));
  const auto high = static_cast<std::size_t>(
      std::count_if(points.begin(), points.end(), [](char32_t point) { return point >= 0x80; }));
  const bool cut = !points.empty() && points.back() == Character::broken;
  return (bad - (cut ? 1 : 0)) * characters_for_a_broken_part <= high;
}

std::string detect_charset(std::string_view bytes) {
  constexpr double trust_in_icu = 0.3;
  constexpr double habit = 0.1;
  const std::string_view sample = sample_of(bytes);
  const std::map<std::string, double> confidences = icu_confidences(sample);
  std::map<std::string, Reading> readings;
  std::string best = "windows-1252";
  double best_score = -bad_penalty;
  for (const CharsetProfile& profile : charset_profiles()) {
    // ICU tells the language well, but not which of its charsets the bytes are in.
    double icu = 0;
    for_each_name(profile.charsets, [&](const std::string& charset) {
      const auto found = confidences.find(charset);
      icu = std::max(icu, found == confidences.end() ? 0 : found->second);
    });
    for_each_name(profile.charsets, [&](const std::string& charset) {
      const auto [reading, is_new] = readings.try_emplace(charset);
      if (is_new) {
        reading->second = read_sample(decoded(sample, charset));
      }
      const double now = score(reading->second, profile) + trust_in_icu * icu +
                         (charset == "windows-1252" ? habit : 0);
      if (now > best_score) {
        best_score = now;
        best = charset;
      }
    });
  }
  return best;
}

}  // namespace pilcrow
