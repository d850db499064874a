"""Portraits of authors: those that the head states, and those printed beside the byline."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.pictures import absolute
from newsparse.assemble.renditions import is_sign
from newsparse.blocks import Picture
from newsparse.lexicon.classwords import bit
from newsparse.read.statements import HeadStatement
from newsparse.records import Image, ImageRole, Label, Origin, Rendition, Source
from newsparse.textual import normalize, squeeze

_AUTHORS: Final = bit("byline", "biography")
_BLOCKS_BETWEEN: Final = 4
"""Blocks between a byline and the portrait of its author."""
_LONGEST_BESIDE_NAME: Final = 40
"""Characters of an alternative text beside the name ("Portrait of Ada Lin")."""
_REASON: Final = "its alternative text names the author"


class Portraits:
    """The portraits of a page by the folded names of the persons they show."""

    def __init__(self, context: AssemblyContext) -> None:
        self._context = context

    def of(self, name: str) -> Image | None:
        """The portrait of an author: the one that the page prints, else the one that it states."""
        wanted = normalize(name)
        if not wanted:
            return None
        return self._printed(name, wanted) or self._stated.get(wanted)

    def _printed(self, name: str, wanted: str) -> Image | None:
        for picture in self._named:
            alt = normalize(picture.alt)
            if wanted in alt and len(alt) - len(wanted) <= _LONGEST_BESIDE_NAME:
                image = self._image(picture)
                if image is not None:
                    return image
        return None

    @cached_property
    def _named(self) -> tuple[Picture, ...]:
        """The pictures with an alternative text that stand at a byline or in a biography."""
        context = self._context
        near = {
            at
            for piece in context.labelled(Label.BYLINE)
            for at in range(piece.block - _BLOCKS_BETWEEN, piece.block + _BLOCKS_BETWEEN + 1)
        }
        within = context.page.outline.within
        return tuple(
            picture
            for picture in context.page.pictures
            if picture.alt
            and (picture.before in near or (picture.node >= 0 and within[picture.node] & _AUTHORS))
        )

    def _image(self, picture: Picture) -> Image | None:
        """A printed portrait as a record."""
        context = self._context
        details = context.page.locator.picture_details(picture)
        if details is None:
            return None
        files = tuple(
            Rendition(address, file.width, file.density)
            for file in details.addresses
            if (address := absolute(context.page.url, file.url))
        )
        if not files or files[0].url.startswith("data:") or is_sign(files[0].url):
            return None
        source = Source(Origin.DOM, where=details.where, reason=_REASON)
        return Image(
            ImageRole.PORTRAIT,
            files,
            squeeze(picture.alt),
            details.width,
            details.height,
            raw=details.raw,
            source=source,
        )

    @cached_property
    def _stated(self) -> dict[str, Image]:
        """The portraits that the JSON-LD of the authors states."""
        statements = self._context.statements
        found: dict[str, Image] = {}
        for statement in statements.item(statements.story, "author"):
            if isinstance(statement.value, Mapping):
                image = _portrait(self._context, statement)
                name = statement.value.get("name")
                if image is not None and isinstance(name, str):
                    found.setdefault(normalize(name), image)
        return found


def _portrait(context: AssemblyContext, person: HeadStatement) -> Image | None:
    """The portrait of a person of JSON-LD: an address, or an object with one."""
    value: Any = person.value.get("image")
    where = f"{person.source.where}/image"
    if isinstance(value, list) and value:
        value, where = value[0], f"{where}/0"
    width = height = None
    if isinstance(value, Mapping):
        width, height = _pixels(value.get("width")), _pixels(value.get("height"))
        key = next((key for key in ("contentUrl", "url", "@id") if _is_text(value.get(key))), None)
        if key is None:
            return None
        value, where = value[key], f"{where}/{key}"
    if not _is_text(value):
        return None
    said = HeadStatement(
        value, attrs.evolve(person.source, where=where, reason=f"{person.source.reason}.image")
    )
    address = absolute(context.page.url, said.text)
    if not address or not address.startswith(("http:", "https:", "/")) or is_sign(address):
        return None
    return Image(
        ImageRole.PORTRAIT,
        (Rendition(address, width),),
        "",
        width,
        height,
        raw=said.raw,
        source=said.source,
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _pixels(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None
