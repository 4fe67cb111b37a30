// SPDX-License-Identifier: GPL-2.0-or-later
#include <functional>
#include <unordered_set>
#include <utility>

#include "corpus/formats/readers.h"
#include "corpus/warc_stream.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

class WarcReader : public ArticleReader {
 public:
  WarcReader(InputPointer file, const ReadOptions& options, int depth)
      : warc_(std::move(file), options), options_(options), depth_(depth) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    while (!done_) {
      if (read_page(article, problems)) {
        return true;
      }
      open_next(problems);
    }
    return false;
  }

 private:
  // A page that can't be read is one problem and not the end of the crawl.
  bool read_page(Article& article, std::vector<Problem>& problems) {
    try {
      if (capture_ != nullptr) {
        source_ = capture_->origin().id();
        page_ = make_reader(std::move(capture_), SourceFormat::automatic, options_, depth_ + 1);
      }
      if (page_ != nullptr && page_->next(article, problems)) {
        return true;
      }
    } catch (const Error& error) {
      problems.push_back({source_, "", error.what()});
    }
    page_ = nullptr;
    return false;
  }

  void open_next(std::vector<Problem>& problems) {
    WarcCapture capture;
    // Where the file itself can't be read on, nothing more will come of it.
    done_ = true;
    while (warc_.next(capture, problems)) {
      if (urls_.insert(std::hash<std::string>()(capture.url)).second) {
        capture_ = open_capture(warc_.origin(), std::move(capture));
        done_ = false;
        return;
      }
      ++repeated_;
    }
    if (repeated_ > 0) {
      problems.push_back({warc_.origin().id(), "",
                          std::to_string(repeated_) +
                              " captures are of pages that came before; the first one of each "
                              "stays"});
    }
  }

  WarcStream warc_;
  const ReadOptions options_;
  const int depth_;
  InputPointer capture_;  // To be opened.
  ReaderPointer page_;
  std::string source_;  // What is being read, for problems.
  // Hashes: a page that is found again by its URI must be the one that was read.
  std::unordered_set<std::size_t> urls_;
  std::size_t repeated_ = 0;
  bool done_ = false;
};

}  // namespace

ReaderPointer make_warc_reader(InputPointer file, const ReadOptions& options, int depth) {
  return std::make_unique<WarcReader>(std::move(file), options, depth);
}

}  // namespace pilcrow
