// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source_state.h"

#include <sys/stat.h>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <vector>

#include "base/hash.h"

namespace pilcrow {
namespace {

// A file that was changed this shortly before we looked may be changed again without a new time.
constexpr std::int64_t settled_after_ns = 2'000'000'000;

std::int64_t now_ns() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

}  // namespace

std::string stored_source_path(const std::string& path) {
  return path.empty() || path == "-" ? path
                                     : std::filesystem::absolute(path).lexically_normal().string();
}

std::optional<SourceState> SourceState::look_at(const std::string& path,
                                                std::uint64_t options_hash) {
  struct stat status = {};
  if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  SourceState state;
  state.record_.path = stored_source_path(path);
  state.record_.size_bytes = static_cast<std::uint64_t>(status.st_size);
  state.modified_ns_ = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  state.record_.modified_ns =
      now_ns() - state.modified_ns_ > settled_after_ns ? state.modified_ns_ : 0;
  state.record_.options_hash = options_hash;
  return state;
}

bool SourceState::is_as_in(const SourceRecord& record) {
  if (record.options_hash != record_.options_hash || record.size_bytes != record_.size_bytes) {
    return false;
  }
  if (record.modified_ns != 0 && record.modified_ns == record_.modified_ns) {
    return true;
  }
  hash_content();
  return record.content_hash == record_.content_hash;
}

bool SourceState::has_changed() const {
  const std::optional<SourceState> now = look_at(record_.path, record_.options_hash);
  return !now || now->record_.size_bytes != record_.size_bytes || now->modified_ns_ != modified_ns_;
}

SourceRecord SourceState::record(std::uint64_t articles) {
  hash_content();
  record_.articles = articles;
  return record_;
}

void SourceState::hash_content() {
  if (hashed_) {
    return;
  }
  hashed_ = true;
  StreamHash hash;
  std::ifstream file(record_.path, std::ios::binary);
  std::vector<char> buffer(std::size_t{1} << 20);
  while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) ||
         file.gcount() > 0) {
    hash.update({buffer.data(), static_cast<std::size_t>(file.gcount())});
  }
  record_.content_hash = hash.value();
}

}  // namespace pilcrow
