// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of a document that is a zip file: DOCX, EPUB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "pilcrow/article.h"

namespace pilcrow {

// Not thread-safe.  Members that are asked for in their order in the file are found in one pass.
class ZipMembers {
 public:
  // `bytes` are those of the zip file.
  ZipMembers(std::string bytes, const ReadOptions& options);
  ~ZipMembers();
  ZipMembers(const ZipMembers&) = delete;
  ZipMembers& operator=(const ZipMembers&) = delete;

  // The unpacked bytes of a member; nothing, and why ("it has no NAME"), where they can't be had,
  // or where they, or all that was unpacked so far, are more than the options allow.
  std::optional<std::string> read(const std::string& name, std::string& reason);

 private:
  struct Archive;

  bool find(const std::string& name, std::string& reason);
  std::string next_name(std::string& reason);
  bool open(std::string& reason);
  bool list(std::string& reason);

  const std::string bytes_;
  const std::size_t member_bytes_max_;
  std::uint64_t unpacked_bytes_left_;
  std::set<std::string, std::less<>> names_;
  std::unique_ptr<Archive> archive_;  // At the member that was found last.
};

}  // namespace pilcrow
