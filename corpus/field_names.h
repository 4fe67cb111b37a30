// SPDX-License-Identifier: GPL-2.0-or-later
// Which named values of a source are the fields of an article.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

// The names that fields have in a source of named values: those of ReadOptions::fields, and the
// usual ones of all other fields.  docs/formats/json.md lists them.
class FieldNames {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  enum class Case { exact, ignored };

  // Throws Error{invalid_argument} where ReadOptions::fields has a key that is no field.
  explicit FieldNames(const ReadOptions& options, Case letters = Case::exact);

  std::size_t size() const noexcept { return names_.size(); }
  // The number of a name; `none` for one that means no field.
  std::size_t find(std::string_view name) const;
  const std::string& name(std::size_t number) const noexcept { return names_[number].name; }
  bool is_text(std::size_t number) const;
  bool is_title(std::size_t number) const;
  // True where `name` is the name of that number, or an object around what it names.
  bool leads_to(std::string_view name, std::size_t number) const;
  // How many objects are around a value, at most, that a name may mean.
  std::size_t levels() const noexcept { return levels_; }

  // Remembers that the source has this name, for `add_missing`.
  void note(std::string_view name);
  // A problem for each name of ReadOptions::fields that the source `id` turned out not to have.
  void add_missing(const std::string& id, std::vector<Problem>& problems) const;

 private:
  friend class FieldValues;

  struct Name {
    std::string Article::*field = nullptr;
    std::string name = {};
    bool mapped = false;
    bool seen = false;
  };

  Case letters_;
  std::vector<Name> names_;  // Of one field side by side, the preferred one first.
  std::vector<std::string> occurring_;
  bool has_mapped_ = false;
  std::size_t levels_ = 1;
};

// The values of one record that are fields.
class FieldValues {
 public:
  // `names` must outlive it.
  explicit FieldValues(const FieldNames& names) : names_(names), values_(names.size()) {}

  void clear();
  // The value of a name; several are joined by a comma.
  void add(std::size_t number, std::string value);
  void set(std::size_t number, std::string value) { values_[number] = std::move(value); }
  // Drops what was added under `name`, and for an object under the names within it.
  void forget(std::string_view name);

  // Sets the fields of `article`, each from the first of its names that has a value, and makes
  // facets of the values that remain.  Titles become one line, languages codes, dates ISO 8601; a
  // date that can't be read stays findable as a facet.  Returns the number of the text's name.
  std::size_t fill(Article& article);

 private:
  const FieldNames& names_;
  std::vector<std::string> values_;  // By the number of the name.
};

// True for an article that has a text or a title.
bool has_content(const Article& article);

}  // namespace pilcrow
