"""Issues written whole: JSON, one TEI corpus, one ninjs composite. Each article is written as any
other."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from typing import Final

from lxml import etree

from newsparse.errors import UnknownFormatError, quoted
from newsparse.exports.ninjs import ninjs
from newsparse.exports.tei import tei
from newsparse.scans.records import Issue

_TEI: Final = "http://www.tei-c.org/ns/1.0"
_CONTROL: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))
"""Characters that XML cannot hold."""


def issue_json(issue: Issue) -> str:
    """An issue as one JSON object.

    >>> issue_json(Issue(title="The Herald"))[:22]
    '{"title": "The Herald"'
    """
    return issue.to_json()


def issue_tei(issue: Issue) -> str:
    """An issue as a TEI P5 corpus: a `TEI` for each article, in order.

    >>> "<teiCorpus" in issue_tei(Issue(title="The Herald"))
    True
    """
    root = etree.Element(f"{{{_TEI}}}teiCorpus", nsmap={None: _TEI})
    description = _added(_added(root, "teiHeader"), "fileDesc")
    titles = _added(description, "titleStmt")
    _added(titles, "title", issue.title or "")
    _added(_added(description, "publicationStmt"), "p", "Read from the OCR of a scanned issue.")
    source = _added(_added(description, "sourceDesc"), "bibl")
    _added(source, "title", issue.title or "")
    if issue.number:
        _added(source, "biblScope", issue.number).set("unit", "issue")
    if issue.date is not None:
        _added(source, "date", issue.date.isoformat()).set("when", issue.date.isoformat())
    for item in issue.articles:
        if item.article is not None:
            root.append(etree.fromstring(tei(item.article).encode()))
    text: str = etree.tostring(root, encoding="unicode")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text


def _added(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{_TEI}}}{name}")
    element.text = text.translate(_CONTROL) or None
    return element


def issue_ninjs(issue: Issue) -> str:
    """An issue as one ninjs 2.1 item of type composite, with its articles as associations.

    >>> json.loads(issue_ninjs(Issue(title="The Herald", number="7")))["type"]
    'composite'
    """
    name = "\n".join((issue.title or "", issue.number or "", str(issue.date or "")))
    item = {
        "uri": uuid.uuid5(uuid.NAMESPACE_URL, name).urn,
        "type": "composite",
        "language": issue.language,
        "edition": issue.number,
        "headlines": [{"role": "main", "value": issue.title}] if issue.title else [],
        "associations": [
            {"name": f"article-{at}", **json.loads(ninjs(item.article))}
            for at, item in enumerate(issue.articles, 1)
            if item.article is not None
        ],
    }
    return json.dumps(
        {key: value for key, value in item.items() if value not in (None, "", [])},
        ensure_ascii=False,
    )


WRITERS: Final[dict[str, Callable[[Issue], str]]] = {
    "json": issue_json,
    "tei": issue_tei,
    "ninjs": issue_ninjs,
}
"""The formats that an issue is written in."""


def export_issue(issue: Issue, format: str = "json") -> str:
    """An issue in a format; raises `UnknownFormatError` for a name that is none of `WRITERS`."""
    if format not in WRITERS:
        known = ", ".join(WRITERS)
        raise UnknownFormatError(f"an issue is written as {known}, not {quoted(format)}")
    return WRITERS[format](issue)
