// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/language_code.h"

#include <algorithm>
#include <array>

namespace pilcrow {
namespace {

// ISO 639-2/T, 639-2/B and 639-3 codes of languages that have a two-letter one.
constexpr std::array<std::array<std::string_view, 2>, 76> short_codes = {{
    {"amh", "am"}, {"ara", "ar"}, {"arm", "hy"}, {"aze", "az"}, {"baq", "eu"}, {"bel", "be"},
    {"ben", "bn"}, {"bul", "bg"}, {"bur", "my"}, {"cat", "ca"}, {"ces", "cs"}, {"chi", "zh"},
    {"cze", "cs"}, {"dan", "da"}, {"deu", "de"}, {"dut", "nl"}, {"ell", "el"}, {"eng", "en"},
    {"est", "et"}, {"eus", "eu"}, {"fas", "fa"}, {"fin", "fi"}, {"fra", "fr"}, {"fre", "fr"},
    {"geo", "ka"}, {"ger", "de"}, {"gle", "ga"}, {"gre", "el"}, {"hau", "ha"}, {"heb", "he"},
    {"hin", "hi"}, {"hrv", "hr"}, {"hun", "hu"}, {"hye", "hy"}, {"ind", "id"}, {"ita", "it"},
    {"jpn", "ja"}, {"kat", "ka"}, {"kaz", "kk"}, {"khm", "km"}, {"kir", "ky"}, {"kor", "ko"},
    {"lao", "lo"}, {"lav", "lv"}, {"lit", "lt"}, {"mon", "mn"}, {"mya", "my"}, {"nep", "ne"},
    {"nld", "nl"}, {"nno", "nn"}, {"nob", "nb"}, {"nor", "no"}, {"per", "fa"}, {"pol", "pl"},
    {"por", "pt"}, {"ron", "ro"}, {"rum", "ro"}, {"rus", "ru"}, {"slk", "sk"}, {"slv", "sl"},
    {"spa", "es"}, {"srp", "sr"}, {"swa", "sw"}, {"swe", "sv"}, {"tam", "ta"}, {"tgk", "tg"},
    {"tha", "th"}, {"tuk", "tk"}, {"tur", "tr"}, {"uig", "ug"}, {"ukr", "uk"}, {"urd", "ur"},
    {"uzb", "uz"}, {"vie", "vi"}, {"yor", "yo"}, {"zho", "zh"},
}};

}  // namespace

std::string language_code(std::string_view declared) {
  std::string code;
  for (const char byte : declared.substr(0, declared.find_first_of("-_"))) {
    const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
    if (lower < 'a' || lower > 'z') {
      return "";
    }
    code += lower;
  }
  const auto* found = std::find_if(short_codes.begin(), short_codes.end(),
                                   [&](const auto& one) { return one[0] == code; });
  if (found != short_codes.end()) {
    return std::string((*found)[1]);
  }
  return code.size() == 2 || code.size() == 3 ? code : "";
}

}  // namespace pilcrow
