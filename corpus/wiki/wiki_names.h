// SPDX-License-Identifier: GPL-2.0-or-later
// Names that wikis have for the same things in their languages.
#pragma once

#include <string_view>

namespace pilcrow {

enum class LinkKind {
  shown,     // A page.
  file,      // A picture, sound or film, with a caption.
  category,  // What the page belongs to.
  hidden     // The same page in another language.
};

// What a link leads to; a file where its name begins with "File:", "Datei:", "Файл:", "文件:" ...
LinkKind link_kind(std::string_view target);

// True for the last part of a file's link where it tells how to show it: "thumb", "300px".
bool is_file_option(std::string_view part);

// True for elements whose content is no prose, such as "ref".
bool is_removed_element(std::string_view name);
// True for elements that end a word, such as "br".
bool is_breaking_element(std::string_view name);

// True for the headings of lists of links at the end of a page: "See also", "Einzelnachweise".
bool is_related_heading(std::string_view heading);

}  // namespace pilcrow
