// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sketch.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "base/hash.h"

namespace pilcrow {
namespace {

constexpr std::size_t shingle_words = 4;
constexpr std::size_t band_count = 6;
constexpr std::size_t band_minima = 4;
constexpr std::size_t bin_count = band_count * band_minima;
constexpr std::uint64_t no_minimum = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;

std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= odd;
  return hash ^ (hash >> 29);
}

constexpr bool is_letter(unsigned byte) {
  return byte >= 0x80 || (byte >= '0' && byte <= '9') ||
         ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

// Scripts that are written without spaces have a word a character here.
constexpr bool is_ideograph(unsigned first_byte) {
  return first_byte >= 0xE3 && first_byte <= 0xED;
}

// By byte: what is hashed of it where it goes on with a word, else 0.  Case is folded where that is
// one bit; elsewhere copies rarely differ in it.
constexpr std::array<std::uint8_t, 256> hashed_bytes = [] {
  std::array<std::uint8_t, 256> bytes = {};
  for (unsigned byte = 0; byte < bytes.size(); ++byte) {
    if (is_letter(byte) && !is_ideograph(byte)) {
      bytes[byte] = static_cast<std::uint8_t>(byte < 0x80 ? byte | 0x20U : byte);
    }
  }
  return bytes;
}();

// The minima of the hashes of all shingles, each shingle in the bin that its hash tells.
class Minima {
 public:
  Minima() { bins_.fill(no_minimum); }

  void add_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto first = static_cast<unsigned char>(text[at]);
      std::uint64_t hash = 0;
      if (is_ideograph(first)) {
        for (const std::size_t end = std::min(at + 3, text.size()); at < end; ++at) {
          const auto byte = static_cast<unsigned char>(text[at]);
          hash = (hash ^ (byte < 0x80 ? byte | 0x20U : byte)) * odd;
        }
      } else if (hashed_bytes[first] != 0) {
        for (std::uint8_t byte = hashed_bytes[first]; byte != 0;
             byte = at < text.size() ? hashed_bytes[static_cast<unsigned char>(text[at])] : 0) {
          hash = (hash ^ byte) * odd;
          ++at;
        }
      } else {
        ++at;
        continue;
      }
      add_word(hash);
    }
  }

  std::size_t words() const { return words_; }

  // A bin without a shingle takes the minimum of the next one that has some, so that short texts
  // compare well too (Shrivastava and Li, Densifying one permutation hashing, 2014).
  std::vector<std::uint64_t> bands() const {
    std::vector<std::uint64_t> bands;
    for (std::size_t band = 0; band < band_count; ++band) {
      std::uint64_t hash = band + 1;
      for (std::size_t i = 0; i < band_minima; ++i) {
        std::size_t bin = band * band_minima + i;
        std::uint64_t borrowed = 0;
        while (bins_[bin] == no_minimum) {
          bin = (bin + 1) % bin_count;
          borrowed += odd;
        }
        hash = mixed(hash + bins_[bin] + borrowed);
      }
      bands.push_back(hash);
    }
    return bands;
  }

 private:
  void add_word(std::uint64_t hash) {
    last_[words_ % shingle_words] = mixed(hash);
    if (++words_ < shingle_words) {
      return;
    }
    std::uint64_t shingle = 0;
    for (std::size_t i = 0; i < shingle_words; ++i) {
      shingle = mixed(shingle + last_[(words_ + i) % shingle_words]);
    }
    std::uint64_t& minimum = bins_[shingle % bin_count];
    minimum = std::min(minimum, shingle);
  }

  std::array<std::uint64_t, bin_count> bins_ = {};
  std::array<std::uint64_t, shingle_words> last_ = {};
  std::size_t words_ = 0;
};

// Two bands are taken for one with a probability of one in four thousand millions; a copy needs
// two.
std::uint32_t tag_of(std::uint64_t band) {
  return static_cast<std::uint32_t>(band >> 32);
}

}  // namespace

std::vector<std::uint64_t> sketch_of(const Article& article) {
  Minima minima;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == ParagraphKind::body) {
      minima.add_text(
          std::string_view(article.text).substr(paragraph.span.begin, paragraph.span.size()));
    }
  }
  return minima.words() < sketched_words_min ? std::vector<std::uint64_t>() : minima.bands();
}

std::uint64_t original_among(const std::vector<std::uint64_t>& candidates) {
  for (const std::uint64_t key : candidates) {
    const auto shared =
        static_cast<std::size_t>(std::count(candidates.begin(), candidates.end(), key));
    if (key != 0 && shared >= bands_shared_min) {
      return key;
    }
  }
  return 0;
}

// Where an entry with this tag is, or would be.
std::size_t SketchTable::place_of(std::uint32_t tag) const {
  std::size_t place = tag % entries_.size();
  while (entries_[place].article != 0 && entries_[place].tag != tag) {
    place = (place + 1) % entries_.size();
  }
  return place;
}

std::uint64_t SketchTable::find(std::uint64_t band) const {
  if (entries_.empty()) {
    return 0;
  }
  const Entry& entry = entries_[place_of(tag_of(band))];
  return entry.article == 0 ? 0 : keys_[entry.article - 1];
}

void SketchTable::note(const std::vector<std::uint64_t>& bands, const ArticleKey& key) {
  constexpr std::size_t share_used_max = 2;  // One half.
  keys_.push_back(key.hash);
  for (const std::uint64_t band : bands) {
    if (share_used_max * (used_ + 1) > entries_.size()) {
      grow();
    }
    Entry& entry = entries_[place_of(tag_of(band))];
    if (entry.article == 0) {
      entry = {tag_of(band), static_cast<std::uint32_t>(keys_.size())};
      ++used_;
    }
  }
}

void SketchTable::grow() {
  constexpr std::size_t entries_min = 1024;
  LargeVector<Entry> old(std::max(entries_min, 2 * entries_.size()));
  std::swap(old, entries_);
  for (const Entry& entry : old) {
    if (entry.article != 0) {
      entries_[place_of(entry.tag)] = entry;
    }
  }
}

}  // namespace pilcrow
