// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/line_source.h"

#include <fcntl.h>
#include <histedit.h>
#include <langinfo.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <istream>
#include <string_view>
#include <utility>
#include <vector>

namespace pilcrow {
namespace {

constexpr int history_lines_max = 1000;

class StreamLines : public LineSource {
 public:
  explicit StreamLines(std::istream& stream) : stream_(stream) {}

  std::optional<std::string> next() override {
    std::string line;
    return std::getline(stream_, line) ? std::optional(std::move(line)) : std::nullopt;
  }

 private:
  std::istream& stream_;
};

// Lines of all sessions, one a line, for their owner's eyes only.  What can't be kept is not
// missed.
class HistoryFile {
 public:
  explicit HistoryFile(std::filesystem::path path) : path_(std::move(path)) {
    if (!path_.empty()) {
      std::error_code ignored;
      std::filesystem::create_directories(path_.parent_path(), ignored);
    }
  }

  // The newest lines, oldest first.
  std::vector<std::string> read() const {
    std::vector<std::string> lines;
    std::ifstream file(path_);
    for (std::string line; std::getline(file, line);) {
      lines.push_back(std::move(line));
    }
    const std::size_t most = history_lines_max;
    lines.erase(lines.begin(),
                lines.end() - static_cast<std::ptrdiff_t>(std::min(lines.size(), most)));
    return lines;
  }

  // At once, so that nothing is lost with a terminal, and sessions at the same time mix.
  void append(std::string line) const {
    line += '\n';
    const int file =
        ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) {
      // An older file may have been made otherwise.
      [[maybe_unused]] const int kept = ::fchmod(file, S_IRUSR | S_IWUSR);
      [[maybe_unused]] const auto written = ::write(file, line.data(), line.size());
      ::close(file);
    }
  }

 private:
  std::filesystem::path path_;
};

// libedit decodes what is typed by the locale.
void use_utf8() {
  if (std::setlocale(LC_CTYPE, "") == nullptr ||
      std::string_view(::nl_langinfo(CODESET)) != "UTF-8") {
    std::setlocale(LC_CTYPE, "C.UTF-8");
  }
}

class LineEditor : public LineSource {
 public:
  LineEditor(const std::filesystem::path& history_path, WordCompleter complete_word)
      : complete_word_(std::move(complete_word)), file_(history_path), history_(::history_init()) {
    use_utf8();
    editor_.reset(::el_init("pilcrow-searcher", stdin, stdout, stderr));
    HistEvent event = {};
    ::history(history_.get(), &event, H_SETSIZE, history_lines_max);
    ::history(history_.get(), &event, H_SETUNIQUE, 1);
    for (const std::string& line : file_.read()) {
      ::history(history_.get(), &event, H_ENTER, line.c_str());
    }
    EditLine* editor = editor_.get();
    ::el_set(editor, EL_CLIENTDATA, this);
    ::el_set(editor, EL_PROMPT, &LineEditor::prompt);
    ::el_set(editor, EL_EDITOR, "emacs");
    ::el_set(editor, EL_SIGNAL, 1);
    ::el_set(editor, EL_HIST, &::history, history_.get());
    ::el_set(editor, EL_ADDFN, "pilcrow-complete", "Complete a word", &LineEditor::complete);
    ::el_set(editor, EL_BIND, "^I", "pilcrow-complete", nullptr);
    ::el_set(editor, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    // An interrupt is a key like others; as a signal it could come at any time.
    ::el_set(editor, EL_SETTY, "-d", "-isig", nullptr);
    ::el_set(editor, EL_BIND, "^C", "ed-start-over", nullptr);
    ::el_source(editor, nullptr);
  }

  std::optional<std::string> next() override {
    int bytes = 0;
    const char* typed = ::el_gets(editor_.get(), &bytes);
    return typed != nullptr && bytes > 0
               ? std::optional(taken({typed, static_cast<std::size_t>(bytes)}))
               : std::nullopt;
  }

 private:
  std::string taken(std::string line) {
    if (line.ends_with('\n')) {
      line.pop_back();
    }
    if (line.find_first_not_of(' ') != std::string::npos) {
      HistEvent event = {};
      ::history(history_.get(), &event, H_ENTER, line.c_str());
      file_.append(line);
    }
    return line;
  }

  static char* prompt(EditLine* /*editor*/) {
    static std::string text = "¶ ";
    return text.data();
  }

  static unsigned char complete(EditLine* editor, int /*key*/) {
    LineEditor* self = nullptr;
    ::el_get(editor, EL_CLIENTDATA, &self);
    const LineInfo* line = ::el_line(editor);
    const std::string_view before(line->buffer,
                                  static_cast<std::size_t>(line->cursor - line->buffer));
    const Completion completion = complete_line(before, self->complete_word_);
    if (completion.text.empty()) {
      return CC_ERROR;
    }
    ::el_deletestr(editor, static_cast<int>(completion.replaced_characters));
    ::el_insertstr(editor, completion.text.c_str());
    if (completion.choices.empty()) {
      return CC_REFRESH;
    }
    std::fputc('\n', stdout);
    for (const std::string& choice : completion.choices) {
      std::fprintf(stdout, "%s  ", choice.c_str());
    }
    std::fputc('\n', stdout);
    return CC_REDISPLAY;
  }

  struct CloseEditor {
    void operator()(EditLine* editor) const { ::el_end(editor); }
  };
  struct CloseHistory {
    void operator()(History* history) const { ::history_end(history); }
  };

  const WordCompleter complete_word_;
  const HistoryFile file_;
  const std::unique_ptr<History, CloseHistory> history_;
  std::unique_ptr<EditLine, CloseEditor> editor_;
};

}  // namespace

std::unique_ptr<LineSource> make_stream_lines(std::istream& stream) {
  return std::make_unique<StreamLines>(stream);
}

std::unique_ptr<LineSource> make_line_editor(const std::filesystem::path& history_path,
                                             WordCompleter complete_word) {
  return std::make_unique<LineEditor>(history_path, std::move(complete_word));
}

std::filesystem::path default_history_path() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  // What is not absolute is ignored, as the XDG Base Directory Specification has it.
  if (state != nullptr && *state == '/') {
    return std::filesystem::path(state) / "pilcrow" / "history";
  }
  return home != nullptr && *home == '/'
             ? std::filesystem::path(home) / ".local" / "state" / "pilcrow" / "history"
             : std::filesystem::path();
}

}  // namespace pilcrow
