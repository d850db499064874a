"""The labels of archive exports: what stands before a value at the head and foot of each document.

LexisNexis and Nexis Uni, ProQuest and NewsBank print a word and a colon; Factiva prints a code of two or three
capitals. `FIELDS` says what a value is; a label that is here and in no field is the archive's own affair.
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
"""Field to its labels, folded."""

_OTHERS: Final = (
    "length | load-date | load date | document-type | publication-type | publication type | document type | subject | subjects | geographic | correction-date | url | copyright | "
    "series | category | organization | ticker | industry | company | person | country | state | city | type | classification | notes | journal code | "
    "first page | last page | page | pages | pg | abstract | place of publication | country of publication | publisher | issn | eissn | "
    "proquest document id | document url | last updated | database | source type | language of publication | publication year | publication info | publication subject | "
    "edition | column | readability | record number | index terms | dateline date | memo | caption | correction | "
    "wc | et | sc | ed | cy | cr | ct | rf | co | in | ns | re | pub | an | ipd | ipc | vol | art | clm"
)
CODES: Final = frozenset(
    "HD BY CR WC PD ET SN SC ED PG LA CY LP TD CT RF CO IN NS RE PUB AN SE IPD IPC VOL ART CLM".split()
)
"""Codes of Factiva, which no colon follows."""

STRONG: Final = frozenset(
    "length|load-date|load date|publication title|publication-type|document-type|proquest document id|document url|record number|readability|full text|issn".split(
        "|"
    )
)
"""Labels that only an archive prints; one of them must be there."""

FIELD_OF: Final[dict[str, str]] = {
    label.strip(): field for field, labels in FIELDS.items() for label in labels.split(" | ")
}
LABELS: Final = frozenset(FIELD_OF) | frozenset(label.strip() for label in _OTHERS.split(" | "))
