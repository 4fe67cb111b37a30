// SPDX-License-Identifier: GPL-2.0-or-later
// The one place where Xapian's exceptions become ours.
#pragma once

#include <xapian.h>
#include <string>
#include <utility>

#include "pilcrow/error.h"

namespace pilcrow {

// Our error for one of Xapian's, with `doing` ("open index D") in front of its message.
Error translated(const Xapian::Error& error, const std::string& doing);

// Runs `work` and translates what Xapian throws.
template <typename Work>
decltype(auto) guarded(const std::string& doing, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    throw translated(error, doing);
  }
}

// The same for a reader of an index that others write: where a writer has overtaken it, calls
// `reopen` and does the whole of `work` again.  DatabaseCorruptError gets one more try, since a
// reader that is overtaken in the middle of a block can see it too, and so does a server that
// has ended an idle connection.
template <typename Work, typename Reopen>
decltype(auto) guarded_reader(const std::string& doing, Work&& work, Reopen&& reopen) {
  constexpr int tries_max = 5;
  int tries_left = tries_max;
  while (true) {
    try {
      return work();
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (--tries_left == 0) {
        throw translated(error, doing);
      }
    } catch (const Xapian::DatabaseCorruptError& error) {
      if (tries_left < tries_max) {
        throw translated(error, doing);
      }
      --tries_left;
    } catch (const Xapian::NetworkTimeoutError& error) {
      throw translated(error, doing);
    } catch (const Xapian::NetworkError& error) {
      if (tries_left < tries_max) {
        throw translated(error, doing);
      }
      --tries_left;
    } catch (const Xapian::Error& error) {
      throw translated(error, doing);
    }
    guarded(doing, reopen);
  }
}

}  // namespace pilcrow
