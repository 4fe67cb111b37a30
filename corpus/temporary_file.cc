// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/temporary_file.h"

#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "pilcrow/error.h"

namespace pilcrow {

TemporaryFile::TemporaryFile(std::string_view bytes)
    : path_((std::filesystem::temp_directory_path() / "pilcrow-XXXXXX").string()) {
  const int descriptor = ::mkstemp(path_.data());
  ssize_t count = 0;
  while (descriptor >= 0 && !bytes.empty() &&
         ((count = ::write(descriptor, bytes.data(), bytes.size())) >= 0 || errno == EINTR)) {
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  }
  const int reason = errno;
  if (descriptor >= 0) {
    ::close(descriptor);
  }
  if (descriptor < 0 || !bytes.empty()) {
    ::unlink(path_.c_str());
    throw Error(ErrorCode::io, "write " + path_ + ": " + std::strerror(reason));
  }
}

TemporaryFile::~TemporaryFile() {
  ::unlink(path_.c_str());
}

}  // namespace pilcrow
