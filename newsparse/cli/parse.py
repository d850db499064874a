"""`newsparse parse`: pages in, records out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Final

import typer

from newsparse.cli.codes import HELP, Code, worst
from newsparse.cli.inputs import read
from newsparse.cli.options import (
    Encoding,
    MediaName,
    ProfileName,
    ProfilesFolder,
    Reference,
    Url,
    moment,
    parser_with,
)
from newsparse.cli.output import on_terminal, write

if TYPE_CHECKING:
    from newsparse.exports.table import Format
    from newsparse.records import Article

_NAMES: Final = "json, text, markdown, html, schema-org, ninjs, nitf, tei, card"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(epilog=HELP)(parse)


def parse(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Files of one page each, HTML or plain text; - is standard input."
        ),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help=f"{_NAMES}, or one that another package brings. [default: card on a terminal, else json]",
        ),
    ] = None,
    profile: ProfileName = None,
    url: Url = None,
    media: MediaName = None,
    encoding: Encoding = None,
    reference: Reference = None,
    profiles: ProfilesFolder = None,
) -> None:
    """Read newspaper pages into typed records.

    A record holds masthead, kicker, headline, deck, bylines, dateline, dates, captions with credits, body and
    notes. In a pipe the JSON formats are one line a page (JSON Lines where there are several).
    """
    if url is not None and len(paths) > 1:
        raise typer.BadParameter("one URL goes with one PATH", param_hint="--url")
    since = moment(reference)
    show = _shower(format, len(paths) > 1)
    parser = parser_with(profiles, profile)
    codes = []
    for path in paths:
        page = read(path)
        if page is None:
            codes.append(Code.UNREADABLE)
            continue
        article = parser.parse(
            page, url=url, profile=profile, media=media, encoding=encoding, reference=since
        )
        show(article, path)
        codes.append(_code(article))
    raise typer.Exit(worst(codes))


def _code(article: Article) -> Code:
    from newsparse.records import WarningCode

    missing = {WarningCode.NO_BODY, WarningCode.NOT_AN_ARTICLE}
    return (
        Code.NO_ARTICLE
        if any(warning.code in missing for warning in article.warnings)
        else Code.READ
    )


def _shower(name: str | None, several: bool) -> Callable[[Article, str], None]:
    """How records are shown: as asked, else as a card to people and as JSON to programs."""
    from newsparse.errors import UnknownFormatError
    from newsparse.exports.table import format_named

    name = name or ("card" if on_terminal() else "json")
    try:
        form = format_named(name)
    except UnknownFormatError as error:
        raise typer.BadParameter(str(error), param_hint="--format") from None
    if form.name == "card" and on_terminal():
        return _card_with_path if several else _card
    return lambda article, path: write(_written(form, article))


def _written(form: Format, article: Article) -> str:
    """A record in a format; JSON over several lines for people, on one for programs."""
    text = form.write(article)
    if not (form.is_json and on_terminal()):
        return text
    import json

    return json.dumps(json.loads(text), ensure_ascii=False, indent=2)


def _card(article: Article, path: str) -> None:
    from newsparse.exports.card import card
    from newsparse.exports.columns import console, show

    show(card(article), console())


def _card_with_path(article: Article, path: str) -> None:
    write(f"\n{path}")
    _card(article, path)
