// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/language_words.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

#include "analysis/bytes_hash.h"
#include "analysis/utf8_decoder.h"

namespace pilcrow {
namespace {

struct LanguageEntry {
  std::string_view language;
  std::string_view letters;  // Beyond A to Z, or beyond what all Cyrillic alphabets share.
  std::string_view words;
};

// Our own selection: the most frequent articles, conjunctions, prepositions, pronouns and
// auxiliaries, and for near relatives the words whose spelling tells them apart.  A language may
// have an entry for each of its scripts.
constexpr std::array<LanguageEntry, voting_languages> entries = {{
    {"en", "éï",
     "the of and to in is that it was for on are as with his they at be this have from or had by "
     "but not what all were we when your can there an which their if will would he she has who"},
    {"de", "äöüß",
     "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
     "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war "
     "ich"},
    {"nl", "ëïéèóöü",
     "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog "
     "uit wordt door naar heeft hij ze worden kan deze of tot was over hun meer zich werd moet"},
    {"af", "ëêïôûéè",
     "die van en in is het 'n wat om te nie op dat vir met word aan as by sy ook deur was hulle "
     "kan hy sal na uit of maar moet baie gebruik daar hierdie wees een ons"},
    {"da", "æøåé",
     "og i at er en det der til af på for de med den som et har ikke kan var fra om men også sig "
     "være blev efter hvor nogen nogle noget ved blive mere mange siger gik havde han år eller "
     "sådan end disse under over"},
    {"no", "æøåéòôó",
     "og i at er en det der til av på for de med den som et har ikke kan var fra om men også seg "
     "være ble etter hvor noen noe ved bli mer mange sier gikk hadde han år eller slik enn "
     "disse under over"},
    {"no", "æøåéòôó",
     "og i at er ein det til av på for dei med den som eit har ikkje kan var frå om men også seg "
     "vere vart etter der nokon noko ved bli meir mange seier gjekk hadde han år eller slik enn "
     "desse under over vere blei då kva korleis sjølv ei"},
    {"sv", "åäöé",
     "och i att är en det till av på för de med den som ett har inte kan var från om men också sig "
     "vara blev efter där mycket några något vid bli mer många säger eller under när hade han år "
     "då du ut så"},
    {"is", "áðéíóúýþæö",
     "og að í á er sem til við um með af en það var ekki fyrir hann eru því frá þar eða verið ég "
     "hefur þessi svo þegar þeir hún"},
    {"fr", "àâçéèêëîïôùûüÿœæ",
     "de la le les et des en un une du que est pour qui dans a par plus pas au sur ne se ce il "
     "sont avec l d qu ou s été c aux cette n leur ont on mais comme elle fait être ces son ils"},
    {"es", "ñáéíóúü",
     "de la que el en y los del las un una por con no para es se al lo como más o su pero sus le "
     "ha este si ya entre cuando muy sin sobre también hay donde fue son está desde ser han esta"},
    {"pt", "ãõâêôáéíóúçà",
     "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao das "
     "tem à seu sua ou ser quando muito há nos já está também pelo pela até isso são num você às"},
    {"gl", "ñáéíóúüï",
     "de a o que e do da en un para con non unha os no se na por máis as dos como pero foi ao das "
     "ten seu súa ou ser cando moi hai nos xa está tamén polo pola ata isto son nunha á ás aos "
     "onde desde co coa"},
    {"ast", "ñáéíóúüḥ",
     "de la que el en y los del les una por con nun pa ye nel al lo como más o pero so foi yá "
     "ente cuando muncho ensin sobre tamién hai onde son ta dende ser han esta xente n"},
    {"ca", "àçéèíïóòúü",
     "de la que el i en els les del un una per amb no és a al es com més o però seva seu ha aquest "
     "si ja entre quan molt sense també hi on va són des ser han aquesta dels l d s pel als n"},
    {"oc", "àáçéèíïóòúü",
     "de la que lo e en los las del un una per amb non es a al se coma mai o mas sa son aquel se "
     "ja entre quand plan sens tanben i ont foguèt èran dempuèi èsser an aquesta dels l d pel als "
     "dins li"},
    {"it", "àèéìòù",
     "di e il la che in a per un è una non del si con i da dei le della sono come al più ha nel "
     "gli alla anche o ma lo delle se dal l d dell questo questa essere su nella tra ci stato "
     "hanno"},
    {"ro", "ăâîșțşţ",
     "de și în a la cu o pe nu un care din este mai că pentru să se ce sau au al ale fost sunt ca "
     "lui cei această prin după până între avea dar fi unui ei s într"},
    {"fi", "äöå",
     "ja on ei se että oli joka ovat hän mutta kun myös ne tai kuin sen niin jos voi sekä jotka "
     "ole vain he olla kuten jo noin tämä hänen oma mukaan"},
    {"et", "äöüõšž",
     "ja on ei see et oli kes mis aga ka kui ta või nad mida oma seda siis ning üks veel olid "
     "selle pole nende välja kuid pärast saab kõik üle nagu"},
    {"hu", "áéíóöőúüű",
     "a az és hogy nem is egy van ez volt meg csak de mint már azt ki el ha vagy még be amely "
     "lehet pedig aki után sem minden ezek szerint majd"},
    {"tr", "çğıöşüâîû",
     "ve bir bu için da de ile olarak daha çok olan en ne gibi ya kadar olduğu sonra o ancak veya "
     "var ama göre her ise değil tarafından iki yıl oldu"},
    {"az", "çəğıöşü",
     "və bir bu üçün da də ilə olaraq daha çox olan ən ki kimi qədər sonra o ya var amma görə hər "
     "isə deyil tərəfindən iki il oldu"},
    {"lt", "ąčęėįšųūž",
     "ir yra kad į iš su tai kaip buvo ar už bet per nuo tik jo gali jie po prie apie taip dėl "
     "šis jau būti savo kurie kai"},
    {"lv", "āčēģīķļņšūž",
     "un ir ar no uz par ka kas tas bija vai lai kā pēc tika arī bet to nav pie gan šo viņš var "
     "būt savu līdz tā kad"},
    {"pl", "ąćęłńóśźż",
     "w i na z do się że jest nie to o jak a po od za przez ale co dla są tym oraz może był jego "
     "które który także ich być tak lub"},
    {"cs", "áčďéěíňóřšťúůýž",
     "a v se na je že s z do to o i jako po za by od které který pro ve jsou ale nebo jeho byl ze "
     "při jeho byla může však také není podle jsme si bylo být"},
    {"sk", "áäčďéíĺľňóôŕšťúýž",
     "a v sa na je že s z do to o aj ako po za by od ktoré ktorý pre vo sú ale alebo jeho bol zo "
     "pri jej bola môže však tiež nie podľa sme si bolo byť"},
    {"sl", "čšž",
     "in je v na se za da so s z ki tudi pa po kot ne od iz pri bi o ali lahko bil do še med bila "
     "ni jih ko kar bilo zaradi njegov po več kjer biti ter pred"},
    {"hr", "čćđšž",
     "i je u na se da su za od s a kao koji o ne bi iz koja koje ili do sa bila bio biti može "
     "kako ali nakon između što tko netko nitko tijekom također uvjet uvjeta uvjeti uvjetima "
     "gdje prije nije poslije vrijeme vremena tisuća tisuće sustav sustava europe europske "
     "europski povijest povijesti znanost znanstvenici tjedan tjedna sveučilište sveučilišta "
     "glazba tvrtka tvrtke obitelj obitelji suradnja unatoč barem točno podrijetla izvješće "
     "osobito kazao siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna "
     "listopada studenoga prosinca dvije dio cijeli uvijek riječ čovjek"},
    {"bs", "čćđšž",
     "i je u na se da su za od s a kao koji o ne bi iz koja koje ili do sa bila bio biti može "
     "kako ali nakon između šta ko neko niko tokom također takođe uslov uslova uslovi uslovima "
     "gdje prije nije poslije vrijeme vremena hiljada hiljade sistem sistema evrope evropske "
     "evropski historija historije historiji nauka naučnici sedmica sedmice univerzitet "
     "univerziteta muzika kompanija kompanije porodica porodice saradnja uprkos bar tačno "
     "porijekla izvještaj ukoliko rekao januara februara marta aprila maja juna jula augusta "
     "septembra oktobra novembra decembra dvije dio cijeli uvijek riječ čovjek"},
    {"sr", "čćđšž",
     "i je u na se da su za od s a kao koji o ne bi iz koja koje ili do sa bila bio biti može "
     "kako ali nakon između šta ko neko niko tokom takođe uslov uslova uslovi uslovima gde pre "
     "nije posle vreme vremena hiljada hiljade sistem sistema evrope evropske evropski "
     "istorija istorije istoriji nauka naučnici nedelja nedelje univerzitet univerziteta "
     "muzika kompanija kompanije porodica porodice saradnja uprkos bar tačno porekla izveštaj "
     "ukoliko rekao januara februara marta aprila maja juna jula avgusta septembra oktobra "
     "novembra decembra dve deo celi uvek reč čovek ovde"},
    {"id", "",
     "yang dan di dari untuk dengan pada adalah ini itu dalam tidak akan oleh atau sebagai "
     "juga mereka lebih telah dapat ke para namun sebuah beberapa menjadi anda kita tersebut "
     "merupakan harus masih lalu setiap hanya tetapi ketika ada seperti tahun antara jika "
     "serta melalui orang hingga lain bagi sehingga bisa karena bahwa saat setelah memiliki "
     "agar kota uang berbeda mulai lainnya tapi sedangkan yaitu yakni pemerintah perusahaan "
     "penelitian peneliti ilmuwan universitas dokter mobil serikat inggris senin kamis jumat "
     "maret juli agustus desember meskipun bagian sebagian ditemukan butuh informasi pria coba "
     "mencoba maupun kantor disebut punya internasional ia saja mau kalau tiap bahkan eropa "
     "jepang spanyol italia prancis menit aktivitas komunitas ratusan ribuan jutaan wisatawan "
     "listrik rumah tewas kecelakaan diperkirakan situs seluruh sering tentara zat pernah "
     "dimana hal kualitas cina ukuran bepergian berada memakai semua terlalu"},
    {"ms", "",
     "yang dan di dari untuk dengan pada adalah ini itu dalam tidak akan oleh atau sebagai "
     "juga mereka lebih telah dapat ke para namun sebuah beberapa menjadi anda kita tersebut "
     "merupakan harus masih lalu setiap hanya tetapi ketika ada seperti tahun antara jika "
     "serta melalui orang hingga lain bagi sehingga boleh kerana bahawa semasa selepas "
     "mempunyai sekiranya bandar wang berbeza mula menerusi ialah iaitu perkara daripada "
     "apabila manakala syarikat kajian penyelidik saintis universiti doktor inggeris isnin "
     "khamis jumaat ahad mac julai ogos disember walaupun bahagian sebahagian pelbagai "
     "tempatan dipanggil lelaki cuba pejabat sesetengah antarabangsa ditemui terutamanya "
     "kebangsaan memandangkan sahaja mahu tiada malah eropah jepun sepanyol itali perancis "
     "minit aktiviti komuniti beratus beribu berjuta pelancong elektrik hospital terbunuh "
     "kemalangan dianggarkan laman rumah sering kerap tentera kualiti china sewaktu kanak sama "
     "semua seluruh terlalu pernah adakah hendaklah samada merangkumi masa memakai"},
    {"eu", "ñ",
     "eta da bat ez dira zen du baina ere edo izan dute zuen dituzte oso hau baino beste zuten "
     "den duen egin arte bezala horrek"},
    {"ga", "áéíóú",
     "an na agus a i ar is go ag le sé ach tá do bhí seo sin mar nach de leis ó nó as atá féin "
     "siad gur faoi raibh chun sa bhfuil ní"},
    {"sq", "çë",
     "e të në dhe i një me për që është si nga u më se ka nuk kjo ky janë por do ishte edhe ose "
     "pas"},
    {"ru", "иёйщъыьэюя",
     "и в на не что с по это как а его от из к у для за они но при так или же был которые до бы "
     "может если о ее быть было является более также во он она их"},
    {"uk", "ийщьюяіїєґ",
     "і в на не що з та до за як у це про його від але для є по або й був які бути може також так "
     "було якщо ще вони під через при він вона їх"},
    {"be", "ёйыьэюяіў",
     "і ў на не што з да за як у гэта пра яго ад але для ёсць па або быў якія быць можа таксама "
     "так было калі яшчэ яны пад праз пры ён яна іх"},
    {"bg", "ийщъьюя",
     "и на в от с се за да е по са че не като до при или това си ще те но които който след "
     "беше тя той през около бъде има може един още му го ги я какво къде всички когато били "
     "бил била тези този тази много повече към само без затова"},
    {"mk", "иѓѕјљњќџ",
     "и на во од со се за да е по дека не како до при или тоа ќе тие но кои кој беше таа тој "
     "низ околу биде има може еден уште му го ги ја што каде сите кога биле бил била овие овој "
     "оваа многу повеќе кон само без затоа"},
    {"sr", "иђјљњћџ",
     "и на у од са се за да је по су што не као до при или то ће они али који које после био "
     "она он кроз око бити има може један још му га их како где сви када били било била овај "
     "ова много више ка само без зато"},
}};

// Relatives that differ in spelling and single words more than in what statistics count.  Where
// words say nothing either, the common code of a family is the better answer.
struct Family {
  std::string_view languages;
  std::string_view common;
};
constexpr std::array<Family, 4> families = {
    {{"da no", ""}, {"id ms", "id"}, {"hr bs sr mk bg", "hr"}, {"es ast", ""}}};

template <typename Visit>
void for_each_member(LanguageSet set, Visit visit) {
  for (; set != 0; set &= set - 1) {
    visit(static_cast<std::size_t>(std::countr_zero(set)));
  }
}

// Of each entry, the first one of its language.
constexpr std::array<std::size_t, voting_languages> first_entries = [] {
  std::array<std::size_t, voting_languages> first = {};
  for (std::size_t i = 0; i < voting_languages; ++i) {
    while (entries[first[i]].language != entries[i].language) {
      ++first[i];
    }
  }
  return first;
}();

// Nearly every word that is looked up is not there.
class FunctionWordTable {
 public:
  LanguageSet find(std::string_view word) const {
    for (std::size_t at = bytes_hash(word) % slots;; at = (at + 1) % slots) {
      const Slot& slot = slots_[at];
      if (slot.word.empty()) {
        return 0;
      }
      if (slot.word.size() == word.size() &&
          same_bytes(slot.word.data(), word.data(), word.size())) {
        return slot.languages;
      }
    }
  }

  void add(std::string_view word, LanguageSet languages) {
    std::size_t at = bytes_hash(word) % slots;
    while (!slots_[at].word.empty() && slots_[at].word != word) {
      at = (at + 1) % slots;
    }
    slots_[at].word = word;
    slots_[at].languages |= languages;
  }

 private:
  static constexpr std::size_t slots = 8192;  // For about 1,500 words.

  struct Slot {
    std::string_view word = {};
    LanguageSet languages = 0;
  };
  std::vector<Slot> slots_ = std::vector<Slot>(slots);
};

struct Tables {
  FunctionWordTable words = {};
  std::unordered_map<char32_t, LanguageSet> letters = {};
};

void add_entry(const LanguageEntry& entry, LanguageSet bit, Tables& tables) {
  for (std::size_t begin = 0; begin < entry.words.size();) {
    const std::size_t end = std::min(entry.words.find(' ', begin), entry.words.size());
    tables.words.add(entry.words.substr(begin, end - begin), bit);
    begin = end + 1;
  }
  for (std::size_t at = 0; at < entry.letters.size();) {
    const DecodedCharacter decoded = decode_utf8(entry.letters, at);
    tables.letters[decoded.character] |= bit;
    at = decoded.end;
  }
}

const Tables& tables() {
  static const Tables made = [] {
    Tables result;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      add_entry(entries[i], LanguageSet{1} << i, result);
    }
    return result;
  }();
  return made;
}

}  // namespace

LanguageSet languages_with_word(std::string_view word) {
  return tables().words.find(word);
}

void LanguageVotes::add_letter(char32_t letter) {
  const auto found = tables().letters.find(letter);
  if (found != tables().letters.end()) {
    ++letters_;
    for_each_member(found->second, [&](std::size_t index) { ++own_letters_[index]; });
  }
}

int LanguageVotes::score_at(std::size_t index) const {
  return hits_[index] - (letters_ - own_letters_[index]);
}

int LanguageVotes::score(std::string_view language) const {
  int best = std::numeric_limits<int>::min() / 2;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    best = entries[i].language == language ? std::max(best, score_at(i)) : best;
  }
  return best;
}

std::string_view LanguageVotes::nearest_relative(std::string_view language) const {
  for (const auto& [languages, common] : families) {
    if (language.empty() || languages.find(language) == std::string_view::npos) {
      continue;
    }
    for (std::size_t begin = 0; begin < languages.size();) {
      const std::size_t end = std::min(languages.find(' ', begin), languages.size());
      const std::string_view relative = languages.substr(begin, end - begin);
      const int ahead = score(relative) - score(language);
      const bool wins_tie = relative == common && ahead == 0 && score(relative) > 0;
      language = ahead > 0 || wins_tie ? relative : language;
      begin = end + 1;
    }
    break;
  }
  return language;
}

LanguageVotes::Best LanguageVotes::best(std::string_view favourite, int bonus) const {
  favourite = nearest_relative(favourite);
  std::array<int, voting_languages> scores = {};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    scores[i] = score_at(i);
  }
  if (!favourite.empty()) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      scores[i] += entries[i].language == favourite ? bonus : 0;
    }
  }
  constexpr std::size_t none = voting_languages;
  std::size_t best = none;
  std::size_t best_language = none;
  int best_score = 0;
  int second = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t language = first_entries[i];
    if (scores[i] > best_score) {
      second = best_language == language ? second : best_score;
      best = i;
      best_language = language;
      best_score = scores[i];
    } else if (language != best_language) {
      second = std::max(second, scores[i]);
    }
  }
  return best == none ? Best{{}, 0, -second, 0}
                      : Best{entries[best].language, best_score, best_score - second, hits_[best]};
}

bool LanguageVotes::knows(std::string_view language) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const LanguageEntry& entry) { return entry.language == language; });
}

}  // namespace pilcrow
