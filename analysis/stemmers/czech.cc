// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Czech nouns and adjectives: case, then possession, as the light stemmer of L. Dolamic and J.
// Savoy ("Indexing and stemming approaches for the Czech language", Information Processing and
// Management 45, 2009); the palatal last consonants that it undoes by suffix are one with the
// others here in all forms.
const SuffixRules& czech_rules() {
  static const SuffixRules rules = {
      "",
      {
          // Case of nouns and adjectives.
          {3,
           "atech ětem etem atům ech ích ého ěmi emi ému ěte ete ěti eti ího ími imu ách ata aty "
           "ých ama ami ové ovi ými em ím ům ám ým mi ou a e i o u y á é í ý ě ů"},
          // Possession.
          {3, "ov ův in"},
      },
      "c>k č>k z>h ž>h el>l ek>k ec>k eň>ň"};
  return rules;
}

}  // namespace pilcrow
