// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/subprocess.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <utility>

#include "pilcrow/error.h"

extern char** environ;  // NOLINT(readability-identifier-naming): the system's name.

namespace pilcrow {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& program, int reason) {
  throw Error(ErrorCode::io, "run " + program + ": " + std::strerror(reason));
}

class Pipe {
 public:
  explicit Pipe(const std::string& program) {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) {
      fail(program, errno);
    }
  }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int end(std::size_t which) const { return ends_[which]; }
  void close(std::size_t which) {
    if (const int open = std::exchange(ends_[which], -1); open >= 0) {
      ::close(open);
    }
  }

 private:
  std::array<int, 2> ends_ = {-1, -1};  // To read from, to write to.
};

class Child {
 public:
  Child(const std::vector<std::string>& command, const Pipe& output, const Pipe& error) {
    std::vector<char*> arguments;
    for (const std::string& argument : command) {
      arguments.push_back(const_cast<char*>(argument.c_str()));  // NOLINT: the system's signature.
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output.end(1), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, error.end(1), STDERR_FILENO);
    spawn_error_ = ::posix_spawnp(&id_, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
  }
  ~Child() {
    if (is_running_ && spawn_error_ == 0) {
      stop();
      wait();
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int spawn_error() const noexcept { return spawn_error_; }

  void limit(const ProgramLimits& limits) const {
    const rlimit memory = {limits.memory_bytes_max, limits.memory_bytes_max};
    const rlimit time = {limits.cpu_seconds_max, limits.cpu_seconds_max};
    ::prlimit(id_, RLIMIT_AS, &memory, nullptr);
    ::prlimit(id_, RLIMIT_CPU, &time, nullptr);
  }

  void stop() const { ::kill(id_, SIGKILL); }

  int wait() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    is_running_ = false;
    return status;
  }

 private:
  pid_t id_ = -1;
  int spawn_error_ = 0;
  bool is_running_ = true;
};

// Reads what is there; false at the end.
bool read_some(int from, std::string& text) {
  constexpr std::size_t chunk_bytes = std::size_t{64} << 10;
  const std::size_t size = text.size();
  text.resize(size + chunk_bytes);
  ssize_t count = 0;
  do {
    count = ::read(from, text.data() + size, chunk_bytes);
  } while (count < 0 && errno == EINTR);
  text.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return count > 0;
}

// Reads both to their ends; false where it takes too long or is too much, which `result` says.
bool collect(Pipe& output, Pipe& error, const ProgramLimits& limits, ProgramResult& result) {
  constexpr std::size_t error_bytes_max = 4096;
  const auto deadline = Clock::now() + std::chrono::seconds(limits.wall_seconds_max);
  while (output.end(0) >= 0 || error.end(0) >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    std::array<pollfd, 2> ends = {pollfd{output.end(0), POLLIN, 0},
                                  pollfd{error.end(0), POLLIN, 0}};
    if (left <= 0 ||
        (::poll(ends.data(), ends.size(), static_cast<int>(left)) < 0 && errno != EINTR)) {
      result.outcome = ProgramResult::Outcome::stopped;
      return false;
    }
    if (ends[0].revents != 0 && !read_some(output.end(0), result.output)) {
      output.close(0);
    }
    if (ends[1].revents != 0 && !read_some(error.end(0), result.error)) {
      error.close(0);
    }
    result.error.resize(std::min(result.error.size(), error_bytes_max));
    if (result.output.size() > limits.output_bytes_max) {
      result.outcome = ProgramResult::Outcome::too_large;
      return false;
    }
  }
  return true;
}

}  // namespace

ProgramResult run_program(const std::vector<std::string>& command, const ProgramLimits& limits) {
  ProgramResult result;
  Pipe output(command[0]);
  Pipe error(command[0]);
  Child child(command, output, error);
  if (child.spawn_error() == ENOENT) {
    result.outcome = ProgramResult::Outcome::absent;
    return result;
  }
  if (child.spawn_error() != 0) {
    fail(command[0], child.spawn_error());
  }
  child.limit(limits);
  output.close(1);
  error.close(1);
  if (!collect(output, error, limits, result)) {
    return result;
  }
  const int status = child.wait();
  using Outcome = ProgramResult::Outcome;
  result.outcome = !WIFEXITED(status)         ? Outcome::stopped
                   : WEXITSTATUS(status) == 0 ? Outcome::succeeded
                                              : Outcome::failed;
  return result;
}

}  // namespace pilcrow
