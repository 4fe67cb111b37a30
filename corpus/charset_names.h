// SPDX-License-Identifier: GPL-2.0-or-later
// Names of charsets, as documents declare them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pilcrow {

// The charset that a label means, under the name that ICU knows it by; empty: UTF-8.  Labels are
// read as the WHATWG Encoding Standard (section 4.2) has it, because documents are written for
// browsers: "iso-8859-1" means windows-1252, "gb2312" GB18030.  Others are names and aliases of
// IANA.  Nothing where no such charset is known, or it can't be decoded a part at a time.
std::optional<std::string> charset_of_label(std::string_view label);

// Throws Error{invalid_argument}, which suggests a name, where `label` means no charset.  An empty
// one is fine.
void require_charset(std::string_view label);

// UTF-16 and UTF-32, in which NUL bytes are part of the text.
bool is_wide_charset(std::string_view charset);

}  // namespace pilcrow
