// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Bulgarian: definite article, then number and gender, as the light stemmer of J. Savoy
// ("Searching strategies for the Bulgarian language", Information Retrieval 10, 2007); P. Nakov
// ("BulStem", 2003) learned its rules, which need a table of thousands.
const SuffixRules& bulgarian_rules() {
  static const SuffixRules rules = {"",
                                    {
                                        // The article.
                                        {3, "ият ия ът ят та то те"},
                                        // Number.
                                        {3, "овце овци ове еве ища"},
                                        // Number and gender.
                                        {3, "а я о е и й"},
                                    },
                                    "ец>ц ък>к ъг>г ър>р нн>н"};
  return rules;
}

}  // namespace pilcrow
