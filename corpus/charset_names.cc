// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/charset_names.h"

#include <unicode/ucnv.h>
#include <algorithm>
#include <cstddef>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

#include "pilcrow/error.h"

namespace pilcrow {
namespace {

struct Label {
  const char* label;
  const char* charset;
};

// Where the WHATWG's labels differ from IANA's names or ICU's aliases.  Names are compared without
// regard to case, hyphens, underscores and spaces, which keeps the list short.
constexpr Label labels[] = {
    {"utf8", ""},
    {"unicode-1-1-utf-8", ""},
    {"unicode11utf8", ""},
    {"x-unicode20utf8", ""},
    {"utf-16", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
    {"ucs-2", "UTF-16LE"},
    {"iso-10646-ucs-2", "UTF-16LE"},
    {"csunicode", "UTF-16LE"},
    {"unicodefffe", "UTF-16BE"},
    {"utf-32", "UTF-32LE"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso_8859-1:1987", "windows-1252"},
    {"iso-ir-100", "windows-1252"},
    {"csisolatin1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp819", "windows-1252"},
    {"ibm819", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"x-cp1250", "windows-1250"},
    {"x-cp1251", "windows-1251"},
    {"iso-8859-9", "windows-1254"},
    {"iso_8859-9:1989", "windows-1254"},
    {"latin5", "windows-1254"},
    {"l5", "windows-1254"},
    {"csisolatin5", "windows-1254"},
    {"tis-620", "windows-874"},
    {"iso-8859-11", "windows-874"},
    {"dos-874", "windows-874"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"logical", "ISO-8859-8"},
    {"866", "IBM866"},
    {"cp866", "IBM866"},
    {"koi", "KOI8-R"},
    {"koi8", "KOI8-R"},
    {"koi8-ru", "KOI8-U"},
    {"mac", "macintosh"},
    {"x-mac-roman", "macintosh"},
    {"x-mac-ukrainian", "x-mac-cyrillic"},
    {"gb2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"csgb2312", "GB18030"},
    {"csiso58gb231280", "GB18030"},
    {"iso-ir-58", "GB18030"},
    {"chinese", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"cp936", "GB18030"},
    {"windows-936", "GB18030"},
    {"big5", "Big5"},
    {"cn-big5", "Big5"},
    {"x-x-big5", "Big5"},
    {"euc-kr", "windows-949"},
    {"cseuckr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"ks_c_5601-1989", "windows-949"},
    {"ksc5601", "windows-949"},
    {"csksc56011987", "windows-949"},
    {"iso-ir-149", "windows-949"},
    {"korean", "windows-949"},
    {"shift_jis", "Shift_JIS"},
    {"sjis", "Shift_JIS"},
    {"x-sjis", "Shift_JIS"},
    {"ms_kanji", "Shift_JIS"},
    {"ms932", "Shift_JIS"},
    {"windows-31j", "Shift_JIS"},
    {"x-euc-jp", "EUC-JP"},
};

// Names that are known by no standard of ICU, or by another name than the usual one.
constexpr const char* own_names[] = {"windows-874",    "windows-949", "windows-1252",
                                     "x-mac-cyrillic", "EUC-JP",      "ISO-2022-JP"};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Those whose parts can't be decoded for themselves, and those that no document should be in.
bool is_refused(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name, &status));
  if (U_FAILURE(status)) {
    return true;
  }
  switch (ucnv_getType(converter.get())) {
    case UCNV_SBCS:
    case UCNV_DBCS:
    case UCNV_MBCS:
    case UCNV_LATIN_1:
    case UCNV_US_ASCII:
    case UCNV_UTF16_BigEndian:
    case UCNV_UTF16_LittleEndian:
    case UCNV_UTF32_BigEndian:
    case UCNV_UTF32_LittleEndian:
      return false;
    default:
      return ucnv_compareNames(name, "ISO-2022-JP") != 0;
  }
}

std::string standard_name(const std::string& label) {
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(label.c_str(), standard, &status);
    if (U_SUCCESS(status) && name != nullptr) {
      return name;
    }
  }
  return "";
}

std::string trimmed(std::string_view label) {
  constexpr const char* spaces = " \t\r\n\f\"'";
  const std::size_t begin = label.find_first_not_of(spaces);
  return begin == std::string_view::npos
             ? ""
             : std::string(label.substr(begin, label.find_last_not_of(spaces) - begin + 1));
}

std::vector<std::string> known_names() {
  std::vector<std::string> names = {"UTF-8", "GB18030", "gb2312", "gbk", "latin1", "UTF-16"};
  names.insert(names.end(), std::begin(own_names), std::end(own_names));
  for (int32_t i = 0; i < ucnv_countAvailable(); ++i) {
    std::string name = standard_name(ucnv_getAvailableName(i));
    if (!name.empty()) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t same = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
      diagonal = std::exchange(row[j + 1], std::min({same, row[j] + 1, row[j + 1] + 1}));
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> charset_of_label(std::string_view label) {
  constexpr std::size_t longest = 60;  // ICU's own limit; no name is longer.
  const std::string name = trimmed(label);
  if (name.empty() || name.size() > longest || name.find('\0') != std::string::npos) {
    return std::nullopt;
  }
  for (const Label& known : labels) {
    if (ucnv_compareNames(known.label, name.c_str()) == 0) {
      return known.charset;
    }
  }
  for (const char* known : own_names) {
    if (ucnv_compareNames(known, name.c_str()) == 0) {
      return known;
    }
  }
  std::string standard = standard_name(name);
  if (standard.empty() || is_refused(standard.c_str())) {
    return std::nullopt;
  }
  return standard;
}

void require_charset(std::string_view label) {
  constexpr std::size_t longest = 60;
  if (label.empty() || charset_of_label(label)) {
    return;
  }
  const std::string wanted(label.substr(0, longest));
  const std::vector<std::string> names = known_names();
  const std::string& nearest = *std::min_element(
      names.begin(), names.end(),
      [&](const auto& a, const auto& b) { return distance(wanted, a) < distance(wanted, b); });
  throw Error(
      ErrorCode::invalid_argument,
      "charset '" + wanted + "': no such charset is known; did you mean '" + nearest + "'?");
}

bool is_wide_charset(std::string_view charset) {
  return charset.starts_with("UTF-16") || charset.starts_with("UTF-32");
}

}  // namespace pilcrow
