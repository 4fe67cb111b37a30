// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "corpus/article_facts.h"
#include "corpus/ascii.h"
#include "corpus/formats/readers.h"
#include "corpus/formats/spelling.h"
#include "corpus/furniture.h"
#include "corpus/html/html_blocks.h"
#include "corpus/language_code.h"
#include "corpus/letters.h"
#include "corpus/xml/xml_file.h"
#include "corpus/xml/xml_text.h"
#include "corpus/xml/xml_tokens.h"

namespace pilcrow {
namespace {

// What the feed says of all its entries.
struct Channel {
  std::string title = {};
  std::string language = {};
};

// Titles are text or HTML, whatever the feed says.
std::string plain_text(std::string_view xml) {
  return one_line(html_text(xml_character_data(xml)));
}

bool is_html_type(std::string_view type) {
  return type == "html" || type == "text/html" || type == "escaped";
}

bool is_xhtml_type(std::string_view type) {
  return type == "xhtml" || type == "application/xhtml+xml";
}

// One entry of a feed as an article.
class EntryReader {
 public:
  EntryReader(const XmlElement& element, const ReadOptions& options, Article& article)
      : element_(element), options_(options), article_(article) {}

  // True where tags do not match.
  bool read() {
    bool broken = false;
    children_ = xml_children(element_.text, broken);
    const XmlTag own =
        read_xml_tag(std::string_view(element_.text).substr(0, xml_markup_end(element_.text, 0)));
    prefix_ = own.name.substr(0, own.name.size() - own.local_name().size());
    is_atom_ = own.local_name() == "entry";
    if (std::string language = xml_attribute(own.attributes, "xml:lang"); !language.empty()) {
      article_.language = std::move(language);
    }
    article_.id = xml_attribute(own.attributes, "rdf:about");
    for (const XmlChild& child : children_) {
      read_field(name_of(child), child);
    }
    complete();
    for (const std::string_view name : {"content:encoded", "content", "description", "summary"}) {
      for (const XmlChild& child : children_) {
        if (article_.text.empty() && name_of(child) == name) {
          read_content(child);
        }
      }
    }
    return broken;
  }

 private:
  // The name without the prefix that the entry has, too, or that stands for Atom.
  std::string_view name_of(const XmlChild& child) const {
    std::string_view name = child.name;
    for (const std::string_view prefix :
         {prefix_, std::string_view("atom:"), std::string_view("a10:")}) {
      if (!prefix.empty() && name.starts_with(prefix)) {
        return name.substr(prefix.size());
      }
    }
    return name;
  }

  static void set(std::string& field, std::string value) {
    if (field.empty()) {
      field = std::move(value);
    }
  }

  void read_field(std::string_view name, const XmlChild& child) {
    if (name == "title" || name == "dc:title") {
      set(article_.title, plain_text(child.content));
    } else if (name == "guid" || name == "id") {
      guid_ = xml_text(child.content);
    } else if (name == "link") {
      read_link(child);
    } else if (name == "pubDate" || name == "published" || name == "issued") {
      set(published_, xml_text(child.content));
    } else if (name == "dc:date" || name == "updated" || name == "modified") {
      set(updated_, xml_text(child.content));
    } else if (name == "author" || name == "dc:creator") {
      read_author(child);
    } else if (name == "category" || name == "dc:subject") {
      read_category(child);
    } else if (name == "dc:language" || name == "language") {
      article_.language = xml_text(child.content);
    }
  }

  void read_link(const XmlChild& link) {
    const std::string rel = xml_attribute(link.attributes, "rel");
    const std::string href = xml_attribute(link.attributes, "href");
    if (rel.empty() || rel == "alternate") {
      set(article_.url, href.empty() ? xml_text(link.content) : href);
    }
  }

  // A name, "mail@example.org (Name)", or <name>Name</name>.
  void read_author(const XmlChild& child) {
    std::string name;
    bool ignored = false;
    const std::string element = '<' + std::string(child.name) + '>' + std::string(child.content);
    for (const XmlChild& part : xml_children(element, ignored)) {
      name = part.name.ends_with("name") ? plain_text(part.content) : name;
    }
    if (name.empty() &&
        (!child.content.starts_with('<') || child.content.starts_with(cdata_begin))) {
      name = plain_text(child.content);
    }
    const std::size_t open = name.find('(');
    if (name.find('@') != npos) {
      name =
          open != npos && name.ends_with(')') ? name.substr(open + 1, name.size() - open - 2) : "";
    }
    add_author(article_, name);
  }

  void read_category(const XmlChild& child) {
    std::string name = xml_attribute(child.attributes, "label");
    set(name, xml_attribute(child.attributes, "term"));
    set(name, plain_text(child.content));
    if (name.empty()) {
      return;
    }
    if (article_.section.empty()) {
      article_.section = one_line(name);
      return;
    }
    std::string& others = article_.facets["categories"];
    others += (others.empty() ? "" : "; ") + one_line(name);
  }

  void complete() {
    if (article_.url.empty() && guid_.starts_with("http")) {
      article_.url = guid_;
    }
    if (!guid_.empty()) {
      article_.id = guid_;
    }
    set(article_.id, article_.url);
    article_.language = language_code(article_.language);
    set_date(article_, published_.empty() ? updated_ : published_);
  }

  void read_content(const XmlChild& child) {
    const std::string type = lower_case(xml_attribute(child.attributes, "type"));
    const std::string mode = xml_attribute(child.attributes, "mode");
    const bool is_plain =
        is_atom_ && mode != "escaped" && !is_html_type(type) && !is_xhtml_type(type);
    if (is_plain) {
      return type.empty() || type.starts_with("text") ? read_plain(child) : void();
    }
    const std::string_view content = child.content;
    const std::size_t first = std::min(content.find_first_not_of(ascii_spaces), content.size());
    const std::size_t last = content.find_last_not_of(ascii_spaces) + 1;
    const std::string_view trimmed = content.substr(first, std::max(last, first) - first);
    const bool is_cdata = trimmed.starts_with(cdata_begin) &&
                          trimmed.find(cdata_end) == trimmed.size() - cdata_end.size();
    if (is_cdata) {
      const std::size_t marks = cdata_begin.size() + cdata_end.size();
      return read_html(trimmed.substr(cdata_begin.size(), trimmed.size() - marks),
                       child.begin + first + cdata_begin.size());
    }
    const bool has_tags = is_xhtml_type(type) || trimmed.starts_with('<') ||
                          (trimmed.find('<') != npos && trimmed.find(cdata_begin) == npos);
    if (has_tags && trimmed.find(cdata_begin) == npos) {
      return read_html(content, child.begin);
    }
    read_escaped_html(child);
  }

  void read_plain(const XmlChild& child) {
    article_.source_encoding = SourceEncoding::xml;
    XmlArticleBuilder builder(article_, element_, xml_text, options_);
    const XmlText text = read_xml_text(child.content);
    for (const Paragraph& paragraph : split_paragraphs(text.text)) {
      const std::string_view shown =
          std::string_view(text.text).substr(paragraph.span.begin, paragraph.span.size());
      builder.add(evident_kind(shown), shown, [&](Span part) {
        return shifted(
            text.map.source({paragraph.span.begin + part.begin, paragraph.span.begin + part.end}),
            child.begin);
      });
    }
  }

  // `html` begins at `begin` of the entry.
  void read_html(std::string_view html, std::size_t begin) {
    article_.source_encoding = SourceEncoding::html;
    XmlArticleBuilder builder(article_, element_, html_text, options_);
    for (const HtmlBlock& block : read_html_blocks(html)) {
      builder.add(kind_of(block), block.text,
                  [&](Span part) { return shifted(block.map.source(part), begin); });
    }
  }

  void read_escaped_html(const XmlChild& child) {
    article_.source_encoding = SourceEncoding::html_in_xml;
    const auto rule = [](std::string_view bytes) { return html_text(xml_character_data(bytes)); };
    XmlArticleBuilder builder(article_, element_, rule, options_);
    const XmlText html = read_xml_text(child.content);
    for (const HtmlBlock& block : read_html_blocks(html.text)) {
      builder.add(kind_of(block), block.text, [&](Span part) {
        return shifted(block.map.source_through(part, html.map), child.begin);
      });
    }
  }

  static ParagraphKind kind_of(const HtmlBlock& block) {
    return block.kind == ParagraphKind::body ? evident_kind(block.text) : block.kind;
  }

  static Span shifted(Span span, std::size_t bytes) {
    return {span.begin + bytes, span.end + bytes};
  }

  const XmlElement& element_;
  const ReadOptions& options_;
  Article& article_;
  std::vector<XmlChild> children_;
  std::string_view prefix_;
  bool is_atom_ = false;
  std::string guid_;
  std::string published_;
  std::string updated_;
};

class FeedReader : public ArticleReader {
 public:
  FeedReader(InputPointer file, const ReadOptions& options) : file_(std::move(file), options) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    XmlTag tag;
    while (file_.next_tag(tag, problems)) {
      if (tag.kind == XmlTag::Kind::end) {
        continue;
      }
      const std::string_view name = tag.local_name();
      if (name == "item" || name == "entry") {
        is_feed_ = true;
        ++number_;
        if (read_entry(article, problems)) {
          return true;
        }
      } else {
        read_channel(tag, problems);
      }
    }
    if (!std::exchange(is_feed_, true)) {
      problems.push_back({file_.origin().id(), "", "it is no feed of RSS or Atom; left out"});
    }
    return false;
  }

 private:
  void read_channel(const XmlTag& tag, std::vector<Problem>& problems) {
    const std::string_view name = tag.local_name();
    const bool is_root = name == "rss" || name == "RDF" || name == "feed" || name == "channel";
    if (is_root) {
      is_feed_ = true;
      const std::string language = xml_attribute(tag.attributes, "xml:lang");
      channel_.language = language.empty() ? channel_.language : language;
    } else if (name == "title" && channel_.title.empty()) {
      channel_.title = html_text(file_.read_text("title", problems));
    } else if (name == "language" && channel_.language.empty()) {
      channel_.language = file_.read_text("language", problems);
    } else if (name == "image" || name == "textinput" || name == "textInput") {
      file_.read_text(std::string(name), problems);
    }
  }

  bool read_entry(Article& article, std::vector<Problem>& problems) {
    XmlElement element;
    const std::string where = "entry " + std::to_string(number_);
    if (!file_.read_element(element, where, problems)) {
      return false;
    }
    article = {};
    article.language = channel_.language;
    if (EntryReader(element, file_.options(), article).read()) {
      problems.push_back({file_.origin().id(), where,
                          "a tag in it has no end; it is taken to end at the next one"});
    }
    if (article.title.empty() && article.text.empty()) {
      problems.push_back({file_.origin().id(), where, "it has neither text nor title; left out"});
      return false;
    }
    set_source(article, file_.origin(), element.charset, element.source({0, element.text.size()}));
    set_record_id(article, file_.origin().id(), number_);
    if (!channel_.title.empty()) {
      article.facets.emplace("site", channel_.title);
    }
    return true;
  }

  XmlFile file_;
  Channel channel_;
  std::size_t number_ = 0;
  bool is_feed_ = false;
};

}  // namespace

ReaderPointer make_feed_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<FeedReader>(std::move(file), options);
}

}  // namespace pilcrow
