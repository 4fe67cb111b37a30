// SPDX-License-Identifier: GPL-2.0-or-later
// The captures of a WARC file (ISO 28500, versions 1.0 and 1.1), in order, without seeking.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/http_response.h"
#include "corpus/input_file.h"
#include "corpus/problem_tally.h"
#include "pilcrow/article.h"

namespace pilcrow {

// One page that a crawler found.
struct WarcCapture {
  std::string url = {};
  std::string date = {};
  MediaType media_type = {};
  std::string payload = {};  // Without HTTP headers and encodings.
};

// Delivers responses with status 200, resources and conversions whose media type is one of text;
// passes over all other records.  Holds one record at a time.
class WarcStream {
 public:
  WarcStream(std::unique_ptr<InputFile> file, const ReadOptions& options)
      : file_(std::move(file)), record_bytes_max_(options.article_bytes_max) {}

  // False at the end.  Records that are broken or too large are reported and left out.
  bool next(WarcCapture& capture, std::vector<Problem>& problems);

  const SourceOrigin& origin() const noexcept { return file_->origin(); }

 private:
  bool find_record(std::vector<Problem>& problems);
  bool read_record(WarcCapture& capture, std::vector<Problem>& problems);
  bool take_content(const HeaderFields& fields, std::string content, WarcCapture& capture,
                    std::vector<Problem>& problems);
  void note(std::string reason, std::vector<Problem>& problems);

  std::unique_ptr<InputFile> file_;
  std::size_t record_bytes_max_;
  std::uint64_t record_begin_ = 0;
  ProblemTally broken_{"more records are broken; left out"};
  std::set<std::string> unknown_codings_;  // That were reported.
};

// The page that `capture` is, which it gives up.
std::unique_ptr<InputFile> open_capture(const SourceOrigin& warc, WarcCapture&& capture);

}  // namespace pilcrow
