// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes that are in no file of their own, in one, for programs that want a path.
#pragma once

#include <string>
#include <string_view>

namespace pilcrow {

// Gone with the object.
class TemporaryFile {
 public:
  // Throws Error{io}.
  explicit TemporaryFile(std::string_view bytes);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

}  // namespace pilcrow
