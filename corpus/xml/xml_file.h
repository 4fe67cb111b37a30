// SPDX-License-Identifier: GPL-2.0-or-later
// A file of XML as its readers see it: elements in UTF-8, and where their bytes are.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/formats/readers.h"
#include "corpus/offset_map.h"
#include "corpus/xml/xml_stream.h"

namespace pilcrow {

// An element of any file, decoded.
struct XmlElement {
  std::string text = {};     // Valid UTF-8.
  std::string charset = {};  // Of its bytes; empty: UTF-8.
  OffsetMap map = {};        // From the text to its bytes.
  std::size_t begin = 0;     // Of its bytes, in the file or in what `whole` leads from.
  const OffsetMap* whole = nullptr;

  // The bytes of the file that a part of the text stands for.
  Span source(Span part) const;
};

class XmlFile {
 public:
  XmlFile(InputPointer file, const ReadOptions& options)
      : file_(std::move(file)), options_(options) {}

  // Goes to the next tag; false at the end, with a problem where that is not the file's own.
  bool next_tag(XmlTag& tag, std::vector<Problem>& problems);

  // Reads the element whose start tag next_tag has given; false, with a problem, where it can't.
  bool read_element(XmlElement& element, const std::string& where, std::vector<Problem>& problems);

  // What such an element says; empty, with a problem, where it can't be read.
  std::string read_text(const std::string& where, std::vector<Problem>& problems);

  const SourceOrigin& origin() const { return file_->origin(); }
  const ReadOptions& options() const { return options_; }

 private:
  void open(std::vector<Problem>& problems);
  void note(const std::string& where, std::string reason, std::vector<Problem>& problems) const {
    problems.push_back({file_->origin().id(), where, std::move(reason)});
  }
  void decode(std::string bytes, XmlElement& element, const std::string& where,
              std::vector<Problem>& problems);

  InputPointer file_;
  const ReadOptions options_;
  std::optional<XmlStream> stream_;
  std::string charset_;  // As declared, or that of `whole_`.
  // Of files that can't be read piece by piece, since their charset is no extension of ASCII.
  std::optional<OffsetMap> whole_;
  bool has_told_entities_ = false;
  bool has_told_end_ = false;
};

// Fills an article with paragraphs of one element.  Their texts are what `rule`, the one of the
// article's encoding, makes of their bytes.
class XmlArticleBuilder {
 public:
  using Rule = std::string (*)(std::string_view);

  // All must outlive it.
  XmlArticleBuilder(Article& article, const XmlElement& element, Rule rule,
                    const ReadOptions& options)
      : article_(article), element_(element), rule_(rule), options_(options) {}

  // Adds a block; `locate` tells where in the text of the element a part of `text` comes from.
  void add(ParagraphKind kind, std::string_view text, const std::function<Span(Span)>& locate);

 private:
  Article& article_;
  const XmlElement& element_;
  const Rule rule_;
  const ReadOptions& options_;
};

}  // namespace pilcrow
