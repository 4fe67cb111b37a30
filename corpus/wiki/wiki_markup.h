// SPDX-License-Identifier: GPL-2.0-or-later
// The marks of MediaWiki's markup, and what is shown without them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/offset_map.h"
#include "pilcrow/article.h"

namespace pilcrow {

struct WikiMarkup {
  struct Hidden {
    Span span = {};
    bool is_space = false;  // What is around it are different words, as around <br>.
  };

  // What is not shown, in order and apart from each other.
  std::vector<Hidden> hidden = {};
  // What holds no line ends that count: comments, templates, tables, references, files, nowiki.
  std::vector<Span> atoms = {};
  // Of files outside of templates and tables.
  std::vector<Span> captions = {};
  std::vector<std::string> categories = {};
};

// Finds the marks in time that grows with the text, whatever it is.
WikiMarkup find_wiki_markup(std::string_view text);

struct WikiText {
  std::string text = {};
  OffsetMap map = {};  // From the text to the markup.
};

// What is shown of a paragraph, in one line.
WikiText read_wiki_text(std::string_view paragraph);

}  // namespace pilcrow
