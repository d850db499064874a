"""The words of bylines, by language: by-words, joiners, roles and desks.

Tables only; how they are used stands in `newsparse.fields.bylines`.
"""

from __future__ import annotations

from typing import Final

BY_WORDS: Final[dict[str, str]] = {
    "en": "by | byby | written by | story by | text by | words by | reported by | report by | posted by | published by | added by | uploaded by | created by | updated by | produced by | as told to | authored by | article by | analysis by | review by | opinion by | interview by | submitted by | contributed by | column by | compiled by | by: | author | author: | author of the article: | authors: | writer: | byline: | reporter: | reporter | story: | words: | text:",
    "de": "von | autor | autor: | autorin | autorin: | autoren: | text: | text von | verfasst von | rezept von | eingestellt von | gepostet von | geschrieben von | publiziert von | erstellt von | blog beitrag von | beitrag von | artikel von | veröffentlicht von | kolumne von | kommentar von | analyse von | gastbeitrag von | essay von | porträt von | ein text von | ein beitrag von | ein kommentar von | eine analyse von | ein gastbeitrag von | eine kolumne von | ein interview von | eine reportage von | bericht: | bericht von | mit material von | mit informationen von | kommentar von | interview: | interview von | aus | redaktion:",
    "fr": "par | de | texte : | texte de | auteur : | auteur | rédigé par | publié par | écrit par | propos recueillis par | par :",
    "es": "por | de | texto: | texto de | autor: | autor | autora: | escrito por | redactado por | publicado por | por: | redacción: | informa",
    "it": "di | da | a cura di | scritto da | articolo di | autore: | testo di | pubblicato da | intervista di | redazione:",
    "pt": "por | de | texto: | escrito por | publicado por | autor: | por: | reportagem de | da redação | redação:",
    "ca": "per | text: | autor: | de",
    "nl": "door | van | auteur: | auteur | tekst: | geschreven door | tekst",
    "sv": "av | text: | text | skribent: | skriven av | reporter:",
    "no": "av | tekst: | tekst | skrevet av | journalist: | journalist | av:",
    "da": "af | tekst: | tekst | skrevet af | journalist: | journalist | af:",
    "fi": "teksti: | teksti | kirjoittaja: | kirjoittanut | toimittaja: | toimittaja",
    "is": "eftir | texti: | höfundur:",
    "pl": "autor: | autor | autorka: | tekst: | oprac. | opracował | opracowała | opracowanie: | przez | rozmawiał | rozmawiała | napisał",
    "cs": "autor: | autor | autorka: | napsal | napsala | text: | připravil | připravila",
    "sk": "autor: | autor | napísal | napísala",
    "hu": "szerző: | szerző | írta: | írta",
    "ro": "de | autor: | autor | scris de | publicat de",
    "hr": "piše: | piše | autor: | autor | napisao | napisala",
    "sr": "пише: | пише | аутор: | piše:",
    "sl": "piše: | avtor: | avtor",
    "bg": "автор: | автор | от",
    "el": "του | της | από | γράφει ο | γράφει η | συντάκτης: | κείμενο:",
    "ru": "автор: | автор | авторы: | текст: | текст | подготовил | подготовила | корреспондент: | фото и текст:",
    "uk": "автор: | автор | автори: | текст: | підготував | підготувала | журналіст:",
    "tr": "yazan: | yazan | haber: | haber | muhabir: | yazar: | röportaj:",
    "id": "oleh | oleh: | penulis: | penulis | reporter: | reporter | pewarta: | pewarta | editor:",
    "ms": "oleh | oleh: | penulis:",
    "vi": "tác giả: | theo: | bởi",
    "ja": "投稿者： | 投稿者 | 文・ | 文＝ | 文／ | 取材・文 | 執筆： | 執筆 | 著者： | 文： | 取材・文： | 記者：",
    "zh": "责编： | 责编: | 责任编辑: | 文字： | 编辑： | 记者： | 記者： | 撰稿： | 作者： | 作者: | 作者 | 记者 | 記者 | 文／ | 文/ | 文： | 撰文： | 本报记者 | 采写： | 本報記者 | 责任编辑：",
    "ko": "글 | 글: | 글·사진 | 기자: | 작성자:",
    "ar": "بقلم | بقلم: | كتب | كتبت | بواسطة",
    "he": "מאת | מאת: | מאת:",
    "fa": "نویسنده: | نویسنده | نوشته",
    "hi": "द्वारा | लेखक:",
    "sw": "na | na: | mwandishi:",
    "zu": "ngu | ngu:",
}
"""Words that open a byline, parted by ` | `; the ones that end in a colon are safe anywhere."""

TEAM_ENDS: Final = frozenset(
    "team staff desk newsroom bureau redaktion redacción redaccion redazione redactie redaktionen toimitus editors editorial newsdesk reporters writers contributors crew".split()
)
"""Last words of a house's own people, named together ("Example Lifestyle Desk")."""

NEVER_TEAM: Final = frozenset(
    "meet our your join about contact follow the by from all more subscribe view ask".split()
) - frozenset(("the",))
"""Words that make a call of what ends as a team's name does."""

JOINERS: Final[dict[str, str]] = {
    "en": "and | with | And | AND | With | WITH",
    "de": "und | mit | Und | UND",
    "fr": "et | avec | ET",
    "es": "y | e | con",
    "it": "e",
    "pt": "e",
    "ca": "i",
    "nl": "en",
    "sv": "och | OCH",
    "no": "og",
    "da": "og",
    "fi": "ja",
    "is": "og",
    "pl": "i | oraz",
    "cs": "a",
    "sk": "a",
    "hu": "és",
    "ro": "și | şi",
    "hr": "i",
    "el": "και",
    "ru": "и",
    "uk": "та | і | й",
    "bg": "и",
    "tr": "ve",
    "id": "dan",
    "sw": "na",
    "af": "en",
    "et": "ja",
    "lv": "un",
    "lt": "ir",
    "sl": "in",
}
"""Words between two authors."""

ROLES: Final[dict[str, str]] = {
    "en": "writer | reporter | editor | correspondent | columnist | journalist | contributor | producer | photographer | columnists | reporters | writers | editors | correspondents | critic | analyst | anchor | blogger | fellow | intern | freelancer | author | presenter | publisher | director | professor | lecturer | economist | researcher | scientist | specialist | strategist | manager | founder | co-founder | president | ceo | host | reviewer | cartoonist | illustrator | videographer | meteorologist | historian | lawyer | attorney | physician | nutritionist | dietitian | expert | consultant | partner | creator | curator | editor-in-chief | newswriter | copywriter | experts | gardener | winemaker | grader | dietician | therapist | psychologist | psychiatrist | coach | trainer | advisor | adviser | planner | agent | broker | realtor | engineer | developer | designer | architect | sommelier | veterinarian | nurse | doctor | surgeon | pharmacist | teacher | instructor | educator | student | officer | coordinator | administrator | owner | member | chair | chairman | chairwoman | chairperson | secretary | spokesperson | spokesman | spokeswoman | cto | cfo | coo | cmo | vp | evp | svp | ambassador | minister | senator | pastor | farmer | activist | advocate | scholar | veteran | enthusiast | ninja | evangelist | translator | interpreter | commentator | broadcaster | podcaster | vlogger | essayist | novelist | poet | playwright | filmmaker | biographer | moderator | tester | accountant | banker | investor | trader | technician | mechanic | electrician | plumber | stylist | artist | musician | composer | dj | biologist | chemist | physicist | ecologist | geologist | astronomer | philosopher | sociologist | anthropologist | archaeologist | linguist | statistician | mathematician | programmer | hygienist | dermatologist | pediatrician | cardiologist | oncologist | neurologist | physiotherapist | chiropractor | counselor | counsellor | mediator | judge | commissioner | superintendent | sheriff | trustee | candidate | representative | liaison | marketer | recruiter | buyer | seller | retailer | jeweler | brewer | baker | bartender | barista | traveler | traveller | photojournalist | cinematographer | animator | cartographer | librarian | archivist | genealogist",
    "de": "redakteur | redakteurin | reporter | reporterin | korrespondent | korrespondentin | autor | autorin | journalist | journalistin | volontär | volontärin | chefredakteur | chefredakteurin | ressortleiter | ressortleiterin | leiter | leiterin | chefreporter | chefreporterin | chefkorrespondent | chefkorrespondentin | politikkorrespondent | auslandskorrespondent | auslandskorrespondentin | parlamentskorrespondent | wirtschaftskorrespondent | kolumnist | kolumnistin | mitarbeiter | mitarbeiterin | politikredakteur | politikredakteurin | wirtschaftsredakteur | wirtschaftsredakteurin | sportredakteur | sportredakteurin | onlineredakteur | onlineredakteurin | online-redakteur | online-redakteurin | lokalredakteur | lokalredakteurin | kulturredakteur | kulturredakteurin | redaktionsleiter | redaktionsleiterin | content-manager | experte | expertin | fotograf | fotografin | hospitant | hospitantin | praktikant | praktikantin | gastautor | gastautorin | kommentator | geschäftsführer | geschäftsführerin | pressesprecher | pressesprecherin | sprecher | sprecherin | professor | professorin | chefin | vorsitzender | vorsitzende | experten | ingenieur | ärztin | arzt | anwalt | anwältin | wissenschaftler | wissenschaftlerin | stadtrat | bürgermeister | bürgermeisterin | onlinereporter | sportchef | politikchef | blogger | bloggerin",
    "fr": "journaliste | rédacteur | rédactrice | correspondant | correspondante | envoyé | envoyée | chroniqueur | chroniqueuse | reporter | éditorialiste | pigiste | chef | adjoint | adjointe | critique | photographe | stagiaire | professeur | professeure | directeur | directrice | chercheur | chercheuse | économiste | historien | historienne | philosophe | sociologue | politologue | écrivain | avocat | avocate",
    "es": "periodista | redactor | redactora | corresponsal | enviado | enviada | columnista | reportero | reportera | colaborador | colaboradora | editor | editora | director | directora | subdirector | subdirectora | jefe | jefa | delegado | delegada | fotógrafo | analista | crítico | profesor | profesora | economista | escritor | escritora | abogado | abogada | investigador | investigadora | politólogo | politóloga",
    "it": "giornalista | redattore | redattrice | corrispondente | inviato | inviata | editorialista | collaboratore | direttore | direttrice | caporedattore | cronista | reporter",
    "pt": "jornalista | repórter | redator | redatora | correspondente | colunista | editor | editora | colaborador | enviado | enviada | colaboração",
    "nl": "verslaggever | redacteur | journalist | correspondent | columnist | medewerker | hoofdredacteur | verslaggeefster | redactrice | verslaggevers | hoogleraar | onderzoeker",
    "sv": "reporter | redaktör | journalist | korrespondent | krönikör | skribent | frilansjournalist | ledarskribent",
    "no": "journalist | redaktør | reporter | korrespondent | kommentator | spaltist | frilansjournalist | nyhetsleder | utenriksreporter",
    "da": "journalist | redaktør | reporter | korrespondent | kommentator | skribent | klummeskribent",
    "fi": "toimittaja | kirjeenvaihtaja | kolumnisti | päätoimittaja | avustaja",
    "pl": "dziennikarz | dziennikarka | redaktor | redaktorka | korespondent | korespondentka | publicysta | publicystka | reporter | reporterka",
    "cs": "redaktor | redaktorka | reportér | reportérka | novinář | novinářka | komentátor | komentátorka | zpravodaj | zpravodajka | editor | editorka",
    "hu": "újságíró | szerkesztő | tudósító | főszerkesztő",
    "ro": "redactor | jurnalist | reporter | corespondent | editor",
    "ru": "корреспондент | журналист | журналистка | редактор | обозреватель | колумнист | автор | спецкор",
    "uk": "кореспондент | кореспондентка | журналіст | журналістка | редактор | редакторка | оглядач | оглядачка | колумніст",
    "tr": "muhabir | muhabiri | editör | editörü | yazar | yazarı | gazeteci | muhabirler",
    "id": "wartawan | reporter | penulis | editor | kontributor | jurnalis",
    "ja": "記者 | 編集委員 | 論説委員 | 特派員 | 編集部 | ライター | 編集者 | 支局長 | 通信員",
    "zh": "记者 | 記者 | 通讯员 | 编辑 | 特派员 | 特約記者 | 实习生",
    "ko": "기자 | 특파원 | 논설위원 | 선임기자 | 인턴기자 | 에디터 | 통신원",
    "el": "δημοσιογράφος | ανταποκριτής | αρθρογράφος | συντάκτης",
    "is": "blaðamaður | fréttamaður | ritstjóri",
}
"""Nouns of which a role or title has at least one."""

ROLE_ADJECTIVES: Final = (
    "staff | chief | head | bureau | special | guest | senior | associate | contributing | managing | investigative | political | multimedia | digital | web | content | news | sports | business | features | health | education | national | foreign | city | social | lifestyle | crime | courts | entertainment | environment | technology | assistant | deputy | freelance | executive | lead | principal | general | local | regional | international | chief- | co | op-ed | life | arts | culture | science | data | travel | food"
    " | the | of | and | for | at | & | de | la | der | für | des | du"
)
"""Words that go with a role's noun; two of them alone make a role too ("Chief Political")."""

DESKS: Final[dict[str, dict[str, str]]] = {
    "staff": {
        "en": "staff reports | staff report | staff writer | staff writers | staff reporter | staff reporters | staff | news staff | our correspondent | our staff reporter | our reporter | our reporters | staff correspondent | our own correspondent | editorial board | the editorial board | editorial | editorial team | editorial staff | news desk | newsdesk | news team | newsroom | web desk | web team | online desk | sports desk | sports staff | city desk | national desk | business desk | digital team | digital desk | the editors | the staff | special correspondent | admin | editor | correspondent | reporter | online team | news service",
        "de": "redaktion | die redaktion | onlineredaktion | online-redaktion | sportredaktion | lokalredaktion | wirtschaftsredaktion | politikredaktion | nachrichtenredaktion | zentralredaktion | newsdesk | newsteam | news-team | red | red. | (red) | unserer redaktion | von unserer redaktion | redaktionsteam | eigener bericht | unserem korrespondenten | unserem mitarbeiter",
        "fr": "la rédaction | rédaction | rédaction web | la rédaction web | notre rédaction | la rédaction avec afp | service politique | service sports | service économie",
        "es": "redacción | la redacción | redaccion | agencias | redacción digital | staff | editorial | redactores | agencias/redacción | redacción y agencias",
        "it": "redazione | la redazione | redazione online | redazione web | redazione sportiva | redazione cronaca | redazione economia",
        "pt": "redação | da redação | a redação | redacção | redação digital",
        "nl": "redactie | de redactie | onze redactie | onze correspondent | onze verslaggever | webredactie | een van onze verslaggevers",
        "sv": "redaktionen | red | nyhetsredaktionen",
        "no": "redaksjonen | nyhetsredaksjonen",
        "da": "redaktionen",
        "fi": "toimitus | uutistoimitus",
        "pl": "redakcja | red. | red",
        "cs": "redakce | red | domácí redakce | zahraniční redakce",
        "ru": "редакция",
        "uk": "редакція",
        "tr": "haber merkezi | web servisi",
        "ja": "編集部 | 社会部 | 政治部 | 経済部 | 取材班",
        "ko": "편집부 | 온라인뉴스팀 | 디지털뉴스팀 | 뉴스팀",
        "zh": "本报讯 | 编辑部 | 本報訊",
        "id": "redaksi | tim redaksi",
    },
    "wire": {
        "en": "news agency | wire reports | wire services | news services | news wire services | wire | wire report | agencies | news agencies | staff and wire reports | staff and wire | combined wire services | combined wire reports | combined news services | agency | agency reports | compiled from wire reports | wire service reports | staff and agencies | wires",
        "de": "nachrichtenagentur | nachrichtenagenturen | agenturen | agenturmaterial | agentur | nachrichtenagenturen | mit agenturen | mit agenturmaterial | mit material von agenturen",
        "fr": "agence de presse | agences | avec agences | les agences | nos services et agences",
        "es": "agencias | agencia | con información de agencias | con agencias | servicios",
        "it": "agenzie",
        "pt": "agências | com agências",
        "nl": "persbureaus | onze redactie en persbureaus",
        "no": "nyhetsbyråer",
        "pl": "agencje",
        "cs": "agentury",
        "ru": "агентства",
        "tr": "ajanslar",
    },
}
"""What stands in a byline in place of a person, by what it means for `Byline.desk`."""

PARTICLES: Final = frozenset(
    "de del della dello dei degli di da do dos das du des d' la le les van von der den ter ten zu zum zur vom am auf und "
    "af av al el v. zur bin ibn ben bint abu y e i san santa st st. mac mc o' ní ó ua ap zur't op te 't in".split()
)
"""Small words inside names."""

SUFFIXES: Final = frozenset("jr jr. sr sr. ii iii iv".split())
"""What belongs to a name though it stands after it."""

CREDENTIALS: Final = frozenset(
    "phd md do mph rn rd rdn ld ldn cpa cfp esq mba msw lcsw lmft lpc psyd jd ma ms msc bsc ba bs dvm vmd dds dmd pt dpt np aprn fnp pharmd cscs "
    "cissp pe aia faia faap facp mbbs frcs frcp facog edd mfa llm llb cfa ea rph acc pcc cpt lvt cvt vts foma dabom faclm ryt e-ryt dacvb dacvim ccrn".split()
)
"""Degrees and memberships after a name, full stops dropped; they are no part of it."""

INITIAL_PAIRS: Final = frozenset(
    "AJ CJ DJ EJ JB JC JD JJ JK JP JR JT KC KJ LJ MJ PJ RJ TJ TK BJ CD CW DW EB GK HG JM RC RW TS WB".split()
)
"""Pairs of initials that stand for a first name."""

ARTICLES: Final = frozenset(
    "the a an der die das los las les le el il lo gli den det de das os".split()
) - frozenset(("de", "le", "el", "lo"))
"""Words no name begins with."""

HOUSE_ENDS: Final = frozenset(
    "times post herald tribune gazette chronicle news press newspaper magazine media online zeitung redaktion inc inc. llc ltd gmbh foundation "
    "university institute center centre council association committee department ministry agency bureau network group company staff team desk "
    "college school hospital clinic bank corporation corp society museum library church union party club federation services solutions".split()
)
"""Last words of houses, never of persons."""

TITLES: Final = frozenset(
    "dr dr. prof prof. professor mr mr. mrs mrs. ms ms. sir dame lord lady rev rev. father fr fr. sister sr sr. capt. gen. col. "
    "maj. lt. sgt. hon. sen. rep. gov. rabbi pastor bishop imam datuk tan sri dato dato' drs ir ing. mag. dipl.-ing. med. rer. nat. h.c.".split()
)

NEVER: Final = frozenset(
    "share follow following email e-mail the contact about more read comments comment subscribe login sign log register print "
    "facebook twitter instagram linkedin whatsapp youtube tiktok reddit telegram pinterest updated published posted last modified "
    "edited created date time today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february "
    "march july september october november december feb apr jul aug sep sept oct nov dec news home "
    "menu search video photo photos image images gallery advertisement sponsored min mins minute minutes read hour hours ago "
    "aa sharing social anhören hören lesen kürze abspielen listen teilen speichern drucken merken kommentieren 확대보기 小字号 大字号 字号 "
    "view all profile author authors admin administrator user guest anonymous unknown undefined null none n/a section opinion "
    "sport sports politics business world local entertainment lifestyle technology health science travel weather newsletter "
    "copyright reserved rights click here image credit source via bio website www http https com articles posts stories "
    "mehr artikel anzeige teilen montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli "
    "size small medium large text font foto fotos bild quelle source kommentar kommentare key takeaways takeaway frequently asked question questions "
    "final thoughts table contents submit start trial get quote link links guide guides fact checked checker reviewed top best sponsor message disclosure "
    "advertiser our clients marketing agencies agency tools tool research building development planning pricing panel mobile app apps software introduction "
    "conclusion summary overview highlights related recommended trending popular latest breaking live watch listen podcast download free join support donate "
    "입력 수정 등록 댓글 공유 구독 추가 기사 사진 뉴스 시간 좋아요 시민 글자크기 写真 記事 画像 拡大 更新 公開 来源 责任编辑 编辑 作者 "
    "política politica deportes economía economia internacional cultura sociedad opinión actualidad portada mundo nacional politik wirtschaft kultur panorama "
    "politique économie société sports cronaca esteri economia "
    "oktober dezember uhr stand aktualisiert veröffentlicht erstellt publié modifié mis publicado actualizado pubblicato aggiornato".split()
)
"""Words that no name of a person holds."""
