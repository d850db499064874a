"""Figures in the documentation that a command writes: the lines between two marks."""

from __future__ import annotations

from pathlib import Path


def replaced(path: Path, name: str, text: str) -> None:
    """Write `text` between the marks `<!-- figures: NAME -->` and `<!-- end of figures -->`.

    Raises `ValueError` where the file has no such marks.
    """
    page = path.read_text("utf-8")
    start = f"<!-- figures: {name} -->\n"
    end = "\n<!-- end of figures -->"
    before, found, rest = page.partition(start)
    old, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{path} has no place for the figures {name!r}")
    path.write_text(f"{before}{start}\n{text}\n{end}{after}", "utf-8")
