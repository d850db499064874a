"""`python -m newsparse.batch`: the command `newsparse batch` alone."""

from __future__ import annotations

import typer

from newsparse.cli import batch

app = typer.Typer(add_completion=False)
batch.register(app)

if __name__ == "__main__":
    app()
