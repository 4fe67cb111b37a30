// SPDX-License-Identifier: GPL-2.0-or-later
// Documents of all indexes that are searched as one.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>

namespace pilcrow {

// Which index, as they were named, and which document of it.  Ids are in that order, and do not
// change when another index grows.
using DocumentId = std::uint64_t;

constexpr int document_bits = 32;

constexpr DocumentId document_id(std::size_t part, Xapian::docid document) {
  return DocumentId{part} << document_bits | document;
}

constexpr std::size_t part_of(DocumentId id) {
  return static_cast<std::size_t>(id >> document_bits);
}

constexpr Xapian::docid document_in_part(DocumentId id) {
  return static_cast<Xapian::docid>(id);
}

}  // namespace pilcrow
