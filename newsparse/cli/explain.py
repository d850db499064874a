"""`newsparse explain PAGE -o page.html`: how a page was read, as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsparse.cli.codes import HELP, Code
from newsparse.cli.inputs import read
from newsparse.cli.options import (
    Encoding,
    KnownFile,
    MediaName,
    ProfileName,
    ProfilesFolder,
    Reference,
    SiteFile,
    Url,
    moment,
    parser_with,
    read_known,
    read_site,
)
from newsparse.cli.output import on_terminal, write


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(epilog=HELP)(explain)


def explain(
    page: Annotated[
        str,
        typer.Argument(
            metavar="PAGE", help="A file of HTML or plain text, or - for standard input."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Default: standard output."),
    ] = None,
    url: Url = None,
    profile: ProfileName = None,
    media: MediaName = None,
    encoding: Encoding = None,
    reference: Reference = None,
    profiles: ProfilesFolder = None,
    site: SiteFile = None,
    known: KnownFile = None,
) -> None:
    """Show how a page was read: one HTML file with every segment labelled and the record beside
    it.
    """
    from newsparse.explainer.explain import shown

    if output is None and on_terminal():
        raise typer.BadParameter(
            "name the file to write with -o, or pipe the output", param_hint="--output"
        )
    since = moment(reference)
    parser, profile = parser_with(profiles, profile)
    content = read(page)
    if content is None:
        raise typer.Exit(Code.UNREADABLE)
    explained = shown(
        parser.examine(
            content,
            url=url,
            profile=profile,
            media=media,
            encoding=encoding,
            reference=since,
            known=read_known(known),
            site=None if site is None else read_site(site),
        )
    )
    if output is None:
        write(explained)
    else:
        output.write_text(explained, "utf-8")
