// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/zip_members.h"

#include <archive.h>
#include <archive_entry.h>
#include <algorithm>
#include <utility>

#include "corpus/archive_stream.h"

namespace pilcrow {
namespace {

std::string failure_of(archive* source) {
  const char* text = archive_error_string(source);
  return std::string("its zip file is broken: ") + (text == nullptr ? "unknown error" : text);
}

}  // namespace

// Without a directory at its end a zip file is none: to look for members by unpacking those in
// front of them would take whatever time an attacker likes.
struct ZipMembers::Archive {
  Archive() : handle(archive_read_new()) { archive_read_support_format_zip_seekable(handle); }
  ~Archive() { archive_read_free(handle); }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  archive* handle;
};

ZipMembers::ZipMembers(std::string bytes, const ReadOptions& options)
    : bytes_(std::move(bytes)),
      member_bytes_max_(options.article_bytes_max),
      unpacked_bytes_left_(unpacked_bytes_max(bytes_.size(), options.expansion_max)) {}

ZipMembers::~ZipMembers() = default;

// The next member's name; empty, and a reason, where there is none.
std::string ZipMembers::next_name(std::string& reason) {
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(archive_->handle, &entry);
  if (status == ARCHIVE_OK || status == ARCHIVE_WARN) {
    const char* path = archive_entry_pathname_utf8(entry);
    path = path == nullptr ? archive_entry_pathname(entry) : path;
    return path == nullptr || *path == '\0' ? "?" : path;
  }
  reason = status == ARCHIVE_EOF ? "" : failure_of(archive_->handle);
  archive_.reset();
  return "";
}

bool ZipMembers::open(std::string& reason) {
  archive_ = std::make_unique<Archive>();
  if (archive_read_open_memory(archive_->handle, bytes_.data(), bytes_.size()) != ARCHIVE_OK) {
    reason = failure_of(archive_->handle);
    archive_.reset();
    return false;
  }
  return true;
}

bool ZipMembers::list(std::string& reason) {
  if (!names_.empty() || !open(reason)) {
    return !names_.empty();
  }
  for (std::string name; !(name = next_name(reason)).empty();) {
    names_.insert(std::move(name));
  }
  return reason.empty();
}

bool ZipMembers::find(const std::string& name, std::string& reason) {
  if (!list(reason)) {
    return false;
  }
  if (!names_.contains(name)) {
    reason = "it has no " + name;
    return false;
  }
  for (const bool from_the_beginning : {false, true}) {
    if (from_the_beginning ? !open(reason) : archive_ == nullptr) {
      continue;
    }
    for (std::string found; !(found = next_name(reason)).empty();) {
      if (found == name) {
        return true;
      }
    }
  }
  return false;
}

std::optional<std::string> ZipMembers::read(const std::string& name, std::string& reason) {
  if (!find(name, reason)) {
    return std::nullopt;
  }
  constexpr std::size_t chunk_bytes = std::size_t{64} << 10;
  std::string content;
  while (true) {
    const std::size_t size = content.size();
    content.resize(size + chunk_bytes);
    const la_ssize_t count =
        archive_read_data(archive_->handle, content.data() + size, chunk_bytes);
    if (count < 0) {
      reason = failure_of(archive_->handle);
      archive_.reset();
      return std::nullopt;
    }
    content.resize(size + static_cast<std::size_t>(count));
    if (count == 0) {
      return content;
    }
    if (content.size() > member_bytes_max_ ||
        static_cast<std::size_t>(count) > unpacked_bytes_left_) {
      reason = content.size() > member_bytes_max_
                   ? name + " has more than " + std::to_string(member_bytes_max_) + " bytes"
                   : "it unpacks to more than is sound";
      return std::nullopt;
    }
    unpacked_bytes_left_ -= static_cast<std::size_t>(count);
  }
}

}  // namespace pilcrow
