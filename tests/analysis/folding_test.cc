// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/folding.h"

#include <gmock/gmock.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string>

#include "corpus/utf8.h"

namespace pilcrow {
namespace {

struct FoldingRow {
  const char* word;
  const char* folded;
};

std::string fold(std::string_view word) {
  return diacritics_folded(case_folded(word));
}

TEST(Fold, MakesSpellingsOfAWordTheSame) {
  for (const auto& [word, folded] : {
           FoldingRow{"Straße", "strasse"},
           FoldingRow{"Ångström", "angstrom"},
           FoldingRow{"e\u0301te\u0301", "ete"},
           FoldingRow{"Øster", "oster"},
           FoldingRow{"Łódź", "lodz"},
           FoldingRow{"Đường", "duong"},
           FoldingRow{"Ærø", "aero"},
           FoldingRow{"Œuvre", "oeuvre"},
           FoldingRow{"Þór", "thor"},
           FoldingRow{"Eiður", "eidur"},
           FoldingRow{"Ħal", "hal"},
           FoldingRow{"ıŞıK", "isik"},
           FoldingRow{"İzmir", "izmir"},
           FoldingRow{"Ἀθῆναι", "αθηναι"},
           FoldingRow{"ﬁne", "fine"},
           FoldingRow{"Ａ５", "a5"},
           FoldingRow{"co\u00ADop", "coop"},
           FoldingRow{"می\u200Cشود", "میشود"},
           FoldingRow{"كِتَابٌ", "كتاب"},
           FoldingRow{"جـــديد", "جديد"},
           FoldingRow{"Ёлка", "елка"},
           FoldingRow{"10\u202F000", "10000"},
       }) {
    EXPECT_EQ(fold(word), folded) << word;
  }
}

TEST(Fold, KeepsMarksThatMakeAnotherLetter) {
  for (const char* word : {"йод", "їжак", "ўзбек", "қазақ", "हिन्दी", "ที่", "أحمد", "آب", "שָׁלוֹם",
                           "が", "əli", "ئۇيغۇر"}) {
    EXPECT_EQ(fold(word), word);
  }
}

TEST(Fold, ChangesNothingTheSecondTime) {
  for (UChar32 letter = 0; letter < 0x110000; ++letter) {
    if (U_IS_SURROGATE(letter) || u_isalnum(letter) == 0) {
      continue;
    }
    std::string word;
    icu::UnicodeString(letter).toUTF8String(word);
    const std::string once = fold("a" + word + "\u0301");
    ASSERT_TRUE(is_valid_utf8(once));
    ASSERT_EQ(fold(once), once) << std::hex << letter;
  }
}

TEST(WithTurkishSmallI, KeepsTheDot) {
  EXPECT_EQ(with_turkish_small_i("IŞIK İzmir"), "ıŞıK izmir");
}

TEST(CutTo, CutsBetweenCharacters) {
  EXPECT_EQ(cut_to("abc", 5), "abc");
  EXPECT_EQ(cut_to("abc", 2), "ab");
  EXPECT_EQ(cut_to("aжж", 4), "aж");
  EXPECT_EQ(cut_to("😀", 3), "");
}

}  // namespace
}  // namespace pilcrow
