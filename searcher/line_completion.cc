// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/line_completion.h"

#include <algorithm>

#include "searcher/interactive.h"

namespace pilcrow {
namespace {

constexpr std::size_t choices_max = 24;

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

std::size_t characters(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues_character));
}

// What all begin with, whole characters.
std::string common_beginning(const std::vector<std::string>& words) {
  std::string common = words.front();
  for (const std::string& word : words) {
    const auto differs = std::mismatch(common.begin(), common.end(), word.begin(), word.end());
    common.erase(differs.first, common.end());
    while (!common.empty() && common.size() < word.size() &&
           continues_character(word[common.size()])) {
      common.pop_back();
    }
  }
  return common;
}

std::vector<std::string> commands_with(std::string_view prefix) {
  std::vector<std::string> found;
  for (const InteractiveCommand& command : interactive_commands) {
    if (command.name.starts_with(prefix)) {
      found.emplace_back(command.name);
    }
  }
  return found;
}

}  // namespace

Completion complete_line(std::string_view before_cursor, const WordCompleter& complete_word) {
  const bool is_command =
      before_cursor.starts_with(':') && before_cursor.find(' ') == std::string_view::npos;
  const std::size_t begin = is_command ? 0 : before_cursor.find_last_of(" \"():+-") + 1;
  const std::string_view typed = before_cursor.substr(begin);
  Completion completion = {characters(typed), std::string(typed), {}};
  if (typed.empty()) {
    return completion;
  }
  std::vector<std::string> found =
      is_command ? commands_with(typed) : complete_word(typed, choices_max);
  if (found.size() == 1) {
    completion.text = found.front() + ' ';
  } else if (!found.empty()) {
    const std::string common = common_beginning(found);
    // Words of an index are folded; what was typed stays where nothing is added.
    completion.text = characters(common) > characters(typed) ? common : completion.text;
    completion.choices = std::move(found);
  }
  return completion;
}

}  // namespace pilcrow
