// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/names_file.h"

#include <fstream>
#include <iterator>
#include <string>

#include "pilcrow/error.h"
#include "searcher/output.h"

namespace pilcrow {

void add_names_of_file(Searcher& searcher, const std::string& path, std::ostream& messages) {
  std::ifstream file(path);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  if (!file) {
    throw Error(ErrorCode::io,
                "read names: can't open " + path + "; check the path and its permissions");
  }
  for (const std::string& problem : searcher.add_names(text)) {
    std::string message = path;
    tell(messages, message.append(": ").append(problem));
  }
}

}  // namespace pilcrow
