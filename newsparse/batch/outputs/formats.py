"""The table of output formats."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from newsparse.batch.outputs import markdown, parquet, sqlite
from newsparse.batch.outputs.lines import LineSink, csv_header, csv_line, json_line
from newsparse.batch.outputs.sink import Format
from newsparse.errors import BatchError, quoted

FORMATS: Final = (
    Format("jsonl", (".jsonl", ".ndjson"), json_line, LineSink),
    Format("parquet", (".parquet", ".pq"), parquet.row, parquet.ParquetSink, parquet.tidy),
    Format("csv", (".csv",), csv_line, lambda path, state: LineSink(path, state, csv_header())),
    Format("sqlite", (".sqlite", ".sqlite3", ".db"), sqlite.values, sqlite.SqliteSink),
    Format("markdown", ("/", ".markdown"), markdown.file_of, markdown.FolderSink, markdown.tidy),
)


def format_of(output: str, name: str | None = None) -> Format:
    """The format of an output: by its name where one is given, else by the path's suffix; a folder means Markdown.

    >>> format_of("out.parquet").name, format_of("stories/").name
    ('parquet', 'markdown')
    """
    if name is not None:
        found = next((one for one in FORMATS if one.name == name), None)
        if found is None:
            raise BatchError(
                f"output formats are {', '.join(one.name for one in FORMATS)}, not {quoted(name)}"
            )
        return found
    if output == "-":
        return FORMATS[0]
    ending = "/" if Path(output).is_dir() else output.lower()
    found = next((one for one in FORMATS if ending.endswith(one.suffixes)), None)
    if found is None:
        known = ", ".join(suffix for one in FORMATS for suffix in one.suffixes)
        raise BatchError(
            f"the format of {quoted(output)} cannot be told by its suffix; known are {known}"
        )
    return found
