// SPDX-License-Identifier: GPL-2.0-or-later
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include "pilcrow/article.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t watched_events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                         IN_MOVED_TO | IN_DELETE_SELF | IN_ONLYDIR;
constexpr std::uint32_t gone_events = IN_DELETE | IN_MOVED_FROM | IN_DELETE_SELF;

// A stop request is seen at the latest after this time.
constexpr std::chrono::milliseconds patience(100);

[[noreturn]] void fail(const std::string& path) {
  const std::string remedy = errno == ENOSPC ? "; raise the limit fs.inotify.max_user_watches" : "";
  throw Error(ErrorCode::io, "watch " + path + ": " + std::strerror(errno) + remedy);
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

}  // namespace

struct SourceWatcher::Impl {
  struct Folder {
    fs::path path;
    bool is_whole = false;  // All that is in it is watched, else only these files.
    std::set<std::string> names = {};
  };

  Impl() : descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (descriptor < 0) {
      fail("files");
    }
  }
  ~Impl() { ::close(descriptor); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void add(const std::string& name) {
    std::error_code ignored;
    const fs::path path = fs::path(name).lexically_normal();
    if (fs::is_directory(path, ignored)) {
      add_folder(path);
    } else if (name != "-") {
      // Editors replace a file instead of writing it, which only its folder tells.
      const fs::path parent = path.has_parent_path() ? path.parent_path() : fs::path(".");
      if (Folder* folder = watch(parent)) {
        folder->names.insert(path.filename().string());
      }
    }
  }

  // The folder and all in it; those that vanish meanwhile do not matter.
  void add_folder(const fs::path& path) {
    Folder* folder = watch(path);
    if (folder == nullptr) {
      return;
    }
    folder->is_whole = true;
    std::error_code status;
    for (fs::directory_iterator entry(path, status), end; !status && entry != end;
         entry.increment(status)) {
      std::error_code ignored;
      if (!is_hidden(entry->path()) && !entry->is_symlink(ignored) &&
          entry->is_directory(ignored)) {
        add_folder(entry->path());
      }
    }
  }

  // Null where there is no such folder (any more).
  Folder* watch(const fs::path& path) {
    const int id = ::inotify_add_watch(descriptor, path.c_str(), watched_events);
    if (id < 0) {
      if (errno == ENOENT || errno == ENOTDIR || errno == EACCES) {
        return nullptr;
      }
      fail(path.string());
    }
    return &folders.try_emplace(id, Folder{path}).first->second;
  }

  // Takes what has happened; false where nothing had.
  bool take_events(SourceChanges& changes) {
    alignas(inotify_event) std::array<char, std::size_t{16} << 10> buffer;
    bool any = false;
    ssize_t size = 0;
    while ((size = ::read(descriptor, buffer.data(), buffer.size())) > 0) {
      for (ssize_t at = 0; at < size;) {
        const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
        at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
        any |= take_event(*event, changes);
      }
    }
    return any;
  }

  bool take_event(const inotify_event& event, SourceChanges& changes) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      changes.changed = paths;  // Too much happened to be told.
      changes.gone = true;
      return true;
    }
    const auto folder = folders.find(event.wd);
    if (folder == folders.end()) {
      return false;
    }
    if ((event.mask & IN_IGNORED) != 0) {
      folders.erase(folder);
      return false;
    }
    const std::string name(event.len > 0 ? event.name : "");
    const bool is_watched =
        folder->second.is_whole ? !name.starts_with('.') : folder->second.names.contains(name);
    if (!is_watched) {
      return false;
    }
    if ((event.mask & gone_events) != 0) {
      changes.gone = true;
      return true;
    }
    const fs::path path = folder->second.path / name;
    if ((event.mask & IN_ISDIR) != 0) {
      add_folder(path);
    } else if ((event.mask & IN_CREATE) != 0) {
      return false;  // It is being written; its end is an event too.
    }
    changes.changed.push_back(path.string());
    return true;
  }

  // Waits for the next event; false where none came.
  bool wait_for_event(std::chrono::milliseconds most) const {
    pollfd ready{descriptor, POLLIN, 0};
    return ::poll(&ready, 1, static_cast<int>(most.count())) > 0;
  }

  int descriptor;
  std::vector<std::string> paths;
  std::map<int, Folder> folders;  // By inotify's numbers.
};

SourceWatcher::SourceWatcher(const std::vector<std::string>& paths)
    : impl_(std::make_unique<Impl>()) {
  impl_->paths = paths;
  for (const std::string& path : paths) {
    impl_->add(path);
  }
}

SourceWatcher::~SourceWatcher() = default;
SourceWatcher::SourceWatcher(SourceWatcher&&) noexcept = default;
SourceWatcher& SourceWatcher::operator=(SourceWatcher&&) noexcept = default;

SourceChanges SourceWatcher::wait(const std::stop_token& stop, std::chrono::milliseconds quiet) {
  constexpr int quiet_times_max = 10;
  SourceChanges changes;
  Clock::time_point first;
  Clock::time_point last;
  while (!stop.stop_requested()) {
    const bool was_empty = changes.empty();
    if (impl_->wait_for_event(std::min(patience, quiet)) && impl_->take_events(changes)) {
      last = Clock::now();
      first = was_empty ? last : first;
    }
    const Clock::time_point now = Clock::now();
    if (!changes.empty() && (now - last >= quiet || now - first >= quiet_times_max * quiet)) {
      break;
    }
  }
  std::vector<std::string>& changed = changes.changed;
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  std::erase_if(changed, [](const std::string& path) {
    std::error_code ignored;
    return path != "-" && !fs::exists(path, ignored);
  });
  return stop.stop_requested() ? SourceChanges() : changes;
}

}  // namespace pilcrow
