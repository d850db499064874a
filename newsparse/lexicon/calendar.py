"""Months, clock words, zone abbreviations and the labels of date lines, by language.

Month names are what dates on pages are found by; what a found phrase means is decided in
`newsparse.dates`. A name that several languages share stands once for each.
"""

from __future__ import annotations

from typing import Final

MONTHS: Final[dict[str, str]] = {
    "en": "january jan | february feb | march mar | april apr | may | june jun | july jul | august aug | september sept sep | october oct | november nov | december dec",
    "de": "januar jänner jan | februar feber feb | märz mrz mär | april apr | mai | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov | dezember dez",
    "fr": "janvier janv jan | février févr fév fevrier | mars | avril avr | mai | juin | juillet juil | août aout | septembre sept | octobre oct | novembre nov | décembre déc decembre",
    "es": "enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago | septiembre setiembre sept sep | octubre oct | noviembre nov | diciembre dic",
    "it": "gennaio gen | febbraio feb | marzo mar | aprile apr | maggio mag | giugno giu | luglio lug | agosto ago | settembre set sett | ottobre ott | novembre nov | dicembre dic",
    "pt": "janeiro jan | fevereiro fev | março marco mar | abril abr | maio mai | junho jun | julho jul | agosto ago | setembro set | outubro out | novembro nov | dezembro dez",
    "ca": "gener gen | febrer febr | març | abril abr | maig | juny | juliol jul | agost ag | setembre set | octubre oct | novembre nov | desembre des",
    "gl": "xaneiro | febreiro | marzo | abril | maio | xuño | xullo | agosto | setembro | outubro | novembro | decembro",
    "eu": "urtarrila urtarrilaren | otsaila otsailaren | martxoa martxoaren | apirila apirilaren | maiatza maiatzaren | ekaina ekainaren | uztaila uztailaren | abuztua abuztuaren | iraila irailaren | urria urriaren | azaroa azaroaren | abendua abenduaren",
    "nl": "januari jan | februari feb | maart mrt | april apr | mei | juni jun | juli jul | augustus aug | september sep | oktober okt | november nov | december dec",
    "sv": "januari jan | februari feb | mars | april apr | maj | juni jun | juli jul | augusti aug | september sep sept | oktober okt | november nov | december dec",
    "no": "januar jan | februar feb | mars | april apr | mai | juni jun | juli jul | august aug | september sep sept | oktober okt | november nov | desember des",
    "da": "januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul | august aug | september sep sept | oktober okt | november nov | december dec",
    "fi": "tammikuuta tammikuu | helmikuuta helmikuu | maaliskuuta maaliskuu | huhtikuuta huhtikuu | toukokuuta toukokuu | kesäkuuta kesäkuu | heinäkuuta heinäkuu | elokuuta elokuu | syyskuuta syyskuu | lokakuuta lokakuu | marraskuuta marraskuu | joulukuuta joulukuu",
    "is": "janúar jan | febrúar feb | mars | apríl apr | maí | júní jún | júlí júl | ágúst ágú | september sep sept | október okt | nóvember nóv | desember des",
    "et": "jaanuar | veebruar | märts | aprill | mai | juuni | juuli | august | september | oktoober | november | detsember",
    "lv": "janvāris janvārī | februāris februārī | marts martā | aprīlis aprīlī | maijs maijā | jūnijs jūnijā | jūlijs jūlijā | augusts augustā | septembris septembrī | oktobris oktobrī | novembris novembrī | decembris decembrī",
    "lt": "sausio | vasario | kovo | balandžio | gegužės | birželio | liepos | rugpjūčio | rugsėjo | spalio | lapkričio | gruodžio",
    "pl": "stycznia styczeń sty | lutego luty lut | marca marzec | kwietnia kwiecień kwi | maja maj | czerwca czerwiec cze | lipca lipiec lip | sierpnia sierpień sie | września wrzesień wrz | października październik paź | listopada listopad lis | grudnia grudzień gru",
    "cs": "ledna leden | února únor | března březen | dubna duben | května květen | června červen | července červenec | srpna srpen | září | října říjen | listopadu listopad | prosince prosinec",
    "sk": "januára január | februára február | marca marec | apríla apríl | mája máj | júna jún | júla júl | augusta august | septembra september | októbra október | novembra november | decembra december",
    "sl": "januarja januar | februarja februar | marca marec | aprila april | maja maj | junija junij | julija julij | avgusta avgust | septembra september | oktobra oktober | novembra november | decembra december",
    "hr": "siječnja siječanj | veljače veljača | ožujka ožujak | travnja travanj | svibnja svibanj | lipnja lipanj | srpnja srpanj | kolovoza kolovoz | rujna rujan | listopada listopad | studenoga studenog studeni | prosinca prosinac",
    "sr": "januara januar јануара јануар | februara februar фебруара фебруар | marta mart марта март | aprila april априла април | maja maj маја мај | juna jun јуна јун | jula jul јула јул | avgusta avgust августа август | septembra septembar септембра септембар | oktobra oktobar октобра октобар | novembra novembar новембра новембар | decembra decembar децембра децембар",
    "hu": "január jan | február febr | március márc | április ápr | május máj | június jún | július júl | augusztus aug | szeptember szept | október okt | november nov | december dec",
    "ro": "ianuarie ian | februarie feb | martie mar | aprilie apr | mai | iunie iun | iulie iul | august aug | septembrie sept | octombrie oct | noiembrie noi nov | decembrie dec",
    "bg": "януари ян | февруари февр | март | април апр | май | юни | юли | август авг | септември септ | октомври окт | ноември ноем | декември дек",
    "el": "ιανουαρίου ιανουάριος ιαν | φεβρουαρίου φεβρουάριος φεβ | μαρτίου μάρτιος μαρ | απριλίου απρίλιος απρ | μαΐου μάιος μαι | ιουνίου ιούνιος ιουν | ιουλίου ιούλιος ιουλ | αυγούστου αύγουστος αυγ | σεπτεμβρίου σεπτέμβριος σεπ | οκτωβρίου οκτώβριος οκτ | νοεμβρίου νοέμβριος νοε | δεκεμβρίου δεκέμβριος δεκ",
    "ru": "января январь янв | февраля февраль фев | марта март мар | апреля апрель апр | мая май | июня июнь июн | июля июль июл | августа август авг | сентября сентябрь сен сент | октября октябрь окт | ноября ноябрь ноя | декабря декабрь дек",
    "uk": "січня січень січ | лютого лютий лют | березня березень бер | квітня квітень кві | травня травень тра | червня червень чер | липня липень лип | серпня серпень сер | вересня вересень вер | жовтня жовтень жов | листопада листопад лис | грудня грудень гру",
    "tr": "ocak oca | şubat şub | mart mar | nisan nis | mayıs may | haziran haz | temmuz tem | ağustos ağu | eylül eyl | ekim eki | kasım kas | aralık ara",
    "id": "januari jan | februari feb | maret mar | april apr | mei | juni jun | juli jul | agustus agu | september sep | oktober okt | november nov | desember des",
    "ms": "januari jan | februari feb | mac | april apr | mei | jun | julai jul | ogos ogo | september sep | oktober okt | november nov | disember dis",
    "sw": "januari | februari | machi | aprili | mei | juni | julai | agosti | septemba | oktoba | novemba | desemba",
    "af": "januarie | februarie | maart | april | mei | junie | julie | augustus | september | oktober | november | desember",
    "ar": "يناير | فبراير | مارس | أبريل ابريل | مايو | يونيو | يوليو | أغسطس اغسطس | سبتمبر | أكتوبر اكتوبر | نوفمبر | ديسمبر",
    "he": "בינואר ינואר | בפברואר פברואר | במרץ מרץ | באפריל אפריל | במאי מאי | ביוני יוני | ביולי יולי | באוגוסט אוגוסט | בספטמבר ספטמבר | באוקטובר אוקטובר | בנובמבר נובמבר | בדצמבר דצמבר",
    "hi": "जनवरी | फ़रवरी फरवरी | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर सितम्बर | अक्टूबर | नवंबर नवम्बर | दिसंबर दिसम्बर",
}
"""Language to its twelve months, each with its forms; the first is the full one."""

ZONES: Final[dict[str, int]] = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "ist": 330, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120, "eest": 180,
    "msk": 180, "мск": 180, "sast": 120, "cat": 120, "eat": 180, "wat": 60, "gst": 240, "pkt": 300, "wib": 420, "wita": 480, "wit": 540, "sgt": 480, "hkt": 480,
    "myt": 480, "pht": 480, "jst": 540, "kst": 540, "awst": 480, "acst": 570, "aest": 600, "aedt": 660, "acdt": 630, "nzst": 720, "nzdt": 780,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600,
    "ast": -240, "adt": -180, "nst": -210, "ndt": -150, "brt": -180, "art": -180,
}
"""Zone abbreviations to minutes east of Greenwich."""

ZONE_NAMES: Final[dict[str, str]] = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}
"""Zone abbreviations that do not say whether it is summer."""

UPDATED: Final[dict[str, str]] = {
    "en": "updated | last updated | update | modified | last modified | revised | last edited | edited | refreshed",
    "de": "aktualisiert | zuletzt aktualisiert | letzte aktualisierung | update | stand | geändert | zuletzt geändert | letztes update | aktualisierung",
    "fr": "mis à jour | mise à jour | modifié | actualisé | maj | dernière mise à jour",
    "es": "actualizado | actualizada | última actualización | act. | act | modificado | actualización",
    "it": "aggiornato | ultimo aggiornamento | modificato | aggiornata | agg.",
    "pt": "atualizado | atualizada | última atualização | actualizado | modificado",
    "ca": "actualitzat | actualitzada",
    "nl": "bijgewerkt | laatst bijgewerkt | gewijzigd | update | laatste update | laatst gewijzigd",
    "sv": "uppdaterad | senast uppdaterad | uppdaterat | ändrad",
    "no": "oppdatert | sist oppdatert | sist endret | endret",
    "da": "opdateret | sidst opdateret | senest opdateret",
    "fi": "päivitetty | muokattu",
    "is": "uppfært",
    "pl": "aktualizacja | zaktualizowano | ostatnia aktualizacja | akt.",
    "cs": "aktualizováno | aktualizace | upraveno",
    "sk": "aktualizované",
    "hu": "frissítve | frissült | módosítva",
    "ro": "actualizat | actualizare | ultima actualizare",
    "hr": "ažurirano | zadnja izmjena",
    "el": "ενημερώθηκε | τελευταία ενημέρωση | ενημέρωση",
    "ru": "обновлено | обновление | последнее обновление | изменено",
    "uk": "оновлено | останнє оновлення | змінено",
    "tr": "güncelleme | güncellendi | son güncelleme | güncellenme",
    "id": "diperbarui | terakhir diperbarui | update | diupdate",
    "ja": "更新 | 最終更新 | 更新日",
    "zh": "更新 | 更新时间 | 更新於 | 最後更新",
    "ko": "수정 | 업데이트 | 최종수정 | 수정일",
    "ar": "آخر تحديث | تحديث",
    "he": "עודכן | עדכון אחרון",
}

PUBLISHED: Final[dict[str, str]] = {
    "en": "published | posted | first published | originally published | created | date | released | publish date | publication date | issued | added | published on | posted on",
    "de": "veröffentlicht | veröffentlicht am | erschienen | erstellt | publiziert | datum | vom | artikel vom | veröffentlichung | erstveröffentlichung",
    "fr": "publié | publié le | publication | créé | paru | mis en ligne | posté | écrit le",
    "es": "publicado | publicada | fecha | creado | publicación | publicado el",
    "it": "pubblicato | pubblicata | data | pubblicazione | creato",
    "pt": "publicado | publicada | data | criado | publicação | postado",
    "ca": "publicat | publicada",
    "nl": "gepubliceerd | geplaatst | datum | gepubliceerd op",
    "sv": "publicerad | publicerat | publicerades",
    "no": "publisert | lagt ut",
    "da": "publiceret | offentliggjort | udgivet",
    "fi": "julkaistu",
    "is": "birt",
    "pl": "opublikowano | data publikacji | dodano | publikacja",
    "cs": "publikováno | vydáno | vytvořeno",
    "sk": "publikované | zverejnené",
    "hu": "megjelent | közzétéve | létrehozva",
    "ro": "publicat | data publicării | publicat la",
    "hr": "objavljeno",
    "el": "δημοσιεύθηκε | δημοσίευση | δημοσιεύτηκε",
    "ru": "опубликовано | дата публикации | опубликована",
    "uk": "опубліковано | дата публікації",
    "tr": "yayınlanma | yayınlandı | giriş | oluşturulma | yayın tarihi | eklenme",
    "id": "diterbitkan | dipublikasikan | terbit | tayang",
    "ja": "公開 | 掲載 | 公開日 | 配信 | 投稿日",
    "zh": "发布时间 | 发布 | 发表于 | 發佈 | 發布時間",
    "ko": "입력 | 등록 | 기사입력 | 등록일 | 게재 | 승인",
    "ar": "نشر | نشر في | تاريخ النشر",
    "he": "פורסם | תאריך",
}
