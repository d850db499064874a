"""Wire services, syndicates and picture agencies, with all their printed names.

Each agency has one row, continued on indented lines: its full name, what it does (`wire` writes,
`photo` makes or sells pictures, `wire photo` does both, `stock` sells stock pictures) and its other
printed names. A match is a whole word. Abbreviations also match by case: "AP" does, "ap" does not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

import attrs

from newsparse.lexicon.languages import spoken


@attrs.frozen
class Agency:
    """A news or picture agency."""

    name: str
    writes: bool
    pictures: bool

    @property
    def id(self) -> str:
        """The stable id: the full name in small letters of ASCII.

        >>> agency_of("Agência Brasil").id
        'agencia-brasil'
        """
        return _id_of(self.name)


_LETTERS_WITHOUT_BASE: Final = str.maketrans("ıøłðđß", "ioldds", "'’.")
"""Letters that decomposing leaves as they are, and marks that part no words."""


@cache
def _id_of(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS_WITHOUT_BASE))
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[a-z0-9]+", letters))


_TABLE: Final = """
Associated Press | wire photo |
    AP, A.P., The Associated Press, Associated Press (AP), AP News, AP Photo, AP Photos,
    AP Images, AP Sports Writer, AP Exchange, AP Staff, أسوشيتد برس, AP通信, 美联社, 美聯社, एपी
Reuters | wire photo |
    REUTERS, Thomson Reuters, Thomson Reuters Foundation, Reuters Staff, Reuters Photo,
    Reuters Pictures, Reuters Health, Рейтер, ロイター, 路透社, 路透, 로이터, رويترز,
    רויטרס, रॉयटर्स, রয়টার্স, รอยเตอร์, رویترز
Agence France-Presse | wire photo |
    AFP, Agence France Presse, Agencia France-Presse, AFP Photo, AFP News, AFP Relaxnews,
    AFP via Getty Images, 法新社, AFP通信, フランス通信, AFP時事, AFPBB News, فرانس برس,
    أ ف ب, أ.ف.ب, وكالة الصحافة الفرنسية, وكالة فرانس برس, एएफपी, এএফপি, เอเอฟพี, АФП
Bloomberg News | wire |
    Bloomberg, Bloomberg L.P., Bloomberg Opinion, Bloomberg Businessweek,
    ブルームバーグ, 彭博社, 彭博, 블룸버그
CNN Newsource | wire |
    CNN NewsSource, CNN Newsource Sales, CNN Wire
Tribune News Service | wire |
    TNS, Tribune Content Agency, Tribune Media Services, McClatchy-Tribune, MCT,
    McClatchy-Tribune News Service, Knight Ridder Newspapers, Knight-Ridder Newspapers,
    Knight Ridder, KRT
McClatchy | wire | McClatchy Newspapers, McClatchy Washington Bureau, McClatchy DC
United Press International | wire photo | UPI, U.P.I.
Deutsche Presse-Agentur | wire photo |
    dpa, DPA, Deutsche Presse Agentur, dpa-infocom, dpa-afx, dpa-AFX, dpa/picture alliance,
    DPA Picture-Alliance, dpa-tmn, dpa/lnw, dpa/lno, dpa/lhe, dpa/lsw, dpa/lby, dpa/lni, dpa/mv,
    dpa-lnw
Austria Presse Agentur | wire photo | APA, APA-Agentur, APA/AFP, Austria Presse-Agentur
Keystone-SDA | wire photo |
    SDA, sda, Keystone, KEYSTONE, ATS, Keystone-ATS, Schweizerische Depeschenagentur,
    Keystone-SDA-ATS, Agence télégraphique suisse
Agenzia Nazionale Stampa Associata | wire photo | ANSA, Ansa, Agenzia ANSA
Adnkronos | wire | AdnKronos, ADNKRONOS
Agenzia Giornalistica Italia | wire | AGI
LaPresse | wire photo | LAPRESSE
Askanews | wire | askanews, ASKANEWS
Italpress | wire | ITALPRESS
EFE | wire photo | Agencia EFE, Efe, EFE/EPA
Europa Press | wire photo | EUROPA PRESS, EP, EuropaPress
Colpisa | wire | COLPISA
Agència Catalana de Notícies | wire | ACN
Lusa | wire photo | LUSA, Agência Lusa
TASS | wire photo | ITAR-TASS, Tass, ТАСС, ИТАР-ТАСС, 塔斯社, タス通信
RIA Novosti | wire photo | RIA, Ria Novosti, РИА Новости, РИА, Sputnik, Спутник
Interfax | wire | INTERFAX, Интерфакс, Interfax-Ukraine, Інтерфакс-Україна
Ukrinform | wire photo | УКРІНФОРМ, Укрінформ, UKRINFORM
UNIAN | wire photo | УНІАН, УНИАН
Belga | wire photo | BELGA, Belga News Agency, Agence Belga
Algemeen Nederlands Persbureau | wire photo | ANP
Ritzau | wire photo | RITZAU, Ritzaus Bureau, Ritzau Scanpix, /ritzau/
Norsk Telegrambyrå | wire photo | NTB, ©NTB, NTB scanpix, NTB Scanpix, NPK
TT Nyhetsbyrån | wire photo | TT, TT News Agency, TT Nyhetsbyran, Tidningarnas Telegrambyrå
Suomen Tietotoimisto | wire | STT, STT-Lehtikuva
Agencja Wyborcza.pl | photo | Agencja Gazeta
Visual China Group | photo | VCG, 视觉中国, 東方IC, 东方IC
Lehtikuva | photo | LEHTIKUVA
Polska Agencja Prasowa | wire photo | PAP, PAP/EPA
Česká tisková kancelář | wire photo | ČTK, CTK, ČTK/AP
Tlačová agentúra Slovenskej republiky | wire photo | TASR
SITA | wire | SITA Slovenská tlačová agentúra
Magyar Távirati Iroda | wire photo | MTI, MTI/AP
Agerpres | wire photo | AGERPRES
Mediafax | wire photo | MEDIAFAX
BTA | wire photo | БТА, Българска телеграфна агенция
HINA | wire | Hina
Beta | wire | BETA
Tanjug | wire photo | TANJUG, Танјуг
STA | wire | Slovenska tiskovna agencija
Kazinform | wire photo | КАЗИНФОРМ, Qazinform, Казинформ
Anadolu Agency | wire photo | Anadolu, AA, Anadolu Ajansı, Anadolu Agency (AA), ANADOLU,
    الأناضول, وكالة الأناضول
Demirören Haber Ajansı | wire photo | DHA
İhlas Haber Ajansı | wire photo | İHA, IHA, IHLAS
Athens-Macedonian News Agency | wire | ANA-MPA, ΑΠΕ-ΜΠΕ, AMNA, ΑΠΕ
Eurokinissi | photo | EUROKINISSI
Xinhua | wire photo | XINHUA, Xinhua News Agency, 新华社, 新華社, 新华网, Xinhua/
China News Service | wire photo | CNS, 中新社, 中国新闻社, 中新网
Kyodo News | wire photo | Kyodo, KYODO, 共同通信, 共同通信社, 共同
Jiji Press | wire photo | Jiji, JIJI, JIJI Press, 時事通信, 時事通信社, 時事
Yonhap | wire photo | YONHAP, Yonhap News Agency, Yonhap News, 연합뉴스
Newsis | wire photo | 뉴시스, NEWSIS
News1 | wire photo | 뉴스1, NEWS1
Korean Central News Agency | wire photo | KCNA, 朝鮮中央通信, 조선중앙통신
Central News Agency | wire photo | CNA, 中央社
Press Trust of India | wire photo | PTI, पीटीआई, PTI Bhasha
Asian News International | wire photo | ANI, एएनआई
Indo-Asian News Service | wire | IANS, आईएएनएस
United News of India | wire | UNI
Antara | wire photo | ANTARA, ANTARA FOTO, Antara News
Bernama | wire photo | BERNAMA, Bernamapix
Thai News Agency | wire photo | TNA, สำนักข่าวไทย
Vietnam News Agency | wire photo | VNA, TTXVN
Philippine News Agency | wire | PNA
Associated Press of Pakistan | wire | APP
Bangladesh Sangbad Sangstha | wire | BSS, বাসস
United News of Bangladesh | wire | UNB, ইউএনবি
Islamic Republic News Agency | wire photo | IRNA, ایرنا, خبرگزاری ایرنا
Iranian Students News Agency | wire photo | ISNA, ایسنا, خبرگزاری ایسنا
Mehr News Agency | wire photo | خبرگزاری مهر
Fars News Agency | wire photo | Fars, FARS, خبرگزاری فارس
Tasnim | wire photo | TASNIM, تسنیم, خبرگزاری تسنیم
Saudi Press Agency | wire photo | SPA, واس
WAM | wire photo | Emirates News Agency, وام
Middle East News Agency | wire | MENA, أ ش أ
Maghreb Arabe Presse | wire | MAP
Petra | wire | Jordan News Agency
PANA | wire | Panapress
South African Press Association | wire | SAPA
News24 Wire | wire | News24Wire
African News Agency | wire photo | ANA
Agência Brasil | wire photo | Agencia Brasil
Estadão Conteúdo | wire | Estadao Conteudo, ESTADÃO CONTEÚDO, Agência Estado
Folhapress | wire photo | FOLHAPRESS
Notimex | wire photo | NOTIMEX
Télam | wire photo | Telam, TELAM, TÉLAM
Noticias Argentinas | wire | NA, Agencia NA
Cuartoscuro | photo | CUARTOSCURO, Cuartoscuro.com
Prensa Latina | wire | PL
Agencia Uno | photo | AGENCIAUNO, Agencia UNO, Aton, ATON CHILE, Aton Chile
The Canadian Press | wire photo |
    Canadian Press, CP, THE CANADIAN PRESS, La Presse Canadienne, LA PRESSE CANADIENNE,
    Presse canadienne
Postmedia News | wire |
    Postmedia, POSTMEDIA, Postmedia Network, Canwest News Service, Postmedia Breaking News
Australian Associated Press | wire photo | AAP, AAP Image, AAPIMAGE, AAP Newswire
NCA NewsWire | wire photo | NCA Newswire, NewsWire, NewsWire Photos
PA Media | wire photo |
    Press Association, PA, PA Wire, PA Images, PA News Agency, PA Real Life,
    Press Association Images, PA Archive
Wales News Service | wire photo | WNS, Wales News
South West News Service | wire photo | SWNS, SWNS.com
Cover Media | wire photo | CoverMedia, Cover Images
Bang Showbiz | wire | BANG Showbiz, Bang ShowBiz
Central Press Photos | photo |
National Press Photographers | photo | NPPA
City News Service | wire | CNS News, CITY NEWS SERVICE
Bay City News | wire | BCN, Bay City News Service, Bay City News Foundation
States Newsroom | wire | Stateline
Kaiser Health News | wire | KFF Health News, KHN
CalMatters | wire | CALmatters
ProPublica | wire | PROPUBLICA
The Marshall Project | wire |
Inter Press Service | wire | IPS
Inside Climate News | wire | InsideClimate News
The Conversation | wire |
Stacker | wire |
HealthDay | wire | HealthDay News, HealthDay Reporter
StatePoint | wire | (StatePoint)
Cox Newspapers | wire | Cox News Service, Cox Media
Gannett News Service | wire | Gannett, GNS
Scripps Howard News Service | wire | Scripps Howard, SHNS, Scripps News
Hearst Newspapers | wire | Hearst
Newhouse News Service | wire |
Los Angeles Times-Washington Post News Service | wire | Los Angeles Times-Washington Post
New York Times News Service | wire | NYT News Service, N.Y. Times News Service
Washington Post News Service | wire | Washington Post-Bloomberg
Religion News Service | wire | RNS
Catholic News Agency | wire | CNA/EWTN
Catholic News Service | wire |
Jewish Telegraphic Agency | wire | JTA
Press Pool | wire |
WENN | wire photo | WENN.com, WENN Rights Ltd
Dow Jones Newswires | wire | Dow Jones, Dow Jones & Company, DJ Newswires, Dow Jones Newswire
MarketWatch | wire |
Benzinga | wire |
PR Newswire | wire | PRNewswire
Business Wire | wire | BusinessWire
GlobeNewswire | wire | Globe Newswire
Sportinformationsdienst | wire | SID, sid
Evangelischer Pressedienst | wire | epd
Katholische Nachrichten-Agentur | wire | KNA
ots | wire | News Aktuell
RedaktionsNetzwerk Deutschland | wire | RND
Getty Images | photo |
    Getty, GETTY, GETTY IMAGES, Getty Images North America, Getty Images Europe,
    Getty Images AsiaPac, Getty Images South America, Getty Images Sport, Getty Images for,
    Gettyimages, gettyimages, Getty/iStock, Getty Images/iStockphoto, Getty Images Entertainment
iStock | stock | iStockphoto, iStockPhoto, IStock, ISTOCK, Istock
Shutterstock | stock |
    SHUTTERSTOCK, shutterstock.com, Shutterstock.com, Rex Shutterstock, REX, Rex Features,
    REX/Shutterstock, Rex
Adobe Stock | stock | adobe stock, AdobeStock, stock.adobe.com, adobe.stock.com
Universal Images Group | photo | UIG, UCG, Education Images
Alamy | stock | ALAMY, Alamy Stock Photo, Alamy Live News, alamy
Depositphotos | stock | DepositPhotos
Dreamstime | stock |
Unsplash | stock | unsplash
Pexels | stock | pexels
Pixabay | stock | pixabay
Fotolia | stock | fotolia
Wikimedia Commons | stock | Wikimedia, Wikipedia, Wikimedia Commons/
Flickr | stock | flickr
Creative Commons | stock | CC BY, CC-BY, CC BY-SA
123RF | stock | 123rf
Freepik | stock | freepik
Imago | photo | IMAGO, imago, imago images, IMAGO Images, Imago Images, IMAGO/
picture alliance | photo |
    Picture Alliance, picture-alliance, PICTURE ALLIANCE, Picture-Alliance, pa/dpa,
    picture alliance/dpa
ddp images | photo | ddp
Action Press | photo | ACTION PRESS, actionpress
Laif | photo | laif
Ostkreuz | photo | OSTKREUZ
European Pressphoto Agency | photo |
    EPA, epa, EPA-EFE, EPA/EFE, EPA Images, EPA/, European Pressphoto
ZUMA Press | photo | ZUMA, ZUMAPRESS, ZUMAPRESS.com, Zuma, ZUMA Wire, Zuma Press, IMAGO/ZUMA
SIPA Press | photo | SIPA, Sipa, Sipa USA, SIPA USA, Sipa Press
NurPhoto | photo | Nur Photo, NURPHOTO
Abaca Press | photo | ABACA, Abaca, ABACAPRESS
Panoramic | photo | PANORAMIC
Icon Sport | photo | IconSport, Icon SMI, Icon Sportswire
USA TODAY Sports | photo |
    USA Today Sports, USA TODAY Sports Images, USA TODAY NETWORK, USA Today Network, Imagn,
    Imagn Images, IMAGN
Action Images | photo | ACTION IMAGES, Action Images/Reuters
Offside | photo |
Splash News | photo | Splash, SplashNews.com, SPLASH NEWS
BACKGRID | photo | Backgrid, BackGrid
MEGA | photo | Mega, MEGA Agency
Bauer-Griffin | photo | Bauergriffin
FilmMagic | photo |
WireImage | photo | Wireimage
Everett Collection | photo | Everett
Magnum Photos | photo | Magnum
VII Photo | photo | VII
Redux | photo | REDUX, Redux Pictures
Polaris | photo | POLARIS
Contour | photo |
Corbis | photo | Corbis via Getty Images
Bettmann | photo | Bettmann Archive
Hulton Archive | photo | Hulton Deutsch
Popperfoto | photo |
LightRocket | photo |
SOPA Images | photo | SOPA
Pacific Press | photo |
Hans Lucas | photo |
Xposure | photo |
Scanpix | photo | SCANPIX
Bonniers | photo |
Bildbyrån | photo | BILDBYRÅN
GEPA pictures | photo | GEPA
EXPA Pictures | photo | EXPA, EXPA/
HOLLANDSE HOOGTE | photo | Hollandse Hoogte
Photo News | photo | PHOTO NEWS, Photonews, PHOTONEWS
Belgaimage | photo | BELGAIMAGE
Profimedia | photo | PROFIMEDIA
Pixsell | photo | PIXSELL
Cropix | photo | CROPIX
MaxPPP | photo | MAXPPP, MaxPPP
Andia | photo |
Bestimage | photo | BESTIMAGE
Starface | photo |
Fotogramma | photo |
Contrasto | photo |
IPA | photo | Ipa-Agency
Fotoarena | photo |
Brazil Photo Press | photo |
TheStewartofNY | photo |
PictureGroup | photo |
Maxar Technologies | photo | Maxar
Planet Labs | photo | Planet Labs PBC
NASA | photo | NASA/JPL-Caltech
Times News Network | wire | TNN
Capitol News Illinois | wire |
Radio Free Europe/Radio Liberty | wire | RFE/RL
EIN Presswire | wire |
NOAA | photo |
"""


def _rows() -> list[tuple[Agency, tuple[str, ...]]]:
    rows: list[tuple[Agency, tuple[str, ...]]] = []
    for line in _TABLE.strip().replace("\n    ", " ").splitlines():
        name, what, aliases = (part.strip() for part in line.split("|"))
        agency = Agency(name, writes="wire" in what, pictures="photo" in what or "stock" in what)
        printed = tuple(alias.strip() for alias in aliases.split(",") if alias.strip())
        rows.append((agency, (name, *printed)))
    return rows


_MARKS: Final = " /,;:()[]©"
"""Characters at the edges of a printed name that are not part of it."""


def _fold(name: str) -> str:
    """The key of a name in the table: abbreviations keep their case, words do not."""
    name = " ".join(name.split()).strip(_MARKS)
    if len(name) <= 4 or (name.isupper() and " " not in name and len(name) <= 6):
        return name
    return name.casefold()


@cache
def _by_name() -> dict[str, Agency]:
    found: dict[str, Agency] = {}
    for agency, names in _rows():
        for name in names:
            found.setdefault(_fold(name), agency)
            if len(name) > 4:
                found.setdefault(name.casefold(), agency)
    return found


def agency_of(printed: str) -> Agency | None:
    """The agency with this printed name, or None if the table has none. An article may stand
    before the name.

    >>> agency_of("AFP").name, agency_of("the associated press").name, agency_of("Ap")
    ('Agence France-Presse', 'Associated Press', None)
    >>> agency_of("the AP").name
    'Associated Press'
    """
    known = _by_name()
    found = known.get(_fold(printed))
    if found is not None:
        return found
    article, _, name = printed.partition(" ")
    return known.get(_fold(name)) if name and article.casefold() in _articles() else None


@cache
def _articles() -> frozenset[str]:
    """Words that may stand before the name of an agency."""
    return frozenset(spoken(lambda language: language.articles))


_FEWEST_MARKS: Final = 2
_PARTED: Final = re.compile(r"[/-]")
_LONGEST_ABBREVIATION: Final = 5
"""Letters of the longest abbreviation that stands beside an agency's in one mark."""


def are_agencies(printed: str) -> bool:
    """Whether a text is the marks of several agencies, or of one agency and a house, in one.

    >>> are_agencies("dpa/afp"), are_agencies("AFP-JIJI"), are_agencies("CBS/AP")
    (True, True, True)
    >>> are_agencies("AFP"), are_agencies("Marlow/AP")
    (False, False)
    """
    parts = [part.strip() for part in _PARTED.split(printed)]
    if len(parts) < _FEWEST_MARKS or len(printed) > _LONGEST_ABBREVIATION * len(parts) * 2:
        return False
    known = [agency_of(part) or agency_of(part.upper()) for part in parts]
    return any(known) and all(
        agency is not None or (part.isupper() and len(part) <= _LONGEST_ABBREVIATION)
        for part, agency in zip(parts, known, strict=True)
    )


def canonical_agency(printed: str) -> str:
    """The full name of an agency, or `printed` itself if the table has no such agency.

    >>> canonical_agency("AP"), canonical_agency("dpa"), canonical_agency("Example Wire")
    ('Associated Press', 'Deutsche Presse-Agentur', 'Example Wire')
    """
    agency = agency_of(printed)
    return agency.name if agency is not None else printed


def agency_id(printed: str) -> str | None:
    """The stable id of an agency, or None if the table has no such agency.

    An agency keeps its id in all later versions, whatever names are added to it.

    >>> agency_id("AP"), agency_id("美联社"), agency_id("Example Wire")
    ('associated-press', 'associated-press', None)
    """
    agency = agency_of(printed)
    return agency.id if agency is not None else None


def agency_ids() -> tuple[str, ...]:
    """The ids of all agencies, in the order of the table."""
    return tuple(agency.id for agency, _ in _rows())


@cache
def _last_words() -> frozenset[str]:
    """The last words of agency names, folded. The last word can also be a mark alone."""
    return frozenset(name.split()[-1].strip(_MARKS).casefold() for name in _by_name()) | {""}


_WORD: Final = re.compile(r"\S+")
_SENTENCE_SIGNS: Final = frozenset('.!?…"”)–—|-')
"""Signs behind which another part of a word may begin."""


def may_end_in_agency(text: str) -> bool:
    """Whether `agency_at_end` may find an agency in some part of a text that ends with it: a quick
    test of whole lines.

    >>> may_end_in_agency("Rockets rise. Bloomberg News"), may_end_in_agency("Roxana Tiron")
    (True, False)
    """
    ending = text.rsplit(None, 1)[-1:]
    if not ending:
        return False
    word = ending[0]
    return word.strip(_MARKS).casefold() in _last_words() or not _SENTENCE_SIGNS.isdisjoint(word)


def agency_at_end(text: str, longest: int = 6) -> tuple[int, Agency] | None:
    """The start of the longest agency name at the end of `text`, and the agency.

    >>> start, agency = agency_at_end("Roxana Tiron Bloomberg News")
    >>> start, agency.name
    (13, 'Bloomberg News')
    >>> agency_at_end("Roxana Tiron") is None
    True
    """
    ending = text.rsplit(None, 1)[-1:]
    if not ending or ending[0].strip(_MARKS).casefold() not in _last_words():
        return None
    known = _by_name()
    starts = [match.start() for match in _WORD.finditer(text)]
    for start in starts[-longest:]:
        agency = known.get(_fold(text[start:]))
        if agency is not None:
            return start, agency
    return None
