// SPDX-License-Identifier: GPL-2.0-or-later
// One writer at a time, also while the index does not exist yet.
#pragma once

#include <filesystem>

namespace pilcrow {

// Holds `INDEX.lock` beside the index; the kernel drops the lock when the process dies.  The file
// is removed with the lock.
class WriterLock {
 public:
  // Throws Error: locked where another writer holds it, io.
  explicit WriterLock(const std::filesystem::path& index);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

}  // namespace pilcrow
