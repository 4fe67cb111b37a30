// SPDX-License-Identifier: GPL-2.0-or-later
// The fields of one line of JSONL.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pilcrow/article.h"

namespace pilcrow {

// Fills the fields and facets of `article` from the scalar members of the JSON object `json`; of
// two with one key the last counts.  Null and what is nested are passed over without being kept in
// memory.  Returns why `json` can't be taken, empty where it can; never throws for bad input.
std::string read_json_fields(std::string_view json, Article& article);

}  // namespace pilcrow
