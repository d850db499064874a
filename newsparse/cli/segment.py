"""`newsparse segment`: a page block by block, with what each block is and why."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from newsparse.cli.codes import HELP, Code
from newsparse.cli.inputs import read
from newsparse.cli.options import (
    Encoding,
    KnownFile,
    MediaName,
    ProfileName,
    ProfilesFolder,
    SiteFile,
    Url,
    parser_with,
    read_known,
    read_site,
)
from newsparse.cli.output import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsparse.exports.columns import Line
    from newsparse.records import Segment

_SHOWN_CHARACTERS: Final = 240
"""Characters of a segment that are shown; JSON has them all."""
_STYLES: Final = {
    "masthead": "bold cyan",
    "kicker": "magenta",
    "headline": "bold",
    "deck": "italic",
    "byline": "green",
    "dateline": "green",
    "date": "yellow",
    "caption": "blue",
    "credit": "blue",
    "note": "bold yellow",
    "tag": "magenta",
    "furniture": "dim",
}


class Format(enum.StrEnum):
    """How segments are written."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(epilog=HELP)(segment)


def segment(
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="A file of one page; - is standard input.")
    ],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Text, or one JSON object a line.")
    ] = Format.TEXT,
    all: Annotated[
        bool, typer.Option("--all", help="Show the claims that were rejected as well.")
    ] = False,
    profile: ProfileName = None,
    url: Url = None,
    media: MediaName = None,
    encoding: Encoding = None,
    profiles: ProfilesFolder = None,
    site: SiteFile = None,
    known: KnownFile = None,
) -> None:
    """Show a page block by block, each with its label and the reason.

    Each block is printed with its label, its text, its score and the reason. Long texts are
    shortened, except in JSON.
    """
    parser, profile = parser_with(profiles, profile)
    page = read(path)
    if page is None:
        raise typer.Exit(Code.UNREADABLE)
    segments = parser.segment(
        page,
        url=url,
        profile=profile,
        media=media,
        encoding=encoding,
        known=read_known(known),
        site=None if site is None else read_site(site),
    )
    if format is Format.JSON:
        _write_json(segments)
    else:
        _write_text(segments, all)


def _write_json(segments: tuple[Segment, ...]) -> None:
    from newsparse.codec import to_dict
    from newsparse.printed.chars import json_text

    if segments:
        write("\n".join(json_text(to_dict(one)) for one in segments))


def _write_text(segments: tuple[Segment, ...], rejected: bool) -> None:
    from newsparse.exports.columns import columns, console, show

    sheet = console()
    for one in segments:
        show(columns(_lines(one, rejected)), sheet)


def _lines(one: Segment, rejected: bool) -> Iterator[Line]:
    from newsparse.exports.columns import Line

    words = " ".join(one.text.split())
    shortened = (
        words if len(words) <= _SHOWN_CHARACTERS else words[: _SHOWN_CHARACTERS - 1].rstrip() + "…"
    )
    yield Line(one.label.value, ((shortened, _STYLES.get(one.label.value, "")),))
    yield Line(f"{one.score:.2f}", ((one.reason or "no reason given", "dim"),))
    for claim in one.rejected if rejected else ():
        yield Line("", ((f"not {claim.label.value} {claim.score:.2f}: {claim.reason}", "dim red"),))
