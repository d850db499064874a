"""The labels of archive exports, which stand before the values in the header of each document.

LexisNexis, Nexis Uni, ProQuest and NewsBank print a word and a colon, Nexis in the language of its
menus, Factiva a code of two or three capitals. `FIELDS` maps labels to fields. The values of the
other labels matter to the archive alone.
"""

from __future__ import annotations

from typing import Final

FIELDS: Final[dict[str, str]] = {
    "headline": "headline | title | hd | titel | titre | título | titolo",
    "byline": (
        "byline | author | authors | author/byline | by | autor | autoren | auteur | auteurs | "
        "autore | forfatter | författare"
    ),
    "date": "publication date | date | pd",
    "time": "et",
    "section": (
        "section | se | rubrik | ressort | rubrique | sectie | rubriek | sektion | seksjon | "
        "avsnitt | sección | sezione | secção | seção"
    ),
    "publication": "publication title | publication | source | sn",
    "language": "language | la | sprache | langue | taal | sprog | språk | idioma | lingua",
    "caption": "graphic | graphics | photo captions | grafik | graphique | afbeelding | gráfico",
    "deck": "highlight | subheadline | encart | hervorhebung",
    "dateline": "dateline | datumszeile | ortsmarke | datumregel | origine",
    "correction": "correction | korrektur | berichtigung | rectificatif | correctie | rettelse",
    "body": (
        "body | full text | text | lp | td | tekst | corps | texte | brødtekst | cuerpo | texto | "
        "testo | haupttext | hoofdtekst"
    ),
}
"""Field to its normalized labels."""

_OTHERS: Final = (
    "length | load-date | load date | document-type | publication-type | publication type",
    "document type | subject | subjects | geographic | correction-date | url | copyright",
    "series | category | organization | ticker | industry | company | person | country | state",
    "city | type | classification | notes | journal code | first page | last page | page | pages",
    "pg | abstract | place of publication | country of publication | publisher | issn | eissn",
    "document url | proquest document id | last updated | database | source type",
    "language of publication | publication year | publication info | publication subject",
    "edition | column | readability | record number | index terms | dateline date | memo",
    "caption | wc | sc | ed | cy | cr | ct | rf | co | in | ns | re | pub | an",
    "länge | longueur | lengte | længde | lengde | längd | longitud | lunghezza | extensão",
    "ladedatum | date de chargement | date-chargement | laaddatum | laad-datum | indlæsningsdato",
    "innlastingsdato | inläsningsdatum | fecha de carga | data di caricamento | update",
    "publikationstyp | dokumenttyp | type de publication | type-publication | type de document",
    "publicatietype | documenttype | publikationstype | dokumenttype | klassifizierung",
    "ausgabe | édition | editie | udgave | zeitungstyp | seite",
    "ipd | ipc | vol | art | clm",
)
"""Labels whose values only the archive needs."""
CODES: Final = frozenset(
    (
        "AN ART BY CLM CO CR CT CY ED ET HD IN IPC IPD LA LP NS PD PG PUB RE RF SC SE SN TD VOL WC"
    ).split()
)
"""Codes of Factiva, which no colon follows."""

STRONG: Final = frozenset(
    (
        "length",
        "länge",
        "longueur",
        "lengte",
        "længde",
        "lengde",
        "längd",
        "longitud",
        "lunghezza",
        "ladedatum",
        "date de chargement",
        "laaddatum",
        "indlæsningsdato",
        "fecha de carga",
        "load-date",
        "load date",
        "publication title",
        "publication-type",
        "document-type",
        "proquest document id",
        "document url",
        "record number",
        "readability",
        "full text",
        "issn",
    )
)
"""Labels that only an archive prints; a header has at least one of them."""

FIELD_OF: Final[dict[str, str]] = {
    label: field for field, labels in FIELDS.items() for label in labels.split(" | ")
}
"""Label to its field."""
LABELS: Final = frozenset((*FIELD_OF, *(label for row in _OTHERS for label in row.split(" | "))))
"""All labels, normalized."""
LANGUAGES: Final = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es",
    "italian": "it", "portuguese": "pt", "dutch": "nl", "swedish": "sv", "norwegian": "no",
    "danish": "da", "finnish": "fi", "polish": "pl", "russian": "ru", "japanese": "ja",
    "chinese": "zh",
}  # fmt: skip
"""Names of languages as archives print them, and their codes."""
