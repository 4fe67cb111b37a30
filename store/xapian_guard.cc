// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/xapian_guard.h"

#include <cstring>
#include <string_view>

namespace pilcrow {
namespace {

struct Meaning {
  std::string_view type;
  ErrorCode code;
  const char* remedy;
};

// Xapian's types that mean something to a user; all others are failures of the disk or of ours.
constexpr Meaning meanings[] = {
    {"DatabaseLockError", ErrorCode::locked, "wait until the other writer is done"},
    {"DatabaseNotFoundError", ErrorCode::not_found, "name the folder that the indexer made"},
    {"DatabaseCorruptError", ErrorCode::corrupt, "build the index anew with --rebuild"},
    {"DatabaseVersionError", ErrorCode::incompatible, "build the index anew with --rebuild"},
    {"NetworkTimeoutError", ErrorCode::io,
     "the server is slow or does not answer; give it more time, or see whether it runs"},
    {"NetworkError", ErrorCode::io, "see whether the server runs there, and can be reached"},
    {"DatabaseModifiedError", ErrorCode::io, "it is written too fast to be read; try again"},
    {"InvalidArgumentError", ErrorCode::internal, "please report this"},
    {"InvalidOperationError", ErrorCode::internal, "please report this"},
    {"UnimplementedError", ErrorCode::internal, "please report this"},
    {"AssertionError", ErrorCode::internal, "please report this"},
};

}  // namespace

Error translated(const Xapian::Error& error, const std::string& doing) {
  std::string message = doing + ": " + error.get_msg();
  if (!error.get_context().empty()) {
    message += " (" + error.get_context() + ")";
  }
  if (const char* system = error.get_error_string()) {
    message += std::string(": ") + system;
  }
  for (const Meaning& meaning : meanings) {
    if (meaning.type == error.get_type()) {
      return {meaning.code, message + "; " + meaning.remedy};
    }
  }
  return {ErrorCode::io, message + "; check free space and permissions"};
}

}  // namespace pilcrow
