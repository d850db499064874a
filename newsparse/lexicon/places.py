"""Places of datelines: cities that stand alone, other cities papers file from, and regions.

`ALONE` is the Associated Press Stylebook's list of cities that take no state or country.
"""

from __future__ import annotations

from typing import Final


def _listed(names: str) -> frozenset[str]:
    """The names of a list, which a bar or the end of a line parts."""
    return frozenset(name.strip() for line in names.split("\n") for name in line.split("|")) - {""}


ALONE: Final = _listed(
    """
    atlanta | baltimore | boston | chicago | cincinnati | cleveland | dallas | denver | detroit
    honolulu | houston | indianapolis | las vegas | los angeles | miami | milwaukee
    minneapolis | new orleans | new york | oklahoma city | philadelphia | phoenix | pittsburgh
    st. louis | salt lake city | san antonio | san diego | san francisco | seattle | washington
    amsterdam | baghdad | bangkok | beijing | beirut | berlin | brussels | cairo | djibouti
    dublin | geneva | gibraltar | guatemala city | havana | helsinki | hong kong | islamabad
    istanbul | jerusalem | johannesburg | kuwait city | london | luxembourg | macau | madrid
    mexico city | milan | monaco | montreal | moscow | munich | new delhi | panama city | paris
    prague | quebec city | rio de janeiro | rome | san marino | sao paulo | shanghai
    singapore | stockholm | sydney | tokyo | toronto | vatican city | vienna | zurich
    """
)

CITIES: Final = ALONE | _listed(
    """
    spokane | tacoma | olympia | portland | boise | sacramento | oakland | san jose | fresno
    bakersfield | san bernardino | riverside | anaheim | long beach | austin | el paso
    fort worth | arlington | tulsa | wichita | omaha | lincoln | des moines | st. paul
    madison | green bay | grand rapids | lansing | columbus | toledo | akron | dayton
    louisville | lexington | frankfort | nashville | memphis | knoxville | birmingham
    montgomery | mobile | jackson | baton rouge | little rock | tallahassee | orlando | tampa
    jacksonville | fort lauderdale | savannah | charleston | columbia | charlotte | raleigh
    durham | richmond | norfolk | annapolis | wilmington | dover | newark | trenton | albany
    buffalo | rochester | syracuse | hartford | new haven | providence | concord | montpelier
    augusta | bangor | anchorage | juneau | santa fe | albuquerque | tucson | reno | cheyenne
    helena | billings | bismarck | fargo | pierre | sioux falls | topeka | kansas city
    jefferson city | springfield | united nations | ottawa | vancouver | calgary | edmonton
    winnipeg | halifax | quebec | victoria | regina | manchester | birmingham | liverpool
    leeds | glasgow | edinburgh | cardiff | belfast | hamburg | frankfurt | frankfurt am main
    frankfurt/main | köln | cologne | düsseldorf | stuttgart | leipzig | dresden | hannover
    nürnberg | bremen | essen | dortmund | duisburg | bonn | mainz | wiesbaden | münchen
    potsdam | magdeburg | erfurt | schwerin | kiel | saarbrücken | karlsruhe | mannheim
    freiburg | augsburg | bochum | wuppertal | bielefeld | münster | aachen | rostock | kassel
    halle | chemnitz | lübeck | ulm | heidelberg | regensburg | würzburg | wien | graz | linz
    salzburg | innsbruck | klagenfurt | bregenz | eisenstadt | st. pölten | zürich | bern
    basel | genf | genève | lausanne | luzern | st. gallen | vaduz | luxemburg | bruselas
    ginebra | londres | berlín | moscú | pekín | viena | atenas | varsovia | londra | parigi
    berlino | mosca | bruxelles | lyon | marseille | toulouse | nice | nantes | strasbourg
    bordeaux | lille | rennes | bruxelles | liège | anvers | barcelona | valencia | sevilla
    seville | zaragoza | málaga | bilbao | palma | palma de mallorca | murcia | alicante
    granada | vigo | lisboa | lisbon | porto | roma | milano | napoli | torino | palermo
    genova | bologna | firenze | bari | catania | venezia | verona | naples | turin | florence
    venice | athens | athen | sofia | bucharest | bukarest | budapest | belgrade | belgrad
    zagreb | ljubljana | bratislava | warsaw | warschau | warszawa | krakow | kraków | praha
    prag | brno | vilnius | riga | tallinn | minsk | kyiv | kiev | kiew | lviv | odesa | odessa
    kharkiv | chisinau | oslo | bergen | copenhagen | kopenhagen | københavn | reykjavik | nuuk
    gothenburg | malmö | moskau | moskva | st. petersburg | saint petersburg | tbilisi
    yerevan | baku | almaty | astana | tashkent | bishkek | ankara | izmir | tel aviv
    ramallah | gaza | gaza city | gaza strip | amman | damascus | damaskus | riyadh | jeddah
    doha | dubai | abu dhabi | manama | muscat | sanaa | tehran | teheran | kabul | karachi
    lahore | peshawar | mumbai | kolkata | chennai | bengaluru | bangalore | hyderabad
    ahmedabad | pune | lucknow | jaipur | chandigarh | bhopal | patna | kochi | srinagar
    guwahati | dhaka | colombo | kathmandu | yangon | hanoi | ho chi minh city | phnom penh
    vientiane | kuala lumpur | george town | jakarta | manila | taipei | seoul | pyongyang
    osaka | kyoto | hiroshima | guangzhou | shenzhen | wuhan | chengdu | chongqing | tianjin
    nanjing | melbourne | brisbane | perth | adelaide | canberra | hobart | darwin | wellington
    auckland | christchurch | suva | port moresby | cape town | durban | pretoria | nairobi
    kampala | kigali | dar es salaam | addis ababa | khartoum | mogadishu | lagos | abuja
    accra | dakar | abidjan | bamako | ouagadougou | niamey | kinshasa | luanda | harare
    lusaka | maputo | windhoek | gaborone | antananarivo | tunis | algiers | alger | rabat
    casablanca | tripoli | bogota | bogotá | medellín | caracas | quito | guayaquil | lima
    la paz | santa cruz | asuncion | asunción | santiago | santiago de chile | buenos aires
    montevideo | brasilia | brasília | são paulo | salvador | recife | guadalajara | monterrey
    tijuana | ciudad juarez | ciudad de méxico | san salvador | tegucigalpa | managua
    san jose | san josé | panama | panamá | kingston | port-au-prince | santo domingo
    san juan | la habana | davos | the hague | den haag | la haye | la haya | vatican | vatikan
    strassburg | rotterdam | antwerp | antwerpen | gent | utrecht | nato | aboard air force one
    cape canaveral | silicon valley | capitol hill | west bank | camp david | west palm beach
    palm beach | mar-a-lago | москва | санкт-петербург | киев | київ | минск | варшава | берлин
    париж | лондон | вашингтон | брюссель | женева | токио | пекин | אנקרה | северодонецк
    харків | львів | одеса | дніпро
    """
)

SHORT_STATES: Final = _listed(
    """
    ala | ariz | ark | calif | colo | conn | del | fla | ga | ill | ind | kan | ky | la | md
    mass | mich | minn | miss | mo | mont | neb | nev | nh | nj | nm | ny | nc | nd | okla
    ore | pa | ri | sc | sd | tenn | vt | va | wash | wva | wis | wyo
    """
)
"""States as AP style shortens them, without their full stops."""

REGIONS: Final = SHORT_STATES | _listed(
    """
    alaska | hawaii | idaho | iowa | maine | ohio | texas | utah | dc | d c | alta | bc | man
    nb | nfld | nl | ns | ont | pei | que | sask | alabama | arizona | arkansas | california
    colorado | connecticut | delaware | florida | georgia | illinois | indiana | kansas
    kentucky | louisiana | maryland | massachusetts | michigan | minnesota | mississippi
    missouri | montana | nebraska | nevada | new hampshire | new jersey | new mexico | new york
    north carolina | north dakota | oklahoma | oregon | pennsylvania | rhode island
    south carolina | south dakota | tennessee | vermont | virginia | washington | west virginia
    wisconsin | wyoming | england | scotland | wales | northern ireland | ireland | france
    germany | italy | spain | portugal | netherlands | belgium | switzerland | austria | poland
    ukraine | russia | turkey | greece | israel | lebanon | syria | iraq | iran | egypt | libya
    tunisia | algeria | morocco | sudan | south sudan | ethiopia | kenya | uganda | rwanda
    congo | nigeria | ghana | senegal | mali | niger | chad | somalia | south africa | zimbabwe
    zambia | mozambique | afghanistan | pakistan | india | bangladesh | sri lanka | nepal
    myanmar | thailand | vietnam | cambodia | laos | malaysia | indonesia | philippines | china
    taiwan | japan | south korea | north korea | australia | new zealand | canada | mexico
    guatemala | honduras | el salvador | nicaragua | costa rica | panama | cuba | haiti
    dominican republic | jamaica | puerto rico | colombia | venezuela | ecuador | peru
    bolivia | paraguay | chile | argentina | uruguay | brazil | west bank | gaza strip
    ontario | british columbia | alberta | manitoba | saskatchewan | nova scotia
    new brunswick | quebec | cal | tex | ida | united arab emirates | saudi arabia | qatar
    kuwait | jordan | hungary | czech republic | romania | bulgaria | serbia | croatia
    slovenia | slovakia | finland | sweden | norway | denmark | iceland | estonia | latvia
    lithuania | belarus | moldova | armenia | azerbaijan | kazakhstan
    """
)
"""States, provinces and countries as datelines print them, full stops dropped."""

NO_CITY: Final = _listed(
    """
    breaking | update | updated | watch | exclusive | editor's note | note | correction | live
    video | photo | photos | opinion | analysis | review | interview | advertisement | related
    more | new | just in | q | a | q&a | news | sports | read more | fact check | explainer
    podcast | listen | warning | spoiler | spoilers | summary | tl;dr | disclaimer | disclosure
    recap | flashback | poll | quiz | contest | tickets | where | when | what | who | why | how
    cost | info | email | phone | faq | tip | tips | bonus | final | score | first | second
    third | pros | cons | price | rating | verdict | bottom line | the bottom line | step
    part | chapter | introduction | conclusion | caution | important | notice | attention
    wanted | ask | answer | dear abby | dear readers | press release | for immediate release
    sponsored | paid | ad | promo | nfl | nba | mlb | nhl | ncaa | fifa | uefa | nasa | fbi
    cia | eu | un | us | uk | usa | gop | covid | covid-19 | ai | ceo | tv
    """
)
"""Words in capitals before a dash or colon that are no city."""
