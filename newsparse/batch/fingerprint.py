"""What a batch was started with: its inputs, and every option that changes what is written.

The journal keeps the fingerprint of the first run. A later run with `--resume` is compared with it,
so that no run adds to the output of another batch, or cuts it off.
"""

from __future__ import annotations

import hashlib
import importlib
import os
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from newsparse.batch.formats import Layout
from newsparse.batch.inputs.paths import STDIN
from newsparse.batch.plan import Plan
from newsparse.errors import quoted
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile

_FILES_NAMED: Final = 3
"""How many files a message names; the others are counted."""
_DIGEST_LENGTH: Final = 16
"""Characters of a digest."""

FileState = tuple[int, int]
"""Size in bytes, and time of the last change in nanoseconds."""


@attrs.frozen
class Fingerprint:
    """What a batch was started with."""

    options: Mapping[str, Any]
    """Flag to value."""
    inputs: tuple[str, ...]
    """The inputs as given, as absolute paths."""
    folder: str
    """The working directory: relative names of files count from it."""
    files: Mapping[str, FileState]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready values; `from_dict` gives the same fingerprint back."""
        files = {name: list(state) for name, state in self.files.items()}
        return {
            "options": dict(self.options),
            "inputs": list(self.inputs),
            "folder": self.folder,
            "files": files,
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Fingerprint:
        """The fingerprint that `to_dict` described."""
        return cls(
            value["options"], tuple(value["inputs"]), value["folder"], file_states(value["files"])
        )

    def with_files(self, more: Mapping[str, FileState]) -> Fingerprint:
        """This fingerprint, with the files that a resumed run added."""
        return attrs.evolve(self, files={**self.files, **more})


def file_states(value: Mapping[str, Any]) -> dict[str, FileState]:
    """States of files, from the journal's JSON."""
    return {name: (size, changed) for name, (size, changed) in value.items()}


def fingerprint(plan: Plan, format_name: str, files: Iterable[str]) -> Fingerprint:
    """The fingerprint of a run over `files`."""
    return Fingerprint(
        _options(plan, format_name),
        tuple(name if name == STDIN else os.path.abspath(name) for name in plan.inputs),
        os.getcwd(),
        {name: _state(name) for name in files},
    )


def _state(name: str) -> FileState:
    try:
        found = os.stat(name)
    except OSError:
        return 0, 0
    return (found.st_size, found.st_mtime_ns) if os.path.isfile(name) else (0, 0)


def _options(plan: Plan, format_name: str) -> dict[str, Any]:
    columns = attrs.asdict(plan.columns)
    profile = plan.profile
    return {
        "newsparse": importlib.import_module("newsparse").__version__,
        "--to": format_name,
        "--flat": plan.layout is Layout.FLAT,
        "--no-sources": plan.layout is Layout.WITHOUT_SOURCES,
        "--errors": os.path.abspath(plan.errors) if plan.errors else None,
        "--ordered": plan.ordered,
        "--from": None if plan.kind is None else plan.kind.value,
        **{f"--{name}-column": value for name, value in columns.items()},
        "--profile": _digest(repr(profile)) if isinstance(profile, Profile) else profile,
        "--profiles": _parser_digest(plan.parser),
        "--min-confidence": plan.min_confidence,
        "--without": ", ".join(plan.without) or None,
        "--known": _file_digest(plan.known),
        "--comments": plan.comments,
        "--learn": plan.learn,
        "--sites": os.path.abspath(plan.sites) if plan.sites else None,
        "--page-seconds": plan.caps.seconds,
        "--page-memory": plan.caps.memory,
    }


def _parser_digest(parser: Parser) -> str:
    """A digest of a parser's profiles and limits."""
    return _digest(repr((parser.profiles.profiles, parser.limits)))


def _file_digest(path: str | None) -> str | None:
    """A digest of the state of a file; None for no file."""
    return None if path is None else _digest(repr((os.path.abspath(path), _state(path))))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_LENGTH]


@attrs.frozen
class Comparison:
    """A resumed run, compared with the first run."""

    differences: tuple[str, ...] = ()
    """Why the run cannot go on; empty where it can."""
    notes: tuple[str, ...] = ()
    """What the user should know."""
    added: Mapping[str, FileState] = attrs.field(factory=dict)
    """Files that the first run did not see."""


def compare(first: Fingerprint, now: Fingerprint) -> Comparison:
    """Whether a run may go on where the first run stopped.

    It may where the options are the same, every file of the first run is as it was, and the inputs
    are the same or more. Files added since are taken up. Files that are gone are accepted only
    where the inputs are named as before.
    """
    added = {name: state for name, state in now.files.items() if name not in first.files}
    gone = [name for name in first.files if name not in now.files]
    notes = []
    differences = [*_option_differences(first, now), *_file_differences(first, now)]
    if gone and first.inputs == now.inputs:
        notes.append(f"{_named(gone)} gone since the first run; records already written are kept")
    elif gone:
        differences.append(f"the inputs of the first run included {_listed(gone)}")
    if added:
        notes.append(f"{_named(list(added))} new since the first run and read as well")
    return Comparison(tuple(differences), tuple(notes), added)


def _option_differences(first: Fingerprint, now: Fingerprint) -> list[str]:
    return [
        _option_difference(name, first.options.get(name), now.options.get(name))
        for name in dict.fromkeys((*first.options, *now.options))
        if first.options.get(name) != now.options.get(name)
    ]


def _option_difference(name: str, before: Any, after: Any) -> str:
    """One difference, in the words of the command line.

    >>> _option_difference("--ordered", True, False), _option_difference("--to", "csv", "jsonl")
    ('--ordered was given, now it is not', '--to was csv, now it is jsonl')
    """
    if name == "newsparse":
        return f"it was started by newsparse {before}, and this is newsparse {after}"
    if name == "--profiles":
        return "--profiles had other profiles"
    if name == "--known" and before and after:
        return "--known had another file"
    if isinstance(before, bool) or isinstance(after, bool):
        return f"{name} was {'given, now it is not' if before else 'not given, now it is'}"
    return f"{name} was {_printed(before)}, now it is {_printed(after)}"


def _printed(value: Any) -> str:
    return "not given" if value is None else str(value)


def _file_differences(first: Fingerprint, now: Fingerprint) -> list[str]:
    relative = any(name != STDIN and not os.path.isabs(name) for name in first.files)
    if relative and first.folder != now.folder:
        return [f"it was started in the folder {quoted(first.folder, 200)}"]
    changed = [name for name, state in first.files.items() if now.files.get(name, state) != state]
    return [f"the input {_listed(changed)} was changed since"] if changed else []


def _named(names: list[str]) -> str:
    return f"{_listed(names)} {'is' if len(names) == 1 else 'are'}"


def _listed(names: list[str]) -> str:
    """Some of the names, and how many more there are.

    >>> _listed(["a", "b", "c", "d"])
    "'a', 'b', 'c' and 1 more"
    """
    shown = ", ".join(quoted(name, 200) for name in names[:_FILES_NAMED])
    more = len(names) - _FILES_NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown
