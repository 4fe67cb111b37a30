// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pager.h"

#include <sys/wait.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ostream>

namespace pilcrow {
namespace {

// Interrupts and a pager that is left early concern the pager alone.
class SignalsIgnored {
 public:
  SignalsIgnored()
      : pipe_(std::signal(SIGPIPE, SIG_IGN)), interrupt_(std::signal(SIGINT, SIG_IGN)) {}
  ~SignalsIgnored() {
    std::signal(SIGPIPE, pipe_);
    std::signal(SIGINT, interrupt_);
  }
  SignalsIgnored(const SignalsIgnored&) = delete;
  SignalsIgnored& operator=(const SignalsIgnored&) = delete;

 private:
  void (*pipe_)(int);
  void (*interrupt_)(int);
};

}  // namespace

std::string pager_command(const char* pager, std::size_t line) {
  const std::string command = pager == nullptr || *pager == '\0' ? "less" : pager;
  const std::string program = command.substr(0, command.find(' '));
  const std::string name = program.substr(program.rfind('/') + 1);
  if (name == "less") {
    return command + " -R -j4 +" + std::to_string(line);
  }
  return name == "more" ? command + " +" + std::to_string(line) : command;
}

void show_in_pager(const std::string& text, std::size_t line, std::ostream& out) {
  constexpr int no_such_program = 127;
  out.flush();
  const SignalsIgnored guard;
  std::FILE* pipe = ::popen(pager_command(std::getenv("PAGER"), line).c_str(), "w");
  if (pipe != nullptr) {
    std::fwrite(text.data(), 1, text.size(), pipe);
    const int status = ::pclose(pipe);
    if (status == -1 || !WIFEXITED(status) || WEXITSTATUS(status) != no_such_program) {
      return;
    }
  }
  out << text;
}

}  // namespace pilcrow
