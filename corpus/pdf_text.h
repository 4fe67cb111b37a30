// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a PDF file, as the program pdftotext gives it.
#pragma once

#include <string>
#include <string_view>

namespace pilcrow {

// Throws Error{io} where the program is missing or fails.
std::string pdf_text(std::string_view bytes);

}  // namespace pilcrow
