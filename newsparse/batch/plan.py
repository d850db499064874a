"""What a batch is to do: one frozen value."""

from __future__ import annotations

import enum

import attrs

from newsparse.batch.inputs.columns import Columns
from newsparse.batch.inputs.sources import InputKind
from newsparse.batch.pool import Caps
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile


class Start(enum.StrEnum):
    """How a batch treats an output that is already there."""

    FRESH = "fresh"
    """Nothing may be there."""
    OVERWRITE = "overwrite"
    """What is there goes."""
    RESUME = "resume"
    """What is there is kept, and what is missing is added."""


@attrs.frozen
class Plan:
    """What a batch is to do."""

    inputs: tuple[str, ...]
    output: str
    format: str | None = None
    errors: str | None = None
    """A file that pages without a record are written to, as JSONL."""
    columns: Columns = attrs.field(factory=Columns)
    kind: InputKind | None = None
    """What the inputs hold, where their names do not tell."""
    parser: Parser = attrs.field(factory=Parser)
    profile: Profile | str | None = None
    workers: int | None = None
    ordered: bool = False
    caps: Caps = attrs.field(factory=Caps)
    start: Start = Start.FRESH
