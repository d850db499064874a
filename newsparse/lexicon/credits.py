"""The words of picture credits, by language.

Tables only; the forms that use them stand in `newsparse.fields.credits`.
"""

from __future__ import annotations

from typing import Final

LABELS: Final[dict[str, str]] = {
    "en": "photo | photos | photo by | photos by | photo credit | photograph | photographs | photograph by | photographed by | photography | photography by | picture | pictures | picture by | pic | image | images | image by | image credit | image source | images by | credit | credits | credit line | source | sources | illustration | illustration by | illustrations by | illustrated by | graphic | graphic by | graphics | video | video by | screenshot | screengrab | file photo | file | courtesy | courtesy of | courtesy photo | photo courtesy | photo courtesy of | image courtesy of | submitted photo | provided by | photo provided by | handout | via | art by | map | chart | cartoon | getty | supplied | rendering | rendering by | staff photo by | staff photo | contributed photo | photo illustration by | composite | design",
    "de": "foto | fotos | foto von | fotos von | bild | bilder | bild von | bildquelle | quelle | fotograf | fotografin | bildnachweis | bildrechte | fotoquelle | fotonachweis | aufnahme | grafik | grafik von | illustration | illustration von | archivfoto | archivbild | symbolfoto | symbolbild | copyright | karikatur | karte | video | collage | montage | fotomontage | screenshot | © | credit | titelbild | beitragsbild | aufmacherbild | imago-bild | visualisierung | simulation | repro",
    "fr": "photo | photos | photo : | photo de | crédit | crédits | crédit photo | crédits photo | crédit photos | photographie | photographie de | image | illustration | illustration de | source | infographie | dessin | © | vidéo | capture d'écran | photo d'illustration | visuel",
    "es": "foto | fotos | foto de | fotografía | fotografías | fotografía de | imagen | imágenes | imagen de | crédito | créditos | fuente | cortesía | cortesía de | ilustración | ilustración de | infografía | archivo | vídeo | video | captura | gráfico | foto: archivo | foto cortesía",
    "it": "foto | foto di | fotografia | fotografie | immagine | immagini | crediti | credito | credit | fonte | illustrazione | illustrazione di | grafica | video | © | ph | ph. | per gentile concessione",
    "pt": "foto | fotos | foto de | fotografia | imagem | imagens | crédito | créditos | fonte | divulgação | ilustração | reprodução | arte | arquivo | imagem de | vídeo | foto: divulgação | foto: reprodução",
    "ca": "foto | fotos | fotografia | imatge | crèdit | font | il·lustració | autor",
    "nl": "foto | foto's | beeld | fotograaf | bron | illustratie | © | afbeelding | fotografie | grafiek",
    "sv": "foto | bild | illustration | grafik | fotograf | källa | bilder | arkivbild | video",
    "no": "foto | bilde | illustrasjon | grafikk | fotograf | kilde | arkivfoto | skjermdump | illustrasjonsfoto | video",
    "da": "foto | billede | illustration | grafik | fotograf | kilde | arkivfoto | modelfoto | pr-foto",
    "fi": "kuva | kuvat | kuvaaja | kuvitus | lähde | valokuva | grafiikka",
    "is": "mynd | ljósmynd | ljósmynd/ | ljósmyndari | samsett mynd | mbl.is/",
    "pl": "fot | fot. | foto | zdjęcie | zdjęcia | źródło | autor | grafika | ilustracja | archiwum",
    "cs": "foto | foto: | zdroj | autor | ilustrace | snímek | repro | grafika | ilustrační foto | archiv",
    "sk": "foto | zdroj | autor | ilustrácia | snímka | ilustračné foto",
    "hu": "fotó | fotók | kép | forrás | illusztráció | fénykép",
    "ro": "foto | sursă foto | sursa foto | sursa | sursă | credit foto | imagine",
    "hr": "foto | fotografija | izvor | ilustracija | autor",
    "sl": "foto | foto: | fotografija | vir | avtor",
    "sr": "фото | foto | извор | izvor",
    "bg": "снимка | снимки | източник | фото | сн.",
    "el": "φωτογραφία | φωτογραφίες | φωτο | φωτό | πηγή | εικόνα",
    "ru": "фото | фотография | источник | изображение | иллюстрация | снимок | скриншот | коллаж | фото с сайта",
    "uk": "фото | фотографія | джерело | зображення | ілюстрація | світлина | колаж | скріншот",
    "tr": "fotoğraf | fotoğraflar | foto | görsel | kaynak | görüntü",
    "id": "foto | gambar | sumber | ilustrasi | sumber foto | dok | dok.",
    "ms": "foto | gambar | sumber | foto ihsan | picture by | picture",
    "vi": "ảnh | ảnh: | nguồn | hình ảnh",
    "et": "foto | fotod | allikas | pilt",
    "lv": "foto | avots | attēls",
    "lt": "nuotrauka | nuotr. | šaltinis",
    "ja": "写真 | 撮影 | 画像 | 提供 | 写真提供 | 出典 | イラスト | 図 | 写真= | 画像提供 | 写真：",
    "zh": "图 | 圖 | 图片 | 圖片 | 摄影 | 攝影 | 图源 | 来源 | 來源 | 照片 | 资料图 | 制图 | 图片来源 | 圖片來源 | 供图 | 摄",
    "ko": "사진 | 사진= | 사진 제공 | 출처 | 그래픽 | 일러스트 | 이미지 | 제공",
    "ar": "صورة | المصدر | تصوير",
    "he": "צילום | קרדיט | מקור | איור",
    "eu": "argazkia | argazkiak | iturria",
    "gl": "foto | imaxe | fonte",
    "sw": "picha",
    "th": "ภาพ | ที่มา",
}
"""What a credit is introduced by; a colon, blank or nothing may follow."""

ROLES: Final[dict[str, str]] = {
    "en": "file | file photo | handout | pool | pool photo | archive | archives | screengrab | screenshot | via | courtesy | staff | stock | stringer | str | contributor | freelance | supplied | submitted | provided | photo illustration | library | collection | illustration | social media | youtube | twitter | facebook | instagram | x | tiktok | telegram | google maps | google earth | press office | undated | uncredited",
    "de": "archiv | archivbild | symbolbild | symbolfoto | archivfoto | montage | privat | collage | screenshot | repro | illustration | pool | dpa-bildfunk | zentralbild | grafik",
    "fr": "archives | archive | capture d'écran | illustration | dr | d.r.",
    "es": "archivo | cortesía | captura | cedida | redes sociales",
    "it": "archivio | d.r.",
    "pt": "arquivo | divulgação | reprodução | arquivo pessoal",
    "nl": "archief | eigen foto | rr",
    "cs": "archiv | ilustrační",
    "ru": "архив",
    "ja": "資料写真 | ファイル | 代表 | 代表撮影",
    "is": "ljósmynd | skjáskot | aðsend | samsett mynd",
    "sv": "arkiv | privat | montage",
    "no": "arkiv | privat | montasje",
    "da": "arkiv | privat",
    "fi": "arkisto",
    "pl": "archiwum",
}
"""Parts of a credit that are neither a name nor an agency; they are kept in `raw` alone."""

PHRASES: Final[dict[str, str]] = {
    "en": "submitted photo | courtesy photo | file photo | handout photo | contributed photo | stock photo | staff photo | photo illustration | provided photo | undated photo | press photo | archive photo | supplied | supplied photo | photo supplied | handout | screenshot | screengrab | file",
    "de": "archivfoto | symbolfoto | symbolbild | archivbild | privat | foto: privat",
    "fr": "photo d'archives | photo d'illustration | dr | d.r. | capture d'écran",
    "es": "foto de archivo | imagen de archivo | cortesía | foto cedida",
    "no": "arkivfoto | skjermdump | illustrasjonsfoto | privat",
    "sv": "arkivbild | privat",
    "da": "arkivfoto | privatfoto | modelfoto",
    "nl": "archieffoto | eigen foto",
    "it": "foto d'archivio",
    "pt": "divulgação | reprodução | arquivo pessoal",
    "cs": "ilustrační foto | archiv",
    "pl": "zdjęcie ilustracyjne | archiwum",
    "ru": "архивное фото",
}
"""Whole credits that name nobody."""
