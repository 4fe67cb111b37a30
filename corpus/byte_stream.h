// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes from somewhere: a file, standard input, a member of an archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "pilcrow/article.h"

namespace pilcrow {

class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Fills up to `size` bytes and returns how many; 0 only at the end.  Throws Error{io}.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
};

// What a file and all archives within it have unpacked to, so that together they keep to a limit.
struct Expansion {
  std::uint64_t packed_bytes = 0;    // Of the outermost archive.
  std::uint64_t unpacked_bytes = 0;  // Of all, each for itself.
  bool exceeded = false;
};

// Where bytes come from, and what was said of them there.
struct SourceOrigin {
  std::string path = {};        // Of the file; "-": standard input.
  std::string member = {};      // The part of it whose unpacked bytes these are; empty: the file.
  std::string media_type = {};  // As a crawler noted it ("text/html"); empty: not said.
  std::string charset = {};     // The same, or what the user says; empty: not said.
  std::string url = {};         // Where a crawler found it.
  std::string date = {};        // When, as ISO 8601.
  std::shared_ptr<Expansion> expansion = {};  // Of the archives around them; null: there is none.

  // What an article without an id of its own is called: "archive.zip/news/a.html".
  std::string id() const { return member.empty() ? path : path + '/' + member; }
  // The last part of the name, which tells the format: "a.html".
  std::string_view name() const {
    const std::string_view whole = member.empty() ? path : member;
    const std::size_t slash = whole.rfind('/');
    return slash == std::string_view::npos ? whole : whole.substr(slash + 1);
  }
};

// A file, or standard input for "-".  Throws Error: not_found, invalid_argument (a folder), io.
std::unique_ptr<ByteStream> open_file_stream(const std::string& path);

// Bytes `span` of a file, without reading what is before them.  Throws Error: not_found (the file
// or the bytes are not there), io.
std::string read_file_bytes(const std::string& path, const Span& span);

// Bytes that are in memory already.
std::unique_ptr<ByteStream> make_memory_stream(std::string bytes);

}  // namespace pilcrow
