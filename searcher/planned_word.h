// SPDX-License-Identifier: GPL-2.0-or-later
// A word of a query, and all that stands for it; and what is remembered of words.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace pilcrow {

// A word of the index that counts for a word of the query when the best passages are ranked anew.
struct WordForm {
  std::string word = {};  // Folded.
  double coverage = 1;    // How much of an occurrence it counts: how alike the two look.
  bool same_term = true;  // Another form of the word, not only one that looks like it.
  bool own_term = false;  // One that the word's own terms find, not what else stands for it.
};

// What else stands for a word of the query, at less weight.
struct WordVariant {
  std::vector<std::string> words = {};  // Folded; several make one name.
  // The terms of each of these words; a passage must have one of each.
  std::vector<std::vector<std::string>> terms = {};
  double weight = 1;
  std::string why = {};  // "romanised key", for explanations.
};

// Remembered ones are many queries'.
using SharedVariant = std::shared_ptr<const WordVariant>;

// A term of words that look like a word of the query which the index hardly has.
struct LookAlikeTerm {
  std::string term = {};
  double coverage = 0;
};

struct PlannedWord {
  std::string word = {};                // Folded.
  std::vector<std::string> terms = {};  // Its stems in the languages of the index.
  double frequency = 0;                 // How many passages have these, as common_frequency says.
  bool is_stop_word = false;            // Nearly everywhere: is_mostly_stop_word.
  std::size_t place = 0;                // Among all words of the query.
  double factor = 1;                    // Less for words that tell little, such as "which".
  bool is_there = true;                 // The index has it so, if only in furniture.
  std::vector<SharedVariant> variants = {};
  std::vector<LookAlikeTerm> look_alikes = {};
  std::vector<WordForm> forms = {};  // For ranking anew.
  std::string suggestion = {};       // What was probably meant by a word that is nowhere.

  // The word as it was typed.  One that the index does not have covers nothing: what has its hash
  // are other words.
  WordForm own_form() const { return {word, is_there ? 1.0 : 0.0, true, true}; }
};

// What was probably meant by a word.
struct Correction {
  std::string word = {};
  // It is near, begins with the same letter, and nothing else is as near or more frequent.
  bool is_clear = false;
};

// What words mean in one state of an index, by how they are spelled; some 10 MB at most.  It is
// filled by who finds out.
struct WordMemory {
  std::unordered_map<std::string, std::vector<PlannedWord>> words = {};  // By plan_words.
  std::unordered_map<std::string, std::vector<SharedVariant>> spellings = {};
  std::unordered_map<std::string, std::optional<Correction>> corrections = {};
};

}  // namespace pilcrow
