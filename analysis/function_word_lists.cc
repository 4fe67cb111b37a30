// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/function_word_lists.h"

namespace pilcrow {
namespace {

// Question words and asking verbs in all their forms are our own; the rest of da de en es fi fr hu
// it nl no pt ru sv tr is the Snowball project's published stop word list less our own, and less
// words that can tell something.
constexpr LanguageWords lists_of_function_words[] = {
    {"en",
     "about above according after again all am any because been before being below between "
     "both called can could describe did do does doing down during each explain few from "
     "further give had happen happened happens has have having he her here hers herself him "
     "himself his how i its itself just kind kinds many may me might more most much must my "
     "myself name named names nor now off once only other our ours ourselves out over own same "
     "she should so some tell than theirs them themselves those through too type types under "
     "until up very we were what when where which while who whom whose why would you your "
     "yours yourself yourselves"},
    {"de",
     "alle allem allen aller alles also ander andere anderem anderen anderer anderes anderm "
     "andern anderr anders art bist damit dann darf dasselbe dazu daß dein deine deinem deinen "
     "deiner deines demselben denn denselben derer derselbe derselben desselben dessen dich "
     "dieselbe dieselben diesem diesen dieses dir doch dort dürfen einig einige einigem "
     "einigen einiger einiges einmal etwas euch euer eure eurem euren eurer eures gab gegen "
     "gemäß genannt geschah gibt hab habe haben hatte hatten heißen heißt hier hieß hießen "
     "hinter hätte hätten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres indem ins jede "
     "jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kein keine keinem keinen "
     "keiner keines konnte konnten können könnte könnten lautet lautete man manche manchem "
     "manchen mancher manches mein meine meinem meinen meiner meines mich mir muss musste "
     "mussten möchte müssen name namens nenne nennt nichts noch nun nur ob ohne passierte sehr "
     "seine seinem seinen seiner seines solche solchem solchen solcher solches soll sollen "
     "sollte sollten sondern sonst uns unse unsem unsen unser unses unter viel viele vielen "
     "vieler vom wann waren warst warum weil weiter welche welchem welchen welcher welches wem "
     "wen wenn wer werde werden weshalb wessen wieder wieso will wir wirst wo wodurch wofür "
     "woher wohin wollen wollte womit woran worauf woraus worden worin wovon wozu wurde wurden "
     "während wäre wären würde würden zwar zwischen"},
    {"fr",
     "aie aient aies ait appelle appelé appelée appelés aura aurai auraient aurais aurait "
     "auras aurez auriez aurions aurons auront avaient avais avait avez aviez avions avons "
     "ayant ayante ayantes ayants ayez ayons c c'est combien comment devait doit doivent elles "
     "es eues eurent eus eusse eussent eusses eussiez eussions eut eûmes eût eûtes fait furent "
     "fus fusse fussent fusses fussiez fussions fûmes fût fûtes j laquelle lequel lesquelles "
     "lesquels m ma me mes moi mon même nom nomme nommé nommée nos notre ont où peut peuvent "
     "pourquoi pourrait pouvait qu'est quand quel quelle quelles quels quoi selon sera serai "
     "seraient serais serait seras serez seriez serions serons seront soient sois soit sommes "
     "sorte soyez soyons suis t ta te tes toi type vos votre à étaient étais était étant "
     "étante étantes étants étiez étions êtes"},
    {"es",
     "adónde algo algunas algunos ante antes cual cuando cuál cuáles cuándo cuánta cuántas "
     "cuánto cuántos cómo debe deben desde donde durante dónde e ellas ellos entre era erais "
     "eran eras eres esa esas ese eso esos estaba estabais estaban estabas estad estamos "
     "estando estar estaremos estará estarán estarás estaré estaréis estaría estaríais "
     "estaríamos estarían estarías estas estemos esto estos estoy estuve estuviera estuvierais "
     "estuvieran estuvieras estuvieron estuviese estuvieseis estuviesen estuvieses estuvimos "
     "estuviste estuvisteis estuviéramos estuviésemos estuvo está estábamos estáis están estás "
     "esté estéis estén estés fue fuera fuerais fueran fueras fueron fuese fueseis fuesen "
     "fueses fui fuimos fuiste fuisteis fuéramos fuésemos habida habidas habido habidos "
     "habiendo habremos habrá habrán habrás habré habréis habría habríais habríamos habrían "
     "habrías habéis había habíais habíamos habían habías hacer han has hasta hay haya hayamos "
     "hayan hayas hayáis he hemos hizo hube hubiera hubierais hubieran hubieras hubieron "
     "hubiese hubieseis hubiesen hubieses hubimos hubiste hubisteis hubiéramos hubiésemos hubo "
     "les llama llamaba llamaban llamada llamado llaman me mi mis mucho muchos muy más mí mía "
     "mías mío míos ni nombre nos nosotras nosotros nuestra nuestras nuestro nuestros ocurrió "
     "os otra otras otro otros podría podía porque puede pueden quien quienes quién quiénes "
     "qué sea seamos sean seas según seremos será serán serás seré seréis sería seríais "
     "seríamos serían serías seáis sois somos soy sucedió suya suyas suyo suyos sí también "
     "tanto te tendremos tendrá tendrán tendrás tendré tendréis tendría tendríais tendríamos "
     "tendrían tendrías tened tenemos tenga tengamos tengan tengas tengo tengáis tenida "
     "tenidas tenido tenidos teniendo tenéis tenía teníais teníamos tenían tenías ti tiene "
     "tienen tienes tipo tipos todo todos tu tus tuve tuviera tuvierais tuvieran tuvieras "
     "tuvieron tuviese tuvieseis tuviesen tuvieses tuvimos tuviste tuvisteis tuviéramos "
     "tuviésemos tuvo tuya tuyas tuyo tuyos tú uno unos vosostras vosostros vuestra vuestras "
     "vuestro vuestros yo él éramos"},
    {"it",
     "abbia abbiamo abbiano abbiate ad agl agli ai all alle allo anche avemmo avendo avesse "
     "avessero avessi avessimo aveste avesti avete aveva avevamo avevano avevate avevi avevo "
     "avrai avranno avrebbe avrebbero avrei avremmo avremo avreste avresti avrete avrà avrò "
     "avuta avute avuti avuto c chi chiama chiamano chiamata chiamato chiamava ci coi col "
     "com'è come cos cos'è cosa cui dagl dagli dai dall dalla dalle dallo degl degli dell "
     "dello deve devono dov dov'è dove ebbe ebbero ebbi era erano eravamo eravate eri ero "
     "essendo faccia facciamo facciano facciate faccio facemmo facendo facesse facessero "
     "facessi facessimo faceste facesti faceva facevamo facevano facevate facevi facevo fai "
     "fanno farai faranno farebbe farebbero farei faremmo faremo fareste faresti farete farà "
     "farò fatto fece fecero feci fosse fossero fossi fossimo foste fosti fu fui fummo furono "
     "hai hanno ho lei li loro lui mi mia mie miei mio negl negli nei nell nelle nello noi "
     "nome nostra nostre nostri nostro perché più possono poteva potrebbe può qual qual'è "
     "quale quali quando quanta quante quanti quanto quella quelle quelli quello questa queste "
     "questi questo sarai saranno sarebbe sarebbero sarei saremmo saremo sareste saresti "
     "sarete sarà sarò se sia siamo siano siate siete sta stando stanno starai staranno "
     "starebbe starebbero starei staremmo staremo stareste staresti starete starà starò stava "
     "stavamo stavano stavate stavi stavo stemmo stesse stessero stessimo steste stesti stette "
     "stettero stetti stiamo stiano stiate sto sua successo sue sugl sugli sui sull sulla "
     "sulle sullo suo suoi ti tipo tra tu tua tuo tuoi tutti tutto vi voi vostra vostre vostri "
     "vostro"},
    {"pt",
     "aconteceu aonde aquela aquelas aquele aqueles aquilo até chama chamada chamado chamam "
     "chamava como dela delas dele deles depois deve devem ela elas ele eles entre era eram "
     "essa essas esse esses esta estamos estas estava estavam este esteja estejam estejamos "
     "estes esteve estive estivemos estiver estivera estiveram estiverem estivermos estivesse "
     "estivessem estivéramos estivéssemos estou está estávamos estão eu fazer fez fomos for "
     "foram forem formos fosse fossem fui fôramos fôssemos haja hajam hajamos havemos hei "
     "houve houvemos houver houvera houveram houverei houverem houveremos houveria houveriam "
     "houvermos houverá houverão houveríamos houvesse houvessem houvéramos houvéssemos há hão "
     "isso isto já lhe lhes mais mas me meu meus minha minhas muito nem nome nossa nossas "
     "nosso nossos num numa nós onde pelas pelos pode podem poderia podia porque porquê quais "
     "qual quando quanta quantas quanto quantos quem quê seja sejam sejamos serei seremos "
     "seria seriam será serão seríamos seus somos sou suas só também te tem temos tenha tenham "
     "tenhamos tenho terei teremos teria teriam terá terão teríamos teu teus teve tinha tinham "
     "tipo tipos tive tivemos tiver tivera tiveram tiverem tivermos tivesse tivessem tivéramos "
     "tivéssemos tu tua tuas tém tínhamos você vocês vos à às éramos"},
    {"nl",
     "al alles altijd andere ben daar deden deed der doch doen doet dus ge gebeurde geen "
     "genoemd geweest haar heb hebben heet heette hem heten hier hoe hoeveel hun iemand iets "
     "ja je kan konden kunnen mag me meer men mij mijn moest moet moeten mogen na naam niets "
     "noemt nog nu omdat onder ons ook over soort toch toen u uw veel volgens waar waardoor "
     "waarheen waarin waarmee waarom waarop waaruit waarvan waarvoor wanneer want waren welk "
     "welke werd wie wiens worden zal zelf zij zo zonder zou zouden zullen"},
    {"sv",
     "alla allt blev bli blir blivit denna deras dess dessa detta dig din dina ditt då efter "
     "eller enligt er era ert fanns finns gjorde gör ha hade hans henne hennes heter hette "
     "honom hur hände här ingen inom kallades kallas kunde kunna man mellan mig min mina mitt "
     "mycket många måste namn namnet ni nu någon något några oss samma sedan sig sin sina "
     "sitta själv ska skall skulle slags sorts så sådan sådana sådant typ under upp utan vad "
     "vara varför varit varje vars vart vem vems vilka vilkas vilken vilket vår våra vårt än "
     "åt över"},
    {"da",
     "alle alt blev blive bliver da denne deres dette dig din disse dog du efter eller end fik "
     "findes gjorde gør ham hans havde have hed hedder hende hendes her hos hvad hvem hvilke "
     "hvilken hvilket hvis hvor hvordan hvorfor hvorfra hvorhen hvornår ifølge ind jer jo "
     "kaldes kaldt kaldtes kunne man mange meget mig min mine mit må måtte navn navnet noget "
     "nogle nu også op os over selv sig sin sine sit skal skete skulle slags sådan type under "
     "vil ville vor være været"},
    {"no",
     "alle bare begge ble blei bli blir blitt både båe da deg dei deim deira deires denne dere "
     "deres dette di din disse ditt du dykk dykkar då eg ein eit eitt eller elles enn ett "
     "etter fikk finnes fordi før gjorde gjør ha hadde hans hennar henne hennes her het heter "
     "hjå ho hoe honom hoss hossen hva hvem hver hvilke hvilken hvilket hvis hvor hvordan "
     "hvorfor ifølge ikkje ingen ingi inkje inn inni ja kalles kalt kaltes korleis korso kun "
     "kunne kva kvar kvarhelst kven kvi kvifor man mange medan meg meget mellom mi min mine "
     "mitt mye mykje må måtte navn navnet no noe noen noka noko nokon nokor nokre nå også opp "
     "oss over samme seg selv sia sidan siden sin sine sitt sjøl skal skjedde skulle slags "
     "slik so somme somt så sånn type um upp uten vart varte ved vere verte vil ville vore "
     "vors vort vår være vært å"},
    {"fi",
     "eivät emme en et ette heidän heidät heihin heille heillä heiltä heissä heistä heitä "
     "häneen hänelle hänellä häneltä hänen hänessä hänestä hänet häntä itse johon joiden "
     "joihin joiksi joilla joille joilta joina joissa joista joita joksi jolla jolle jolta "
     "jona jonka jossa josta jota jotka kanssa keiden keihin keiksi keille keillä keiltä keinä "
     "keissä keistä keitä keneen keneksi kenelle kenellä keneltä kenen kenenä kenessä kenestä "
     "kenet ketkä ketä koska kuinka kuka kumman kumpi kutsutaan kutsuttiin meidän meidät "
     "meihin meille meillä meiltä meissä meistä meitä mihin miksi mikä millainen millaisia "
     "millaista mille milloin millä miltä minkä minkälainen minua minulla minulle minulta "
     "minun minussa minusta minut minuun minä missä mistä miten mitkä mitä moni monta montako "
     "mukaan niiden niihin niiksi niille niillä niiltä niin niinä niissä niistä niitä nimeltä "
     "nimeltään nimi noiden noihin noiksi noilla noille noilta noin noina noissa noista noita "
     "nuo näiden näihin näiksi näille näillä näiltä näinä näissä näistä näitä nämä olemme olen "
     "olet olette olimme olin olisi olisimme olisin olisit olisitte olisivat olit olitte "
     "olivat olla olleet ollut paljon paljonko pitäisi pitää sen siihen siinä siitä siksi "
     "sille sillä siltä sinua sinulla sinulle sinulta sinun sinussa sinusta sinut sinuun sinä "
     "sitä tallä tapahtui te teidän teidät teihin teille teillä teiltä teissä teistä teitä "
     "tuohon tuoksi tuolla tuolle tuolta tuon tuona tuossa tuosta tuotä tyyppi tähän täksi "
     "tälle tältä tämän tänä tässä tästä tätä täytyy vaan vai vaikka voisi voivat yli"},
    {"hu",
     "abban ahhoz ahogy ahol aki akik akkor alatt amely amelyek amelyekben amelyeket amelyet "
     "amelynek ami amikor amit amolyan amíg annak arra arról azok azon azonban azt aztán "
     "azután azzal azért belül benne bár e ebben eddig egyes egyetlen egyik egyre egyéb ehhez "
     "ekkor ellen elég elő először előtt emilyen ennek erre ezek ezen ezt ezzel ezért fajta "
     "felé hanem hiszen hogyan hol honnan hova hová hány hányan hívják hívták illetve ilyen "
     "ilyenkor ismét ison itt jobban kell kellett keresztül kik kiket kinek kinél kit kitől "
     "kivel kívül között közül legalább legyen lehet lehetett lenne lenni lesz lett maga magát "
     "majd meddig mellett mely melyek melyik melyiket mennyi mennyit mert mi miben miből mik "
     "miket mikor milyen minden mindenki mindent mindig minek mintha mire miről mit mitől "
     "mivel miért mióta most más másik még míg ne nekem neki neve nevezik nevezték nevű nincs "
     "néha néhány nélkül név olyan ott pedig persze rá s sem semmi sok sokat sokkal szerint "
     "szinte talán tehát továbbá tud tudja típus típusú több történt ugyanis után utána vagyis "
     "vagyok valaki valami valamint való vannak vele viszont volna voltak voltam voltunk által "
     "általában át én éppen így úgy újra ő ők őket"},
    {"ro",
     "acea aceasta această acei acel acele acest acesta aceste acești are asupra atunci avea "
     "avem avut care cine conform cui cum când cât câte câtă câți cîte cărei căror cărui dacă "
     "dar decât despre dintre drept după ea ei el ele era erau există face fel fie făcut lor "
     "mea meu mult multe mulți nostru nume numea numele numesc numește numit numită ori poate "
     "pot prin putea putut suntem sunteți timp tip tipuri trebui trebuie unde voi vom vă îi îl "
     "între își"},
    {"pl",
     "albo ani bardzo bez być był była było były będzie będą ci czego czemu czyj czyja czyje "
     "czyli czym dlaczego dokąd gdzie ile iloma ilu imię jaka jaki jakich jakie jakiego jakiej "
     "jakiemu jakim jakimi jaką jemu kiedy kim kogo komu kto która które którego której "
     "któremu który których którym którymi którą mają miał miała między mogą mogła mogły może "
     "można musi muszą mógł nad nazwa nazwę nazywa nazywana nazywano nazywany nazywał nazywała "
     "nich nim nimi nią on ona one oni ono pod podczas ponieważ powinien powinna przed przy "
     "rodzaj rodzaju również siebie skąd sobie swoich swoje swoją swój ta także tego tej temu "
     "ten tych tymi typ według więc został została zostało zostały"},
    {"cs",
     "ani bez bude budou byla byli bylo byly být během druh jakou jaká jaké jakého jakému jaký "
     "jakých jakým jakými jejich její jemu jmenoval jmenovala jmenuje jméno jsem jsme jsou kam "
     "kde kdo kdy koho kolik kolika kom komu kterou kterého kterému kterých kterým kterými kým "
     "mají mezi mohl mohla mohli mohou musí má měl měla může nad nazývá název odkud on ona oni "
     "ono pod podle protože proč před při svou své svých svůj ta také tedy ten ti toho tohoto "
     "tomu typ této těch těmi čeho čemu čí čím"},
    {"tr",
     "acaba ad adlı adı adını aslında bazı belki birkaç biz denilen denir denirdi deniyor "
     "denmektedir eder edilir edilmiştir etti eğer göre hangi hangileri hangileridir "
     "hangilerinde hangisi hangisidir hangisiydi hem hep hepsi hiç isim isimli ismi kaç kaçta "
     "kaçıncı kim kimden kimdi kimdir kime kimi kimin kimler kimlerdir midir mu mü mı mıdır "
     "nasıl nasıldır ne neden nedir neler nelerdir nelere nerde nerede nereden nerelerde "
     "neresi nereye neydi neye neyi neyin niye niçin oldu olduğu olduğunu olmuştur olur sanki "
     "siz tip tüm tür türü var vardı vardır yani çok çünkü şu"},
    {"ru",
     "более больше будет будто быть вдруг ведь впрочем всегда всего всех всю даже другой ей "
     "ему ж зачем звали здесь зовут имеет имел имеют имя иногда какая какие каким какими каких "
     "каков какова каково каковы какого какое какой каком какому какою какую кем кого ком кому "
     "конечно которая которого которое которой которому которую которые который которым "
     "которыми которых куда между меня мне много мог могла могли могут может можно мой моя "
     "надо назвал название назови назовите называется называлась называли называлось назывался "
     "называются наконец нас нее ней нельзя ни нибудь никогда ним них ничего откуда отчего "
     "перед после потом потому почему почти про произошло происходит разве сам свою себе себя "
     "сейчас скольким скольких сколько совсем согласно такая такое такой там тебя тем теперь "
     "тогда того тоже только том тут ты хоть чего чей чем чему через чтоб чуть чьего чьей чьи "
     "чья чьё чём этого этой этом этот эту является являлась являлся являются"},
    {"uk",
     "або без буде бути вам вас ви відбулося де звали звати звідки згідно ким кого коли кому "
     "котра котре котрий куди мав мають має мене мені ми могла може можна можуть міг між "
     "навіщо над назва називався називалася називали називаються називається нам нас перед під "
     "після свою своїх свій себе скільки скількох сталося також ти тим тих тому хто цей цього "
     "ця ці цієї через чий чим чия чиє чиї чого чому яка якби яке яким якими яких якого якому "
     "якою якої яку якщо які якій є ім'я"},
    {"bg",
     "аз ако беше бил била били било бяха вие защо им има имал имат име името каква какви "
     "какво какъв кога когато кого кое което кои които кой който колко кому коя която къде "
     "където между могат може можело му над накъде наречен нарича наричал наричат него нея ние "
     "онзи откъде под преди през свои свой своя след случи според също тази те тези тип това "
     "този той трябва тя тях чие чии чий чия ѝ"},
    {"kk",
     "арқылы аталады аталған атауы аты ба барлық бе бері бойынша бола болады болатын болды "
     "болса болып болған біз бірақ бұны бұның бәрі деген дегеніміз дейді дейін етеді еткен "
     "етті кім кімге кімдер кімді кіммен кімнен кімнің ма ме мүмкін не неге неде неден нелер "
     "нелерді неліктен немен немесе нені ненің неше нешінші олар оларды олардың оларға оны "
     "оның оған па пе ретінде себебі секілді сияқты соны сіз тек ғана қажет қай қайда қайдан "
     "қайдағы қайсы қайсысы қайтіп қалай қандай қанша қаншасы қашан қашаннан әрбір өз өзі "
     "өзінің"},
    {"el",
     "έγινε έκανε έχει έχουν ή ήταν αλλά αυτά αυτές αυτή αυτοί αυτός αυτών γιατί εάν είδος "
     "είδους είχαν είχε ενός επίσης κάθε κάνει καθώς καλείται λέγεται λέγονται λεγόταν μία μας "
     "μου μπορεί μπορούν μπορούσαν μπορούσε ονομάζεται ονομάζονται ονομάστηκε ονομαζόταν οποία "
     "οποίας οποίες οποίο οποίοι οποίος οποίου οποίων ούτε πιο ποιά ποια ποιανού ποιας ποιες "
     "ποιο ποιοι ποιον ποιος ποιου ποιους ποιων ποιό πού πρέπει πόσα πόσες πόση πόσο πόσοι "
     "πόσον πόσος πόσους πόσων πότε πώς σας σου στα στις στους συνέβη σύμφωνα τίνος τι τύπο "
     "τύπος υπάρχει υπάρχουν όνομα όταν"},
    {"ar",
     "أنا أنت أنه أنها أي أيا أية أيضا أين أيه إذا إسم اسم الاسم الذى الذين اللتان اللذان "
     "اللذين اللواتي بأي بعض بكم بماذا بمن به بها بين تدعى تسمى تكون تلك تم حتى حيث خلال ذلك "
     "سمي سميت عليه عليها عند عندما غير فيم فيما فيه فيها قام قامت كم كيف لأي لدى لكن لماذ "
     "لماذا لمن له لها لهم ماذا مالذي ماهو ماهي متى مذا مم مما ممن منذا منه منها نحن نوع هؤلاء "
     "هل هم هما هناك يتم يدعى يسمى يطلق يكون يمكن"},
    {"fa",
     "آنان آنها اسم او اگر اگرچه ایشان باشد باید بلکه بودند بین تو خود دارد دارند داشت داشتند "
     "درباره زیرا شاید شدند شما شود طبق ما مانند مطابق من میتواند میشود "
     "میتوان "
     "میتواند "
     "میشود میشوند میکند میکنند نام نامیدند نامیده نوع نیست "
     "هستند "
     "همه "
     "همچنین "
     "هیچ "
     "وجود ولی "
     "وی پس پیش چرا چطور چقدر چند چندم چندمین چه چهکسی چون چگونه "
     "چی "
     "چیزی "
     "چیست "
     "چیستند "
     "کجا "
     "کجاست کجای کدام کدامند کدامیک کرد کردند کسانی کسی کند کی کیست گفته"},
    {"hi",
     "अगर अनुसार अपना अपनी अपने आप इसका इसकी इसके इसने उन उनका उनकी उनके उनको उन्होंने उसका "
     "उसकी उसके उसने कब करता करती करते कहते कहा कहाँ कहाँसे कहां किए कितना कितनी कितने कितनों "
     "किधर किन किनका किनकी किनके किन्हें किन्होंने किया किस किसका किसकी किसके किसको किसने "
     "किसपर किसमें किससे किसी किसे कुछ कैसा कैसी कैसे कोई कौन कौनसा कौनसी कौनसे क्या क्यों गई "
     "गए चाहिए जब जहाँ जा जाता जाती जाते जिन जिस जिसका जिसकी जिसके जिसने जिसे तब तरह तुम दिए "
     "दिया दी द्वारा न नहीं नाम परंतु प्रकार मैं यदि रहा रही रहे लिए लेकिन वाला वाली वाले सकता "
     "सकती सकते सके सा सी हम हुआ हुई हुए होता होती होते होने"},
    {"id",
     "adakah aku anda antara apa apakah bagaimana bagaimanakah bahwa belum berapa berapakah "
     "bernama bisa boleh bukan dapat darimana dikenal dilakukan dimana dimanakah dinamakan "
     "disebut hanya harus ia jangan jenis jika kalau kalian kami kamu kapan kapankah kemana "
     "kenapa ketika kita lagi lebih mana manakah maupun mengapa menjadi menurut mereka "
     "merupakan mesti nama namanya namun paling sampai sangat saya sebelum seberapa sebutan "
     "secara sedangkan sehingga sekali serta setelah siapa siapakah sudah supaya tapi tentang "
     "terhadap terjadi tersebut tetapi"},
    {"vi",
     "ai bao bằng bị bởi cho chỉ các cái còn có cũng của do gì gọi hay hoặc khi không kia loại "
     "là lại mà mấy mọi mỗi một nhiêu như nhưng những nào này nên nếu phải ra rất rằng sẽ theo "
     "thì trong tên tại từ và vào vì về với đang điều đâu đã đó được đến để ấy ở"},
    {"th",
     "กับ กำลัง กี่ ก็ ขณะ ของ คือ จะ จาก ชนิด ชื่อ ซึ่ง ด้วย ตาม ต่อ ต้อง ถึง ถูก ถ้า ทำ "
     "ทำให้ ทำไม ที่ ที่ไหน นั้น นี้ บ้าง ประเภท มี มีชื่อ ยัง ว่า สามารถ หรือ หาก อยู่ อย่าง "
     "อย่างไร อะไร อัน อีก เคย เท่า เท่าใด เท่าไร เป็น เพราะ เพื่อ เมื่อ เมื่อไร เรียก แก่ แต่ "
     "และ แล้ว แห่ง โดย ใคร ใด ใน ให้ ไง ได้ ไม่ ไร ไว้ ไหน ไหร่"},
    {"zh",
     "上 不 个 中 为什么 为何 什么 什么时候 从 他 他们 以 会 但 但是 何 何人 何处 何时 你 你们 "
     "使 几 几个 几年 到 又 叫 叫作 叫做 可以 可能 名为 名字 "
     "名称 向 吗 呢 哪 哪一 哪个 哪些 哪位 哪儿 哪里 因为 多 多久 多大 多少 她 她们 如何 如果 它 "
     "它们 将 并 并且 应该 很 怎么 怎样 我 我们 所 所以 更 "
     "最 有 样 根据 没 没有 由 种 称 称为 给 能 让 请问 谁 谁在 谁是 还 还有 这个 这些 这样 那个 "
     "那些 那样"},
    {"ja",
     "あっ あの あり ありま ある い いい いう いくつ いくら いつ いる おり くらい けど この "
     "しかし しょう すか する せ そして その ため だ だれ てい でき "
     "できる として どう どこ どちら どっち どの どれ どんな ない なぜ など なり なる なん "
     "において について によって により による ので ば ま また まっ もの "
     "よう られる れる ん 何 何と 何人 何年 何故 名前 名称 呼 呼ぶ 幾つ 種類 言 言う 誰"},
    {"ug",
     "ئاتالغان ئاتىلىدۇ ئارقىلىق ئاندىن ئىدى ئىسمى ئۆز ئۆزىنىڭ ئۇ ئۇلار ئۇنى ئۇنىڭ ئۇنىڭغا "
     "ئۈچۈن ئەمما ئەمەس بار بارلىق بولدى بولسا بولغان بولىدۇ بولۇپ بىر بىراق بىز بىزنىڭ بىلەن "
     "بۇ بۇرۇن بۇنىڭ توغرىسىدا دا دېدى دېگەن دەيدۇ دەپ سىز سەن شۇ شۇنىڭ شۇڭا قانداق قانداقلا "
     "قانچىلىك قانچىنچى قانچە قايسى قايسىسى قايسىلار قاچان قاچاندىن قىلدى قىلغان قىلىدۇ قىلىپ "
     "قەيەر قەيەردىن قەيەردە قەيەرگە كىم كىمدىن كىملەر كىمنى كىمنىڭ كىمگە كېرەك كېيىن لازىم "
     "لېكىن مۇ مۇمكىن مېنىڭ مەن نېمىدىن نېمىدەپ نېمىشقا نېمىلەر نېمىلەرنى نېمىنى نېمىنىڭ "
     "نېمىگە نېمە نېچۈن نېچۈنكى نە نەدىن نەدە نەنىڭ نەچچە نەگە ياكى يوق يەنە پەقەت چۈنكى ھەر "
     "ھەققىدە ھەم ھەممە ۋە"},
};

}  // namespace

std::span<const LanguageWords> function_word_lists() {
  return lists_of_function_words;
}

}  // namespace pilcrow
