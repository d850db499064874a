"""`newsparse schema`: the JSON Schema of the record."""

from __future__ import annotations

import typer

from newsparse.cli.output import write


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(schema)


def schema() -> None:
    """Print the JSON Schema of the record.

    What `newsparse parse --format json` writes is valid against it.
    """
    import json

    from newsparse.records import json_schema

    write(json.dumps(json_schema(), ensure_ascii=False, indent=2))
