// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <iomanip>
#include <ostream>
#include <sstream>

#include "searcher/output.h"

namespace pilcrow {
namespace {

class TrecWriter : public ResultWriter {
 public:
  TrecWriter(const SearcherCommand& command, std::ostream& out)
      : unit_(command.search.unit),
        offset_(command.search.offset),
        tag_(trec_field(command.run_tag)),
        out_(out) {}

  // Tools order a run by score and break ties by id, so scores must fall from line to line.
  void write(const AnsweredQuery& query) override {
    constexpr double step = 1e-6;
    double bound = 0;
    for (std::size_t i = 0; i < query.results.hits.size(); ++i) {
      const Hit& hit = query.results.hits[i];
      const double score = i == 0 ? hit.score : std::min(hit.score, bound - step);
      bound = score;
      const std::string id = unit_ == Unit::article ? hit.article.id : to_string(hit.passage);
      std::ostringstream line;
      line << trec_field(query.id) << " Q0 " << trec_field(id) << ' ' << offset_ + i + 1 << ' '
           << std::fixed << std::setprecision(6) << score << ' ' << tag_ << '\n';
      out_ << line.str();
    }
  }

 private:
  const Unit unit_;
  const std::size_t offset_;
  const std::string tag_;
  std::ostream& out_;
};

}  // namespace

std::string trec_field(std::string_view text) {
  std::string clean;
  for (const char byte : text) {
    if (static_cast<unsigned char>(byte) > ' ') {
      clean += byte;
    } else {
      std::ostringstream code;
      code << '%' << std::uppercase << std::hex << std::setw(2) << std::setfill('0')
           << static_cast<int>(byte);
      clean += code.str();
    }
  }
  return clean;
}

std::unique_ptr<ResultWriter> make_trec_writer(const SearcherCommand& command, std::ostream& out) {
  return std::make_unique<TrecWriter>(command, out);
}

}  // namespace pilcrow
