// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/schema.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "pilcrow/error.h"
#include "store/record.h"

namespace pilcrow {
namespace {

std::string hexadecimal(std::uint64_t number) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = text.size(); i-- > 0; number >>= 4) {
    text[i] = digits[number & 0xf];
  }
  return text;
}

// The last `count` bytes of a number, big-endian.
std::string last_bytes(std::uint64_t number, std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t i = count; i-- > 0; number >>= 8) {
    bytes[i] = static_cast<char>(number & 0xff);
  }
  return bytes;
}

// An article is a copy where it shares two of these with another: of ten million articles, no two
// do by chance.
constexpr std::size_t duplicate_term_bytes = 4;

std::string joined(std::string_view prefix, std::string_view rest) {
  std::string key(prefix);
  key += rest;
  return key;
}

// Xapian's keys end near 245 bytes, and a NUL takes two.
constexpr std::size_t fact_name_bytes_max = 30;
constexpr std::size_t fact_value_bytes_max = 80;

std::string as_part_of_term(std::string_view text, std::size_t bytes_max) {
  return text.size() <= bytes_max ? std::string(text) : 'H' + hexadecimal(hash64(text));
}

void put_span(RecordWriter& writer, const Span& span) {
  writer.number(span.begin).number(span.size());
}

// Codes of two letters, which nearly all are, as one number: from 1, and 0 where there is none.
constexpr std::uint64_t letters = 26;
constexpr std::uint64_t other_language = letters * letters + 1;

void put_language(RecordWriter& writer, std::string_view language) {
  const auto is_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  if (language.empty()) {
    writer.number(0);
  } else if (language.size() == 2 && std::all_of(language.begin(), language.end(), is_letter)) {
    const auto number = [](char letter) { return static_cast<std::uint64_t>(letter - 'a'); };
    writer.number(letters * number(language[0]) + number(language[1]) + 1);
  } else {
    writer.number(other_language).text(language);
  }
}

std::string get_language(RecordReader& reader) {
  const std::uint64_t number = reader.number();
  if (number == 0 || number >= other_language) {
    return std::string(number == 0 ? std::string_view() : reader.text());
  }
  return {static_cast<char>('a' + (number - 1) / letters),
          static_cast<char>('a' + (number - 1) % letters)};
}

Span get_span(RecordReader& reader) {
  const std::size_t begin = reader.number();
  return {begin, begin + reader.number()};
}

// Of an enumeration whose last member is `last`.
template <typename Enum>
Enum get_enum(RecordReader& reader, Enum last, const char* name) {
  const std::uint64_t number = reader.number();
  if (number > static_cast<std::uint64_t>(last)) {
    throw Error(ErrorCode::corrupt, std::string("read a record: it has no known ") + name +
                                        "; the index is damaged, build it anew with --rebuild");
  }
  return static_cast<Enum>(number);
}

using Counts = std::map<std::string, std::uint64_t>;

void put_counts(RecordWriter& writer, const Counts& counts) {
  writer.number(counts.size());
  for (const auto& [name, count] : counts) {
    writer.text(name).number(count);
  }
}

Counts get_counts(RecordReader& reader) {
  Counts counts;
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    const std::string name(reader.text());
    counts[name] = reader.number();
  }
  return counts;
}

void subtract_counts(Counts& counts, const Counts& other) {
  for (const auto& [name, count] : other) {
    if ((counts[name] -= count) == 0) {
      counts.erase(name);
    }
  }
}

}  // namespace

ArticleKey ArticleKey::of_id(std::string_view id) {
  return {hash64(id)};
}

ArticleKey ArticleKey::of_value(std::string_view value) {
  ArticleKey key;
  for (const char byte : value) {
    key.hash = (key.hash << 8) | static_cast<unsigned char>(byte);
  }
  return key;
}

std::string ArticleKey::term() const {
  return article_prefix + value();
}

std::string ArticleKey::value() const {
  return last_bytes(hash, sizeof hash);
}

std::string ArticleKey::metadata_key() const {
  return joined(article_key_prefix, value());
}

std::string duplicate_term(std::uint64_t band) {
  return duplicate_prefix + last_bytes(band, duplicate_term_bytes);
}

std::string furniture_term(std::string_view term) {
  return joined(std::string_view(&furniture_prefix, 1), term);
}

std::string kind_term(ParagraphKind kind) {
  return joined(std::string_view(&kind_prefix, 1), to_string(kind));
}

std::string fact_term_prefix(std::string_view name) {
  std::string prefix = fact_prefix + as_part_of_term(name, fact_name_bytes_max);
  // Folding leaves no spaces, so this can't be another name.
  std::replace(prefix.begin(), prefix.end(), ':', ' ');
  return prefix + ':';
}

std::string fact_term(std::string_view name, std::string_view value) {
  return fact_term_prefix(name) + as_part_of_term(value, fact_value_bytes_max);
}

std::string date_value(std::string_view date) {
  constexpr std::size_t year_digits = 4;
  std::string value;
  std::size_t at = 0;
  for (const std::string_view separators : {"", "-", "-", "T ", ":", ":"}) {
    const std::size_t begin = at + (at == 0 ? 0 : 1);
    const std::size_t digits = at == 0 ? year_digits : 2;
    if (at > 0 && (at >= date.size() || separators.find(date[at]) == std::string_view::npos)) {
      break;
    }
    unsigned number = 0;
    const std::string_view part = date.substr(std::min(begin, date.size()), digits);
    const auto parsed = std::from_chars(part.data(), part.data() + part.size(), number);
    if (part.size() < digits || parsed.ptr != part.data() + digits) {
      break;
    }
    value += at == 0 ? std::string{static_cast<char>(number >> 8)} : "";
    value += static_cast<char>(number & 0xff);
    at = begin + digits;
  }
  return value;
}

std::string place_value(std::uint32_t place) {
  std::string value;
  for (; place > 0; place >>= 8) {
    value.insert(value.begin(), static_cast<char>(place & 0xff));
  }
  return value;
}

std::uint32_t place_of_value(std::string_view value) {
  std::uint32_t place = 0;
  for (const char byte : value) {
    place = (place << 8) | static_cast<unsigned char>(byte);
  }
  return place;
}

std::string source_metadata_key(std::string_view source_path) {
  return joined(source_key_prefix, hexadecimal(hash64(source_path)));
}

std::string word_metadata_key(std::string_view word) {
  return joined(word_key_prefix, word);
}

IndexStatistics& IndexStatistics::operator+=(const IndexStatistics& other) {
  articles += other.articles;
  duplicates += other.duplicates;
  passages += other.passages;
  passage_terms += other.passage_terms;
  furniture += other.furniture;
  for (const auto& [language, count] : other.languages) {
    languages[language] += count;
  }
  for (const auto& [language, count] : other.passage_languages) {
    passage_languages[language] += count;
  }
  return *this;
}

IndexStatistics& IndexStatistics::operator-=(const IndexStatistics& other) {
  articles -= other.articles;
  duplicates -= other.duplicates;
  passages -= other.passages;
  passage_terms -= other.passage_terms;
  furniture -= other.furniture;
  subtract_counts(languages, other.languages);
  subtract_counts(passage_languages, other.passage_languages);
  return *this;
}

std::string encode(const IndexHeader& header) {
  return RecordWriter()
      .number(static_cast<std::uint64_t>(header.format))
      .text(header.analyzer)
      .finish();
}

IndexHeader decode_header(std::string_view bytes) {
  RecordReader reader(bytes, "the index header");
  IndexHeader header;
  header.format = static_cast<int>(reader.number());
  header.analyzer = reader.text();
  return header;
}

std::string encode(const IndexStatistics& statistics) {
  RecordWriter writer;
  writer.number(statistics.articles).number(statistics.duplicates).number(statistics.passages);
  writer.number(statistics.passage_terms).number(statistics.furniture);
  put_counts(writer, statistics.languages);
  put_counts(writer, statistics.passage_languages);
  return writer.finish();
}

IndexStatistics decode_statistics(std::string_view bytes) {
  RecordReader reader(bytes, "the index statistics");
  IndexStatistics statistics;
  statistics.articles = reader.number();
  statistics.duplicates = reader.number();
  statistics.passages = reader.number();
  statistics.passage_terms = reader.number();
  statistics.furniture = reader.number();
  statistics.languages = get_counts(reader);
  statistics.passage_languages = get_counts(reader);
  return statistics;
}

std::string encode(const ArticleRecord& record) {
  RecordWriter writer;
  writer.coded_text(record.id).coded_text(record.title);
  writer.coded_text(record.section).coded_text(record.author);
  writer.text(record.date).text(record.language).coded_text(record.url);
  writer.number(record.facets.size());
  for (const auto& [name, value] : record.facets) {
    writer.coded_text(name).coded_text(value);
  }
  writer.coded_text(record.source_path).coded_text(record.source_member);
  put_span(writer, record.source_record);
  writer.number(static_cast<std::uint64_t>(record.source_encoding)).text(record.source_charset);
  writer.number(record.id_is_path ? 1 : 0);
  writer.number(record.paragraphs).number(record.furniture);
  writer.number(record.signature).number(record.duplicate_of);
  return writer.finish();
}

ArticleRecord decode_article(std::string_view bytes) {
  RecordReader reader(bytes, "the record of an article");
  ArticleRecord record;
  record.id = reader.coded_text();
  record.title = reader.coded_text();
  record.section = reader.coded_text();
  record.author = reader.coded_text();
  record.date = reader.text();
  record.language = reader.text();
  record.url = reader.coded_text();
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    const std::string name = reader.coded_text();
    record.facets[name] = reader.coded_text();
  }
  record.source_path = reader.coded_text();
  record.source_member = reader.coded_text();
  record.source_record = get_span(reader);
  record.source_encoding = get_enum(reader, SourceEncoding::docx, "encoding");
  record.source_charset = reader.text();
  record.id_is_path = reader.number() != 0;
  record.paragraphs = static_cast<std::uint32_t>(reader.number());
  record.furniture = static_cast<std::uint32_t>(reader.number());
  record.signature = reader.number();
  record.duplicate_of = reader.number();
  return record;
}

std::string encode(const PassageRecord& record) {
  RecordWriter writer;
  writer.number(static_cast<std::uint64_t>(record.kind)).number(record.paragraph);
  if (record.kind != ParagraphKind::body) {
    writer.number(record.body_before);
  }
  put_language(writer, record.language);
  put_span(writer, record.source);
  return writer.coded_text(record.text, TextPlace::last).finish();
}

PassageRecord decode_passage(std::string_view bytes) {
  RecordReader reader(bytes, "a stored passage");
  PassageRecord record;
  record.kind = get_enum(reader, ParagraphKind::legal, "kind of paragraph");
  record.paragraph = static_cast<std::uint32_t>(reader.number());
  if (record.kind != ParagraphKind::body) {
    record.body_before = static_cast<std::uint32_t>(reader.number());
  }
  record.language = get_language(reader);
  record.source = get_span(reader);
  record.text = reader.coded_text(TextPlace::last);
  return record;
}

std::string encode(const SourceRecord& record) {
  return RecordWriter()
      .text(record.path)
      .number(record.size_bytes)
      .number(static_cast<std::uint64_t>(record.modified_ns))
      .number(record.content_hash)
      .number(record.options_hash)
      .number(record.articles)
      .finish();
}

SourceRecord decode_source(std::string_view bytes) {
  RecordReader reader(bytes, "the record of a source file");
  SourceRecord record;
  record.path = reader.text();
  record.size_bytes = reader.number();
  record.modified_ns = static_cast<std::int64_t>(reader.number());
  record.content_hash = reader.number();
  record.options_hash = reader.number();
  record.articles = reader.number();
  return record;
}

std::string encode_recurring(const std::vector<std::uint64_t>& hashes) {
  RecordWriter writer;
  writer.number(hashes.size());
  for (const std::uint64_t hash : hashes) {
    writer.number(hash);
  }
  return writer.finish();
}

std::vector<std::uint64_t> decode_recurring(std::string_view bytes) {
  RecordReader reader(bytes, "the list of recurring paragraphs");
  std::vector<std::uint64_t> hashes;
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    hashes.push_back(reader.number());
  }
  return hashes;
}

}  // namespace pilcrow
