// SPDX-License-Identifier: GPL-2.0-or-later
#include <functional>
#include <unordered_set>
#include <utility>

#include "corpus/archive_stream.h"
#include "corpus/format_names.h"
#include "corpus/formats/readers.h"
#include "corpus/problem_tally.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

class ArchiveReader : public ArticleReader {
 public:
  ArchiveReader(InputPointer file, const ReadOptions& options, int depth, SourceFormat format)
      : archive_(std::make_shared<ArchiveStream>(std::move(file), options)),
        options_(options),
        depth_(depth),
        format_(format) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    while (!done_) {
      try {
        if (member_ != nullptr && member_->next(article, problems)) {
          return true;
        }
        member_ = nullptr;
        source_ = archive_->origin().id();
        open_next(problems);
      } catch (const Error& error) {
        member_ = nullptr;
        opened_any_ = true;
        problems.push_back({source_, "", error.what()});
      }
    }
    return false;
  }

 private:
  // Opens the next member that is to be read, or ends.
  void open_next(std::vector<Problem>& problems) {
    while (const std::optional<ArchiveMember> found = archive_->next_member()) {
      if (!found->is_file || found->is_hidden || is_companion_name(found->name)) {
        continue;
      }
      opened_any_ = true;
      source_ = archive_->origin().id() + '/' + found->name;
      if (found->is_encrypted) {
        encrypted_.add({source_, "", "it is encrypted; left out"}, problems);
      } else if (!names_.insert(std::hash<std::string>()(found->name)).second) {
        repeated_.add({source_, "", "the archive holds this name twice; the first one stays"},
                      problems);
      } else {
        member_ = make_reader(open_member(archive_, found->name), format_, options_, depth_ + 1);
        return;
      }
    }
    done_ = true;
    encrypted_.finish(archive_->origin().id(), problems);
    repeated_.finish(archive_->origin().id(), problems);
    if (!opened_any_) {
      problems.push_back({archive_->origin().id(), "", "the archive holds no file to read"});
    }
  }

  std::shared_ptr<ArchiveStream> archive_;
  const ReadOptions options_;
  const int depth_;
  const SourceFormat format_;
  ReaderPointer member_;
  std::string source_;  // What is being read, for problems.
  // Hashes: a member that is found again by its name must be the one that was read.
  std::unordered_set<std::size_t> names_;
  ProblemTally encrypted_{"more members are encrypted; left out"};
  ProblemTally repeated_{"more members have a name that came before; left out"};
  bool opened_any_ = false;
  bool done_ = false;
};

}  // namespace

ReaderPointer make_archive_reader(InputPointer file, const ReadOptions& options, int depth,
                                  SourceFormat format) {
  return std::make_unique<ArchiveReader>(std::move(file), options, depth, format);
}

}  // namespace pilcrow
