// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_plan.h"

#include <algorithm>
#include <utility>

#include "pilcrow/error.h"
#include "searcher/article_sets.h"
#include "searcher/plan_tree.h"
#include "searcher/query_builder.h"
#include "searcher/word_patterns.h"

namespace pilcrow {
namespace {

using Kind = PlanNode::Kind;

// What the groups around a node say of it.
struct Context {
  bool excluded = false;
  double boost = 1;
};

class Planner {
 public:
  Planner(const IndexReader& index, const Analyzer& analyzer, const NameAliases& aliases,
          const SearchOptions& options)
      : index_(index),
        analyzer_(analyzer),
        aliases_(aliases),
        options_(options),
        kinds_(options.kinds) {}

  QueryPlan plan(const ParsedQuery& parsed) {
    plan_.notes = parsed.notes;
    kinds_ = parsed.kinds.empty() ? kinds_ : parsed.kinds;
    for (const Node& node : parsed.root.members) {
      add(plan_.root, node, {.boost = parsed.root.boost});
    }
    number_words(plan_);
    drop_words_that_rank_nothing(plan_);
    expand_words();
    settle(plan_.root);
    need_more(plan_.root, options_);
    const std::vector<PlanNode>& members = plan_.root.members;
    const bool only_leaves_out =
        std::all_of(members.begin(), members.end(),
                    [](const PlanNode& member) { return member.role == ClauseRole::excluded; });
    build_query(plan_, index_, kinds_, !parsed.kinds.empty() || !only_leaves_out);
    if (only_leaves_out && !members.empty() && parsed.kinds.empty()) {
      plan_.query = {};
      plan_.notes.push_back({"the query only says what to leave out; add a word to find", {}});
    }
    return std::move(plan_);
  }

 private:
  void note(std::string text, Span span) { plan_.notes.push_back({std::move(text), span}); }

  void count_words(std::size_t words) {
    words_ += words;
    if (words_ > query_words_max) {
      throw Error(ErrorCode::bad_query, "read the query: it has more than " +
                                            std::to_string(query_words_max) +
                                            " words; search for its main words");
    }
  }

  std::vector<PlannedWord> analyze(const std::string& text) {
    std::vector<PlannedWord> words = plan_words(text, index_, analyzer_);
    count_words(words.size());
    return words;
  }

  // Plain words that follow each other may be the words of one name.
  void expand_words() {
    WordExpander expander(index_, aliases_, options_);
    std::vector<ExpandedWord> run;
    for (PlannedClause& clause : plan_.clauses) {
      const bool is_plain = clause.kind == ClauseKind::words && !clause.in_title &&
                            clause.role != ClauseRole::excluded;
      if (is_plain) {
        run.push_back({&clause.words.front(), clause.role == ClauseRole::required});
      } else {
        expander.expand(std::exchange(run, {}), words_);
      }
    }
    expander.expand(run, words_);
    for (std::string& text : expander.take_notes()) {
      note(std::move(text), {});
    }
  }

  void add(PlanNode& group, const Node& node, Context context) {
    context.excluded |= node.role == ClauseRole::excluded;
    context.boost *= node.boost;
    switch (node.kind) {
      case NodeKind::group:
        return add_group(group, node, context);
      case NodeKind::near:
        return add_near(group, node, context);
      case NodeKind::window:
        return add_window(group, node, context);
      case NodeKind::within_article:
        return add_within_article(group, node, context);
      case NodeKind::fact:
        count_words(1);
        group.members.push_back(
            {.kind = Kind::fact, .role = node.role, .field = node.field, .value = node.text});
        return;
      default:
        for (const std::size_t clause : leaf_clauses(node, context, false)) {
          group.members.push_back({.kind = Kind::clause, .role = node.role, .clauses = {clause}});
        }
    }
  }

  void add_group(PlanNode& parent, const Node& node, Context context) {
    PlanNode group{.kind = Kind::group, .role = node.role};
    for (const Node& member : node.members) {
      add(group, member, context);
    }
    parent.members.push_back(std::move(group));
  }

  std::size_t add_clause(ClauseKind kind, const Node& node, Context context,
                         std::vector<PlannedWord> words, std::string pattern = {}) {
    const ClauseRole role = context.excluded ? ClauseRole::excluded : node.role;
    plan_.clauses.push_back({.kind = kind,
                             .role = role,
                             .in_title = node.in_title,
                             .words = std::move(words),
                             .prefix = std::move(pattern),
                             .boost = context.boost});
    return plan_.clauses.size() - 1;
  }

  // The clauses of words, a phrase or a pattern; with `together`, of several words one that has
  // them in order.
  std::vector<std::size_t> leaf_clauses(const Node& node, Context context, bool together) {
    if (node.kind == NodeKind::wildcard || node.kind == NodeKind::fuzzy) {
      return pattern_clauses(node, context);
    }
    std::vector<PlannedWord> words = analyze(node.text);
    if (words.empty()) {
      return {};
    }
    // Excluding "re-education" must not exclude all that has "education".
    together |= context.excluded;
    if (node.kind == NodeKind::phrase || (together && words.size() > 1)) {
      return {add_clause(ClauseKind::phrase, node, context, std::move(words))};
    }
    std::vector<std::size_t> clauses;
    for (PlannedWord& word : words) {
      clauses.push_back(add_clause(ClauseKind::words, node, context, {std::move(word)}));
    }
    return clauses;
  }

  // `al-kha*`: the parts in front are words of their own.
  std::vector<std::size_t> pattern_clauses(const Node& node, Context context) {
    std::vector<std::size_t> clauses;
    std::vector<PlannedWord> in_front;
    const std::string pattern = folded_pattern(node, in_front);
    for (PlannedWord& word : in_front) {
      clauses.push_back(add_clause(ClauseKind::words, node, context, {std::move(word)}));
    }
    if (pattern.find_first_not_of("*?") == std::string::npos) {
      return clauses;
    }
    const std::size_t most = options_.prefix_words_max;
    const bool fuzzy = node.kind == NodeKind::fuzzy;
    PatternWords found = fuzzy ? words_spelled_nearly(pattern, node.edits, most, index_, scan_left_)
                               : words_of_pattern(pattern, most, index_, scan_left_);
    const std::string name = fuzzy ? pattern + '~' + std::to_string(node.edits) : pattern;
    if (found.is_cut) {
      note(name + " stands for more than " + std::to_string(most) + " words; the " +
               (fuzzy ? "nearest" : "alphabetically first") + " were searched",
           node.span);
    }
    if (found.is_unfinished) {
      note(name + ": the index has too many words to look at them all", node.span);
    }
    clauses.push_back(add_clause(ClauseKind::prefix, node, context, std::move(found.words), name));
    return clauses;
  }

  // The pattern with its literal parts folded as words are.
  std::string folded_pattern(const Node& node, std::vector<PlannedWord>& in_front) {
    const std::string_view wildcards = node.kind == NodeKind::fuzzy ? "" : "*?";
    std::string pattern;
    const std::string& text = node.text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find_first_of(wildcards, begin), text.size());
      std::vector<PlannedWord> words = analyze(text.substr(begin, end - begin));
      for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_own = i + 1 < words.size() && pattern.empty();
        is_own ? in_front.push_back(std::move(words[i])) : void(pattern += words[i].word);
      }
      const std::size_t next = std::min(text.find_first_not_of(wildcards, end), text.size());
      pattern += text.substr(end, next - end);
      begin = next;
    }
    return pattern;
  }

  // Exactly one word a clause, so that each is compared as it stands.
  void add_window(PlanNode& group, const Node& node, Context context) {
    PlanNode window{.kind = Kind::window, .role = node.role, .distance = node.distance};
    for (PlannedWord& word : analyze(node.text)) {
      const std::string name = word.word;
      window.clauses.push_back(
          add_clause(ClauseKind::prefix, node, context, {std::move(word)}, name));
    }
    if (!window.clauses.empty()) {
      group.members.push_back(std::move(window));
    }
  }

  void collect_operand(const Node& node, Context context, NearOperand& operand) {
    context.boost *= node.boost;
    if (node.kind != NodeKind::group) {
      const auto clauses = leaf_clauses(node, context, true);
      operand.clauses.insert(operand.clauses.end(), clauses.begin(), clauses.end());
    }
    for (const Node& member : node.members) {
      if (member.role != ClauseRole::excluded) {
        collect_operand(member, context, operand);
      }
    }
  }

  void add_near(PlanNode& group, const Node& node, Context context) {
    PlanNode near{.kind = Kind::near, .role = node.role};
    for (const Node& member : node.members) {
      NearOperand operand{{}, member.distance, member.apart};
      Context inside = context;
      inside.excluded |= member.apart;
      collect_operand(member, inside, operand);
      if (!operand.clauses.empty()) {
        near.operands.push_back(std::move(operand));
      }
    }
    // What is left when the first one has no words is not near anything.
    if (!near.operands.empty() && !near.operands.front().apart) {
      group.members.push_back(std::move(near));
    }
  }

  // The articles filter; the words rank, and one of them must be there unless others are.
  void add_within_article(PlanNode& parent, const Node& node, Context context) {
    PlanNode group{.kind = Kind::group, .role = node.role};
    group.members.push_back(
        {.kind = Kind::articles, .role = ClauseRole::required, .articles = articles_of(node)});
    for (const Node& member : node.members) {
      if (member.role != ClauseRole::excluded) {
        Node optional = member;
        optional.role = ClauseRole::optional;
        add(group, optional, context);
      }
    }
    if (node.role != ClauseRole::required) {
      parent.members.push_back(std::move(group));
      return;
    }
    std::move(group.members.begin(), group.members.end(), std::back_inserter(parent.members));
  }

  std::shared_ptr<const ArticleSet> articles_of(const Node& node) {
    auto articles = std::make_shared<ArticleSet>();
    bool is_first = true;
    for (const ClauseRole role : {ClauseRole::required, ClauseRole::excluded}) {
      for (const Node& member : node.members) {
        if ((member.role == ClauseRole::excluded) != (role == ClauseRole::excluded) ||
            ranks_nothing_in(member, node)) {
          continue;
        }
        const ArticleSet found = articles_with(member, is_first ? nullptr : articles.get());
        const bool wanted = role == ClauseRole::required;
        if (std::exchange(is_first, false)) {
          *articles = wanted ? found : ArticleSet();
        } else {
          std::erase_if(*articles,
                        [&](std::uint64_t one) { return found.contains(one) != wanted; });
        }
      }
    }
    return articles;
  }

  // A stop word, or nothing at all, beside other members.
  bool ranks_nothing_in(const Node& member, const Node& node) {
    if (member.kind != NodeKind::words || node.members.size() == 1) {
      return false;
    }
    const std::vector<PlannedWord> words = analyze(member.text);
    return std::all_of(words.begin(), words.end(),
                       [](const PlannedWord& word) { return word.is_stop_word; });
  }

  ArticleSet articles_with(const Node& member, const ArticleSet* among) {
    ParsedQuery parsed;
    parsed.kinds = kinds_;
    parsed.root.members.push_back(member);
    parsed.root.members.front().role = ClauseRole::required;
    SearchOptions options = options_;
    options.min_match = 0;
    options.min_match_percent = 0;
    const QueryPlan plan = Planner(index_, analyzer_, aliases_, options).plan(parsed);
    bool is_cut = false;
    ArticleSet articles = articles_matching(plan, among, index_, analyzer_, is_cut);
    if (is_cut) {
      note("more than " + std::to_string(article_passages_max) +
               " passages have this; the articles of the first were looked at",
           member.span);
    }
    return articles;
  }

  const IndexReader& index_;
  const Analyzer& analyzer_;
  const NameAliases& aliases_;
  const SearchOptions& options_;
  std::set<ParagraphKind> kinds_;
  std::size_t words_ = 0;
  std::size_t scan_left_ = pattern_scan_max;
  QueryPlan plan_;
};

}  // namespace

QueryPlan plan_query(const ParsedQuery& parsed, const IndexReader& index, const Analyzer& analyzer,
                     const NameAliases& aliases, const SearchOptions& options) {
  return Planner(index, analyzer, aliases, options).plan(parsed);
}

}  // namespace pilcrow
