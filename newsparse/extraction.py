"""`extract`: a replacement for trafilatura's function of the same name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias, cast

from newsparse.api import parse
from newsparse.exports.markdown import markdown_body
from newsparse.exports.table import FormatName, export
from newsparse.read.decode import PageInput
from newsparse.records import Article

OutputFormat: TypeAlias = FormatName | Literal["txt", "xmltei"]
"""What `output_format` takes: trafilatura's names, and those of `newsparse.export`."""
_NAMES: Final[Mapping[str, FormatName]] = {"txt": "text", "xmltei": "tei"}
"""trafilatura's names of formats, and ours."""
_BODY_ONLY: Final[Mapping[str, Callable[[Article], str]]] = {
    "text": lambda article: article.text,
    "markdown": markdown_body,
}
"""Formats that are the body alone unless metadata is asked for."""


def extract(
    html: PageInput,
    url: str | None = None,
    *,
    output_format: OutputFormat = "txt",
    with_metadata: bool = False,
    target_language: str | None = None,
) -> str | None:
    """The story of a page as one string; None where no story was found.

    `output_format` is "txt", "markdown", "html", "json", "xmltei" or any format of
    `newsparse.export`. "txt" and "markdown" are the body alone unless `with_metadata` is set; other
    formats hold the whole record. With `target_language`, a page that states another language gives
    None. Raises `InputError` for an input that is no page and `UnknownFormatError` for an unknown
    format.

    >>> page = '''<nav>Menu</nav><article><h1>Rain falls</h1><p>By Ada Lin</p>
    ... <p>It rained on Exampleton all day, the council said on Tuesday.</p>
    ... <p>Roads in the north were closed until the evening, and two schools sent pupils home.</p>
    ... <p>“We have not seen the like,” said Bo Reyes, who keeps the weir.</p></article>'''
    >>> extract(page).splitlines()[0]
    'It rained on Exampleton all day, the council said on Tuesday.'
    >>> extract("") is None
    True
    """
    article = parse(html, url=url)
    name = _NAMES.get(output_format) or cast("FormatName", output_format)
    written = (
        _BODY_ONLY[name](article)
        if name in _BODY_ONLY and not with_metadata
        else export(article, name)
    )
    return written if article.text.strip() and _wanted(article.language, target_language) else None


def _wanted(stated: str | None, target: str | None) -> bool:
    """Whether a stated language may be the target one, by its first subtag."""
    return (
        not stated
        or not target
        or stated.lower().partition("-")[0] == target.lower().partition("-")[0]
    )
