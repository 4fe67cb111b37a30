// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stop_words.h"

#include "analysis/language_defaults.h"

namespace pilcrow {
namespace {

// English: the 33 words of Lucene's StandardAnalyzer.  All others: our own selection of articles,
// conjunctions, prepositions, pronouns and auxiliaries, kept short, since a word that is left out
// of the ranking can't be brought back by a query.
constexpr LanguageWords lists_of_stop_words[] = {
    {"en",
     "a an and are as at be but by for if in into is it no not of on or such that the their then "
     "there these they this to was will with"},
    {"de",
     "aber als am an auch auf aus bei bin bis da das dass dem den der des die dies diese dieser "
     "du "
     "durch ein eine einem einen einer eines er es für hat im in ist mit nach nicht oder sein "
     "sich "
     "sie sind so über um und von vor war was wie wird zu zum zur"},
    {"fr",
     "a au aux avec ce ces cette d dans de des du elle en est et eux il ils je l la le les leur "
     "lui mais n ne nous on ou par pas pour qu que qui s sa se ses son sont sur un une vous y"},
    {"es",
     "a al como con de del el ella en es esta este ha la las le lo los no o para pero por que se "
     "ser si sin sobre son su sus un una y ya"},
    {"it",
     "a al alla che con da dal dei del della delle di e ed è gli ha i il in l la le lo ma ne nel "
     "nella non o per si sono su sul un una uno"},
    {"pt",
     "a ao aos as com da das de do dos e é em foi na nas não no nos o os ou para pela pelo por "
     "que "
     "se sem ser seu sua são um uma"},
    {"nl",
     "aan als bij dan dat de deze die dit door een en er had heeft het hij ik in is maar met "
     "naar "
     "niet of om op te tot uit van voor was wat wordt ze zich zijn"},
    {"sv",
     "att av de den det dem den där en ett från för han har hon i in inte jag kan med men när "
     "och "
     "om på som till ut var vi är"},
    {"da",
     "af at de den der det dem en er et for fra han har hun i ikke jeg kan med men når og om på "
     "som til ud var vi"},
    {"no",
     "av at de den der det dem en er et for fra han har hun i ikke jeg kan med men når og om på "
     "som til ut var vi"},
    {"fi",
     "ei että he hän ja jo joka jos kun me mutta myös ne nyt ole oli on ovat se sekä tai tämä "
     "vain "
     "voi"},
    {"hu", "a az egy és ez hogy is ha meg nem csak de van volt vagy mint már ki el fel"},
    {"ro",
     "a ai al ale am ar au ca că ce cel cu de din este fi fost în la le lui mai nu o pe pentru s "
     "sa sau se și sunt un una unei unui"},
    {"pl",
     "a aby ale co czy dla do gdy i ich jak jest jego jej już lub ma na nie o od oraz po przez "
     "się "
     "są tak te to tym w we z za ze że"},
    {"cs",
     "a aby ale by byl co do i jak je jeho jako k která které který na nebo o od po pro s se si "
     "tak to u v ve z za že"},
    {"tr",
     "ama bir bu da daha de değil diye en gibi her için ile ise kadar ki mi o olan olarak ve "
     "veya "
     "ya"},
    {"ru",
     "а без бы был была были было в вам вас во вот все вы где да для до его ее если есть еще же "
     "за "
     "и из или им их к как ко когда кто ли мы на над не него нет но ну о об он она они от по под "
     "при с со так также то тот у уже что чтобы эта эти это я"},
    {"uk",
     "а але б був була були було в від він вона вони до з за і й із його її їх к на не ні о об "
     "по "
     "при про та так те то у це чи що щоб я як який"},
    {"bg",
     "а без в във да до е за и из или как като към ли на не но от по при с са се си със то че "
     "ще"},
    {"kk",
     "бар бір бұл да де деп егер ең еді екен енді жоқ және кейін керек мен мұнда мына ол осы өте "
     "пен сол тағы туралы ті үшін ша"},
    {"el",
     "αν από αυτό για δε δεν είναι ένα ένας η θα και κατά με μετά μια να ο οι όμως ότι που σε "
     "στη "
     "στην στο στον τα τη την της τις το του τους των ως"},
    {"ar",
     "ال إلى أن إن أو التي الذي ثم على عن في قد كان كانت كل كما لا لم ما مع من هذا هذه هو هي و "
     "وقد ولا"},
    {"fa", "از است اما این آن با بر برای به بود تا که را در شد شده می نیز و هر هم یا یک"},
    {"hi", "इस उस एक और कर करने का कि की के को गया जो तक तो था थी थे ने पर भी में यह या वह से हैं है ही हो"},
    {"id",
     "ada adalah akan atau dan dari dengan di dia ini itu juga ke karena oleh pada para saat "
     "sebagai "
     "telah tidak untuk yang"},
    {"zh", "的 了 在 是 和 与 也 就 都 而 及 或 着 被 把 对 为 于 之 其 这 那 一个"},
    {"ja",
     "の に は を た が で て と し れ さ も な こと これ それ から まで より へ や か です "
     "ます"},
};

const WordSets& stop_word_sets() {
  static const WordSets made(lists_of_stop_words, &LanguageDefaults::stop_words);
  return made;
}

}  // namespace

bool is_stop_word(std::string_view word, std::string_view language) {
  return stop_word_sets().contains(word, language);
}

std::span<const LanguageWords> stop_word_lists() {
  return lists_of_stop_words;
}

}  // namespace pilcrow
