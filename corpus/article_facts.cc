// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/article_facts.h"

#include <algorithm>

#include "corpus/dates.h"
#include "corpus/letters.h"

namespace pilcrow {

void set_date(Article& article, std::string_view written) {
  constexpr std::size_t year_digits = 4;
  std::string line = one_line(written);
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool is_iso = digits == year_digits && (line.size() == digits || line[digits] == '-');
  article.date = is_iso ? line : parse_date_line(line);
  if (article.date.empty() && !line.empty()) {
    article.facets.emplace("date", std::move(line));
  }
}

void add_author(Article& article, std::string_view name) {
  const std::string line = one_line(name);
  article.author += article.author.empty() || line.empty() ? "" : ", ";
  article.author += line;
}

}  // namespace pilcrow
