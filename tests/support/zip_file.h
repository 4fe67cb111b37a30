// SPDX-License-Identifier: GPL-2.0-or-later
// Zip files for tests, made in a line.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string>
#include <utility>
#include <vector>

namespace pilcrow {

using ZipContent = std::vector<std::pair<std::string, std::string>>;  // Names and bytes.

inline std::string make_zip(const ZipContent& content) {
  std::size_t size = std::size_t{64} << 10;
  for (const auto& [name, bytes] : content) {
    size += bytes.size() + 2 * name.size() + 512;
  }
  std::string zip(size, '\0');
  std::size_t used = 0;
  archive* out = archive_write_new();
  archive_write_set_format_zip(out);
  archive_write_set_bytes_in_last_block(out, 1);
  archive_write_open_memory(out, zip.data(), zip.size(), &used);
  for (const auto& [name, bytes] : content) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  zip.resize(used);
  return zip;
}

}  // namespace pilcrow
