// SPDX-License-Identifier: GPL-2.0-or-later
// The trees of queries in one line.
#pragma once

#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query.h"

namespace pilcrow {

inline std::string list_of(const std::vector<Node>& nodes, const char* between);

inline std::string leaf_text(const Node& node) {
  switch (node.kind) {
    case NodeKind::phrase:
      return '"' + node.text + '"';
    case NodeKind::window:
      return '"' + node.text + "\"~" + std::to_string(node.distance);
    case NodeKind::wildcard:
      return "wild(" + node.text + ')';
    case NodeKind::fuzzy:
      return node.text + '~' + std::to_string(node.edits);
    case NodeKind::fact:
      return '{' + node.field + '=' + node.text + '}';
    default:
      return node.text;
  }
}

// A tree in one line: groups in brackets, alternatives with |, what is required with +.
inline std::string tree_of(const Node& node) {
  std::ostringstream out;
  if (node.distance > 0 && node.kind != NodeKind::window) {
    out << (node.apart ? '!' : '~') << node.distance << ' ';
  }
  out << (node.role == ClauseRole::required ? "+" : node.role == ClauseRole::excluded ? "-" : "");
  switch (node.kind) {
    case NodeKind::group:
      out << '[' << list_of(node.members, node.alternatives ? " | " : " ") << ']';
      break;
    case NodeKind::within_article:
      out << "article[" << list_of(node.members, " ") << ']';
      break;
    case NodeKind::near:
      out << '<' << list_of(node.members, " ") << '>';
      break;
    default:
      out << (node.in_title ? "title:" : "") << leaf_text(node);
  }
  if (node.boost != 1) {
    out << '^' << node.boost;
  }
  return out.str();
}

inline std::string list_of(const std::vector<Node>& nodes, const char* between) {
  std::string text;
  for (const Node& node : nodes) {
    text += (text.empty() ? "" : between) + tree_of(node);
  }
  return text;
}

inline ParsedQuery parse(std::string_view query, bool match_all = false) {
  return parse_query(query, match_all, [](const std::string& name) { return name == "topic"; });
}

inline std::string tree(std::string_view query, bool match_all = false) {
  return list_of(parse(query, match_all).root.members, " ");
}

inline std::vector<std::string> notes(std::string_view query) {
  std::vector<std::string> texts;
  for (const QueryNote& note : parse(query).notes) {
    texts.push_back(note.text);
  }
  return texts;
}

struct TreeRow {
  const char* query;
  const char* tree;
};

template <std::size_t size>
void expect_trees(const TreeRow (&rows)[size]) {
  for (const TreeRow& row : rows) {
    EXPECT_EQ(tree(row.query), row.tree) << row.query;
  }
}

}  // namespace pilcrow
