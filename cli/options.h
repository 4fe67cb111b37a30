// SPDX-License-Identifier: GPL-2.0-or-later
// What the command lines of both programs share.
#pragma once

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "pilcrow/version.h"

namespace pilcrow {

// An option that takes one of several words.
template <typename Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        const std::map<std::string, Value>& choices, const std::string& help) {
  std::vector<std::string> words;
  for (const auto& [word, meaning] : choices) {
    words.push_back(word);
  }
  return app
      .add_option_function<std::string>(
          name, [&value, choices](const std::string& word) { value = choices.at(word); }, help)
      ->check(CLI::IsMember(words))
      ->option_text("WORD");
}

// Parses, and answers --help, --version and mistakes; false where the program is to end with
// `status`: 0, or 2 for a mistake.
inline bool parse_command_line(CLI::App& app, int argc, char** argv, int& status) {
  app.set_version_flag("--version", version_details());
  try {
    app.parse(argc, argv);
    return true;
  } catch (const CLI::Success& answered) {
    app.exit(answered);
    status = 0;
  } catch (const CLI::ParseError& mistake) {
    std::cerr << app.get_name() << ": " << mistake.what() << "; see " << app.get_name()
              << " --help\n";
    status = 2;
  }
  return false;
}

}  // namespace pilcrow
