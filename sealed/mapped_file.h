// SPDX-License-Identifier: GPL-2.0-or-later
// A file that is read as memory.
#pragma once

#include <string_view>
#include <utility>

namespace pilcrow::sealed {

class MappedFile {
 public:
  MappedFile() = default;
  // `name` in the folder that is open as `folder`.  Empty where there is no such file, or it can't
  // be mapped.
  MappedFile(int folder, const char* name);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }

  // Another process may write there.
  std::string_view bytes() const noexcept { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace pilcrow::sealed
