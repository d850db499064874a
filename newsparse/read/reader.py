"""`read`: an input as a `Page`; `locate`: the text at a place on a page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, Final

from lxml import etree

from newsparse.archives import headers
from newsparse.blocks import Outline
from newsparse.errors import InputError, quoted
from newsparse.page import NOWHERE, Limits, Media, MediaName, Page
from newsparse.read import core, text, tree
from newsparse.read.binary import binary_page, looks_binary
from newsparse.read.decode import Decoded, PageInput, decoded, load, media_of, utf8
from newsparse.read.head import load_json, read_head
from newsparse.read.state import reading
from newsparse.read.state_forms import FLIGHT, flight_rows, script_values
from newsparse.records import Origin, ParseWarning, Source, Span, WarningCode
from newsparse.textual import squeeze

_URL = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE)
_PATH = re.compile(
    r"^\s*[^\s<>\"|?*][^\r\n<>\"|?*]{0,400}\.(?:html?|txt|gz|warc|json|md|xml|pdf|zip)\s*$",
    re.IGNORECASE,
)
_END_REACH: Final = 4_096
"""Characters at either end of a page that are searched for `html` and `body` tags."""
_LONGEST_MISTAKE: Final = 2_000
"""Characters of a text that may be a URL or a path by mistake."""
_JSON_REACH: Final = 100
"""Characters at either end of a text that are searched for brackets."""
_OPENS = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_CLOSES = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_OPEN_TAG = re.compile(r"</?[A-Za-z!]")


def read(
    page: PageInput,
    *,
    url: str | None = None,
    media: MediaName | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
) -> Page:
    """The page: decoded, split, with its head data. Raises `InputError` for a bad input."""
    limits = limits or Limits()
    data = load(page)
    raw = decoded(data, encoding, limits.size)
    if looks_binary(data, raw):
        return binary_page(data, raw, url)
    kind = _media(media, raw)
    warnings = _warnings(raw, kind)
    if kind is Media.HTML:
        return _read_html(raw, url, limits, warnings)
    return _read_text(raw, url, limits, warnings)


def _media(media: MediaName | None, raw: Decoded) -> Media:
    if media is None:
        return media_of(raw.text)
    try:
        return Media(media)
    except ValueError:
        raise InputError(f'media must be "html" or "text", not {quoted(media)}') from None


def _warnings(raw: Decoded, media: Media) -> tuple[ParseWarning, ...]:
    """The warnings about a decoded input."""
    text = raw.text
    found = [warning for holds, warning in _INPUT_WARNINGS if holds(raw, media)]
    if raw.problem and not raw.binary:
        found.append(ParseWarning(WarningCode.ENCODING, raw.problem))
    if not raw.binary and ("\0" in text if raw.utf8 is None else b"\0" in raw.utf8):
        found.append(
            ParseWarning(
                WarningCode.ENCODING, f"the page holds {text.count(chr(0))} NUL characters"
            )
        )
    return tuple(found)


def _is_short_text(raw: Decoded, media: Media) -> bool:
    return media is Media.TEXT and len(raw.text) < _LONGEST_MISTAKE


_INPUT_WARNINGS: Final[tuple[tuple[Callable[[Decoded, Media], bool], ParseWarning], ...]] = (
    (
        lambda raw, media: raw.binary,
        ParseWarning(WarningCode.BINARY, "the page looks like binary data, not text"),
    ),
    (
        lambda raw, media: raw.cut,
        ParseWarning(WarningCode.SIZE_CAP, "the page is larger than the size cap; it was cut"),
    ),
    (
        lambda raw, media: not raw.ended,
        ParseWarning(
            WarningCode.TRUNCATED,
            "the gzip stream of the page is incomplete; read what could be unpacked",
        ),
    ),
    (
        lambda raw, media: _is_short_text(raw, media) and bool(_URL.match(raw.text)),
        ParseWarning(
            WarningCode.LOOKS_LIKE_URL,
            "the input is a URL; newsparse does not fetch, pass the content of the page",
        ),
    ),
    (
        lambda raw, media: _is_short_text(raw, media) and bool(_PATH.match(raw.text)),
        ParseWarning(
            WarningCode.LOOKS_LIKE_PATH,
            "the input is a path; pass a pathlib.Path to read a file",
        ),
    ),
    (
        lambda raw, media: (
            media is Media.TEXT
            and raw.text[:_JSON_REACH].lstrip()[:1] in ("{", "[")
            and raw.text[-_JSON_REACH:].rstrip()[-1:] in ("}", "]")
        ),
        ParseWarning(WarningCode.LOOKS_LIKE_JSON, "the input looks like JSON, not like a page"),
    ),
    (
        lambda raw, media: media is Media.HTML and _is_cut_off(raw.text),
        ParseWarning(
            WarningCode.TRUNCATED,
            "the page is cut off: it ends inside a tag or before the end of its body",
        ),
    ),
)
"""Tests of a decoded input, each with its warning."""
_EMPTY: Final = ParseWarning(WarningCode.EMPTY, "the page is empty")
_BLOCK_CAP: Final = ParseWarning(
    WarningCode.BLOCK_CAP, "the page has more blocks than the cap; the rest was not read"
)


def _is_cut_off(text: str) -> bool:
    """Whether an HTML page is cut off: it ends inside a tag, or `html` and `body` stay open."""
    tail = text[-_END_REACH:]
    if tail.rfind("<") > tail.rfind(">") and _OPEN_TAG.search(tail, tail.rfind("<")):
        return True
    return (
        bool(_OPENS.search(text[:_END_REACH]))
        and not _CLOSES.search(tail)
        and not _CLOSES.search(text)
    )


def _utf8(raw: Decoded) -> bytes:
    """The text of a page as UTF-8."""
    return raw.utf8 if raw.utf8 is not None else utf8(raw.text)


def _read_html(
    raw: Decoded, url: str | None, limits: Limits, warnings: tuple[ParseWarning, ...]
) -> Page:
    root, problems = tree.build(_utf8(raw), limits.depth)
    if root is None:
        return Page(Media.HTML, "", (), Outline(), NOWHERE, url, warnings=(*warnings, _EMPTY))
    split = core.split(root)
    head = read_head(root, len(split.elements), limits)
    warnings = (*warnings, *problems, *head.warnings)
    blocks = split.blocks
    if len(blocks) > limits.blocks:
        blocks = blocks[: limits.blocks]
        warnings = (*warnings, _BLOCK_CAP)
    if not blocks:
        warnings = (*warnings, _EMPTY)
    return Page(
        media=Media.HTML,
        text="",
        blocks=blocks,
        outline=split.outline,
        locator=tree.TreeLocator(split, head.elements, root, limits),
        url=url,
        head=head.head,
        pictures=tuple(picture for picture in split.pictures if picture.before <= len(blocks)),
        warnings=warnings,
    )


def _read_text(
    raw: Decoded, url: str | None, limits: Limits, warnings: tuple[ParseWarning, ...]
) -> Page:
    blocks, outline = text.split(raw.text)
    if len(blocks) > limits.blocks:
        blocks = blocks[: limits.blocks]
        warnings = (*warnings, _BLOCK_CAP)
    if not blocks:
        warnings = (*warnings, _EMPTY)
    return Page(
        Media.TEXT,
        raw.text,
        blocks,
        outline,
        text.TextLocator(),
        url,
        headers.read_header(blocks, raw.text),
        warnings=warnings,
    )


def locate(page: PageInput, source: Source | Span, *, encoding: str | None = None) -> str:
    """The text that stands at `source` on `page`.

    Text pages: the slice. HTML: the text of the element at `where` with white space folded, or the
    value of the attribute. JSON: the value at the pointer, without markup if it is app state. A
    part of the URL is `where` itself. Raises `InputError` if the page has no such place.

    >>> locate("<p>By <b>Ada Lin</b></p>", Source(Origin.DOM, where="/html/body/p/b"))
    'Ada Lin'
    """
    return Lookup(page, encoding).text(source)


class Lookup:
    """A page in which several places are looked up; it is parsed once."""

    def __init__(self, page: PageInput, encoding: str | None = None) -> None:
        self._page = decoded(load(page), encoding)
        self._raw = self._page.text

    @cached_property
    def _root(self) -> etree._Element | None:
        return tree.build(_utf8(self._page), Limits().depth)[0]

    @cached_property
    def _json(self) -> dict[str, list[Any]]:
        return {}

    def text(self, source: Source | Span) -> str:
        """The text at a place: see `locate`."""
        if not isinstance(source, (Source, Span)):
            raise InputError(f"a place must be a Source or a Span, not {quoted(source)}")
        where = source.where
        if isinstance(source, Source) and source.origin is Origin.URL:
            return where or ""
        if where is not None:
            found = self._at(where)
            return (
                reading(found)
                if isinstance(source, Source) and source.origin is Origin.APP_STATE
                else found
            )
        if (
            source.start is None
            or source.end is None
            or not 0 <= source.start <= source.end <= len(self._raw)
        ):
            raise InputError(f"the page has nothing at {quoted(source)}")
        return self._raw[source.start : source.end]

    def element(self, path: str) -> Any:
        """The element at an XPath, or the text of the attribute."""
        try:
            found = self._root.xpath(path) if self._root is not None else []
        except (etree.XPathError, ValueError):  # lxml raises ValueError for control characters
            raise InputError(f"{quoted(path)} is not an XPath") from None
        if not isinstance(found, list) or not found:
            raise InputError(f"the page has nothing at {quoted(path)}")
        return found[0]

    def _at(self, where: str) -> str:
        """The text at an XPath, or at a JSON pointer in the script at an XPath."""
        path, pointed, pointer = where.partition("#")
        if pointed:
            return _pointed(self._value(path, pointer.partition("/")[0]), pointer)
        found = self.element(path)
        return squeeze(found) if isinstance(found, str) else tree.text_of(found)

    def _value(self, path: str, number: str) -> Any:
        """The value of a script that a pointer begins in: the first, or the one of a number."""
        if number == FLIGHT:
            return self._flight
        values = self._script(path)
        if not number.isdecimal():
            return values[0]
        if int(number) >= len(values):
            raise InputError(f"the page has no value {number} at {quoted(path)}")
        return values[int(number)]

    @cached_property
    def _flight(self) -> dict[str, Any]:
        """The rows of the page's flight data."""
        return flight_rows(self._root)[1] if self._root is not None else {}

    def _script(self, path: str) -> list[Any]:
        if path not in self._json:
            try:
                self._json[path] = _values("".join(self.element(path).itertext()))
            except (ValueError, RecursionError, AttributeError):
                raise InputError(f"the page has no JSON at {quoted(path)}") from None
        return self._json[path]


def _values(text: str) -> list[Any]:
    """The JSON values that a script holds or assigns."""
    try:
        return [load_json(text)]
    except ValueError:
        return script_values(text)


def _pointed(value: Any, pointer: str) -> str:
    """The value at a JSON pointer (RFC 6901), as text."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        try:
            value = value[int(step)] if isinstance(value, list) else value[step]
        except (KeyError, IndexError, ValueError, TypeError):
            raise InputError(f"the page's JSON has nothing at {quoted(pointer)}") from None
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
