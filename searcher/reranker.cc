// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/reranker.h"

#include <algorithm>
#include <utility>

#include "store/stored_count.h"

namespace pilcrow {
namespace {

constexpr double look_alike_share = 0.7;
constexpr double proximity_share = 0.2;
constexpr std::uint32_t near_words = 4;
constexpr std::uint32_t window_words = 20;

using Positions = std::vector<std::uint32_t>;

double saturated(double places) {
  return 2 * places / (places + 1);
}

double count_following(const Positions& first, const Positions& second) {
  double places = 0;
  for (const std::uint32_t position : first) {
    places += std::binary_search(second.begin(), second.end(), position + 1) ? 1 : 0;
  }
  return places;
}

// Occurrences of the first word with the second one within four words on either side.
double count_near(const Positions& first, const Positions& second) {
  double places = 0;
  for (const std::uint32_t position : first) {
    const std::uint32_t begin = position < near_words ? 0 : position - near_words;
    auto other = std::lower_bound(second.begin(), second.end(), begin);
    // One word can be a form of both.
    other += other != second.end() && *other == position ? 1 : 0;
    places += other != second.end() && *other <= position + near_words ? 1 : 0;
  }
  return places;
}

}  // namespace

Reranker::Reranker(const std::vector<RankedTerms>& ranked, const IndexReader& index)
    : mean_pivot_(length_pivot(index.passage_terms_mean())) {
  for (const RankedTerms& terms : ranked) {
    if (terms.forms.empty()) {
      continue;
    }
    const bool repeats = std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
      return word.ranked->name == terms.name;
    });
    const auto number = static_cast<std::uint16_t>(words_.size());
    words_.push_back({&terms, terms.idf * terms.factor, repeats});
    for (const WordForm& form : terms.forms) {
      meanings_.push_back({word_hash(form.word), number, form.same_term, form.coverage});
      has_meanings_.set(meanings_.back().hash);
    }
  }
  std::stable_sort(meanings_.begin(), meanings_.end(),
                   [](const Meaning& a, const Meaning& b) { return a.hash < b.hash; });
}

std::span<const Reranker::Meaning> Reranker::meanings(WordHash hash) const {
  if (!has_meanings_[hash]) {
    return {};
  }
  const auto begin =
      std::lower_bound(meanings_.begin(), meanings_.end(), hash,
                       [](const Meaning& one, WordHash wanted) { return one.hash < wanted; });
  const auto end =
      std::find_if(begin, meanings_.end(), [hash](const Meaning& one) { return one.hash != hash; });
  return {begin, end};
}

Reranker::Occurrences Reranker::occurrences(const ForwardIndex& forward) const {
  Occurrences found{std::vector<double>(words_.size()), std::vector<Positions>(words_.size())};
  for (const WordHash hash : forward.title) {
    for (const Meaning& meaning : meanings(hash)) {
      found.counts[meaning.word] += title_weight * meaning.coverage;
    }
  }
  for (std::uint32_t position = 0; position < forward.body.size(); ++position) {
    for (const Meaning& meaning : meanings(forward.body[position])) {
      found.counts[meaning.word] += meaning.coverage;
      if (meaning.same_term) {
        found.positions[meaning.word].push_back(position);
      }
    }
  }
  const double relative = mean_pivot_ / length_pivot(forward.length);
  for (double& count : found.counts) {
    count *= relative;
  }
  return found;
}

double Reranker::look_alikes(std::size_t word, const Occurrences& found) const {
  return look_alike_share * words_[word].weight * term_frequency_part(found.counts[word]);
}

double Reranker::pair(std::size_t first, const Occurrences& found) const {
  const Positions& a = found.positions[first];
  const Positions& b = found.positions[first + 1];
  if (a.empty() || b.empty()) {
    return 0;
  }
  const double weight = (words_[first].weight + words_[first + 1].weight) / 2;
  return proximity_share * weight *
         (saturated(count_following(a, b)) + saturated(count_near(a, b)));
}

double Reranker::window(const Occurrences& found) const {
  std::vector<std::pair<std::uint32_t, std::size_t>> places;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    for (const std::uint32_t position : found.positions[word]) {
      if (!words_[word].repeats) {
        places.emplace_back(position, word);
      }
    }
  }
  std::sort(places.begin(), places.end());
  std::vector<std::size_t> inside(words_.size());
  double sum = 0;
  double best = 0;
  for (std::size_t first = 0, next = 0; next < places.size(); ++next) {
    sum += inside[places[next].second]++ == 0 ? words_[places[next].second].weight : 0;
    for (; places[first].first + window_words <= places[next].first; ++first) {
      sum -= --inside[places[first].second] == 0 ? words_[places[first].second].weight : 0;
    }
    best = std::max(best, sum);
  }
  return proximity_share * best;
}

double Reranker::bonus(const ForwardIndex& forward) const {
  const Occurrences found = occurrences(forward);
  double sum = 0;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    sum += look_alikes(word, found);
    sum += word + 1 < words_.size() ? pair(word, found) : 0;
  }
  return sum + window(found);
}

std::vector<Explanation> Reranker::explain(const ForwardIndex& forward) const {
  const Occurrences found = occurrences(forward);
  std::vector<Explanation> parts;
  const auto add = [&](double value, std::string description) {
    if (value > 0) {
      parts.push_back({value, std::move(description), {}});
    }
  };
  for (std::size_t word = 0; word < words_.size(); ++word) {
    const std::string& name = words_[word].ranked->name;
    add(look_alikes(word, found), '"' + name + "\" and words that look like it");
    if (word + 1 < words_.size()) {
      add(pair(word, found),
          '"' + name + "\" near \"" + words_[word + 1].ranked->name + "\", as in the query");
    }
  }
  add(window(found), "words of the query close together");
  return parts;
}

void explain_bonus(const Reranker& reranker, const IndexReader& index, DocumentId document,
                   Explanation& score) {
  for (Explanation& part : reranker.explain(index.forward(document))) {
    score.value += part.value;
    score.details.push_back(std::move(part));
  }
}

void rank_anew(std::vector<Found>& found, std::size_t most, const Reranker& reranker,
               const IndexReader& index) {
  const std::size_t ranked = std::min(most, found.size());
  for (Found& each : std::span(found).first(ranked)) {
    ForwardIndex forward =
        each.forward.empty() ? index.forward(each.document) : decode_forward_index(each.forward);
    each.score += reranker.bonus(forward);
    each.body = std::move(forward.body);
    each.ranked_anew = true;
  }
  std::stable_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(ranked),
                   [](const Found& a, const Found& b) { return a.score > b.score; });
}

}  // namespace pilcrow
