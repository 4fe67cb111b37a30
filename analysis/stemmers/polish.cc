// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Polish nouns and adjectives, in the manner of the light stemmers of J. Savoy ("Light stemming
// approaches for the French, Portuguese, German and Hungarian languages", SAC 2006), with the
// endings of the Polish declensions; verbs stay. Alternations of the last consonant (Polska,
// Polsce; Duda, Dudzie) are undone.
const SuffixRules& polish_rules() {
  static const SuffixRules rules = {
      "",
      {
          // Case of nouns and adjectives.
          {3,
           "owie owi iowi ami iami ach iach om iom ów iów ego iego emu iemu ymi imi ych ich ym "
           "im em iem ej iej ie ią ię ia iu io a ą e ę i o u y"},
          // Of names of places: Kraków, Krakowa.
          {4, "ow"},
      },
      "sc>sk c>k dz>d dź>d rz>r eł>ł ek>k iek>k ec>k iec>k"};
  return rules;
}

}  // namespace pilcrow
