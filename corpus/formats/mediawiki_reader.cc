// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/article_facts.h"
#include "corpus/ascii.h"
#include "corpus/formats/readers.h"
#include "corpus/formats/spelling.h"
#include "corpus/language_code.h"
#include "corpus/letters.h"
#include "corpus/wiki/wiki_markup.h"
#include "corpus/wiki/wiki_page.h"
#include "corpus/xml/xml_file.h"
#include "corpus/xml/xml_text.h"
#include "corpus/xml/xml_tokens.h"

namespace pilcrow {
namespace {

// What the export says of the whole wiki.
struct Site {
  std::string name = {};
  std::string database = {};  // "kkwiki"
  std::string base = {};      // "https://wiki.example.org/wiki/Main_Page"
  std::string language = {};

  // "kk" of "kkwiki", "kkwiktionary"
  std::string database_language() const {
    const std::size_t end = database.find("wik");
    return end == npos ? "" : language_code(database.substr(0, end));
  }
  // What makes ids of pages unique; empty where the export does not say it.
  std::string key() const {
    if (!database.empty() || base.find("://") == npos) {
      return database;
    }
    const std::size_t host = base.find("://") + 3;
    return base.substr(host, base.find('/', host) - host);
  }
};

// `title` as addresses have it.
std::string url_of(const Site& site, std::string_view title) {
  const std::size_t slash = site.base.rfind('/');
  if (slash == npos) {
    return "";
  }
  std::string url = site.base.substr(0, slash + 1);
  for (const char byte : title) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                          (byte >= 'A' && byte <= 'Z') ||
                          std::string_view("-_.~/:,()!*'").find(byte) != std::string_view::npos;
    const auto value = static_cast<unsigned char>(byte);
    if (is_plain || byte == ' ') {
      url += is_plain ? byte : '_';
    } else {
      url += {'%', digits[value / 16], digits[value % 16]};
    }
  }
  return url;
}

std::string_view content_of(const std::vector<XmlChild>& children, std::string_view name) {
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const XmlChild& child) { return child.name == name; });
  return found == children.end() ? std::string_view() : found->content;
}

// A version of a page.
struct Revision {
  XmlElement element = {};
  std::string date = {};
};

// What is known of a page before its end.
struct DumpPage {
  std::string title = {};
  std::string id = {};
  std::string space = {};
  bool is_redirect = false;
  std::optional<Revision> newest = {};
};

class MediawikiReader : public ArticleReader {
 public:
  MediawikiReader(InputPointer file, const ReadOptions& options)
      : file_(std::move(file), options) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    XmlTag tag;
    while (file_.next_tag(tag, problems)) {
      if (tag.kind == XmlTag::Kind::end) {
        if (tag.name == "page" && finish_page(article, problems)) {
          return true;
        }
      } else if (!page_) {
        read_site(tag, problems);
      } else {
        read_page_part(tag, problems);
      }
    }
    if (page_) {
      note(problems, "the file ends within it; left out");
      page_.reset();
    }
    if (!std::exchange(is_export_, true)) {
      problems.push_back({file_.origin().id(), "", "it is no export of MediaWiki; left out"});
    }
    return false;
  }

 private:
  std::string where() const { return "page " + (page_->title.empty() ? page_->id : page_->title); }
  void note(std::vector<Problem>& problems, std::string reason) const {
    problems.push_back({file_.origin().id(), where(), std::move(reason)});
  }

  void read_site(const XmlTag& tag, std::vector<Problem>& problems) {
    if (tag.name == "mediawiki") {
      is_export_ = true;
      site_.language = language_code(xml_attribute(tag.attributes, "xml:lang"));
    } else if (tag.name == "sitename") {
      site_.name = file_.read_text("sitename", problems);
    } else if (tag.name == "dbname") {
      site_.database = file_.read_text("dbname", problems);
    } else if (tag.name == "base") {
      site_.base = file_.read_text("base", problems);
    } else if (tag.name == "page") {
      is_export_ = true;
      page_.emplace();
    }
  }

  void read_page_part(const XmlTag& tag, std::vector<Problem>& problems) {
    if (tag.name == "title") {
      page_->title = file_.read_text("title", problems);
    } else if (tag.name == "ns") {
      page_->space = file_.read_text(where(), problems);
    } else if (tag.name == "id" && page_->id.empty()) {
      page_->id = file_.read_text(where(), problems);
    } else if (tag.name == "redirect") {
      page_->is_redirect = true;
    } else if (tag.name == "revision") {
      read_revision(problems);
    } else if (tag.name == "page") {
      note(problems, "it has no end tag; left out");
      page_.emplace();
    }
  }

  bool is_wanted() const {
    return (page_->space.empty() || page_->space == "0") && !page_->is_redirect;
  }

  void read_revision(std::vector<Problem>& problems) {
    Revision revision;
    std::vector<Problem> ignored;
    if (!file_.read_element(revision.element, where(), is_wanted() ? problems : ignored) ||
        !is_wanted()) {
      return;
    }
    bool broken = false;
    revision.date = xml_text(content_of(xml_children(revision.element.text, broken), "timestamp"));
    if (broken) {
      note(problems, "a tag in it has no end; it is taken to end at the next one");
    }
    if (!page_->newest || page_->newest->date <= revision.date) {
      page_->newest = std::move(revision);
    }
  }

  // Makes an article of the page that ends here; false where it is none.
  bool finish_page(Article& article, std::vector<Problem>& problems) {
    if (!page_) {
      return false;
    }
    const bool found = page_->newest && is_wanted() && read_article(article, problems);
    page_.reset();
    return found;
  }

  bool read_article(Article& article, std::vector<Problem>& problems) {
    const XmlElement& element = page_->newest->element;
    bool ignored = false;
    const std::vector<XmlChild> children = xml_children(element.text, ignored);
    const std::string_view model = content_of(children, "model");
    const std::string_view text = content_of(children, "text");
    if (!(model.empty() || model == "wikitext") || is_redirect_text(text)) {
      return false;
    }
    article = {};
    article.title = page_->title;
    read_text(text, element, article);
    if (article.text.empty()) {
      note(problems, "it has no text; left out");
      return false;
    }
    const std::string key = site_.key();
    article.id_is_path = key.empty();
    article.id = (key.empty() ? file_.origin().id() : key) + ':' +
                 (page_->id.empty() ? page_->title : page_->id);
    set_date(article, page_->newest->date);
    article.language = site_.language.empty() ? site_.database_language() : site_.language;
    article.url = url_of(site_, article.title);
    if (!site_.name.empty()) {
      article.facets.emplace("site", site_.name);
    }
    set_source(article, file_.origin(), element.charset, element.source({0, element.text.size()}));
    article.source_encoding = SourceEncoding::wikitext;
    return true;
  }

  static bool is_redirect_text(std::string_view text) {
    const std::string begin = lower_case(text.substr(0, 12));
    return begin.starts_with("#redirect");
  }

  void read_text(std::string_view xml, const XmlElement& element, Article& article) {
    const std::size_t begin =
        xml.empty() ? 0 : static_cast<std::size_t>(xml.data() - element.text.data());
    const XmlText markup = read_xml_text(xml);
    const WikiPage page = read_wiki_page(markup.text);
    XmlArticleBuilder builder(article, element, wikitext_text, file_.options());
    for (const WikiBlock& block : page.blocks) {
      const WikiText shown =
          read_wiki_text(std::string_view(markup.text).substr(block.span.begin, block.span.size()));
      builder.add(block.kind, shown.text, [&](Span part) {
        const Span inner = shown.map.source(part);
        const Span outer =
            markup.map.source({block.span.begin + inner.begin, block.span.begin + inner.end});
        return Span{begin + outer.begin, begin + outer.end};
      });
    }
    std::string categories;
    for (const std::string& category : page.categories) {
      categories += (categories.empty() ? "" : "; ") + category;
    }
    if (!categories.empty()) {
      article.facets.emplace("categories", std::move(categories));
    }
  }

  XmlFile file_;
  Site site_;
  std::optional<DumpPage> page_;
  bool is_export_ = false;
};

}  // namespace

ReaderPointer make_mediawiki_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<MediawikiReader>(std::move(file), options);
}

}  // namespace pilcrow
