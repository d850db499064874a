"""`newsparse schema`: the JSON Schema of the record."""

from __future__ import annotations

import typer

from newsparse.cli.output import write


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(schema)


def schema() -> None:
    """Print the JSON Schema of the record.

    What `newsparse parse --format json` writes for one page is valid against it.
    """
    import json

    from newsparse.records import json_schema

    write(json.dumps(json_schema(), ensure_ascii=False, indent=2))
