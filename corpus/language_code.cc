// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/language_code.h"

#include <algorithm>
#include <array>

namespace pilcrow {
namespace {

// ISO 639-2/T, 639-2/B and 639-3 codes of languages that have a two-letter one, or of the standard
// form of one ("zsm" of "ms").
constexpr std::array<std::array<std::string_view, 2>, 191> short_codes = {{
    {"abk", "ab"}, {"afr", "af"}, {"aka", "ak"}, {"alb", "sq"}, {"als", "sq"}, {"amh", "am"},
    {"ara", "ar"}, {"arb", "ar"}, {"arm", "hy"}, {"asm", "as"}, {"ava", "av"}, {"aze", "az"},
    {"azj", "az"}, {"bak", "ba"}, {"bam", "bm"}, {"baq", "eu"}, {"bel", "be"}, {"ben", "bn"},
    {"bis", "bi"}, {"bod", "bo"}, {"bos", "bs"}, {"bre", "br"}, {"bul", "bg"}, {"bur", "my"},
    {"cat", "ca"}, {"ces", "cs"}, {"che", "ce"}, {"chi", "zh"}, {"chv", "cv"}, {"cmn", "zh"},
    {"cos", "co"}, {"cym", "cy"}, {"cze", "cs"}, {"dan", "da"}, {"deu", "de"}, {"dut", "nl"},
    {"dzo", "dz"}, {"ekk", "et"}, {"ell", "el"}, {"eng", "en"}, {"epo", "eo"}, {"est", "et"},
    {"eus", "eu"}, {"ewe", "ee"}, {"fao", "fo"}, {"fas", "fa"}, {"fij", "fj"}, {"fin", "fi"},
    {"fra", "fr"}, {"fre", "fr"}, {"fry", "fy"}, {"fuv", "ff"}, {"gaz", "om"}, {"geo", "ka"},
    {"ger", "de"}, {"gla", "gd"}, {"gle", "ga"}, {"glg", "gl"}, {"glv", "gv"}, {"gre", "el"},
    {"grn", "gn"}, {"guj", "gu"}, {"hat", "ht"}, {"hau", "ha"}, {"heb", "he"}, {"hin", "hi"},
    {"hrv", "hr"}, {"hun", "hu"}, {"hye", "hy"}, {"ibo", "ig"}, {"ice", "is"}, {"ile", "ie"},
    {"ina", "ia"}, {"ind", "id"}, {"isl", "is"}, {"ita", "it"}, {"jav", "jv"}, {"jpn", "ja"},
    {"kal", "kl"}, {"kan", "kn"}, {"kat", "ka"}, {"kaz", "kk"}, {"khk", "mn"}, {"khm", "km"},
    {"kik", "ki"}, {"kin", "rw"}, {"kir", "ky"}, {"kmr", "ku"}, {"kon", "kg"}, {"kor", "ko"},
    {"kur", "ku"}, {"lao", "lo"}, {"lat", "la"}, {"lav", "lv"}, {"lim", "li"}, {"lin", "ln"},
    {"lit", "lt"}, {"ltz", "lb"}, {"lug", "lg"}, {"lvs", "lv"}, {"mac", "mk"}, {"mal", "ml"},
    {"mao", "mi"}, {"mar", "mr"}, {"may", "ms"}, {"mkd", "mk"}, {"mlg", "mg"}, {"mlt", "mt"},
    {"mon", "mn"}, {"mri", "mi"}, {"msa", "ms"}, {"mya", "my"}, {"nep", "ne"}, {"nld", "nl"},
    {"nno", "nn"}, {"nob", "nb"}, {"nor", "no"}, {"npi", "ne"}, {"nya", "ny"}, {"oci", "oc"},
    {"ori", "or"}, {"orm", "om"}, {"ory", "or"}, {"oss", "os"}, {"pan", "pa"}, {"pbt", "ps"},
    {"per", "fa"}, {"pes", "fa"}, {"plt", "mg"}, {"pol", "pl"}, {"por", "pt"}, {"prs", "fa"},
    {"pus", "ps"}, {"que", "qu"}, {"quy", "qu"}, {"roh", "rm"}, {"ron", "ro"}, {"rum", "ro"},
    {"run", "rn"}, {"rus", "ru"}, {"sag", "sg"}, {"san", "sa"}, {"sin", "si"}, {"slk", "sk"},
    {"slo", "sk"}, {"slv", "sl"}, {"smo", "sm"}, {"sna", "sn"}, {"snd", "sd"}, {"som", "so"},
    {"sot", "st"}, {"spa", "es"}, {"sqi", "sq"}, {"srd", "sc"}, {"srp", "sr"}, {"ssw", "ss"},
    {"sun", "su"}, {"swa", "sw"}, {"swe", "sv"}, {"swh", "sw"}, {"tam", "ta"}, {"tat", "tt"},
    {"tel", "te"}, {"tgk", "tg"}, {"tgl", "tl"}, {"tha", "th"}, {"tib", "bo"}, {"tir", "ti"},
    {"ton", "to"}, {"tsn", "tn"}, {"tso", "ts"}, {"tuk", "tk"}, {"tur", "tr"}, {"twi", "tw"},
    {"uig", "ug"}, {"ukr", "uk"}, {"urd", "ur"}, {"uzb", "uz"}, {"uzn", "uz"}, {"ven", "ve"},
    {"vie", "vi"}, {"vol", "vo"}, {"wel", "cy"}, {"wol", "wo"}, {"xho", "xh"}, {"ydd", "yi"},
    {"yid", "yi"}, {"yor", "yo"}, {"zho", "zh"}, {"zsm", "ms"}, {"zul", "zu"},
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
  if (code.size() != 3) {
    return code.size() == 2 ? code : "";
  }
  const auto* found = std::find_if(short_codes.begin(), short_codes.end(),
                                   [&](const auto& one) { return one[0] == code; });
  if (found != short_codes.end()) {
    return std::string((*found)[1]);
  }
  return code;
}

}  // namespace pilcrow
