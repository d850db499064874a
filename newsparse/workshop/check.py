"""Compare the record of a fixture with the expected one.

A fixture is a page and a JSON file of the same name that holds the expected fields, as `plain`
writes them. Fields that the file leaves out are not compared.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs

from newsparse.errors import InputError, quoted
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile
from newsparse.read.decode import PageInput
from newsparse.workshop.plain import plain


@attrs.frozen
class Difference:
    """A field, or an entry of it, that differs from the expected value."""

    field: str
    expected: Any
    found: Any

    def __str__(self) -> str:
        return f"{self.field}\n  expected {_shown(self.expected)}\n  found    {_shown(self.found)}"


def check(
    page: PageInput,
    expected: dict[str, Any],
    *,
    profile: Profile | str | None = None,
    parser: Parser | None = None,
) -> tuple[Difference, ...]:
    """The differences between a page's record and the expected fields.

    `url` among the expected fields is the page's URL.
    """
    wanted = dict(expected)
    url = wanted.pop("url", None)
    found = plain((parser or Parser()).parse(page, url=url, profile=profile))
    return tuple(
        difference
        for field, value in wanted.items()
        for difference in _compare(field, value, found.get(field))
    )


def check_file(
    path: str | Path, *, profile: Profile | str | None = None, parser: Parser | None = None
) -> tuple[Difference, ...]:
    """`check` for a page and the JSON file beside it.

    Raises `InputError` if the JSON file is missing or bad.
    """
    file = Path(path)
    beside = file.with_suffix(".json")
    try:
        expected = json.loads(beside.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            f"{quoted(str(file))} has no readable record {beside.name} beside it: {error}"
        ) from None
    if not isinstance(expected, dict):
        raise InputError(f"an expected record is a JSON object of fields; {beside.name} is not one")
    return check(file, expected, profile=profile, parser=parser)


def _compare(field: str, expected: Any, found: Any) -> list[Difference]:
    """The differences of one field: of lists of the same length, entry by entry."""
    if expected == found:
        return []
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = enumerate(zip(expected, found, strict=True))
        return [
            Difference(f"{field}[{at}]", one, other) for at, (one, other) in pairs if one != other
        ]
    if isinstance(expected, list) and isinstance(found, list):
        lost = [Difference(f"{field} lacks", one, None) for one in expected if one not in found]
        more = [Difference(f"{field} has more", None, one) for one in found if one not in expected]
        return [*lost, *more] or [Difference(field, expected, found)]
    return [Difference(field, expected, found)]


def _shown(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)
