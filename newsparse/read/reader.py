"""`read`: a caller's page as a `Page`; `locate`: a place on it as its text."""

from __future__ import annotations

import json
import re
from typing import Any

from newsparse.blocks import Outline
from newsparse.errors import InputError, quoted
from newsparse.page import NOWHERE, Limits, Media, Page
from newsparse.read import html, text, tree
from newsparse.read.decode import Decoded, PageInput, decoded, media_of
from newsparse.read.decode import load as load_page
from newsparse.read.head import load_json, read_head
from newsparse.read.state import load_state
from newsparse.records import Origin, ParseWarning, Source, WarningCode
from newsparse.textual import squeeze

_URL = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE)
_PATH = re.compile(r"^\s*(?:[\w.~-]*[/\\])*[\w.~ -]+\.(?:html?|txt|gz|warc|json|md|xml)\s*$", re.IGNORECASE)


def read(
    page: PageInput,
    *,
    url: str | None = None,
    media: str | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
) -> Page:
    """The page, decoded, split and with its head data. Raises `InputError` for what is no page."""
    limits = limits or Limits()
    raw = decoded(load_page(page), encoding, limits.size)
    kind = _media(media, raw)
    warnings = _warnings(raw, kind)
    if kind is Media.HTML:
        return _read_html(raw, url, limits, warnings)
    return _read_text(raw, url, limits, warnings)


def _media(media: str | None, raw: Decoded) -> Media:
    if media is None:
        return media_of(raw.text)
    try:
        return Media(media)
    except ValueError:
        raise InputError(f'media is "html" or "text", not {quoted(media)}') from None


def _warnings(raw: Decoded, media: Media) -> tuple[ParseWarning, ...]:
    found: list[ParseWarning] = []
    text = raw.text
    if raw.binary:
        found.append(ParseWarning(WarningCode.BINARY, "the page looks like binary data, not text"))
    elif raw.lossy and raw.encoding != "str":
        found.append(ParseWarning(WarningCode.ENCODING, f"bytes that are not {raw.encoding} were replaced"))
    if raw.cut:
        found.append(ParseWarning(WarningCode.SIZE_CAP, "the page is larger than the size cap and was cut"))
    if not text.strip():
        found.append(ParseWarning(WarningCode.EMPTY, "the page is empty"))
    elif media is Media.TEXT and len(text) < 2_000:
        if _URL.match(text):
            found.append(ParseWarning(WarningCode.LOOKS_LIKE_URL, "the page is one URL: newsparse does not fetch, hand it the content"))
        elif _PATH.match(text):
            found.append(ParseWarning(WarningCode.LOOKS_LIKE_PATH, "the page is one path: hand over pathlib.Path to read a file"))
    if media is Media.TEXT and text[:1] in "{[" and text.strip()[-1:] in ("}", "]"):
        found.append(ParseWarning(WarningCode.LOOKS_LIKE_JSON, "the page looks like JSON, not like a page"))
    return tuple(found)


def _read_html(raw: Decoded, url: str | None, limits: Limits, warnings: tuple[ParseWarning, ...]) -> Page:
    root, problems = tree.build(raw.text.encode("utf-8", "replace"))
    if root is None:
        return Page(Media.HTML, "", (), Outline(), NOWHERE, url, warnings=warnings)
    split = html.split(root)
    head = read_head(root, len(split.elements), limits)
    return Page(
        media=Media.HTML,
        text="",
        blocks=split.blocks,
        outline=split.outline,
        locator=tree.TreeLocator(split, head.elements, root, limits),
        url=url,
        head=head.head,
        pictures=split.pictures,
        warnings=(*warnings, *problems, *head.warnings),
    )


def _read_text(raw: Decoded, url: str | None, limits: Limits, warnings: tuple[ParseWarning, ...]) -> Page:
    blocks, outline = text.split(raw.text)
    if len(blocks) > limits.blocks:
        blocks = blocks[: limits.blocks]
        warnings = (*warnings, ParseWarning(WarningCode.BLOCK_CAP, "the page has more blocks than the cap; the rest was not read"))
    return Page(Media.TEXT, raw.text, blocks, outline, NOWHERE, url, warnings=warnings)


def locate(page: PageInput, source: Source, *, encoding: str | None = None) -> str:
    """The text that stands at `source` on `page`.

    Text pages: the slice. HTML: the text of the element that `where` names, white space folded
    (the content of an attribute where it names one). JSON: the value that the pointer leads to.
    What did not come from the page (a URL, a profile's fact) is what `where` says.
    Raises `InputError` where the place does not exist on this page.

    >>> locate("<p>By <b>Ada Lin</b></p>", Source(Origin.DOM, where="/html/body/p/b"))
    'Ada Lin'
    """
    raw = decoded(load_page(page), encoding)
    if source.origin is Origin.TEXT or source.start is not None:
        return raw.text[source.start or 0 : source.end]
    where = source.where or ""
    if source.origin in (Origin.URL, Origin.PROFILE):
        return where
    root, _ = tree.build(raw.text.encode("utf-8", "replace"))
    path, _, pointer = where.partition("#")
    found: Any = root.xpath(path) if root is not None and path else []
    if not found:
        raise InputError(f"the page has nothing at {quoted(where)}")
    if isinstance(found[0], str):
        return squeeze(found[0])
    if "#" in where:
        load = load_state if source.origin is Origin.APP_STATE else load_json
        return _pointed(load("".join(found[0].itertext())), pointer)
    return tree.text_of(found[0])


def _pointed(value: Any, pointer: str) -> str:
    """The value that a JSON pointer (RFC 6901) leads to, as text."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        try:
            value = value[int(step)] if isinstance(value, list) else value[step]
        except (KeyError, IndexError, ValueError, TypeError):
            raise InputError(f"the page's JSON has nothing at {quoted(pointer)}") from None
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
