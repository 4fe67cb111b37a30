// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "analysis/character_grams.h"
#include "analysis/folding.h"
#include "analysis/names/name_keys.h"
#include "pilcrow/error.h"
#include "searcher/remembered.h"
#include "store/schema.h"

namespace pilcrow {
namespace {

constexpr std::size_t blocks_max = 4096;
constexpr std::size_t remembered_max = 8192;
constexpr std::size_t named_words_max = 80;
constexpr double look_alike_coverage_min = 0.4;
constexpr std::size_t look_alikes_max = 16;

using Numbers = std::vector<std::uint32_t>;

// One gram of the word that is looked for.
struct Gram {
  std::vector<Numbers> words = {};  // That have it, by segment.
  double weight = 0;                // Its share in the idf of all grams.
};

struct Lookalike {
  std::uint32_t number = 0;
  double coverage = 0;
};

// Adds a gram's words to the candidates, both sorted by number; words that are new only where
// `brings_new`.
std::vector<Lookalike> merged(const std::vector<Lookalike>& known, const Numbers& words,
                              double weight, bool brings_new) {
  std::vector<Lookalike> result;
  result.reserve(known.size() + (brings_new ? words.size() : 0));
  auto next = known.begin();
  for (const std::uint32_t number : words) {
    while (next != known.end() && next->number < number) {
      result.push_back(*next++);
    }
    if (next != known.end() && next->number == number) {
      result.push_back({number, next++->coverage + weight});
    } else if (brings_new) {
      result.push_back({number, weight});
    }
  }
  result.insert(result.end(), next, known.end());
  return result;
}

// The words of a segment with enough of the grams, of which the rarest stand first.  Once those
// that are left weigh less than `coverage_min`, they can only add to words that were met before: so
// the long lists of common grams bring no candidates.
std::vector<Lookalike> candidates(const std::vector<Gram>& grams, std::size_t segment,
                                  double coverage_min) {
  std::vector<Lookalike> found;
  double left = 1;
  for (const Gram& gram : grams) {
    found = merged(found, gram.words[segment], gram.weight, left >= coverage_min);
    left -= gram.weight;
    std::erase_if(found, [&](const Lookalike& candidate) {
      return candidate.coverage + left < coverage_min;
    });
  }
  return found;
}

void require_words(bool are_there) {
  if (!are_there) {
    throw Error(ErrorCode::corrupt,
                "read the vocabulary: a word is missing; the index is damaged, build it anew with "
                "--rebuild");
  }
}

// Most candidates are ordinary words in Latin letters, which their lengths tell apart sooner than
// their sounds.
bool are_too_unlike(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  return longer - shorter > std::max<std::size_t>(2, longer / 4) && is_ascii(a) && is_ascii(b);
}

}  // namespace

Vocabulary::Vocabulary(std::vector<Xapian::Database> databases, std::vector<bool> are_far)
    : databases_(std::move(databases)), are_far_(std::move(are_far)) {
  for (std::size_t part = 0; part < databases_.size(); ++part) {
    for (const VocabularySegment& stored :
         decode_segments(read(part, std::string(vocabulary_segments_key)))) {
      segments_.push_back({part, stored});
    }
  }
}

std::vector<std::string> Vocabulary::words_in_blocks(const Segment& segment) const {
  std::vector<std::string> words;
  for (std::uint32_t block = 0; words.size() < segment.stored.words; ++block) {
    const WordBlock next =
        decode_word_block(read(segment.part, vocabulary_block_key(segment.stored.id, block)));
    require_words(next.size() > 0);
    for (std::size_t i = 0; i < next.size(); ++i) {
      words.emplace_back(next[i]);
    }
  }
  return words;
}

// All that segments of an index have, sorted, from its list of words.
std::vector<std::string> Vocabulary::filed_words(std::size_t part) const {
  const std::string prefix(word_key_prefix);
  const auto end = databases_[part].metadata_keys_end(prefix);
  std::vector<std::string> words;
  for (auto key = databases_[part].metadata_keys_begin(prefix); key != end; ++key) {
    std::string word = (*key).substr(prefix.size());
    if (is_filed(word)) {
      words.push_back(std::move(word));
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

// The largest segment of an index, which stands first, has the words that no other one has.
std::vector<std::vector<std::string>> Vocabulary::words_by_segment() const {
  std::vector<std::vector<std::string>> by_segment(segments_.size());
  std::vector<std::string> others;
  for (std::size_t i = segments_.size(); i-- > 0;) {
    const Segment& segment = segments_[i];
    const bool is_largest = i == 0 || segments_[i - 1].part != segment.part;
    std::vector<std::string>& words = by_segment[i];
    if (is_largest && is_far(segment.part)) {
      const std::vector<std::string> all = filed_words(segment.part);
      std::sort(others.begin(), others.end());
      std::set_difference(all.begin(), all.end(), others.begin(), others.end(),
                          std::back_inserter(words));
    }
    if (words.size() != segment.stored.words) {
      words = words_in_blocks(segment);
    }
    others.insert(others.end(), words.begin(), words.end());
    if (is_largest) {
      others.clear();
    }
  }
  return by_segment;
}

// What share words have in the grams of all words can't be told from that in each index: it takes
// knowing which words are the same.
void Vocabulary::unite() const {
  if (!is_of_several() || !places_.empty()) {
    return;
  }
  const std::vector<std::vector<std::string>> by_segment = words_by_segment();
  for (const std::vector<std::string>& words : by_segment) {
    united_.insert(united_.end(), words.begin(), words.end());
  }
  std::sort(united_.begin(), united_.end());
  united_.erase(std::unique(united_.begin(), united_.end()), united_.end());
  for (const std::vector<std::string>& words : by_segment) {
    Numbers& places = places_.emplace_back();
    auto at = united_.begin();
    for (const std::string& word : words) {
      at = std::lower_bound(at, united_.end(), word);
      places.push_back(static_cast<std::uint32_t>(at - united_.begin()));
    }
  }
}

std::string_view Vocabulary::word(std::size_t segment, std::uint32_t number) const {
  const auto block = static_cast<std::uint32_t>(number / vocabulary_block_words);
  const std::uint64_t key = std::uint64_t{segment} << 32 | block;
  const Segment& read_from = segments_[segment];
  const WordBlock& words = remembered(blocks_, key, blocks_max, [&] {
    return decode_word_block(
        read(read_from.part, vocabulary_block_key(read_from.stored.id, block)));
  });
  const std::size_t place = number % vocabulary_block_words;
  require_words(place < words.size());
  return words[place];
}

// By segment; of several indexes all together.
std::vector<Vocabulary::Numbers> Vocabulary::words_with(std::string_view gram) const {
  std::vector<Numbers> lists;
  for (const Segment& segment : segments_) {
    lists.push_back(
        decode_word_numbers(read(segment.part, vocabulary_gram_key(segment.stored.id, gram))));
  }
  if (!is_of_several()) {
    return lists;
  }
  Numbers all;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    for (const std::uint32_t number : lists[i]) {
      require_words(number < places_[i].size());
      all.push_back(places_[i][number]);
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return {std::move(all)};
}

std::vector<RelatedWord> Vocabulary::related(std::string_view word, double coverage_min,
                                             std::size_t most) const {
  unite();
  auto words = static_cast<double>(united_.size());
  for (const Segment& segment : segments_) {
    words += is_of_several() ? 0 : segment.stored.words;
  }
  std::vector<Gram> grams;
  double sum = 0;
  for (const std::string& spelling : character_grams(word)) {
    Gram& gram = grams.emplace_back();
    gram.words = words_with(spelling);
    double frequency = 0;
    for (const Numbers& list : gram.words) {
      frequency += static_cast<double>(list.size());
    }
    gram.weight = std::log(1 + (words + 1) / (frequency + 1));
    sum += gram.weight;
  }
  for (Gram& gram : grams) {
    gram.weight /= sum;
  }
  std::sort(grams.begin(), grams.end(),
            [](const Gram& a, const Gram& b) { return a.weight > b.weight; });
  std::vector<RelatedWord> related;
  const std::size_t lists = grams.empty() ? 0 : grams.front().words.size();
  for (std::size_t i = 0; i < lists; ++i) {
    std::vector<Lookalike> found = candidates(grams, i, coverage_min);
    std::stable_sort(found.begin(), found.end(), [](const Lookalike& a, const Lookalike& b) {
      return a.coverage > b.coverage;
    });
    found.resize(std::min(found.size(), most));
    for (const Lookalike& candidate : found) {
      related.push_back({is_of_several() ? united_[candidate.number]
                                         : std::string(this->word(i, candidate.number)),
                         candidate.coverage});
    }
  }
  // Words that cover as much are in the order of their bytes, however the segments lie.
  std::sort(related.begin(), related.end(), [](const RelatedWord& a, const RelatedWord& b) {
    return a.coverage != b.coverage ? a.coverage > b.coverage : a.word < b.word;
  });
  related.resize(std::min(related.size(), most));
  return related;
}

// Adds the words that are filed under a skeleton, unless there are very many.
void Vocabulary::add_named(std::string_view skeleton, char script,
                           std::vector<std::string>& words) const {
  const std::size_t before = words.size();
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const Segment& segment = segments_[i];
    const std::string list =
        read(segment.part, vocabulary_name_key(segment.stored.id, script, skeleton));
    const bool are_many = count_word_numbers(list) > named_words_max;
    for (const std::uint32_t number : are_many ? Numbers() : decode_word_numbers(list)) {
      words.emplace_back(word(i, number));
    }
    const auto added = words.begin() + static_cast<std::ptrdiff_t>(before);
    std::sort(added, words.end());
    words.erase(std::unique(added, words.end()), words.end());
    if (are_many || words.size() - before > named_words_max) {
      words.resize(before);
      return;
    }
  }
}

std::vector<NameSpelling> Vocabulary::spellings(const std::string& name) const {
  std::vector<NameSpelling> found;
  const std::vector<NameForm> forms = name_forms(name);
  std::vector<std::string> candidates;
  for (const std::string& skeleton : skeletons(forms)) {
    for (const char script : {'l', 'c', 'o'}) {
      add_named(skeleton, script, candidates);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::erase(candidates, name);
  for (const std::string& other : candidates) {
    const double likeness = are_too_unlike(name, other)
                                ? 0
                                : name_likeness(forms, name_forms(other), name_likeness_min);
    if (likeness >= name_likeness_min) {
      found.push_back({other, likeness, terms_of(other)});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const NameSpelling& a, const NameSpelling& b) {
    return a.likeness > b.likeness;
  });
  return found;
}

const std::vector<LookAlike>& Vocabulary::look_alikes(const std::string& word) const {
  return remembered(look_alikes_, word, remembered_max, [&] { return find_look_alikes(word); });
}

std::vector<LookAlike> Vocabulary::find_look_alikes(const std::string& word) const {
  std::vector<LookAlike> found;
  for (RelatedWord& other : related(word, look_alike_coverage_min, look_alikes_max)) {
    std::vector<std::string> terms = terms_of(other.word);
    found.push_back({std::move(other.word), other.coverage, std::move(terms)});
  }
  return found;
}

std::vector<std::string> Vocabulary::terms_of(std::string_view word) const {
  std::vector<std::string> terms;
  for (std::size_t part = 0; part < databases_.size(); ++part) {
    for (std::string& term :
         split_terms(decode_word_terms(word, read(part, word_metadata_key(word))))) {
      if (std::find(terms.begin(), terms.end(), term) == terms.end()) {
        terms.push_back(std::move(term));
      }
    }
  }
  return terms;
}

std::vector<std::string> split_terms(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace pilcrow
