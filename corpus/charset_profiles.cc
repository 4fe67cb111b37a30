// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/charset_profiles.h"

namespace pilcrow {
namespace {

using enum ScriptKind;

constexpr std::string_view western = "windows-1252";
constexpr std::string_view central = "windows-1250 ISO-8859-2";
constexpr std::string_view russian = "windows-1251 KOI8-R IBM866 ISO-8859-5 x-mac-cyrillic";
constexpr std::string_view ukrainian = "windows-1251 KOI8-U KOI8-R ISO-8859-5 x-mac-cyrillic";
constexpr std::string_view serbian = "windows-1251 ISO-8859-5 x-mac-cyrillic";

constexpr CharsetProfile profiles[] = {
    {western, latin, U"äüößéàè"},            // German
    {western, latin, U"éèàêçâîùôûïœëæ"},     // French
    {western, latin, U"óíáñéúüªº"},          // Spanish
    {western, latin, U"ãçáéíóêâúõàôü"},      // Portuguese
    {western, latin, U"èàùòéìî"},            // Italian
    {western, latin, U"äåöøæéü"},            // Swedish, Norwegian, Danish, Finnish
    {western, latin, U"áíðöéóþúýæ"},         // Icelandic
    {western, latin, U"éëïèöóáüçñ"},         // Dutch, and borrowings
    {central, latin, U"łąężśćóńź"},          // Polish
    {central, latin, U"íáéěřčžýšůúťňďó"},    // Czech
    {central, latin, U"áíéčýžúšľťôňóäďĺŕ"},  // Slovak
    {central, latin, U"áéöóőíüúű"},          // Hungarian
    {central, latin, U"čšžćđ"},              // Croatian, Slovene
    {central, latin, U"ăîâşţ"},              // Romanian
    {russian, alphabet, U"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"},
    {serbian, alphabet, U"оаеинтрвслкмдпузгбјчшћжцјњхљђфџ"},
    {ukrainian, alphabet, U"оаинівертслкмдупзяьгбчйхжїцюєшщфґё"},
    {serbian, alphabet, U"аоеитнрсвлпкдмзубяъгчщжшцйюфх"},  // Bulgarian
    {"windows-1253 ISO-8859-7", alphabet, U"αοιετσνρπκμλςυόηίάγέδωήθύχφβώξζψϊϋΐΰ"},
    {"windows-1254", latin, U"ıüşğçöâîû"},
    {"windows-1257", latin, U"ėšįųūąžčę"},    // Lithuanian
    {"windows-1257", latin, U"āīēšūļņčžķģ"},  // Latvian
    {"windows-1257", latin, U"äõüöšž"},       // Estonian
    {"windows-1255 ISO-8859-8", alphabet, U"יוהלאתרמבשנדעחפקכסםןגטזצךץף"},
    {"windows-1256 ISO-8859-6", alphabet, U"اليمنترةوبعدفسهكحقجأىخشصطضثذزغءإظئآؤگپچژ"},
    {"windows-874", alphabet,
     U"านรอกเง่้มลยวดทสต\u0E31\u0E35\u0E34ป\u0E48\u0E37หแจคพ"
     U"\u0E38\u0E33ะขไใชบ\u0E39โถ\u0E47ผณธ\u0E4Cศญฉซษภฟฝฐ\u0E36ๆฏฎฆฬฮฌ"},
    {"GB18030", ideographs,
     U"的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学"
     U"对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经"
     U"头面公同三已老从动两长月市区新部现全间进政民城路水山车"},
    {"Big5", ideographs,
     U"的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學"
     U"對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經"
     U"頭面公同三已老從動兩長月市區新部現全間進政民城路水山車"},
    {"Shift_JIS EUC-JP", ideographs,
     U"のにるたをとはしがてでいなれあこらりかもすくきさっうんそまよけつえみわせちおどだや"
     U"ばめろほへじげべぶずごむねびぎひふゆンスルトーイラリアクドシレタジフロマカッコ"
     U"日一人大年本国会中出時行市車水山駅"},
    {"windows-949", ideographs,
     U"이다는을의에가고은를한하지로기도사그리인서해어자나일대아시있수과들와라게것전만주정"
     U"보부제스여장으동상구성신원공국화안내미오조면산경비세았었때년간러호려차무르물마천역강도시"},
};

}  // namespace

std::span<const CharsetProfile> charset_profiles() {
  return profiles;
}

}  // namespace pilcrow
