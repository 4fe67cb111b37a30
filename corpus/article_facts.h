// SPDX-License-Identifier: GPL-2.0-or-later
// Facts about an article as the documents of many formats state them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/byte_stream.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Sets the date: an ISO 8601 one as it is, another one converted; one that can't be read becomes
// the facet "date".
void set_date(Article& article, std::string_view written);

// Adds another author.
void add_author(Article& article, std::string_view name);

// Says where it was read.
void set_source(Article& article, const SourceOrigin& origin, std::string_view charset,
                Span record);

// An article without an id is called after its source and its number there: "news.csv:7".
void set_record_id(Article& article, const std::string& source_id, std::size_t number);

// How the part `name` of a file is called in Article::source_member, also where that file is itself
// a part of another: "books.zip" has "a.epub/text/1.xhtml".
inline std::string member_within(const SourceOrigin& origin, const std::string& name) {
  return origin.member.empty() ? name : origin.member + '/' + name;
}

}  // namespace pilcrow
