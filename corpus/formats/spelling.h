// SPDX-License-Identifier: GPL-2.0-or-later
// The rules by which the bytes of a format spell a text, for source_text.  Each takes valid UTF-8,
// never fails, and gives exactly the text of the paragraph that its reader made of these bytes.
#pragma once

#include <string>
#include <string_view>

namespace pilcrow {

std::string json_string_text(std::string_view spelling);
std::string csv_field_text(std::string_view spelling);
std::string html_text(std::string_view spelling);
std::string xml_text(std::string_view spelling);
std::string markdown_text(std::string_view spelling);
std::string wikitext_text(std::string_view spelling);
std::string docx_text(std::string_view spelling);

}  // namespace pilcrow
