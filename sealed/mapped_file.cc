// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilcrow::sealed {

MappedFile::MappedFile(int folder, const char* name) {
  const int file = ::openat(folder, name, O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return;
  }
  struct stat status = {};
  if (::fstat(file, &status) == 0 && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
    if (begin != MAP_FAILED) {
      bytes_ = {static_cast<const char*>(begin), size};
    }
  }
  ::close(file);
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) {
    ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
  }
}

}  // namespace pilcrow::sealed
