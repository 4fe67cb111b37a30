// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a source file is as it was when it was indexed.
#pragma once

#include <optional>
#include <string>

#include "store/schema.h"

namespace pilcrow {

// The absolute form under which a source is stored, so that it is found again from any folder.
// "-" stays.
std::string stored_source_path(const std::string& path);

// Size, time and, where needed, content of a source file, looked at once.
class SourceState {
 public:
  // Nothing for standard input and for what is no regular file.  `options_hash` stands for the
  // options that it is read with.
  static std::optional<SourceState> look_at(const std::string& path, std::uint64_t options_hash);

  // Trusts size and time; where the time differs, compares the content.
  bool is_as_in(const SourceRecord& record);

  // Whether the file is another than when it was looked at.
  bool has_changed() const;

  // The record to store, when `articles` were read from it.
  SourceRecord record(std::uint64_t articles);

  const std::string& path() const noexcept { return record_.path; }
  std::uint64_t size_bytes() const noexcept { return record_.size_bytes; }

 private:
  void hash_content();

  SourceRecord record_;
  std::int64_t modified_ns_ = 0;  // As it is, trusted or not.
  bool hashed_ = false;
};

}  // namespace pilcrow
