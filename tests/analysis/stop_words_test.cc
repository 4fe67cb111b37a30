// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stop_words.h"

#include <gmock/gmock.h>

#include "tests/analysis/tokens.h"

namespace pilcrow {
namespace {

struct Row {
  const char* language;
  const char* word;
  bool is_stop_word;
};

TEST(StopWords, AreThoseOfTheLanguage) {
  for (const auto& [language, word, is_one] : {
           Row{"en", "the", true},
           Row{"en", "what", false},
           Row{"en", "die", false},
           Row{"de", "die", true},
           Row{"de", "fur", true},
           Row{"fr", "et", true},
           Row{"ru", "еще", true},
           Row{"kk", "және", true},
           Row{"zh", "的", true},
           Row{"tr", "icin", true},
           Row{"no", "ikke", true},
           Row{"nb", "ikke", true},
           Row{"el", "και", true},
           Row{"", "the", false},
           Row{"xx", "the", false},
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
