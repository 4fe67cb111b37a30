// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/function_words.h"
#include <set>
#include <string>
namespace pilcrow {
bool is_function_word(std::string_view w, std::string_view language) {
  static const std::set<std::string, std::less<>> en = {"what","which","who","whom","whose","when","where","why","how","many","much","did","does","do","has","have","had","name","can","could","would","should","may","might","from","were","been","he","she","his","her","its","they"};
  return language == "en" && en.contains(w);
}
bool has_function_words(std::string_view language) { return language == "en"; }
}  // namespace pilcrow
