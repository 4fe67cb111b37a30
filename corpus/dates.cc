// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <sstream>
#include <utility>
#include <vector>

#include "corpus/ascii.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

constexpr std::size_t line_bytes_max = 80;
// A weekday, "Published": a line with more words than these is a sentence.
constexpr std::size_t other_words_max = 2;

// The twelve months of a language; forms of one month are separated by a bar.
constexpr std::array<std::array<std::string_view, 12>, 16> month_names = {{
    {"january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul",
     "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec"},
    {"januar|jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
     "oktober", "november", "dezember"},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
     "octobre", "novembre", "décembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
     "septiembre|setiembre", "octubre", "noviembre", "diciembre"},
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
     "октября", "ноября", "декабря"},
    {"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
     "қараша", "желтоқсан"},
    {"ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim",
     "kasım", "aralık"},
    {"yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr|sentyabr",
     "oktabr|oktyabr", "noyabr", "dekabr"},
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
     "ottobre", "novembre", "dicembre"},
    {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
     "outubro", "novembro", "dezembro"},
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
     "oktober", "november", "december"},
    {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
     "oktober", "november", "december"},
    {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
     "października", "listopada", "grudnia"},
    {"січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
     "жовтня", "листопада", "грудня"},
    {"يناير", "فبراير", "مارس", "أبريل|ابريل|إبريل", "مايو", "يونيو", "يوليو", "أغسطس|اغسطس",
     "سبتمبر", "أكتوبر|اكتوبر", "نوفمبر", "ديسمبر"},
    {"يانۋار", "فېۋرال", "مارت", "ئاپرېل", "ماي", "ئىيۇن", "ئىيۇل", "ئاۋغۇست", "سېنتەبىر",
     "ئۆكتەبىر", "نويابىر", "دېكابىر"},
}};

// Words that dates are written with and that say nothing more.
constexpr std::string_view fillers =
    "de|del|of|the|at|on|am|pm|um|uhr|à|le|el|em|в|от|г|года|год|жылғы|жылы|ж|gmt|utc|est|edt|pst|"
    "pdt|"
    "bst|cet|msk|мск|published|posted|updated|publié|publicado|veröffentlicht|опубликовано|"
    "обновлено|жарияланды|yayınlanma|tarihi";

struct Parts {
  std::vector<int> numbers;
  std::vector<std::size_t> digits;  // Of each number.
  std::vector<std::string> words;
};

bool is_word_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80) != 0;
}

// Of the mark at the beginning that is neither ASCII nor a letter: dashes, dots, quotation marks.
std::size_t mark_bytes(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text.size() > 1 ? text[1] : '\0');
  if (first == 0xC2 && text.size() > 1) {
    return 2;
  }
  return first == 0xE2 && second >= 0x80 && second < 0xB0 && text.size() > 2 ? 3 : 0;
}

bool has_form(std::string_view forms, std::string_view word) {
  while (!forms.empty()) {
    const std::string_view form = forms.substr(0, forms.find('|'));
    if (form == word) {
      return true;
    }
    forms.remove_prefix(std::min(forms.size(), form.size() + 1));
  }
  return false;
}

Parts split_line(std::string_view line) {
  Parts parts;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    if (is_digit(line[at])) {
      int number = 0;
      for (; end < line.size() && is_digit(line[end]) && end - at < 8; ++end) {
        number = 10 * number + (line[end] - '0');
      }
      parts.numbers.push_back(number);
      parts.digits.push_back(end - at);
    } else if (const std::size_t mark = mark_bytes(line.substr(at)); mark > 0) {
      end += mark;
    } else if (is_word_byte(line[at])) {
      while (end < line.size() && is_word_byte(line[end]) && mark_bytes(line.substr(end)) == 0) {
        ++end;
      }
      if (std::string word = lower_case(line.substr(at, end - at)); !has_form(fillers, word)) {
        parts.words.push_back(std::move(word));
      }
    } else {
      ++end;
    }
    at = end;
  }
  return parts;
}

int month_of(std::string_view word) {
  for (const auto& names : month_names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (has_form(names[i], word)) {
        return static_cast<int>(i) + 1;
      }
    }
  }
  return 0;
}

// "GMT", "+0600", "EST" as ISO 8601 has it; empty for other ones.
std::string iso_zone(std::string_view zone) {
  constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"GMT", "Z"},      {"UTC", "Z"},      {"UT", "Z"},       {"Z", "Z"},
      {"EST", "-05:00"}, {"EDT", "-04:00"}, {"CST", "-06:00"}, {"CDT", "-05:00"},
      {"MST", "-07:00"}, {"MDT", "-06:00"}, {"PST", "-08:00"}, {"PDT", "-07:00"},
  };
  for (const auto& [name, iso] : names) {
    if (zone == name) {
      return std::string(iso);
    }
  }
  const bool is_offset = zone.size() == 5 && (zone[0] == '+' || zone[0] == '-') &&
                         zone.find_first_not_of("0123456789", 1) == std::string_view::npos;
  return is_offset ? std::string(zone.substr(0, 3)) + ':' + std::string(zone.substr(3)) : "";
}

// "10:00:00", "9:05"; empty for no time.
std::string iso_time(const std::string& time) {
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
  const int count = std::sscanf(time.c_str(), "%2u:%2u:%2u", &hour, &minute, &second);
  if (count < 2 || hour > 23 || minute > 59 || second > 60) {
    return "";
  }
  std::array<char, 40> text = {};
  std::snprintf(text.data(), text.size(), "T%02u:%02u:%02u", hour, minute, second);
  return text.data();
}

std::string iso_date(int year, int month, int day) {
  using namespace std::chrono;
  const year_month_day date(std::chrono::year(year) / month / day);
  if (!date.ok() || year < 1500 || year > 2199) {
    return "";
  }
  std::array<char, 16> text = {};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
  return text.data();
}

// A named month, with a day and a year in either order.
std::string with_month_name(const Parts& parts) {
  int month = 0;
  for (const std::string& word : parts.words) {
    month = month == 0 ? month_of(word) : month;
  }
  if (month == 0 || parts.numbers.size() < 2 || parts.words.size() > 1 + other_words_max) {
    return "";
  }
  const bool year_first = parts.digits[0] == 4;
  return year_first ? iso_date(parts.numbers[0], month, parts.numbers[1])
                    : iso_date(parts.numbers[1], month, parts.numbers[0]);
}

// Three numbers: year first (ISO, Chinese, Japanese), or day first.
std::string with_numbers(std::string_view line, const Parts& parts) {
  if (parts.numbers.size() < 3) {
    return "";
  }
  const bool is_cjk = line.find("年") != std::string_view::npos;
  const std::size_t words_max = is_cjk ? 3 + other_words_max : other_words_max;
  if (parts.words.size() > words_max) {
    return "";
  }
  if (parts.digits[0] == 4) {
    return iso_date(parts.numbers[0], parts.numbers[1], parts.numbers[2]);
  }
  return parts.digits[2] == 4 ? iso_date(parts.numbers[2], parts.numbers[1], parts.numbers[0]) : "";
}

}  // namespace

std::string parse_rfc822_date(std::string_view written) {
  const std::size_t comma = written.find(',');
  std::istringstream words(std::string(written.substr(comma + 1)));
  int day = 0;
  int year = 0;
  std::string month;
  std::string time;
  std::string zone;
  if (written.size() > line_bytes_max || !(words >> day >> month >> year)) {
    return "";
  }
  words >> time >> zone;
  const int number = month_of(lower_case(month));
  // Years of two digits are those of the first decades of feeds.
  year += year < 70 ? 2000 : year < 100 ? 1900 : 0;
  const std::string date = number == 0 ? "" : iso_date(year, number, day);
  const std::string clock = iso_time(time);
  return date.empty() || clock.empty() ? date : date + clock + iso_zone(zone);
}

std::string parse_date(std::string_view written) {
  constexpr std::size_t year_digits = 4;
  const std::size_t digits = std::min(written.find_first_not_of("0123456789"), written.size());
  const bool is_iso = digits == year_digits && (digits == written.size() || written[digits] == '-');
  if (is_iso) {
    return std::string(written);
  }
  const std::string date = parse_rfc822_date(written);
  return date.empty() ? parse_date_line(written) : date;
}

std::string parse_date_line(std::string_view line) {
  if (line.size() > line_bytes_max) {
    return "";
  }
  const Parts parts = split_line(line);
  const std::string named = with_month_name(parts);
  return named.empty() ? with_numbers(line, parts) : named;
}

}  // namespace pilcrow
