// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>

#include "indexer/files.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

// The holder before us may have removed the file between our open and our lock.
bool is_still_at(int descriptor, const std::filesystem::path& path) {
  struct stat ours = {};
  struct stat there = {};
  return ::fstat(descriptor, &ours) == 0 && ::stat(path.c_str(), &there) == 0 &&
         ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& index) : path_(index.string() + ".lock") {
  while (descriptor_ < 0) {
    const int descriptor = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
      throw system_error("lock index " + index.string(), path_);
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      const int error = errno;
      ::close(descriptor);
      if (error != EWOULDBLOCK) {
        errno = error;
        throw system_error("lock index " + index.string(), path_);
      }
      throw Error(ErrorCode::locked, "lock index " + index.string() +
                                         ": another process is writing it; wait until it is done");
    }
    if (is_still_at(descriptor, path_)) {
      descriptor_ = descriptor;
    } else {
      ::close(descriptor);
    }
  }
}

WriterLock::~WriterLock() {
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

}  // namespace pilcrow
