"""`explain_issue`: how a scanned issue was read, as one HTML file with every box over its page,
coloured by label.

The file refers to nothing outside itself and runs no script; pictures of the pages are embedded
where they are at hand.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from pathlib import Path, PurePosixPath
from typing import Final

from newsparse.errors import InputError, quoted
from newsparse.explainer.palette import LABELS
from newsparse.records import Label
from newsparse.scans.records import Issue, IssueItem, IssuePage, ItemKind
from newsparse.scans.text import Place

_MEDIA_TYPES: Final = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
}
"""Pictures that browsers show."""
_LARGEST_PICTURE: Final = 40_000_000
"""Bytes of a page's picture that is embedded."""
_LONGEST_TITLE: Final = 300
"""Characters of a text that a box tells when it is pointed at."""
_ITEM_LABELS: Final = {ItemKind.MASTHEAD: Label.MASTHEAD, ItemKind.SECTION: Label.KICKER}
_STYLE: Final = """
:root{color-scheme:light}
body{font:15px/1.45 system-ui,sans-serif;margin:0;color:#1d2125;background:#fff}
main{display:grid;grid-template-columns:minmax(0,2fr) minmax(16rem,1fr)}
main{gap:1.5rem;padding:1rem 1.5rem}
h1{font-size:1.3rem;margin:0 0 .3rem} h2{font-size:1rem;margin:1.2rem 0 .4rem}
p,li{margin:.2rem 0} ul{padding-left:1.1rem} small{color:#565c63}
svg{width:100%;height:auto;background:#f5f4f1;border:1px solid #d9d7d1}
rect{fill-opacity:.22;stroke-width:2;vector-effect:non-scaling-stroke} rect:hover{fill-opacity:.5}
.key span{display:inline-block;padding:0 .5em;margin:.1em;border-left:.4em solid}
"""


def explain_issue(issue: Issue, images: Path | str | None = None) -> str:
    """One HTML file: each page with a box for every segment of its articles and every other region,
    and the list of articles with the reason why each is one.

    `images` is the folder of the pages' pictures (PNG, JPEG, WebP, GIF); each is found by the name
    that the OCR file gives it, or by that of the OCR file. Without it the boxes stand on blank
    pages. Raises `InputError` where `images` is no folder.

    >>> file = explain_issue(Issue(title="The <Herald>"))
    >>> file[:15], "The &lt;Herald&gt;" in file
    ('<!DOCTYPE html>', True)
    """
    folder = Path(images) if images is not None else None
    if folder is not None and not folder.is_dir():
        raise InputError(f"{quoted(str(folder))} is no folder of pictures")
    boxes = _boxes(issue)
    pages = "".join(_page(page, boxes.get(page.number, []), folder) for page in issue.pages)
    sheet = _STYLE + "".join(
        f"rect.{label.value}{{fill:{colour.ink};stroke:{colour.ink}}}"
        f".key .{label.value}{{border-color:{colour.ink}}}"
        for label, colour in LABELS.items()
    )
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'"
    title = escape(" ".join(filter(None, (issue.title, issue.number, str(issue.date or "")))))
    return (
        f"<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>{title or 'Issue'}</title>"
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<style>{sheet}</style></head>"
        f"<body><main><div>{pages}</div><div><h1>{title or 'Issue'}</h1>"
        f"<p><small>articles by {escape(issue.by)}</small></p>"
        f"<p class='key'>{_key()}</p>{_list(issue)}</div></main></body></html>\n"
    )


def _key() -> str:
    return "".join(f"<span class='{label.value}'>{label.value}</span>" for label in LABELS)


def _list(issue: Issue) -> str:
    """The articles and warnings as lists."""
    rows = "".join(
        f"<li>{escape(item.title or 'untitled')} "
        f"<small>page {', '.join(map(str, item.pages))}; {escape(item.reason)}</small></li>"
        for item in issue.articles
    )
    warnings = "".join(
        f"<li>{escape(warning.message)} <small>{escape(warning.file or '')}</small></li>"
        for warning in issue.warnings
    )
    warned = f"<h2>Warnings</h2><ul>{warnings}</ul>" if warnings else ""
    return f"<h2>Articles</h2><ol>{rows}</ol>{warned}"


def _boxes(issue: Issue) -> dict[int, list[tuple[Place, Label, str]]]:
    """The boxes on each page, with label and what they tell."""
    found: dict[int, list[tuple[Place, Label, str]]] = {}
    for item in issue.items:
        for place, label, title in _told(item):
            found.setdefault(place.page, []).append((place, label, title))
    return found


def _told(item: IssueItem) -> Iterator[tuple[Place, Label, str]]:
    for segment in item.segments:
        for place in item.places(segment.source):
            yield place, segment.label, f"{segment.label.value}: {segment.reason}\n{segment.text}"
    if item.segments:
        return
    label = _ITEM_LABELS.get(item.kind, Label.FURNITURE)
    for part in item.parts:
        for place in item.read_places(part.where):
            yield place, label, f"{item.kind.value}: {part.reason}\n{item.text}"


def _page(page: IssuePage, boxes: list[tuple[Place, Label, str]], folder: Path | None) -> str:
    width, height = page.width, page.height
    if not width or not height:
        width = max((place.box.right for place, _, _ in boxes), default=1)
        height = max((place.box.bottom for place, _, _ in boxes), default=1)
    picture = _picture(page, folder)
    shown = f"<image href='{picture}' width='{width}' height='{height}'/>" if picture else ""
    shown += "".join(
        f"<rect class='{label.value}' x='{place.box.left}' y='{place.box.top}' "
        f"width='{place.box.width}' "
        f"height='{place.box.height}'><title>{escape(title[:_LONGEST_TITLE])}</title></rect>"
        for place, label, title in boxes
    )
    return (
        f"<h2>Page {page.number}</h2><svg viewBox='0 0 {width} {height}' role='img' "
        f"aria-label='Page {page.number}'>{shown}</svg>"
    )


def _picture(page: IssuePage, folder: Path | None) -> str:
    """The picture of a page as a data URL; "" where none is at hand."""
    if folder is None:
        return ""
    stems = [
        PurePosixPath(name.replace("\\", "/")).name.removesuffix(".gz").rpartition(".")[0]
        for name in (page.image, page.file)
        if name
    ]
    for stem in filter(None, stems):
        for suffix, kind in _MEDIA_TYPES.items():
            path = folder / f"{stem}{suffix}"
            if path.is_file() and path.stat().st_size <= _LARGEST_PICTURE:
                return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
    return ""
