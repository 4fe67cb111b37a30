// SPDX-License-Identifier: GPL-2.0-or-later
// Function words: what a question is made of besides what it asks for.
#pragma once

#include <string_view>

namespace pilcrow {

// True for question words, asking verbs (`called`, `happen`) and function words that are not stop
// words (`what`, `did`, `can`): a query should weigh them less than words that tell something, but
// not drop them.  `word` is that of a Token (in Vietnamese its term, since there marks tell
// function words from others); `language` an ISO 639-1 code; false for languages without a list.
// Thread-safe.
bool is_function_word(std::string_view word, std::string_view language);

}  // namespace pilcrow
