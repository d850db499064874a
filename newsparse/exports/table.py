"""The table of export formats, and how other packages add theirs."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from typing import Final, Literal, TypeAlias

import attrs

from newsparse.errors import UnknownFormatError, quoted
from newsparse.records import Article

GROUP: Final = "newsparse.exporters"
"""The entry-point group for the formats of other packages; each entry is a `Format`."""


@attrs.frozen
class Format:
    """A format that an article can be written in.

    `writer` is a function from `Article` to str, or its name as "package.module:function", which is
    imported on first use.

    >>> Format("shout", lambda article: article.text.upper(), "text/plain", ".txt").write(Article())
    ''
    """

    name: str
    writer: Callable[[Article], str] | str
    media_type: str
    suffix: str
    title: str = ""

    @property
    def is_json(self) -> bool:
        """Whether the format is one JSON value."""
        return self.media_type == "application/json" or self.media_type.endswith("+json")

    def write(self, article: Article) -> str:
        """The article in this format."""
        if not isinstance(self.writer, str):
            return self.writer(article)
        module, _, function = self.writer.partition(":")
        written: str = getattr(importlib.import_module(module), function)(article)
        return written


FormatName: TypeAlias = Literal[
    "json", "text", "markdown", "html", "schema-org", "ninjs", "nitf", "tei", "card"
]
"""The names of the formats that come with the package, for type checkers."""

FORMATS: Final = (
    Format("json", "newsparse.exports.json:json", "application/json", ".json", "the whole record"),
    Format("text", "newsparse.exports.text:text", "text/plain", ".txt", "plain text to read"),
    Format(
        "markdown",
        "newsparse.exports.markdown:markdown",
        "text/markdown",
        ".md",
        "Markdown with front matter",
    ),
    Format("html", "newsparse.exports.html:html", "text/html", ".html", "clean, semantic HTML"),
    Format(
        "schema-org",
        "newsparse.exports.schema_org:schema_org",
        "application/ld+json",
        ".jsonld",
        "schema.org NewsArticle",
    ),
    Format(
        "ninjs",
        "newsparse.exports.ninjs:ninjs",
        "application/json",
        ".ninjs.json",
        "IPTC ninjs 2.1",
    ),
    Format("nitf", "newsparse.exports.nitf:nitf", "application/xml", ".nitf.xml", "IPTC NITF 3.6"),
    Format("tei", "newsparse.exports.tei:tei", "application/xml", ".tei.xml", "TEI P5"),
    Format(
        "card",
        "newsparse.exports.card:plain_card",
        "text/plain",
        ".card.txt",
        "the record at a glance, in 80 columns",
    ),
)
"""The formats that come with the package."""


def format_named(name: str) -> Format:
    """The format of a name. Raises `UnknownFormatError` where there is none.

    >>> format_named("nitf").suffix
    '.nitf.xml'
    """
    own = next((format for format in FORMATS if format.name == name), None)
    if own is not None:
        return own
    entry = next((entry for entry in entry_points(group=GROUP) if entry.name == name), None)
    if entry is None:
        known = ", ".join(
            sorted(
                {
                    *(format.name for format in FORMATS),
                    *(entry.name for entry in entry_points(group=GROUP)),
                }
            )
        )
        raise UnknownFormatError(f"no format is named {quoted(name)}; there are: {known}")
    return _loaded(entry)


def _loaded(entry: EntryPoint) -> Format:
    try:
        found = entry.load()
    except (ImportError, AttributeError) as error:
        raise UnknownFormatError(
            f"the format {quoted(entry.name)} ({entry.value}) cannot be loaded: {error}"
        ) from error
    if not isinstance(found, Format):
        raise UnknownFormatError(
            f"the entry point {quoted(entry.name)} ({entry.value}) is not a Format: {quoted(found)}"
        )
    return found


def export(article: Article, format: FormatName | Format) -> str:
    """The article in a format: a `Format`, or the name of one, as "markdown".

    `newsparse parse --help` lists the names, and docs/exports.md says what each format contains.
    Other packages add formats with the entry-point group `newsparse.exporters`. Their names work
    too, but type checkers do not know them: use `newsparse.exports.table.format_named("name")`
    there. Any record can be written in any format; fields that a format cannot hold are left out.
    Raises `UnknownFormatError` for an unknown name.

    >>> from newsparse.records import BodyBlock, Headline
    >>> body = (BodyBlock("It rained all day."),)
    >>> export(Article(headline=Headline("Rain falls"), body=body), "text")
    'Rain falls\\n\\nIt rained all day.'
    """
    return (format if isinstance(format, Format) else format_named(format)).write(article)
