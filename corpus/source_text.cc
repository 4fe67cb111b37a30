// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/decode.h"
#include "corpus/formats/spelling.h"
#include "corpus/xml/xml_text.h"
#include "pilcrow/article.h"

namespace pilcrow {

std::string source_text(std::string_view bytes, SourceEncoding encoding, std::string_view charset) {
  std::string spelling = decode_bytes(bytes, charset);
  switch (encoding) {
    case SourceEncoding::plain:
      return spelling;
    case SourceEncoding::json_string:
      return json_string_text(spelling);
    case SourceEncoding::csv_field:
      return csv_field_text(spelling);
    case SourceEncoding::html:
      return html_text(spelling);
    case SourceEncoding::xml:
      return xml_text(spelling);
    case SourceEncoding::html_in_xml:
      return html_text(xml_character_data(spelling));
    case SourceEncoding::markdown:
      return markdown_text(spelling);
    case SourceEncoding::wikitext:
      return wikitext_text(spelling);
    case SourceEncoding::docx:
      return docx_text(spelling);
  }
  return spelling;
}

}  // namespace pilcrow
