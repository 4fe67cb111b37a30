// SPDX-License-Identifier: GPL-2.0-or-later
// What happens to a database when the system fails at any moment: there is none, never half of one.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <functional>
#include <string>

#include "pilcrow/error.h"
#include "tests/sealed/equality.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

namespace fs = std::filesystem;

// Does `trouble` in place of the call of a number; the others are done.
class TroubledCalls : public SystemCalls {
 public:
  TroubledCalls(unsigned number, std::function<int()> trouble)
      : left_(number), trouble_(std::move(trouble)) {}

  int open(const char* path, int flags, mode_t mode) override {
    return due() ? trouble_() : SystemCalls::open(path, flags, mode);
  }
  ssize_t write(int descriptor, const void* bytes, std::size_t size) override {
    if (due()) {
      // The system may get half-way before it fails.
      SystemCalls::write(descriptor, bytes, size / 2);
      return trouble_();
    }
    return SystemCalls::write(descriptor, bytes, size);
  }
  int fsync(int /*descriptor*/) override { return due() ? trouble_() : 0; }
  int rename(const char* from, const char* to) override {
    return due() ? trouble_() : SystemCalls::rename(from, to);
  }

  bool met() const { return met_; }

 private:
  bool due() {
    met_ = met_ || left_ == 0;
    return left_-- == 0;
  }

  unsigned left_;
  std::function<int()> trouble_;
  bool met_ = false;
};

// Enough to make the tables write more than once.
Corpus large_corpus() {
  Corpus corpus = random_corpus(1);
  corpus.documents[1].data.assign(3'000'000, 'd');
  corpus.metadata["large"].assign(1'500'000, 'm');
  return corpus;
}

bool opens(const fs::path& folder) {
  try {
    open_glass(folder);
    return true;
  } catch (const Xapian::DatabaseError&) {
    return false;
  }
}

// The exit status of a process of its own that does `work`.
template <typename Work>
int status_of_child(Work&& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void seal(const Corpus& corpus, const fs::path& folder, SystemCalls& calls) {
  DatabaseWriter writer(folder, {}, calls);
  write_corpus(corpus, writer);
  writer.seal();
}

TEST(Failure, AProcessThatIsKilledAtAnyCallLeavesNoDatabaseOrAWholeOne) {
  const Corpus corpus = large_corpus();
  const TemporaryPath reference;
  build_sealed(corpus, reference / "whole");
  constexpr int killed = 42;
  unsigned opened = 0;
  for (unsigned call = 0;; ++call) {
    SCOPED_TRACE("killed at call " + std::to_string(call));
    const TemporaryPath folder;
    const int status = status_of_child([&] {
      TroubledCalls calls(call, [] {
        ::_exit(killed);
        return -1;
      });
      seal(corpus, folder / "new", calls);
    });
    if (status == 0) {
      EXPECT_GT(call, 15U);
      break;
    }
    ASSERT_EQ(status, killed);
    if (opens(folder / "new")) {
      ++opened;
      expect_equal_contents(open_glass(folder / "new"), open_glass(reference / "whole"));
    }
  }
  // Only after the version file was put in place: when its folder is opened and synced.
  EXPECT_EQ(opened, 2U);
}

TEST(Failure, AnyCallThatFailsIsAnErrorThatLeavesNothing) {
  const Corpus corpus = large_corpus();
  for (unsigned call = 0;; ++call) {
    SCOPED_TRACE("failed at call " + std::to_string(call));
    const TemporaryPath folder;
    TroubledCalls calls(call, [] {
      errno = ENOSPC;
      return -1;
    });
    try {
      seal(corpus, folder / "new", calls);
      EXPECT_FALSE(calls.met());
      break;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::io);
      EXPECT_THAT(error.what(), testing::HasSubstr(folder.path().string()));
      EXPECT_THAT(error.what(), testing::HasSubstr("No space left on device; check free space"));
    }
    EXPECT_TRUE(calls.met());
    EXPECT_FALSE(fs::exists(folder / "new"));
  }
}

// Writes little at a time, and is interrupted in between.
class SlowCalls : public SystemCalls {
 public:
  ssize_t write(int descriptor, const void* bytes, std::size_t size) override {
    if (++calls_ % 3 == 0) {
      errno = EINTR;
      return -1;
    }
    return SystemCalls::write(descriptor, bytes, std::min<std::size_t>(size, 1 + calls_ % 50'000));
  }
  int fsync(int descriptor) override {
    if (++calls_ % 2 == 0) {
      errno = EINTR;
      return -1;
    }
    return SystemCalls::fsync(descriptor);
  }

 private:
  unsigned calls_ = 0;
};

TEST(Failure, ShortAndInterruptedWritesAreContinued) {
  const TemporaryPath folder;
  const Corpus corpus = large_corpus();
  SlowCalls calls;
  seal(corpus, folder / "slow", calls);
  build_sealed(corpus, folder / "whole");
  EXPECT_EQ(faults(folder / "slow"), "");
  for (const char* file : {"postlist.glass", "docdata.glass", "termlist.glass"}) {
    EXPECT_TRUE(read_file(folder / "slow" / file) == read_file(folder / "whole" / file)) << file;
  }
}

TEST(Failure, AWriteOfNothingIsAFullDisk) {
  struct : SystemCalls {
    ssize_t write(int /*descriptor*/, const void* /*bytes*/, std::size_t /*size*/) override {
      return 0;
    }
  } calls;
  const TemporaryPath folder;
  expect_error(ErrorCode::io, "No space left on device",
               [&] { seal(random_corpus(1), folder / "new", calls); });
}

TEST(Failure, AFileBeyondTheProcessLimitIsAnError) {
  const Corpus corpus = large_corpus();
  const TemporaryPath folder;
  constexpr int refused = 43;
  const int status = status_of_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1'000'000, 1'000'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      seal(corpus, folder / "new", SystemCalls::real());
    } catch (const Error& error) {
      const bool named = std::string(error.what()).find("File too large") != std::string::npos;
      ::_exit(error.code() == ErrorCode::io && named ? refused : 1);
    }
  });
  EXPECT_EQ(status, refused);
  EXPECT_FALSE(fs::exists(folder / "new"));
}

TEST(Failure, WithoutAVersionFileItIsNoDatabase) {
  const TemporaryPath folder;
  build_sealed(random_corpus(1), folder / "new");
  EXPECT_TRUE(opens(folder / "new"));
  fs::remove(folder / "new" / "iamglass");
  EXPECT_FALSE(opens(folder / "new"));
}

TEST(Failure, AWriterThatDoesNotSealRemovesWhatItWrote) {
  const TemporaryPath folder;
  {
    DatabaseWriter writer(folder / "new");
    write_corpus(random_corpus(1), writer);
  }
  EXPECT_FALSE(fs::exists(folder / "new"));
  fs::create_directory(folder / "mine");
  { const DatabaseWriter writer(folder / "mine"); }
  EXPECT_TRUE(fs::is_empty(folder / "mine"));
}

TEST(Failure, AFolderThatHoldsSomethingIsRefusedAndKept) {
  const TemporaryPath folder;
  build_sealed(random_corpus(1), folder / "old");
  const std::string bytes = read_file(folder / "old" / "postlist.glass");
  expect_error(ErrorCode::already_exists, "the folder is not empty; name another",
               [&] { const DatabaseWriter writer(folder / "old"); });
  EXPECT_TRUE(opens(folder / "old"));
  EXPECT_EQ(read_file(folder / "old" / "postlist.glass"), bytes);
}

TEST(Failure, AFolderThatCannotBeMadeIsAnError) {
  const TemporaryPath folder;
  expect_error(ErrorCode::io, "make folder",
               [&] { const DatabaseWriter writer(folder / "missing/new"); });
}

}  // namespace
}  // namespace pilcrow::sealed
