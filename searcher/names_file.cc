// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/names_file.h"

#include <fstream>
#include <iterator>
#include <string>

#include "pilcrow/error.h"
#include "searcher/output.h"

namespace pilcrow {

std::string names_of_file(const std::string& path) {
  if (path.empty()) {
    return {};
  }
  std::ifstream file(path);
  std::string names(std::istreambuf_iterator<char>(file), {});
  if (!file) {
    throw Error(ErrorCode::io,
                "read names: can't open " + path + "; check the path and its permissions");
  }
  return names;
}

void add_names(Searcher& searcher, const std::string& names, const std::string& path,
               std::ostream& messages) {
  for (const std::string& problem : searcher.add_names(names)) {
    std::string message = path;
    tell(messages, message.append(": ").append(problem));
  }
}

}  // namespace pilcrow
