// SPDX-License-Identifier: GPL-2.0-or-later
// Files that must be whole or not be there.
#pragma once

#include <sys/types.h>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace pilcrow::sealed {

// What of the system the writers here use: tests put one in its place that fails.  Each call is
// as its namesake of POSIX.
class SystemCalls {
 public:
  virtual ~SystemCalls() = default;
  virtual int open(const char* path, int flags, mode_t mode);
  virtual ssize_t write(int descriptor, const void* bytes, std::size_t size);
  virtual int fsync(int descriptor);
  virtual int rename(const char* from, const char* to);

  static SystemCalls& real();
};

// A new file, written from its beginning to its end.
class OutputFile {
 public:
  // Throws Error{io}, also where there is such a file already.
  OutputFile(std::filesystem::path path, SystemCalls& calls);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // All of `bytes`, or Error{io}.
  void write(std::string_view bytes);
  // To disk.  Throws Error{io}.
  void sync();
  // Throws Error{io} where the system tells of a failed write only now.
  void close();

  const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
  SystemCalls& calls_;
  int descriptor_ = -1;
};

// The entries of a folder, to disk.  Throws Error{io}.
void sync_entries(const std::filesystem::path& folder, SystemCalls& calls);

// Throws Error{io}.
void rename_file(const std::filesystem::path& from, const std::filesystem::path& to,
                 SystemCalls& calls);

}  // namespace pilcrow::sealed
