// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/forward_index.h"

#include <array>
#include <limits>

#include "base/hash.h"
#include "base/leb128.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

// The words whose hashes are their numbers here.  A third of all words in the languages that have
// them are among these; elsewhere nothing is lost.
constexpr auto frequent_words = std::to_array<std::string_view>(
    {"the", "of",   "to",  "and",  "in",    "a",   "is",   "that", "for", "on",  "with",
     "as",  "by",   "at",  "from", "it",    "was", "be",   "he",   "i",   "his", "not",
     "are", "have", "had", "you",  "but",   "or",  "said", "this", "an",  "der", "die",
     "und", "das",  "den", "zu",   "nicht", "ich", "er",   "sie",  "de",  "la",  "le",
     "et",  "les",  "des", "que",  "en",    "un",  "el",   "y",    "и",   "в",   "не",
     "на",  "я",    "что", "он",   "с",     "как", "а",    "және", "бір"});
static_assert(frequent_words.size() == exact_hashes);

// The first byte of all other words is at least `exact_hashes`.
constexpr std::size_t other_hashes = word_hashes - (std::size_t{exact_hashes} << 8);

std::size_t hash_of(std::string_view word) {
  return hash64(word) % other_hashes;
}

// By hash_of, the number of the frequent word that has it.
class FrequentWords {
 public:
  static constexpr std::uint8_t none = 0xff;

  FrequentWords() {
    numbers_.fill(none);
    for (std::size_t i = 0; i < frequent_words.size(); ++i) {
      numbers_[hash_of(frequent_words[i])] = static_cast<std::uint8_t>(i);
    }
  }
  std::uint8_t number(std::size_t hash) const { return numbers_[hash]; }

 private:
  std::array<std::uint8_t, other_hashes> numbers_{};
};

std::size_t code_bytes(char first) {
  return is_exact(static_cast<std::uint8_t>(first)) ? 1 : 2;
}

[[noreturn]] void fail() {
  throw Error(ErrorCode::corrupt,
              "read the forward index of a passage: its length is wrong; the index is damaged, "
              "build it anew with --rebuild");
}

std::uint32_t take_number(std::string_view& bytes) {
  const std::optional<std::uint64_t> number = take_leb128(bytes);
  if (!number || *number > std::numeric_limits<std::uint32_t>::max()) {
    fail();
  }
  return static_cast<std::uint32_t>(*number);
}

}  // namespace

WordHash word_hash(std::string_view word) {
  static const FrequentWords frequent;
  const std::size_t hash = hash_of(word);
  const std::uint8_t number = frequent.number(hash);
  return number != FrequentWords::none && frequent_words[number] == word
             ? number
             : static_cast<WordHash>((std::size_t{exact_hashes} << 8) + hash);
}

void append_word(std::string& codes, WordHash hash) {
  if (!is_exact(hash)) {
    codes.push_back(static_cast<char>(hash >> 8));
  }
  codes.push_back(static_cast<char>(hash & 0xff));
}

std::vector<WordHash> decode_words(std::string_view codes) {
  std::vector<WordHash> words;
  words.reserve(codes.size());
  for (std::size_t at = 0; at < codes.size();) {
    WordHash word = static_cast<std::uint8_t>(codes[at++]);
    if (!is_exact(word)) {
      if (at == codes.size()) {
        fail();
      }
      word = static_cast<WordHash>((word << 8) | static_cast<std::uint8_t>(codes[at++]));
    }
    words.push_back(word);
  }
  return words;
}

bool holds_words(std::string_view codes, std::string_view wanted) {
  // The second byte of a word may look like the first of another.
  std::size_t begin_of_word = 0;
  for (std::size_t at = codes.find(wanted); at != std::string_view::npos;
       at = codes.find(wanted, at + 1)) {
    while (begin_of_word < at) {
      begin_of_word += code_bytes(codes[begin_of_word]);
    }
    if (begin_of_word == at) {
      return true;
    }
  }
  return false;
}

std::string ForwardIndexWriter::value(std::uint32_t length) const {
  std::string bytes;
  bytes.reserve(words_.size() + 2 * sizeof length);
  append_leb128(bytes, length);
  append_leb128(bytes, title_bytes_);
  return bytes.append(words_);
}

ForwardView view_forward_index(std::string_view value) {
  ForwardView view;
  if (value.empty()) {
    return view;
  }
  view.length = take_number(value);
  const std::size_t title_bytes = take_number(value);
  if (title_bytes > value.size()) {
    fail();
  }
  view.title = value.substr(0, title_bytes);
  view.body = value.substr(title_bytes);
  return view;
}

ForwardIndex decode_forward_index(std::string_view value) {
  const ForwardView view = view_forward_index(value);
  return {view.length, decode_words(view.title), decode_words(view.body)};
}

}  // namespace pilcrow
