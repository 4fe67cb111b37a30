// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Uyghur nouns and adjectives in Arabic and in Latin letters (ULY): case, then possession, then
// number, in the order that the grammar of H. Tömür ("Modern Uyghur Grammar: Morphology", 2003)
// gives; verbs stay. A vowel that is raised in an open syllable (mektep, mektipi; bala, balisi) is
// read as i or dropped in all forms.
const SuffixRules& uyghur_rules() {
  static const SuffixRules rules = {
      "",
      {
          // Case.
          {3,
           "غا قا گە كە نى دا تا دە تە نىڭ دىن تىن دەك تەك دىكى تىكى غىچە قىچە گىچە كىچە gha qa "
           "ge ke ni da ta de te ning din tin dek tek diki tiki ghiche qiche giche kiche"},
          // Possession.
          {3, "سى ىمىز مىز ىڭىز ڭىز ىم ۇم ۈم ى si imiz miz ingiz ngiz im um üm i"},
          // Number, and a vowel that number and possession raise.
          {2, "لار لەر لىر لار lar ler lir"},
          // A last vowel.
          {3, "ا ە a e"},
      },
      "اب>ىب اپ>ىپ ات>ىت اج>ىج اچ>ىچ اخ>ىخ اد>ىد ار>ىر از>ىز اس>ىس اش>ىش اغ>ىغ اف>ىف اق>ىق "
      "اك>ىك اگ>ىگ اڭ>ىڭ ال>ىل ام>ىم ان>ىن اۋ>ىۋ ەب>ىب ەپ>ىپ ەت>ىت ەج>ىج ەچ>ىچ ەخ>ىخ ەد>ىد "
      "ەر>ىر ەز>ىز ەس>ىس ەش>ىش ەغ>ىغ ەف>ىف ەق>ىق ەك>ىك ەگ>ىگ ەڭ>ىڭ ەل>ىل ەم>ىم ەن>ىن ەۋ>ىۋ "
      "ab>ib ap>ip at>it aj>ij ax>ix ad>id ar>ir az>iz as>is af>if aq>iq ak>ik al>il am>im "
      "an>in aw>iw ag>ig ah>ih eb>ib ep>ip et>it ej>ij ex>ix ed>id er>ir ez>iz es>is ef>if "
      "eq>iq ek>ik el>il em>im en>in ew>iw eg>ig eh>ih"};
  return rules;
}

}  // namespace pilcrow
