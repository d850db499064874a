"""Names of papers, broadcasters and sites that appear in other papers' bylines and credits.

A byline often ends with the writer's publisher, and only a space separates the two ("Ada Lin Los
Angeles Times"). They can be separated if this list has the publisher, or if its name contains one
of `HOUSE_WORDS`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_NAMES: Final = """
The New York Times | New York Times | NYT | The Washington Post | Washington Post
| The Wall Street Journal | Wall Street Journal | Los Angeles Times | The Los Angeles Times
| LA Times | L.A. Times | Chicago Tribune | Chicago Sun-Times | USA Today | USA TODAY
| The Boston Globe | Boston Globe | Boston Herald | San Francisco Chronicle
| The Philadelphia Inquirer | Philadelphia Inquirer | The Seattle Times | Seattle Times
| The Oregonian | Oregonian | The Oregonian/OregonLive | The Denver Post | Denver Post
| The Dallas Morning News | Dallas Morning News | Houston Chronicle | Miami Herald
| The Miami Herald | Tampa Bay Times | Orlando Sentinel | Sun Sentinel
| South Florida Sun Sentinel | The Atlanta Journal-Constitution | Atlanta Journal-Constitution
| The Baltimore Sun | Baltimore Sun | Star Tribune | Minneapolis Star Tribune
| The Minnesota Star Tribune | Minnesota Star Tribune | Pioneer Press | St. Paul Pioneer Press
| Detroit Free Press | The Detroit News | Detroit News | Cleveland Plain Dealer
| The Plain Dealer | cleveland.com | The Columbus Dispatch | Columbus Dispatch
| The Cincinnati Enquirer | Cincinnati Enquirer | Indianapolis Star | The Indianapolis Star
| Milwaukee Journal Sentinel | St. Louis Post-Dispatch | The Kansas City Star
| Kansas City Star | The Sacramento Bee | Sacramento Bee | The Fresno Bee | Fresno Bee
| The Modesto Bee | The Mercury News | Mercury News | Bay Area News Group | East Bay Times
| The Orange County Register | Orange County Register | The San Diego Union-Tribune
| San Diego Union-Tribune | The Press-Enterprise | Long Beach Press-Telegram
| Southern California News Group | Las Vegas Review-Journal | Las Vegas Sun
| The Arizona Republic | Arizona Republic | Arizona Daily Star | The Salt Lake Tribune
| Salt Lake Tribune | Deseret News | Idaho Statesman | The Idaho Statesman
| The Spokesman-Review | Spokesman-Review | The Olympian | The News Tribune
| Tacoma News Tribune | The Bellingham Herald | Yakima Herald-Republic | Tri-City Herald
| The Columbian | The Daily Herald | Everett Herald | The Lewiston Tribune | Lewiston Tribune
| Moscow-Pullman Daily News | Coeur d'Alene Press | The Missoulian | Missoulian
| Billings Gazette | Anchorage Daily News | Honolulu Star-Advertiser | Albuquerque Journal
| El Paso Times | San Antonio Express-News | Austin American-Statesman
| Fort Worth Star-Telegram | The Fort Worth Star-Telegram | The Oklahoman | Tulsa World
| Arkansas Democrat-Gazette | The Commercial Appeal | The Tennessean | Knoxville News Sentinel
| Lexington Herald-Leader | Louisville Courier Journal | The Courier-Journal
| The Charlotte Observer | Charlotte Observer | The News & Observer | Raleigh News & Observer
| The State | The Post and Courier | The Virginian-Pilot | Virginian-Pilot
| Richmond Times-Dispatch | Daily Press | The Roanoke Times | Pittsburgh Post-Gazette
| Pittsburgh Tribune-Review | The Morning Call | Allentown Morning Call | Hartford Courant
| The Hartford Courant | The Providence Journal | Portland Press Herald | The Star-Ledger
| Newsday | New York Daily News | New York Post | The Buffalo News | Times Union | The Record
| Omaha World-Herald | The Des Moines Register | Des Moines Register | The Gazette
| Wisconsin State Journal | The Wichita Eagle | Wichita Eagle | The Hill | Politico | POLITICO
| Axios | Vox | Slate | Salon | The Atlantic | The New Yorker | The Nation | National Review
| The Daily Beast | HuffPost | Huffington Post | BuzzFeed News | Business Insider | Insider
| Forbes | Fortune | TIME | Time Magazine | Newsweek | Rolling Stone | Variety | Billboard
| Wired | WIRED | The Verge | Ars Technica | TechCrunch | Engadget | CNET | Mashable | Gizmodo
| Quartz | Roll Call | CQ-Roll Call | CQ Roll Call | Foreign Policy | Foreign Affairs | ESPN
| The Athletic | Sports Illustrated | Sporting News | CNN | CNN Business | NBC News | ABC News
| CBS News | Fox News | FOX News | Fox Business | MSNBC | PBS NewsHour | NPR | Public Radio
| Al Jazeera | Voice of America | VOA | Radio Free Europe | RFE/RL | BBC | BBC News | Sky News
| ITV News | Channel 4 News | The Guardian | Guardian | The Observer | The Times
| The Sunday Times | The Telegraph | The Daily Telegraph | Daily Telegraph | The Independent
| Evening Standard | Daily Mail | Mail Online | MailOnline | Daily Mirror | The Mirror
| The Sun | Daily Express | Express | Daily Star | Metro | Financial Times | The Economist
| Press and Journal | The Scotsman | The Herald | Daily Record | Belfast Telegraph
| Irish Times | The Irish Times | Irish Independent | Irish Examiner | The Globe and Mail
| Globe and Mail | Toronto Star | National Post | Toronto Sun | Ottawa Citizen
| Montreal Gazette | Vancouver Sun | The Province | Calgary Herald | Edmonton Journal
| Winnipeg Free Press | CBC | CBC News | CTV News | Global News | Le Devoir | La Presse
| Radio-Canada | The Australian | Sydney Morning Herald | The Sydney Morning Herald | The Age
| The West Australian | Herald Sun | Courier Mail | The Advertiser | ABC | SBS News | 9News
| 7NEWS | news.com.au | The New Zealand Herald | NZ Herald | Stuff | RNZ | The Straits Times
| Straits Times | South China Morning Post | The Japan Times | Japan Times | The Jakarta Post
| Bangkok Post | The Times of India | Times of India | Hindustan Times | The Hindu
| Indian Express | The Indian Express | Economic Times | Dawn | The Express Tribune | Gulf News
| The National | Haaretz | The Jerusalem Post | Jerusalem Post | The Times of Israel
| Times of Israel | The Moscow Times | Kyiv Post | Kyiv Independent | The Kyiv Independent
| Daily Maverick | Mail & Guardian | News24 | TimesLIVE | Sowetan | Premium Times | Punch
| Vanguard | The EastAfrican | Daily Nation | The Namibian | Taipei Times | Korea Herald
| The Korea Herald | Der Spiegel | Spiegel | SPIEGEL ONLINE | Die Zeit | ZEIT ONLINE
| Frankfurter Allgemeine Zeitung | FAZ | FAZ.NET | Süddeutsche Zeitung | SZ | Die Welt | WELT
| Bild | BILD | taz | Handelsblatt | WirtschaftsWoche | Focus | FOCUS Online | Stern
| Tagesspiegel | Der Tagesspiegel | Berliner Zeitung | Berliner Morgenpost
| Hamburger Abendblatt | Rheinische Post | Kölner Stadt-Anzeiger
| Westdeutsche Allgemeine Zeitung | WAZ | Stuttgarter Zeitung | Münchner Merkur | ARD | ZDF
| NDR | WDR | MDR | SWR | BR | HR | RBB | rbb | Deutschlandfunk | tagesschau | tagesschau.de
| Sportschau | Der Standard | Die Presse | Kurier | Kronen Zeitung | Kleine Zeitung
| Salzburger Nachrichten | ORF | ORF.at | Neue Zürcher Zeitung | NZZ | Tages-Anzeiger | Blick
| SRF | 20 Minuten | Le Monde | Le Figaro | Libération | Les Echos | L'Express | Le Point
| Le Parisien | L'Équipe | Mediapart | Ouest-France | RFI | France 24 | Franceinfo | RTBF
| Le Soir | De Standaard | Het Nieuwsblad | Nieuwsblad | De Morgen | VRT | NRC | de Volkskrant
| De Volkskrant | De Telegraaf | Trouw | NOS | El País | EL PAÍS | El Mundo | ABC.es
| La Vanguardia | El Periódico | El Confidencial | elDiario.es | Público | RTVE | La Razón
| Marca | AS | La Nación | Clarín | Infobae | El Universal | Milenio | Reforma | La Jornada
| Excélsior | El Tiempo | El Espectador | El Comercio | La República | El Mercurio | La Tercera
| Corriere della Sera | la Repubblica | La Repubblica | La Stampa | Il Sole 24 Ore
| Il Messaggero | Il Fatto Quotidiano | Avvenire | RAI | Folha de S.Paulo | O Globo
| O Estado de S. Paulo | Estadão | UOL | G1 | BBC Brasil | DW | Deutsche Welle | Euronews
| Dagens Nyheter | Svenska Dagbladet | Aftonbladet | Expressen | SVT | Aftenposten | VG
| Dagbladet | NRK | TV 2 | Nettavisen | Politiken | Berlingske | Jyllands-Posten | DR
| Helsingin Sanomat | Yle | YLE | Gazeta Wyborcza | Rzeczpospolita | Onet | TVN24
| Seznam Zprávy | Novinky.cz | iDNES.cz | Deník N | Ukrainska Pravda | Українська правда
| Hürriyet | Milliyet | Sabah | Cumhuriyet | Habertürk | Wirtualna Polska | Interia | Fakt
| Super Express | Polskie Radio | Dziennik Zachodni | Gazeta Pomorska | Kurier Lubelski
| Gazeta Krakowska | Głos Wielkopolski | Dziennik Bałtycki | Rynek Zdrowia | Newsweek Polska
| Коммерсантъ | Коммерсант | Российская газета | Комсомольская правда | Московский комсомолец
| Аргументы и факты | Независимая газета | Новая газета | Газета.Ru | Лента.ру | Lenta.ru
| Правда.Ру | РосБизнесКонсалтинг | РБК | Первый канал | Эхо Москвы | Русская служба Би-би-си
| Το Βήμα | ΤΟ ΒΗΜΑ | Τα Νέα | ΤΑ ΝΕΑ | Η Καθημερινή | Καθημερινή | Ριζοσπάστης | Έθνος
| Ημερησία | Ελευθεροτυπία | Η Εφημερίδα των Συντακτών | Ναυτεμπορική | Πρώτο Θέμα
"""

HOUSE_WORDS: Final = frozenset(
    [
        "times",
        "post",
        "news",
        "herald",
        "tribune",
        "journal",
        "gazette",
        "star",
        "chronicle",
        "review",
        "press",
        "register",
        "observer",
        "globe",
        "inquirer",
        "dispatch",
        "courier",
        "sentinel",
        "bee",
        "sun",
        "mail",
        "telegraph",
        "guardian",
        "independent",
        "standard",
        "examiner",
        "record",
        "reporter",
        "reports",
        "magazine",
        "network",
        "radio",
        "television",
        "tv",
        "media",
        "newspaper",
        "newspapers",
        "daily",
        "weekly",
        "zeitung",
        "anzeiger",
        "tageblatt",
        "nachrichten",
        "allgemeine",
        "rundschau",
        "kurier",
        "bote",
        "presse",
        "echo",
        "blatt",
        "online",
        "newsroom",
        "wire",
        "service",
        "services",
        "agency",
        "newswire",
        "bureau",
        "newsroom.com",
        "journal-constitution",
        "post-dispatch",
        "news-sentinel",
        "star-tribune",
    ]
)
"""Words that names of papers end in."""


_MARKS: Final = " /,;:()[]"
"""What may stand at the edges of a printed name and is no part of it."""


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).strip(_MARKS)


@cache
def _known() -> frozenset[str]:
    names = (name.strip() for name in _NAMES.replace("\n", " ").split("|"))
    return frozenset(_fold(name) for name in names if name.strip())


@cache
def _last_words() -> frozenset[str]:
    """The words that names of papers end in, folded."""
    return HOUSE_WORDS | {name.split()[-1].strip(_MARKS) for name in _known()}


def is_paper(name: str) -> bool:
    """Whether a name is that of a known paper, broadcaster or site.

    >>> is_paper("Los Angeles Times"), is_paper("Ada Lin")
    (True, False)
    """
    return _fold(name) in _known()


_WORD = re.compile(r"\S+")
_THE_HOUSE = re.compile(r"(?:^|\s)(?:The|THE)\s+[A-Z]")


def paper_at_end(text: str, papers: tuple[str, ...] = (), longest: int = 7) -> int | None:
    """Where a paper's name that ends `text` begins; None where none does.

    `papers` are names known from the page or its profile, the masthead's above all.

    >>> paper_at_end("Ada Lin Los Angeles Times"), paper_at_end("Ada Lin The Example Herald")
    (8, 8)
    >>> paper_at_end("Ada Lin") is None
    True
    """
    ending = text.rsplit(None, 1)[-1:]
    word = _fold(ending[0]) if ending else ""
    if (
        word
        and word not in _last_words()
        and not any(word in paper.casefold().replace("’", "'") for paper in papers)
    ):
        return None
    own = {_fold(paper) for paper in papers}
    own |= {name.removeprefix("the ") for name in own}
    known = _known()
    starts = [match.start() for match in _WORD.finditer(text)]
    for start in starts[-longest:]:
        name = _fold(text[start:])
        if name in own or name in known:
            return start
    last = _fold(text[starts[-1] :]) if starts else ""
    if last in HOUSE_WORDS:
        for match in reversed(list(_THE_HOUSE.finditer(text))):
            return match.start() + (match.group()[0].isspace())
    return None
