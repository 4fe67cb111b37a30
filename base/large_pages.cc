// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/large_pages.h"

#include <sys/mman.h>
#include <limits>
#include <new>

namespace pilcrow {
namespace {

constexpr std::size_t large_page_bytes = std::size_t{2} << 20;
constexpr std::size_t large_bytes_min = large_page_bytes / 2;
constexpr auto alignment = std::align_val_t{large_page_bytes};

std::size_t whole_pages(std::size_t bytes) {
  return (bytes + large_page_bytes - 1) / large_page_bytes * large_page_bytes;
}

}  // namespace

void* allocate_large(std::size_t bytes) {
  if (bytes < large_bytes_min) {
    return ::operator new(bytes);
  }
  if (bytes > std::numeric_limits<std::size_t>::max() - large_page_bytes) {
    throw std::bad_alloc();
  }
  void* block = ::operator new(whole_pages(bytes), alignment);
  // A system without large pages says no, and all works as well.
  ::madvise(block, whole_pages(bytes), MADV_HUGEPAGE);
  return block;
}

void free_large(void* block, std::size_t bytes) noexcept {
  if (bytes < large_bytes_min) {
    ::operator delete(block);
  } else {
    ::operator delete(block, alignment);
  }
}

}  // namespace pilcrow
