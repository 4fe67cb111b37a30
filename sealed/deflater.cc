// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/deflater.h"

#include <zlib.h>
#include <limits>

#include "pilcrow/error.h"

namespace pilcrow::sealed {

struct Deflater::Stream {
  z_stream z{};
};

Deflater::Deflater(int level) : stream_(std::make_unique<Stream>()) {
  constexpr int raw_window_bits = -15;
  constexpr int memory_level = 9;
  if (level < 1 || level > 9) {
    throw Error(ErrorCode::invalid_argument,
                "compress data: the level must be from 1 to 9, not " + std::to_string(level));
  }
  if (deflateInit2(&stream_->z, level, Z_DEFLATED, raw_window_bits, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw Error(ErrorCode::io, "compress data: zlib did not start; check free memory");
  }
}

Deflater::~Deflater() {
  deflateEnd(&stream_->z);
}

bool Deflater::shrinks(std::string_view bytes) {
  if (bytes.size() < 2 || bytes.size() > std::numeric_limits<uInt>::max()) {
    return false;
  }
  z_stream& z = stream_->z;
  deflateReset(&z);
  // Room for what is worth keeping; what does not end in it is not.
  out_.resize(bytes.size() - 1);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out_.data());
  z.avail_out = static_cast<uInt>(out_.size());
  if (deflate(&z, Z_FINISH) != Z_STREAM_END) {
    return false;
  }
  out_.resize(out_.size() - z.avail_out);
  return true;
}

}  // namespace pilcrow::sealed
