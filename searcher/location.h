// SPDX-License-Identifier: GPL-2.0-or-later
// Where an index is: in a folder, or behind a Xapian server.
#pragma once

#include <xapian.h>
#include <chrono>
#include <string>
#include <string_view>

namespace pilcrow {

// Whether a location names a server: tcp://HOST:PORT.
bool is_server(std::string_view location);

// Opens for reading.  A server gets `timeout` for the connection, and for each answer.  Throws
// Error: invalid_argument (a server without host or port), not_found, corrupt, io.
Xapian::Database open_location(const std::string& location, std::chrono::milliseconds timeout);

}  // namespace pilcrow
