// SPDX-License-Identifier: GPL-2.0-or-later
// Writes the vocabulary (store/vocabulary.h): words that look or sound alike are found through it.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <string>
#include <vector>

namespace pilcrow {

// Files words, which the vocabulary does not have yet, under their keys.  They become a segment of
// their own, into which segments that are not much larger are merged, so that there are never more
// segments than the logarithm of the number of words.  Takes about 150 bytes of memory for each
// word of the new segment.  Throws Xapian's exceptions.
void add_to_vocabulary(Xapian::WritableDatabase& database, std::vector<std::string> words);

// The same with all the words that an index has and that no segment holds yet, since it was built
// just now.
void build_vocabulary(Xapian::WritableDatabase& database);

// The keys of metadata under which a word of a segment is filed, each once.
std::vector<std::string> vocabulary_keys_of(std::uint32_t segment, const std::string& word);

}  // namespace pilcrow
