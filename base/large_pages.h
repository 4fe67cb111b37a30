// SPDX-License-Identifier: GPL-2.0-or-later
// Memory of megabytes, in large pages where the system has them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pilcrow {

// As operator new and delete.  Blocks of a megabyte and more begin and end with a large page, and
// the system is asked to map them so: tables that are looked up everywhere then take few entries
// of the processor's cache of addresses, and few page faults when they are new.
void* allocate_large(std::size_t bytes);
void free_large(void* block, std::size_t bytes) noexcept;

template <typename T>
struct LargePageAllocator {
  using value_type = T;

  LargePageAllocator() = default;
  template <typename Other>
  LargePageAllocator(const LargePageAllocator<Other>&) noexcept {
  }  // NOLINT(google-explicit-constructor)

  T* allocate(std::size_t count) { return static_cast<T*>(allocate_large(count * sizeof(T))); }
  void deallocate(T* block, std::size_t count) noexcept { free_large(block, count * sizeof(T)); }

  friend bool operator==(LargePageAllocator, LargePageAllocator) { return true; }
};

template <typename T>
using LargeVector = std::vector<T, LargePageAllocator<T>>;
using LargeString = std::basic_string<char, std::char_traits<char>, LargePageAllocator<char>>;

}  // namespace pilcrow
