"""What a batch is asked to do, as one frozen value."""

from __future__ import annotations

import enum

import attrs

from newsparse.batch.formats import InputKind, Layout
from newsparse.batch.inputs.columns import Columns
from newsparse.batch.pool import Caps
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile
from newsparse.records import PartName


class Start(enum.StrEnum):
    """How a batch treats an output that is already there."""

    FRESH = "fresh"
    """Refuse to start where the output is already there."""
    OVERWRITE = "overwrite"
    """Replace the output."""
    RESUME = "resume"
    """Keep what is written, and add what is missing."""


@attrs.frozen
class Plan:
    """What a batch is asked to do."""

    inputs: tuple[str, ...]
    output: str
    format: str | None = None
    errors: str | None = None
    """A file for pages without a record, as JSONL."""
    columns: Columns = attrs.field(factory=Columns)
    kind: InputKind | None = None
    """What the inputs contain, where their names do not tell."""
    parser: Parser = attrs.field(factory=Parser)
    profile: Profile | str | None = None
    workers: int | None = None
    ordered: bool = False
    caps: Caps = attrs.field(factory=Caps)
    start: Start = Start.FRESH
    layout: Layout = Layout.NESTED
    min_confidence: float | None = None
    """The least confidence of a record that is kept; the other pages are failures."""
    without: tuple[PartName, ...] = ()
    """Parts of a story that are left out."""
    learn: int | None = None
    """Pages of each host that a first pass learns its site from; None for no such pass."""
    known: str | None = None
    """A file of what is known of the pages, by their ids or URLs."""
    comments: bool = False
    """Whether the comments of readers are read."""
    sites: str | None = None
    """A folder with the knowledge of sites: used where it is there, else written by `learn`."""
