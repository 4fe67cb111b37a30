// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/info_command.h"

#include <iostream>

#include "cli/info_text.h"
#include "cli/options.h"
#include "pilcrow/searcher.h"
#include "searcher/search_options.h"

namespace pilcrow {

int run_info_command(int argc, char** argv) {
  constexpr int exit_fatal = 2;
  SearcherOptions index;
  CLI::App app("pilcrow-searcher info --db INDEX...: facts of indexes, each and together",
               "pilcrow-searcher");
  add_index_options(app, index)->required();
  int status = 0;
  if (!parse_command_line(app, argc, argv, status)) {
    return status;
  }
  try {
    print_infos(index_info(index), std::cout);
  } catch (const std::exception& error) {
    std::cerr << "pilcrow-searcher: " << error.what() << '\n';
    return exit_fatal;
  }
  return 0;
}

}  // namespace pilcrow
