// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/formats/epub_package.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "corpus/article_facts.h"
#include "corpus/language_code.h"
#include "corpus/letters.h"
#include "corpus/xml/xml_text.h"
#include "corpus/xml/xml_tokens.h"

namespace pilcrow {
namespace {

std::string percent_decoded(std::string_view address) {
  std::string decoded;
  for (std::size_t at = 0; at < address.size(); ++at) {
    unsigned char byte = 0;
    const std::string_view digits = address.substr(std::min(at + 1, address.size()), 2);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    if (address[at] == '%' && digits.size() == 2 && end == digits.data() + 2) {
      decoded += static_cast<char>(byte);
      at += 2;
    } else {
      decoded += address[at];
    }
  }
  return decoded;
}

// The member that an address within the member `from` names.
std::string resolve(const std::string& from, std::string_view address) {
  const std::string path = percent_decoded(address.substr(0, address.find('#')));
  return path.empty()
             ? from
             : (std::filesystem::path(from).parent_path() / path).lexically_normal().string();
}

bool has_word(std::string_view words, std::string_view word) {
  return (' ' + std::string(words) + ' ').find(' ' + std::string(word) + ' ') != std::string::npos;
}

struct Item {
  std::string member = {};
  bool is_contents = false;
  bool is_text = false;
};

// Reads the lists of a package document: what it has, in which order, and what some of it is for.
class PackageReader {
 public:
  explicit PackageReader(const std::string& member) : member_(member) {}

  void take(const XmlTag& tag) {
    const std::string_view name = tag.local_name();
    if (name == "item") {
      take_item(tag);
    } else if (name == "itemref" && xml_attribute(tag.attributes, "linear") != "no") {
      spine_.push_back(xml_attribute(tag.attributes, "idref"));
    } else if (name == "reference") {
      const std::string type = lower_case(xml_attribute(tag.attributes, "type"));
      if (type == "cover" || type == "toc") {
        passed_over_.insert(resolve(member_, xml_attribute(tag.attributes, "href")));
      }
    }
  }

  void finish(EpubPackage& package) {
    for (const std::string& id : spine_) {
      const auto found = items_.find(id);
      if (found != items_.end() && found->second.is_text && !found->second.is_contents &&
          passed_over_.insert(found->second.member).second) {
        package.chapters.push_back(found->second.member);
      }
    }
    for (const auto& [id, item] : items_) {
      if (item.is_contents) {
        package.contents.push_back(item.member);
      }
    }
  }

 private:
  void take_item(const XmlTag& tag) {
    const std::string type = lower_case(xml_attribute(tag.attributes, "media-type"));
    Item item;
    item.member = resolve(member_, xml_attribute(tag.attributes, "href"));
    item.is_contents = type == "application/x-dtbncx+xml" ||
                       has_word(xml_attribute(tag.attributes, "properties"), "nav");
    item.is_text = type == "application/xhtml+xml" || type == "text/html";
    items_.insert_or_assign(xml_attribute(tag.attributes, "id"), std::move(item));
  }

  const std::string& member_;
  std::map<std::string, Item> items_;
  std::vector<std::string> spine_;
  std::set<std::string> passed_over_;
};

void take_fact(const std::string& name, const std::string& value, Article& book) {
  if (name == "title" && book.section.empty()) {
    book.section = value;
  } else if (name == "creator") {
    add_author(book, value);
  } else if (name == "date" && book.date.empty()) {
    set_date(book, value);
  } else if (name == "language" && book.language.empty()) {
    book.language = language_code(value);
  } else if (name == "publisher" || name == "subject") {
    book.facets.emplace(name, value);
  }
}

}  // namespace

std::string epub_package_member(std::string_view container) {
  XmlTokenizer tokens(container);
  XmlToken token;
  while (tokens.next_tag(token)) {
    if (token.tag.local_name() == "rootfile") {
      return xml_attribute(token.tag.attributes, "full-path");
    }
  }
  return "";
}

EpubPackage read_epub_package(std::string_view xml, const std::string& member) {
  EpubPackage package;
  PackageReader reader(member);
  XmlTokenizer tokens(xml);
  XmlToken token;
  while (tokens.next_tag(token)) {
    if (token.tag.kind != XmlTag::Kind::end) {
      reader.take(token.tag);
    }
  }
  reader.finish(package);
  for (const auto& [name, value] : xml_leaf_texts(xml)) {
    take_fact(name, value, package.book);
  }
  return package;
}

void read_epub_labels(std::string_view xml, const std::string& member,
                      std::map<std::string, std::string>& labels) {
  XmlTokenizer tokens(xml);
  XmlToken token;
  std::string text;
  std::string address;
  while (tokens.next(token)) {
    if (token.type != XmlToken::Type::tag) {
      text += xml_character_data(xml.substr(token.span.begin, token.span.size()));
      continue;
    }
    const std::string_view name = token.tag.local_name();
    const bool is_label = token.ends("a") || name == "content";
    address = name == "content" ? xml_attribute(token.tag.attributes, "src") : address;
    if (std::string label = one_line(text); is_label && !address.empty() && !label.empty()) {
      labels.emplace(resolve(member, address), std::move(label));
    }
    if (is_label || token.begins("a") || token.begins("text")) {
      text.clear();
      address = token.begins("a") ? xml_attribute(token.tag.attributes, "href") : "";
    }
  }
}

bool is_epub_encrypted(std::string_view encryption) {
  XmlTokenizer tokens(encryption);
  XmlToken token;
  while (tokens.next_tag(token)) {
    if (token.tag.kind != XmlTag::Kind::end && token.tag.local_name() == "EncryptionMethod") {
      const std::string method = xml_attribute(token.tag.attributes, "Algorithm");
      if (method != "http://www.idpf.org/2008/embedding" &&
          method != "http://ns.adobe.com/pdf/enc#RC") {
        return true;
      }
    }
  }
  return false;
}

}  // namespace pilcrow
