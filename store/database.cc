// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/database.h"

#include <system_error>

#include "pilcrow/error.h"
#include "store/xapian_guard.h"

namespace pilcrow {

bool holds_database(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path / "iamglass", ignored);
}

Xapian::Database open_database(const std::filesystem::path& path) {
  const std::string doing = "open index " + path.string();
  std::error_code status;
  if (!std::filesystem::exists(path, status)) {
    throw Error(ErrorCode::not_found,
                doing + ": there is no such folder; make it with pilcrow-indexer --db " +
                    path.string() + " PATH...");
  }
  if (!holds_database(path)) {
    throw Error(ErrorCode::not_found,
                doing + ": it holds no index; name the folder that pilcrow-indexer made");
  }
  return guarded(doing, [&] { return Xapian::Database(path.string(), Xapian::DB_BACKEND_GLASS); });
}

IndexHeader read_header(const Xapian::Database& database, const std::filesystem::path& path) {
  const std::string doing = "open index " + path.string();
  const std::string bytes =
      guarded(doing, [&] { return database.get_metadata(std::string(header_key)); });
  if (bytes.empty()) {
    throw Error(ErrorCode::incompatible, doing +
                                             ": it is a Xapian database of another program; name "
                                             "an index that pilcrow-indexer made");
  }
  return decode_header(bytes);
}

void require_compatible(const Xapian::Database& database, const std::filesystem::path& path,
                        const std::string& analyzer) {
  const IndexHeader header = read_header(database, path);
  const std::string doing = "open index " + path.string();
  const std::string remedy = "; build it anew with pilcrow-indexer --rebuild";
  if (header.format != format_version) {
    throw Error(ErrorCode::incompatible,
                doing + ": it has format " + std::to_string(header.format) +
                    ", this program reads format " + std::to_string(format_version) + remedy);
  }
  if (header.analyzer != analyzer) {
    throw Error(ErrorCode::incompatible, doing + ": it was made by analyzer " + header.analyzer +
                                             ", this program has " + analyzer + remedy);
  }
}

IndexStatistics read_statistics(const Xapian::Database& database) {
  return decode_statistics(database.get_metadata(std::string(statistics_key)));
}

}  // namespace pilcrow
