// SPDX-License-Identifier: GPL-2.0-or-later
// Furniture: what stands on a page around its article.  docs/reading.md tells the rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

// Evidence of a single paragraph.

// A short line that does not end as a sentence does.
bool is_label(std::string_view text);
// "Credit: ...", "Foto: ...", "Фото: ...", "图片来源：..."
bool is_credit(std::string_view text);
// "In this March 31, 2018, photo, ...", "На фото ...", "图为..."
bool is_caption(std::string_view text);
// The name in "By Dana Whitfield", "Von ...", "Автор: ...", "记者 ..."; empty for no byline.
std::string byline_author(std::string_view text);
// "© 2021 ...", "All rights reserved.", "Мы используем файлы cookie", "使用条款"
bool is_legal(std::string_view text);
// navigation, advert, related or comment for words such as "Recent Features", "Anzeige", "Читайте
// также", "12 Comments"; body for everything else.
ParagraphKind label_kind(std::string_view text);

// What the words of a paragraph alone say that it is; body where they say nothing.  For formats
// whose marks have told the rest.
ParagraphKind evident_kind(std::string_view text);

// What a page says of its article, and what each paragraph is.
struct Page {
  std::string title = {};
  std::string section = {};
  std::string author = {};
  std::string date = {};
  std::vector<ParagraphKind> kinds = {};  // One for each paragraph.
};

// Types the paragraphs of a page by their evidence, repetition and position.  At least one is body.
Page read_page(const std::vector<std::string_view>& paragraphs);

}  // namespace pilcrow
