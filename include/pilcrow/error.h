// SPDX-License-Identifier: GPL-2.0-or-later
// Errors: the one exception type of the library.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "pilcrow/export.h"

namespace pilcrow {

enum class ErrorCode {
  invalid_argument,  // An option or argument is outside its stated range.
  not_found,         // A file, an index or a passage that was named does not exist.
  already_exists,    // Something would be overwritten that must not be.
  locked,            // Another process is writing this index.
  corrupt,           // Stored data is damaged; index the articles again.
  incompatible,      // The index was made by another format or analyzer; rebuild it.
  bad_query,         // The query is too long or too complex.
  io,                // The operating system refused: disk full, no permission, ...
  cancelled,         // A stop was requested; everything committed before stays.
  internal           // A defect in this library; please report it.
};

// The name of a code as it is spelled above, for example "not_found".
PILCROW_EXPORT std::string_view to_string(ErrorCode code) noexcept;

// The one exception type this library throws; no Xapian or ICU error escapes.  It is thrown when
// the operation ends there.  What a caller should expect (nothing found, one bad article in a
// batch) is returned as a value instead.
class PILCROW_EXPORT Error : public std::runtime_error {
 public:
  // `message` says: doing what, to which object: what happened; what to do.
  Error(ErrorCode code, const std::string& message);

  // For programs to branch on; what() is for people.
  ErrorCode code() const noexcept { return code_; }

 private:
  ErrorCode code_;
};

}  // namespace pilcrow
