"""`split_issue`: the files of a scanned newspaper as an issue with its pages and articles.

Where a METS states the articles, those are taken as they are; where none does, `layout` parts them.
Each item then goes through the one flow, as a page of text whose blocks the structure or the
typography has been used as far as it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs

from newsparse.errors import InputError, quoted
from newsparse.page import Limits
from newsparse.parser import GENERIC, Parser
from newsparse.profiles.profile import Profile
from newsparse.records import Article, Label, PageKind, WarningCode
from newsparse.scans.facts import Facts, issue_facts
from newsparse.scans.files import Loaded, Problem, ScanInput, load_files
from newsparse.scans.layout import Placed, Ref, Separated, separate
from newsparse.scans.mets import Mets, StatedBlock, StatedItem
from newsparse.scans.model import ScanPage
from newsparse.scans.records import (
    Issue,
    IssueItem,
    IssuePage,
    IssueWarning,
    ItemKind,
    Part,
)
from newsparse.scans.text import Place, confidence, scan_text, traced

_KINDS: Final[dict[str, ItemKind]] = {
    "article": ItemKind.ARTICLE,
    "advertisement": ItemKind.ADVERTISEMENT,
    "ad": ItemKind.ADVERTISEMENT,
    "title_section": ItemKind.MASTHEAD,
    "titlesection": ItemKind.MASTHEAD,
    "masthead": ItemKind.MASTHEAD,
    "section": ItemKind.SECTION,
    "heading": ItemKind.SECTION,
    "publishing_stmt": ItemKind.FURNITURE,
    "furniture": ItemKind.FURNITURE,
    "illustration": ItemKind.PICTURE,
    "image": ItemKind.PICTURE,
    "picture": ItemKind.PICTURE,
}
"""Kinds of item by what a METS or the layout calls them; any other is an article with text of its
own."""
_MOST_MENTIONS: Final = 10
"""How often, on average, a METS may name each region; what goes beyond is not followed."""
_METS: Final = "METS"
_LAYOUT: Final = "layout"


def split_issue(
    files: ScanInput | Iterable[ScanInput],
    *,
    parser: Parser | None = None,
    profile: Profile | str | None = GENERIC,
    limits: Limits | None = None,
    structure: bool = True,
) -> Issue:
    """The issue that some files of OCR hold: ALTO, PAGE XML, hOCR, FineReader XML, or a METS
    package of them.

    `files` is a path, the bytes of a file, or several; a folder stands for the OCR in it, a METS
    for the pages it names. Pages come in the order of the METS, else in that of the files' names.
    With `structure=False` the articles that a METS states are not used, and the layout parts them.
    Nothing is fetched, and no image is read.

    Every region of every page is in one item: an article, or one of `others`. Offsets of an item's
    records count in its `text`; `newsparse.locate(item, source)` gives text and coordinates.

    Raises `InputError` where no page could be read; a file that cannot be read beside others is a
    warning.

    >>> page = b'''<alto><Layout><Page ID="P1" WIDTH="900" HEIGHT="1200"><PrintSpace>
    ... <TextBlock ID="B1"><TextLine HPOS="40" VPOS="90" WIDTH="300" HEIGHT="40">
    ... <String CONTENT="RAIN" HPOS="40" VPOS="90" WIDTH="140" HEIGHT="40" WC="0.9"/>
    ... <String CONTENT="FALLS" HPOS="200" VPOS="90" WIDTH="140" HEIGHT="40" WC="0.7"/>
    ... </TextLine></TextBlock>
    ... <TextBlock ID="B2"><TextLine HPOS="40" VPOS="150" WIDTH="300" HEIGHT="20">
    ... <String CONTENT="It" HPOS="40" VPOS="150" WIDTH="20" HEIGHT="20"/>
    ... <String CONTENT="rained." HPOS="70" VPOS="150" WIDTH="80" HEIGHT="20"/>
    ... </TextLine></TextBlock>
    ... </PrintSpace></Page></Layout></alto>'''
    >>> story = split_issue(page).articles[0]
    >>> story.article.headline.text, story.article.headline.source.where
    ('RAIN FALLS', '1#xywh=40,90,300,40')
    """
    parser = parser or Parser()
    if not isinstance(parser, Parser):
        raise InputError(f"parser is a Parser, not {quoted(parser)}")
    sketch = sketch_issue(files, limits or parser.limits, structure=structure)
    read = [sketch.read(item, parser, profile) for item in sketch.items]
    facts, loaded = sketch.facts, sketch.loaded
    return Issue(
        title=facts.title,
        number=facts.number,
        date=facts.date,
        language=facts.language or None,
        masthead=facts.masthead,
        pages=tuple(map(_page, loaded.pages)),
        articles=tuple(item for item in read if item.kind is ItemKind.ARTICLE),
        others=tuple(item for item in read if item.kind is not ItemKind.ARTICLE),
        by=sketch.by,
        statements=facts.statements,
        warnings=tuple(
            IssueWarning(problem.message, problem.file or None) for problem in loaded.problems
        ),
    )


def _page(page: ScanPage) -> IssuePage:
    return IssuePage(
        page.number,
        page.label or None,
        page.width,
        page.height,
        page.image or None,
        page.file or None,
    )


@attrs.frozen(eq=False)
class Sketch:
    """An issue parted into items that the flow has not read yet."""

    loaded: Loaded
    items: tuple[Item, ...]
    facts: Facts
    by: str
    limits: Limits

    def read(self, item: Item, parser: Parser, profile: Profile | str | None) -> IssueItem:
        """One of its items, read by the flow."""
        return _read(item, self.loaded.pages, self.facts, parser, profile, self.limits)


def sketch_issue(
    files: ScanInput | Iterable[ScanInput], limits: Limits, *, structure: bool = True
) -> Sketch:
    """The items of an issue before the flow reads them. Arguments as for `split_issue`."""
    loaded = load_files(files, limits)
    mets = loaded.structure.mets if loaded.structure is not None else None
    if mets is not None and structure and mets.items:
        items, by = tuple(_stated_items(mets, loaded)), _METS
    else:
        items, by = tuple(_laid_out(loaded.pages)), _LAYOUT
    return Sketch(loaded, items, _facts(mets, loaded, items), by, limits)


@attrs.frozen
class Item:
    """An item before the flow has read it."""

    id: str
    kind: ItemKind
    parts: tuple[Placed, ...]
    by: str
    reason: str
    title: str = ""
    section: str = ""
    language: str = ""


def _laid_out(pages: Sequence[ScanPage]) -> list[Item]:
    """The items as the layout parts them; the head of a section is also the section of what follows
    it."""
    found: list[Item] = []
    section = ""
    for at, separated in enumerate(separate(pages), 1):
        kind = _KINDS.get(separated.kind, ItemKind.ARTICLE)
        if kind is ItemKind.SECTION:
            section = " ".join(_text(separated, pages).split())
        found.append(
            Item(
                f"item-{at}",
                kind,
                separated.parts,
                _LAYOUT,
                separated.reason,
                section=section if kind is ItemKind.ARTICLE else "",
            )
        )
    return found


def _text(separated: Separated, pages: Sequence[ScanPage]) -> str:
    return "\n".join(pages[part.ref.page].regions[part.ref.region].text for part in separated.parts)


def _stated_items(mets: Mets, loaded: Loaded) -> list[Item]:
    """The items that a METS states, and the regions that none of them names, page by page."""
    index = _Index(loaded)
    found = [item for stated in mets.items if (item := index.item(stated)) is not None]
    found = _named(found)
    loose = index.unnamed()
    for page, refs in sorted(loose.items()):
        parts = tuple(Placed(ref, Label.FURNITURE, "no item of the METS names it") for ref in refs)
        found.append(
            Item(
                f"page-{page + 1}", ItemKind.FURNITURE, parts, _METS, "no item of the METS names it"
            )
        )
    return found


def _named(items: Sequence[Item]) -> list[Item]:
    """Items with unique ids: the id in the METS, or a number where it has none."""
    seen: set[str] = set()
    found = []
    for at, item in enumerate(items, 1):
        name = item.id if item.id and item.id not in seen else f"item-{at}"
        seen.add(name)
        found.append(attrs.evolve(item, id=name))
    return found


class _Index:
    """The regions of an issue by the ids that a METS points at them with."""

    def __init__(self, loaded: Loaded) -> None:
        self._pages = loaded.pages
        self._known: dict[tuple[str, str], list[Ref]] = {}
        self._by_name: dict[str, list[Ref]] = {}
        self._named: set[Ref] = set()
        self._left = _MOST_MENTIONS * sum(len(page.regions) for page in loaded.pages)
        for at, (page, file) in enumerate(zip(loaded.pages, loaded.file_ids, strict=True)):
            for number, region in enumerate(page.regions):
                ref = Ref(at, number)
                for name in dict.fromkeys(("", page.id, region.group, region.id)):
                    refs = self._known.setdefault((file, name), [])
                    refs.append(ref)
                    self._by_name.setdefault(name, refs)

    def item(self, stated: StatedItem) -> Item | None:
        """An item with the regions that its blocks lead to; None where they lead to no text."""
        parts: list[Placed] = []
        for block in stated.blocks:
            for ref in self._refs(block):
                label = block.label
                parts.append(Placed(ref, label, f"{block.kind or 'block'} {block.id}".strip()))
                self._named.add(ref)
        if not parts:
            return None
        return Item(
            stated.id,
            _KINDS.get(stated.kind, ItemKind.ARTICLE),
            tuple(parts),
            _METS,
            f"the METS states {_article_of(stated.kind)}",
            stated.title,
            stated.section,
            stated.language,
        )

    def _refs(self, block: StatedBlock) -> list[Ref]:
        found = self._known.get((block.file, block.id))
        if found is None and block.id:
            found = self._by_name.get(block.id)
        refs = (found or [])[: self._left]
        self._left -= len(refs)
        return refs

    def unnamed(self) -> dict[int, list[Ref]]:
        """The regions that no item names, by page."""
        found: dict[int, list[Ref]] = {}
        for at, page in enumerate(self._pages):
            for number in range(len(page.regions)):
                if Ref(at, number) not in self._named:
                    found.setdefault(at, []).append(Ref(at, number))
        return found


def _article_of(kind: str) -> str:
    kind = kind.replace("_", " ") or "item"
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _facts(mets: Mets | None, loaded: Loaded, items: Sequence[Item]) -> Facts:
    """The facts of the issue that some items make up."""
    file = loaded.structure.name if loaded.structure is not None else ""
    plate, heads = (
        [
            (loaded.pages[part.ref.page], loaded.pages[part.ref.page].regions[part.ref.region])
            for item in items
            if item.kind is kind
            for part in item.parts
        ]
        for kind in (ItemKind.MASTHEAD, ItemKind.FURNITURE)
    )
    return issue_facts(mets, file, loaded.pages, plate, heads)


def _read(
    item: Item,
    pages: Sequence[ScanPage],
    facts: Facts,
    parser: Parser,
    profile: Profile | str | None,
    limits: Limits,
) -> IssueItem:
    """An item, read by the flow."""
    language = item.language or facts.language
    text = scan_text(item.parts, pages, by=item.by, language=language)
    article = Article()
    segments: tuple[Any, ...] = ()
    if item.kind is ItemKind.ARTICLE:
        examined = parser.examine_page(text.page, profile=profile, limits=limits)
        article = _dated(traced(examined.article, text), item, facts)
        segments = traced(examined.segments, text)
    numbers = sorted({pages[part.ref.page].number for part in item.parts})
    return IssueItem(
        id=item.id,
        kind=item.kind,
        title=item.title or (article.headline.text if article.headline is not None else None),
        section=item.section or None,
        pages=tuple(numbers),
        article=article if item.kind is ItemKind.ARTICLE else None,
        segments=segments,
        text=text.printed,
        parts=tuple(_part(part, pages) for part in item.parts),
        confidence=confidence(text.words),
        reason=item.reason,
        words=text.words,
    )


def _part(part: Placed, pages: Sequence[ScanPage]) -> Part:
    page = pages[part.ref.page]
    region = page.regions[part.ref.region]
    return Part(region.id, str(Place(page.number, region.box)), part.label, part.reason)


def _dated(article: Article, item: Item, facts: Facts) -> Article:
    """A record with what only the issue knows: the paper, the day, the section, and that a short
    text is an article."""
    changes: dict[str, Any] = {}
    if facts.masthead is not None:
        changes["masthead"] = facts.masthead
    if article.published is None and facts.date is not None:
        changes["published"] = facts.date
        if facts.published is not None:
            changes["evidence"] = (*article.evidence, facts.published)
    if article.section is None and item.section:
        changes["section"] = item.section
    if article.kind is PageKind.OTHER and article.body:
        changes["kind"] = PageKind.ARTICLE
        changes["warnings"] = tuple(
            one for one in article.warnings if one.code is not WarningCode.NOT_AN_ARTICLE
        )
    return attrs.evolve(article, **changes) if changes else article


__all__ = ["Item", "Problem", "Sketch", "sketch_issue", "split_issue"]
