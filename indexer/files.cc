// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files.h"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace pilcrow {
namespace {

namespace fs = std::filesystem;

void sync_path(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    throw system_error("write to disk", path);
  }
  const int result = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  if (result != 0) {
    errno = error;
    throw system_error("write to disk", path);
  }
}

// False where the file system can't exchange two folders in one step.
bool exchange_folders(const fs::path& made, const fs::path& index) {
  if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, index.c_str(), RENAME_EXCHANGE) == 0) {
    return true;
  }
  if (errno == EINVAL || errno == ENOSYS) {
    return false;
  }
  throw system_error("put the new index in place", index);
}

void rename_folder(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) {
    throw system_error("put the new index in place", to);
  }
}

}  // namespace

Error system_error(const std::string& doing, const fs::path& path) {
  const int error = errno;
  return {ErrorCode::io, doing + ": " + path.string() + ": " + std::strerror(error) +
                             "; check free space and permissions"};
}

fs::path index_path(const fs::path& path) {
  if (path.empty()) {
    throw Error(ErrorCode::invalid_argument, "open index: its path is empty; name a folder");
  }
  fs::path whole = fs::weakly_canonical(fs::absolute(path));
  return whole.has_filename() ? whole : whole.parent_path();
}

void sync_folder(const fs::path& folder) {
  sync_path(folder, O_DIRECTORY);
}

void sync_files(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      sync_path(entry.path(), 0);
    }
  }
  sync_folder(folder);
}

void publish_folder(const fs::path& made, const fs::path& index) {
  sync_files(made);
  const fs::path parent = fs::absolute(index).parent_path();
  std::error_code ignored;
  if (!fs::exists(index, ignored) || fs::is_empty(index, ignored)) {
    rename_folder(made, index);
    sync_folder(parent);
    return;
  }
  if (exchange_folders(made, index)) {
    sync_folder(parent);
    fs::remove_all(made, ignored);
    return;
  }
  // Without an exchange there is a moment without an index; the old one lies whole beside it.
  const fs::path old = index.string() + ".old";
  fs::remove_all(old, ignored);
  rename_folder(index, old);
  rename_folder(made, index);
  sync_folder(parent);
  fs::remove_all(old, ignored);
}

TemporaryFolder::TemporaryFolder(fs::path path) : path_(std::move(path)) {
  std::error_code status;
  fs::remove_all(path_, status);
  if (!status) {
    fs::create_directories(path_, status);
  }
  if (status) {
    throw Error(ErrorCode::io, "make folder " + path_.string() + ": " + status.message() +
                                   "; check free space and permissions");
  }
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace pilcrow
