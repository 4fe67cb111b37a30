// SPDX-License-Identifier: GPL-2.0-or-later
// The way back from Deflater.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pilcrow::sealed {

class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // What was deflated; valid until the next call.  Throws Error{internal} where it is no raw
  // deflate.
  std::string_view inflate(std::string_view deflated);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  std::string out_;
};

}  // namespace pilcrow::sealed
