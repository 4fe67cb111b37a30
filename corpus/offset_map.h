// SPDX-License-Identifier: GPL-2.0-or-later
// Where the bytes of a text come from, when it is not a plain copy of its source.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

// Maps spans of a text to spans of the source that it was made from, in order, unit by unit.  A
// unit is what can't be told apart: a character of another charset, an entity, an escape.  A
// stretch of equal units takes a few bytes, however long it is.
class OffsetMap {
 public:
  OffsetMap() = default;
  // The text begins at this offset of the source.
  explicit OffsetMap(std::size_t source_begin) : source_end_(source_begin) {}

  // The next `bytes` of the text are the next ones of the source, byte for byte.
  void copy(std::size_t bytes) { append(bytes, 1, 1); }
  // The next `text_bytes` of the text stand for the next `source_bytes` of the source, as one unit;
  // and so on for as many `units`.
  void convert(std::size_t text_bytes, std::size_t source_bytes, std::size_t units = 1);
  // The next `bytes` of the source are not in the text.
  void skip(std::size_t bytes) { source_end_ += bytes; }

  // The source bytes of a span of the text that is not empty and not beyond its end.
  Span source(Span text) const;

  // This map, of a text within another, and the other's map of that: a map from this text to the
  // other's source.
  Span source_through(Span text, const OffsetMap& outer) const {
    return outer.source(source(text));
  }

  std::size_t text_size() const noexcept { return text_end_; }
  // Where the next unit's source begins.
  std::size_t source_end() const noexcept { return source_end_; }

 private:
  // Units of equal size, one behind the other.
  struct Run {
    std::size_t text = 0;
    std::size_t source = 0;
    std::size_t text_step = 1;
    std::size_t source_step = 1;
    std::size_t units = 0;

    std::size_t text_end() const noexcept { return text + units * text_step; }
    std::size_t source_end() const noexcept { return source + units * source_step; }
  };
  // Where a run begins in the text, in the source, and in `packed_`.
  struct Mark {
    std::size_t text = 0;
    std::size_t source = 0;
    std::size_t packed = 0;
  };

  void append(std::size_t units, std::size_t text_step, std::size_t source_step);
  void pack_last();
  Run run_at(std::size_t text) const;
  Span unit_at(std::size_t text) const;

  // All runs but the last: how many units, of what size each, and what is skipped behind them. Most
  // runs take two bytes, since in some texts one begins at every other character.
  std::string packed_;
  std::vector<Mark> marks_;  // Of some runs, to find the others from.
  std::size_t packed_runs_ = 0;
  Run last_;
  std::size_t text_end_ = 0;
  std::size_t source_end_ = 0;
};

}  // namespace pilcrow
