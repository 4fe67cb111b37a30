// SPDX-License-Identifier: GPL-2.0-or-later
// XML of any size, of which only one element is held at a time.
//
// This reads what an exporter writes: it needs no well-formed document, knows no entities but those
// of XML itself, and so never expands, loads or fetches anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/input_file.h"
#include "corpus/xml/xml_tokens.h"

namespace pilcrow {

class XmlStream {
 public:
  enum class Outcome {
    complete,
    unclosed,   // It ends where the next of its name begins.
    too_large,  // It was passed over.
    cut_off     // The file ends within it.
  };

  // `file` must outlive it.
  explicit XmlStream(InputFile& file, std::size_t element_bytes_max)
      : file_(file), element_bytes_max_(element_bytes_max) {}

  // Goes to the next tag; false at the end.  The views of `tag` live until the next call of
  // anything.
  bool next_tag(XmlTag& tag);

  // Reads all of the element whose start tag next_tag has given.
  Outcome read_element(std::string& element);

  // Where the tag that next_tag has given, or the element that read_element has, begins.
  std::uint64_t offset() const noexcept { return offset_; }
  // True where the document declares entities of its own, which stay as they are.
  bool declares_entities() const noexcept { return declares_entities_; }
  // True where a piece of markup was so long that the rest was left out.
  bool gave_up() const noexcept { return gave_up_; }

 private:
  struct Markup {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_tag = false;
  };

  bool find_markup(std::size_t from, Markup& markup, bool keeps_text);
  std::string_view view() { return file_.peek(ahead_bytes_); }

  InputFile& file_;
  const std::size_t element_bytes_max_;
  std::size_t ahead_bytes_ = 0;  // What is looked at.
  std::size_t tag_bytes_ = 0;    // Of the last tag, which is still ahead.
  std::uint64_t offset_ = 0;
  bool declares_entities_ = false;
  bool gave_up_ = false;
  bool ended_ = false;
};

}  // namespace pilcrow
