// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Greek nouns, adjectives and the more frequent verb endings, after G. Ntais ("Development of a
// Stemmer for the Greek Language", Stockholm 2006) and S. Saroukos ("Enhancing a Greek Language
// Stemmer", Tampere 2008), without their lists of exceptions. Written without accents, and with σ
// for ς, as case folding leaves it.
const SuffixRules& greek_rules() {
  static const SuffixRules rules = {
      "ά>α έ>ε ή>η ί>ι ό>ο ύ>υ ώ>ω ϊ>ι ϋ>υ ΐ>ι ΰ>υ",
      {
          // Neuters.
          {3, "ματα ματοσ ματων μα"},
          // Case of nouns and adjectives.
          {3,
           "οσ ου ο οι ων ουσ ε ησ η εσ α ασ εωσ εων εισ ι ιο ιου ια ιων ιασ ιεσ ιοσ ιοι ιουσ υσ"},
          // Verbs.
          {3,
           "ω ει ουμε ετε ουν αει αμε ατε ανε εται ονται ομαι ονταν οταν ηκε ηκαν ησε ησαν ηθηκε "
           "ηθηκαν"},
      },
      ""};
  return rules;
}

}  // namespace pilcrow
