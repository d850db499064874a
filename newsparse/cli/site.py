"""`newsparse site`: learn a site from its own pages, and show what was learned."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsparse.cli.options import Url, read_site
from newsparse.cli.output import write

commands = typer.Typer(
    name="site",
    help="Knowledge of sites, learned from their own pages: learn, show, schema.",
    no_args_is_help=True,
)


def register(app: typer.Typer) -> None:
    """Add the `site` commands to an app."""
    app.add_typer(commands)


@commands.command()
def learn(
    pages: Annotated[
        list[Path],
        typer.Argument(help="Pages of one site: HTML files.", exists=True, dir_okay=False),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="PATH", help="Where to write; - is stdout.")
    ] = "-",
    url: Url = None,
) -> None:
    """Learn what the pages of one site have in common, as JSON for `--site`.

    `--url` is the address of any page of the site, where the pages do not state theirs.
    """
    from newsparse.learning.site import learn as learned

    known = learned([(page, url) for page in pages])
    if output == "-":
        write(known.to_json())
    else:
        Path(output).write_text(known.to_json() + "\n", "utf-8")


@commands.command()
def show(
    site: Annotated[Path, typer.Argument(help="A file that `newsparse site learn` wrote.")],
) -> None:
    """Print in plain words what was learned of a site."""
    from newsparse.learning.words import in_words

    write("\n".join(in_words(read_site(site))))


@commands.command()
def schema() -> None:
    """Print the JSON Schema of the files that `newsparse site learn` writes."""
    import json

    from newsparse.codec import json_schema
    from newsparse.knowledge import SiteKnowledge

    write(json.dumps(json_schema(SiteKnowledge), ensure_ascii=False, indent=2))
