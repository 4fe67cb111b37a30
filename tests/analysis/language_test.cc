// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include <string>

#include "pilcrow/analyzer.h"

namespace pilcrow {
namespace {

struct Row {
  const char* language;
  const char* text;
};

TEST(DetectLanguage, KnowsALanguageByItsText) {
  for (const auto& [language, text] : {
           Row{"en", "The government said on Tuesday that it would raise the tax on petrol."},
           Row{"de", "Die Regierung teilte am Dienstag mit, dass sie die Steuer erhöhen werde."},
           Row{"fr", "Le gouvernement a annoncé mardi qu'il augmenterait les impôts."},
           Row{"ru", "Правительство сообщило во вторник, что повысит налог на бензин."},
           Row{"uk", "Уряд повідомив у вівторок, що підвищить податок на бензин та її ціну."},
           Row{"kk", "Үкімет сейсенбі күні бензинге салынатын салықты көтеретінін хабарлады."},
           Row{"tt",
               "Татарстан Республикасы Президенты бүген Казанда яңа мәктәп ачты, дип хәбәр "
               "итә матбугат хезмәте."},
           Row{"ky", "Кыргыз Республикасынын Президенти бүгүн Бишкек шаарында жаңы мектепти ачты."},
           Row{"uz",
               "Ўзбекистон Республикаси Президенти бугун Тошкент шаҳрида янги мактабни очди, "
               "деб хабар қилди матбуот хизмати."},
           Row{"tg",
               "Президенти Ҷумҳурии Тоҷикистон имрӯз дар шаҳри Душанбе мактаби навро ифтитоҳ "
               "намуд, хабар медиҳад хадамоти матбуот."},
           Row{"ar", "أعلنت الحكومة يوم الثلاثاء أنها سترفع الضريبة على البنزين."},
           Row{"fa",
               "دولت روز سه‌شنبه اعلام کرد که مالیات بنزین "
               "را "
               "افزایش "
               "می‌دهد."},
           Row{"ug", "ھۆكۈمەت سەيشەنبە كۈنى بېنزىن بېجىنى ئۆستۈرىدىغانلىقىنى ئۇقتۇردى."},
           Row{"zh", "政府星期二宣布将提高汽油税。"},
           Row{"zh", "政府星期二宣布將提高汽油稅，並且說明了理由。"},
           Row{"ja", "政府は火曜日にガソリン税を引き上げると発表した。"},
           Row{"ko", "정부는 화요일 휘발유세를 인상하겠다고 발표했다."},
           Row{"th", "รัฐบาลประกาศเมื่อวันอังคารว่าจะขึ้นภาษีน้ำมันเบนซิน"},
           Row{"he", "הממשלה הודיעה ביום שלישי כי תעלה את המס על הבנזין."},
           Row{"el", "Η κυβέρνηση ανακοίνωσε την Τρίτη ότι θα αυξήσει τον φόρο."},
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
           Row{"kk", "Қазақстан Республикасы"},
           Row{"kk", "өнер үйі"},
           Row{"zh", "北京大学"},
           Row{"ja", "東京タワー"},
           Row{"ko", "서울 시청"},
           Row{"th", "ภาษาไทย"},
           Row{"el", "Αθήνα"},
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

}  // namespace
}  // namespace pilcrow
