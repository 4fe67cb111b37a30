// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_content.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace pilcrow {
namespace {

using Hint = HtmlHint;

constexpr double score_bytes_min = 25;

bool is_list_part(HtmlTag tag) {
  return tag == HtmlTag::ul || tag == HtmlTag::ol || tag == HtmlTag::li || tag == HtmlTag::dl ||
         tag == HtmlTag::blockquote || tag == HtmlTag::tr || tag == HtmlTag::tbody ||
         tag == HtmlTag::table || tag == HtmlTag::pre || tag == HtmlTag::p;
}

class ContentFinder {
 public:
  ContentFinder(const HtmlDocument& document, const HtmlRegions& regions,
                std::optional<std::size_t> title)
      : document_(document),
        regions_(regions),
        title_(title),
        scope_(scope_of(title)),
        scores_(document.nodes.size()) {}

  std::vector<std::size_t> find(const std::vector<char>& declared) {
    if (!declared.empty()) {
      return {holder_of(declared)};
    }
    if (regions_.sums(0).text == 0) {
      return {};
    }
    std::vector<std::size_t> scored = climbed(best_scored());
    std::size_t found = 0;
    for (const std::size_t root : scored) {
      found += prose(root);
    }
    for (const std::size_t scope : {scope_, std::size_t{0}}) {
      if (std::vector<std::size_t> named = named_content(scope, found); !named.empty()) {
        return named;
      }
    }
    if (std::vector<std::size_t> many = many_articles(); !many.empty()) {
      return many;
    }
    return scored;
  }

 private:
  std::size_t prose(std::size_t node) const { return regions_.sums(node).prose; }

  bool is_article(std::size_t node) const {
    return document_.nodes[node].tag == HtmlTag::article ||
           (regions_.hints(node) & Hint::article) != 0;
  }

  // Whether an article is only the head of what follows it: paragraphs side by side, and far more.
  bool is_beginning(std::size_t article) const {
    constexpr std::size_t paragraphs_min = 4;
    constexpr std::size_t share = 2;
    std::size_t parent = 0;
    std::size_t count = 0;
    std::size_t bytes = 0;
    for (std::size_t i = document_.nodes[article].last_block; i < document_.pieces.size(); ++i) {
      const HtmlPiece& piece = document_.pieces[i];
      if (!regions_.is_usable(i) || !is_prose(piece)) {
        continue;
      }
      if (const std::size_t own = document_.nodes[piece.node].parent; own != parent) {
        parent = own;
        count = 0;
        bytes = 0;
      }
      bytes += piece.text.size();
      if (++count >= paragraphs_min && bytes > share * prose(article)) {
        return !is_in_article(parent);
      }
    }
    return false;
  }

  bool is_in_article(std::size_t node) const {
    while (node != 0 && !is_article(node)) {
      node = document_.nodes[node].parent;
    }
    return node != 0;
  }

  // The article that the title stands in, where there is text in it; else the whole page.
  std::size_t scope_of(std::optional<std::size_t> title) const {
    constexpr std::size_t prose_bytes_min = 200;
    constexpr std::size_t share = 12;  // At least a twelfth of all.
    std::size_t node = title ? document_.pieces[*title].node : 0;
    while (node != 0) {
      const HtmlTag tag = document_.nodes[node].tag;
      if ((is_article(node) || tag == HtmlTag::main) && prose(node) >= prose_bytes_min &&
          prose(node) * share >= prose(0) && !is_beginning(node)) {
        break;
      }
      node = document_.nodes[node].parent;
    }
    return node;
  }

  // The innermost element around all declared pieces.
  std::size_t holder_of(const std::vector<char>& declared) const {
    const auto first =
        static_cast<std::size_t>(std::find(declared.begin(), declared.end(), 1) - declared.begin());
    const auto last = declared.size() - 1 -
                      static_cast<std::size_t>(std::find(declared.rbegin(), declared.rend(), 1) -
                                               declared.rbegin());
    std::size_t node = document_.pieces[first].node;
    while (node != 0 && !document_.is_within(document_.pieces[last].node, node)) {
      node = document_.nodes[node].parent;
    }
    return node;
  }

  // The element whose paragraphs stand next to each other: the first one around a piece that holds
  // others too.
  std::size_t container_of(std::size_t piece) const {
    constexpr int levels_max = 64;
    std::size_t node = document_.pieces[piece].node;
    for (int level = 0; node != 0 && level < levels_max; ++level) {
      const HtmlNode& element = document_.nodes[node];
      const bool is_whole = is_article(node) || element.tag == HtmlTag::main ||
                            (regions_.hints(node) & Hint::content) != 0;
      if (is_whole || (is_block(element.tag) && !is_list_part(element.tag) &&
                       element.last_block - element.first_block > 1)) {
        break;
      }
      node = element.parent;
    }
    return node;
  }

  void score(std::size_t piece) {
    constexpr double length_score_max = 3;
    constexpr int levels = 5;
    const std::string& text = document_.pieces[piece].text;
    const auto commas = static_cast<double>(std::count(text.begin(), text.end(), ','));
    const auto size = static_cast<double>(text.size());
    // What follows a link that is a block is rather what the link leads to.
    constexpr double teaser_share = 0.25;
    const bool is_teaser = title_ && piece > 0 && document_.pieces[piece - 1].text.size() > 12 &&
                           is_link(document_.pieces[piece - 1]);
    const double points =
        (1 + commas + std::min(size / 100, length_score_max)) * (is_teaser ? teaser_share : 1);
    std::size_t node = container_of(piece);
    for (int level = 0; level < levels; ++level) {
      scores_[node] += points / (level == 0 ? 1 : level == 1 ? 2 : 3 * level);
      if (node == 0) {
        return;
      }
      node = document_.nodes[node].parent;
    }
  }

  double weight(std::size_t node) const {
    constexpr double named = 50;
    constexpr double likely = 25;
    const Hint::Set hints = regions_.hints(node);
    const HtmlTag tag = document_.nodes[node].tag;
    return (hints & Hint::content) != 0                      ? named
           : (hints & (Hint::positive | Hint::article)) != 0 ? likely
           : tag == HtmlTag::article || tag == HtmlTag::main ? likely
                                                             : 0;
  }

  // The text of an article follows its title.
  bool follows_title(std::size_t node) const {
    const HtmlNode& element = document_.nodes[node];
    return title_ && element.last_block > *title_ &&
           (element.first_block <= *title_ ||
            regions_.sums(*title_ + 1, element.first_block).prose == 0);
  }

  std::size_t best_scored() {
    constexpr double title_weight = 1.4;
    const HtmlNode& scope = document_.nodes[scope_];
    for (std::size_t i = scope.first_block; i < scope.last_block; ++i) {
      const HtmlPiece& piece = document_.pieces[i];
      if (regions_.is_usable(i) && static_cast<double>(piece.text.size()) >= score_bytes_min &&
          piece.link_bytes * 2 < piece.text.size()) {
        score(i);
      }
    }
    std::size_t best = scope_;
    double best_score = 0;
    for (std::size_t node = scope_; node < scope.end; ++node) {
      if (scores_[node] > 0) {
        const double score = (scores_[node] + weight(node)) *
                             (1 - regions_.sums(node).link_density()) *
                             (follows_title(node) ? title_weight : 1);
        if (score > best_score) {
          best = node;
          best_score = score;
        }
      }
    }
    return best;
  }

  // Articles in sections: goes up, and takes in what is around and reads like more of the same.
  std::vector<std::size_t> climbed(std::size_t best) const {
    constexpr std::size_t gain_bytes_min = 200;
    std::vector<std::size_t> roots = {best};
    std::size_t inside = prose(best);
    for (std::size_t node = best; node != scope_;) {
      const std::size_t path = node;
      node = document_.nodes[node].parent;
      std::vector<std::size_t> alike;
      std::size_t gain = 0;
      for (std::size_t child = node + 1; child < document_.nodes[node].end;
           child = document_.nodes[child].end) {
        if (child == path) {
          alike.insert(alike.end(), roots.begin(), roots.end());
        } else if (is_alike(child)) {
          alike.push_back(child);
          gain += prose(child);
        }
      }
      if (gain >= gain_bytes_min && gain * 10 >= inside) {
        roots = std::move(alike);
        inside += gain;
      }
    }
    return roots;
  }

  // Another article's title, which leads there.
  bool begins_as_card(std::size_t node) const {
    const HtmlNode& element = document_.nodes[node];
    if (element.first_block == element.last_block) {
      return false;
    }
    return is_link(document_.pieces[element.first_block]);
  }

  bool is_alike(std::size_t node) const {
    constexpr double few_links = 0.15;
    const RegionSums sums = regions_.sums(node);
    const HtmlTag tag = document_.nodes[node].tag;
    const HtmlNode& element = document_.nodes[node];
    const bool is_elsewhere = title_ && (element.last_block <= *title_ || begins_as_card(node));
    return !is_elsewhere && regions_.noise(node) == ParagraphKind::body &&
           sums.link_density() < few_links &&
           (sums.prose * 2 > sums.text || (is_heading(tag) && sums.links == 0));
  }

  // Elements within `scope` called content, where they hold most of what was found without their
  // names.
  std::vector<std::size_t> named_content(std::size_t scope, std::size_t scored) const {
    std::vector<std::size_t> found;
    std::size_t end = 0;
    std::size_t largest = 0;
    for (std::size_t node = scope; node < document_.nodes[scope].end; ++node) {
      if ((regions_.hints(node) & Hint::content) == 0 ||
          regions_.noise(node) != ParagraphKind::body || regions_.sums(node).text == 0) {
        continue;
      }
      // A narrower one that holds nearly all of it is the better one.
      const bool is_within = node < end;
      if (is_within && prose(node) * 10 < prose(found.back()) * 8) {
        continue;
      }
      if (is_within) {
        found.pop_back();
      }
      found.push_back(node);
      end = document_.nodes[node].end;
      largest = std::max(largest, prose(node));
    }
    std::erase_if(found, [&](std::size_t node) { return prose(node) * 10 < largest; });
    std::size_t total = 0;
    for (const std::size_t node : found) {
      total += prose(node);
    }
    return total * 2 > scored ? found : std::vector<std::size_t>();
  }

  // A page of several articles, none of which is most of it.
  std::vector<std::size_t> many_articles() const {
    constexpr std::size_t prose_min = 300;
    constexpr std::size_t articles_min = 3;
    std::vector<std::size_t> found;
    std::size_t end = 0;
    std::size_t total = 0;
    std::size_t largest = 0;
    for (std::size_t node = 0; node < document_.nodes.size(); ++node) {
      if (node >= end && is_article(node) && regions_.noise(node) == ParagraphKind::body &&
          prose(node) >= prose_min) {
        found.push_back(node);
        end = document_.nodes[node].end;
        total += prose(node);
        largest = std::max(largest, prose(node));
      }
    }
    const bool is_list =
        found.size() >= articles_min && largest * 2 < total && total * 2 > regions_.sums(0).prose;
    return is_list && !is_article(scope_) ? found : std::vector<std::size_t>();
  }

  const HtmlDocument& document_;
  const HtmlRegions& regions_;
  const std::optional<std::size_t> title_;
  const std::size_t scope_;
  std::vector<double> scores_;
};

// Without white space, punctuation of ASCII, and markup's differences.
std::string squeezed(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    const bool is_upper = byte >= 'A' && byte <= 'Z';
    if ((byte & 0x80) != 0 || is_upper || (byte >= 'a' && byte <= 'z') ||
        (byte >= '0' && byte <= '9')) {
      result += is_upper ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
  }
  return result;
}

}  // namespace

std::vector<std::size_t> find_html_content(const HtmlDocument& document, const HtmlRegions& regions,
                                           const std::vector<char>& declared,
                                           std::optional<std::size_t> title) {
  return ContentFinder(document, regions, title).find(declared);
}

std::vector<char> find_declared_pieces(const HtmlDocument& document, const HtmlRegions& regions,
                                       std::string_view declared_body) {
  constexpr std::size_t body_bytes_min = 200;
  constexpr std::size_t window = 12;
  constexpr std::size_t paragraph_bytes_min = 48;
  const std::string body = squeezed(declared_body);
  const bool is_cut = declared_body.ends_with("...") || declared_body.ends_with("…");
  if (body.size() < body_bytes_min || is_cut) {
    return {};
  }
  std::unordered_set<std::string_view> windows;
  for (std::size_t i = 0; i + window <= body.size(); ++i) {
    windows.insert(std::string_view(body).substr(i, window));
  }
  std::vector<char> declared(document.pieces.size());
  std::size_t covered = 0;
  for (std::size_t i = 0; i < declared.size(); ++i) {
    const std::string text = squeezed(document.pieces[i].text);
    if (!regions.is_usable(i) || text.size() < window) {
      continue;
    }
    std::size_t looked_at = 0;
    std::size_t hits = 0;
    for (std::size_t at = 0; at + window <= text.size(); at += window) {
      ++looked_at;
      hits += windows.count(std::string_view(text).substr(at, window));
    }
    const bool is_known = hits * 3 >= looked_at * 2;
    declared[i] = !is_known ? 0 : text.size() < paragraph_bytes_min ? 2 : 1;
    covered += is_known ? text.size() : 0;
  }
  const bool is_text = covered * 3 >= body.size() * 2 && covered * 2 <= body.size() * 3;
  return is_text && std::find(declared.begin(), declared.end(), 1) != declared.end()
             ? declared
             : std::vector<char>();
}

}  // namespace pilcrow
