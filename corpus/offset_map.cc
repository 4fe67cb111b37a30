// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/offset_map.h"

#include <algorithm>

namespace pilcrow {

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
  const auto continues = [&](const Run& run) {
    const std::size_t done = (text_end_ - run.text) / run.text_step;
    return run.text_step == text_step && run.source_step == source_step &&
           run.source + done * source_step == source_end_;
  };
  if (runs_.empty() || !continues(runs_.back())) {
    runs_.push_back({text_end_, source_end_, text_step, source_step});
  }
  text_end_ += units * text_step;
  source_end_ += units * source_step;
}

Span OffsetMap::unit_at(std::size_t text) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), text,
                                      [](std::size_t at, const Run& run) { return at < run.text; });
  const Run& run = *std::prev(after);
  const std::size_t begin = run.source + (text - run.text) / run.text_step * run.source_step;
  return {begin, begin + run.source_step};
}

Span OffsetMap::source(Span text) const {
  return {unit_at(text.begin).begin, unit_at(text.end - 1).end};
}

}  // namespace pilcrow
