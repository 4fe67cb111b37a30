// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspection.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>
#include <cerrno>
#include <csignal>
#include <sstream>
#include <system_error>

#include "indexer/files.h"
#include "pilcrow/analyzer.h"
#include "pilcrow/indexer.h"
#include "store/database.h"
#include "store/index_info.h"
#include "store/xapian_guard.h"

namespace pilcrow {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t damage_lines_max = 100;

// A check that nobody waits for any more would go on for long, and hold the lock of the writer that
// it was forked from.
void end_with(pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) {
    ::_exit(1);
  }
}

// Runs in the child: prints what Xapian finds to `output`.
[[noreturn]] void check_and_exit(const fs::path& path, int output) {
  int status = 1;
  std::ostringstream lines;
  try {
    status = Xapian::Database::check(path.string(), 0, &lines) == 0 ? 0 : 1;
  } catch (const Xapian::Error& error) {
    lines << error.get_description() << '\n';
  } catch (...) {
    lines << "unknown error\n";
  }
  if (status != 0) {
    const std::string text = lines.str();
    std::string_view rest = text;
    while (!rest.empty()) {
      const ssize_t written = ::write(output, rest.data(), rest.size());
      if (written <= 0) {
        break;
      }
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  ::_exit(status);
}

std::string read_all(int input) {
  std::string text;
  char buffer[4096];
  ssize_t count = 0;
  while ((count = ::read(input, buffer, sizeof buffer)) > 0 || (count < 0 && errno == EINTR)) {
    text.append(buffer, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  }
  return text;
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) {
      return -1;
    }
  }
  return status;
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line) && lines.size() < damage_lines_max;) {
    if (!line.empty()) {
      lines.push_back(line);
    }
  }
  return lines;
}

// The checksums of every passage and of every article's record.
void check_records(const Xapian::Database& database, std::vector<std::string>& damage) {
  const auto note = [&damage](const std::string& where, const Error& error) {
    if (damage.size() < damage_lines_max) {
      damage.push_back(where + ": " + error.what());
    }
  };
  for (auto i = database.postlist_begin(""); i != database.postlist_end(""); ++i) {
    try {
      guarded("read its data", [&] { decode_passage(database.get_document(*i).get_data()); });
    } catch (const Error& error) {
      note("document " + std::to_string(*i), error);
    }
  }
  const std::string prefix(article_key_prefix);
  for (auto i = database.metadata_keys_begin(prefix); i != database.metadata_keys_end(prefix);
       ++i) {
    try {
      guarded("read it", [&] { decode_article(database.get_metadata(*i)); });
    } catch (const Error& error) {
      note(*i, error);
    }
  }
}

}  // namespace

std::vector<std::string> check_tables(const fs::path& path) {
  int ends[2];
  if (::pipe(ends) != 0) {
    throw system_error("check index", path);
  }
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) {
    end_with(parent);
    ::close(ends[0]);
    check_and_exit(path, ends[1]);
  }
  ::close(ends[1]);
  if (child < 0) {
    ::close(ends[0]);
    throw system_error("check index", path);
  }
  std::vector<std::string> damage = split_lines(read_all(ends[0]));
  ::close(ends[0]);
  const int status = wait_for(child);
  if (status != 0 && damage.empty()) {
    damage.push_back(WIFSIGNALED(status) ? "the check crashed, which only damaged tables cause"
                                         : "the check found damage");
  }
  return damage;
}

std::vector<std::string> check_index(const fs::path& path) {
  const std::string doing = "check index " + path.string();
  if (!holds_database(path)) {
    open_database(path);  // Says what is wrong.
  }
  std::vector<std::string> damage = check_tables(path);
  if (!damage.empty()) {
    return damage;
  }
  try {
    const Xapian::Database database = open_database(path);
    read_header(database, path);
    guarded(doing, [&] { check_records(database, damage); });
  } catch (const Error& error) {
    if (error.code() != ErrorCode::corrupt && error.code() != ErrorCode::incompatible) {
      throw;
    }
    damage.emplace_back(error.what());
  }
  return damage;
}

IndexInfo index_info(const fs::path& path) {
  const Xapian::Database database = open_database(path);
  return guarded("read index " + path.string(),
                 [&] { return info_of(database, path.string(), Analyzer::fingerprint()); });
}

}  // namespace pilcrow
