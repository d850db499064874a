"""The labels of archive exports, which stand before the values in the header of each document.

LexisNexis, Nexis Uni, ProQuest and NewsBank print a word and a colon, Factiva a code of two or
three capitals. `FIELDS` maps labels to fields. The values of the other labels matter to the archive
alone.
"""

from __future__ import annotations

from typing import Final

FIELDS: Final[dict[str, str]] = {
    "headline": "headline | title | hd",
    "byline": "byline | author | authors | author/byline | by",
    "date": "publication date | date | pd",
    "section": "section | se",
    "publication": "publication title | publication | source | sn",
    "language": "language | la",
    "caption": "graphic | graphics | photo captions",
    "deck": "highlight | subheadline",
    "dateline": "dateline",
    "body": "body | full text | text | lp | td",
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
    "caption | correction | wc | et | sc | ed | cy | cr | ct | rf | co | in | ns | re | pub | an",
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
