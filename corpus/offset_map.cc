// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/offset_map.h"

#include <algorithm>
#include <iterator>

namespace pilcrow {
namespace {

constexpr std::size_t runs_between_marks = 64;
// The first that three bits do not hold beside that of the text.
constexpr std::size_t large_step = 7;

// Numbers are seven bits a byte, the low ones first; all but the last byte have the high bit.
void write(std::size_t number, std::string& out) {
  for (; number > 0x7F; number >>= 7U) {
    out += static_cast<char>(0x80U | (number & 0x7FU));
  }
  out += static_cast<char>(number);
}

std::size_t read(const char*& in) {
  std::size_t number = 0;
  unsigned char byte = 0x80;
  for (unsigned shift = 0; (byte & 0x80U) != 0; shift += 7) {
    byte = static_cast<unsigned char>(*in++);
    number |= static_cast<std::size_t>(byte & 0x7FU) << shift;
  }
  return number;
}

}  // namespace

void OffsetMap::convert(std::size_t text_bytes, std::size_t source_bytes, std::size_t units) {
  if (text_bytes == 0) {
    skip(units * source_bytes);
  } else {
    append(units, text_bytes, source_bytes);
  }
}

void OffsetMap::append(std::size_t units, std::size_t text_step, std::size_t source_step) {
  if (units == 0) {
    return;
  }
  if (last_.text_step != text_step || last_.source_step != source_step ||
      last_.source_end() != source_end_) {
    pack_last();
    last_ = {text_end_, source_end_, text_step, source_step};
  }
  last_.units += units;
  text_end_ += units * text_step;
  source_end_ += units * source_step;
}

void OffsetMap::pack_last() {
  if (last_.units == 0) {
    return;
  }
  if (packed_runs_++ % runs_between_marks == 0) {
    marks_.push_back({last_.text, last_.source, packed_.size()});
  }
  const std::size_t skipped = source_end_ - last_.source_end();
  write(last_.units << 1U | (skipped > 0 ? 1U : 0U), packed_);
  write(last_.text_step << 3U | std::min(last_.source_step, large_step), packed_);
  if (last_.source_step >= large_step) {
    write(last_.source_step, packed_);
  }
  if (skipped > 0) {
    write(skipped, packed_);
  }
}

OffsetMap::Run OffsetMap::run_at(std::size_t text) const {
  if (text >= last_.text) {
    return last_;
  }
  const auto behind =
      std::upper_bound(marks_.begin(), marks_.end(), text,
                       [](std::size_t at, const Mark& mark) { return at < mark.text; });
  const Mark& mark = *std::prev(behind);
  const char* at = packed_.data() + mark.packed;
  Run run{mark.text, mark.source};
  for (;;) {
    const std::size_t units = read(at);
    const std::size_t steps = read(at);
    run.units = units >> 1U;
    run.text_step = steps >> 3U;
    run.source_step = (steps & 7U) == large_step ? read(at) : steps & 7U;
    const std::size_t skipped = (units & 1U) != 0 ? read(at) : 0;
    if (text < run.text_end()) {
      return run;
    }
    run = {run.text_end(), run.source_end() + skipped};
  }
}

Span OffsetMap::unit_at(std::size_t text) const {
  const Run run = run_at(text);
  const std::size_t begin = run.source + (text - run.text) / run.text_step * run.source_step;
  return {begin, begin + run.source_step};
}

Span OffsetMap::source(Span text) const {
  return {unit_at(text.begin).begin, unit_at(text.end - 1).end};
}

}  // namespace pilcrow
