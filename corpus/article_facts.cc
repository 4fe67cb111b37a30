// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/article_facts.h"

#include <utility>

#include "corpus/dates.h"
#include "corpus/letters.h"

namespace pilcrow {

void set_date(Article& article, std::string_view written) {
  std::string line = one_line(written);
  article.date = parse_date(line);
  if (article.date.empty() && !line.empty()) {
    article.facets.emplace("date", std::move(line));
  }
}

void add_author(Article& article, std::string_view name) {
  const std::string line = one_line(name);
  article.author += article.author.empty() || line.empty() ? "" : ", ";
  article.author += line;
}

void set_source(Article& article, const SourceOrigin& origin, std::string_view charset,
                Span record) {
  article.source_path = origin.path;
  article.source_member = origin.member;
  article.source_charset = charset;
  article.source_record = record;
}

void set_record_id(Article& article, const std::string& source_id, std::size_t number) {
  article.id_is_path = article.id.empty();
  if (article.id_is_path) {
    article.id = source_id + ':' + std::to_string(number);
  }
}

}  // namespace pilcrow
