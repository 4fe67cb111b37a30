// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_nodes.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

#include "analysis/utf8_decoder.h"
#include "searcher/query_characters.h"

namespace pilcrow {

namespace {

bool is_filter_node(const Node& node) {
  if (node.kind == NodeKind::group) {
    return !node.members.empty() &&
           std::all_of(node.members.begin(), node.members.end(), is_filter_node);
  }
  return node.kind == NodeKind::fact;
}

void collect_leaves(const Node& node, std::vector<const Node*>& leaves) {
  if (node.members.empty()) {
    leaves.push_back(&node);
  }
  for (const Node& member : node.members) {
    collect_leaves(member, leaves);
  }
}

// Punctuation beyond ASCII stands in few blocks.
bool is_letter(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (c < 0xC0) {
    return within('a', 'z') || within('A', 'Z') || within('0', '9');
  }
  return !within(0x2000, 0x206F) && !within(0x3000, 0x3020) && !within(0xFE10, 0xFE6F) &&
         !within(0xFF00, 0xFF0F) && !within(0xFF1A, 0xFF20);
}

}  // namespace

bool is_demanded(const Node& node) {
  return node.kind == NodeKind::phrase || node.kind == NodeKind::window ||
         node.kind == NodeKind::near || node.kind == NodeKind::within_article || node.in_title ||
         is_filter_node(node);
}

bool has_places(const Node& node) {
  switch (node.kind) {
    case NodeKind::words:
    case NodeKind::phrase:
    case NodeKind::wildcard:
    case NodeKind::fuzzy:
      return true;
    case NodeKind::group:
      return std::all_of(node.members.begin(), node.members.end(), has_places);
    default:
      return false;
  }
}

void require_if_demanded(Node& node) {
  if (node.role == ClauseRole::optional && is_demanded(node)) {
    node.role = ClauseRole::required;
    node.quoted = node.kind == NodeKind::phrase && !node.in_title;
  }
}

void ask_for_what_is_left_out(ParsedQuery& parsed) {
  std::vector<Node>& members = parsed.root.members;
  const bool asks =
      !parsed.kinds.empty() || std::any_of(members.begin(), members.end(), [](const Node& member) {
        return member.role != ClauseRole::excluded || !member.marked;
      });
  const auto first = std::find_if_not(members.begin(), members.end(), is_filter_node);
  if (asks || first == members.end()) {
    return;
  }
  parsed.notes.push_back(
      {"the query only says what to leave out; searched for that instead", first->span});
  for (Node& member : members) {
    if (!is_filter_node(member)) {
      member.role = ClauseRole::optional;
      require_if_demanded(member);
    }
  }
}

void ask_of_title(Node& node) {
  node.in_title = true;
  for (Node& member : node.members) {
    ask_of_title(member);
  }
}

void require_all_words(Node& node) {
  for (Node& member : node.members) {
    const bool optional = member.role == ClauseRole::optional;
    if (node.kind == NodeKind::group && !node.alternatives && optional) {
      member.role = ClauseRole::required;
    }
    if (member.role != ClauseRole::excluded && member.kind != NodeKind::near) {
      require_all_words(member);
    }
  }
}

Node one_of(std::vector<Node> nodes) {
  if (nodes.size() == 1) {
    return std::move(nodes.front());
  }
  const Span span{nodes.front().span.begin, nodes.back().span.end};
  return {.kind = NodeKind::group, .alternatives = true, .members = std::move(nodes), .span = span};
}

void unwrap(Node& group) {
  if (group.members.size() == 1 && group.members.front().kind == NodeKind::group &&
      group.members.front().role != ClauseRole::excluded) {
    Node inner = std::move(group.members.front());
    inner.role = group.role;
    inner.span = group.span;
    group = std::move(inner);
  }
}

std::vector<Node> keep(Node node) {
  const bool is_group = node.kind == NodeKind::group || node.kind == NodeKind::within_article;
  if (is_group ? node.members.empty() : node.text.empty()) {
    return {};
  }
  std::vector<Node> nodes;
  nodes.push_back(std::move(node));
  return nodes;
}

std::vector<Node> as_words(const std::string& name, Node node) {
  if (node.kind == NodeKind::words) {
    node.text.insert(0, name + ':');
    return keep(std::move(node));
  }
  std::vector<Node> nodes = keep(std::move(node));
  const std::size_t begin = nodes.empty() ? 0 : nodes.front().span.begin;
  nodes.insert(nodes.begin(), Node{.text = name, .span = {begin, begin}});
  return nodes;
}

std::vector<const Node*> leaves_of(const Node& node) {
  std::vector<const Node*> leaves;
  collect_leaves(node, leaves);
  return leaves;
}

void make_facts(Node& node, const std::string& field) {
  if (node.members.empty() && node.kind != NodeKind::fact) {
    node.kind = NodeKind::fact;
    node.field = field;
  } else if (node.kind == NodeKind::near) {
    node.kind = NodeKind::group;
  }
  for (Node& member : node.members) {
    make_facts(member, field);
  }
}

std::size_t literals_of(std::string_view pattern) {
  std::size_t literals = 0;
  for (std::size_t at = 0; at < pattern.size();) {
    const DecodedCharacter decoded = decode_utf8(pattern, at);
    literals += is_letter(decoded.character) ? 1 : 0;
    at = decoded.end;
  }
  return literals;
}

void forget_places(Node& node) {
  node.span = {};
  std::for_each(node.members.begin(), node.members.end(), forget_places);
}

bool relax_phrases(ParsedQuery& parsed) {
  constexpr std::ptrdiff_t plain_words_min = 3;
  constexpr std::size_t quoted_words_min = 5;  // What people paste, not what they remember.
  const std::vector<Node>& members = parsed.root.members;
  const auto plain_words = std::count_if(members.begin(), members.end(), [](const Node& member) {
    return member.kind == NodeKind::words && member.role == ClauseRole::optional;
  });
  const bool is_sentence = std::any_of(members.begin(), members.end(), [](const Node& member) {
    return member.quoted && words_about(member.text) >= quoted_words_min;
  });
  if (plain_words < plain_words_min && !is_sentence) {
    return false;
  }
  const std::size_t notes = parsed.notes.size();
  const std::function<void(Node&)> relax = [&](Node& node) {
    if (node.quoted) {
      node.quoted = false;
      node.kind = NodeKind::words;
      node.role = ClauseRole::optional;
      parsed.notes.push_back(
          {"no passage has this phrase and all else; searched as words (+\"...\" requires it)",
           node.span});
    }
    std::for_each(node.members.begin(), node.members.end(), relax);
  };
  relax(parsed.root);
  return parsed.notes.size() > notes;
}

}  // namespace pilcrow
