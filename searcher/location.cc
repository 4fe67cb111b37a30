// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/location.h"

#include <algorithm>
#include <charconv>

#include "pilcrow/error.h"
#include "store/database.h"
#include "store/xapian_guard.h"

namespace pilcrow {
namespace {

constexpr std::string_view server_scheme = "tcp://";

// 0 where it is none.
unsigned port_of(std::string_view text) {
  unsigned port = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), port);
  constexpr unsigned port_max = 65535;
  return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() && port <= port_max
             ? port
             : 0;
}

}  // namespace

bool is_server(std::string_view location) {
  return location.starts_with(server_scheme);
}

Xapian::Database open_location(const std::string& location, std::chrono::milliseconds timeout) {
  if (!is_server(location)) {
    return open_database(location);
  }
  const std::string address = location.substr(server_scheme.size());
  const std::size_t colon = address.rfind(':');
  const unsigned port = colon == std::string::npos ? 0 : port_of(address.substr(colon + 1));
  if (port == 0 || colon == 0 || address.find(':') != colon) {
    throw Error(ErrorCode::invalid_argument,
                "open index " + location +
                    ": it names no server; write it as tcp://HOST:PORT, HOST being a name or an "
                    "IPv4 address");
  }
  const auto wait = static_cast<useconds_t>(std::max<std::int64_t>(1, timeout.count()));
  return guarded("connect to " + location,
                 [&] { return Xapian::Remote::open(address.substr(0, colon), port, wait, wait); });
}

}  // namespace pilcrow
