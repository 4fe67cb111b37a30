// SPDX-License-Identifier: GPL-2.0-or-later
// A process that is killed at a moment of a test's choosing: right before any of its system calls
// that change files.
#pragma once

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>

namespace pilcrow {

class KilledProcess {
 public:
  enum class End { killed, done, failed, not_traced };

  // Runs `work` in a process of its own, and kills it before call number `number`, counted from 0
  // over all of its threads.  `done`: there were not so many.
  template <typename Work>
  static End run(unsigned number, Work&& work) {
    const pid_t child = ::fork();
    if (child == 0) {
      if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) {
        ::_exit(not_traced_status);
      }
      ::raise(SIGSTOP);
      work();
      ::_exit(0);
    }
    KilledProcess process(child, number);
    return process.follow();
  }

 private:
  static constexpr int not_traced_status = 77;
  static constexpr int system_call_stop = SIGTRAP | 0x80;

  KilledProcess(pid_t child, unsigned number) : child_(child), left_(number) {}

  End follow() {
    int status = 0;
    ::waitpid(child_, &status, 0);
    if (WIFEXITED(status)) {
      return end_of(status);
    }
    ::ptrace(PTRACE_SETOPTIONS, child_, nullptr,
             PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL);
    ::ptrace(PTRACE_SYSCALL, child_, nullptr, nullptr);
    while (true) {
      const pid_t thread = ::waitpid(-1, &status, __WALL);
      if (thread < 0) {
        return End::failed;
      }
      if (WIFSTOPPED(status)) {
        resume(thread, WSTOPSIG(status), status >> 16 != 0);
      } else if (thread == child_) {
        return end_of(status);
      }
    }
  }

  void resume(pid_t thread, int signal, bool is_event) {
    if (signal == system_call_stop) {
      if (enters_change(thread) && left_-- == 0) {
        ::kill(child_, SIGKILL);
        return;
      }
      signal = 0;
    } else if (is_event || signal == SIGSTOP) {  // A new thread begins with a stop.
      signal = 0;
    }
    ::ptrace(PTRACE_SYSCALL, thread, nullptr, static_cast<std::intptr_t>(signal));
  }

  static bool enters_change(pid_t thread) {
    __ptrace_syscall_info info = {};
    if (::ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info) <= 0 ||
        info.op != PTRACE_SYSCALL_INFO_ENTRY) {
      return false;
    }
    constexpr std::array changes = {
        SYS_write,   SYS_pwrite64, SYS_fsync,     SYS_ftruncate,
        SYS_mkdirat, SYS_unlinkat, SYS_renameat2,
        SYS_wait4,  // While another process looks for damage.
#ifdef SYS_rename   // Newer machines have only the calls above.
        SYS_mkdir,   SYS_rmdir,    SYS_unlink,    SYS_rename,
#endif
    };
    const auto call = static_cast<long>(info.entry.nr);
    if (call == SYS_openat) {
      return (info.entry.args[2] & (O_CREAT | O_WRONLY | O_RDWR)) != 0;
    }
    return std::find(changes.begin(), changes.end(), call) != changes.end();
  }

  static End end_of(int status) {
    if (WIFSIGNALED(status)) {
      return WTERMSIG(status) == SIGKILL ? End::killed : End::failed;
    }
    return WEXITSTATUS(status) == 0                   ? End::done
           : WEXITSTATUS(status) == not_traced_status ? End::not_traced
                                                      : End::failed;
  }

  const pid_t child_;
  unsigned left_;
};

}  // namespace pilcrow
