"""Captions: the caption and credit pieces that belong together, with their picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final
from urllib.parse import urljoin

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.renditions import is_sign
from newsparse.blocks import Picture
from newsparse.fields.credits import credit_in, split_credit
from newsparse.fields.dates import find_dates
from newsparse.page import Page
from newsparse.records import Caption, Credit, Label, Origin, Source
from newsparse.segmenters.claims import Piece
from newsparse.textual import normalize

_WHOLE: Final = ("https://", "http://")
_BLOCKS_BETWEEN: Final = 3
"""Blocks between a caption and the picture it belongs to."""
_STATED: Final = frozenset(("labelled", "copyright", "agency"))
"""Forms of credits that say in a picture's attributes who took it."""
_SAME_START: Final = 30
"""Letters with which a picture's title and its caption begin alike."""
_LONGEST_STATED: Final = 80
"""Characters of the longest credit behind the stroke that ends a title."""


def captions(context: AssemblyContext) -> tuple[Caption, ...]:
    """The captions of the page in order, each once."""
    found: list[Caption] = []
    seen: dict[str, int] = {}
    pictures = _Pictures(context.page)
    for group in _groups(context):
        caption = _caption(context, group, pictures)
        if caption is None:
            continue
        name = normalize(caption.text) or normalize(caption.credit.raw if caption.credit else "")
        at = seen.get(name)
        if at is None:
            seen[name] = len(found)
            found.append(caption)
        elif found[at].credit is None and caption.credit is not None:
            found[at] = caption
    return tuple(found)


def _groups(context: AssemblyContext) -> Iterable[list[Piece]]:
    """Pieces in groups of one picture: what its frame holds, or a caption and the credit beside
    it."""
    group: list[Piece] = []
    for piece in context.labelled(Label.CAPTION, Label.CREDIT):
        if group and not _together(context, group, piece):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _together(context: AssemblyContext, group: list[Piece], after: Piece) -> bool:
    before = group[-1]
    if before.block == after.block:
        return True
    frames = context.view.scene.frames
    frame = frames.get(before.block)
    if frame is not None and frame == frames.get(after.block):
        return not (
            after.label is Label.CAPTION and any(piece.label is Label.CAPTION for piece in group)
        ) or context.text(before) == context.text(after)
    if any(piece.label is after.label for piece in group) or after.block - before.block > 2:
        return False
    outline = context.page.outline
    one, other = context.block(before).node, context.block(after).node
    near = (
        one == other
        or outline.parent[one] == outline.parent[other]
        or outline.parent[other] == one
        or outline.parent[one] == other
    )
    return near or outline.tag[one] == ""


def _caption(context: AssemblyContext, group: list[Piece], pictures: _Pictures) -> Caption | None:
    texts = [piece for piece in group if piece.label is Label.CAPTION]
    text = " ".join(dict.fromkeys(context.text(piece) for piece in texts)).strip()
    credit = next(
        (
            found
            for piece in group
            if piece.label is Label.CREDIT and (found := _credit(context, piece)) is not None
        ),
        None,
    )
    if not text and credit is None:
        return None
    if credit is None:
        credit = _stated_credit(context, group[0].block, normalize(text))
    raw, source = _whole(context, group)
    return Caption(
        " ".join(text.split()), credit, _date(text), _image(context, group, pictures), raw, source
    )


def _stated_credit(context: AssemblyContext, first: int, caption: str) -> Credit | None:
    """The credit that the attributes of the picture right above a caption state; None where they
    state none."""
    for at, picture in enumerate(context.page.pictures):
        if picture.before != first:
            continue
        for attribute, text, start in (
            ("data-credit", picture.credit, 0),
            ("title", picture.title, _credit_start(picture.title, caption, picture.alt)),
            ("alt", picture.alt, _credit_start(picture.alt, caption)),
        ):
            found = credit_in(text, start) if text and start >= 0 else None
            if found is not None and (found.names or found.agencies):
                where = context.page.locator.picture(at, attribute)
                reason = "stated by the picture's element"
                source = Source(Origin.DOM, None, None, where, (), 0.9, reason)
                return attrs.evolve(found, source=source)
    return None


def _credit_start(text: str, *alike: str) -> int:
    """Where the credit begins in what a picture's attribute says; -1 where it holds none."""
    found = split_credit(text)
    if found is not None and found.form in _STATED:
        return found.start
    start = text.rfind(" | ") + 3
    if start < 3 or len(text) - start > _LONGEST_STATED:
        return -1
    opening = normalize(text)[:_SAME_START]
    return start if any(normalize(one).startswith(opening) for one in alike) else -1


def _whole(context: AssemblyContext, group: list[Piece]) -> tuple[str, Source]:
    blocks = {piece.block for piece in group}
    if len(blocks) == 1:
        block = context.block(group[0])
        start = min(piece.start for piece in group)
        end = max(piece.end for piece in group)
        text = block.text[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        return context.spot(block, start, end, group[0].score, group[0].reason)
    return context.together(group)


def _credit(context: AssemblyContext, piece: Piece) -> Credit | None:
    """The credit that a piece is; a part of what was claimed is read by itself."""
    block = context.block(piece)
    found = piece.value if isinstance(piece.value, Credit) else None
    if found is not None and not _is_inside(piece, found.source):
        found = credit_in(block.text, piece.start, piece.end)
    if found is None:
        return None
    raw, source = context.spot(
        block, found.source.start or 0, found.source.end or 0, piece.score, piece.reason
    )
    return attrs.evolve(found, raw=raw, source=source)


def _is_inside(piece: Piece, source: Source) -> bool:
    return piece.start <= (source.start or 0) and (source.end or 0) <= piece.end


def _date(text: str) -> dt.date | None:
    """The day a caption states, None where it states none or several."""
    days = (
        {
            found.moment.date() if isinstance(found.moment, dt.datetime) else found.moment
            for found in find_dates(text)
        }
        if any(map(str.isdigit, text))
        else set()
    )
    return days.pop() if len(days) == 1 else None


class _Pictures:
    """The first picture before each block, with its address; addresses are read on demand."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._before: dict[int, list[Picture]] = {}
        self._found: dict[int, str] = {}
        for picture in page.pictures:
            self._before.setdefault(picture.before, []).append(picture)

    def address(self, before: int) -> str:
        """The address of the first picture before a block that states one; "" for none."""
        if before not in self._found:
            addresses = map(self._page.locator.picture_address, self._before.get(before, ()))
            shown = (address for address in addresses if address and not is_sign(address))
            self._found[before] = next(shown, "")
        return self._found[before]


def _image(context: AssemblyContext, group: list[Piece], pictures: _Pictures) -> str | None:
    """The address of the nearest picture to the first block of a caption."""
    first = group[0].block
    places = (before for at in range(_BLOCKS_BETWEEN + 1) for before in (first - at, first + at))
    address = next(filter(None, map(pictures.address, places)), "")
    return absolute(context.page.url, address) if address else None


def absolute(base: str | None, address: str) -> str | None:
    """An address of the page as an absolute one; None if it is no address.

    >>> absolute("https://herald.example/a/b.html", "../c.jpg")
    'https://herald.example/c.jpg'
    """
    if address.startswith(_WHOLE) and "[" not in address:
        return address
    try:
        return urljoin(base or "", address)
    except ValueError:
        return None
