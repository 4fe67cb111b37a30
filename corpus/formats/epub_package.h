// SPDX-License-Identifier: GPL-2.0-or-later
// What the package document of an EPUB says: the book, and its chapters in order.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

struct EpubPackage {
  Article book = {};                       // With the facts that are the same for each chapter.
  std::vector<std::string> chapters = {};  // Members; without covers and tables of contents.
  std::vector<std::string> contents = {};  // Members that are tables of contents.
};

// The member that is the package document, from META-INF/container.xml; empty: it names none.
std::string epub_package_member(std::string_view container);

// Reads the package document `xml`, which is the member `member`.
EpubPackage read_epub_package(std::string_view xml, const std::string& member);

// Adds the label of each chapter by its member, from a table of contents (of EPUB 2 or 3).
void read_epub_labels(std::string_view xml, const std::string& member,
                      std::map<std::string, std::string>& labels);

// True where META-INF/encryption.xml names more than fonts, which readers obfuscate.
bool is_epub_encrypted(std::string_view encryption);

}  // namespace pilcrow
