// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/reranker.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pilcrow {
namespace {

constexpr double look_alike_share = 0.6;
constexpr double pair_share = 0.2;
constexpr double window_share = 0.3;
constexpr double title_window_share = 0.15;
constexpr double repeated_share = 0.4;
constexpr double repeated_power = 8;
constexpr double stop_word_factor = 0.25;
constexpr std::uint32_t near_words = 4;
constexpr std::uint32_t window_words = 20;

using Positions = std::vector<std::uint32_t>;

double saturated(double places) {
  return 2 * places / (places + 1);
}

// Places where the second word stands so many words behind the first, or in front of it.
double count_following(const Positions& first, const Positions& second, std::int64_t distance) {
  double places = 0;
  for (const std::uint32_t position : first) {
    places +=
        std::binary_search(second.begin(), second.end(), std::int64_t{position} + distance) ? 1 : 0;
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

Reranker::Reranker(const QueryPlan& plan, const IndexReader& index)
    : mean_pivot_(length_pivot(index.passage_terms_mean())) {
  for (const RankedTerms& ranked : plan.ranked) {
    if (!ranked.forms.empty()) {
      add_word({&ranked.name, ranked.idf, ranked.idf * ranked.factor, ranked.place}, ranked.forms);
    }
  }
  ranked_words_ = words_.size();
  for (const StopWord& stop : plan.stop_words) {
    const double rarity = idf(index.passages(), std::min(stop.frequency, index.passages()));
    add_word({&stop.form.word, rarity, rarity * stop_word_factor, stop.place}, {&stop.form, 1});
  }
  std::stable_sort(meanings_.begin(), meanings_.end(),
                   [](const Meaning& a, const Meaning& b) { return a.hash < b.hash; });
  found_.title.of_word.resize(words_.size());
  found_.body.of_word.resize(words_.size());
}

void Reranker::add_word(const Word& word, std::span<const WordForm> forms) {
  const auto number = static_cast<std::uint16_t>(words_.size());
  words_.push_back(word);
  words_.back().repeats = std::any_of(words_.begin(), words_.end() - 1,
                                      [&](const Word& other) { return *other.name == *word.name; });
  idf_sum_ += word.idf;
  for (const WordForm& form : forms) {
    if (form.coverage > 0) {
      meanings_.push_back(
          {word_hash(form.word), number, form.same_term, form.own_term, form.coverage});
      has_meanings_.set(meanings_.back().hash);
    }
  }
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

void Reranker::Places::clear() {
  in_order.clear();
  for (Positions& positions : of_word) {
    positions.clear();
  }
}

void Reranker::start(const ForwardIndex& forward) const {
  found_.scale = CountScale(forward.length);
  found_.relative = mean_pivot_ / length_pivot(forward.length);
  found_.counted.assign(words_.size(), 0);
  found_.counts.assign(words_.size(), 0);
  found_.as_typed.assign(words_.size(), false);
  found_.title.clear();
  found_.body.clear();
}

const Reranker::Occurrences& Reranker::occurrences(const ForwardIndex& forward) const {
  start(forward);
  Occurrences& found = found_;
  const auto add = [&](const std::vector<WordHash>& words, std::uint32_t count, Places& places) {
    for (std::uint32_t position = 0; position < words.size(); ++position) {
      for (const Meaning& meaning : meanings(words[position])) {
        found.counts[meaning.word] += count * meaning.coverage;
        found.counted[meaning.word] += meaning.own_term ? count : 0;
        if (meaning.same_term) {
          places.of_word[meaning.word].push_back(position);
          places.in_order.emplace_back(position, meaning.word);
          found.as_typed[meaning.word] = found.as_typed[meaning.word] || meaning.coverage >= 1;
        }
      }
    }
  };
  add(forward.title, title_weight, found.title);
  add(forward.body, 1, found.body);
  for (double& count : found.counts) {
    count *= found.relative;
  }
  return found;
}

double Reranker::rounding(std::size_t word, const Occurrences& found) const {
  const std::uint32_t count = found.counted[word];
  if (word >= ranked_words_ || count == 0) {
    return 0;
  }
  const double stored = found.scale.count_of(found.scale.stored(count));
  return words_[word].weight * (term_frequency_part(found.relative * count) -
                                term_frequency_part(found.relative * stored));
}

double Reranker::look_alikes(std::size_t word, const Occurrences& found) const {
  return look_alike_share * words_[word].weight * term_frequency_part(found.counts[word]);
}

Reranker::PairCounts Reranker::count_pair(std::size_t first, const Places& places) const {
  const Positions& a = places.of_word[first];
  const Positions& b = places.of_word[first + 1];
  if (a.empty() || b.empty()) {
    return {};
  }
  const auto distance = static_cast<std::int64_t>(words_[first + 1].place) -
                        static_cast<std::int64_t>(words_[first].place);
  return {count_following(a, b, distance), count_near(a, b)};
}

double Reranker::pair(std::size_t first, const Occurrences& found) const {
  if (first + 1 >= ranked_words_) {
    return 0;
  }
  const PairCounts title = count_pair(first, found.title);
  const PairCounts body = count_pair(first, found.body);
  const double weight = (words_[first].weight + words_[first + 1].weight) / 2;
  return pair_share * weight *
         (saturated(title_weight * title.following + body.following) +
          saturated(title_weight * title.near + body.near));
}

double Reranker::window(const Places& found) const {
  const auto& places = found.in_order;
  const auto weight = [this](std::size_t word) {
    return words_[word].repeats ? 0 : words_[word].weight;
  };
  std::vector<std::size_t> inside(words_.size());
  double sum = 0;
  double best = 0;
  for (std::size_t first = 0, next = 0; next < places.size(); ++next) {
    sum += inside[places[next].second]++ == 0 ? weight(places[next].second) : 0;
    for (; places[first].first + window_words <= places[next].first; ++first) {
      sum -= --inside[places[first].second] == 0 ? weight(places[first].second) : 0;
    }
    best = std::max(best, sum);
  }
  return best;
}

double Reranker::repeated(const Occurrences& found) const {
  double sum = 0;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    sum += found.as_typed[word] ? words_[word].idf : 0;
  }
  const double share = idf_sum_ > 0 ? sum / idf_sum_ : 0;
  return repeated_share * idf_sum_ * std::pow(share, repeated_power);
}

double Reranker::bonus(const ForwardIndex& forward) const {
  const Occurrences& found = occurrences(forward);
  double sum = 0;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    sum += rounding(word, found) + look_alikes(word, found) + pair(word, found);
  }
  return sum + window_share * window(found.body) + title_window_share * window(found.title) +
         repeated(found);
}

std::string Reranker::describe_pair(std::size_t first, const Occurrences& found) const {
  const bool in_title = count_pair(first, found.title).any();
  const bool in_body = count_pair(first, found.body).any();
  return '"' + *words_[first].name + "\" near \"" + *words_[first + 1].name +
         "\", as in the query" +
         (!in_title ? ""
          : in_body ? ", also in the title"
                    : ", in the title");
}

std::vector<Explanation> Reranker::explain(const ForwardIndex& forward) const {
  const Occurrences& found = occurrences(forward);
  std::vector<Explanation> parts;
  const auto add = [&](double value, std::string description) {
    if (value != 0) {
      parts.push_back({value, std::move(description), {}});
    }
  };
  for (std::size_t word = 0; word < words_.size(); ++word) {
    const std::string& name = *words_[word].name;
    add(rounding(word, found), '"' + name + "\" by its exact count");
    add(look_alikes(word, found),
        '"' + name + (word < ranked_words_ ? "\" and words that look like it" : "\", a stop word"));
    if (const double value = pair(word, found); value != 0) {
      add(value, describe_pair(word, found));
    }
  }
  add(window_share * window(found.body), "words of the query close together");
  add(title_window_share * window(found.title), "words of the query in the title");
  add(repeated(found), "nearly all words of the query as they were typed");
  return parts;
}

}  // namespace pilcrow
