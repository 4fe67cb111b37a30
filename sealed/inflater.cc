// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/inflater.h"

#include <zlib.h>
#include <algorithm>

#include "pilcrow/error.h"

namespace pilcrow::sealed {

struct Inflater::Stream {
  z_stream z{};
};

Inflater::Inflater() : stream_(std::make_unique<Stream>()) {
  constexpr int raw_window_bits = -15;
  if (inflateInit2(&stream_->z, raw_window_bits) != Z_OK) {
    throw Error(ErrorCode::io, "read compressed data: zlib did not start; check free memory");
  }
}

Inflater::~Inflater() {
  inflateEnd(&stream_->z);
}

std::string_view Inflater::inflate(std::string_view deflated) {
  constexpr std::size_t room_min = std::size_t{16} << 10;
  z_stream& z = stream_->z;
  inflateReset(&z);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
  z.avail_in = static_cast<uInt>(deflated.size());
  std::size_t size = 0;
  int status = Z_OK;
  while (status == Z_OK) {
    out_.resize(std::max(out_.size(), size + room_min));
    z.next_out = reinterpret_cast<Bytef*>(out_.data() + size);
    z.avail_out = static_cast<uInt>(out_.size() - size);
    status = ::inflate(&z, Z_NO_FLUSH);
    size = out_.size() - z.avail_out;
  }
  if (status != Z_STREAM_END) {
    throw Error(ErrorCode::internal, "read compressed data: it is no raw deflate");
  }
  return std::string_view(out_).substr(0, size);
}

}  // namespace pilcrow::sealed
