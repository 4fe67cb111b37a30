// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Vietnamese does not inflect. The two ways of placing a tone mark (hoà, hòa) become one; marks
// stay, since they tell words apart.
const SuffixRules& vietnamese_rules() {
  static const SuffixRules rules = {
      "",
      {},
      "oà>òa oá>óa oả>ỏa oã>õa oạ>ọa oè>òe oé>óe oẻ>ỏe oẽ>õe oẹ>ọe uỳ>ùy uý>úy uỷ>ủy uỹ>ũy "
      "uỵ>ụy"};
  return rules;
}

}  // namespace pilcrow
