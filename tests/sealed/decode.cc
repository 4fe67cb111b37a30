// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/sealed/decode.h"

#include <bit>
#include <stdexcept>

namespace pilcrow::sealed {
namespace {

void require(bool true_here, const char* what) {
  if (!true_here) {
    throw std::runtime_error(what);
  }
}

unsigned char take_byte(std::string_view& in) {
  require(!in.empty(), "cut off");
  const auto byte = static_cast<unsigned char>(in.front());
  in.remove_prefix(1);
  return byte;
}

class BitReader {
 public:
  explicit BitReader(std::string_view in) : in_(in) {}

  std::uint64_t take(unsigned count) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < count; ++i) {
      if (left_ == 0) {
        byte_ = take_byte(in_);
        left_ = 8;
      }
      value |= std::uint64_t{byte_ & 1U} << i;
      byte_ >>= 1;
      --left_;
    }
    return value;
  }

  std::uint64_t take_below(std::uint64_t outof) {
    const auto width = static_cast<unsigned>(std::bit_width(outof - 1));
    const std::uint64_t spare = (std::uint64_t{1} << width) - outof;
    if (spare == 0) {
      return take(width);
    }
    const std::uint64_t middle = (outof - spare) / 2;
    std::uint64_t value = take(width - 1);
    if (value < middle && take(1) != 0) {
      value += middle + spare;
    }
    require(value < outof, "a number is too great");
    return value;
  }

  void end() const { require(in_.empty() && byte_ == 0, "more bits than numbers"); }

 private:
  std::string_view in_;
  unsigned byte_ = 0;
  unsigned left_ = 0;
};

void take_between(BitReader& bits, std::vector<std::uint32_t>& positions, std::size_t low,
                  std::size_t high) {
  while (low + 1 < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::uint64_t outof = std::uint64_t{positions[high]} - positions[low] - (high - low) + 1;
    positions[middle] =
        static_cast<std::uint32_t>(bits.take_below(outof) + positions[low] + (middle - low));
    take_between(bits, positions, low, middle);
    low = middle;
  }
}

}  // namespace

std::uint64_t take_vint(std::string_view& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const unsigned byte = take_byte(in);
    value |= std::uint64_t{byte & 0x7f} << shift;
    if (byte < 0x80) {
      return value;
    }
  }
  throw std::runtime_error("a number is too long");
}

std::uint64_t take_sort_uint(std::string_view& in) {
  std::uint64_t value = take_byte(in);
  int more = 1;
  if ((value & 0x80) != 0) {
    // As many bits set as bytes follow beyond the second, then a clear one.
    const auto ones = std::countl_one(static_cast<unsigned char>(value));
    require(ones <= 7, "a number begins with 0xff");
    more = ones + 1;
    value &= 0x7fU >> ones;
  }
  for (; more > 0; --more) {
    value = value << 8 | take_byte(in);
  }
  return value;
}

std::string take_sort_string(std::string_view& in, bool last) {
  std::string out;
  while (!in.empty()) {
    const unsigned char byte = take_byte(in);
    if (byte == 0) {
      if (in.empty() || static_cast<unsigned char>(in.front()) != 0xff) {
        require(!last, "a string ends early");
        return out;
      }
      in.remove_prefix(1);
    }
    out.push_back(static_cast<char>(byte));
  }
  require(last, "a string does not end");
  return out;
}

std::uint64_t decode_last_uint(std::string_view in) {
  require(in.empty() || in.back() != 0, "a number has zeros in front");
  std::uint64_t value = 0;
  for (; !in.empty(); in.remove_suffix(1)) {
    value = value << 8 | static_cast<unsigned char>(in.back());
  }
  return value;
}

std::vector<std::uint32_t> decode_positions(std::string_view in) {
  const auto last = static_cast<std::uint32_t>(take_vint(in));
  if (in.empty()) {
    return {last};
  }
  BitReader bits(in);
  const auto first = static_cast<std::uint32_t>(bits.take_below(last));
  std::vector<std::uint32_t> positions(bits.take_below(last - first) + 2);
  positions.front() = first;
  positions.back() = last;
  take_between(bits, positions, 0, positions.size() - 1);
  bits.end();
  return positions;
}

}  // namespace pilcrow::sealed
