// SPDX-License-Identifier: GPL-2.0-or-later
// A stock Xapian server of an index, for as long as a test needs it.
#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

extern char** environ;

namespace pilcrow {

class XapianServer {
 public:
  // `options`: more of xapian-tcpsrv's.
  explicit XapianServer(const std::filesystem::path& index, std::vector<std::string> options = {}) {
    options.push_back(index.string());
    // Another program may take the port before the server does, which then ends.
    for (int tries = 0; tries < 10 && !listens_; ++tries) {
      stop();
      port_ = free_port();
      start(options);
    }
    EXPECT_TRUE(listens_) << "xapian-tcpsrv does not serve " << index;
  }
  ~XapianServer() { stop(); }
  XapianServer(const XapianServer&) = delete;
  XapianServer& operator=(const XapianServer&) = delete;

  static bool is_installed() {
    return ::access("/usr/bin/xapian-tcpsrv", X_OK) == 0 ||
           ::access("/usr/local/bin/xapian-tcpsrv", X_OK) == 0;
  }

  // Also ends the connections that it serves.
  void stop() {
    if (process_ > 0) {
      ::kill(-process_, SIGKILL);
      ::waitpid(process_, nullptr, 0);
      ::close(output_);
      process_ = 0;
    }
  }

  std::string location() const { return "tcp://127.0.0.1:" + std::to_string(port_); }

  // A port where nobody listens.
  static int free_port() {
    const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    socklen_t size = sizeof address;
    ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(handle);
    return ntohs(address.sin_port);
  }

 private:
  void start(const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {"xapian-tcpsrv", "--interface", "127.0.0.1", "--port",
                                          std::to_string(port_)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    std::vector<char*> pointers;
    for (std::string& argument : arguments) {
      pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    int output[2];
    ASSERT_EQ(::pipe2(output, O_CLOEXEC), 0);
    // A group of its own, so that the children that serve connections end with it.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, output[1], STDOUT_FILENO);
    // It tells of each connection that ends.
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnp(&process_, pointers.front(), &files, &attributes, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    ::close(output[1]);
    listens_ = says_that_it_listens(output[0]);
    output_ = output[0];
  }

  // Whether it does before it ends.
  static bool says_that_it_listens(int output) {
    std::string said;
    char bytes[256];
    for (ssize_t size = 1; size > 0 && said.find("Listening") == std::string::npos;) {
      size = ::read(output, bytes, sizeof bytes);
      said.append(bytes, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    }
    return said.find("Listening") != std::string::npos;
  }

  int port_ = 0;
  int output_ = -1;  // Open, or it would be ended by what it prints.
  bool listens_ = false;
  pid_t process_ = 0;
};

}  // namespace pilcrow
