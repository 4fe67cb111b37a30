// SPDX-License-Identifier: GPL-2.0-or-later
// A disk of a few bytes.
#pragma once

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>

namespace pilcrow {

// What `work`, which returns a bool, returns on a new disk of `bytes`, mounted at `folder` for it
// alone: it runs in a process of its own, whose failed expectations count here.  Nothing where the
// system lets nobody mount one.
template <typename Work>
std::optional<bool> run_on_small_disk(std::size_t bytes, const std::filesystem::path& folder,
                                      Work&& work) {
  enum Status { returned_false, returned_true, had_failures, not_mounted };
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    // A user who is not root may mount in a name space of users of its own.
    const bool alone = ::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0;
    const std::string size = "size=" + std::to_string(bytes);
    if (!alone || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("none", folder.c_str(), "tmpfs", 0, size.c_str()) != 0) {
      ::_exit(not_mounted);
    }
    const bool result = work();
    std::fflush(nullptr);
    ::_exit(testing::Test::HasFailure() ? had_failures : result ? returned_true : returned_false);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  const int told = WIFEXITED(status) ? WEXITSTATUS(status) : had_failures;
  if (told == not_mounted) {
    return std::nullopt;
  }
  EXPECT_TRUE(told == returned_false || told == returned_true)
      << "on a disk of " << bytes << " bytes";
  return told == returned_true;
}

}  // namespace pilcrow
