// SPDX-License-Identifier: GPL-2.0-or-later
// XML in memory, as a sequence of tags and text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

struct XmlTag {
  enum class Kind { start, end, empty };

  Kind kind = Kind::start;
  std::string_view name = {};        // With its prefix.
  std::string_view attributes = {};  // As they are spelled.

  // The name without its prefix.
  std::string_view local_name() const {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
  }
};

// The tag at the beginning of `xml`, whose end is its end.
XmlTag read_xml_tag(std::string_view xml);

// The value of an attribute, decoded; empty where there is none.
std::string xml_attribute(std::string_view attributes, std::string_view name);

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
  // Passes over text.
  bool next_tag(XmlToken& token);

 private:
  std::string_view xml_;
  std::size_t at_;
  bool markup_ends_ = true;  // So far; else no more of it does.
};

// The texts of the elements that hold nothing else, on one line, by their local names; none is
// empty.
std::vector<std::pair<std::string, std::string>> xml_leaf_texts(std::string_view xml);

// An element within another.
struct XmlChild {
  std::string_view name = {};
  std::string_view attributes = {};
  std::size_t begin = 0;          // Of its content, in the bytes of its parent.
  std::string_view content = {};  // As it is spelled.
};

// The elements directly within the element that `xml` is.  One without an end tag ends before the
// next tag; `broken` is set then.
std::vector<XmlChild> xml_children(std::string_view xml, bool& broken);

}  // namespace pilcrow
