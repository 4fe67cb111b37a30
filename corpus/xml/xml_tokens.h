// SPDX-License-Identifier: GPL-2.0-or-later
// XML in memory as a sequence of tags and text, for documents of which all is held anyway.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/xml/xml_stream.h"
#include "pilcrow/article.h"

namespace pilcrow {

struct XmlToken {
  enum class Type { tag, text, cdata };

  Type type = Type::text;
  Span span = {};     // All of it.
  Span content = {};  // Of a section of CDATA, what is between its marks; of a text, all of it.
  XmlTag tag = {};    // Of a tag.

  bool begins(std::string_view local_name) const {
    return type == Type::tag && tag.kind == XmlTag::Kind::start && tag.local_name() == local_name;
  }
  bool ends(std::string_view local_name) const {
    return type == Type::tag && tag.kind == XmlTag::Kind::end && tag.local_name() == local_name;
  }
};

// Comments, processing instructions and document types are passed over; a section of CDATA
// that does not end is all that follows, any other markup is text then.  Takes linear time and no
// memory.
class XmlTokenizer {
 public:
  // Begins at byte `begin`.
  explicit XmlTokenizer(std::string_view xml, std::size_t begin = 0) : xml_(xml), at_(begin) {}

  // False at the end.
  bool next(XmlToken& token);

 private:
  std::string_view xml_;
  std::size_t at_;
  bool markup_ends_ = true;  // So far; else no more of it does.
};

// The texts of the elements that hold nothing else, on one line, by their local names; none is
// empty.
std::vector<std::pair<std::string, std::string>> xml_leaf_texts(std::string_view xml);

}  // namespace pilcrow
