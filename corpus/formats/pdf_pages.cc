// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/formats/pdf_pages.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/letters.h"

namespace pilcrow {
namespace {

constexpr std::size_t edge_lines = 2;  // At the top of a page, and at its bottom.

using Lines = std::vector<Span>;

// The lines of a page that are not blank.
Lines lines_of(std::string_view text, Span page) {
  Lines lines;
  for (std::size_t at = page.begin; at < page.end;) {
    const std::size_t end = std::min(text.find('\n', at), page.end);
    if (text.substr(at, end - at).find_first_not_of(" \t\r") != std::string_view::npos) {
      lines.push_back({at, end});
    }
    at = end + 1;
  }
  return lines;
}

std::vector<Span> pages_of(std::string_view text) {
  std::vector<Span> pages;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\f', at), text.size());
    pages.push_back({at, end});
    at = end + 1;
  }
  return pages;
}

// The line as it is on every page; empty for a page number.
std::string key_of(std::string_view line) {
  std::string key;
  std::copy_if(line.begin(), line.end(), std::back_inserter(key),
               [](char byte) { return byte < '0' || byte > '9'; });
  key = one_line(key);
  const bool is_number =
      key.size() < line.size() && key.find_first_not_of(" -.|/[]()") == std::string::npos;
  return is_number ? std::string() : key;
}

// How many lines at each edge of a page to look at, so that none is looked at twice.
std::size_t edge_of(const Lines& lines) {
  return std::min(edge_lines, lines.size() / 2);
}

class EdgeCounter {
 public:
  void add(std::string_view text, const Lines& lines) {
    ++pages_;
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < edge_of(lines); ++i) {
      for (const Span line : {lines[i], lines[lines.size() - 1 - i]}) {
        keys.push_back(key_of(text.substr(line.begin, line.size())));
      }
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (std::string& key : keys) {
      ++counts_[std::move(key)];
    }
  }

  bool is_furniture(std::string_view line) const {
    constexpr std::size_t pages_min = 3;
    const std::string key = key_of(line);
    const auto found = counts_.find(key);
    return key.empty() ||
           (found != counts_.end() && pages_ >= pages_min && found->second * 2 > pages_);
  }

 private:
  std::size_t pages_ = 0;
  std::unordered_map<std::string, std::size_t> counts_;
};

void divide(std::string_view text, const Lines& lines, const EdgeCounter& counter,
            std::vector<PdfBlock>& blocks) {
  const auto is_furniture = [&](std::size_t i) {
    return counter.is_furniture(text.substr(lines[i].begin, lines[i].size()));
  };
  const std::size_t edge = edge_of(lines);
  std::size_t top = 0;
  std::size_t bottom = lines.size();
  while (top < edge && is_furniture(top)) {
    blocks.push_back({true, lines[top++]});
  }
  while (bottom > lines.size() - edge && is_furniture(bottom - 1)) {
    --bottom;
  }
  if (top < bottom) {
    blocks.push_back({false, {lines[top].begin, lines[bottom - 1].end}});
  }
  for (; bottom < lines.size(); ++bottom) {
    blocks.push_back({true, lines[bottom]});
  }
}

}  // namespace

std::vector<PdfBlock> read_pdf_pages(std::string_view text) {
  EdgeCounter counter;
  const std::vector<Span> pages = pages_of(text);
  for (const Span page : pages) {
    counter.add(text, lines_of(text, page));
  }
  std::vector<PdfBlock> blocks;
  for (const Span page : pages) {
    divide(text, lines_of(text, page), counter, blocks);
  }
  return blocks;
}

}  // namespace pilcrow
