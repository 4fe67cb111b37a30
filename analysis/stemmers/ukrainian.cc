// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Ukrainian nouns and adjectives, in the manner of the light stemmer for Russian of L. Dolamic and
// J. Savoy ("Indexing and searching strategies for the Russian language", JASIST 60, 2009) with
// the case endings of Ukrainian (Ukrainian Orthography, 2019); verbs stay. Alternations (Kyiv,
// Kyieva; rik, roku; Amerytsi) are undone.
const SuffixRules& ukrainian_rules() {
  static const SuffixRules rules = {
      "",
      {
          // Case of nouns and adjectives.
          {3,
           "ями ами ові еві єві ого ього ому ьому ими іми ій ої ьої ою ьою єю ею ів їв їх іх их "
           "ах ях ам ям ом ем єм им ім їм ий їй а я о е є у ю и і ї ь й"},
          // Of names of places and families: Харків, Харкова.
          {3, "ов ев єв"},
      },
      "ів>ов їв>єв ец>к ц>к ок>к іст>ост рік>рок з>г нн>н тт>т лл>л"};
  return rules;
}

}  // namespace pilcrow
