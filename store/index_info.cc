// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/index_info.h"

#include "store/database.h"

namespace pilcrow {

IndexInfo info_of(const Xapian::Database& database, const std::string& location,
                  const std::string& analyzer) {
  const IndexHeader header = read_header(database, location);
  IndexInfo info;
  info.path = location;
  info.format_version = header.format;
  info.analyzer = header.analyzer;
  info.compatible = header.format == format_version && header.analyzer == analyzer;
  if (header.format == format_version) {
    const IndexStatistics statistics = read_statistics(database);
    info.articles = statistics.articles;
    info.duplicates = statistics.duplicates;
    info.passages = statistics.passages;
    info.furniture = statistics.furniture;
    info.passage_terms_mean = statistics.passage_terms_mean();
    info.languages = {statistics.languages.begin(), statistics.languages.end()};
  }
  info.disk_bytes = folder_bytes(location);
  return info;
}

std::uint64_t folder_bytes(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code ignored;
  for (const std::filesystem::directory_entry& entry :
       std::filesystem::directory_iterator(folder, ignored)) {
    const std::uint64_t size = entry.file_size(ignored);
    bytes += ignored ? 0 : size;
  }
  return bytes;
}

IndexInfo total_of(const std::vector<IndexInfo>& parts) {
  IndexInfo total;
  total.compatible = true;
  double terms = 0;
  for (const IndexInfo& part : parts) {
    const bool is_first = &part == &parts.front();
    const bool same_format = is_first || total.format_version == part.format_version;
    const bool same_analyzer = is_first || total.analyzer == part.analyzer;
    total.format_version = same_format ? part.format_version : 0;
    total.analyzer = same_analyzer ? part.analyzer : "";
    total.compatible &= part.compatible;
    total.articles += part.articles;
    total.duplicates += part.duplicates;
    total.passages += part.passages;
    total.furniture += part.furniture;
    total.disk_bytes += part.disk_bytes;
    terms += part.passage_terms_mean * static_cast<double>(part.passages);
    for (const auto& [language, articles] : part.languages) {
      total.languages[language] += articles;
    }
  }
  total.passage_terms_mean = total.passages > 0 ? terms / static_cast<double>(total.passages) : 0;
  return total;
}

}  // namespace pilcrow
