// SPDX-License-Identifier: GPL-2.0-or-later
// The fields of one JSON object, and the article that they make.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/byte_stream.h"
#include "corpus/field_names.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Puts the scalar members of the JSON object `json` that are fields of an article into `values`,
// those of lists included, and makes facets of its other scalar members; of two with one key the
// last counts.  Null and what is nested elsewhere is passed over without being kept in memory.
// Returns why `json` can't be taken, empty where it can; never throws for bad input.
std::string read_json_fields(std::string_view json, FieldNames& names, FieldValues& values,
                             Article& article);

// Makes articles of the JSON objects of a source.
class JsonArticles {
 public:
  // All must outlive it.
  JsonArticles(const SourceOrigin& origin, const ReadOptions& options)
      : origin_(origin), options_(options), names_(options), values_(names_) {}

  // An object that is at `begin` of the source, and how it is called there.
  struct Place {
    std::size_t begin = 0;
    std::size_t number = 0;  // Part of the id of an article that has none.
    std::string where = {};  // Of a Problem.
  };

  // False, with a problem, where `json` makes no article.
  bool read(std::string_view json, const Place& place, Article& article,
            std::vector<Problem>& problems);
  // What is to be said at the end of the source.
  void finish(std::vector<Problem>& problems) const { names_.add_missing(origin_.id(), problems); }

  const FieldNames& names() const noexcept { return names_; }

 private:
  // `is_valid`: as UTF-8.
  void set_text(std::string_view json, std::size_t begin, std::size_t text_name, bool is_valid,
                Article& article) const;

  const SourceOrigin& origin_;
  const ReadOptions& options_;
  FieldNames names_;
  FieldValues values_;
};

}  // namespace pilcrow
