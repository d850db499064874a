"""The table of output formats."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from newsparse.batch.formats import Layout, OutputFormat
from newsparse.batch.outputs import lines, markdown, parquet, sqlite
from newsparse.batch.outputs.sink import Format
from newsparse.errors import BatchError, quoted

_COMPRESSIBLE: Final = frozenset((OutputFormat.JSONL, OutputFormat.CSV))
"""Formats whose files may be compressed as a whole; the others have their own compression, or
are no one file.
"""


def formats(layout: Layout = Layout.NESTED) -> tuple[Format, ...]:
    """Every output format, in a layout. CSV and Markdown have one layout only."""
    return (
        Format(
            OutputFormat.JSONL, (".jsonl", ".ndjson"), lines.JSON_LINES[layout], lines.line_sink
        ),
        Format(
            OutputFormat.PARQUET,
            (".parquet", ".pq"),
            parquet.ROWS[layout],
            partial(parquet.ParquetSink, layout=layout),
            parquet.clean_up,
        ),
        Format(
            OutputFormat.CSV,
            (".csv",),
            lines.csv_line,
            partial(lines.line_sink, header=lines.csv_header()),
            header=lines.csv_header(),
        ),
        Format(
            OutputFormat.SQLITE,
            (".sqlite", ".sqlite3", ".db"),
            sqlite.ROWS[layout],
            sqlite.SqliteSink,
        ),
        Format(
            OutputFormat.MARKDOWN,
            ("/", ".markdown"),
            markdown.file_of,
            markdown.FolderSink,
            markdown.clean_up,
        ),
    )


def format_of(output: str, name: str | None = None, layout: Layout = Layout.NESTED) -> Format:
    """The format of an output: by its name where one is given, else by the suffix of the path.

    A folder means Markdown, standard output JSONL. Raises `BatchError` if the format is
    unknown or has no such layout.

    >>> format_of("out.parquet").name.value, format_of("out.jsonl.gz").name.value
    ('parquet', 'jsonl')
    """
    found = _named(name, layout) if name is not None else _by_suffix(output, layout)
    if found.name is OutputFormat.MARKDOWN and layout is Layout.FLAT:
        raise BatchError("Markdown has no flat form: leave out --flat, or name another format")
    if Path(output).suffix.lower() in lines.COMPRESSORS and found.name not in _COMPRESSIBLE:
        raise BatchError(
            f"{found.name.value} is not compressed by the suffix of its file: {quoted(output)}; "
            f"{' and '.join(sorted(_COMPRESSIBLE))} are"
        )
    return found


def _named(name: str, layout: Layout) -> Format:
    for form in formats(layout):
        if form.name == name:
            return form
    raise BatchError(f"output formats (--to) are {', '.join(OutputFormat)}, not {quoted(name)}")


def _by_suffix(output: str, layout: Layout) -> Format:
    table = formats(layout)
    if output == "-":
        return table[0]
    ending = "/" if Path(output).is_dir() else _without_compression(output.lower())
    for form in table:
        if ending.endswith(form.suffixes):
            return form
    known = ", ".join(suffix for form in table for suffix in form.suffixes)
    raise BatchError(
        f"the suffix of {quoted(output)} does not tell its format: name the format with --to, or "
        f"use one of the suffixes {known}"
    )


def _without_compression(name: str) -> str:
    return next(
        (name.removesuffix(suffix) for suffix in lines.COMPRESSORS if name.endswith(suffix)), name
    )
