// SPDX-License-Identifier: GPL-2.0-or-later
// The conversation as a person has it: through a pseudo-terminal.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::HasSubstr;

// At the beginning of a line; "¶" is elsewhere in results too.
constexpr const char* prompt = "\n¶ ";

class TerminalTest : public testing::Test {
 protected:
  void SetUp() override {
    index_articles(folder_ / "index",
                   {make_article("ferry", "Ferries", "The ferry waits.\n\nThe ferries came."),
                    make_article("ru", "Паром", "Паром опоздал.", "ru")});
    ::setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
    ::setenv("HOME", folder_.path().c_str(), 1);
    ::setenv("TERM", "xterm", 1);
    ::setenv("PAGER", "sed s/^/PAGED:/", 1);
  }

  void TearDown() override {
    if (terminal_ >= 0) {
      ::close(terminal_);
    }
  }

  void start() {
    winsize size = {24, 40, 0, 0};
    child_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
    if (child_ == 0) {
      ::execl(PILCROW_SEARCHER, "pilcrow-searcher", "--db", (folder_ / "index").c_str(), "-i",
              nullptr);
      ::_exit(127);
    }
  }

  // A moment after the prompt, which libedit writes before it takes keys one by one.
  void type(const std::string& keys) const {
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    ASSERT_EQ(::write(terminal_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
  }

  // What appears until `expected` does, or nothing more for ten seconds.
  std::string read_until(const std::string& expected) const {
    std::string seen;
    std::array<char, 4096> buffer = {};
    while (seen.find(expected) == std::string::npos) {
      pollfd ready = {terminal_, POLLIN, 0};
      const ssize_t bytes =
          ::poll(&ready, 1, 10'000) == 1 ? ::read(terminal_, buffer.data(), buffer.size()) : 0;
      if (bytes <= 0) {
        break;
      }
      seen.append(buffer.data(), static_cast<std::size_t>(bytes));
    }
    EXPECT_THAT(seen, HasSubstr(expected));
    return seen;
  }

  // What the program still writes must be read, or it would wait for that.
  int wait_for_end() {
    std::array<char, 4096> buffer = {};
    while (::read(terminal_, buffer.data(), buffer.size()) > 0) {
    }
    ::close(terminal_);
    terminal_ = -1;
    int status = -1;
    ::waitpid(child_, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  TemporaryPath folder_;
  int terminal_ = -1;
  pid_t child_ = -1;
};

TEST_F(TerminalTest, AsksAnswersOpensAndRemembers) {
  start();
  EXPECT_THAT(read_until(prompt), HasSubstr("type a query"));
  type("ferry\n");
  const std::string answer = read_until(prompt);
  EXPECT_THAT(answer, HasSubstr("\033[1;31mferry\033[0m"));
  EXPECT_THAT(answer, HasSubstr("2 of 2 passages"));
  type(":2\n");
  EXPECT_THAT(read_until(prompt), HasSubstr("PAGED:  ┃ "));
  type("half a line\003");  // An interrupt drops the line, not the conversation.
  type("паром\n");
  EXPECT_THAT(read_until(prompt), HasSubstr("1 of 1 passage"));
  type(":o\t1\n");  // Completed to ":open".
  EXPECT_THAT(read_until(prompt), HasSubstr("PAGED:  ┃ "));
  type(":quit\n");
  EXPECT_EQ(wait_for_end(), 0);

  const std::filesystem::path history = folder_ / "state" / "pilcrow" / "history";
  std::stringstream kept;
  kept << std::ifstream(history).rdbuf();
  EXPECT_EQ(kept.str(), "ferry\n:2\nпаром\n:open 1\n:quit\n");
  struct stat status = {};
  ASSERT_EQ(::stat(history.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600);

  start();
  read_until(prompt);
  type("\020\020\020\n");  // Three lines up in the history of the last conversation.
  EXPECT_THAT(read_until(prompt), HasSubstr("1 of 1 passage"));
  type("\004");
  EXPECT_EQ(wait_for_end(), 0);
}

}  // namespace
}  // namespace pilcrow
