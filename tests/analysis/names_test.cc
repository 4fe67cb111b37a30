// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/names/aliases.h"
#include "analysis/names/name_keys.h"
#include "tokens.h"

namespace pilcrow {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

struct Pair {
  const char* a;
  const char* b;
};

bool share_a_key(std::string_view a, std::string_view b) {
  const std::vector<std::string> keys = skeletons(b);
  const std::vector<std::string> others = skeletons(a);
  return std::find_first_of(keys.begin(), keys.end(), others.begin(), others.end()) != keys.end();
}

bool are_connected(std::string_view a, std::string_view b) {
  return share_a_key(a, b) && same_name(a, b);
}

std::string sounds_of(std::string_view word) {
  const std::vector<NameForm> forms = name_forms(word);
  return forms.empty() ? "" : forms[0].sounds;
}

TEST(NameForms, ReadsEachScriptByItsRules) {
  for (const auto& [word, sounds] : {
           Pair{"urumqi", "urum9i"},     Pair{"tschaikowski", "Caikowski"},
           Pair{"урумчи", "urumCi"},     Pair{"чжоу", "Jou"},
           Pair{"цзиньпин", "Din\"pin"}, Pair{"қазақ", "qazaq"},
           Pair{"αθηνα", "a0ina"},       Pair{"μπαιντεν", "baiden"},
           Pair{"երևան", "erevan"},      Pair{"თბილისი", "tbilisi"},
           Pair{"נתניהו", "ntnyhw"},     Pair{"محمد", "mhmd"},
           Pair{"ئۈرۈمچى", "urumCi"},    Pair{"मोदी", "modi"},
           Pair{"দিল্লি", "dilli"},       Pair{"김정은", "gimjeoNeun"},
           Pair{"ふくしま", "fukuSima"}, Pair{"トヨタ", "toyota"},
           Pair{"习近平", "XijinpiN"},
       }) {
    const std::vector<NameForm> forms = name_forms(word);
    EXPECT_TRUE(
        std::any_of(forms.begin(), forms.end(),
                    [&expected = sounds](const NameForm& form) { return form.sounds == expected; }))
        << word << " " << sounds_of(word);
  }
}

TEST(NameForms, FoldsWhatIsNotFolded) {
  EXPECT_EQ(sounds_of("Ürümqi"), sounds_of("urumqi"));
  EXPECT_EQ(sounds_of("УРУМЧИ"), sounds_of("урумчи"));
  EXPECT_EQ(sounds_of("Αθήνα"), sounds_of("αθηνα"));
}

TEST(NameForms, TakesNamesOfSeveralWordsAsOne) {
  EXPECT_EQ(sounds_of("Xi Jinping"), "XijinpiN");
  EXPECT_TRUE(are_connected("xi jinping", "习近平"));
  EXPECT_TRUE(are_connected("си цзиньпин", "习近平"));
  EXPECT_TRUE(are_connected("kim jong-un", "김정은"));
  EXPECT_TRUE(are_connected("abdullah", "عبد الله"));
}

TEST(NameForms, AreNoneForWhatIsNoName) {
  for (const char* word : {"", " ", "-", "'", "1999", "covid19", "a", "я", "习", "ㅎ", "😀", "😀😀",
                           "ab😀", "moсква", "ᠮᠣᠩᠭᠣᠯ", "\xFF", "ab\xC3", "\xED\xA0\x80"}) {
    EXPECT_THAT(name_forms(word), IsEmpty()) << word;
    EXPECT_THAT(skeletons(word), IsEmpty()) << word;
    EXPECT_EQ(name_likeness(word, word), 0) << word;
  }
}

TEST(NameForms, AreCutWhereTheyAreHuge) {
  for (const std::string letter : {"x", "hv", "ش", "習", "ё", "शि", "ば", "강"}) {
    std::string word;
    for (int i = 0; i < 10000; ++i) {
      word += letter;
    }
    for (const NameForm& form : name_forms(word)) {
      EXPECT_LE(form.sounds.size(), 48U);
    }
    for (const std::string& key : skeletons(word)) {
      EXPECT_LE(key.size(), 10U);
    }
    EXPECT_LE(name_likeness(word, word), 1);
  }
}

TEST(Skeletons, AreFewShortAndDistinct) {
  for (const char* word : {"xinjiang", "chachacha", "jhjhjhjhjhjh", "кххххх", "vavavavavava"}) {
    const std::vector<std::string> keys = skeletons(word);
    EXPECT_LE(keys.size(), 12U) << word;
    EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end()) << word;
  }
  EXPECT_THAT(skeletons("урумчи"), ElementsAre("RMS"));
  EXPECT_THAT(skeletons("aoi"), ElementsAre("_"));
}

TEST(SameName, ConnectsSpellingsAcrossScripts) {
  for (const auto& [a, b] : {
           Pair{"Ürümqi", "Урумчи"},      Pair{"Urumchi", "ئۈرۈمچى"},
           Pair{"Шанхай", "上海"},        Pair{"Hu Jintao", "Ху Цзиньтао"},
           Pair{"Путин", "بوتين"},        Pair{"Putin", "プーチン"},
           Pair{"Μέρκελ", "Меркель"},     Pair{"Mandela", "Μαντέλα"},
           Pair{"Yerevan", "Երևան"},      Pair{"Shevardnadze", "შევარდნაძე"},
           Pair{"Нетаньяху", "נתניהו"},   Pair{"Gandhi", "गांधी"},
           Pair{"Мумбаи", "मुंबई"},         Pair{"Hiroshima", "ヒロシマ"},
           Pair{"Mohammed", "محمد"},      Pair{"Тегеран", "تهران"},
           Pair{"Moon Jae-in", "문재인"}, Pair{"烏魯木齊", "乌鲁木齐"},
           Pair{"الكويت", "Kuwait"},      Pair{"Гитлер", "Hitler"},
       }) {
    EXPECT_TRUE(are_connected(a, b)) << a << " " << b << " " << name_likeness(a, b);
    EXPECT_EQ(name_likeness(a, b), name_likeness(b, a)) << a << " " << b;
  }
}

TEST(SameName, ConnectsRomanisations) {
  for (const auto& [a, b] : {
           Pair{"Kashgar", "Qeshqer"},
           Pair{"Kashgar", "Kaxgar"},
           Pair{"Urumqi", "Urumchi"},
           Pair{"Gaddafi", "Qaddafi"},
           Pair{"Gaddafi", "Kadhafi"},
           Pair{"Chaikovsky", "Tchaikovsky"},
           Pair{"Chaikovsky", "Tschaikowski"},
           Pair{"Mohammed", "Muhammad"},
           Pair{"Mohammed", "Mohamed"},
           Pair{"Khrushchev", "Chruschtschow"},
       }) {
    EXPECT_TRUE(are_connected(a, b)) << a << " " << b << " " << name_likeness(a, b);
  }
}

TEST(SameName, KeepsNearMissesApart) {
  for (const auto& [a, b] : {
           Pair{"Marlin", "Merlin"},
           Pair{"Chine", "China"},
           Pair{"Paris", "Peres"},
           Pair{"Hamas", "Hamza"},
           Pair{"Iran", "Iraq"},
           Pair{"Иран", "Iraq"},
           Pair{"Austria", "Австралия"},
           Pair{"湖南", "河南"},
           Pair{"湖南", "Henan"},
           Pair{"Хунань", "Хэнань"},
           Pair{"брат", "брать"},
           Pair{"chat", "shot"},
           Pair{"cause", "case"},
           Pair{"later", "latter"},
           Pair{"plan", "plane"},
           Pair{"김정일", "Kim Jong-un"},
           Pair{"أحمد", "Mahmud"},
           Pair{"ヤマモト", "Yamada"},
       }) {
    EXPECT_FALSE(are_connected(a, b)) << a << " " << b << " " << name_likeness(a, b);
  }
}

TEST(HanSyllables, AreThePinyinOfNames) {
  EXPECT_THAT(han_syllables("习近平"), ElementsAre("xi", "jin", "ping"));
  EXPECT_THAT(han_syllables("重庆"), ElementsAre("chong", "qing"));
  EXPECT_THAT(han_syllables("绿"), ElementsAre("lu"));
  for (const char* word : {"", "xi", "习a", "习1", "かな", "\xE4\xB9", "一二三四五六七八九"}) {
    EXPECT_THAT(han_syllables(word), IsEmpty()) << word;
  }
}

// As lists of names are asked for it.
std::string folded(std::string_view name) {
  std::string spelling;
  for (const std::string& word : words_of(name)) {
    spelling.append(spelling.empty() ? "" : " ").append(word);
  }
  return spelling;
}

TEST(NameAliases, KnowsNamesThatNoRuleConnects) {
  const NameAliases& shipped = NameAliases::shipped();
  EXPECT_GT(shipped.size(), 200U);
  EXPECT_GE(shipped.words_max(), 3U);
  for (const auto& [a, b] :
       {Pair{"Xinjiang", "Синьцзян"}, Pair{"Пекин", "Beijing"}, Pair{"Deutschland", "allemagne"},
        Pair{"مصر", "Ägypten"}, Pair{"New York", "纽约"}, Pair{"ООН", "Vereinte Nationen"}}) {
    EXPECT_THAT(shipped.of(folded(a)), Contains(words_of(b))) << a << " " << b;
    EXPECT_THAT(shipped.of(folded(a)), Not(Contains(words_of(a)))) << a;
  }
  EXPECT_THAT(shipped.of(folded("tomato")), IsEmpty());
  EXPECT_THAT(shipped.of(""), IsEmpty());
}

TEST(NameAliases, ShippedLinesAreAllGood) {
  std::vector<std::string> problems;
  NameAliases::parse(shipped_alias_text, problems);
  EXPECT_THAT(problems, IsEmpty());
}

// Where this fails, the line should read as the analyzer has it.
TEST(NameAliases, ShippedSpellingsAreFoldedAlready) {
  std::istringstream lines{std::string(shipped_alias_text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line[0] == '#' ? std::string() : line);
    std::vector<std::string> distinct;
    for (std::string spelling; std::getline(cells, spelling, '\t');) {
      EXPECT_EQ(spelling, folded(spelling)) << line;
      EXPECT_THAT(distinct, Not(Contains(spelling))) << line;
      distinct.push_back(spelling);
    }
  }
}

TEST(NameAliases, FindsTheConceptsOfASpellingInTheirOrder) {
  std::vector<std::string> problems;
  const NameAliases aliases = NameAliases::parse(
      "Georgia\tGruzija\nAtlanta\tGeorgia\tPeach State\nBern\tBerne\n", problems);
  EXPECT_THAT(aliases.of(folded("georgia")),
              ElementsAre(words_of("gruzija"), words_of("atlanta"), words_of("peach state")));
  EXPECT_THAT(aliases.of(folded("peach state")),
              ElementsAre(words_of("atlanta"), words_of("georgia")));
  EXPECT_THAT(aliases.of(folded("peach")), IsEmpty());
  EXPECT_THAT(NameAliases().of(folded("georgia")), IsEmpty());
}

TEST(NameAliases, ReadsAListAndSkipsBadLinesByNumber) {
  std::vector<std::string> problems;
  const NameAliases aliases = NameAliases::parse(
      "\xEF\xBB\xBF# towns\r\nÇatal Höyük\tChatal Hoyuk\r\n\nalone\n\t\t\nOne\tone\nA\tB\tC",
      problems);
  EXPECT_THAT(problems, SizeIs(2));
  EXPECT_THAT(problems[0], testing::HasSubstr("line 4"));
  EXPECT_THAT(problems[1], testing::HasSubstr("line 6"));
  EXPECT_EQ(aliases.size(), 2U);
  EXPECT_EQ(aliases.words_max(), 2U);
  EXPECT_THAT(aliases.of(folded("Catal Hoyuk")), ElementsAre(words_of("chatal hoyuk")));
  EXPECT_THAT(aliases.of(folded("b")), SizeIs(2));
}

TEST(NameAliases, AreNoneInHostileText) {
  for (const std::string& text :
       {std::string(), std::string(100000, '\t'), std::string(100000, 'a'),
        std::string("\xFF\xFE\t\xC0"), std::string(10, '\0')}) {
    std::vector<std::string> problems;
    EXPECT_EQ(NameAliases::parse(text, problems).size(), 0U);
  }
}

std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream file(std::string(PILCROW_SOURCE_DIR "/tests/data/names/") + name);
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line[0] == '#' ? std::string() : line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, '\t');) {
      row.push_back(cell);
    }
    if (row.size() > 1) {
      rows.emplace_back(row.begin() + 1, row.end());  // Without the name of the set.
    }
  }
  return rows;
}

bool are_connected_at_all(const std::string& a, const std::string& b) {
  const auto aliases = NameAliases::shipped().of(folded(a));
  return words_of(a) == words_of(b) || are_connected(a, b) ||
         std::find(aliases.begin(), aliases.end(), words_of(b)) != aliases.end();
}

// bench/evaluate_names has the figures; these are the bounds that no change may break.
TEST(SameName, ReachesItsTargetsOnTheLists) {
  double pairs = 0;
  double found = 0;
  for (const std::vector<std::string>& row : rows_of("names.tsv")) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      for (std::size_t j = i + 1; j < row.size(); ++j) {
        ++pairs;
        found += are_connected_at_all(row[i], row[j]) ? 1 : 0;
      }
    }
  }
  double wrong = 0;
  for (const std::vector<std::string>& row : rows_of("near_misses.tsv")) {
    wrong += are_connected_at_all(row[0], row[1]) ? 1 : 0;
  }
  EXPECT_GE(pairs, 5000);
  EXPECT_GE(found / pairs, 0.95);
  EXPECT_GE(found / (found + wrong), 0.985);
}

}  // namespace
}  // namespace pilcrow
