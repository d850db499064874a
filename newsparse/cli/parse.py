"""`newsparse parse`: pages in, records out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from newsparse.cli.codes import HELP, Code, worst
from newsparse.cli.inputs import read
from newsparse.cli.options import (
    Comments,
    Encoding,
    KnownFile,
    MediaName,
    MinConfidence,
    ProfileName,
    ProfilesFolder,
    Reference,
    SiteFile,
    Url,
    Without,
    moment,
    parser_with,
    part_names,
    read_known,
    read_site,
)
from newsparse.cli.output import on_terminal, print_error, write
from newsparse.exports.table import FORMATS

if TYPE_CHECKING:
    from newsparse.exports.table import Format
    from newsparse.records import Article

_FORMAT_HELP: Final = (
    f"{', '.join(form.name for form in FORMATS)}, or a format of another package. "
    "[default: card on a terminal, else json]"
)

Show = Callable[["Article", str], None]
"""Writes a record; the second argument is the path of its page."""


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(epilog=HELP)(parse)


def parse(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Files of one page each, HTML or plain text; - is standard input."
        ),
    ],
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="NAME", help=_FORMAT_HELP)
    ] = None,
    profile: ProfileName = None,
    url: Url = None,
    media: MediaName = None,
    encoding: Encoding = None,
    reference: Reference = None,
    profiles: ProfilesFolder = None,
    min_confidence: MinConfidence = None,
    without: Without = None,
    site: SiteFile = None,
    known: KnownFile = None,
    comments: Comments = False,
) -> None:
    """Read newspaper pages into typed records.

    A record has masthead, kicker, headline, deck, bylines, dateline, dates, captions with credits,
    body and notes. In a pipe, the JSON formats write one line a page. With several pages, each line
    says in "path" which file it is from; the other formats write "==> PATH <==" before each page.
    """
    if url is not None and len(paths) > 1:
        raise typer.BadParameter("one URL goes with one PATH", param_hint="--url")
    since = moment(reference)
    show = _shower(format, len(paths) > 1)
    parser, profile = parser_with(profiles, profile)
    options: dict[str, Any] = {
        "url": url,
        "profile": profile,
        "media": media,
        "encoding": encoding,
        "reference": since,
        "site": None if site is None else read_site(site),
        "known": read_known(known),
        "comments": comments,
    }
    codes = []
    for path in paths:
        page = read(path)
        if page is None:
            codes.append(Code.UNREADABLE)
            continue
        article = parser.parse(page, **options)
        show(article.without(*part_names(without)), path)
        codes.append(worst((_code(article, path), _doubt(article, path, min_confidence))))
    raise typer.Exit(worst(codes))


def _code(article: Article, path: str) -> Code:
    """The exit code of a page; where it has no article, standard error says why."""
    from newsparse.records import WarningCode

    codes = {warning.code for warning in article.warnings}
    if not codes & {WarningCode.NO_BODY, WarningCode.NOT_AN_ARTICLE}:
        return Code.READ
    print_error(f"{path!r} holds no article: {_why(article)}{_hint(path)}")
    return Code.NO_ARTICLE


def _doubt(article: Article, path: str, least: float | None) -> Code:
    """The exit code of a page that is not sure enough; standard error says so."""
    found = article.confidence
    if least is None or (found is not None and found >= least):
        return Code.READ
    print_error(f"{path!r} is doubtful: its confidence is {found}, less than {least:g}")
    return Code.DOUBTFUL


def _why(article: Article) -> str:
    """The warnings that explain why a page has no article, the first cause first."""
    from newsparse.records import WarningCode

    causes = (
        WarningCode.EMPTY,
        WarningCode.BINARY,
        WarningCode.LOOKS_LIKE_URL,
        WarningCode.LOOKS_LIKE_PATH,
        WarningCode.LOOKS_LIKE_JSON,
        WarningCode.NO_BODY,
        WarningCode.NOT_AN_ARTICLE,
    )
    found = {warning.code: warning.message for warning in article.warnings}
    return "; ".join(f"{found[code]} ({code.value})" for code in causes if code in found)


def _hint(path: str) -> str:
    """What to do with an archive or a table of pages."""
    from newsparse.batch.inputs.sources import kind_of

    return "" if kind_of(path) is None else f". `newsparse batch {path}` reads files of many pages"


def _shower(name: str | None, several: bool) -> Show:
    """How records are shown: in the format asked for, else as a card on a terminal and as JSON
    in a pipe.
    """
    from newsparse.errors import UnknownFormatError
    from newsparse.exports.table import format_named

    name = name or ("card" if on_terminal() else "json")
    try:
        form = format_named(name)
    except UnknownFormatError as error:
        raise typer.BadParameter(str(error), param_hint="--format") from None
    if form.is_json:
        return _json_shower(form, several)
    show = _show_card if form.name == "card" and on_terminal() else _text_shower(form)
    return _with_heading(show) if several else show


def _json_shower(form: Format, several: bool) -> Show:
    """JSON over several lines on a terminal, on one line in a pipe."""

    def show(article: Article, path: str) -> None:
        text = form.write(article)
        if not several and not on_terminal():
            write(text)
            return
        import json

        from newsparse.printed.chars import json_text

        value = json.loads(text)
        if several:
            value = {"path": path, **value}
        indented = json.dumps(value, ensure_ascii=False, indent=2)
        write(indented if on_terminal() else json_text(value))

    return show


def _text_shower(form: Format) -> Show:
    return lambda article, path: write(form.write(article))


def _with_heading(show: Show) -> Show:
    def show_with_heading(article: Article, path: str) -> None:
        write(f"==> {path} <==")
        show(article, path)
        write("")

    return show_with_heading


def _show_card(article: Article, path: str) -> None:
    from newsparse.exports.card import card
    from newsparse.exports.columns import console, show

    show(card(article), console())
