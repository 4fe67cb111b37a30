// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/database_reader.h"

#include <fcntl.h>
#include <unistd.h>
#include <limits>

#include "base/leb128.h"
#include "sealed/keys.h"
#include "sealed/version_file.h"

namespace pilcrow::sealed {
namespace {

class Folder {
 public:
  explicit Folder(const std::filesystem::path& path)
      : number_(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}
  ~Folder() {
    if (number_ >= 0) {
      ::close(number_);
    }
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  bool is_open() const { return number_ >= 0; }
  MappedFile file(const char* name) const { return {number_, name}; }

 private:
  int number_;
};

[[noreturn]] void fail() {
  throw TableDamaged("a chunk of values is damaged");
}

std::uint32_t take_long_number(std::string_view& bytes) {
  const std::optional<std::uint64_t> number = take_leb128(bytes);
  if (!number || *number > std::numeric_limits<std::uint32_t>::max()) {
    fail();
  }
  return static_cast<std::uint32_t>(*number);
}

// Nearly all take one byte.
inline std::uint32_t take_number(std::string_view& bytes) {
  if (bytes.empty() || static_cast<std::uint8_t>(bytes.front()) >= 0x80) {
    return take_long_number(bytes);
  }
  const auto number = static_cast<std::uint8_t>(bytes.front());
  bytes.remove_prefix(1);
  return number;
}

inline std::string_view take_string(std::string_view& bytes) {
  const std::size_t size = take_number(bytes);
  if (size > bytes.size()) {
    fail();
  }
  const std::string_view string = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return string;
}

std::optional<std::string> tag_of(const TableReader& table, std::string_view key) {
  std::string tag;
  return table.find(key, tag) == TableReader::Found::deflated ? std::nullopt
                                                              : std::optional(std::move(tag));
}

}  // namespace

std::unique_ptr<DatabaseReader> DatabaseReader::open(const std::filesystem::path& path,
                                                     std::string_view uuid, std::uint64_t revision,
                                                     std::uint32_t slots) {
  const Folder folder(path);
  if (!folder.is_open()) {
    return nullptr;
  }
  // The file stays as it is: a writer puts another in its place.
  const MappedFile file = folder.file(version_file);
  const std::optional<VersionInfo> version = decode_version(file.bytes());
  if (!version || version->revision != revision || to_text(version->uuid) != uuid ||
      !version->postings.present || !version->data.present) {
    return nullptr;
  }
  MappedFile postings = folder.file(posting_file);
  MappedFile data = folder.file(data_file);
  if (postings.bytes().empty() || data.bytes().empty()) {
    return nullptr;
  }
  return std::unique_ptr<DatabaseReader>(
      new DatabaseReader({std::move(postings), version->postings, version->revision},
                         {std::move(data), version->data, version->revision}, slots));
}

std::optional<std::string> DatabaseReader::data(std::uint32_t docid) const {
  return tag_of(data_, DocumentKey(docid).bytes());
}

std::optional<std::string> DatabaseReader::metadata(std::string_view key) const {
  return tag_of(postings_, std::string(metadata_prefix).append(key));
}

std::string_view DatabaseReader::value(std::uint32_t docid, std::uint32_t slot) const {
  Chunk& chunk = chunks_.at(slot);
  if (const std::optional<std::string_view> value = chunk.value(docid)) {
    return *value;
  }
  chunk.load(postings_, docid, slot);
  return chunk.value(docid).value_or(std::string_view());
}

void DatabaseReader::Chunk::load(const TableReader& postings, std::uint32_t docid,
                                 std::uint32_t slot) {
  std::string prefix;
  append_values_key(prefix, slot);
  std::string most = prefix;
  append_sort_uint(most, docid);
  // Nothing is loaded until all is well.
  first_ = covered_ = 0;
  const TableReader::Found found = postings.find_last(most, key_, tag_);
  if (found != TableReader::Found::no && key_.starts_with(prefix)) {
    const auto first = read_sort_uint(std::string_view(key_).substr(prefix.size()));
    if (found == TableReader::Found::deflated || !first || *first == 0 || *first > docid) {
      fail();
    }
    rewind(static_cast<std::uint32_t>(*first));
  }
  covered_ = docid;
}

std::optional<std::string_view> DatabaseReader::Chunk::value(std::uint32_t docid) {
  const std::optional<std::string_view> none =
      docid <= covered_ ? std::optional(std::string_view()) : std::nullopt;
  if (first_ == 0 || docid < first_) {
    return docid == covered_ ? none : std::nullopt;
  }
  if (docid < at_) {
    rewind(first_);
  }
  std::string_view rest = rest_;
  std::string_view value = value_;
  std::uint32_t at = at_;
  while (at < docid && !rest.empty()) {
    at += take_number(rest) + 1;
    value = take_string(rest);
  }
  rest_ = rest;
  value_ = value;
  at_ = at;
  return at == docid ? value : at > docid ? std::string_view() : none;
}

void DatabaseReader::Chunk::rewind(std::uint32_t first) {
  std::string_view rest = tag_;
  value_ = take_string(rest);
  rest_ = rest;
  at_ = first;
  first_ = first;
}

}  // namespace pilcrow::sealed
