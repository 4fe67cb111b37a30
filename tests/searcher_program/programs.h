// SPDX-License-Identifier: GPL-2.0-or-later
// The programs, as somebody else starts them.
#pragma once

#include <array>
#include <cstdio>
#include <string>

namespace pilcrow {

// What a command of the shell prints on standard output; its standard error is dropped.
inline std::string run_and_read(const std::string& command) {
  std::string output;
  std::FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
  std::array<char, 4096> buffer = {};
  for (std::size_t bytes = 1; pipe != nullptr && bytes > 0;) {
    bytes = std::fread(buffer.data(), 1, buffer.size(), pipe);
    output.append(buffer.data(), bytes);
  }
  if (pipe != nullptr) {
    ::pclose(pipe);
  }
  return output;
}

}  // namespace pilcrow
