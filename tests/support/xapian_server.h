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
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

extern char** environ;

namespace pilcrow {

class XapianServer {
 public:
  // `options`: more of xapian-tcpsrv's.
  explicit XapianServer(const std::filesystem::path& index, std::vector<std::string> options = {})
      : port_(free_port()) {
    std::vector<std::string> arguments = {"xapian-tcpsrv", "--quiet", "--interface",
                                          "127.0.0.1",     "--port",  std::to_string(port_)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    arguments.push_back(index.string());
    std::vector<char*> pointers;
    for (std::string& argument : arguments) {
      pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    // A group of its own, so that the children that serve connections end with it.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    // It tells of each connection that ends.
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnp(&process_, pointers.front(), &files, &attributes, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    wait_until_it_listens();
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
  void wait_until_it_listens() const {
    using namespace std::chrono_literals;
    for (int tries = 0; tries < 500 && !answers(); ++tries) {
      std::this_thread::sleep_for(10ms);
    }
  }

  bool answers() const {
    const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool answers =
        ::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(handle);
    return answers;
  }

  int port_;
  pid_t process_ = 0;
};

}  // namespace pilcrow
