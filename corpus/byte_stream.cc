// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "pilcrow/error.h"

namespace pilcrow {
namespace {

[[noreturn]] void fail(const char* doing, const std::string& path) {
  const ErrorCode code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::io;
  throw Error(code, std::string(doing) + ' ' + path + ": " + std::strerror(errno) + "; left out");
}

class FileStream : public ByteStream {
 public:
  explicit FileStream(std::string path) : path_(std::move(path)) {
    if (path_ == "-") {
      descriptor_ = STDIN_FILENO;
      return;
    }
    descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0) {
      fail("open", path_);
    }
    // A constructor that throws runs no destructor, so that the file is closed here.
    struct stat status = {};
    if (::fstat(descriptor_, &status) != 0) {
      const int reason = errno;
      ::close(descriptor_);
      errno = reason;
      fail("open", path_);
    }
    if (S_ISDIR(status.st_mode)) {
      ::close(descriptor_);
      throw Error(ErrorCode::invalid_argument,
                  "open " + path_ + ": it is a folder; walk it with SourceWalker");
    }
  }

  ~FileStream() override {
    if (path_ != "-") {
      ::close(descriptor_);
    }
  }
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  std::size_t read(char* buffer, std::size_t size) override {
    ssize_t count = 0;
    do {
      count = ::read(descriptor_, buffer, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) {
      fail("read", path_);
    }
    return static_cast<std::size_t>(count);
  }

  std::string read_at(const Span& span) const {
    struct stat status = {};
    if (::fstat(descriptor_, &status) != 0) {
      fail("read", path_);
    }
    if (span.begin > span.end || span.end > static_cast<std::size_t>(status.st_size)) {
      throw Error(ErrorCode::not_found, "read " + path_ + ": it has no bytes " +
                                            std::to_string(span.begin) + " to " +
                                            std::to_string(span.end) + "; it may have changed");
    }
    std::string bytes(span.size(), '\0');
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t count = ::pread(descriptor_, bytes.data() + done, bytes.size() - done,
                                    static_cast<off_t>(span.begin + done));
      if (count <= 0 && (count == 0 || errno != EINTR)) {
        errno = count == 0 ? ENODATA : errno;
        fail("read", path_);
      }
      done += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    return bytes;
  }

 private:
  std::string path_;
  int descriptor_ = -1;
};

class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = bytes_.copy(buffer, size, taken_);
    taken_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t taken_ = 0;
};

}  // namespace

std::unique_ptr<ByteStream> open_file_stream(const std::string& path) {
  return std::make_unique<FileStream>(path);
}

std::string read_file_bytes(const std::string& path, const Span& span) {
  const FileStream file(path);
  return file.read_at(span);
}

std::unique_ptr<ByteStream> make_memory_stream(std::string bytes) {
  return std::make_unique<MemoryStream>(std::move(bytes));
}

}  // namespace pilcrow
