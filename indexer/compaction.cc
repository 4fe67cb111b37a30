// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>
#include <filesystem>
#include <string>

#include "indexer/files.h"
#include "indexer/writer_lock.h"
#include "pilcrow/indexer.h"
#include "store/database.h"
#include "store/index_info.h"
#include "store/xapian_guard.h"

namespace pilcrow {
namespace {

namespace fs = std::filesystem;

// Thrown through Xapian, which knows no other way to stop.
struct Stopped {};

// Hears of each table when it is begun and when it is done.
class Listener : public Xapian::Compactor {
 public:
  Listener(const fs::path& index, const std::stop_token& stop,
           const std::function<void(const CompactionProgress&)>& progress)
      : index_(index), stop_(stop), progress_(progress) {
    state_.bytes_total = folder_bytes(index);
  }

  void set_status(const std::string& table, const std::string& status) override {
    if (stop_.stop_requested()) {
      throw Stopped();
    }
    if (!status.empty()) {
      std::error_code ignored;
      const std::uintmax_t bytes = fs::file_size(index_ / (table + ".glass"), ignored);
      state_.bytes_done += ignored ? 0 : bytes;
    }
    if (progress_) {
      progress_(state_);
    }
  }

 private:
  const fs::path& index_;
  const std::stop_token& stop_;
  const std::function<void(const CompactionProgress&)>& progress_;
  CompactionProgress state_ = {};
};

void require_same(const Xapian::Database& before, const fs::path& made, const fs::path& index) {
  const std::string doing = "check the compacted index " + index.string() + ": ";
  const char* advice =
      "; the index may be damaged (pilcrow-indexer check), or disk or memory may be failing; "
      "nothing was replaced";
  const std::vector<std::string> damage = check_index(made);
  if (!damage.empty()) {
    throw Error(ErrorCode::corrupt, doing + damage.front() + advice);
  }
  const Xapian::Database after = open_database(made);
  if (after.get_doccount() != before.get_doccount() ||
      after.get_lastdocid() != before.get_lastdocid() ||
      encode(read_statistics(after)) != encode(read_statistics(before))) {
    throw Error(ErrorCode::corrupt, doing + "it has other contents" + advice);
  }
}

}  // namespace

CompactionReport compact_index(const fs::path& path, const std::stop_token& stop,
                               const std::function<void(const CompactionProgress&)>& progress) {
  const fs::path index = index_path(path);
  open_database(index);  // Where there is none, a lock would leave its file.
  const WriterLock lock(index);
  Xapian::Database database = open_database(index);
  read_header(database, index);
  CompactionReport report{.bytes_before = folder_bytes(index)};
  const TemporaryFolder folder(index.string() + ".building");
  const fs::path made = folder.path() / "compacted";
  Listener listener(index, stop, progress);
  try {
    guarded("compact index " + index.string(), [&] {
      // Ids of documents stay as they are.
      database.compact(made.string(), Xapian::Compactor::FULL | Xapian::DBCOMPACT_NO_RENUMBER, 0,
                       listener);
      require_same(database, made, index);
    });
  } catch (const Stopped&) {
    report.cancelled = true;
    return report;
  }
  report.bytes_after = folder_bytes(made);
  publish_folder(made, index);
  return report;
}

}  // namespace pilcrow
