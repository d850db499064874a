"""The names of input kinds and output formats. Light to import: the command line lists them."""

from __future__ import annotations

import enum


class InputKind(enum.StrEnum):
    """What a file contains."""

    PAGE = "page"
    WARC = "warc"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    SCAN = "scan"
    """The OCR of a scanned issue: a METS, a file, or a folder of files. A job is one article."""


class OutputFormat(enum.StrEnum):
    """What a batch writes."""

    JSONL = "jsonl"
    PARQUET = "parquet"
    CSV = "csv"
    SQLITE = "sqlite"
    MARKDOWN = "markdown"


class Layout(enum.StrEnum):
    """How a record is laid out in an output."""

    NESTED = "nested"
    """The whole record, nested."""
    WITHOUT_SOURCES = "without-sources"
    """The nested record without what its values were read from: `raw`, `source`, `evidence`."""
    FLAT = "flat"
    """One flat row a page: the columns of `Article.to_flat_dict`."""
