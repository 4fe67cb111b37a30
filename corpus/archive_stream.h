// SPDX-License-Identifier: GPL-2.0-or-later
// The members of an archive or of a compressed file, in order, without seeking.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "corpus/input_file.h"
#include "pilcrow/article.h"

namespace pilcrow {

struct ArchiveMember {
  std::string name = {};  // Without "./"; valid UTF-8, other bytes are written as %XX.
  bool is_file = true;    // Neither folder nor link nor device.
  bool is_hidden = false;
  bool is_encrypted = false;
};

// What so many bytes may unpack to, see ReadOptions::expansion_max.
std::uint64_t unpacked_bytes_max(std::uint64_t packed_bytes, std::size_t expansion_max);

// Reads tar and zip, and gzip, bzip2, xz and zstd around tar or around a single file.  Not
// thread-safe.  Its bytes are counted in the Expansion that the file's origin names, or one of its
// own.  Throws Error{io} when the archive is damaged, or unpacks to more than it may (once for all
// that share an Expansion); then there is nothing more to read.
class ArchiveStream {
 public:
  ArchiveStream(std::unique_ptr<InputFile> file, const ReadOptions& options);
  ~ArchiveStream();
  ArchiveStream(const ArchiveStream&) = delete;
  ArchiveStream& operator=(const ArchiveStream&) = delete;

  // Passes over what is left of the current member; nothing at the end.
  std::optional<ArchiveMember> next_member();

  // Bytes of the current member, as ByteStream::read.
  std::size_t read(char* buffer, std::size_t size);

  const SourceOrigin& origin() const noexcept;
  const std::shared_ptr<Expansion>& expansion() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The bytes of the current member of `archive`, and where they are from.
std::unique_ptr<InputFile> open_member(std::shared_ptr<ArchiveStream> archive,
                                       const std::string& name);

}  // namespace pilcrow
