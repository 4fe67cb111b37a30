// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "corpus/format_names.h"
#include "pilcrow/article.h"

namespace pilcrow {
namespace {

namespace fs = std::filesystem;

// "./a//b" and "a/b" are one path.
std::string normal(const std::string& path) {
  if (path == "-") {
    return path;
  }
  fs::path whole = fs::path(path).lexically_normal();
  return whole.has_filename() ? whole.string() : whole.parent_path().string();
}

// A folder's entries that are not hidden, sorted by the bytes of their names.
std::vector<fs::path> entries_of(const fs::path& folder, std::error_code& status) {
  std::vector<fs::path> entries;
  for (fs::directory_iterator entry(folder, status), end; !status && entry != end;
       entry.increment(status)) {
    if (!entry->path().filename().string().starts_with('.')) {
      entries.push_back(entry->path());
    }
  }
  std::sort(entries.begin(), entries.end(),
            [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  return entries;
}

}  // namespace

struct SourceWalker::Impl {
  struct Pending {
    fs::path path;
    bool given = false;  // On the command line, so that a link to a folder is followed.
    // Set behind a given folder's entries: how many files had been found before them.
    std::optional<std::size_t> files_before = std::nullopt;
  };

  // True where `pending` is a file to deliver; a folder's entries are put in its place.
  bool visit(const Pending& pending, std::vector<Problem>& problems) {
    const std::string name = pending.path.string();
    std::error_code status;
    const fs::file_status found = fs::status(pending.path, status);
    if (!fs::exists(found)) {
      const std::string reason = found.type() == fs::file_type::not_found
                                     ? "there is no such file or folder"
                                     : status.message();
      problems.push_back({name, "", reason + "; left out"});
      return false;
    }
    if (fs::is_directory(found)) {
      if (pending.given || !fs::is_symlink(fs::symlink_status(pending.path, status))) {
        open_folder(pending, problems);
      }
      return false;
    }
    // Opening a pipe that lies about in a folder would wait for ever; one that is given is meant.
    if (!pending.given && !fs::is_regular_file(found)) {
      problems.push_back({name, "", "it is no regular file; left out"});
      return false;
    }
    // A saved page comes with its pictures, styles and scripts; they are no articles, and no
    // problem.
    if (!pending.given && is_companion_name(name)) {
      return false;
    }
    ++files;
    return seen.insert(name).second;
  }

  void close_folder(const Pending& pending, std::vector<Problem>& problems) const {
    if (files == *pending.files_before) {
      problems.push_back({pending.path.string(), "", "the folder holds no files to read"});
    }
  }

  void open_folder(const Pending& pending, std::vector<Problem>& problems) {
    std::error_code status;
    std::vector<fs::path> entries = entries_of(pending.path, status);
    if (status) {
      problems.push_back(
          {pending.path.string(), "", "can't be listed: " + status.message() + "; left out"});
    } else if (pending.given) {
      waiting.push_back({pending.path, true, files});
    }
    // The last one is visited first.
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
      waiting.push_back({std::move(*entry), false});
    }
  }

  std::vector<Pending> waiting;  // In reverse.
  std::unordered_set<std::string> seen;
  std::size_t files = 0;  // Found so far, also those delivered before.
};

SourceWalker::SourceWalker(std::vector<std::string> paths) : impl_(std::make_unique<Impl>()) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    impl_->waiting.push_back({normal(*path), true});
  }
}

SourceWalker::~SourceWalker() = default;
SourceWalker::SourceWalker(SourceWalker&&) noexcept = default;
SourceWalker& SourceWalker::operator=(SourceWalker&&) noexcept = default;

bool SourceWalker::next(std::string& path, std::vector<Problem>& problems) {
  while (!impl_->waiting.empty()) {
    const Impl::Pending pending = std::move(impl_->waiting.back());
    impl_->waiting.pop_back();
    if (pending.files_before) {
      impl_->close_folder(pending, problems);
      continue;
    }
    const bool is_input = pending.path == "-" && impl_->seen.insert("-").second;
    if (is_input || (pending.path != "-" && impl_->visit(pending, problems))) {
      path = pending.path.string();
      return true;
    }
  }
  return false;
}

}  // namespace pilcrow
