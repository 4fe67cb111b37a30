// SPDX-License-Identifier: GPL-2.0-or-later
// The keys of the tables.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "sealed/codec.h"

namespace pilcrow::sealed {

// What is kept among posting lists, in the order of the table.  No term's key begins so: a zero
// byte of a term has 0xff behind it.
constexpr std::string_view metadata_prefix("\0\xc0", 2);
constexpr std::string_view statistics_prefix("\0\xd0", 2);
constexpr std::string_view values_prefix("\0\xd8", 2);
constexpr std::string_view lengths_key("\0\xe0", 2);

// The key of what is known of all values in a slot.
inline void append_statistics_key(std::string& out, std::uint32_t slot) {
  out.append(statistics_prefix);
  append_last_uint(out, slot);
}

// What the keys of chunks of values in a slot begin with; the first document of a chunk follows, as
// sort-uint.
inline void append_values_key(std::string& out, std::uint32_t slot) {
  out.append(values_prefix);
  append_leb128(out, slot);
}

// The key of a document in the tables that have one entry for each.
class DocumentKey {
 public:
  explicit DocumentKey(std::uint32_t docid) {
    char* end = put_sort_uint(bytes_.data(), docid);
    *end = '\0';
    size_ = static_cast<std::size_t>(end - bytes_.data());
  }

  std::string_view bytes() const { return {bytes_.data(), size_}; }
  // That of which slots the document has values in, right after the key above.
  std::string_view bytes_of_slots() const { return {bytes_.data(), size_ + 1}; }

 private:
  std::array<char, sort_uint_bytes_max + 1> bytes_;
  std::size_t size_;
};

}  // namespace pilcrow::sealed
