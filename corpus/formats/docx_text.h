// SPDX-License-Identifier: GPL-2.0-or-later
// The rule by which pieces of WordprocessingML become a text; docx_text and the reader share it.
#pragma once

#include <string_view>

#include "corpus/xml/xml_text.h"

namespace pilcrow {

// docx_text of `part` of a document, which begins within the content of a w:t element, with its
// places in the document.
XmlText read_docx_text(std::string_view xml, Span part);

// True for elements whose content is no text of the document: what was deleted or moved away, and
// what older programs show in place of a drawing.
bool is_docx_hidden(std::string_view local_name);

}  // namespace pilcrow
