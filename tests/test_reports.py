"""Pages in the shapes that users of article parsers report, against the values a reader would give.

`fixtures/reports/KIND-SLUG.html` (`.txt`, `.bin` for bytes) stands beside `KIND-SLUG.checks.json`:
only the values that matter, each checked by the function of its name below. `"report"` says what
users complained of. Known faults stand in `reports_expected_to_fail.txt`.
`python tests/test_reports.py [WORD ...]` prints a line per page and what is wrong with it.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from known_faults import KNOWN_FAULTS, marks

import newsparse
from newsparse import Article

REPORTS = Path(__file__).parent.parent / "fixtures" / "reports"


def squash(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def body(article: Article) -> str:
    return "\n".join(squash(block.text) for block in article.body)


def text_of(field: Any) -> str | None:
    return squash(field.text) if field else None


def same_moment(found: Any, want: str | None) -> bool:
    """Whether a moment is the one wanted; a wanted day or minute leaves the rest open."""
    if found is None or want is None:
        return found is None and want is None
    if len(want) <= 16:
        return str(found.isoformat()).startswith(want)
    return bool(
        isinstance(found, dt.datetime) and found.tzinfo
    ) and found == dt.datetime.fromisoformat(want)


def missing(found: list[str], want: list[str]) -> str:
    return "; ".join(f"lacks {part!r}" for part in want if not any(part in one for one in found))


def equal(read: Callable[[Article], Any]) -> Callable[[Article, Any], str]:
    def check(article: Article, want: Any) -> str:
        found = read(article)
        return "" if found == want else f"got {found!r}, want {want!r}"

    return check


def moment(field: str) -> Callable[[Article, Any], str]:
    def check(article: Article, want: str | None) -> str:
        found = getattr(article, field)
        return "" if same_moment(found, want) else f"got {found and found.isoformat()}, want {want}"

    return check


def names(article: Article) -> list[str]:
    return [name for byline in article.bylines for name in byline.names]


def once(article: Article, want: list[str]) -> str:
    counts = {piece: body(article).count(squash(piece)) for piece in want}
    return "; ".join(f"{n} times {piece!r}" for piece, n in counts.items() if n != 1)


def order(article: Article, want: list[str]) -> str:
    """Each block begins with its piece, in this order, and there are no other blocks."""
    found = [squash(block.text) for block in article.body]
    for at, piece in enumerate(want):
        if at >= len(found) or not found[at].startswith(squash(piece)):
            return (
                f"block {at}: got {found[at][:60] if at < len(found) else None!r}, want {piece!r}"
            )
    return (
        ""
        if len(found) == len(want)
        else f"{len(found)} blocks, want {len(want)}: also {found[len(want)][:60]!r}"
    )


def kinds(article: Article, want: dict[str, str]) -> str:
    found = {
        piece: [b.kind.value for b in article.body if squash(piece) in squash(b.text)]
        for piece in want
    }
    return "; ".join(f"{p!r}: {k}" for p, k in found.items() if k != [want[p]])


def notes(article: Article, want: dict[str, str]) -> str:
    found = [(note.kind.value, squash(note.text)) for note in article.notes]
    held = lambda piece, kind: any(k == kind and piece in text for k, text in found)  # noqa: E731
    return "; ".join(f"no {k} with {p!r}: {found}" for p, k in want.items() if not held(p, k))


CHECKS: dict[str, Callable[[Article, Any], str]] = {
    "headline": equal(lambda a: text_of(a.headline)),
    "kicker": equal(lambda a: text_of(a.kicker)),
    "deck": equal(lambda a: text_of(a.deck)),
    "masthead": equal(lambda a: a.masthead and a.masthead.name),
    "kind": equal(lambda a: a.kind.value),
    "tags": equal(lambda a: list(a.tags)),
    "names": equal(names),
    "names_lack": lambda a, want: "; ".join(f"holds {n!r}" for n in want if n in names(a)),
    "roles": equal(lambda a: {p.name: p.role for b in a.bylines for p in b.authors if p.role}),
    "agencies": equal(lambda a: [b.agency for b in a.bylines if b.agency]),
    "byline_raw_holds": lambda a, want: missing([b.raw for b in a.bylines], want),
    "published": moment("published"),
    "updated": moment("updated"),
    "published_is_not": lambda a, want: "is it" if same_moment(a.published, want) else "",
    "dates_in_order": equal(lambda a: not a.updated or str(a.updated) >= str(a.published)),
    "captions": equal(lambda a: [squash(c.text) for c in a.captions]),
    "credits": equal(lambda a: [[*c.credit.names, *c.credit.agencies] for c in a.captions if c.credit]),
    "images": equal(lambda a: [c.image for c in a.captions]),
    "blocks": equal(lambda a: len(a.body)),
    "order": order,
    "has": once,
    "lacks": lambda a, want: "; ".join(f"holds {p!r}" for p in want if squash(p) in body(a)),
    "kinds": kinds,
    "rows": equal(lambda a: [[*map(squash, b.cells)] for b in a.body if b.kind == "table_row"]),
    "notes": notes,
    "entry_times": equal(
        lambda a: [*dict.fromkeys(b.timestamp.isoformat()[11:16] for b in a.body if b.timestamp)]
    ),
    "warnings": lambda a, want: missing([w.code.value for w in a.warnings], want),
    "no_warnings": lambda a, want: "; ".join(str(w) for w in a.warnings if w.code in want),
}  # fmt: skip


def reports() -> Iterator[tuple[Path, dict[str, Any]]]:
    """The pages, each with its checks."""
    for path in sorted(REPORTS.glob("*.checks.json")):
        page = next(
            p for p in REPORTS.glob(f"{path.name.removesuffix('checks.json')}*") if p != path
        )
        yield page, json.loads(path.read_text("utf-8"))


@functools.cache
def parsed(page: Path) -> Article:
    return newsparse.parse(page.read_bytes() if page.suffix == ".bin" else page)


def wrong(page: Path, check: str, want: Any) -> str:
    """What is wrong with one field of a page; "" where it is right."""
    return CHECKS[check](parsed(page), want)


CASES = [
    pytest.param(page, check, want, id=f"{page.stem} {check}", marks=marks(f"{page.stem} {check}"))
    for page, checks in reports()
    for check, want in checks.items()
    if check != "report"
]


@pytest.mark.parametrize(("page", "check", "want"), CASES)
def test_report(page: Path, check: str, want: Any) -> None:
    found = wrong(page, check, want)
    if found:
        pytest.fail(f"{page.name}: {check}: {found}", pytrace=False)


def test_the_list_names_pages_and_lines_that_are_there() -> None:
    """A known fault is a check of a page, or a line of a table of `tests/cases`."""
    there = {f"{page.stem} {check}" for page, checks in reports() for check in checks}
    for table in (Path(__file__).parent / "cases").glob("*.tsv"):
        for line in table.read_text("utf-8").splitlines():
            there.add(f"{table.name}\t{line.split(chr(9))[0]}")
    assert set() == KNOWN_FAULTS - there


def main(words: list[str]) -> None:
    for page, checks in reports():
        if words and not any(word in page.name for word in words):
            continue
        found = {c: wrong(page, c, w) for c, w in checks.items() if c != "report"}
        faults = {check: text for check, text in found.items() if text}
        print("FAIL" if faults else "pass", page.name)
        for check, text in faults.items():
            known = "known" if f"{page.stem} {check}" in KNOWN_FAULTS else "NEW"
            print(f"     {check} ({known}): {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
