// SPDX-License-Identifier: GPL-2.0-or-later
// Files and folders that must survive a crash, or leave nothing behind.
#pragma once

#include <filesystem>
#include <string>

#include "pilcrow/error.h"

namespace pilcrow {

// Error{io} for the current errno: "DOING: PATH: what the system says; check ...".
Error system_error(const std::string& doing, const std::filesystem::path& path);

// The index itself where `path` is a link to it, without a slash at the end.  Throws
// Error{invalid_argument} for an empty path.
std::filesystem::path index_path(const std::filesystem::path& path);

// Flushes a folder's entries to disk.  Throws Error{io}.
void sync_folder(const std::filesystem::path& folder);

// Flushes every file in a folder (not below it), then its entries.  Throws Error{io}.
void sync_files(const std::filesystem::path& folder);

// Moves the folder `made` to `index` in one step, so that at any moment, and after any crash, the
// old or the new one is there whole; an old one is removed.  Both lie in one folder.
void publish_folder(const std::filesystem::path& made, const std::filesystem::path& index);

// Deletes a folder with all that is in it, at the latest on destruction.
class TemporaryFolder {
 public:
  // Removes what a killed process left at `path`, and makes the folder.  Throws Error{io}.
  explicit TemporaryFolder(std::filesystem::path path);
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace pilcrow
