// SPDX-License-Identifier: GPL-2.0-or-later
// Says of a piece of code which error it must end with.
#pragma once

#include <gmock/gmock.h>
#include <string>

#include "pilcrow/error.h"

namespace pilcrow {

template <typename Work>
void expect_error(ErrorCode code, const std::string& message_part, Work&& work) {
  try {
    work();
    ADD_FAILURE() << "no error; expected " << to_string(code) << ": " << message_part;
  } catch (const Error& error) {
    EXPECT_EQ(to_string(error.code()), to_string(code)) << error.what();
    EXPECT_THAT(error.what(), testing::HasSubstr(message_part));
  }
}

}  // namespace pilcrow
