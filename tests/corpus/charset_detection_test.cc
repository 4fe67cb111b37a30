// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/charset_detection.h"

#include <gtest/gtest.h>
#include <string>

#include "corpus/decode.h"
#include "tests/support/encode.h"

namespace pilcrow {
namespace {

constexpr const char* german =
    "Die Fähre über den Fluss fährt nur noch zweimal täglich. Früher drängten sich hier Händler "
    "mit "
    "Körben voller Äpfel, heute wartet der Fährmann meist vergeblich. „Es wäre schön, wenn die "
    "Brücke nie gebaut worden wäre“, sagt er und grüßt die Möwen, die größer geworden sind.";
constexpr const char* french =
    "Le pêcheur a répété à la mairie que la marée avait déjà emporté la moitié de l’été. Les "
    "élèves "
    "de l’école, eux, préféraient regarder les bateaux échoués : « Où sont passés les dauphins ? » "
    "demandait la plus âgée, tandis que le maître cherchait ses clés près du théâtre.";
constexpr const char* spanish =
    "El río creció durante la mañana y según los vecinos nadie avisó a tiempo. «¿Quién cerró la "
    "compuerta?», preguntó el capitán, que había navegado allí más de veinte años. La señora Núñez "
    "respondió que el único guardián también se llevó las llaves al pueblo de su niñez.";
constexpr const char* portuguese =
    "A estação de São João não recebe mais do que três comboios por dia. Os irmãos que lá vendem "
    "pão e maçãs já não têm ilusões: a ligação às aldeias da região será suspensa até à próxima "
    "primavera, e então a única solução é o caminho a pé, através das montanhas e canções.";
constexpr const char* swedish =
    "Isen på sjön höll inte ens för en räv den här våren. Fiskarna står på stranden och väntar på "
    "att båtarna äntligen ska gå ut igen, medan de äldre berättar att det förr låg snö på öarna "
    "ända till midsommar. Ingen tror dem längre, men alla lyssnar och häller upp mer kaffe åt dem.";
constexpr const char* icelandic =
    "Bóndinn sagði að áin hefði flætt yfir túnið þrisvar á þessum vetri. Það er ekki nýtt, því að "
    "faðir hans mundi eftir því þegar brúin fór og enginn komst í kaupstaðinn fyrr en í maí. Nú "
    "bíða allir eftir sumrinu, kýrnar líka, og börnin telja dagana þar til skólinn er búinn.";
constexpr const char* polish =
    "Rzeka wylała w nocy i zanim ktokolwiek się obudził, łąki za młynem zamieniły się w jezioro. "
    "Starszy młynarz twierdził, że już w dzieciństwie widział większą wodę. „Wtedy łodzie "
    "pływały między jabłoniami”, mówił, a dzieci słuchały go z zazdrością i otwartymi ustami.";
constexpr const char* czech =
    "Řeka se v noci vylila z břehů a ráno stála voda až u školy. Žáci se radovali, učitelé méně: "
    "bylo třeba přenést všechny knížky do prvního patra. Nejstarší rybář říkal, že něco takového "
    "zažil naposledy jako chlapec, když ještě přes potok vedla jen úzká dřevěná lávka.";
constexpr const char* hungarian =
    "A folyó éjjel kilépett a medréből, és reggelre már az iskola kapujáig ért a víz. A gyerekek "
    "örültek, a tanítók kevésbé: minden könyvet föl kellett vinni az első emeletre. Az öreg révész "
    "szerint utoljára kisfiú korában volt ilyen erős árvíz, amikor még gyűrűs fűzek őrizték a "
    "töltést.";
constexpr const char* romanian =
    "Rîul a ieşit din matcă în timpul nopţii, iar dimineaţa apa ajunsese pînă la poarta şcolii. "
    "Copiii s-au bucurat, învăţătorii mai puţin: toate cărţile trebuiau urcate la etaj. Bătrînul "
    "pescar spunea că n-a mai văzut aşa ceva din copilărie, cînd peste apă trecea doar o punte "
    "îngustă.";
constexpr const char* turkish =
    "Irmak gece yatağından taştı ve sabah su okulun kapısına kadar gelmişti. Çocuklar sevindi, "
    "öğretmenler ise pek sevinmedi: bütün kitapların üst kata taşınması gerekiyordu. Yaşlı "
    "balıkçı, böyle bir şeyi en son çocukluğunda gördüğünü, o zaman köprü olmadığını anlattı.";
constexpr const char* lithuanian =
    "Upė naktį išsiliejo iš krantų ir ryte vanduo jau siekė mokyklos vartus. Vaikai džiaugėsi, "
    "mokytojai mažiau: visas knygas reikėjo sunešti į antrą aukštą. Seniausias žvejys pasakojo, "
    "kad "
    "tokį potvynį matė tik vaikystėje, kai per upę vedė siauras lieptas ir niekas nežinojo, kur jį "
    "rasti.";
constexpr const char* latvian =
    "Upe naktī pārplūda, un no rīta ūdens sniedzās jau līdz skolas vārtiem. Bērni priecājās, "
    "skolotāji mazāk: visas grāmatas vajadzēja pārnest uz otro stāvu. Vecākais zvejnieks stāstīja, "
    "ka "
    "tādus plūdus redzējis tikai bērnībā, kad pār upi veda šaura laipa un neviens nezināja, cik "
    "dziļš tur ir.";
constexpr const char* russian =
    "Паром через реку теперь ходит только дважды в день. Раньше на пристани толпились торговцы с "
    "корзинами яблок, а сегодня паромщик чаще всего ждёт напрасно. «Лучше бы этот мост никогда не "
    "строили», — говорит он и смотрит на чаек, которые за последние годы заметно поправились.";
constexpr const char* russian_plain =
    "Паром через реку теперь ходит только дважды в день. Раньше на пристани толпились торговцы с "
    "корзинами яблок, а сегодня паромщик чаще всего ждет напрасно. Лучше бы этот мост никогда не "
    "строили, говорит он и смотрит на чаек, которые за последние годы заметно поправились.";
constexpr const char* ukrainian =
    "Пором через річку тепер ходить лише двічі на день. Колись на пристані юрмилися торговці з "
    "кошиками яблук, а сьогодні поромник здебільшого чекає даремно. Краще б цього моста ніколи не "
    "будували, каже він і дивиться на чайок, які за останні роки помітно поважчали й обжилися.";
constexpr const char* bulgarian =
    "Фериботът през реката вече минава само два пъти на ден. Преди на кея се тълпяха търговци с "
    "кошници ябълки, а днес лодкарят най-често чака напразно. По-добре мостът никога да не беше "
    "строен, казва той и гледа чайките, които през последните години видимо са напълнели.";
constexpr const char* serbian =
    "Скела преко реке сада вози само два пута дневно. Некада су се на пристаништу гурали трговци "
    "са "
    "корпама јабука, а данас скелеџија најчешће чека узалуд. Боље да тај мост никада нису зидали, "
    "каже он и гледа галебове, који су се последњих година приметно угојили и осилили.";
constexpr const char* greek =
    "Το φέρι περνά πια το ποτάμι μόνο δύο φορές την ημέρα. Άλλοτε στην αποβάθρα συνωστίζονταν "
    "έμποροι με καλάθια γεμάτα μήλα, ενώ σήμερα ο βαρκάρης τις περισσότερες φορές περιμένει άδικα. "
    "Καλύτερα να μην είχε χτιστεί ποτέ αυτή η γέφυρα, λέει και κοιτάζει τους γλάρους.";
constexpr const char* hebrew =
    "המעבורת חוצה את הנהר רק פעמיים ביום. פעם הצטופפו על הרציף סוחרים עם סלים מלאים תפוחים, והיום "
    "בעל הסירה ממתין בדרך כלל לשווא. היה עדיף אילו הגשר הזה לא היה נבנה לעולם, הוא אומר ומביט "
    "בשחפים, שהשמינו מאוד בשנים האחרונות ואינם ממהרים עוד לשום מקום.";
constexpr const char* arabic =
    "لا تعبر العبارة النهر الآن إلا مرتين في اليوم. كان التجار يتزاحمون على الرصيف ومعهم سلال "
    "مليئة "
    "بالتفاح، أما اليوم فإن صاحب القارب ينتظر في الغالب بلا جدوى. ليت هذا الجسر لم يبن أبدا، يقول "
    "وهو ينظر إلى طيور النورس التي سمنت كثيرا في السنوات الأخيرة.";
constexpr const char* thai =
    "เรือข้ามฟากแล่นข้ามแม่น้ำเพียงวันละสองเที่ยวเท่านั้น เมื่อก่อนพ่อค้าแม่ค้าพร้อมตะกร้าแอปเปิลเบียดเสียดกันอยู่ที่ท่าเรือ "
    "แต่วันนี้คนเรือมักจะรออยู่โดยไม่มีใครมา เขาบอกว่าถ้าไม่เคยมีการสร้างสะพานแห่งนี้เลยก็คงจะดีกว่า "
    "แล้วเขาก็มองดูนกนางนวลที่อ้วนขึ้นมาก";
constexpr const char* chinese =
    "现在渡船每天只过河两次。从前码头上挤满了挑着苹果的商人，如今船夫常常白等一天。他说，要是这座桥"
    "从来没有建起来就好了。说完，他看着那些海鸥，它们这几年明显胖了不少。村里的老人还记得，那时候河"
    "面"
    "更宽，水也更清，孩子们夏天在岸边学游泳，大人们则在树下谈论收成和天气。没有人想到，有一天大家会"
    "开着"
    "汽车从头顶经过，连看都不看一眼。船夫的儿子已经去城里工作，他不愿意再回来。";
constexpr const char* chinese_traditional =
    "現在渡船每天只過河兩次。從前碼頭上擠滿了挑著蘋果的商人，如今船夫常常白等一天。他說，要是這座橋"
    "從來沒有建起來就好了。說完，他看著那些海鷗，牠們這幾年明顯胖了不少。村裡的老人還記得，那時候河"
    "面"
    "更寬，水也更清，孩子們夏天在岸邊學游泳，大人們則在樹下談論收成和天氣。沒有人想到，有一天大家會"
    "開著"
    "汽車從頭頂經過，連看都不看一眼。船夫的兒子已經去城裡工作，他不願意再回來。";
constexpr const char* japanese =
    "渡し船は今では一日に二回しか川を渡らない。昔は桟橋にりんごのかごを持った商人たちが集まっていた"
    "が、"
    "今日では船頭が待っていても、たいてい誰も来ない。この橋が建てられなければよかったのに、と彼は言"
    "い、"
    "ここ数年ですっかり太ったカモメを眺めている。村の老人たちは、川がもっと広く、水がもっときれいだ"
    "った"
    "ころのことを覚えている。子どもたちは夏になると岸で泳ぎを習い、大人たちは木の下で天気の話をした"
    "。";
constexpr const char* korean =
    "나룻배는 이제 하루에 두 번만 강을 건넌다. 예전에는 선착장에 사과 바구니를 든 상인들이 "
    "모여들었지만 오늘날 "
    "사공은 대개 헛되이 기다린다. 이 다리가 지어지지 않았더라면 좋았을 것이라고 그는 말하며 최근 "
    "몇 년 사이에 "
    "눈에 띄게 살이 찐 갈매기들을 바라본다. 마을의 노인들은 강이 더 넓고 물이 더 맑았던 때를 아직 "
    "기억하고 있다. "
    "아이들은 여름이면 강가에서 헤엄을 배웠고 어른들은 나무 아래에서 날씨 이야기를 나누었다.";

struct CharsetRow {
  const char* charset;
  const char* text;
  const char* also = "";  // Another charset, in which these bytes are the same text.
};

constexpr CharsetRow long_texts[] = {
    {"windows-1252", german},
    {"windows-1252", french},
    {"windows-1252", spanish},
    {"windows-1252", portuguese},
    {"windows-1252", swedish},
    {"windows-1252", icelandic},
    {"windows-1250", polish},
    {"ISO-8859-2",
     "Rzeka wylała w nocy i łąki za młynem zamieniły się w jezioro. Starszy młynarz "
     "twierdził, że już w dzieciństwie widział większą wodę; wtedy łodzie pływały "
     "między jabłoniami, a dzieci słuchały go z zazdrością i otwartymi ustami."},
    {"windows-1250", czech},
    {"ISO-8859-2", czech},
    {"windows-1250", hungarian},
    {"windows-1250", romanian},
    {"windows-1254", turkish},
    {"windows-1257", lithuanian},
    {"windows-1257", latvian},
    {"windows-1251", russian},
    {"KOI8-R", russian_plain},
    {"IBM866", russian_plain},
    {"ISO-8859-5", russian_plain},
    {"x-mac-cyrillic", russian},
    {"windows-1251", ukrainian},
    {"KOI8-U", ukrainian},
    {"windows-1251", bulgarian},
    {"windows-1251", serbian},
    {"ISO-8859-5", serbian},
    {"windows-1253", greek},
    {"ISO-8859-7", greek},
    {"windows-1255", hebrew},
    {"windows-1256", arabic},
    {"ISO-8859-6",
     "لا تعبر العبارة النهر الآن إلا مرتين في اليوم. كان التجار يتزاحمون على الرصيف "
     "ومعهم سلال مليئة بالتفاح، أما اليوم فإن صاحب القارب ينتظر في الغالب بلا جدوى."},
    {"windows-874", thai},
    {"GB18030", chinese},
    {"Big5", chinese_traditional},
    {"Shift_JIS", japanese},
    {"EUC-JP", japanese},
    {"ISO-2022-JP", japanese},
    {"windows-949", korean},
    {"UTF-16LE", german},
    {"UTF-16BE", russian},
    {"UTF-16LE", chinese},
    {"UTF-16BE", japanese},
    {"UTF-16LE", korean},
    {"UTF-16LE", arabic},
    {"UTF-32LE", polish},
    {"UTF-32BE", chinese},
};

constexpr CharsetRow sentences[] = {
    {"windows-1252", "Drei Äpfel für die Schüler."},
    {"windows-1252", "Un café près de l’école."},
    {"windows-1252", "She said “no” — and didn’t mean it."},
    {"windows-1252", "It r\u00E4ined, it \u00FEstopped."},
    {"windows-1252", "El niño llegó mañana por la mañana."},
    {"windows-1250", "Zażółć gęślą jaźń, powiedział nauczyciel."},
    {"windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy."},
    {"windows-1254", "Yağmur yağıyor, çocuklar dışarı çıkmıyor."},
    {"windows-1251", "Поезд пришёл вовремя."},
    {"windows-1251", "ПОЕЗД ПРИШЕЛ ВОВРЕМЯ, НО НИКТО ЕГО НЕ ЖДАЛ."},
    {"KOI8-R", "Поезд пришел вовремя, но его никто не ждал."},
    {"IBM866", "Поезд пришел вовремя, но его никто не ждал."},
    {"ISO-8859-5", "Поезд пришел вовремя, но его никто не ждал."},
    {"windows-1253", "Το τρένο έφτασε στην ώρα του."},
    {"windows-1255", "הרכבת הגיעה בזמן, אבל איש לא חיכה לה."},
    {"windows-1256", "وصل القطار في موعده ولم ينتظره أحد."},
    {"windows-874", "รถไฟมาถึงตรงเวลาแต่ไม่มีใครรอ"},
    {"GB18030", "火车准时到了，可是没有人在等。"},
    {"Big5", "火車準時到了，可是沒有人在等。"},
    {"Shift_JIS", "列車は時間どおりに着いたが、誰も待っていなかった。"},
    {"EUC-JP", "列車は時間どおりに着いたが、誰も待っていなかった。"},
    {"ISO-2022-JP", "列車は時間どおりに着いた。"},
    {"windows-949", "기차는 제시간에 도착했지만 아무도 기다리지 않았다."},
    {"UTF-16LE", "Поезд пришёл вовремя."},
    {"UTF-16BE", "The train was on time."},
};

void expect_detected(const CharsetRow& row) {
  const std::string bytes = encode(row.text, row.charset);
  const DecodedText decoded = decode_text(bytes);
  EXPECT_EQ(decoded.charset, row.charset) << row.text << '\n' << decoded.text;
  EXPECT_EQ(decoded.text, row.text) << row.charset;
  EXPECT_EQ(decoded.replaced, 0U) << row.charset;
}

TEST(CharsetDetectionTest, LongTextsAreRecognised) {
  for (const CharsetRow& row : long_texts) {
    expect_detected(row);
  }
}

TEST(CharsetDetectionTest, OneSentenceIsOftenEnough) {
  for (const CharsetRow& row : sentences) {
    expect_detected(row);
  }
}

}  // namespace
}  // namespace pilcrow
