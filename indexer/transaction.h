// SPDX-License-Identifier: GPL-2.0-or-later
// Batches that survive Xapian's habit of dropping all that is uncommitted when one document is bad.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace pilcrow {

// True for an exception that one item caused (a term too long, data too large), false for one that
// the disk or the database caused, which would hit any other item as well.
bool is_caused_by_item(const Xapian::Error& error);

// Writes `items` so that each becomes durable, or is handed to `refuse`.  `write` writes some items
// in one transaction and commits; where it throws because of an item, `recover` restores the last
// committed state, and both halves are tried again on their own.  Other exceptions are passed on.
template <typename Item>
void write_or_bisect(std::span<const Item* const> items,
                     const std::function<void(std::span<const Item* const>)>& write,
                     const std::function<void()>& recover,
                     const std::function<void(const Item&, const Xapian::Error&)>& refuse) {
  if (items.empty()) {
    return;
  }
  try {
    write(items);
    return;
  } catch (const Xapian::Error& error) {
    recover();
    if (!is_caused_by_item(error)) {
      throw;
    }
    if (items.size() == 1) {
      refuse(*items.front(), error);
      return;
    }
  }
  const std::size_t half = items.size() / 2;
  write_or_bisect(items.first(half), write, recover, refuse);
  write_or_bisect(items.subspan(half), write, recover, refuse);
}

}  // namespace pilcrow
