// SPDX-License-Identifier: GPL-2.0-or-later
// What the parser asks of the nodes that it makes, and what it makes of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query.h"

namespace pilcrow {

// What is asked for so exactly that a passage without it is no answer, unless OR says otherwise.
bool is_demanded(const Node& node);

// Whether it has places in a text, as the operands of NEAR must.
bool has_places(const Node& node);

void ask_of_title(Node& node);

// Where a phrase has five words or more, or three plain words stand beside, makes phrases that are
// required only by their quotation marks plain words, and notes each; false where there is nothing
// to do.
bool relax_phrases(ParsedQuery& parsed);

// Makes a node required that is demanded and says nothing of its role.
void require_if_demanded(Node& node);

// Where everything is left out by a "-", words are asked for instead, and a note says so.
void ask_for_what_is_left_out(ParsedQuery& parsed);

// Clears the spans of a node and all below.
void forget_places(Node& node);

// Makes optional members required, but for alternatives.
void require_all_words(Node& node);

// The node, or a group of several as alternatives.
Node one_of(std::vector<Node> nodes);

// A group of nothing but a group becomes that.
void unwrap(Node& group);

// The node, unless it is a phrase or a group of nothing.
std::vector<Node> keep(Node node);

// A name in front of a colon that is no field, and what follows.
std::vector<Node> as_words(const std::string& name, Node node);

// The nodes without members, itself or below.
std::vector<const Node*> leaves_of(const Node& node);

// Makes each leaf a fact of this name.
void make_facts(Node& node, const std::string& field);

// How many letters and digits a pattern has.
std::size_t literals_of(std::string_view pattern);

}  // namespace pilcrow
