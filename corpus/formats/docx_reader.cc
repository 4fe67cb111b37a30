// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "corpus/article_builder.h"
#include "corpus/article_facts.h"
#include "corpus/ascii.h"
#include "corpus/formats/docx_text.h"
#include "corpus/formats/readers.h"
#include "corpus/furniture.h"
#include "corpus/language_code.h"
#include "corpus/letters.h"
#include "corpus/whole_file.h"
#include "corpus/xml/xml_tokens.h"
#include "corpus/zip_members.h"

namespace pilcrow {
namespace {

const std::string document_member = "word/document.xml";

// The attribute of a tag that has the tag's own prefix: w:val of w:pStyle.
std::string own_attribute(const XmlTag& tag, std::string_view name) {
  const std::string_view prefix = tag.name.substr(0, tag.name.size() - tag.local_name().size());
  return xml_attribute(tag.attributes, std::string(prefix).append(name));
}

// Paragraph styles: what their ids, which differ by language, are called in English.
class Styles {
 public:
  explicit Styles(std::string_view xml) {
    XmlTokenizer tokens(xml);
    XmlToken token;
    std::string id;
    while (tokens.next_tag(token)) {
      const bool is_fact = token.tag.kind != XmlTag::Kind::end;
      const std::string_view name = is_fact ? token.tag.local_name() : "";
      if (token.begins("style")) {
        id = own_attribute(token.tag, "styleId");
      } else if (token.ends("style")) {
        id.clear();
      } else if (name == "lang" && language_.empty()) {
        language_ = language_code(own_attribute(token.tag, "val"));
      } else if (name == "name" && !id.empty()) {
        styles_[id].name = lower_case(own_attribute(token.tag, "val"));
      } else if (name == "basedOn" && !id.empty()) {
        styles_[id].base = own_attribute(token.tag, "val");
      }
    }
  }

  // body where the style says nothing; `is_title` is set for the style of titles.
  ParagraphKind kind(std::string id, bool& is_title) const {
    constexpr int bases_max = 16;
    for (int i = 0; i < bases_max && !id.empty(); ++i) {
      const auto found = styles_.find(id);
      const std::string name = found == styles_.end() ? lower_case(id) : found->second.name;
      is_title = name == "title";
      if (is_title || name.starts_with("heading")) return ParagraphKind::headline;
      if (name == "subtitle") return ParagraphKind::standfirst;
      if (name == "caption") return ParagraphKind::caption;
      if (name.starts_with("toc ")) return ParagraphKind::navigation;
      id = found == styles_.end() ? std::string() : found->second.base;
    }
    return ParagraphKind::body;
  }

  const std::string& language() const noexcept { return language_; }

 private:
  struct Style {
    std::string name = {};
    std::string base = {};
  };

  std::map<std::string, Style, std::less<>> styles_;
  std::string language_;
};

// A paragraph, or a row of a table, with all that is within.
struct Unit {
  bool is_row = false;
  bool has_outline = false;
  std::string style = {};
  Span touched = {npos, 0};  // From the first byte of its text to the last.
};

class DocumentReader {
 public:
  DocumentReader(const DecodedText& document, const Styles& styles, const ReadOptions& options,
                 Article& article)
      : document_(document), styles_(styles), builder_(article, options) {}

  // True where the document is complete.
  bool read() {
    XmlTokenizer tokens(document_.text);
    XmlToken token;
    bool complete = false;
    while (tokens.next(token)) {
      if (token.type == XmlToken::Type::tag) {
        in_text_ = token.begins("t");
        complete |= token.ends("document");
        take_tag(token);
      } else if (in_text_ && hidden_ == 0) {
        unit_.touched.begin = std::min(unit_.touched.begin, token.span.begin);
        unit_.touched.end = token.span.end;
      }
    }
    flush();
    return complete;
  }

  // The language of the first words, the titles by style and by the first heading.
  const std::string& language() const noexcept { return language_; }
  const std::string& title() const noexcept { return title_; }
  const std::string& heading() const noexcept { return heading_; }

 private:
  void take_tag(const XmlToken& token) {
    const XmlTag& tag = token.tag;
    const std::string_view name = tag.local_name();
    if (name == "pStyle" && !unit_.is_row && unit_.style.empty()) {
      unit_.style = own_attribute(tag, "val");
    } else if (name == "outlineLvl" && !unit_.is_row) {
      unit_.has_outline |= own_attribute(tag, "val") != "9";  // The level of plain text.
    } else if (name == "lang" && language_.empty()) {
      language_ = language_code(own_attribute(tag, "val"));
    }
    if (tag.kind == XmlTag::Kind::empty) {
      return;
    }
    const bool begins = tag.kind == XmlTag::Kind::start;
    if (is_docx_hidden(name)) {
      count(hidden_, begins);
    } else if (name == "p" || name == "tr") {
      if (begins && depth_ == 0) {
        flush();
        unit_.is_row = name == "tr";
      }
      count(depth_, begins);
      if (depth_ == 0) {
        flush();
      }
    }
  }

  static void count(std::size_t& depth, bool begins) {
    depth += begins ? 1U : 0U;
    depth -= !begins && depth > 0 ? 1U : 0U;
  }

  void flush() {
    const Unit unit = std::exchange(unit_, {});
    if (unit.touched.begin == npos) {
      return;
    }
    const XmlText text = read_docx_text(document_.text, unit.touched);
    bool is_title = false;
    ParagraphKind kind = styles_.kind(unit.style, is_title);
    if (kind == ParagraphKind::body && !unit.is_row) {
      kind = unit.has_outline ? ParagraphKind::headline : evident_kind(text.text);
    }
    if (kind == ParagraphKind::headline) {
      std::string& line = is_title ? title_ : heading_;
      line = line.empty() ? text.text : line;
    }
    builder_.add(kind, text.text, text.map, &document_.map);
  }

  const DecodedText& document_;
  const Styles& styles_;
  ArticleBuilder builder_;
  Unit unit_;
  bool in_text_ = false;
  std::size_t depth_ = 0;   // Of paragraphs and rows.
  std::size_t hidden_ = 0;  // Of elements without text of the document.
  std::string language_;
  std::string title_;
  std::string heading_;
};

// What the file says of its document.
void take_properties(std::string_view xml, Article& article) {
  for (const auto& [name, value] : xml_leaf_texts(xml)) {
    if (name == "title" && article.title.empty()) {
      article.title = value;
    } else if (name == "creator") {
      add_author(article, value);
    } else if (name == "created") {
      set_date(article, value);
    } else if (name == "language" && article.language.empty()) {
      article.language = language_code(value);
    } else if (name == "category" && article.section.empty()) {
      article.section = value;
    } else if (name == "subject" || name == "keywords") {
      article.facets.emplace(name, value);
    }
  }
}

class DocxReader : public ArticleReader {
 public:
  DocxReader(InputPointer file, const ReadOptions& options)
      : file_(std::move(file)), options_(options) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    if (std::exchange(done_, true)) {
      return false;
    }
    std::optional<std::string> bytes = read_bytes(*file_, options_, problems);
    if (!bytes) {
      return false;
    }
    ZipMembers zip(*std::move(bytes), options_);
    std::string reason;
    std::optional<std::string> xml = zip.read(document_member, reason);
    if (!xml) {
      note(problems, reason + "; left out");
      return false;
    }
    return read_document(zip, *std::move(xml), article, problems);
  }

 private:
  void note(std::vector<Problem>& problems, std::string reason) const {
    problems.push_back({file_->origin().id(), "", std::move(reason)});
  }

  bool read_document(ZipMembers& zip, std::string xml, Article& article,
                     std::vector<Problem>& problems) const {
    const std::size_t xml_bytes = xml.size();
    const DecodedText document = decode_text(std::move(xml));
    article = article_of(file_->origin(), document.charset, {0, xml_bytes});
    article.source_member = member_within(file_->origin(), document_member);
    article.source_encoding = SourceEncoding::docx;
    std::string absent;
    take_properties(zip.read("docProps/core.xml", absent).value_or(""), article);
    const Styles styles(zip.read("word/styles.xml", absent).value_or(""));
    DocumentReader reader(document, styles, options_, article);
    const bool complete = reader.read();
    if (article.paragraphs.empty()) {
      note(problems, "it holds no text; left out");
      return false;
    }
    if (!complete) {
      note(problems, document_member + " ends early; what it has is indexed");
    }
    complete_facts(reader, styles, article);
    return true;
  }

  // What stands in the document goes before its properties, which often are a template's; but a
  // mere heading is no title yet.
  static void complete_facts(const DocumentReader& reader, const Styles& styles, Article& article) {
    if (!reader.title().empty()) {
      article.title = reader.title();
    } else if (article.title.empty()) {
      article.title = reader.heading();
    }
    for (const std::string& language : {styles.language(), reader.language()}) {
      article.language = article.language.empty() ? language : article.language;
    }
  }

  InputPointer file_;
  const ReadOptions options_;
  bool done_ = false;
};

}  // namespace

ReaderPointer make_docx_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<DocxReader>(std::move(file), options);
}

}  // namespace pilcrow
