// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Hindi: the suffixes of A. Ramanathan and D. Rao ("A Lightweight Stemmer for Hindi", EACL 2003).
// Before, spellings are made one as by L. Larkey, M. Connell and N. Abduljaleel ("Hindi CLIR in
// Thirty Days", ACM TALIP 2, 2003): no nukta, anusvara for chandrabindu and for a nasal before its
// consonant, and ā for the English o.
const SuffixRules& hindi_rules() {
  static const SuffixRules rules = {
      "़ ँ>ं न्>ं ङ्>ं ञ्>ं ण्>ं म्ब>ंब म्प>ंप म्भ>ंभ म्फ>ंफ ॉ>ा ऑ>आ ॅ>े ऍ>ए",
      {
          // All.
          {2,
           "ाएंगी ाएंगे ाऊंगी ाऊंगा ाएगी ाएगा ाओगी ाओगे एंगी ेंगी एंगे ेंगे ूंगी ूंगा ातीं नाओं "
           "नाएं ताओं ताएं ियां ियों ाकर ाइए ाईं ाया ेगी ेगा ोगी ोगे ाने ाना ाते ाती ाता तीं ाओं "
           "ाएं ुओं ुएं ुआं कर ाओ िए ाई ाए ने नी ना ते ीं ती ता ां ों ें ो े ू ु ी ि ा"},
      },
      ""};
  return rules;
}

}  // namespace pilcrow
