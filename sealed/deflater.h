// SPDX-License-Identifier: GPL-2.0-or-later
// Compressed tags.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pilcrow::sealed {

// Raw deflate (RFC 1951), as readers of glass tables expect it.  One a thread.
class Deflater {
 public:
  // `level` as zlib's: 1 is fast, 9 is small.  Throws Error{invalid_argument}.
  explicit Deflater(int level);
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  // True where deflating makes `bytes` smaller, which `deflated` then holds until the next call.
  bool shrinks(std::string_view bytes);
  std::string_view deflated() const { return out_; }

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  std::string out_;
};

}  // namespace pilcrow::sealed
