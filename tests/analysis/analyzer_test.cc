// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/analyzer.h"

#include <gmock/gmock.h>

#include <random>
#include <string>
#include <vector>

#include "corpus/utf8.h"
#include "pilcrow/version.h"
#include "tests/analysis/tokens.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

struct AnalyzerRow {
  const char* language;
  const char* text;
  std::vector<std::string> words;
};

TEST(Analyze, FindsTheWordsOfEachLanguage) {
  const std::vector<AnalyzerRow> rows = {
      {"en",
       "The U.S. economy grew 2.5%, didn't it?",
       {"the", "u.s", "economy", "grew", "2.5", "didn't", "it"}},
      {"en", "Photo: @jack (jack@example.com)", {"photo", "jack", "jack", "example.com"}},
      {"en", "snake_case __ 1,000;5 12:30 a:b", {"snake_case", "1,000;5", "12", "30", "a", "b"}},
      {"de", "Straße GRÖSSE Größe, Ärzte", {"strasse", "grosse", "grosse", "arzte"}},
      {"ru", "Ещё йод, ёлка", {"еще", "йод", "елка"}},
      {"kk", "Қазақстанның үкіметі өңірге", {"қазақстанның", "үкіметі", "өңірге"}},
      {"zh", "我们在北京大学学习。", {"我们", "在", "北京", "大学", "学习"}},
      {"th", "ภาษาไทยง่าย", {"ภาษา", "ไทย", "ง่าย"}},
      {"ar", "الكِتَابُ الجديـــد", {"الكتاب", "الجديد"}},
      {"ug", "ئۇيغۇر تىلى، ۋە", {"ئۇيغۇر", "تىلى", "ۋە"}},
      {"tr", "İstanbul'da IŞIK ışık", {"istanbul'da", "isik", "isik"}},
      {"el", "Ελλάδα ΟΔΟΣ οδός", {"ελλαδα", "οδοσ", "οδοσ"}},
      {"vi", "Đà Nẵng", {"da", "nang"}},
      {"fa", "می\u200Cخواهم", {"میخواهم"}},
      {"ja", "東京タワー", {"東京タワー"}},
      {"hi", "हिन्दी में", {"हिन्दी", "में"}},
      {"",
       "x\u00AD"
       "y e\u0301t\u00E9 \u2460 \u00BD",
       {"xy", "ete"}},
  };
  for (const AnalyzerRow& row : rows) {
    EXPECT_EQ(words_of(row.text, row.language), row.words) << row.text;
  }
}

// The rules of docs/analysis.md, section 1.
TEST(Analyze, CutsWhatIsNotPlainWordsByItsRules) {
  const std::vector<AnalyzerRow> rows = {
      {"",
       "https://example.com/news/a.html?page=2#top",
       {"https", "example.com", "news", "a.html", "page", "2", "top"}},
      {"", "desk@example.org", {"desk", "example.org"}},
      {"", "#Ürümqi @jack_smith", {"urumqi", "jack_smith"}},
      {"", "I ❤️ 🇰🇿 👍🏽 tea", {"i", "tea"}},
      {"", "re-education e-mail", {"re", "education", "e", "mail"}},
      {"de", "Handelsabkommen", {"handelsabkommen"}},
      {"fr", "l’eau d'accord", {"l'eau", "d'accord"}},
      {"",
       "5 km 5km 25°C 10% €5.50 3.000,5 1 000",
       {"5", "km", "5km", "25", "c", "10", "5.50", "3.000,5", "1", "000"}},
      {"", "2021-03-14 14.03.2021 12:30", {"2021", "03", "14", "14.03.2021", "12", "30"}},
      {"", "COVID-19 G20 AT&T C++", {"covid", "19", "g20", "at", "t", "c"}},
      {"lo", "ພາສາລາວ", {"ພາສາ", "ລາວ"}},
      {"km", "ភាសាខ្មែរ", {"ភាសាខ្មែរ"}},
      {"my", "မြန်မာစာ", {"မြန်မာ", "စာ"}},
      {"ja", "日本語を勉強する", {"日本語", "を", "勉強", "する"}},
  };
  for (const AnalyzerRow& row : rows) {
    EXPECT_EQ(words_of(row.text, row.language), row.words) << row.text;
  }
}

TEST(Analyze, SaysWhereTokensStandInTheOriginalText) {
  const std::string text = "Die  Straße, naïve “teachers’” 北京";
  const std::vector<Token> tokens = Analyzer().analyze(text, "en");
  std::vector<std::string> written;
  for (const Token& token : tokens) {
    EXPECT_EQ(token.position, written.size());
    written.push_back(text.substr(token.span.begin, token.span.size()));
  }
  EXPECT_THAT(written, ElementsAre("Die", "Straße", "naïve", "teachers", "北京"));
}

TEST(Analyze, TakesAllApostrophesForOne) {
  const std::vector<Token> plain = Analyzer().analyze("teacher's", "en");
  ASSERT_THAT(plain, SizeIs(1));
  EXPECT_EQ(plain[0].word, "teacher's");
  EXPECT_EQ(plain[0].term, "teacher");
  for (const char* text : {"teacher’s", "teacherʼs", "Teacher’s", "teacher‘s", "teacher＇s"}) {
    EXPECT_THAT(words_of(text, "en"), ElementsAre("teacher's")) << text;
    EXPECT_THAT(terms_of(text, "en"), ElementsAre("teacher")) << text;
  }
  EXPECT_THAT(words_of("ʼtis ʼ ‘quoted’", "en"), ElementsAre("tis", "quoted"));
}

TEST(Analyze, CountsStopWordsAsPositions) {
  const std::vector<Token> tokens = Analyzer().analyze("The end of it all", "en");
  ASSERT_THAT(tokens, SizeIs(5));
  EXPECT_TRUE(tokens[0].stop_word);
  EXPECT_FALSE(tokens[1].stop_word);
  EXPECT_TRUE(tokens[2].stop_word);
  EXPECT_EQ(tokens[4].position, 4u);
}

TEST(Analyze, CutsLongWordsBetweenCharacters) {
  std::string word;
  for (int i = 0; i < 100; ++i) {
    word += "ж";
  }
  const std::vector<Token> tokens = Analyzer().analyze("a" + word, "");
  ASSERT_THAT(tokens, SizeIs(1));
  EXPECT_EQ(tokens[0].word.size(), 127u);
  EXPECT_TRUE(is_valid_utf8(tokens[0].word));
  EXPECT_EQ(tokens[0].span, (Span{0, 201}));
}

TEST(Analyze, GivesNothingForNothing) {
  for (const char* text : {"", " ", "\n\n", "... — !", "_ __", "\u200B", "\u3164", "ʼ"}) {
    EXPECT_THAT(words_of(text), IsEmpty()) << text;
  }
}

TEST(Analyze, TakesUnknownLanguagesForNone) {
  EXPECT_EQ(Analyzer().analyze("the running men", "xx"), Analyzer().analyze("the running men", ""));
}

void expect_sound(std::string_view text, const std::vector<Token>& tokens) {
  std::size_t end = 0;
  std::uint32_t position = 0;
  for (const Token& token : tokens) {
    ASSERT_LE(end, token.span.begin);
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_LE(token.span.end, text.size());
    ASSERT_TRUE(is_valid_utf8(text.substr(token.span.begin, token.span.size())));
    ASSERT_FALSE(token.word.empty());
    ASSERT_FALSE(token.term.empty());
    ASSERT_TRUE(is_valid_utf8(token.word) && is_valid_utf8(token.term));
    ASSERT_LE(std::max(token.word.size(), token.term.size()), 128u);
    ASSERT_EQ(token.position, position++);
    end = token.span.end;
  }
}

TEST(Analyze, SurvivesRandomBytes) {
  std::mt19937 random(1);
  const std::string frequent = "aZ0'. _\xE2\x80\x99\xD0\xB6\xE0\xB8\x81\xF0\x9F\x98\x80\xCC\x81";
  const Analyzer analyzer;
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 40, ' ');
    for (char& byte : text) {
      byte = random() % 3 == 0 ? static_cast<char>(random() & 0xff)
                               : frequent[random() % frequent.size()];
    }
    const std::vector<Token> tokens = analyzer.analyze(text, "en");
    expect_sound(text, tokens);
    ASSERT_EQ(tokens, tokens_by_icu(analyzer, text, "en"));
  }
}

TEST(Analyze, SplitsWordsAtInvalidBytes) {
  EXPECT_THAT(words_of("ab\xFF"
                       "cd \xC3 \xE2\x80 x\xED\xA0\x80y"),
              ElementsAre("ab", "cd", "x", "y"));
}

struct Repeated {
  const char* unit;
  std::size_t bytes;
};

TEST(Analyze, TakesTextsOfAnySize) {
  constexpr std::size_t megabyte = std::size_t{1} << 20;
  // The last is invalid throughout: continuation bytes only.
  for (const auto& [unit, bytes] :
       {Repeated{"a", 50 * megabyte}, Repeated{"word ", 50 * megabyte}, Repeated{"ก", 5 * megabyte},
        Repeated{"ภาษาไทย", 5 * megabyte}, Repeated{"学习", 5 * megabyte},
        Repeated{"\xCC\x81", 5 * megabyte}, Repeated{"\x80", 5 * megabyte}}) {
    std::string text;
    while (text.size() < bytes) {
      text += unit;
    }
    const std::vector<Token> tokens = Analyzer().analyze(text, "en");
    expect_sound(text, tokens);
    if (unit == std::string_view("word ")) {
      EXPECT_THAT(tokens, SizeIs(text.size() / 5));
    }
  }
}

TEST(Analyze, ForgetsWordsRatherThanGrow) {
  const Analyzer analyzer;
  std::string text;
  for (int i = 0; i < 200'000; ++i) {
    text += "Names" + std::to_string(i) + "s ";
  }
  EXPECT_THAT(analyzer.analyze(text, "en"), SizeIs(200'000));
  EXPECT_EQ(analyzer.analyze("running", "en")[0].term, "run");
}

TEST(Analyzer, CanBeMoved) {
  Analyzer first;
  Analyzer second = std::move(first);
  first = std::move(second);
  EXPECT_THAT(first.analyze("one two", "en"), SizeIs(2));
}

TEST(Fingerprint, NamesWhatTokensDependOn) {
  EXPECT_THAT(Analyzer::fingerprint(), StartsWith("pilcrow-analysis/"));
  EXPECT_THAT(Analyzer::fingerprint(), HasSubstr(" icu/"));
  EXPECT_THAT(Analyzer::fingerprint(), HasSubstr(" xapian/"));
}

TEST(Version, NamesTheLibraries) {
  EXPECT_EQ(version(), PILCROW_VERSION);
  EXPECT_THAT(version_details(), StartsWith("pilcrow " PILCROW_VERSION " (Xapian "));
  EXPECT_THAT(version_details(), HasSubstr(", ICU "));
}

}  // namespace
}  // namespace pilcrow
