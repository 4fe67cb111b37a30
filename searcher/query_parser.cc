// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "corpus/utf8.h"
#include "pilcrow/error.h"
#include "searcher/fact_match.h"
#include "searcher/query.h"
#include "searcher/query_lexer.h"
#include "searcher/query_nodes.h"

namespace pilcrow {
namespace {

using enum QueryTokenKind;

// Recursive descent; tokens nest at most nesting_max deep.
class Parser {
 public:
  Parser(LexedQuery lexed, const FacetLookup& is_facet)
      : tokens_(std::move(lexed.tokens)), is_prose_(lexed.is_prose), is_facet_(is_facet) {
    parsed_.notes = std::move(lexed.notes);
  }

  ParsedQuery parse() {
    parse_list(parsed_.root);
    return std::move(parsed_);
  }

 private:
  // A part of a list, before the list says what an unsigned one is.
  struct Operand {
    std::vector<Node> nodes = {};  // Several: words of a field that is none.
    bool is_signed = false;
    bool is_plain = false;  // A group of mere words: its parentheses are punctuation.
  };

  bool at(QueryTokenKind kind) const { return next_ < tokens_.size() && is(next_, kind); }
  bool is(std::size_t index, QueryTokenKind kind) const { return tokens_[index].kind == kind; }

  bool operand_follows(std::size_t index) const {
    while (index < tokens_.size() && (is(index, op_and) || is(index, op_or))) {
      ++index;
    }
    return index < tokens_.size() && !is(index, close);
  }

  // An operator with something on both sides; of several in a row the first counts.
  bool take_binary(QueryTokenKind kind) {
    if (!at(kind) || !operand_follows(next_ + 1)) {
      return false;
    }
    while (at(op_and) || at(op_or)) {
      ++next_;
    }
    ++operators_;
    return true;
  }

  void note(std::string text, Span span) { parsed_.notes.push_back({std::move(text), span}); }

  void parse_list(Node& group) {
    while (next_ < tokens_.size() && !at(close)) {
      parse_disjunction(group);
    }
  }

  void add(Node& group, Node node) {
    require_if_demanded(node);
    group.members.push_back(std::move(node));
  }

  void parse_disjunction(Node& group) {
    std::vector<std::vector<Operand>> alternatives = {parse_conjunction()};
    while (take_binary(op_or)) {
      alternatives.push_back(parse_conjunction());
    }
    if (alternatives.size() == 1) {
      add_conjunction(group, std::move(alternatives.front()));
      return;
    }
    Node any{.kind = NodeKind::group, .alternatives = true};
    for (std::vector<Operand>& alternative : alternatives) {
      // "a OR -b" leaves b out, "a OR +b" demands it.
      const bool is_signed = alternative.size() == 1 && alternative.front().is_signed;
      if (is_signed) {
        add_conjunction(group, std::move(alternative));
      } else {
        add_alternative(any, std::move(alternative));
      }
    }
    if (any.members.size() == 1) {
      add(group, std::move(any.members.front()));
    } else if (!any.members.empty()) {
      any.span = {any.members.front().span.begin, any.members.back().span.end};
      add(group, std::move(any));
    }
  }

  static void add_alternative(Node& any, std::vector<Operand> conjunction) {
    if (conjunction.size() == 1) {
      for (Node& node : conjunction.front().nodes) {
        any.members.push_back(std::move(node));
      }
      return;
    }
    Node all{.kind = NodeKind::group};
    for (Operand& operand : conjunction) {
      require(operand);
      std::move(operand.nodes.begin(), operand.nodes.end(), std::back_inserter(all.members));
    }
    if (!all.members.empty()) {
      all.span = {all.members.front().span.begin, all.members.back().span.end};
      any.members.push_back(std::move(all));
    }
  }

  void add_conjunction(Node& group, std::vector<Operand> conjunction) {
    for (Operand& operand : conjunction) {
      if (conjunction.size() > 1) {
        require(operand);
      } else if (operand.is_plain) {
        std::vector<Node> members = std::move(operand.nodes.front().members);
        operand.nodes = std::move(members);
      }
      for (Node& node : operand.nodes) {
        add(group, std::move(node));
      }
    }
  }

  static void require(Operand& operand) {
    for (Node& node : operand.nodes) {
      node.role = node.role == ClauseRole::optional ? ClauseRole::required : node.role;
    }
  }

  std::vector<Operand> parse_conjunction() {
    std::vector<Operand> operands = {parse_signed()};
    while (take_binary(op_and)) {
      operands.push_back(parse_signed());
    }
    return operands;
  }

  Operand parse_signed() {
    ClauseRole role = ClauseRole::optional;
    while (at(op_not) && operand_follows(next_ + 1)) {
      role = ClauseRole::excluded;
      ++next_;
      ++operators_;
    }
    const char sign = tokens_[next_].sign;
    if (sign != 0) {
      role = sign == '-' ? ClauseRole::excluded : ClauseRole::required;
      ++operators_;
    }
    excluded_ = role == ClauseRole::excluded;
    Operand operand{parse_near(), role != ClauseRole::optional};
    operand.is_plain = plain_ && !operand.is_signed && operand.nodes.size() == 1;
    for (Node& node : operand.nodes) {
      node.role = operand.is_signed ? role : node.role;
      node.marked = sign == '-';
    }
    return operand;
  }

  bool near_follows() const {
    return (at(op_near) || at(op_not_near)) && next_ + 1 < tokens_.size() &&
           (is(next_ + 1, word) || is(next_ + 1, phrase) || is(next_ + 1, open)) &&
           tokens_[next_ + 1].sign == 0;
  }

  std::vector<Node> parse_near() {
    std::vector<Node> first = parse_primary();
    if (!near_follows() || first.empty()) {
      return first;
    }
    plain_ = false;
    Node near{.kind = NodeKind::near, .members = {}, .span = first.front().span};
    // An operand of several words, as an unknown field is, means any of them.
    near.members.push_back(one_of(std::move(first)));
    Span place = tokens_[next_].span;
    while (near_follows()) {
      const QueryToken& token = tokens_[next_++];
      ++operators_;
      std::vector<Node> nodes = parse_primary();
      if (nodes.empty()) {
        continue;
      }
      Node node = one_of(std::move(nodes));
      node.apart = token.kind == op_not_near;
      node.distance = std::max<std::size_t>(token.distance.value_or(near_default), 1);
      near.span.end = node.span.end;
      near.members.push_back(std::move(node));
    }
    plain_ = false;
    return {settle_near(std::move(near), place)};
  }

  Node settle_near(Node near, Span place) {
    if (!std::all_of(near.members.begin(), near.members.end(), has_places)) {
      note("NEAR joins words, phrases and groups of them; read as AND", place);
      near.kind = NodeKind::group;
      for (Node& member : near.members) {
        member.role = member.apart ? ClauseRole::excluded : ClauseRole::required;
      }
      return near;
    }
    if (std::any_of(near.members.begin(), near.members.end(),
                    [](const Node& member) { return member.in_title; })) {
      ask_of_title(near);
    }
    return near;
  }

  std::vector<Node> parse_primary() {
    const QueryToken& token = tokens_[next_];
    plain_ = false;
    if (token.kind == open) {
      return parse_group();
    }
    ++next_;
    Node node{.boost = token.boost, .text = std::string(token.text), .span = token.span};
    if (token.kind == phrase) {
      read_phrase(token, node);
    } else if (token.kind == word) {
      read_word(token, node);
    }
    return in_field(token, std::move(node));
  }

  std::vector<Node> parse_group() {
    const QueryToken& token = tokens_[next_++];
    const std::size_t operators_before = operators_;
    const bool excluded = excluded_;
    Node group{.kind = NodeKind::group, .span = token.span};
    parse_list(group);
    unwrap(group);
    excluded_ = excluded;
    group.boost *= tokens_[next_].boost;
    group.span.end = tokens_[next_++].span.end;
    plain_ = token.sign == 0 && token.field.empty() && !token.within_article &&
             tokens_[next_ - 1].boost == 1 && operators_ == operators_before;
    if (token.within_article) {
      group.kind = NodeKind::within_article;
    }
    return in_field(token, std::move(group));
  }

  void read_phrase(const QueryToken& token, Node& node) {
    node.kind = token.distance ? NodeKind::window : NodeKind::phrase;
    node.distance = token.distance.value_or(0);
    // What stands in quotation marks must be there, unless it stands in a text as long as people
    // only paste, or in a sentence with the marks of printed texts: there it is somebody's
    // quotation, and its words are as good as all others.
    if ((is_prose_ || token.is_quotation) && token.sign == 0 && token.field.empty() && !excluded_) {
      node.kind = NodeKind::words;
      if (!std::exchange(noted_quotation_, true)) {
        note("in a query this long, quoted phrases are searched as words; +\"...\" requires one",
             token.span);
      }
    }
  }

  void read_word(const QueryToken& token, Node& node) {
    if (token.distance) {
      node.kind = NodeKind::fuzzy;
      node.edits = *token.distance;
      return;
    }
    const std::size_t first = token.text.find_first_of("*?");
    if (first == std::string_view::npos) {
      return;
    }
    const std::string_view rest = token.text.substr(first);
    const bool is_last = literals_of(rest) == 0;
    const std::size_t literals = literals_of(token.text);
    // "Why?" is a question.  Pasted texts have no wildcard but a last one.
    const bool is_question = is_last && rest.find('*') == std::string_view::npos;
    if (is_question || literals == 0 || (is_prose_ && !token.text.ends_with('*'))) {
      return;
    }
    if (!is_last && !is_prose_ && literals < 2) {
      note("a wildcard needs two letters beside it, or one in front; searched as words",
           token.span);
      return;
    }
    node.kind = NodeKind::wildcard;
  }

  // `node` as the field of its token has it.
  std::vector<Node> in_field(const QueryToken& token, Node node) {
    const std::string& field = token.field;
    if (field.empty()) {
      return keep(std::move(node));
    }
    plain_ = false;
    if (field == "title") {
      ++operators_;
      ask_of_title(node);
      return keep(std::move(node));
    }
    if (field == "type") {
      return take_kinds(token, std::move(node));
    }
    if (is_fact_name(field) || is_facet_(field)) {
      ++operators_;
      return in_fact(token, std::move(node));
    }
    const std::size_t begin = token.span.begin + (token.sign == 0 ? 0 : 1);
    note(field +
             ": is no field (title, section, author, date, lang, type, article, or a facet of "
             "the articles); searched as words",
         {begin, begin + field.size() + 1});
    return as_words(field, std::move(node));
  }

  // `type:caption`; of several, passages of any.
  std::vector<Node> take_kinds(const QueryToken& token, Node node) {
    const std::vector<const Node*> leaves = leaves_of(node);
    std::set<ParagraphKind> kinds;
    for (const Node* leaf : leaves) {
      const std::set<ParagraphKind> named = paragraph_kinds(leaf->text);
      if (named.empty() || excluded_) {
        if (!excluded_) {
          note("type:" + leaf->text +
                   " is no type of passage (body, furniture, headline, caption ...); searched as "
                   "words",
               leaf->span);
        }
        return as_words(token.field, std::move(node));
      }
      kinds.insert(named.begin(), named.end());
    }
    ++operators_;
    parsed_.kinds.insert(kinds.begin(), kinds.end());
    return {};
  }

  std::vector<Node> in_fact(const QueryToken& token, Node node) {
    const std::vector<const Node*> leaves = leaves_of(node);
    for (const Node* leaf : leaves) {
      if (leaf->kind != NodeKind::fact && !is_fact_value(token.field, leaf->text)) {
        note(token.field + ":" + leaf->text + " is no value of this field (" +
                 fact_value_help(token.field) + "); searched as words",
             leaf->span);
        return as_words(token.field, std::move(node));
      }
    }
    make_facts(node, token.field);
    return keep(std::move(node));
  }

  const std::vector<QueryToken> tokens_;
  const bool is_prose_;
  const FacetLookup& is_facet_;
  std::size_t next_ = 0;
  std::size_t operators_ = 0;  // Read so far.
  bool plain_ = false;         // The last primary was a group of mere words.
  bool excluded_ = false;
  bool noted_quotation_ = false;
  ParsedQuery parsed_;
};

}  // namespace

ParsedQuery parse_query(std::string_view query, bool match_all, const FacetLookup& is_facet) {
  if (query.size() > query_bytes_max) {
    throw Error(ErrorCode::bad_query, "read the query: it has " + std::to_string(query.size()) +
                                          " bytes, at most " + std::to_string(query_bytes_max) +
                                          " are allowed; search for its main words");
  }
  std::size_t replaced = 0;
  const std::string repaired = repair_utf8(query, replaced);
  ParsedQuery parsed = Parser(lex_query(repaired), is_facet).parse();
  ask_for_what_is_left_out(parsed);
  std::stable_sort(
      parsed.notes.begin(), parsed.notes.end(),
      [](const QueryNote& a, const QueryNote& b) { return a.query.begin < b.query.begin; });
  if (replaced > 0) {
    for (QueryNote& note : parsed.notes) {
      note.query = {};  // It would point into the repaired query.
    }
    forget_places(parsed.root);
    parsed.notes.push_back({"the query is not valid UTF-8; its broken parts were ignored", {}});
  }
  if (match_all) {
    require_all_words(parsed.root);
  }
  return parsed;
}

}  // namespace pilcrow
