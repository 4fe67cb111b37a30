// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stop_words.h"

#include <gmock/gmock.h>

#include "tests/analysis/tokens.h"

namespace pilcrow {
namespace {

struct StopWordRow {
  const char* language;
  const char* word;
  bool is_stop_word;
};

TEST(StopWords, AreThoseOfTheLanguage) {
  for (const auto& [language, word, is_one] : {
           StopWordRow{"en", "the", true},
           StopWordRow{"en", "what", false},
           StopWordRow{"en", "die", false},
           StopWordRow{"de", "die", true},
           StopWordRow{"de", "fur", true},
           StopWordRow{"fr", "et", true},
           StopWordRow{"ru", "еще", true},
           StopWordRow{"kk", "және", true},
           StopWordRow{"zh", "的", true},
           StopWordRow{"tr", "icin", true},
           StopWordRow{"no", "ikke", true},
           StopWordRow{"nb", "ikke", true},
           StopWordRow{"el", "και", true},
           StopWordRow{"", "the", false},
           StopWordRow{"xx", "the", false},
       }) {
    EXPECT_EQ(pilcrow::is_stop_word(word, language), is_one) << language << ' ' << word;
  }
}

TEST(StopWords, AreFoundHoweverTheyAreWritten) {
  EXPECT_TRUE(Analyzer().analyze("FÜR", "de").front().stop_word);
  EXPECT_TRUE(Analyzer().analyze("Ещё", "ru").front().stop_word);
  EXPECT_TRUE(Analyzer().analyze("İÇİN", "tr").front().stop_word);
}

}  // namespace
}  // namespace pilcrow
