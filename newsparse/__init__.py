"""newsparse: the page of a newspaper article, raw HTML or a plain-text dump, as a typed record.

>>> import newsparse
>>> article = newsparse.parse("<h1>Rain falls</h1><p>It rained on Exampleton all day, the council said.</p>")
>>> article.headline.text
'Rain falls'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsparse.api import locate, parse, register, segment
    from newsparse.archives.split import ExportItem, split_export
    from newsparse.batch.many import parse_many
    from newsparse.errors import (
        BatchError,
        InputError,
        MissingExtraError,
        NewsparseError,
        ProfileError,
        RecordError,
        UnknownFormatError,
        UnknownProfileError,
    )
    from newsparse.explainer.explain import explain
    from newsparse.explainer.issue import explain_issue
    from newsparse.exports.table import export
    from newsparse.extraction import extract
    from newsparse.fields.bylines import parse_byline
    from newsparse.fields.credits import parse_credit
    from newsparse.fields.datelines import parse_dateline
    from newsparse.lexicon.agencies import canonical_agency
    from newsparse.page import Limits
    from newsparse.parser import Parser
    from newsparse.profiles.profile import Profile
    from newsparse.profiles.rules import css, json_ld, line, meta, xpath
    from newsparse.read.decode import decode
    from newsparse.records import (
        Article,
        Author,
        BlockKind,
        BodyBlock,
        Byline,
        Caption,
        Credit,
        Dateline,
        Deck,
        Evidence,
        Headline,
        Kicker,
        Label,
        Link,
        Masthead,
        Note,
        NoteKind,
        Origin,
        PageKind,
        ParseWarning,
        Rejected,
        Segment,
        Source,
        Span,
        WarningCode,
    )
    from newsparse.scans.exports import export_issue
    from newsparse.scans.issue import split_issue
    from newsparse.scans.records import Issue, IssueItem, IssuePage, IssueWarning, ItemKind, Located

__version__ = "0.1.0"

_HOMES = {
    "newsparse.api": "locate parse register segment",
    "newsparse.batch.many": "parse_many",
    "newsparse.fields.credits": "parse_credit",
    "newsparse.fields.datelines": "parse_dateline",
    "newsparse.archives.split": "ExportItem split_export",
    "newsparse.explainer.explain": "explain",
    "newsparse.errors": "BatchError InputError MissingExtraError NewsparseError ProfileError RecordError UnknownFormatError UnknownProfileError",
    "newsparse.exports.table": "export",
    "newsparse.extraction": "extract",
    "newsparse.lexicon.agencies": "canonical_agency",
    "newsparse.fields.bylines": "parse_byline",
    "newsparse.page": "Limits",
    "newsparse.parser": "Parser",
    "newsparse.profiles.profile": "Profile",
    "newsparse.profiles.rules": "css json_ld line meta xpath",
    "newsparse.read.decode": "decode",
    "newsparse.records": (
        "Article Author BlockKind BodyBlock Byline Caption Credit Dateline Deck Evidence Headline Kicker Label Link Masthead "
        "Note NoteKind Origin PageKind ParseWarning Rejected Segment Source Span WarningCode"
    ),
    "newsparse.explainer.issue": "explain_issue",
    "newsparse.scans.exports": "export_issue",
    "newsparse.scans.issue": "split_issue",
    "newsparse.scans.records": "Issue IssueItem IssuePage IssueWarning ItemKind Located",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> Any:
    """Public names load their module on first use, so that importing newsparse is cheap."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'newsparse' has no attribute {name!r}")
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
