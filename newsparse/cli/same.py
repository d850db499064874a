"""`newsparse same INPUT...`: near-copies among stories, who printed first, and what changed."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsparse.cli.codes import HELP
from newsparse.cli.output import on_terminal, write

if TYPE_CHECKING:
    from newsparse.across.changes import Changes
    from newsparse.across.near_copies import Cluster


class Format(enum.StrEnum):
    """How clusters are written."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(epilog=HELP)(same)


def same(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Records (JSONL or Parquet of `newsparse batch`), tables with a column `text`, "
            "or pages; files, folders or globs; - is JSONL on standard input.",
        ),
    ],
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="[default: text on a terminal, else JSON lines]"),
    ] = None,
    least: Annotated[
        float,
        typer.Option(
            "--least", metavar="P", min=0.3, max=1,
            help="The share of word sequences that near-copies have in common.",
        ),
    ] = 0.5,
    work: Annotated[
        Path | None,
        typer.Option(
            "--work", metavar="DIR", exists=True, file_okay=False,
            help="Where the temporary file goes. [default: the system's folder for them]",
        ),
    ] = None,
) -> None:  # fmt: skip
    """Find near-copies among stories: wire copy, versions, AMP pages.

    Each cluster names the agency of its text, which stories may have been printed first, and, for
    captures of one address, what changed from each to the next: the headline, paragraphs, and
    changes that no correction marks. Needs the extra `same`.
    """
    from newsparse.across.near_copies import near_copies
    from newsparse.batch.stories import stories

    form = format or (Format.TEXT if on_terminal() else Format.JSON)
    for cluster in near_copies(stories(inputs), least=least, folder=work):
        if form is Format.JSON:
            from newsparse.printed.chars import json_text

            write(json_text(as_json(cluster)))
        else:
            write("\n".join(_lines(cluster)) + "\n")


def as_json(cluster: Cluster) -> dict[str, Any]:
    """A cluster as JSON-ready values, without the texts."""
    return {
        "agency": cluster.agency or None,
        "first": list(cluster.first),
        "stories": [
            {
                name: getattr(story, name)
                for name in ("id", "url", "paper", "headline", "published", "agency")
                if getattr(story, name)
            }
            for story in cluster.stories
        ],
        "versions": [
            {"before": before, "after": after, **_changed(changes)}
            for before, after, changes in cluster.versions
        ],
    }


def _changed(changes: Changes) -> dict[str, Any]:
    headline = changes.headline
    return {
        "headline": [headline.before, headline.after] if headline is not None else None,
        "added": list(changes.added),
        "removed": list(changes.removed),
        "rewritten": [[one.before, one.after] for one in changes.rewritten],
        "corrections": list(changes.corrections),
        "unmarked": changes.is_unmarked,
    }


def _lines(cluster: Cluster) -> Iterator[str]:
    from newsparse.printed.chars import shown

    agency = f", text of {cluster.agency}" if cluster.agency else ""
    yield f"{len(cluster.stories)} stories{agency}"
    for story in cluster.stories:
        mark = (
            "first?"
            if story.id in cluster.first and len(cluster.first) > 1
            else ("first" if story.id in cluster.first else "")
        )
        where = story.url or story.id
        yield shown(f"  {mark:6} {story.published or 'no date':25} {story.paper}  {where}")
    for before, after, changes in cluster.versions:
        yield shown(f"  {before} -> {after}: {_said(changes)}")


def _said(changes: Changes) -> str:
    """What changed, in a few words."""
    headline = changes.headline
    found = [
        f"headline {json.dumps(headline.after, ensure_ascii=False)}" if headline else "",
        f"{len(changes.added)} paragraphs added" if changes.added else "",
        f"{len(changes.removed)} removed" if changes.removed else "",
        f"{len(changes.rewritten)} rewritten" if changes.rewritten else "",
        "corrected" if changes.corrections else "not marked" if changes.is_unmarked else "",
    ]
    return ", ".join(filter(None, found)) or "no change"
