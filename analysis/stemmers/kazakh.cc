// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Kazakh nouns and adjectives: case, then possession, then number, as in the complete set of
// Kazakh endings of U. Tukeyev ("Automaton models of the morphology analysis and the completeness
// of the endings of the Kazakh language", TurkLang 2015); verbs stay. Of a loan the devoiced last
// consonant is restored.
const SuffixRules& kazakh_rules() {
  static const SuffixRules rules = {
      "",
      {
          // Case, alone and after the possessive of the third person.
          {3,
           "ға ге қа ке ны ні ды ді ты ті да де та те мен бен пен дай дей тай тей сына сіне ына "
           "іне сын сін ын ін сында сінде ында інде"},
          // Endings that are too long to be part of a short word.
          {2,
           "ның нің дың дің тың тің дан ден тан тен нан нен дағы дегі тағы тегі нікі дікі тікі "
           "сының сінің ының інің сынан сінен ынан інен сымен сімен ымен імен сындағы сіндегі "
           "ындағы індегі"},
          // Possession.
          {3, "сы сі ы і ымыз іміз мыз міз ыңыз іңіз ңыз ңіз"},
          // Number.
          {2, "лар лер дар дер тар тер"},
      },
      "б>п г>к ғ>қ лқ>лық рқ>рық рн>рын йн>йын рк>рік"};
  return rules;
}

}  // namespace pilcrow
