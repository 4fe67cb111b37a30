// SPDX-License-Identifier: GPL-2.0-or-later
// Makes archives for tests.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pilcrow {

using Members = std::vector<std::pair<std::string, std::string>>;  // Names and contents.

// The bytes of an archive: `format` "zip", "ustar", "paxr" or "raw", `filter` "gzip", "none", ...
// as libarchive names them.
inline std::string pack(const char* format, const char* filter, const Members& members,
                        const char* options = nullptr, const char* passphrase = nullptr) {
  std::string packed;
  archive* writer = archive_write_new();
  archive_write_set_format_by_name(writer, format);
  if (std::string_view(filter) != "none") {
    archive_write_add_filter_by_name(writer, filter);
  }
  if (options != nullptr) {
    archive_write_set_options(writer, options);
    archive_write_set_passphrase(writer, passphrase);
  }
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open(
      writer, &packed, nullptr,
      [](archive*, void* target, const void* bytes, std::size_t size) {
        static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
        return static_cast<la_ssize_t>(size);
      },
      nullptr);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  return packed;
}

inline std::string compress(const char* filter, const std::string& content) {
  return pack("raw", filter, {{"content", content}});
}

}  // namespace pilcrow
