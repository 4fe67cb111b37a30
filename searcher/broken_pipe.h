// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <csignal>

namespace pilcrow {

// Xapian 1.4.22 writes to servers without MSG_NOSIGNAL, so one that is gone would end the program.
// While this lives, SIGPIPE is held back from the calling thread, and what came of it is dropped;
// the rest of the program keeps its own way with the signal.
class BrokenPipeGuard {
 public:
  explicit BrokenPipeGuard(bool is_needed) : is_needed_(is_needed && !is_pending()) {
    if (is_needed_) {
      const sigset_t broken_pipe = only_broken_pipe();
      pthread_sigmask(SIG_BLOCK, &broken_pipe, &before_);
    }
  }
  ~BrokenPipeGuard() {
    if (is_needed_) {
      const sigset_t broken_pipe = only_broken_pipe();
      const timespec at_once = {};
      while (is_pending() && sigtimedwait(&broken_pipe, nullptr, &at_once) > 0) {
      }
      pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
  }
  BrokenPipeGuard(const BrokenPipeGuard&) = delete;
  BrokenPipeGuard& operator=(const BrokenPipeGuard&) = delete;

 private:
  static sigset_t only_broken_pipe() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    return set;
  }
  // Where it is pending already, it is blocked already.
  static bool is_pending() {
    sigset_t pending;
    return sigpending(&pending) == 0 && sigismember(&pending, SIGPIPE) == 1;
  }

  bool is_needed_;
  sigset_t before_ = {};
};

}  // namespace pilcrow
