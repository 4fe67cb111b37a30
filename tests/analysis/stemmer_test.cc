// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmer.h"

#include <gmock/gmock.h>

#include "pilcrow/analyzer.h"
#include "tests/analysis/tokens.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;

struct StemmerRow {
  const char* language;
  const char* word;
  const char* stem;
};

TEST(Stem, FollowsTheLanguage) {
  for (const auto& [language, word, stem] : {
           StemmerRow{"en", "running", "run"},
           StemmerRow{"en", "teacher's", "teacher"},
           StemmerRow{"de", "häuser", "haus"},
           StemmerRow{"fr", "continuellement", "continuel"},
           StemmerRow{"ru", "книгами", "книг"},
           StemmerRow{"ru", "зелёный", "зелен"},
           StemmerRow{"tr", "ankara'da", "ankar"},
           StemmerRow{"kk", "алматыдағы", "алмат"},
           StemmerRow{"zh", "北京", "北京"},
           StemmerRow{"", "running", "running"},
           StemmerRow{"xx", "running", "running"},
           StemmerRow{"en", "1990s", "1990s"},
           StemmerRow{"es", "2,5", "2,5"},
       }) {
    EXPECT_EQ(Stemmer(language).stem(word), stem) << language << ' ' << word;
  }
}

TEST(Stem, LeavesOutElidedWords) {
  const struct {
    const char* language;
    const char* word;
    const char* same;
  } rows[] = {{"fr", "l'eau", "eau"},
              {"fr", "d'accord", "accord"},
              {"fr", "qu'elle", "elle"},
              {"it", "dell'acqua", "acqua"},
              {"ca", "l'aigua", "aigua"},
              {"fr", "aujourd'hui", "aujourd'hui"},
              {"fr", "presqu'ile", "presqu'ile"},
              {"en", "d'accord", "d'accord"}};
  for (const auto& row : rows) {
    EXPECT_EQ(Stemmer(row.language).stem(row.word), Stemmer(row.language).stem(row.same))
        << row.word;
  }
  EXPECT_NE(Stemmer("en").stem("l'eau"), Stemmer("en").stem("eau"));
  EXPECT_EQ(Stemmer("fr").stem("l'"), "l'");
}

TEST(Stem, ExistsForTheLanguagesOfSnowballAndOurOwn) {
  for (const char* language :
       {"ar", "hy", "eu", "ca", "da", "nl", "en", "fi", "fr", "de", "ga", "hu",
        "id", "it", "lt", "ne", "nb", "nn", "no", "pt", "ro", "ru", "es", "sv",
        "ta", "tr", "bg", "cs", "el", "fa", "hi", "kk", "pl", "ug", "uk", "vi"}) {
    EXPECT_TRUE(Analyzer::has_stemmer(language)) << language;
    EXPECT_EQ(Stemmer(language).stem("7"), "7") << language;
  }
  for (const char* language : {"", "th", "zh", "english", "none", "xx"}) {
    EXPECT_FALSE(Analyzer::has_stemmer(language)) << language;
  }
}

TEST(Terms, AreStemmedBeforeTheyAreFolded) {
  EXPECT_THAT(terms_of("Häuser Haus", "de"), ElementsAre("haus", "haus"));
  EXPECT_THAT(terms_of("Ещё её", "ru"), ElementsAre("ещ", "е"));
  EXPECT_THAT(terms_of("Ankara’da Ankara'nın", "tr"), ElementsAre("ankar", "ankar"));
  EXPECT_THAT(terms_of("IŞIKLAR ışıklar", "tr"), ElementsAre("isik", "isik"));
}

}  // namespace
}  // namespace pilcrow
