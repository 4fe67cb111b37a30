// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/output_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "pilcrow/error.h"

namespace pilcrow::sealed {
namespace {

[[noreturn]] void fail(const char* doing, const std::filesystem::path& path, int error) {
  throw Error(ErrorCode::io, std::string(doing) + " " + path.string() + ": " +
                                 std::strerror(error) +
                                 "; check free space and permissions, and build again");
}

// Calls again what a signal interrupted.
template <typename Call>
auto uninterrupted(Call&& call) {
  decltype(call()) result;
  do {
    result = call();
  } while (result < 0 && errno == EINTR);
  return result;
}

void sync_descriptor(int descriptor, const std::filesystem::path& path, SystemCalls& calls) {
  if (uninterrupted([&] { return calls.fsync(descriptor); }) != 0) {
    fail("write to disk", path, errno);
  }
}

}  // namespace

int SystemCalls::open(const char* path, int flags, mode_t mode) {
  return ::open(path, flags, mode);
}

ssize_t SystemCalls::write(int descriptor, const void* bytes, std::size_t size) {
  return ::write(descriptor, bytes, size);
}

int SystemCalls::fsync(int descriptor) {
  return ::fsync(descriptor);
}

int SystemCalls::rename(const char* from, const char* to) {
  return ::rename(from, to);
}

SystemCalls& SystemCalls::real() {
  static SystemCalls calls;
  return calls;
}

OutputFile::OutputFile(std::filesystem::path path, SystemCalls& calls)
    : path_(std::move(path)), calls_(calls) {
  constexpr mode_t mode = 0666;
  descriptor_ = uninterrupted(
      [&] { return calls_.open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode); });
  if (descriptor_ < 0) {
    fail("make file", path_, errno);
  }
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written =
        uninterrupted([&] { return calls_.write(descriptor_, bytes.data(), bytes.size()); });
    if (written <= 0) {
      fail("write file", path_, written == 0 ? ENOSPC : errno);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void OutputFile::sync() {
  sync_descriptor(descriptor_, path_, calls_);
}

void OutputFile::close() {
  // Linux has closed the descriptor also where it reports an error, so never twice.
  if (::close(std::exchange(descriptor_, -1)) != 0 && errno != EINTR) {
    fail("write file", path_, errno);
  }
}

void sync_entries(const std::filesystem::path& folder, SystemCalls& calls) {
  const int descriptor = uninterrupted(
      [&] { return calls.open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0); });
  if (descriptor < 0) {
    fail("write to disk", folder, errno);
  }
  struct Closer {
    int descriptor;
    ~Closer() { ::close(descriptor); }
  } closer{descriptor};
  sync_descriptor(descriptor, folder, calls);
}

void rename_file(const std::filesystem::path& from, const std::filesystem::path& to,
                 SystemCalls& calls) {
  if (calls.rename(from.c_str(), to.c_str()) != 0) {
    fail("put in place", to, errno);
  }
}

}  // namespace pilcrow::sealed
