// SPDX-License-Identifier: GPL-2.0-or-later
// The shipped list of names; docs/names.md has the format.  Countries, capitals, peoples and a few
// organisations and persons that have different names in different languages.
#include "analysis/names/aliases.h"

namespace pilcrow {

// clang-format off
const std::string_view shipped_alias_text = R"(# Central Asia and China
Karaganda	Qaraghandy	Караганда	Қарағанды	Karagandy
Karakol	Karakul	Каракол	Пржевальск
Artush	Atush	Artux	Артуш	ئاتۇش	阿图什
Kuqa	Kuche	Kuchar	Куча	库车	كۇچار
Sichuan	Szechuan	Szechwan	Сычуань	四川
Zhejiang	Chekiang	Чжэцзян	浙江
Fujian	Fukien	Фуцзянь	福建
Shandong	Shantung	Шаньдун	山东
Gansu	Kansu	Ганьсу	甘肃
Shaanxi	Shensi	Шэньси	陕西
Shanxi	Shansi	Шаньси	山西
Jiangsu	Kiangsu	Цзянсу	江苏
Jiangxi	Kiangsi	Цзянси	江西
Hebei	Hopeh	Хэбэй	河北
Hubei	Hupeh	Хубэй	湖北
Guizhou	Kweichow	Гуйчжоу	贵州
Mao Zedong	Mao Tse-tung	Мао Цзэдун	毛泽东	毛澤東	ماو تسي تونغ	마오쩌둥
Kabul	Kaboul	Кабул	کابل	كابول
Rahmon	Rakhmon	Rachmon	Rachmonow	Рахмон	Раҳмон
Xinjiang	Sinkiang	Шыңжаң	新疆	شىنجاڭ	Синьцзян	Шинжаң	Sincan
Ürümqi	Urumchi	乌鲁木齐	烏魯木齊	Үрімжі	Урумчи	Үрүмчү	ئۈرۈمچى	اورومچی	أورومتشي
Kashgar	Kashi	Kaxgar	喀什	喀什噶尔	Қашқар	Кашгар	قەشقەر	كاشغر
Hotan	Khotan	Hetian	和田	خوتەن	Хотан
Yarkand	Yarkant	Shache	莎车	يەكەن	Яркенд	Жаркент
Ghulja	Yining	Kulja	伊宁	غۇلجا	Құлжа	Инин	Кульджа
Turpan	Turfan	Tulufan	吐鲁番	تۇرپان	Тұрпан	Турфан
Aksu	Akesu	阿克苏	ئاقسۇ	Ақсу	Аксу
Kumul	Hami	哈密	قۇمۇل	Хами	Құмыл
Korla	Kuerle	库尔勒	كورلا	Корла	Курля
Altay	Aletai	阿勒泰	Алтай
Ili	Yili	伊犁	ئىلى	Іле	Или
Uyghur	Uighur	Uygur	Ouïghour	Uigure	维吾尔	維吾爾	Ұйғыр	уйгур	ئۇيغۇر	أويغور	اویغور
Kazakh	Qazaq	Kasache	哈萨克	哈薩克	қазақ	казах	قازاق	كازاخ
Kyrgyz	Kirghiz	Kirgise	柯尔克孜	吉尔吉斯	кыргыз	қырғыз	киргиз	قىرغىز
Tibet	Xizang	西藏	Тибет	شىزاڭ	Bod	التبت
Lhasa	拉萨	Лхаса	لاسا
Beijing	Peking	Pékin	Pekín	Pequim	Pechino	北京	Пекин	Пекін	Бейжің	بېيجىڭ	بكين	پکن	Πεκίνο	베이징	ペキン	בייג'ינג	Бэйцзин
Guangzhou	Canton	Kanton	广州	廣州	Гуанчжоу	Кантон
Guangdong	Kwangtung	广东	廣東	Гуандун
Hong Kong	Xianggang	香港	Гонконг	Сянган	هونغ كونغ	홍콩
Macau	Macao	澳门	澳門	Аомынь	Макао
Taiwan	台湾	臺灣	台灣	Тайвань	Formosa
Taipei	Taibei	台北	臺北	Тайбэй
Xiamen	Amoy	厦门	廈門	Сямэнь
Nanjing	Nanking	南京	Нанкин
Chongqing	Chungking	重庆	重慶	Чунцин
Tianjin	Tientsin	天津	Тяньцзинь
Harbin	Haerbin	哈尔滨	哈爾濱	Харбин
Inner Mongolia	内蒙古	Внутренняя Монголия	Nei Mongol
China	Chine	Chin	Cina	中国	中國	Китай	Қытай	Кытай	Хитой	جۇڭگو	خىتاي	الصين	چین	Çin	Kina	Chiny	Čína	Κίνα	चीन	중국	סין
Silk Road	丝绸之路	絲綢之路	Шёлковый путь	Жібек жолы	يىپەك يولى	Seidenstraße	Route de la soie	İpek Yolu
Kazakhstan	Qazaqstan	哈萨克斯坦	Қазақстан	Казахстан	قازاقستان	كازاخستان	قزاقستان	Kasachstan
Kyrgyzstan	Kirghizia	Kirgisistan	吉尔吉斯斯坦	Кыргызстан	Киргизия	Қырғызстан	قىرغىزىستان	قيرغيزستان
Uzbekistan	Oʻzbekiston	乌兹别克斯坦	Узбекистан	Өзбекстан	Ўзбекистон	أوزبكستان	ازبکستان	Usbekistan	Ouzbékistan
Tajikistan	塔吉克斯坦	Таджикистан	Тоҷикистон	Тәжікстан	طاجيكستان	تاجیکستان	Tadschikistan
Turkmenistan	土库曼斯坦	Туркменистан	Түрікменстан	Türkmenistan	تركمانستان	ترکمنستان
Mongolia	蒙古	Монголия	Монгол	Моңғолия	Mongolei	Mongolie	منغوليا
Astana	Nur-Sultan	Акмола	Aqmola	Целиноград	阿斯塔纳	Астана	Нұр-Сұлтан
Almaty	Alma-Ata	阿拉木图	Алматы	Алма-Ата	ئالمۇتا	آلماتی
Bishkek	Frunze	比什凯克	Бишкек	Фрунзе	Пишпек
Dushanbe	Stalinabad	杜尚别	Душанбе	Сталинабад	دوشنبه
Tashkent	Toshkent	塔什干	Ташкент	Тошкент	طشقند	تاشکند	Taschkent	Tachkent	Taşkent
Samarkand	撒马尔罕	Самарканд	Самарқанд	سمرقند
Ulaanbaatar	Ulan Bator	乌兰巴托	Улан-Батор	Улаанбаатар
Belt and Road	一带一路	Один пояс, один путь	Neue Seidenstraße
People's Liberation Army	解放军	人民解放军	НОАК	PLA
Communist Party of China	Chinese Communist Party	中国共产党	中共	КПК	CCP
# Russia and eastern Europe
Odessa	Odesa	Одесса	Одеса	أوديسا	Οδησσός	אודסה	ოდესა
Donetsk	Donezk	Donieck	Донецк	Донецьк	دونيتسك
Kazan	Kasan	Kazań	Казань	قازان
Chernobyl	Chornobyl	Tschernobyl	Tchernobyl	Czarnobyl	Чернобыль	Чорнобиль
Yeltsin	Jelzin	Eltsine	Jelcyn	Ельцин	Єльцин
Aliyev	Alijew	Aliev	Əliyev	Алиев	علييف
Russia	Russie	Russland	Rusia	Россия	Росія	Ресей	俄罗斯	俄国	روسيا	روسیه	رۇسىيە	Rusya	Rosja	Ρωσία	רוסיה	러시아	ロシア	रूस
Moscow	Moskau	Moscou	Moskva	Москва	Мәскеу	莫斯科	موسكو	مسکو	Moskova	Μόσχα	מוסקבה	모스크바	モスクワ	Moskwa	Moszkva
Saint Petersburg	Leningrad	Sankt-Peterburg	Санкт-Петербург	Ленинград	Петроград	圣彼得堡
Volgograd	Stalingrad	Волгоград	Сталинград
Ukraine	Україна	Украина	乌克兰	烏克蘭	أوكرانيا	اوکراین	Ukrayna	Ουκρανία	אוקראינה	우크라이나	ウクライナ
Kyiv	Kiev	Kiew	Київ	Киев	Киів	基辅	كييف	کی‌یف	Κίεβο	קייב	Kyjiw	Kijów	Kyjiv	Kijev
Kharkiv	Kharkov	Charkow	Харків	Харьков
Lviv	Lvov	Lwów	Lemberg	Львів	Львов	Lwiw	Leopolis
Dnipro	Dnepropetrovsk	Дніпро	Днепропетровск
Belarus	Byelorussia	Weißrussland	Biélorussie	Беларусь	Белоруссия	白俄罗斯	بيلاروسيا
Moldova	Moldavia	Молдова	Молдавия
Chechnya	Tschetschenien	Tchétchénie	Чечня	车臣	الشيشان	چچن
Georgia	Géorgie	Georgien	Грузия	საქართველო	Gürcistan	格鲁吉亚	گرجستان	جورجيا
Armenia	Հայաստան	Армения	Ermenistan	亚美尼亚	أرمينيا	ارمنستان
Azerbaijan	Азербайджан	阿塞拜疆	أذربيجان	آذربایجان	Azərbaycan
Tbilisi	Tiflis	Тбилиси	Тифлис	თბილისი	第比利斯	Τιφλίδα	Թբիլիսի	تبليسي	טביליסי
Yerevan	Erivan	Ереван	Эривань	埃里温	Erevan	Jerewan	Երևան	يريفان	Γιερεβάν	Eriwan
Crimea	Krim	Crimée	Krym	Kırım	Крым	Крим	القرم	Κριμαία	克里米亚
Abkhazia	Abchasien	Abkhazie	Абхазия	აფხაზეთი	Apsny
# Europe
Rhodes	Rhodos	Rodos	Родос	Ρόδος
Patras	Πάτρα	Patra	Патры
Limassol	Limasol	Λεμεσός	Лимассол
Barcelona	Barcelone	Барселона	Βαρκελώνη	برشلونة	巴塞罗那
Germany	Deutschland	Allemagne	Alemania	Alemanha	Germania	Германия	Німеччина	德国	德國	ألمانيا	آلمان	Almanya	Niemcy	Γερμανία	גרמניה	독일	ドイツ	जर्मनी
Munich	München	Monaco di Baviera	Múnich	Мюнхен	慕尼黑	ميونخ
Cologne	Köln	Colonia	Кёльн	科隆
Nuremberg	Nürnberg	Нюрнберг	纽伦堡
Aachen	Aix-la-Chapelle	Ахен	亚琛
Austria	Österreich	Autriche	Австрия	Австрія	奥地利	النمسا	Avusturya	اتریش
Vienna	Wien	Vienne	Viena	Вена	Відень	维也纳	فيينا	Viyana	Βιέννη	وین
Switzerland	Schweiz	Suisse	Svizzera	Швейцария	瑞士	سويسرا	İsviçre	سوئیس
Geneva	Genève	Genf	Ginevra	Ginebra	Женева	日内瓦	جنيف	Cenevre
France	Frankreich	Francia	França	Франция	Франція	法国	法國	فرنسا	فرانسه	Fransa	Γαλλία	צרפת	프랑스	フランス
Paris	Parigi	Париж	巴黎	باريس	پاریس	Παρίσι	פריז	파리	パリ
Italy	Italia	Italie	Italien	Италия	意大利	إيطاليا	İtalya	Włochy	Olaszország
Rome	Roma	Rom	Рим	罗马	روما	رم	Ρώμη
Venice	Venezia	Venedig	Venise	Венеция	威尼斯	البندقية
Florence	Firenze	Florenz	Флоренция	佛罗伦萨
Naples	Napoli	Neapel	Неаполь	那不勒斯
Spain	España	Spanien	Espagne	Испания	西班牙	إسبانيا	اسپانیا	İspanya	Ισπανία
Portugal	Португалия	葡萄牙	البرتغال	پرتغال	Portekiz
Lisbon	Lisboa	Lissabon	Lisbonne	Лиссабон	里斯本	لشبونة
England	Angleterre	Inglaterra	Inghilterra	Англия	英格兰	إنجلترا	İngiltere	انگلستان
United Kingdom	Great Britain	Royaume-Uni	Grande-Bretagne	Großbritannien	Vereinigtes Königreich	Великобритания	英国	英國	بريطانيا	بریتانیا	Birleşik Krallık
London	Londres	Londra	Лондон	伦敦	倫敦	لندن	Λονδίνο	לונדון	런던	ロンドン
Scotland	Écosse	Schottland	Шотландия	苏格兰	اسكتلندا	İskoçya
Ireland	Éire	Irlande	Irland	Ирландия	爱尔兰	أيرلندا
Netherlands	Holland	Niederlande	Pays-Bas	Nederland	Нидерланды	Голландия	荷兰	荷蘭	هولندا	هلند	Hollanda
The Hague	Den Haag	La Haye	La Haya	Гаага	海牙	لاهاي
Belgium	Belgique	België	Belgien	Бельгия	比利时	بلجيكا	Belçika
Brussels	Bruxelles	Brüssel	Brussel	Bruselas	Брюссель	布鲁塞尔	بروكسل
Antwerp	Antwerpen	Anvers	Антверпен	安特卫普
Sweden	Sverige	Schweden	Suède	Suecia	Швеция	瑞典	السويد	سوئد	İsveç
Norway	Norge	Norwegen	Norvège	Noruega	Норвегия	挪威	النرويج	Norveç
Denmark	Danmark	Dänemark	Danemark	Дания	丹麦	الدنمارك	دانمارک	Danimarka
Copenhagen	København	Kopenhagen	Copenhague	Копенгаген	哥本哈根
Finland	Suomi	Finlande	Finnland	Финляндия	芬兰	فنلندا
Helsinki	Helsingfors	Хельсинки	赫尔辛基	هلسنكي
Iceland	Ísland	Islande	Исландия	冰岛	آيسلندا
Estonia	Eesti	Estland	Эстония	爱沙尼亚
Tallinn	Reval	Таллин	Таллинн	塔林
Latvia	Latvija	Lettland	Lettonie	Латвия	拉脱维亚
Lithuania	Lietuva	Litauen	Litwa	Литва	立陶宛
Vilnius	Wilna	Wilno	Вильнюс	维尔纽斯
Poland	Polska	Polen	Pologne	Polonia	Польша	Польща	波兰	波蘭	بولندا	لهستان	Polonya	Lengyelország
Warsaw	Warszawa	Warschau	Varsovie	Варшава	华沙	وارسو	Varşova	Varsava	Βαρσοβία	ורשה
Gdańsk	Danzig	Гданьск	格但斯克
Wrocław	Breslau	Вроцлав	弗罗茨瓦夫
Kaliningrad	Königsberg	Калининград	Кёнигсберг
Czech Republic	Czechia	Česko	Tschechien	Tchéquie	Чехия	捷克	التشيك
Prague	Praha	Prag	Praga	Прага	布拉格	براغ
Slovakia	Slovensko	Slowakei	Slovaquie	Словакия	斯洛伐克
Bratislava	Pressburg	Pozsony	Братислава
Hungary	Magyarország	Ungarn	Hongrie	Венгрия	Угорщина	匈牙利	المجر	مجارستان	Macaristan
Romania	România	Rumänien	Roumanie	Румыния	罗马尼亚	رومانيا	Romanya
Bucharest	București	Bukarest	Bucarest	Бухарест	布加勒斯特
Bulgaria	България	Bulgarien	Болгария	保加利亚	بلغاريا	Bulgaristan
Serbia	Srbija	Србија	Serbien	Сербия	塞尔维亚	صربيا	Sırbistan
Belgrade	Beograd	Београд	Belgrad	Белград	贝尔格莱德	بلغراد
Croatia	Hrvatska	Kroatien	Croatie	Хорватия	克罗地亚	كرواتيا	Hırvatistan
Montenegro	Crna Gora	Црна Гора	Черногория	黑山	الجبل الأسود	Karadağ
Albania	Shqipëria	Albanien	Албания	阿尔巴尼亚	ألبانيا	Arnavutluk
Greece	Ελλάδα	Griechenland	Grèce	Grecia	Греция	希腊	اليونان	یونان	Yunanistan	יוון	그리스	ギリシャ
Athens	Αθήνα	Athen	Athènes	Atenas	Афины	雅典	أثينا	آتن	Atina	אתונה	Athina
Thessaloniki	Salonica	Salonika	Θεσσαλονίκη	Салоники	Selanik	Saloniki	塞萨洛尼基
Crete	Κρήτη	Kreta	Крит	Girit	克里特
Cyprus	Κύπρος	Zypern	Chypre	Chipre	Кипр	塞浦路斯	قبرص	Kıbrıs
Milan	Milano	Mailand	Милан	ميلانو	Μιλάνο	מילאנו
Marseille	Marsiglia	Marsella	Марсель	مرسيليا	Μασσαλία	מרסיי
Nicosia	Λευκωσία	Lefkoşa	Никосия	نيقوسيا	Lefkosia
Heraklion	Ηράκλειο	Iraklio	Iraklion	Ираклион
Piraeus	Πειραιάς	Piräus	Pirée	Пирей
European Union	Union européenne	Europäische Union	Unión Europea	Европейский союз	Евросоюз	欧盟	欧洲联盟	الاتحاد الأوروبي	Avrupa Birliği	EU
# Middle East and Africa
Ankara	Angora	Анкара	Άγκυρα	أنقرة	آنکارا	אנקרה
Erdogan	Erdoğan	Эрдоган	أردوغان	Ερντογάν	ארדואן	エルドアン	埃尔多安
Tehran	Teheran	Téhéran	Тегеран	تهران	طهران	თეირანი	德黑兰
Tabriz	Tebriz	Täbris	Тебриз	Тавриз	تبریز
Jeddah	Jidda	Dschidda	Djeddah	Cidde	Джидда	جدة
Basra	Bassora	Bassorah	Basrah	Басра	البصرة
Beirut	Beyrouth	Beyrut	Бейрут	بيروت	Βηρυτός	ביירות
Assad	Asad	Esad	Асад	الأسد
Saddam	Sadam	Саддам	صدام
Mogadishu	Mogadiscio	Muqdisho	Могадишо	مقديشو
Dubai	Dubaï	Doubaï	Дубай	دبي
Turkey	Türkiye	Turquie	Türkei	Turquía	Турция	Туреччина	Түркия	土耳其	تركيا	ترکیه	تۈركىيە	Τουρκία	טורקיה	터키	トルコ
Istanbul	Constantinople	Konstantinopel	Стамбул	Константинополь	Царьград	伊斯坦布尔	إسطنبول	استانبول	Κωνσταντινούπολη	איסטנבול
Izmir	Smyrna	İzmir	Измир	Смирна	Σμύρνη	伊兹密尔
Edirne	Adrianople	Одрин	Αδριανούπολη	Эдирне
Egypt	Misr	مصر	Égypte	Ägypten	Egipto	Egitto	Египет	Мысыр	埃及	Mısır	Αίγυπτος	מצרים	이집트	エジプト
Cairo	القاهرة	Le Caire	Kairo	El Cairo	Каир	开罗	Kahire	Κάιρο	קהיר	قاهره
Alexandria	الإسكندرية	Alexandrie	Александрия	亚历山大	İskenderiye
Jerusalem	القدس	ירושלים	Yerushalayim	Al-Quds	Иерусалим	Єрусалим	耶路撒冷	Kudüs	Ιερουσαλήμ	Jérusalem	اورشلیم	Gerusalemme	Jerusalén
Israel	ישראל	إسرائيل	Израиль	Ізраїль	以色列	اسرائیل	İsrail	Ισραήλ
Palestine	فلسطين	Filastin	Палестина	巴勒斯坦	Filistin	Palästina
Gaza	غزة	Газа	加沙	Gazze	עזה	Γάζα	غزه	Ghaza
West Bank	الضفة الغربية	Cisjordanie	Westjordanland	Западный берег	约旦河西岸	Batı Şeria
Jordan	الأردن	Jordanie	Jordanien	Иордания	约旦	Ürdün	ירדן	اردن
Lebanon	لبنان	Liban	Libanon	Ливан	黎巴嫩	Lübnan	לבנון
Syria	سوريا	سورية	Syrie	Syrien	Сирия	叙利亚	Suriye	סוריה	Συρία
Damascus	دمشق	Damas	Damaskus	Дамаск	大马士革	Şam	Δαμασκός	Damasco
Aleppo	حلب	Halab	Alep	Алеппо	Халеб	阿勒颇	Halep	Haleb	Χαλέπι	חלב
Iraq	العراق	Irak	Ирак	伊拉克	עיראק	عراق
Saudi Arabia	السعودية	Arabie saoudite	Saudi-Arabien	Саудовская Аравия	沙特阿拉伯	沙特	Suudi Arabistan	عربستان
Mecca	مكة	Makkah	La Mecque	Mekka	Мекка	麦加	Mekke	مکه
Iran	Persia	ایران	إيران	Иран	Персия	伊朗	פרס
United Arab Emirates	الإمارات	Émirats arabes unis	Vereinigte Arabische Emirate	ОАЭ	阿联酋	امارات	Birleşik Arap Emirlikleri
Morocco	المغرب	Maroc	Marokko	Marruecos	Марокко	摩洛哥	Fas	مراکش
Algeria	الجزائر	Algérie	Algerien	Алжир	阿尔及利亚	Cezayir
Tunisia	تونس	Tunisie	Tunesien	Тунис	突尼斯	Tunus
Ethiopia	إثيوبيا	Éthiopie	Äthiopien	Эфиопия	埃塞俄比亚	Etiyopya	Abyssinia	ኢትዮጵያ
South Africa	Südafrika	Afrique du Sud	Sudáfrica	ЮАР	南非	جنوب أفريقيا	Güney Afrika
Ivory Coast	Côte d'Ivoire	Elfenbeinküste	Кот-д'Ивуар	科特迪瓦	ساحل العاج	Fildişi Sahili
Eswatini	Swaziland	Эсватини	Свазиленд	斯威士兰
Kurds	Kurden	Kurdes	курды	库尔德	الأكراد	کردها	Kürtler	Kurd
Islamic State	ISIS	ISIL	Daesh	داعش	ИГИЛ	伊斯兰国	État islamique	IŞİD
Quran	Koran	Coran	القرآن	قرآن	Коран	Құран	古兰经	Kur'an
Baku	Bakı	Bakou	Bakü	Baky	Баку	Бакы	باكو	باکو	ბაქო
Erbil	Arbil	Irbil	Hewlêr	Эрбиль	أربيل
Mosul	Mossul	Mossoul	Musul	Мосул	الموصل
Kuwait	Koweït	Kuweit	Kuveyt	Кувейт	الكويت
Riyadh	Riad	Riyad	Rijad	الرياض	Эр-Рияд
Medina	Medine	Médine	المدينة	Медина
Latakia	Lattaquié	Lazkiye	اللاذقية	Латакия
Benghazi	Bengasi	Bingazi	بنغازي	Бенгази
Houthi	Huthi	Houthis	Huthis	Husi	Хуситы	الحوثيون	الحوثي
Isfahan	Esfahan	Ispahan	أصفهان	اصفهان	Исфахан
Mashhad	Meshed	Machhad	Maschhad	Meşhed	مشهد	Мешхед
# Asia
Punjab	Panjab	Pendschab	Pendjab	Пенджаб	पंजाब	پنجاب
Busan	Pusan	부산	釜山	Пусан
Daegu	Taegu	대구	Тэгу
Shakespeare	Шекспир	شكسبير	シェイクスピア	莎士比亚
India	Bharat	भारत	Inde	Indien	Индия	Үндістан	印度	الهند	هند	Hindistan	ھىندىستان	인도	インド	הודו
New Delhi	नई दिल्ली	Neu-Delhi	Нью-Дели	新德里	نيودلهي	Yeni Delhi
Mumbai	Bombay	मुंबई	Мумбаи	Бомбей	孟买	مومباي
Kolkata	Calcutta	কলকাতা	Калькутта	加尔各答	कोलकाता	كلكتا	Kalkutta
Chennai	Madras	சென்னை	Ченнаи	Мадрас	金奈
Bengaluru	Bangalore	ಬೆಂಗಳೂರು	Бангалор	班加罗尔	बेंगलुरु
Varanasi	Benares	वाराणसी	Варанаси	Бенарес	瓦拉纳西
Pakistan	پاکستان	باكستان	Пакистан	Пәкістан	巴基斯坦
Sri Lanka	Ceylon	Шри-Ланка	Цейлон	斯里兰卡	سريلانكا
Bangladesh	বাংলাদেশ	Бангладеш	孟加拉国	بنغلاديش
Nepal	नेपाल	Непал	尼泊尔	نيبال
Myanmar	Burma	Birmanie	Birma	Мьянма	Бирма	缅甸	緬甸	ميانمار
Yangon	Rangoon	Янгон	Рангун	仰光
Thailand	Siam	Thaïlande	Таиланд	Сиам	泰国	泰國	ประเทศไทย	تايلاند	Tayland
Bangkok	Krung Thep	กรุงเทพ	Бангкок	曼谷	بانكوك
Vietnam	Việt Nam	Вьетнам	越南	فيتنام
Ho Chi Minh City	Saigon	Thành phố Hồ Chí Minh	Сайгон	Хошимин	胡志明市	西贡
Cambodia	Kampuchea	Cambodge	Kambodscha	Камбоджа	柬埔寨
Japan	Nippon	Nihon	日本	Japon	Япония	Жапония	اليابان	ژاپن	Japonya	일본	Ιαπωνία
Tokyo	東京	东京	Edo	Токио	طوكيو	도쿄	Tokio
Osaka	大阪	Осака	오사카
Kyoto	京都	Киото	교토
South Korea	Südkorea	Corée du Sud	한국	대한민국	Южная Корея	韩国	韓國	كوريا الجنوبية	Güney Kore
North Korea	Nordkorea	Corée du Nord	북한	조선	Северная Корея	КНДР	朝鲜	كوريا الشمالية	Kuzey Kore
Seoul	서울	Сеул	首尔	汉城	سيول	ソウル	Seúl
Pyongyang	평양	Пхеньян	平壤	Pjöngjang
Sea of Japan	East Sea	동해	Японское море
Singapore	新加坡	Сингапур	Singapour	Singapur	سنغافورة	சிங்கப்பூர்
Indonesia	印度尼西亚	印尼	Индонезия	إندونيسيا
Jakarta	Batavia	Джакарта	雅加达
Philippines	Filipinas	Pilipinas	Филиппины	菲律宾	الفلبين
Delhi	Dehli	Dilli	दिल्ली	دہلی	دلهي	דלהי	Дели
Kashmir	Cachemire	Kaschmir	Keşmir	Кашмир	كشمير	कश्मीर
# America, Australia, the world
United States	USA	États-Unis	Vereinigte Staaten	Estados Unidos	Stati Uniti	США	Соединённые Штаты	АҚШ	美国	美國	الولايات المتحدة	ایالات متحده	ABD	ארצות הברית	미국	アメリカ
New York	Nueva York	Нью-Йорк	纽约	紐約	نيويورك	뉴욕	ニューヨーク	Νέα Υόρκη
Washington	Вашингтон	华盛顿	واشنطن	Ουάσιγκτον	וושינגטון	워싱턴
White House	Maison-Blanche	Weißes Haus	Casa Blanca	Белый дом	白宫	البيت الأبيض	Beyaz Saray
Mexico	México	Messico	Мексика	墨西哥	المكسيك
Australia	Австралия	澳大利亚	澳洲	أستراليا	Avustralya
New Zealand	Nouvelle-Zélande	Neuseeland	Aotearoa	Новая Зеландия	新西兰	نيوزيلندا
United Nations	Nations unies	Vereinte Nationen	Naciones Unidas	ООН	Организация Объединённых Наций	联合国	聯合國	الأمم المتحدة	سازمان ملل	Birleşmiş Milletler	UN	БҰҰ
NATO	OTAN	НАТО	北约	الناتو	ناتو
World Health Organization	WHO	OMS	ВОЗ	世界卫生组织	世卫组织	منظمة الصحة العالمية	Weltgesundheitsorganisation
World Bank	Banque mondiale	Weltbank	Banco Mundial	Всемирный банк	世界银行	البنك الدولي	Dünya Bankası
Brazil	Brasil	Brésil	Brasile	Brasilien	Бразилия	البرازيل	Brezilya	巴西	ブラジル
# People
Pushkin	Puschkin	Pouchkine	Puszkin	Пушкин	Πούσκιν	بوشكين
Trotsky	Trotzki	Trotski	Trocki	Троцкий	تروتسكي
Lenin	Lénine	Ленин	لينين
Stalin	Staline	Сталин	ستالين
Confucius	Kongzi	孔子	Конфуций	Konfuzius
Chiang Kai-shek	Jiang Jieshi	蒋介石	蔣介石	Чан Кайши	Tschiang Kai-schek
Sun Yat-sen	Sun Zhongshan	孙中山	孫中山	Сунь Ятсен
Genghis Khan	Chinggis Khaan	Dschingis Khan	Gengis Khan	成吉思汗	Чингисхан	Шыңғыс хан	چنگیز خان	جنكيز خان	Cengiz Han
Tamerlane	Timur	Тимур	Тамерлан	تیمور	帖木儿	Temür
Avicenna	Ibn Sina	ابن سينا	ابن سینا	Ибн Сина	Авиценна	伊本·西那
Trump	Tramp	Трамп	ترامب	Τραμπ	トランプ
Vladimir Putin	Владимир Путин	弗拉基米尔·普京	فلاديمير بوتين	Poutine	普京	Путин
Donald Trump	特朗普	川普	Трамп	ترامب	트럼프	トランプ	Τραμπ	ترامپ
Kim Jong Un	金正恩	김정은	Ким Чен Ын	كيم جونغ أون
Ban Ki-moon	반기문	潘基文	Пан Ги Мун
Jesus	Isa	Иисус	耶稣	عيسى	يسوع	ישו	Ιησούς	İsa
Moses	Musa	Моисей	摩西	موسى	משה	Moïse	Μωυσής
Abraham	Ibrahim	Авраам	亚伯拉罕	إبراهيم	אברהם	Αβραάμ	İbrahim
Joseph	Yusuf	Иосиф	يوسف	יוסף	Ιωσήφ
Ahmed	Ahmad	Ahmet	Achmed	Akhmed	Ахмед	Ахмад	أحمد
Muhammad	Mohammed	Mohamed	Muhammed	Mehmet	Mahomet	Muhamed	Мухаммед	Магомед	Мохаммед	Мұхаммед	محمد	مۇھەممەد	Μωάμεθ	Mohammad	מוחמד
Hussein	Hussain	Husain	Husayn	Hüseyin	Hossein	Хусейн	Гусейн	حسين	حسین
Hassan	Hasan	Hassane	Хасан	Гасан	حسن
Omar	Umar	Omer	Ömer	Омар	Умар	عمر
Osama	Usama	Oussama	Усама	أسامة
Bashir	Bachir	Baschir	Beşir	Башир	بشير
Ali	Aly	Али	Әли	علي	علی
Dmitri	Dmitry	Dimitri	Dmitriy	Dmitrij	Dimitrij	Дмитрий	Дмитро
Sergei	Sergey	Sergej	Sergueï	Serhiy	Сергей	Сергій	Сяргей
Yevgeny	Evgeny	Evgeni	Evgenij	Evgueni	Jewgeni	Yevgeni	Yevgeniy	Евгений	Євген
Nikolai	Nikolay	Nikolaj	Nicolai	Nikolaï	Mykola	Николай	Микола
Mikhail	Michail	Mikhaïl	Mihail	Mykhailo	Михаил	Михайло	Michael	Михаэль
Yuri	Yury	Juri	Youri	Iouri	Jurij	Юрий	Юрій
Andrei	Andrey	Andrej	Andreï	Andriy	Андрей	Андрій
)";
// clang-format on

}  // namespace pilcrow
