"""What an element says of its date: `time[datetime]`, `abbr[title]`, and the words of its class."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

_DATED: Final = frozenset(("time", "abbr"))
_MACHINE_DATE = re.compile(r"(?<!\s)\s*+\d{4}-\d{2}-\d{2}")
_PUBLISHED = re.compile(r"publi[sc]h|pubdate|created|posted")
_UPDATED = re.compile(r"updat|modif|edited")


def stated_date(element: etree._Element) -> str:
    """The date that an element states for machines; "" where it states none. hAtom, which blogs
    use, has it in the title of an `abbr`."""
    stated: str = element.get("datetime", "")
    if stated or element.tag != "abbr":
        return stated
    title: str = element.get("title", "")
    return title if _MACHINE_DATE.match(title) else ""


def is_update(element: etree._Element) -> bool | None:
    """Whether the words of a dated element call its date an update (True) or a publication (False).

    WordPress gives `published updated` to the date of a post that has not changed: a publication.
    """
    if element.tag not in _DATED:
        return None
    words = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
    if _PUBLISHED.search(words):
        return False
    return True if _UPDATED.search(words) else None
