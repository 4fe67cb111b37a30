// SPDX-License-Identifier: GPL-2.0-or-later
// What both programs print of an index.
#pragma once

#include <cstdint>
#include <iomanip>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "pilcrow/index_info.h"

namespace pilcrow {

// 1234567 as "1,234,567".
inline std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return digits;
}

inline std::string megabytes(std::uint64_t bytes) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << static_cast<double>(bytes) / 1e6 << " MB";
  return text.str();
}

inline void print_info(const IndexInfo& info, std::ostream& out) {
  out << "format     "
      << (info.format_version == 0 ? "differs" : std::to_string(info.format_version)) << '\n'
      << "analyzer   " << (info.analyzer.empty() ? "differs" : info.analyzer)
      << (info.compatible ? "" : "  (not this program's: rebuild to search it)") << '\n'
      << "articles   " << grouped(info.articles) << '\n'
      << "duplicates " << grouped(info.duplicates) << " of them\n"
      << "furniture  " << grouped(info.furniture) << " paragraphs\n"
      << "passages   " << grouped(info.passages) << ", on average " << std::fixed
      << std::setprecision(1) << info.passage_terms_mean << " ranked terms\n";
  if (info.disk_bytes > 0) {
    out << "size       " << megabytes(info.disk_bytes) << '\n';
  }
  out << "languages ";
  for (const auto& [language, articles] : info.languages) {
    out << ' ' << (language.empty() ? "unknown" : language) << ' ' << grouped(articles);
  }
  out << '\n';
}

// Each by itself; of several, then all together.
inline void print_infos(const std::vector<IndexInfo>& indexes, std::ostream& out) {
  for (const IndexInfo& info : indexes) {
    out << "index      " << info.path << '\n';
    print_info(info, out);
    out << (indexes.size() > 1 ? "\n" : "");
  }
  if (indexes.size() > 1) {
    out << "together   " << indexes.size() << " indexes\n";
    print_info(total_of(indexes), out);
  }
}

}  // namespace pilcrow
