// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include "corpus/formats/readers.h"
#include "corpus/json_fields.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

class JsonlReader : public ArticleReader {
 public:
  JsonlReader(InputPointer file, const ReadOptions& options)
      : file_(std::move(file)), options_(options), articles_(file_->origin(), options_) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    std::string_view line;
    bool too_long = false;
    while (file_->next_line(line, options_.article_bytes_max, too_long)) {
      ++line_number_;
      const std::string where = "line " + std::to_string(line_number_);
      if (too_long) {
        problems.push_back(
            {file_->origin().id(), where,
             "it has more than " + std::to_string(options_.article_bytes_max) + " bytes; left out",
             file_->line_offset()});
        continue;
      }
      const bool has_bom = line_number_ == 1 && line.starts_with(utf8_bom);
      const std::size_t begin =
          static_cast<std::size_t>(file_->line_offset()) + (has_bom ? utf8_bom.size() : 0);
      line.remove_prefix(has_bom ? utf8_bom.size() : 0);
      if (line.find_first_not_of(" \t\r") != std::string_view::npos &&
          articles_.read(line, {begin, line_number_, where}, article, problems)) {
        return true;
      }
    }
    if (!std::exchange(done_, true)) {
      articles_.finish(problems);
    }
    return false;
  }

 private:
  InputPointer file_;
  const ReadOptions options_;
  JsonArticles articles_;
  std::size_t line_number_ = 0;
  bool done_ = false;
};

}  // namespace

ReaderPointer make_jsonl_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<JsonlReader>(std::move(file), options);
}

}  // namespace pilcrow
