"""newsparse: the page of a newspaper article, raw HTML or a plain-text dump, as a typed record.

>>> import newsparse
>>> page = "<h1>Rain falls</h1><p>It rained on Exampleton all day, the council said.</p>"
>>> article = newsparse.parse(page)
>>> article.headline.text
'Rain falls'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsparse.across.changes import Changes, Rewrite, compare
    from newsparse.across.fingerprint import fingerprint, similarity
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
    from newsparse.joining import join
    from newsparse.knowledge import SiteKnowledge
    from newsparse.known import Known
    from newsparse.learning.site import learn
    from newsparse.lexicon.agencies import agency_id, canonical_agency
    from newsparse.page import Limits
    from newsparse.parser import Parser
    from newsparse.profiles.profile import Profile
    from newsparse.profiles.rules import css, json_ld, line, meta, xpath
    from newsparse.read.decode import decode
    from newsparse.records import (
        Article,
        Author,
        BlockKind,
        BlockRole,
        BodyBlock,
        Byline,
        Caption,
        Comment,
        Confidences,
        Credit,
        Dateline,
        Deck,
        Embed,
        EmbedKind,
        Emphasis,
        EmphasisKind,
        Evidence,
        Group,
        GroupKind,
        Headline,
        Image,
        ImageRole,
        Kicker,
        Label,
        Link,
        Masthead,
        Note,
        NoteKind,
        OptOut,
        OptOutKind,
        Origin,
        PageKind,
        ParseWarning,
        Place,
        Rejected,
        Rendition,
        Rights,
        Segment,
        Source,
        Span,
        StoryPage,
        WarningCode,
        json_schema,
    )
    from newsparse.scans.exports import export_issue
    from newsparse.scans.issue import split_issue
    from newsparse.scans.records import Issue, IssueItem, IssuePage, IssueWarning, ItemKind, Located

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Author",
    "BatchError",
    "BlockKind",
    "BlockRole",
    "BodyBlock",
    "Byline",
    "Caption",
    "Changes",
    "Comment",
    "Confidences",
    "Credit",
    "Dateline",
    "Deck",
    "Embed",
    "EmbedKind",
    "Emphasis",
    "EmphasisKind",
    "Evidence",
    "ExportItem",
    "Group",
    "GroupKind",
    "Headline",
    "Image",
    "ImageRole",
    "InputError",
    "Issue",
    "IssueItem",
    "IssuePage",
    "IssueWarning",
    "ItemKind",
    "Kicker",
    "Known",
    "Label",
    "Limits",
    "Link",
    "Located",
    "Masthead",
    "MissingExtraError",
    "NewsparseError",
    "Note",
    "NoteKind",
    "OptOut",
    "OptOutKind",
    "Origin",
    "PageKind",
    "ParseWarning",
    "Parser",
    "Place",
    "Profile",
    "ProfileError",
    "RecordError",
    "Rejected",
    "Rendition",
    "Rewrite",
    "Rights",
    "Segment",
    "SiteKnowledge",
    "Source",
    "Span",
    "StoryPage",
    "UnknownFormatError",
    "UnknownProfileError",
    "WarningCode",
    "agency_id",
    "canonical_agency",
    "compare",
    "css",
    "decode",
    "explain",
    "explain_issue",
    "export",
    "export_issue",
    "extract",
    "fingerprint",
    "join",
    "json_ld",
    "json_schema",
    "learn",
    "line",
    "locate",
    "meta",
    "parse",
    "parse_byline",
    "parse_credit",
    "parse_dateline",
    "parse_many",
    "register",
    "segment",
    "similarity",
    "split_export",
    "split_issue",
    "xpath",
]

_HOMES = {
    "newsparse.across.changes": "Changes Rewrite compare",
    "newsparse.across.fingerprint": "fingerprint similarity",
    "newsparse.api": "locate parse register segment",
    "newsparse.archives.split": "ExportItem split_export",
    "newsparse.batch.many": "parse_many",
    "newsparse.errors": (
        "BatchError InputError MissingExtraError NewsparseError ProfileError "
        "RecordError UnknownFormatError UnknownProfileError"
    ),
    "newsparse.explainer.explain": "explain",
    "newsparse.exports.table": "export",
    "newsparse.extraction": "extract",
    "newsparse.fields.bylines": "parse_byline",
    "newsparse.fields.credits": "parse_credit",
    "newsparse.fields.datelines": "parse_dateline",
    "newsparse.joining": "join",
    "newsparse.knowledge": "SiteKnowledge",
    "newsparse.learning.site": "learn",
    "newsparse.lexicon.agencies": "agency_id canonical_agency",
    "newsparse.known": "Known",
    "newsparse.page": "Limits",
    "newsparse.parser": "Parser",
    "newsparse.profiles.profile": "Profile",
    "newsparse.profiles.rules": "css json_ld line meta xpath",
    "newsparse.read.decode": "decode",
    "newsparse.records": (
        "Article Author BlockKind BlockRole BodyBlock Byline Caption Comment Confidences Credit "
        "Dateline Deck Embed EmbedKind Emphasis EmphasisKind Evidence Group GroupKind Headline "
        "Image ImageRole Kicker Label Link Masthead Note NoteKind OptOut OptOutKind Origin "
        "PageKind ParseWarning Place Rejected Rendition Rights Segment Source Span StoryPage "
        "WarningCode json_schema"
    ),
    "newsparse.explainer.issue": "explain_issue",
    "newsparse.scans.exports": "export_issue",
    "newsparse.scans.issue": "split_issue",
    "newsparse.scans.records": "Issue IssueItem IssuePage IssueWarning ItemKind Located",
}
"""The public names by the module that defines them."""
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}


if not TYPE_CHECKING:  # or every misspelt name would pass as Any

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
