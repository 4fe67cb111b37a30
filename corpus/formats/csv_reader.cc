// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/article_facts.h"
#include "corpus/charset_names.h"
#include "corpus/csv_record.h"
#include "corpus/decode.h"
#include "corpus/field_names.h"
#include "corpus/formats/field_text.h"
#include "corpus/formats/readers.h"
#include "corpus/formats/spelling.h"
#include "corpus/letters.h"
#include "corpus/utf8.h"
#include "corpus/whole_file.h"

namespace pilcrow {
namespace {

constexpr std::size_t window_bytes = std::size_t{1} << 16;

// The separator that makes most columns of the header; of equals the more usual one.
char separator_of(std::string_view begin) {
  char best = ',';
  std::size_t most = 0;
  std::vector<Span> fields;
  for (const char separator : {',', ';', '\t', '|'}) {
    CsvRecordFinder finder(separator);
    split_csv_record(begin.substr(0, finder.feed(begin)), separator, fields);
    if (fields.size() > most) {
      most = fields.size();
      best = separator;
    }
  }
  return best;
}

class CsvReader : public ArticleReader {
 public:
  CsvReader(InputPointer file, char separator, const ReadOptions& options)
      : file_(std::move(file)),
        separator_(separator),
        options_(options),
        names_(options_, FieldNames::Case::ignored),
        values_(names_) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    if (!std::exchange(has_begun_, true)) {
      done_ = !begin(problems);
    }
    while (!done_) {
      const std::optional<std::string_view> record = find_record(problems);
      const bool is_read = record && !record->empty() && read_record(*record, article, problems);
      file_->take(record ? record_bytes_ : 0);
      if (is_read) {
        return true;
      }
    }
    return false;
  }

 private:
  struct Column {
    std::string name = {};
    std::size_t number = FieldNames::none;  // Of a field's name; none: a facet.
  };

  void note(std::size_t line, std::string reason, std::vector<Problem>& problems) const {
    problems.push_back({file_->origin().id(), "line " + std::to_string(line), std::move(reason)});
    if (!wide_map_) {
      problems.back().byte = offset();
    }
  }

  std::size_t offset() const { return static_cast<std::size_t>(file_->offset()); }

  bool begin(std::vector<Problem>& problems) {
    if (!decide_charset(problems)) {
      return false;
    }
    file_->take(file_->peek(utf8_bom.size()) == utf8_bom ? utf8_bom.size() : 0);
    if (separator_ == '\0') {
      separator_ = separator_of(file_->peek(window_bytes));
    }
    std::optional<std::string_view> header;
    do {
      file_->take(header ? record_bytes_ : 0);
      header = find_record(problems);
    } while (header && header->empty());
    if (!header) {
      return false;
    }
    read_header(*header);
    file_->take(record_bytes_);
    names_.add_missing(file_->origin().id(), problems);
    if (!has_content_column()) {
      note(1, "its header has no column for a text or a title; left out", problems);
      return false;
    }
    return true;
  }

  // Charsets whose commas are not a byte are decoded as a whole.
  bool decide_charset(std::vector<Problem>& problems) {
    std::string head(file_->peek(window_bytes));
    if (head.size() == window_bytes) {
      head.resize(std::max(head.rfind('\n') + 1, window_bytes / 2));  // At no character's middle.
    }
    charset_ = charset_of(head, file_->origin(), options_);
    if (!is_wide_charset(charset_)) {
      return true;
    }
    std::optional<DecodedText> whole = read_text(*file_, options_, problems);
    if (!whole) {
      return false;
    }
    wide_map_ = std::move(whole->map);
    wide_charset_ = std::exchange(charset_, "");
    file_ =
        std::make_unique<InputFile>(make_memory_stream(std::move(whole->text)), file_->origin());
    return true;
  }

  void read_header(std::string_view record) {
    split_csv_record(record, separator_, fields_);
    for (const Span& field : fields_) {
      Column column{one_line(value_of(record, field))};
      column.number = names_.find(column.name);
      names_.note(column.name);
      columns_.push_back(std::move(column));
    }
  }

  bool has_content_column() const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const Column& column) {
      return names_.is_text(column.number) || names_.is_title(column.number);
    });
  }

  std::string value_of(std::string_view record, Span field) const {
    return csv_field_text(decode_bytes(record.substr(field.begin, field.size()), charset_));
  }

  // The next record without its end of line, which record_bytes_ has.  Nothing at the end, or, with
  // a problem, where the record is too large.
  std::optional<std::string_view> find_record(std::vector<Problem>& problems) {
    CsvRecordFinder finder(separator_);
    line_ = next_line_;
    std::size_t searched = 0;
    std::size_t end = CsvRecordFinder::npos;
    while (end == CsvRecordFinder::npos && searched <= options_.article_bytes_max) {
      const std::string_view bytes = file_->peek(searched + window_bytes);
      if (bytes.size() == searched) {
        return last_record(bytes, finder, problems);
      }
      end = finder.feed(bytes.substr(searched));
      searched = end == CsvRecordFinder::npos ? bytes.size() : searched + end;
    }
    if (searched > options_.article_bytes_max) {
      pass_over(searched, end, finder, problems);
      return std::nullopt;
    }
    const std::string_view bytes = file_->peek(searched + 2);
    record_bytes_ = searched + csv_line_end(bytes.substr(searched));
    next_line_ = line_ + finder.lines() + 1;
    return bytes.substr(0, searched);
  }

  std::optional<std::string_view> last_record(std::string_view bytes, const CsvRecordFinder& finder,
                                              std::vector<Problem>& problems) {
    record_bytes_ = bytes.size();
    done_ = bytes.empty() || finder.in_quotes();
    if (finder.in_quotes()) {
      note(line_ + finder.quote_line(),
           "a quotation mark that opens here is never closed; left out from line " +
               std::to_string(line_) + " on",
           problems);
    }
    return done_ ? std::nullopt : std::optional(bytes);
  }

  // Takes a record that is too large, of which so much has been searched.
  void pass_over(std::size_t searched, std::size_t end, CsvRecordFinder& finder,
                 std::vector<Problem>& problems) {
    const std::size_t quote_line = line_ + finder.quote_line();
    while (end == CsvRecordFinder::npos) {
      file_->take(searched);
      const std::string_view bytes = file_->peek(window_bytes);
      if (bytes.empty()) {
        break;
      }
      end = finder.feed(bytes);
      searched = std::min(end, bytes.size());
    }
    const bool is_open = end == CsvRecordFinder::npos && finder.in_quotes();
    if (end != CsvRecordFinder::npos) {
      file_->take(searched);
      file_->take(csv_line_end(file_->peek(2)));
    }
    next_line_ = line_ + finder.lines() + 1;
    note(is_open ? quote_line : line_,
         is_open ? "a quotation mark that opens here is never closed; left out from line " +
                       std::to_string(line_) + " on"
                 : "it has more than " + std::to_string(options_.article_bytes_max) +
                       " bytes; left out",
         problems);
  }

  bool read_record(std::string_view record, Article& article, std::vector<Problem>& problems) {
    split_csv_record(record, separator_, fields_);
    check_width(problems);
    const Span place{offset(), offset() + record.size()};
    article = article_of(file_->origin(), wide_map_ ? wide_charset_ : charset_,
                         wide_map_ ? wide_map_->source(place) : place);
    article.id.clear();
    take_fields(record, article);
    const std::size_t replaced = set_text(record, values_.fill(article), article);
    if (!has_content(article)) {
      note(line_, "it has neither text nor title; left out", problems);
      return false;
    }
    set_record_id(article, file_->origin().id(), line_);
    if (replaced > 0) {
      note(line_, replaced_reason(charset_, replaced), problems);
    }
    return true;
  }

  // Empty cells beyond the header are common and mean nothing.
  void check_width(std::vector<Problem>& problems) {
    while (fields_.size() > columns_.size() && fields_.back().size() == 0) {
      fields_.pop_back();
    }
    if (fields_.size() != columns_.size()) {
      const bool is_less = fields_.size() < columns_.size();
      note(line_,
           "it has " + std::to_string(fields_.size()) + " cells, the header " +
               std::to_string(columns_.size()) + "; " +
               (is_less ? "the missing ones are empty" : "the cells beyond are left out"),
           problems);
    }
  }

  // Of two columns with one name the last counts.
  void take_fields(std::string_view record, Article& article) {
    values_.clear();
    for (std::size_t i = 0; i < std::min(fields_.size(), columns_.size()); ++i) {
      const Column& column = columns_[i];
      std::string value = value_of(record, fields_[i]);
      if (column.number != FieldNames::none) {
        values_.set(column.number, std::move(value));
      } else if (!value.empty() && !column.name.empty()) {
        article.facets[column.name] = std::move(value);
      }
    }
  }

  // Fills the text from its column and returns how many parts of the record were replaced.
  std::size_t set_text(std::string_view record, std::size_t text_name, Article& article) {
    article.source_encoding = SourceEncoding::csv_field;
    article.text.clear();
    std::size_t replaced = 0;
    for (std::size_t i = std::min(fields_.size(), columns_.size()); i-- > 0;) {
      if (text_name != FieldNames::none && columns_[i].number == text_name) {
        const Span& field = fields_[i];
        const DecodedText spelling =
            decode_as(std::string(record.substr(field.begin, field.size())), charset_);
        OffsetMap map;
        const std::string text = decode_csv_field(spelling.text, map);
        append_text(article, text, map, spelling.map, offset() + field.begin, options_);
        replaced = spelling.replaced;
        break;
      }
    }
    for (Paragraph& paragraph : article.paragraphs) {
      paragraph.source = wide_map_ ? wide_map_->source(paragraph.source) : paragraph.source;
    }
    if (charset_.empty() && !is_valid_utf8(record)) {
      replaced = 0;
      repair_utf8(record, replaced);
    }
    return replaced;
  }

  InputPointer file_;
  char separator_;
  const ReadOptions options_;
  FieldNames names_;
  FieldValues values_;
  std::string charset_;                // Of the bytes that are read.
  std::optional<OffsetMap> wide_map_;  // To the file, of which they are a copy in UTF-8.
  std::string wide_charset_;
  std::vector<Column> columns_;
  std::vector<Span> fields_;  // Of the record.
  std::size_t record_bytes_ = 0;
  std::size_t line_ = 1;  // Where the record begins.
  std::size_t next_line_ = 1;
  bool has_begun_ = false;
  bool done_ = false;
};

}  // namespace

ReaderPointer make_csv_reader(InputPointer file, char separator, const ReadOptions& options) {
  return std::make_unique<CsvReader>(std::move(file), separator, options);
}

}  // namespace pilcrow
