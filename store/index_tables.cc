// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/index_tables.h"

#include <fcntl.h>
#include <unistd.h>
#include <limits>
#include <utility>

#include "base/leb128.h"
#include "store/sort_uint.h"

namespace pilcrow {
namespace {

using Xapian::DatabaseCorruptError;

// Xapian's format of 14 March 2016, which all versions from 1.4.0 on have.
constexpr std::string_view version_head("\x0f\x0dXapian Glass\x04\x6e", 16);
constexpr std::size_t uuid_bytes = 16;
constexpr unsigned levels_max = 10;

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

// As Xapian spells it.
std::string spelled_uuid(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string uuid;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    uuid += i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "";
    uuid += digits[static_cast<std::uint8_t>(bytes[i]) >> 4];
    uuid += digits[static_cast<std::uint8_t>(bytes[i]) & 0xf];
  }
  return uuid;
}

// The file "iamglass", which names the roots of the tables of one revision.
class VersionFile {
 public:
  explicit VersionFile(std::string_view bytes) {
    if (bytes.size() < version_head.size() + uuid_bytes || !bytes.starts_with(version_head)) {
      is_good_ = false;
      return;
    }
    uuid = spelled_uuid(bytes.substr(version_head.size(), uuid_bytes));
    rest_ = bytes.substr(version_head.size() + uuid_bytes);
    revision = number();
    postlist = root();
    docdata = root();
  }

  bool is_good() const { return is_good_; }

  std::string uuid;
  std::uint64_t revision = 0;
  TableRoot postlist;
  TableRoot docdata;

 private:
  std::uint64_t number() {
    const std::optional<std::uint64_t> number = take_leb128(rest_);
    is_good_ = is_good_ && number.has_value();
    return number.value_or(0);
  }

  // There may be no table, nor what is read of it.
  TableRoot root() {
    constexpr std::size_t block_bytes_min = 2048;
    constexpr std::size_t block_bytes_max = 65'536;
    TableRoot root;
    root.revision = static_cast<std::uint32_t>(revision);
    root.block = static_cast<std::uint32_t>(number());
    const std::uint64_t level_and_flags = number();
    const bool is_absent = (level_and_flags & 1) != 0;
    root.level = static_cast<unsigned>(level_and_flags >> 2);
    number();  // Of entries.
    root.block_bytes = number() * block_bytes_min;
    number();  // The least size that is compressed.
    const std::uint64_t free_list_bytes = number();
    is_good_ = is_good_ && !is_absent && root.level < levels_max &&
               root.block_bytes >= block_bytes_min && root.block_bytes <= block_bytes_max &&
               free_list_bytes <= rest_.size();
    rest_.remove_prefix(is_good_ ? free_list_bytes : 0);
    return root;
  }

  std::string_view rest_;
  bool is_good_ = true;
};

[[noreturn]] void fail() {
  throw DatabaseCorruptError("a chunk of values is damaged");
}

std::uint64_t take_long_number(std::string_view& bytes) {
  const std::optional<std::uint64_t> number = take_leb128(bytes);
  if (!number || *number > std::numeric_limits<Xapian::docid>::max()) {
    fail();
  }
  return *number;
}

// Nearly all take one byte.
inline Xapian::docid take_number(std::string_view& bytes) {
  if (bytes.empty() || static_cast<std::uint8_t>(bytes.front()) >= 0x80) {
    return static_cast<Xapian::docid>(take_long_number(bytes));
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

std::optional<std::string> found(GlassTable::Found how, std::string tag) {
  return how == GlassTable::Found::compressed ? std::nullopt : std::optional(std::move(tag));
}

}  // namespace

std::unique_ptr<IndexTables> IndexTables::open(const std::filesystem::path& path,
                                               const Xapian::Database& database) {
  const Folder folder(path);
  if (!folder.is_open()) {
    return nullptr;
  }
  const MappedFile version_file = folder.file("iamglass");
  // Copied at once: a writer puts another file in its place.
  const VersionFile version(version_file.bytes());
  if (!version.is_good() || version.revision != database.get_revision() ||
      version.uuid != database.get_uuid()) {
    return nullptr;
  }
  MappedFile postlist = folder.file("postlist.glass");
  MappedFile docdata = folder.file("docdata.glass");
  if (postlist.bytes().empty() || docdata.bytes().empty()) {
    return nullptr;
  }
  return std::unique_ptr<IndexTables>(new IndexTables({std::move(postlist), version.postlist},
                                                      {std::move(docdata), version.docdata}));
}

std::optional<std::string> IndexTables::data(Xapian::docid document) const {
  std::string key;
  append_sort_uint(key, document);
  std::string tag;
  const GlassTable::Found how = docdata_.find(key, tag);
  return found(how, std::move(tag));
}

std::optional<std::string> IndexTables::metadata(std::string_view key) const {
  std::string tag;
  const GlassTable::Found how = postlist_.find(std::string("\0\xc0", 2).append(key), tag);
  return found(how, std::move(tag));
}

std::string_view IndexTables::value(Xapian::docid document, Xapian::valueno slot) const {
  Chunk& chunk = chunks_.at(slot);
  if (const std::optional<std::string_view> value = chunk.value(document)) {
    return *value;
  }
  chunk.load(postlist_, document, slot);
  return chunk.value(document).value_or(std::string_view());
}

void IndexTables::Chunk::load(const GlassTable& postlist, Xapian::docid document,
                              Xapian::valueno slot) {
  std::string prefix("\0\xd8", 2);
  append_leb128(prefix, slot);
  std::string most = prefix;
  append_sort_uint(most, document);
  first_ = 0;
  const bool found = postlist.find_last(most, key_, tag_) == GlassTable::Found::yes;
  covered_ = document;
  if (found && key_.starts_with(prefix)) {
    const auto first = read_sort_uint(std::string_view(key_).substr(prefix.size()));
    if (!first || *first == 0 || *first > document) {
      fail();
    }
    first_ = static_cast<Xapian::docid>(*first);
    rewind();
  }
}

std::optional<std::string_view> IndexTables::Chunk::value(Xapian::docid document) {
  const std::optional<std::string_view> none =
      document <= covered_ ? std::optional(std::string_view()) : std::nullopt;
  if (first_ == 0 || document < first_) {
    return document == covered_ ? none : std::nullopt;
  }
  if (document < at_) {
    rewind();
  }
  std::string_view rest = rest_;
  Xapian::docid at = at_;
  while (at < document && !rest.empty()) {
    at += take_number(rest) + 1;
    value_ = take_string(rest);
  }
  rest_ = rest;
  at_ = at;
  return at == document ? value_ : at > document ? std::string_view() : none;
}

void IndexTables::Chunk::rewind() {
  rest_ = tag_;
  at_ = first_;
  value_ = take_string(rest_);
}

}  // namespace pilcrow
