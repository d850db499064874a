"""`newsparse issue`: the OCR of a scanned issue in, its articles out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from newsparse.cli.codes import HELP, Code
from newsparse.cli.options import ProfileName, ProfilesFolder, parser_with
from newsparse.cli.output import on_terminal, print_error, write

if TYPE_CHECKING:
    from newsparse.scans.records import Issue

_NAMES: Final = "json, tei, ninjs"


def register(app: typer.Typer) -> None:
    """Add the command to an application."""
    app.command("issue", epilog=HELP)(issue)


def issue(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="OCR of one issue: ALTO, PAGE XML, hOCR, FineReader XML, a METS, or a folder.",
        ),
    ],
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help=f"{_NAMES}.")
    ] = "json",
    layout: Annotated[
        bool,
        typer.Option("--layout", help="Part the articles by layout, whatever a METS states."),
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--explain",
            metavar="FILE",
            help="Write a page of HTML with every box over the scan, coloured by label.",
        ),
    ] = None,
    images: Annotated[
        Path | None,
        typer.Option(
            "--images",
            metavar="DIR",
            exists=True,
            file_okay=False,
            help="The folder of the scans' pictures, for --explain.",
        ),
    ] = None,
    profile: ProfileName = "generic",
    profiles: ProfilesFolder = None,
) -> None:
    """Split a scanned issue into articles and read each.

    Articles are those that the METS states; without one they are found by headlines, columns and
    reading order.
    """
    from newsparse.scans.exports import WRITERS, export_issue
    from newsparse.scans.issue import split_issue

    if format not in WRITERS:
        message = f"an issue is written as {_NAMES}, not {format!r}"
        raise typer.BadParameter(message, param_hint="--format")
    parser, profile = parser_with(profiles, profile)
    found = split_issue(files, parser=parser, profile=profile, structure=not layout)
    for warning in found.warnings:
        print_error(f"{warning.file}: {warning.message}" if warning.file else warning.message)
    if html is not None:
        _explain(found, html, images)
    write(_pretty(export_issue(found, format), format))
    raise typer.Exit(_code(found))


def _explain(issue: Issue, target: Path, images: Path | None) -> None:
    from newsparse.explainer.issue import explain_issue

    target.write_text(explain_issue(issue, images), encoding="utf-8")


def _pretty(text: str, format: str) -> str:
    """JSON over several lines for people, on one for programs."""
    if format == "tei" or not on_terminal():
        return text
    import json

    return json.dumps(json.loads(text), ensure_ascii=False, indent=2)


def _code(issue: Issue) -> Code:
    if issue.warnings:
        return Code.UNREADABLE
    return Code.READ if issue.articles else Code.NO_ARTICLE
