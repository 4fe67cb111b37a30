// SPDX-License-Identifier: GPL-2.0-or-later
// The character data of XML: what stands between tags.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/offset_map.h"

namespace pilcrow {

struct XmlText {
  std::string text = {};
  OffsetMap map = {};  // From the text to the XML.
};

// The text of a piece of XML, white space as it is but line ends, which become LF: sections of
// CDATA without their marks, the five entities of XML and numeric ones as what they mean, no tags,
// comments and processing instructions.  Other entities, and what is no markup, stay as they are.
XmlText read_xml_text(std::string_view xml);

// The same text alone.
std::string xml_character_data(std::string_view xml);

// The character reference or entity at the beginning of `xml`, which begins with '&'.
struct XmlReference {
  std::size_t bytes = 0;  // That spell it; 0: it is none of XML's.
  std::string text = {};
};
XmlReference read_xml_reference(std::string_view xml);

// Where the markup ends whose '<' is at `at`: a tag, a comment, a section of CDATA, a processing
// instruction, a document type; npos where it does not end.
std::size_t xml_markup_end(std::string_view xml, std::size_t at);

// True for a '<' that can begin markup.
bool is_xml_markup(std::string_view xml, std::size_t at);

// The next such one at or behind `at`; npos for none.
std::size_t find_xml_markup(std::string_view xml, std::size_t at);

inline constexpr std::string_view cdata_begin = "<![CDATA[";
inline constexpr std::string_view cdata_end = "]]>";

}  // namespace pilcrow
