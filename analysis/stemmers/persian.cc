// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Persian: the light stemmer of L. Dolamic and J. Savoy ("Persian Language, Is Stemming
// Efficient?", TIR 2009): plural, possession, comparison and the ī that makes adjectives and
// indefinites. Case folding has dropped the zero width non-joiner. Arabic letters become those of
// Persian keyboards.
const SuffixRules& persian_rules() {
  static const SuffixRules rules = {"ي>ی ى>ی ئ>ی ك>ک ة>ه ۀ>ه أ>ا إ>ا ٱ>ا ؤ>و",
                                    {
                                        // Plural with possession.
                                        {2, "هایشان هایمان هایتان هایش هایم هایت هایی های ها"},
                                        // Possession and comparison.
                                        {3, "شان مان تان ترین تر"},
                                        // Plurals that are also parts of words.
                                        {4, "ان ات ین"},
                                        // Possession and the ī of adjectives.
                                        {4, "ش م ت ی"},
                                        // Plural after a silent h.
                                        {3, "گان>ه"},
                                    },
                                    ""};
  return rules;
}

}  // namespace pilcrow
