// SPDX-License-Identifier: GPL-2.0-or-later
// The shipped list of names; docs/names.md has the format.  Countries, capitals, peoples and a few
// organisations and persons that have different names in different languages.  Each word is spelled
// as the analyzer folds it, with a space between words, also where the script has none; a test
// compares.
#include "analysis/names/aliases.h"

namespace pilcrow {

// clang-format off
const std::string_view shipped_alias_text = R"(# Central Asia and China
karaganda	qaraghandy	караганда	қарағанды	karagandy
karakol	karakul	каракол	пржевальск
artush	atush	artux	артуш	ئاتۇش	阿 图 什
kuqa	kuche	kuchar	куча	库 车	كۇچار
sichuan	szechuan	szechwan	сычуань	四川
zhejiang	chekiang	чжэцзян	浙江
fujian	fukien	фуцзянь	福建
shandong	shantung	шаньдун	山东
gansu	kansu	ганьсу	甘肃
shaanxi	shensi	шэньси	陕西
shanxi	shansi	шаньси	山西
jiangsu	kiangsu	цзянсу	江苏
jiangxi	kiangsi	цзянси	江西
hebei	hopeh	хэбэй	河北
hubei	hupeh	хубэй	湖北
guizhou	kweichow	гуйчжоу	贵州
mao zedong	mao tse tung	мао цзэдун	毛泽东	毛澤東	ماو تسي تونغ	마오쩌둥
kabul	kaboul	кабул	کابل	كابول
rahmon	rakhmon	rachmon	rachmonow	рахмон	раҳмон
xinjiang	sinkiang	шыңжаң	新疆	شىنجاڭ	синьцзян	шинжаң	sincan
urumqi	urumchi	乌鲁木齐	烏魯木齊	үрімжі	урумчи	үрүмчү	ئۈرۈمچى	اورومچی	أورومتشي
kashgar	kashi	kaxgar	喀什	喀什 噶尔	қашқар	кашгар	قەشقەر	كاشغر
hotan	khotan	hetian	和田	خوتەن	хотан
yarkand	yarkant	shache	莎车	يەكەن	яркенд	жаркент
ghulja	yining	kulja	伊宁	غۇلجا	құлжа	инин	кульджа
turpan	turfan	tulufan	吐鲁番	تۇرپان	тұрпан	турфан
aksu	akesu	阿克苏	ئاقسۇ	ақсу	аксу
kumul	hami	哈密	قۇمۇل	хами	құмыл
korla	kuerle	库尔 勒	كورلا	корла	курля
altay	aletai	阿 勒 泰	алтай
ili	yili	伊犁	ئىلى	іле	или
uyghur	uighur	uygur	ouighour	uigure	维吾尔	維吾爾	ұйғыр	уйгур	ئۇيغۇر	أويغور	اویغور
kazakh	qazaq	kasache	哈萨克	哈薩克	қазақ	казах	قازاق	كازاخ
kyrgyz	kirghiz	kirgise	柯 尔 克 孜	吉 尔 吉 斯	кыргыз	қырғыз	киргиз	قىرغىز
tibet	xizang	西藏	тибет	شىزاڭ	bod	التبت
lhasa	拉萨	лхаса	لاسا
beijing	peking	pekin	pequim	pechino	北京	пекин	пекін	бейжің	بېيجىڭ	بكين	پکن	πεκινο	베이징	ペキン	בייג'ינג	бэйцзин
guangzhou	canton	kanton	广州	廣州	гуанчжоу	кантон
guangdong	kwangtung	广东	廣東	гуандун
hong kong	xianggang	香港	гонконг	сянган	هونغ كونغ	홍콩
macau	macao	澳门	澳門	аомынь	макао
taiwan	台湾	臺灣	台灣	тайвань	formosa
taipei	taibei	台北	臺北	тайбэй
xiamen	amoy	厦门	廈門	сямэнь
nanjing	nanking	南京	нанкин
chongqing	chungking	重庆	重慶	чунцин
tianjin	tientsin	天津	тяньцзинь
harbin	haerbin	哈尔滨	哈爾濱	харбин
inner mongolia	内 蒙古	внутренняя монголия	nei mongol
china	chine	chin	cina	中国	中國	китай	қытай	кытай	хитой	جۇڭگو	خىتاي	الصين	چین	cin	kina	chiny	κινα	चीन	중국	סין
silk road	丝绸 之路	絲綢之路	шелковый путь	жібек жолы	يىپەك يولى	seidenstrasse	route de la soie	ipek yolu
kazakhstan	qazaqstan	哈萨克 斯坦	қазақстан	казахстан	قازاقستان	كازاخستان	قزاقستان	kasachstan
kyrgyzstan	kirghizia	kirgisistan	吉 尔 吉 斯 斯坦	кыргызстан	киргизия	қырғызстан	قىرغىزىستان	قيرغيزستان
uzbekistan	o'zbekiston	乌 兹 别 克 斯坦	узбекистан	өзбекстан	ўзбекистон	أوزبكستان	ازبکستان	usbekistan	ouzbekistan
tajikistan	塔吉克 斯坦	таджикистан	тоҷикистон	тәжікстан	طاجيكستان	تاجیکستان	tadschikistan
turkmenistan	土 库 曼 斯坦	туркменистан	түрікменстан	تركمانستان	ترکمنستان
mongolia	蒙古	монголия	монгол	моңғолия	mongolei	mongolie	منغوليا
astana	nur sultan	акмола	aqmola	целиноград	阿 斯 塔 纳	астана	нұр сұлтан
almaty	alma ata	阿拉 木 图	алматы	алма ата	ئالمۇتا	آلماتی
bishkek	frunze	比 什 凯 克	бишкек	фрунзе	пишпек
dushanbe	stalinabad	杜 尚 别	душанбе	сталинабад	دوشنبه
tashkent	toshkent	塔 什 干	ташкент	тошкент	طشقند	تاشکند	taschkent	tachkent	taskent
samarkand	撒 马 尔 罕	самарканд	самарқанд	سمرقند
ulaanbaatar	ulan bator	乌兰 巴托	улан батор	улаанбаатар
belt and road	一带 一路	один пояс один путь	neue seidenstrasse
people's liberation army	解放 军	人民 解放 军	ноак	pla
communist party of china	chinese communist party	中国 共产 党	中共	кпк	ccp
# Russia and eastern Europe
odessa	odesa	одесса	одеса	أوديسا	οδησσοσ	אודסה	ოდესა
donetsk	donezk	donieck	донецк	донецьк	دونيتسك
kazan	kasan	казань	قازان
chernobyl	chornobyl	tschernobyl	tchernobyl	czarnobyl	чернобыль	чорнобиль
yeltsin	jelzin	eltsine	jelcyn	ельцин	єльцин
aliyev	alijew	aliev	əliyev	алиев	علييف
russia	russie	russland	rusia	россия	росія	ресей	俄罗斯	俄国	روسيا	روسیه	رۇسىيە	rusya	rosja	ρωσια	רוסיה	러시아	ロシア	रूस
moscow	moskau	moscou	moskva	москва	мәскеу	莫斯科	موسكو	مسکو	moskova	μοσχα	מוסקבה	모스크바	モスクワ	moskwa	moszkva
saint petersburg	leningrad	sankt peterburg	санкт петербург	ленинград	петроград	圣 彼得 堡
volgograd	stalingrad	волгоград	сталинград
ukraine	україна	украина	乌克兰	烏克蘭	أوكرانيا	اوکراین	ukrayna	ουκρανια	אוקראינה	우크라이나	ウクライナ
kyiv	kiev	kiew	київ	киев	киів	基辅	كييف	کییف	κιεβο	קייב	kyjiw	kijow	kyjiv	kijev
kharkiv	kharkov	charkow	харків	харьков
lviv	lvov	lwow	lemberg	львів	львов	lwiw	leopolis
dnipro	dnepropetrovsk	дніпро	днепропетровск
belarus	byelorussia	weissrussland	bielorussie	беларусь	белоруссия	白 俄罗斯	بيلاروسيا
moldova	moldavia	молдова	молдавия
chechnya	tschetschenien	tchetchenie	чечня	车 臣	الشيشان	چچن
georgia	georgie	georgien	грузия	საქართველო	gurcistan	格 鲁 吉 亚	گرجستان	جورجيا
armenia	հայաստան	армения	ermenistan	亚美尼亚	أرمينيا	ارمنستان
azerbaijan	азербайджан	阿 塞 拜 疆	أذربيجان	آذربایجان	azərbaycan
tbilisi	tiflis	тбилиси	тифлис	თბილისი	第 比利 斯	τιφλιδα	թբիլիսի	تبليسي	טביליסי
yerevan	erivan	ереван	эривань	埃 里 温	erevan	jerewan	երեւան	يريفان	γιερεβαν	eriwan
crimea	krim	crimee	krym	kirim	крым	крим	القرم	κριμαια	克里米亚
abkhazia	abchasien	abkhazie	абхазия	აფხაზეთი	apsny
# Europe
rhodes	rhodos	rodos	родос	ροδοσ
patras	πατρα	patra	патры
limassol	limasol	λεμεσοσ	лимассол
barcelona	barcelone	барселона	βαρκελωνη	برشلونة	巴 塞 罗 那
germany	deutschland	allemagne	alemania	alemanha	germania	германия	німеччина	德国	德國	ألمانيا	آلمان	almanya	niemcy	γερμανια	גרמניה	독일	ドイツ	जर्मनी
munich	munchen	monaco di baviera	мюнхен	慕尼黑	ميونخ
cologne	koln	colonia	кельн	科 隆
nuremberg	nurnberg	нюрнберг	纽 伦 堡
aachen	aix la chapelle	ахен	亚 琛
austria	osterreich	autriche	австрия	австрія	奥地利	النمسا	avusturya	اتریش
vienna	wien	vienne	viena	вена	відень	维也纳	فيينا	viyana	βιεννη	وین
switzerland	schweiz	suisse	svizzera	швейцария	瑞士	سويسرا	isvicre	سوئیس
geneva	geneve	genf	ginevra	ginebra	женева	日内瓦	جنيف	cenevre
france	frankreich	francia	franca	франция	франція	法国	法國	فرنسا	فرانسه	fransa	γαλλια	צרפת	프랑스	フランス
paris	parigi	париж	巴黎	باريس	پاریس	παρισι	פריז	파리	パリ
italy	italia	italie	italien	италия	意大利	إيطاليا	italya	wlochy	olaszorszag
rome	roma	rom	рим	罗马	روما	رم	ρωμη
venice	venezia	venedig	venise	венеция	威尼斯	البندقية
florence	firenze	florenz	флоренция	佛 罗 伦 萨
naples	napoli	neapel	неаполь	那不勒斯
spain	espana	spanien	espagne	испания	西班牙	إسبانيا	اسپانیا	ispanya	ισπανια
portugal	португалия	葡萄牙	البرتغال	پرتغال	portekiz
lisbon	lisboa	lissabon	lisbonne	лиссабон	里斯本	لشبونة
england	angleterre	inglaterra	inghilterra	англия	英格兰	إنجلترا	ingiltere	انگلستان
united kingdom	great britain	royaume uni	grande bretagne	grossbritannien	vereinigtes konigreich	великобритания	英国	英國	بريطانيا	بریتانیا	birlesik krallik
london	londres	londra	лондон	伦敦	倫敦	لندن	λονδινο	לונדון	런던	ロンドン
scotland	ecosse	schottland	шотландия	苏格兰	اسكتلندا	iskocya
ireland	eire	irlande	irland	ирландия	爱尔兰	أيرلندا
netherlands	holland	niederlande	pays bas	nederland	нидерланды	голландия	荷兰	荷蘭	هولندا	هلند	hollanda
the hague	den haag	la haye	la haya	гаага	海牙	لاهاي
belgium	belgique	belgie	belgien	бельгия	比利 时	بلجيكا	belcika
brussels	bruxelles	brussel	bruselas	брюссель	布鲁塞尔	بروكسل
antwerp	antwerpen	anvers	антверпен	安 特 卫 普
sweden	sverige	schweden	suede	suecia	швеция	瑞典	السويد	سوئد	isvec
norway	norge	norwegen	norvege	noruega	норвегия	挪威	النرويج	norvec
denmark	danmark	danemark	дания	丹麦	الدنمارك	دانمارک	danimarka
copenhagen	kobenhavn	kopenhagen	copenhague	копенгаген	哥本哈根
finland	suomi	finlande	finnland	финляндия	芬兰	فنلندا
helsinki	helsingfors	хельсинки	赫尔 辛基	هلسنكي
iceland	island	islande	исландия	冰岛	آيسلندا
estonia	eesti	estland	эстония	爱沙尼亚
tallinn	reval	таллин	таллинн	塔 林
latvia	latvija	lettland	lettonie	латвия	拉 脱 维 亚
lithuania	lietuva	litauen	litwa	литва	立陶宛
vilnius	wilna	wilno	вильнюс	维 尔 纽 斯
poland	polska	polen	pologne	polonia	польша	польща	波兰	波蘭	بولندا	لهستان	polonya	lengyelorszag
warsaw	warszawa	warschau	varsovie	варшава	华沙	وارسو	varsova	varsava	βαρσοβια	ורשה
gdansk	danzig	гданьск	格 但 斯克
wroclaw	breslau	вроцлав	弗 罗 茨 瓦 夫
kaliningrad	konigsberg	калининград	кенигсберг
czech republic	czechia	cesko	tschechien	tchequie	чехия	捷克	التشيك
prague	praha	prag	praga	прага	布拉格	براغ
slovakia	slovensko	slowakei	slovaquie	словакия	斯洛伐克
bratislava	pressburg	pozsony	братислава
hungary	magyarorszag	ungarn	hongrie	венгрия	угорщина	匈牙利	المجر	مجارستان	macaristan
romania	rumanien	roumanie	румыния	罗马 尼亚	رومانيا	romanya
bucharest	bucuresti	bukarest	bucarest	бухарест	布加勒斯特
bulgaria	българия	bulgarien	болгария	保加利亚	بلغاريا	bulgaristan
serbia	srbija	србија	serbien	сербия	塞尔维亚	صربيا	sirbistan
belgrade	beograd	београд	belgrad	белград	贝尔 格莱德	بلغراد
croatia	hrvatska	kroatien	croatie	хорватия	克 罗 地 亚	كرواتيا	hirvatistan
montenegro	crna gora	црна гора	черногория	黑山	الجبل الأسود	karadag
albania	shqiperia	albanien	албания	阿尔巴尼亚	ألبانيا	arnavutluk
greece	ελλαδα	griechenland	grece	grecia	греция	希腊	اليونان	یونان	yunanistan	יוון	그리스	ギリシャ
athens	αθηνα	athen	athenes	atenas	афины	雅典	أثينا	آتن	atina	אתונה	athina
thessaloniki	salonica	salonika	θεσσαλονικη	салоники	selanik	saloniki	塞 萨 洛 尼 基
crete	κρητη	kreta	крит	girit	克里 特
cyprus	κυπροσ	zypern	chypre	chipre	кипр	塞浦路斯	قبرص	kibris
milan	milano	mailand	милан	ميلانو	μιλανο	מילאנו
marseille	marsiglia	marsella	марсель	مرسيليا	μασσαλια	מרסיי
nicosia	λευκωσια	lefkosa	никосия	نيقوسيا	lefkosia
heraklion	ηρακλειο	iraklio	iraklion	ираклион
piraeus	πειραιασ	piraus	piree	пирей
european union	union europeenne	europaische union	union europea	европейский союз	евросоюз	欧盟	欧洲 联盟	الاتحاد الأوروبي	avrupa birligi	eu
# Middle East and Africa
ankara	angora	анкара	αγκυρα	أنقرة	آنکارا	אנקרה
erdogan	эрдоган	أردوغان	ερντογαν	ארדואן	エル ドア ン	埃 尔 多 安
tehran	teheran	тегеран	تهران	طهران	თეირანი	德黑兰
tabriz	tebriz	tabris	тебриз	тавриз	تبریز
jeddah	jidda	dschidda	djeddah	cidde	джидда	جدة
basra	bassora	bassorah	basrah	басра	البصرة
beirut	beyrouth	beyrut	бейрут	بيروت	βηρυτοσ	ביירות
assad	asad	esad	асад	الأسد
saddam	sadam	саддам	صدام
mogadishu	mogadiscio	muqdisho	могадишо	مقديشو
dubai	doubai	дубай	دبي
turkey	turkiye	turquie	turkei	turquia	турция	туреччина	түркия	土耳其	تركيا	ترکیه	تۈركىيە	τουρκια	טורקיה	터키	トルコ
istanbul	constantinople	konstantinopel	стамбул	константинополь	царьград	伊 斯坦 布 尔	إسطنبول	استانبول	κωνσταντινουπολη	איסטנבול
izmir	smyrna	измир	смирна	σμυρνη	伊 兹 密 尔
edirne	adrianople	одрин	αδριανουπολη	эдирне
egypt	misr	مصر	egypte	agypten	egipto	egitto	египет	мысыр	埃及	misir	αιγυπτοσ	מצרים	이집트	エジプト
cairo	القاهرة	le caire	kairo	el cairo	каир	开罗	kahire	καιρο	קהיר	قاهره
alexandria	الإسكندرية	alexandrie	александрия	亚历山大	iskenderiye
jerusalem	القدس	ירושלים	yerushalayim	al quds	иерусалим	єрусалим	耶路撒冷	kudus	ιερουσαλημ	اورشلیم	gerusalemme	jerusalen
israel	ישראל	إسرائيل	израиль	ізраїль	以色列	اسرائیل	israil	ισραηλ
palestine	فلسطين	filastin	палестина	巴勒斯坦	filistin	palastina
gaza	غزة	газа	加沙	gazze	עזה	γαζα	غزه	ghaza
west bank	الضفة الغربية	cisjordanie	westjordanland	западный берег	约旦 河 西岸	bati seria
jordan	الأردن	jordanie	jordanien	иордания	约旦	urdun	ירדן	اردن
lebanon	لبنان	liban	libanon	ливан	黎巴嫩	lubnan	לבנון
syria	سوريا	سورية	syrie	syrien	сирия	叙利亚	suriye	סוריה	συρια
damascus	دمشق	damas	damaskus	дамаск	大马士革	sam	δαμασκοσ	damasco
aleppo	حلب	halab	alep	алеппо	халеб	阿 勒 颇	halep	haleb	χαλεπι	חלב
iraq	العراق	irak	ирак	伊拉克	עיראק	عراق
saudi arabia	السعودية	arabie saoudite	saudi arabien	саудовская аравия	沙特阿拉伯	沙特	suudi arabistan	عربستان
mecca	مكة	makkah	la mecque	mekka	мекка	麦加	mekke	مکه
iran	persia	ایران	إيران	иран	персия	伊朗	פרס
united arab emirates	الإمارات	emirats arabes unis	vereinigte arabische emirate	оаэ	阿 联 酋	امارات	birlesik arap emirlikleri
morocco	المغرب	maroc	marokko	marruecos	марокко	摩洛哥	fas	مراکش
algeria	الجزائر	algerie	algerien	алжир	阿尔及利亚	cezayir
tunisia	تونس	tunisie	tunesien	тунис	突尼斯	tunus
ethiopia	إثيوبيا	ethiopie	athiopien	эфиопия	埃塞俄比亚	etiyopya	abyssinia	ኢትዮጵያ
south africa	sudafrika	afrique du sud	sudafrica	юар	南非	جنوب أفريقيا	guney afrika
ivory coast	cote d'ivoire	elfenbeinkuste	кот д'ивуар	科 特 迪 瓦	ساحل العاج	fildisi sahili
eswatini	swaziland	эсватини	свазиленд	斯 威士 兰
kurds	kurden	kurdes	курды	库尔 德	الأكراد	کردها	kurtler	kurd
islamic state	isis	isil	daesh	داعش	игил	伊斯兰 国	etat islamique	isid
quran	koran	coran	القرآن	قرآن	коран	құран	古兰经	kur'an
baku	baki	bakou	baky	баку	бакы	باكو	باکو	ბაქო
erbil	arbil	irbil	hewler	эрбиль	أربيل
mosul	mossul	mossoul	musul	мосул	الموصل
kuwait	koweit	kuweit	kuveyt	кувейт	الكويت
riyadh	riad	riyad	rijad	الرياض	эр рияд
medina	medine	المدينة	медина
latakia	lattaquie	lazkiye	اللاذقية	латакия
benghazi	bengasi	bingazi	بنغازي	бенгази
houthi	huthi	houthis	huthis	husi	хуситы	الحوثيون	الحوثي
isfahan	esfahan	ispahan	أصفهان	اصفهان	исфахан
mashhad	meshed	machhad	maschhad	مشهد	мешхед
# Asia
punjab	panjab	pendschab	pendjab	пенджаб	पंजाब	پنجاب
busan	pusan	부산	釜山	пусан
daegu	taegu	대구	тэгу
shakespeare	шекспир	شكسبير	シェイクスピア	莎士比亚
india	bharat	भारत	inde	indien	индия	үндістан	印度	الهند	هند	hindistan	ھىندىستان	인도	インド	הודו
new delhi	नई दिल्ली	neu delhi	нью дели	新德里	نيودلهي	yeni delhi
mumbai	bombay	मुंबई	мумбаи	бомбей	孟买	مومباي
kolkata	calcutta	কলকাতা	калькутта	加尔各答	कोलकाता	كلكتا	kalkutta
chennai	madras	சென்னை	ченнаи	мадрас	金 奈
bengaluru	bangalore	ಬೆಂಗಳೂರು	бангалор	班 加 罗 尔	बेंगलुरु
varanasi	benares	वाराणसी	варанаси	бенарес	瓦 拉 纳 西
pakistan	پاکستان	باكستان	пакистан	пәкістан	巴基斯坦
sri lanka	ceylon	шри ланка	цейлон	斯里兰卡	سريلانكا
bangladesh	বাংলাদেশ	бангладеш	孟加拉 国	بنغلاديش
nepal	नेपाल	непал	尼泊尔	نيبال
myanmar	burma	birmanie	birma	мьянма	бирма	缅甸	緬甸	ميانمار
yangon	rangoon	янгон	рангун	仰光
thailand	siam	thailande	таиланд	сиам	泰国	泰國	ประเทศไทย	تايلاند	tayland
bangkok	krung thep	กรุงเทพ	бангкок	曼谷	بانكوك
vietnam	viet nam	вьетнам	越南	فيتنام
ho chi minh city	saigon	thanh pho ho chi minh	сайгон	хошимин	胡志明市	西 贡
cambodia	kampuchea	cambodge	kambodscha	камбоджа	柬埔寨
japan	nippon	nihon	日本	japon	япония	жапония	اليابان	ژاپن	japonya	일본	ιαπωνια
tokyo	東京	东京	edo	токио	طوكيو	도쿄	tokio
osaka	大阪	осака	오사카
kyoto	京都	киото	교토
south korea	sudkorea	coree du sud	한국	대한민국	южная корея	韩国	韓國	كوريا الجنوبية	guney kore
north korea	nordkorea	coree du nord	북한	조선	северная корея	кндр	朝鲜	كوريا الشمالية	kuzey kore
seoul	서울	сеул	首 尔	汉城	سيول	ソウル	seul
pyongyang	평양	пхеньян	平壤	pjongjang
sea of japan	east sea	동해	японское море
singapore	新加坡	сингапур	singapour	singapur	سنغافورة	சிங்கப்பூர்
indonesia	印度 尼西亚	印尼	индонезия	إندونيسيا
jakarta	batavia	джакарта	雅加达
philippines	filipinas	pilipinas	филиппины	菲律宾	الفلبين
delhi	dehli	dilli	दिल्ली	دہلی	دلهي	דלהי	дели
kashmir	cachemire	kaschmir	kesmir	кашмир	كشمير	कश्मीर
# America, Australia, the world
united states	usa	etats unis	vereinigte staaten	estados unidos	stati uniti	сша	соединенные штаты	ақш	美国	美國	الولايات المتحدة	ایالات متحده	abd	ארצות הברית	미국	アメリカ
new york	nueva york	нью йорк	纽约	紐約	نيويورك	뉴욕	ニュー ヨーク	νεα υορκη
washington	вашингтон	华盛顿	واشنطن	ουασιγκτον	וושינגטון	워싱턴
white house	maison blanche	weisses haus	casa blanca	белый дом	白宫	البيت الأبيض	beyaz saray
mexico	messico	мексика	墨西哥	المكسيك
australia	австралия	澳大利亚	澳洲	أستراليا	avustralya
new zealand	nouvelle zelande	neuseeland	aotearoa	новая зеландия	新西兰	نيوزيلندا
united nations	nations unies	vereinte nationen	naciones unidas	оон	организация объединенных наций	联合 国	聯合國	الأمم المتحدة	سازمان ملل	birlesmis milletler	un	бұұ
nato	otan	нато	北约	الناتو	ناتو
world health organization	who	oms	воз	世界 卫生 组织	世 卫 组织	منظمة الصحة العالمية	weltgesundheitsorganisation
world bank	banque mondiale	weltbank	banco mundial	всемирный банк	世界 银行	البنك الدولي	dunya bankasi
brazil	brasil	bresil	brasile	brasilien	бразилия	البرازيل	brezilya	巴西	ブラジル
# People
pushkin	puschkin	pouchkine	puszkin	пушкин	πουσκιν	بوشكين
trotsky	trotzki	trotski	trocki	троцкий	تروتسكي
lenin	lenine	ленин	لينين
stalin	staline	сталин	ستالين
confucius	kongzi	孔子	конфуций	konfuzius
chiang kai shek	jiang jieshi	蒋介石	蔣介石	чан кайши	tschiang kai schek
sun yat sen	sun zhongshan	孙中山	孫中山	сунь ятсен
genghis khan	chinggis khaan	dschingis khan	gengis khan	成吉思汗	чингисхан	шыңғыс хан	چنگیز خان	جنكيز خان	cengiz han
tamerlane	timur	тимур	тамерлан	تیمور	帖 木 儿	temur
avicenna	ibn sina	ابن سينا	ابن سینا	ибн сина	авиценна	伊 本 西 那
trump	tramp	трамп	ترامب	τραμπ	トランプ
vladimir putin	владимир путин	弗 拉 基 米 尔 普 京	فلاديمير بوتين	poutine	普 京	путин
donald trump	特 朗 普	川 普	трамп	ترامب	트럼프	トランプ	τραμπ	ترامپ
kim jong un	金正 恩	김정은	ким чен ын	كيم جونغ أون
ban ki moon	반기문	潘 基 文	пан ги мун
jesus	isa	иисус	耶稣	عيسى	يسوع	ישו	ιησουσ
moses	musa	моисей	摩西	موسى	משה	moise	μωυσησ
abraham	ibrahim	авраам	亚伯 拉罕	إبراهيم	אברהם	αβρααμ
joseph	yusuf	иосиф	يوسف	יוסף	ιωσηφ
ahmed	ahmad	ahmet	achmed	akhmed	ахмед	ахмад	أحمد
muhammad	mohammed	mohamed	muhammed	mehmet	mahomet	muhamed	мухаммед	магомед	мохаммед	мұхаммед	محمد	مۇھەممەد	μωαμεθ	mohammad	מוחמד
hussein	hussain	husain	husayn	huseyin	hossein	хусейн	гусейн	حسين	حسین
hassan	hasan	hassane	хасан	гасан	حسن
omar	umar	omer	омар	умар	عمر
osama	usama	oussama	усама	أسامة
bashir	bachir	baschir	besir	башир	بشير
ali	aly	али	әли	علي	علی
dmitri	dmitry	dimitri	dmitriy	dmitrij	dimitrij	дмитрий	дмитро
sergei	sergey	sergej	serguei	serhiy	сергей	сергій	сяргей
yevgeny	evgeny	evgeni	evgenij	evgueni	jewgeni	yevgeni	yevgeniy	евгений	євген
nikolai	nikolay	nikolaj	nicolai	mykola	николай	микола
mikhail	michail	mihail	mykhailo	михаил	михайло	michael	михаэль
yuri	yury	juri	youri	iouri	jurij	юрий	юрій
andrei	andrey	andrej	andriy	андрей	андрій
)";
// clang-format on

}  // namespace pilcrow
