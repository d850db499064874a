"""The promises that versions make: public names, enum values, record fields, error classes, the JSON Schema.

python tests/promise.py            show how the code differs from the pinned files
python tests/promise.py --write    update the pinned files; add the difference to the change log
"""

from __future__ import annotations

import difflib
import enum
import inspect
import json
import sys
import typing
from pathlib import Path
from typing import Any

import attrs

import newsparse
from newsparse import errors, records

GOLDEN = Path(__file__).parent / "golden"


def promise() -> dict[str, Any]:
    """The promises as data."""
    public = {name: getattr(newsparse, name) for name in newsparse.__all__}
    enums = {
        name: value
        for name, value in vars(records).items()
        if inspect.isclass(value) and issubclass(value, enum.Enum)
    }
    values = {
        value.__name__: value
        for value in (*public.values(), *vars(records).values())
        if inspect.isclass(value) and attrs.has(value)
    }
    return {
        "names": sorted(public),
        "enums": {
            name: [member.value for member in value] for name, value in sorted(enums.items())
        },
        "fields": {
            name: [_field(cls, field) for field in attrs.fields(cls)]
            for name, cls in sorted(values.items())
            if name in public or name in vars(records)
        },
        "signatures": {
            name: str(inspect.signature(value))
            for name, value in sorted(public.items())
            if inspect.isfunction(value)
        },
        "errors": {
            name: [base.__name__ for base in cls.__bases__]
            for name, cls in sorted(vars(errors).items())
            if inspect.isclass(cls)
        },
    }


def _field(cls: type, field: Any) -> str:
    hint = typing.get_type_hints(cls)[field.name]
    shown = hint.__name__ if inspect.isclass(hint) and not typing.get_args(hint) else str(hint)
    for module in (
        "newsparse.kinds.",
        "newsparse.records.",
        "newsparse.profiles.rules.",
        "newsparse.profiles.registry.",
        "newsparse.segmenters.scoring.",
        "newsparse.page.",
    ):
        shown = shown.replace(module, "")
    return f"{field.name}: {shown}" + ("" if field.default is attrs.NOTHING else " = …")


def files() -> dict[Path, str]:
    """The expected content of the pinned files."""
    return {
        GOLDEN / "promise.json": json.dumps(promise(), indent=1, ensure_ascii=False) + "\n",
        GOLDEN / "article.schema.json": json.dumps(
            newsparse.json_schema(), indent=1, ensure_ascii=False
        )
        + "\n",
    }


def differences() -> str:
    """How the code differs from the pinned files, as a unified diff; "" if it does not."""
    shown: list[str] = []
    for path, text in files().items():
        pinned = path.read_text("utf-8") if path.exists() else ""
        shown += difflib.unified_diff(
            pinned.splitlines(True),
            text.splitlines(True),
            f"pinned/{path.name}",
            f"code/{path.name}",
        )
    return "".join(shown)


def main(arguments: list[str]) -> int:
    found = differences()
    sys.stdout.write(found or "the code matches the pinned files\n")
    if "--write" in arguments:
        GOLDEN.mkdir(exist_ok=True)
        for path, text in files().items():
            path.write_text(text, "utf-8")
        return 0
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
