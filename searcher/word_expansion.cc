// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_expansion.h"

#include <algorithm>
#include <string_view>

#include "analysis/character_grams.h"
#include "analysis/folding.h"
#include "analysis/names/name_keys.h"
#include "searcher/remembered.h"
#include "searcher/spelling.h"

namespace pilcrow {
namespace {

constexpr std::size_t expanded_words_max = 32;
constexpr std::size_t joined_words_max = 3;
constexpr std::size_t variants_max = 32;

constexpr double name_weight = 0.5;
constexpr double alias_weight = 0.5;

// A word that this few passages hold may be a rare form, a compound or a slip: passages with words
// that look like it are found too.
constexpr double rare_frequency = 2;

bool share_a_term(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& term) {
    return std::find(b.begin(), b.end(), term) != b.end();
  });
}

// Each term stands for a word only once, so of a spelling that is one word only the new ones count.
SharedVariant with_new_terms(const PlannedWord& word, SharedVariant variant) {
  const auto is_held = [&](const std::string& term) {
    const auto holds = [&](const std::vector<std::string>& terms) {
      return std::find(terms.begin(), terms.end(), term) != terms.end();
    };
    return holds(word.terms) ||
           std::any_of(word.variants.begin(), word.variants.end(), [&](const SharedVariant& other) {
             return other->terms.size() == 1 && holds(other->terms.front());
           });
  };
  const std::vector<std::string>& terms = variant->terms.front();
  if (variant->terms.size() > 1 || std::none_of(terms.begin(), terms.end(), is_held)) {
    return variant;
  }
  WordVariant rest = *variant;
  std::erase_if(rest.terms.front(), is_held);
  return std::make_shared<const WordVariant>(std::move(rest));
}

void add_variant(PlannedWord& word, SharedVariant variant) {
  variant = with_new_terms(word, std::move(variant));
  const bool is_known =
      std::any_of(word.variants.begin(), word.variants.end(),
                  [&](const SharedVariant& other) { return other->terms == variant->terms; });
  if (!is_known && !variant->terms.front().empty() && word.variants.size() < variants_max) {
    word.variants.push_back(std::move(variant));
  }
}

void add_variant(PlannedWord& word, WordVariant variant) {
  add_variant(word, std::make_shared<const WordVariant>(std::move(variant)));
}

}  // namespace

void WordExpander::expand(std::span<const ExpandedWord> run, std::size_t query_words) {
  const bool is_short = query_words <= expanded_words_max;
  for (std::size_t i = 0; i < run.size(); ++i) {
    PlannedWord& word = *run[i].word;
    word.forms.push_back({word.word, 1, true});
    if (!is_short || word.factor < 1) {
      continue;  // Question words are no names.
    }
    if (options_.names != Names::off) {
      add_name_variants(run[i]);
      add_names_from(run.subspan(i));
    }
  }
  for (const ExpandedWord& each : run) {
    if (is_short) {
      correct(*each.word);
      add_look_alikes(*each.word, each.required);
    }
    for (const SharedVariant& variant : each.word->variants) {
      for (const std::string& form : variant->words) {
        each.word->forms.push_back({form, variant->weight, true});
      }
    }
  }
}

// Names of several words, of which the first stands first.
void WordExpander::add_names_from(std::span<const ExpandedWord> run) const {
  const NameAliases& shipped = NameAliases::shipped();
  const std::size_t longest =
      std::max({joined_words_max, shipped.words_max(), aliases_.words_max()});
  std::string joined;
  std::string spaced;
  for (std::size_t size = 1; size <= std::min(longest, run.size()); ++size) {
    const std::string& last = run[size - 1].word->word;
    joined.append(last);
    spaced.append(size == 1 ? "" : " ").append(last);
    const std::span<const ExpandedWord> words = run.first(size);
    if (size <= joined_words_max) {
      if (size > 1) {
        add_spellings(joined, words);
      }
      add_parts_of_han_name(joined, words);
    }
    add_aliases(shipped.of(spaced), words);
    add_aliases(aliases_.of(spaced), words);
  }
}

// The words of the index that spell a name otherwise, likeliest first.
const std::vector<SharedVariant>& WordExpander::spellings(const std::string& name) const {
  constexpr std::size_t remembered_max = 8192;
  return remembered(index_.memory().spellings, name, remembered_max, [&] {
    std::vector<SharedVariant> found;
    for (NameSpelling& other : index_.vocabulary().spellings(name)) {
      found.push_back(std::make_shared<const WordVariant>(WordVariant{{std::move(other.word)},
                                                                      {std::move(other.terms)},
                                                                      name_weight * other.likeness,
                                                                      "romanised key"}));
    }
    return found;
  });
}

bool WordExpander::is_like_enough(const WordVariant& spelling) const {
  return options_.names != Names::exact || spelling.weight >= name_weight;
}

void WordExpander::add_spellings(const std::string& name,
                                 std::span<const ExpandedWord> words) const {
  for (const SharedVariant& variant : spellings(name)) {
    if (is_like_enough(*variant)) {
      for (const ExpandedWord& each : words) {
        add_variant(*each.word, variant);
      }
    }
  }
}

void WordExpander::add_name_variants(const ExpandedWord& word) const {
  const std::span<const ExpandedWord> itself(&word, 1);
  add_spellings(word.word->word, itself);
  // A name in a case is filed as it was written; its stem may be the name itself.
  for (const std::string& term : word.word->terms) {
    if (term != word.word->word) {
      add_spellings(term, itself);
    }
  }
}

// The terms of a word that is part of a name, and of its other spellings.  Not in Han, where any
// two words are spelled by the sounds of a name, those of the query first of all.
std::vector<std::string> WordExpander::terms_of_name(const std::string& word) const {
  std::vector<std::string> terms = index_.vocabulary().terms_of(word);
  for (const SharedVariant& other : spellings(word)) {
    if (is_like_enough(*other) && han_syllables(other->words.front()).empty()) {
      terms.insert(terms.end(), other->terms.front().begin(), other->terms.front().end());
    }
  }
  return terms;
}

// In other scripts a Chinese name is two words, the first of one syllable or two: 习近平, Xi
// Jinping.
void WordExpander::add_parts_of_han_name(const std::string& joined,
                                         std::span<const ExpandedWord> words) const {
  const std::vector<std::string> syllables = han_syllables(joined);
  for (std::size_t first = 1; first <= 2 && first < syllables.size(); ++first) {
    std::vector<std::string> parts(2);
    for (std::size_t i = 0; i < syllables.size(); ++i) {
      parts[i < first ? 0 : 1].append(syllables[i]);
    }
    add_name(std::move(parts), name_weight, "romanised key", words);
  }
}

// Another name for all of some words, where the index has it.
void WordExpander::add_name(std::vector<std::string> parts, double weight, const char* why,
                            std::span<const ExpandedWord> words) const {
  WordVariant variant{std::move(parts), {}, weight, why};
  const bool is_one = variant.words.size() == 1;
  for (const std::string& part : variant.words) {
    variant.terms.push_back(is_one ? index_.vocabulary().terms_of(part) : terms_of_name(part));
    if (variant.terms.back().empty()) {
      return;
    }
  }
  const SharedVariant shared = std::make_shared<const WordVariant>(std::move(variant));
  for (const ExpandedWord& each : words) {
    add_variant(*each.word, shared);
  }
}

void WordExpander::add_aliases(const std::vector<std::vector<std::string>>& aliases,
                               std::span<const ExpandedWord> words) const {
  for (const std::vector<std::string>& other : aliases) {
    add_name(other, alias_weight, "list of names", words);
    if (other.size() == 1) {
      add_spellings_of_alias(other.front(), words);
    }
  }
}

// A name of the list may be spelled otherwise in the index.  In the letters of the query, though,
// the rules have looked already, and better.
void WordExpander::add_spellings_of_alias(const std::string& alias,
                                          std::span<const ExpandedWord> words) const {
  for (const SharedVariant& spelling : spellings(alias)) {
    if (is_like_enough(*spelling) &&
        is_ascii(spelling->words.front()) != is_ascii(words.front().word->word)) {
      WordVariant other = *spelling;
      other.why = "list of names";
      other.weight *= alias_weight;
      for (const ExpandedWord& each : words) {
        add_variant(*each.word, other);
      }
    }
  }
}

// Words that look alike count when the best passages are ranked anew; of a rare word they find
// passages too, unless it is required.
void WordExpander::add_look_alikes(PlannedWord& word, bool required) const {
  if (!options_.look_alikes || word.factor < 1 || !is_long_enough_for_grams(word.word)) {
    return;
  }
  const bool finds = !required && word.variants.empty() && word.frequency <= rare_frequency;
  for (const LookAlike& other : index_.vocabulary().look_alikes(word.word)) {
    const bool is_form = share_a_term(other.terms, word.terms);
    if (other.word != word.word) {
      word.forms.push_back({other.word, other.coverage, is_form});
    }
    for (const std::string& term : other.terms) {
      const bool is_new =
          std::none_of(word.look_alikes.begin(), word.look_alikes.end(),
                       [&](const LookAlikeTerm& known) { return known.term == term; });
      if (finds && !is_form && is_new) {
        word.look_alikes.push_back({term, other.coverage});
      }
    }
  }
}

void WordExpander::correct(PlannedWord& word) {
  if (word.frequency > 0) {
    return;
  }
  const std::vector<std::string> terms = index_.vocabulary().terms_of(word.word);
  if (!terms.empty()) {
    // It is there in a language of its own, or with marks that tell words apart.
    add_variant(word, WordVariant{{word.word}, {terms}, 1, "with its marks"});
    return;
  }
  if (options_.spelling == Spelling::off || !word.variants.empty()) {
    return;
  }
  const std::optional<Correction> correction = correction_of(word.word, index_);
  if (!correction) {
    return;
  }
  if (options_.spelling == Spelling::suggest || !correction->is_clear) {
    word.suggestion = correction->word;
    return;
  }
  add_variant(
      word,
      WordVariant{
          {correction->word}, {index_.vocabulary().terms_of(correction->word)}, 1, "spelling"});
  notes_.push_back("\"" + word.word + "\" is nowhere in the index; searched for \"" +
                   correction->word + "\" instead");
}

}  // namespace pilcrow
