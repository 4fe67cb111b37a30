// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/formats/spelling.h"
#include "corpus/html/html_collector.h"
#include "corpus/wiki/wiki_markup.h"
#include "corpus/xml/xml_text.h"

namespace pilcrow {

WikiText read_wiki_text(std::string_view paragraph) {
  HtmlCollector line(paragraph);
  std::size_t at = 0;
  for (const WikiMarkup::Hidden& hidden : find_wiki_markup(paragraph).hidden) {
    line.add({at, hidden.span.begin});
    if (hidden.is_space) {
      line.separate();
    }
    at = hidden.span.end;
  }
  line.add({at, paragraph.size()});
  WikiText result;
  result.text = line.take_text();
  result.map = line.take_map();
  return result;
}

std::string wikitext_text(std::string_view spelling) {
  return read_wiki_text(xml_character_data(spelling)).text;
}

}  // namespace pilcrow
