// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/formats/readers.h"
#include "corpus/json_fields.h"
#include "corpus/json_spans.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

constexpr std::size_t json_window_bytes = std::size_t{1} << 16;

// Where the list of articles begins within an object.
struct ListPlace {
  std::size_t begin = 0;    // Behind the bracket.
  std::size_t objects = 0;  // That are open there.
};

// What the beginning of an object tells of it.
struct Outline {
  bool is_decided = false;
  std::optional<ListPlace> list;  // Nothing: it is an article itself.
};

// An object that has a text is an article, whatever lists it has.  Else its first list of objects
// holds articles.
Outline outline_of(std::string_view json, const FieldNames& names) {
  Outline outline;
  JsonCursor cursor(json, names.levels() + 1);
  for (JsonCursor::Place place = cursor.next(); place != JsonCursor::Place::end;
       place = cursor.next()) {
    const JsonPath& path = cursor.path();
    const std::size_t name = path.is_known() ? names.find(path.names()) : FieldNames::none;
    if (place == JsonCursor::Place::string && names.is_text(name)) {
      return {true, std::nullopt};
    }
    const std::size_t inside = cursor.span().end;
    const std::size_t first = json.find_first_not_of(ascii_spaces, inside);
    if (place == JsonCursor::Place::list && !outline.list && path.is_known() && path.lists() == 1 &&
        name == FieldNames::none && first != std::string_view::npos && json[first] == '{') {
      outline.list = ListPlace{inside, path.objects()};
    }
  }
  outline.is_decided = cursor.is_complete();
  return outline;
}

class JsonReader : public ArticleReader {
 public:
  JsonReader(InputPointer file, const ReadOptions& options)
      : file_(std::move(file)), options_(options), articles_(file_->origin(), options_) {
    file_->take(file_->peek(utf8_bom.size()) == utf8_bom ? utf8_bom.size() : 0);
  }

  bool next(Article& article, std::vector<Problem>& problems) override {
    while (!done_) {
      const std::string_view first = skip(in_list_ ? " \t\r\n," : ascii_spaces);
      if (first.empty()) {
        finish(in_list_ ? "the file ends before the list of articles does" : "", problems);
      } else if (in_list_ && first == "]") {
        leave_list();
      } else if (!in_list_ && first == "[") {
        enter_list({1, 0});
      } else if (!in_list_ && first != "{") {
        finish("it is no JSON object or list; what follows is left out", problems);
      } else if (const auto list = in_list_ ? std::nullopt : find_list()) {
        enter_list(*list);
      } else if (read_element(article, problems)) {
        return true;
      }
    }
    return false;
  }

 private:
  void note(std::size_t offset, std::string reason, std::vector<Problem>& problems) const {
    problems.push_back({file_->origin().id(), "", std::move(reason), offset});
  }

  std::size_t offset() const { return static_cast<std::size_t>(file_->offset()); }

  // Takes all that is in `passed_over`; the byte behind it, nothing at the end of the file.
  std::string_view skip(std::string_view passed_over) {
    for (std::string_view bytes = file_->peek(json_window_bytes); !bytes.empty();
         bytes = file_->peek(json_window_bytes)) {
      const std::size_t found = std::min(bytes.find_first_not_of(passed_over), bytes.size());
      file_->take(found);
      if (found < bytes.size()) {
        return bytes.substr(found, 1);
      }
    }
    return {};
  }

  void finish(std::string reason, std::vector<Problem>& problems) {
    done_ = true;
    if (!reason.empty()) {
      note(offset(), std::move(reason), problems);
    }
    articles_.finish(problems);
  }

  void enter_list(const ListPlace& list) {
    file_->take(list.begin);
    in_list_ = true;
    objects_ = list.objects;
  }

  // What an object has behind its list of articles is of no use.
  void leave_list() {
    file_->take(1);
    in_list_ = false;
    if (objects_ > 0) {
      JsonEndFinder finder(objects_);
      pass_over(finder);
    }
  }

  void pass_over(JsonEndFinder& finder) {
    for (std::string_view bytes = file_->peek(json_window_bytes); !bytes.empty();
         bytes = file_->peek(json_window_bytes)) {
      const std::size_t end = finder.feed(bytes);
      file_->take(std::min(end, bytes.size()));
      if (end != JsonEndFinder::npos) {
        return;
      }
    }
  }

  // The list of articles in the object that comes next; nothing where that is one itself.
  std::optional<ListPlace> find_list() {
    for (std::size_t window = json_window_bytes;; window *= 2) {
      const std::string_view bytes = file_->peek(std::min(window, options_.article_bytes_max));
      const Outline outline = outline_of(bytes, articles_.names());
      if (outline.is_decided || bytes.size() < window) {
        return outline.list;
      }
    }
  }

  // The bytes of the element that comes next; nothing, and a problem, where it is too large or cut
  // off.
  std::optional<std::string_view> find_element(std::vector<Problem>& problems) {
    JsonEndFinder finder;
    for (std::size_t searched = 0;;) {
      const std::string_view bytes = file_->peek(searched + json_window_bytes);
      if (bytes.size() == searched) {
        note(offset(), "the file ends before the article does; left out", problems);
        file_->take(searched);
        in_list_ = false;
        return std::nullopt;
      }
      const std::size_t end = finder.feed(bytes.substr(searched));
      searched = end == JsonEndFinder::npos ? bytes.size() : searched + end;
      if (searched > options_.article_bytes_max) {
        note(offset(),
             "it has more than " + std::to_string(options_.article_bytes_max) + " bytes; left out",
             problems);
        file_->take(searched);
        if (end == JsonEndFinder::npos) {
          pass_over(finder);
        }
        return std::nullopt;
      }
      if (end != JsonEndFinder::npos) {
        return bytes.substr(0, searched);
      }
    }
  }

  bool read_element(Article& article, std::vector<Problem>& problems) {
    ++number_;
    const std::optional<std::string_view> bytes = find_element(problems);
    if (!bytes) {
      return false;
    }
    bool is_read = false;
    if (bytes->front() == '{') {
      is_read = articles_.read(*bytes, {offset(), number_, ""}, article, problems);
    } else if (!is_passing_) {
      note(offset(), "it is no JSON object; left out, as is all up to the next object", problems);
    }
    is_passing_ = bytes->front() != '{';
    file_->take(bytes->size());
    return is_read;
  }

  InputPointer file_;
  const ReadOptions options_;
  JsonArticles articles_;
  std::size_t number_ = 0;   // Of the element.
  bool in_list_ = false;     // Of articles.
  std::size_t objects_ = 0;  // That are open around the list.
  bool is_passing_ = false;  // Over what is no object, which has been said.
  bool done_ = false;
};

}  // namespace

ReaderPointer make_json_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<JsonReader>(std::move(file), options);
}

}  // namespace pilcrow
