// SPDX-License-Identifier: GPL-2.0-or-later
#include <random>
#include <string>

#include "tests/sealed/equality.h"

namespace pilcrow::sealed {
namespace {

class Randomness {
 public:
  explicit Randomness(unsigned seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t end) {
    return std::uniform_int_distribution<std::uint32_t>(0, end - 1)(random_);
  }
  bool once_in(std::uint32_t times) { return below(times) == 0; }

  std::string text(std::string_view alphabet, std::uint32_t size_max) {
    std::string text(1 + below(size_max), '\0');
    for (char& letter : text) {
      letter = alphabet[below(static_cast<std::uint32_t>(alphabet.size()))];
    }
    return text;
  }

 private:
  std::mt19937 random_;
};

TermOfDocument random_occurrences(Randomness& random) {
  TermOfDocument result;
  result.wdf = random.once_in(8) ? random.below(300) : random.below(4);
  std::uint32_t position = 0;
  for (auto count = random.below(6); count > 0; --count) {
    position += 1 + (random.once_in(10) ? random.below(100'000) : random.below(3));
    result.positions.push_back(position);
  }
  return result;
}

Document random_document(Randomness& random, std::string_view alphabet) {
  using namespace std::string_view_literals;
  constexpr std::string_view bytes = "\0\1az\xff"sv;
  Document document;
  for (auto count = random.below(12); count > 0; --count) {
    const std::uint32_t size_max = random.once_in(20) ? 100 : 3;
    document.terms[random.text(alphabet, size_max)] = random_occurrences(random);
  }
  for (std::uint32_t slot = 0; slot < 4; ++slot) {
    if (random.once_in(3)) {
      document.values[slot] = random.text(bytes, random.once_in(20) ? 900 : 5);
    }
  }
  if (!random.once_in(4)) {
    document.data = random.text(bytes, random.once_in(20) ? 20'000 : 40);
  }
  return document;
}

}  // namespace

Corpus random_corpus(unsigned seed) {
  using namespace std::string_view_literals;
  Randomness random(seed);
  constexpr std::string_view alphabets[] = {"ab"sv, "a\0\xff"sv, "abcdefghijklmnop"sv};
  const std::string_view alphabet = alphabets[random.below(3)];
  Corpus corpus;
  std::uint32_t docid = 0;
  for (auto count = random.below(random.once_in(8) ? 400 : 30); count > 0; --count) {
    docid += 1 + (random.once_in(8) ? random.below(1U << random.below(20)) : 0);
    corpus.documents[docid] = random_document(random, alphabet);
  }
  for (auto count = random.below(4); count > 0; --count) {
    corpus.metadata[random.text("\1ab\xff"sv, 5)] = random.text("xyz", 3000);
  }
  return corpus;
}

}  // namespace pilcrow::sealed
