// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include <string>

#include "pilcrow/analyzer.h"

namespace pilcrow {
namespace {

struct LanguageRow {
  const char* language;
  const char* text;
};

TEST(DetectLanguage, KnowsALanguageByItsText) {
  for (const auto& [language, text] : {
           LanguageRow{"en",
                       "The government said on Tuesday that it would raise the tax on petrol."},
           LanguageRow{"de",
                       "Die Regierung teilte am Dienstag mit, dass sie die Steuer erhöhen werde."},
           LanguageRow{"fr", "Le gouvernement a annoncé mardi qu'il augmenterait les impôts."},
           LanguageRow{"ru", "Правительство сообщило во вторник, что повысит налог на бензин."},
           LanguageRow{"uk",
                       "Уряд повідомив у вівторок, що підвищить податок на бензин та її ціну."},
           LanguageRow{"kk",
                       "Үкімет сейсенбі күні бензинге салынатын салықты көтеретінін хабарлады."},
           LanguageRow{"tt",
                       "Татарстан Республикасы Президенты бүген Казанда яңа мәктәп ачты, дип хәбәр "
                       "итә матбугат хезмәте."},
           LanguageRow{
               "ky", "Кыргыз Республикасынын Президенти бүгүн Бишкек шаарында жаңы мектепти ачты."},
           LanguageRow{
               "uz",
               "Ўзбекистон Республикаси Президенти бугун Тошкент шаҳрида янги мактабни очди, "
               "деб хабар қилди матбуот хизмати."},
           LanguageRow{
               "tg",
               "Президенти Ҷумҳурии Тоҷикистон имрӯз дар шаҳри Душанбе мактаби навро ифтитоҳ "
               "намуд, хабар медиҳад хадамоти матбуот."},
           LanguageRow{"ar", "أعلنت الحكومة يوم الثلاثاء أنها سترفع الضريبة على البنزين."},
           LanguageRow{
               "fa",
               "دولت روز سه‌شنبه اعلام کرد که مالیات بنزین "
               "را "
               "افزایش "
               "می‌دهد."},
           LanguageRow{"ug", "ھۆكۈمەت سەيشەنبە كۈنى بېنزىن بېجىنى ئۆستۈرىدىغانلىقىنى ئۇقتۇردى."},
           LanguageRow{"zh", "政府星期二宣布将提高汽油税。"},
           LanguageRow{"zh", "政府星期二宣布將提高汽油稅，並且說明了理由。"},
           LanguageRow{"ja", "政府は火曜日にガソリン税を引き上げると発表した。"},
           LanguageRow{"ko", "정부는 화요일 휘발유세를 인상하겠다고 발표했다."},
           LanguageRow{"th", "รัฐบาลประกาศเมื่อวันอังคารว่าจะขึ้นภาษีน้ำมันเบนซิน"},
           LanguageRow{"he", "הממשלה הודיעה ביום שלישי כי תעלה את המס על הבנזין."},
           LanguageRow{"el", "Η κυβέρνηση ανακοίνωσε την Τρίτη ότι θα αυξήσει τον φόρο."},
       }) {
    EXPECT_EQ(detect_language(text), language) << text;
  }
}

// Only CLD2's full table knows Kazakh in Arabic script; the small one says nothing.
TEST(DetectLanguage, HasTheFullTable) {
  EXPECT_EQ(detect_language("قازاقستان رەسپۋبليكاسىنىڭ پرەزيدەنتى بۇگىن استانا قالاسىندا جاڭا "
                            "مەكتەپتى اشتى، دەپ حابارلايدى اقپارات قىزمەتى."),
            "kk");
}

TEST(DetectLanguage, KnowsShortTextsByTheirLetters) {
  for (const auto& [language, text] : {
           LanguageRow{"kk", "Қазақстан Республикасы"},
           LanguageRow{"kk", "өнер үйі"},
           LanguageRow{"zh", "北京大学"},
           LanguageRow{"ja", "東京タワー"},
           LanguageRow{"ko", "서울 시청"},
           LanguageRow{"th", "ภาษาไทย"},
           LanguageRow{"el", "Αθήνα"},
       }) {
    EXPECT_EQ(detect_language(text), language) << text;
  }
}

TEST(DetectLanguage, SaysNothingWhereItCannotTell) {
  for (const char* text : {"", " ", "12345", "ok", "...", "\xFF\xFE\x80", "😀😀"}) {
    EXPECT_EQ(detect_language(text), "") << text;
  }
}

TEST(DetectLanguage, IsNotMisledByNamesInAForeignText) {
  EXPECT_EQ(
      detect_language("Президент Казахстана прибыл вторник в столицу, где встретился с "
                      "министрами и жителями. Газета «Қазақ» сообщила об этом первой, а затем "
                      "и другие издания рассказали о визите и о планах правительства."),
      "ru");
}

TEST(DetectLanguage, LooksAtTheBeginningOfLongAndDamagedTexts) {
  std::string text;
  while (text.size() < 5'000'000) {
    text += "Die Regierung teilte am Dienstag mit, dass sie die Steuer erhöhen\xC3 werde. ";
  }
  EXPECT_EQ(detect_language(text), "de");
}

TEST(DetectLanguage, TellsRelativesApartByTheirWordsAndLetters) {
  for (const auto& [language, text] : {
           LanguageRow{"da", "Broen blev lukket efter stormen, og nogle af børnene måtte gå hjem."},
           LanguageRow{"no", "Broen ble stengt etter stormen, og noen av barna måtte gå hjem."},
           LanguageRow{"no",
                       "Brua vart stengd etter stormen, og nokre av borna måtte ikkje gå heim."},
           LanguageRow{"sv", "Bron stängdes efter stormen, och några av barnen fick inte gå hem."},
           LanguageRow{"id",
                       "Perahu itu tidak bisa berlayar karena angin terlalu kencang saat fajar."},
           LanguageRow{"ms",
                       "Perahu itu tidak boleh belayar kerana angin terlalu kuat selepas fajar."},
           LanguageRow{"es", "El faro que alumbra la bahía no se apaga ni cuando llueve mucho."},
           LanguageRow{"pt", "O farol que ilumina a baía não se apaga nem quando chove muito."},
           LanguageRow{
               "gl",
               "O faro que alumea a baía non se apaga nin cando chove moito, pero si unha vez."},
           LanguageRow{"ca",
                       "El far que il·lumina la badia no s'apaga ni quan plou molt amb vent."},
           LanguageRow{"it",
                       "Il faro che illumina la baia non si spegne nemmeno quando piove molto."},
           LanguageRow{"bg", "Фарът, който свети над залива, не угасва и когато вали през нощта."},
           LanguageRow{"mk", "Светилникот што свети над заливот не се гаси ни кога врне цела ноќ."},
           LanguageRow{"sr",
                       "Светионик који сија над заливом не гаси се ни када пада киша целе ноћи."},
           LanguageRow{"be",
                       "Маяк, які свеціць над залівам, не гасне і тады, калі ўсю ноч ідзе дождж."},
           LanguageRow{
               "sah",
               "Саха сирин оҕолоро күһүн оскуолаҕа үөрэнэ бараллар, онтон саас сынньаналлар."},
       }) {
    EXPECT_EQ(detect_language(text), language) << text;
  }
}

TEST(GuessLanguage, IsTheSurerTheMoreTextThereIs) {
  const double few = guess_language("Der Fluss").confidence;
  const double some = guess_language("Der Fluss steigt wieder").confidence;
  const LanguageGuess many = guess_language(
      "Der Fluss steigt wieder, und die Leute im Dorf tragen ihre Möbel in das obere Stockwerk.");
  EXPECT_LE(few, some);
  EXPECT_LT(some, many.confidence);
  EXPECT_EQ(many.code, "de");
  EXPECT_GT(many.confidence, 0.9);
  EXPECT_LE(many.confidence, 1);
}

TEST(GuessLanguage, IsSureOfNothingThatItCannotTell) {
  for (const char* text : {"", "42", "\xE4\xB8", "\xFF", "x"}) {
    const LanguageGuess guess = guess_language(text);
    EXPECT_EQ(guess.code, "") << text;
    EXPECT_EQ(guess.confidence, 0) << text;
  }
}

TEST(GuessLanguage, ReadsDamagedText) {
  EXPECT_EQ(
      guess_language("Le fleuve monte encore et les gens du village\xC3 portent leurs meubles "
                     "\xFF dans les chambres de l'\xC3\xA9tage.")
          .code,
      "fr");
}

constexpr const char* russian =
    "Река снова поднимается, и жители деревни переносят свою мебель на второй этаж, чтобы её не "
    "залило водой.";
constexpr const char* german =
    "»Der Fluss steigt wieder«, sagte sie. »Wir tragen die Möbel nach oben und warten, bis es "
    "aufhört zu regnen.«";

struct Passage {
  const char* text;
  const char* declared;
  const char* context;
  const char* language;
};

TEST(PassageLanguage, IsTheDeclaredOneWhereItIsPlausible) {
  for (const auto& [text, declared, context, language] : {
           Passage{"Жаңа көпір", "kk", "ru", "kk"},
           Passage{"Алма бар", "kk", "ru", "kk"},
           Passage{"政府星期二宣布將提高汽油稅。", "zh-Hant", "en", "zh"},
           Passage{"Broen ble stengt etter stormen, og noen av barna måtte gå hjem uten å spise.",
                   "nb", "en", "nb"},
           Passage{"Perahu itu tidak bisa berlayar karena angin terlalu kencang saat fajar tiba.",
                   "ms", "en", "ms"},
           Passage{"Tko je tijekom noći otvorio vrata? Nitko nije znao što se također dogodilo.",
                   "sr", "en", "sr"},
           Passage{russian, "rus", "en", "ru"},
           Passage{"12:30", "en", "ru", "en"},
       }) {
    EXPECT_EQ(passage_language(text, declared, context), language) << text;
  }
}

TEST(PassageLanguage, IsNotADeclaredOneThatTheTextContradicts) {
  for (const auto& [text, declared, context, language] : {
           Passage{russian, "en", "en", "ru"},
           Passage{russian, "kk", "kk", "ru"},
           Passage{german, "en", "en", "de"},
           Passage{"政府星期二宣布將提高汽油稅。", "ru", "ru", "zh"},
           Passage{"Новый мост", "en", "ru", "ru"},
       }) {
    EXPECT_EQ(passage_language(text, declared, context), language) << text;
  }
}

TEST(PassageLanguage, IsThatOfTheArticleForShortPassages) {
  for (const auto& [text, declared, context, language] : {
           Passage{"Microsoft Windows", "", "ru", "ru"},
           Passage{"Новый мост", "", "kk", "kk"},
           Passage{"Der Fluss", "", "en", "en"},
           Passage{"2026", "", "de", "de"},
           Passage{"", "", "ug", "ug"},
           Passage{"ok", "", "", ""},
       }) {
    EXPECT_EQ(passage_language(text, declared, context), language) << text;
  }
}

TEST(PassageLanguage, IsThatOfALongerQuotation) {
  EXPECT_EQ(passage_language(german, "", "ru"), "de");
  EXPECT_EQ(passage_language(russian, "", "de"), "ru");
  EXPECT_EQ(passage_language(russian, "", ""), "ru");
  EXPECT_EQ(passage_language("The river is rising again. We carry the chairs upstairs and wait.",
                             "", "kk"),
            "en");
}

TEST(PassageLanguage, IsThatOfTheArticleWhereItsFunctionWordsLead) {
  // A guess takes dialect for Scots, and names for other languages.
  const std::string_view dialect = "\"Here, Dick!\" she cried, as she clasped his hand in hers.";
  ASSERT_EQ(guess_language(dialect).code, "sco");
  EXPECT_EQ(passage_language(dialect, "", "en"), "en");
  EXPECT_EQ(passage_language(dialect, "en", ""), "en");
  EXPECT_EQ(passage_language(dialect, "", "de"), "sco");
}

TEST(PassageLanguage, KeepsThatOfTheArticleAmongRelatives) {
  EXPECT_EQ(
      passage_language("Broen ble stengt etter stormen, og noen av barna måtte gå hjem.", "", "nb"),
      "nb");
}

}  // namespace
}  // namespace pilcrow
