// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_metadata.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/formats/spelling.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

using Json = nlohmann::json;

void set_once(std::string& field, const std::string& value) {
  if (field.empty()) {
    field = one_line(value);
  }
}

bool is_absolute(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

void set_url(std::string& field, const std::string& value) {
  if (field.empty() && is_absolute(one_line(value))) {
    field = one_line(value);
  }
}

// A string, or what an object or the first of a list is called.
std::string json_name(const Json& value, int depth = 0) {
  constexpr int depth_max = 3;
  if (value.is_string()) {
    return html_text(value.get_ref<const std::string&>());
  }
  if (depth < depth_max && value.is_array()) {
    std::string names;
    for (const Json& one : value) {
      const std::string name = json_name(one, depth + 1);
      names += (names.empty() || name.empty() ? "" : ", ") + name;
    }
    return names;
  }
  if (depth < depth_max && value.is_object() && value.contains("name")) {
    return json_name(value["name"], depth + 1);
  }
  return {};
}

std::string json_field(const Json& object, const char* name) {
  return object.contains(name) ? json_name(object[name]) : std::string();
}

bool is_article(const Json& object) {
  const std::string type = json_field(object, "@type");
  return type.find("Article") != std::string::npos || type.find("Posting") != std::string::npos ||
         type.find("Report") != std::string::npos;
}

void take_article(const Json& object, HtmlMetadata& found) {
  set_once(found.title, json_field(object, "headline"));
  set_once(found.author, json_field(object, "author"));
  set_once(found.date, json_field(object, "datePublished"));
  set_once(found.section, json_field(object, "articleSection"));
  set_once(found.language, json_field(object, "inLanguage"));
  set_once(found.site, json_field(object, "publisher"));
  set_url(found.url, json_field(object, "mainEntityOfPage"));
  std::string body = json_field(object, "articleBody");
  if (body.size() > found.body.size()) {
    found.body = std::move(body);
  }
}

void take_breadcrumb(const Json& object, HtmlMetadata& found) {
  const auto items = object.find("itemListElement");
  if (!found.section.empty() || items == object.end() || !items->is_array() || items->empty()) {
    return;
  }
  // The last one is often the article itself.
  for (auto item = items->rbegin(); item != items->rend(); ++item) {
    std::string name = json_name(*item);
    if (name.empty() && item->is_object() && item->contains("item")) {
      name = json_name((*item)["item"]);
    }
    if (!name.empty() && name != found.title && name.size() < found.title.size() + 1) {
      found.section = one_line(name);
      return;
    }
  }
}

// Objects of a page's JSON-LD, also those within lists and graphs.
template <typename Visit>
void visit_objects(const Json& value, Visit&& visit, int depth = 0) {
  constexpr int depth_max = 4;
  if (depth > depth_max) {
    return;
  }
  if (value.is_array()) {
    for (const Json& one : value) {
      visit_objects(one, visit, depth + 1);
    }
  } else if (value.is_object()) {
    visit(value);
    for (const char* inner : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      if (value.contains(inner)) {
        visit_objects(value[inner], visit, depth + 1);
      }
    }
  }
}

// Nesting is bounded before the parser recurses.
bool nests_deeply(std::string_view json) {
  constexpr int depth_max = 64;
  int depth = 0;
  for (const char byte : json) {
    depth += byte == '{' || byte == '[' ? 1 : byte == '}' || byte == ']' ? -1 : 0;
    if (depth > depth_max) {
      return true;
    }
  }
  return false;
}

void take_structured(const HtmlDocument& document, HtmlMetadata& found) {
  std::vector<Json> parsed;
  for (const HtmlToken& token : document.data) {
    const auto text = [&](Span span) { return document.html.substr(span.begin, span.size()); };
    if (token.tag != HtmlTag::script || nests_deeply(text(token.content)) ||
        text(token.attributes).find("ld+json") == std::string_view::npos) {
      continue;
    }
    // Line ends within strings are a common mistake.
    std::string source(text(token.content));
    std::replace_if(
        source.begin(), source.end(), [](char byte) { return byte >= 0 && byte < ' '; }, ' ');
    Json json = Json::parse(source, nullptr, false, true);
    if (!json.is_discarded()) {
      parsed.push_back(std::move(json));
    }
  }
  for (const Json& json : parsed) {
    visit_objects(json, [&](const Json& object) {
      if (is_article(object)) {
        take_article(object, found);
      }
    });
  }
  for (const Json& json : parsed) {
    visit_objects(json, [&](const Json& object) {
      if (json_field(object, "@type") == "BreadcrumbList") {
        take_breadcrumb(object, found);
      }
    });
  }
}

struct MetaField {
  std::string_view name;
  std::string HtmlMetadata::*field;
};

// In the order of trust.
constexpr MetaField meta_fields[] = {
    {"og:title", &HtmlMetadata::title},
    {"twitter:title", &HtmlMetadata::title},
    {"dc.title", &HtmlMetadata::title},
    {"og:description", &HtmlMetadata::description},
    {"description", &HtmlMetadata::description},
    {"author", &HtmlMetadata::author},
    {"article:author", &HtmlMetadata::author},
    {"dc.creator", &HtmlMetadata::author},
    {"parsely-author", &HtmlMetadata::author},
    {"sailthru.author", &HtmlMetadata::author},
    {"article:published_time", &HtmlMetadata::date},
    {"og:published_time", &HtmlMetadata::date},
    {"datepublished", &HtmlMetadata::date},
    {"date", &HtmlMetadata::date},
    {"dc.date", &HtmlMetadata::date},
    {"dc.date.issued", &HtmlMetadata::date},
    {"dcterms.created", &HtmlMetadata::date},
    {"pubdate", &HtmlMetadata::date},
    {"publishdate", &HtmlMetadata::date},
    {"parsely-pub-date", &HtmlMetadata::date},
    {"sailthru.date", &HtmlMetadata::date},
    {"article:section", &HtmlMetadata::section},
    {"articlesection", &HtmlMetadata::section},
    {"parsely-section", &HtmlMetadata::section},
    {"content-language", &HtmlMetadata::language},
    {"og:locale", &HtmlMetadata::language},
    {"og:url", &HtmlMetadata::url},
    {"og:site_name", &HtmlMetadata::site},
};

void take_meta(const HtmlDocument& document, HtmlMetadata& found) {
  std::array<std::string, std::size(meta_fields)> values;
  for (const HtmlToken& token : document.data) {
    const std::string_view attributes =
        document.html.substr(token.attributes.begin, token.attributes.size());
    if (token.tag == HtmlTag::link &&
        lower_case(html_attribute(attributes, "rel")) == "canonical") {
      set_url(found.url, html_attribute(attributes, "href"));
    }
    if (token.tag != HtmlTag::meta) {
      continue;
    }
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = lower_case(html_attribute(attributes, key));
      const auto* known = std::find_if(std::begin(meta_fields), std::end(meta_fields),
                                       [&](const MetaField& field) { return field.name == name; });
      if (!name.empty() && known != std::end(meta_fields)) {
        set_once(values[static_cast<std::size_t>(known - std::begin(meta_fields))],
                 html_attribute(attributes, "content"));
      }
    }
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    const MetaField& field = meta_fields[i];
    if (field.field == &HtmlMetadata::url) {
      set_url(found.url, values[i]);
    } else if (field.field != &HtmlMetadata::author || !is_absolute(values[i])) {
      set_once(found.*field.field, values[i]);
    }
  }
}

}  // namespace

HtmlMetadata read_html_metadata(const HtmlDocument& document) {
  HtmlMetadata found;
  for (std::size_t node = 0; node < std::min<std::size_t>(document.nodes.size(), 4); ++node) {
    if (document.nodes[node].tag == HtmlTag::html) {
      set_once(found.language, document.attribute(node, "lang"));
      set_once(found.language, document.attribute(node, "xml:lang"));
    }
  }
  for (const HtmlToken& token : document.data) {
    if (token.tag == HtmlTag::title) {
      set_once(found.page_title,
               html_text(document.html.substr(token.content.begin, token.content.size())));
    }
  }
  take_structured(document, found);
  take_meta(document, found);
  return found;
}

std::string html_declared_charset(std::string_view bytes) {
  constexpr std::size_t looked_at = 8192;
  HtmlTokenizer tokenizer(bytes.substr(0, looked_at));
  for (HtmlToken token; tokenizer.next(token);) {
    if (token.tag != HtmlTag::meta || token.type != HtmlToken::Type::start) {
      continue;
    }
    const std::string_view attributes =
        bytes.substr(token.attributes.begin, token.attributes.size());
    if (std::string charset = html_attribute(attributes, "charset"); !charset.empty()) {
      return one_line(charset);
    }
    const std::string content = lower_case(html_attribute(attributes, "content"));
    const std::size_t at = content.find("charset=");
    if (at != std::string::npos) {
      const std::string rest = content.substr(at + std::string_view("charset=").size());
      return rest.substr(0, rest.find_first_of("; \"'"));
    }
  }
  return {};
}

}  // namespace pilcrow
