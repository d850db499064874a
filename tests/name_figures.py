"""Authors, days and captions of Greek, Polish, Russian and Chinese pages against labels made by eye.

    python tests/name_figures.py FOLDER [--errors]      FOLDER holds the pages: manifest.jsonl and pages/

`tests/data/name_labels.jsonl` labels 20 pages of each language, drawn by a fixed seed. A label names a page, a field, the
place of the value in the decoded page, and a hash of the value, so no text of the pages is kept. `published` gives its day too;
null: the page prints none. An `optional` label is neither asked for nor wrong. An `editor` is the editor in charge of the page,
who is no author; a record may name one with that role.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs

import newsparse
from newsparse import Article
from newsparse.textual import normalize

LABELS: Final = Path(__file__).parent / "data" / "name_labels.jsonl"
FIELDS: Final = ("author", "published", "caption")
_SIMILAR: Final = 0.8
"""The F1 over pairs of letters from which two captions are one."""
_TAG = re.compile(r"<[^>]*>")


@attrs.frozen
class Figures:
    """Right, wrong and missed values of one field."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed
        )


@attrs.frozen
class Result:
    """The figures of each field and language, and what was wrong or missed."""

    figures: dict[tuple[str, str], Figures]
    errors: tuple[str, ...]

    def over(self, *, field: str | None = None, language: str | None = None) -> Figures:
        """The figures of all fields and languages, or of one."""
        chosen = (
            one
            for (of, spoken), one in self.figures.items()
            if field in (None, of) and language in (None, spoken)
        )
        return sum(chosen, Figures())


def measure(folder: Path) -> Result:
    """Parse the labelled pages and compare."""
    labels = _labels()
    figures: dict[tuple[str, str], Figures] = defaultdict(Figures)
    errors: list[str] = []
    for row in map(json.loads, (folder / "manifest.jsonl").open(encoding="utf-8")):
        if row["id"] not in labels:
            continue
        page = gzip.decompress((folder / row["page"]).read_bytes())
        article = newsparse.parse(page, url=row["url"], profile="generic")
        text = newsparse.decode(page)
        for field in FIELDS:
            asked, optional = _values(labels[row["id"]], field, text)
            found = list(_found(article, field, labels[row["id"]]))
            one, left, unread = _compare(asked, optional, found, field)
            figures[field, row["set"]] += one
            errors += (f"{row['id']}: {field} {value!r} is wrong" for value in left)
            errors += (f"{row['id']}: {field} {value!r} is missed" for value in unread)
    return Result(dict(figures), tuple(errors))


def _labels() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for label in map(json.loads, LABELS.read_text("utf-8").splitlines()):
        found[label["id"]].append(label)
    return found


def _values(
    labels: list[dict[str, Any]], field: str, text: str
) -> tuple[list[str], list[str] | None]:
    """The values that a page must give, and those that it may; None: it may give any."""
    asked: list[str] = []
    optional: list[str] | None = []
    for label in labels:
        if label["field"] != field:
            continue
        if label["start"] is None:
            optional = None if label.get("optional") else optional
            continue
        shown = " ".join(html.unescape(_TAG.sub("", text[label["start"] : label["end"]])).split())
        if _hashed(shown) != label["hash"]:
            raise ValueError(f"{label['id']}: the page is not the one that was labelled")
        value = label.get("day") or shown
        if label.get("optional") and optional is not None:
            optional.append(value)
        else:
            asked.append(value)
    return asked, optional


def _hashed(value: str) -> str:
    return hashlib.sha256(normalize(value).encode()).hexdigest()[:16]


def _found(article: Article, field: str, labels: list[dict[str, Any]]) -> Iterator[str]:
    if field == "published":
        if article.published is not None:
            yield article.published.isoformat()[:10]
    elif field == "caption":
        yield from (caption.text for caption in article.captions if caption.text)
    else:
        editors = {label["hash"] for label in labels if label["field"] == "editor"}
        for author in (author for byline in article.bylines for author in byline.authors):
            if not (author.role and _hashed(author.name) in editors):
                yield author.name


def _compare(
    asked: list[str], optional: list[str] | None, found: list[str], field: str
) -> tuple[Figures, list[str], list[str]]:
    """The figures of one field of one page, and the values that are wrong or missed."""
    left, wrong = list(asked), []
    for value in found:
        same = next((one for one in left if _same(one, value, field)), None)
        if same is not None:
            left.remove(same)
        elif optional is not None and not any(_same(one, value, field) for one in optional):
            wrong.append(value)
    return Figures(len(asked) - len(left), len(wrong), len(left)), wrong, left


def _same(one: str, other: str, field: str) -> bool:
    if field != "caption":
        return normalize(one) == normalize(other)
    first, second = _pairs(one), _pairs(other)
    both = (first & second).total()
    return both * 2 >= _SIMILAR * (first.total() + second.total())


def _pairs(text: str) -> Counter[str]:
    letters = "".join(re.findall(r"\w", normalize(text)))
    return Counter(letters[at : at + 2] for at in range(max(1, len(letters) - 1)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each wrong or missed value")
    chosen = parser.parse_args()
    result = measure(chosen.folder)
    languages = sorted({language for _, language in result.figures})
    rows = [(field, language) for field in FIELDS for language in languages]
    for field, language in (*rows, *((field, None) for field in FIELDS), (None, None)):
        one = result.over(field=field, language=language)
        print(
            f"{field or 'all':10} {language or 'all':10} precision {one.precision:.3f} "
            f"recall {one.recall:.3f} ({one.right} right, {one.wrong} wrong, {one.missed} missed)"
        )
    if chosen.errors:
        print("\n".join(result.errors))


if __name__ == "__main__":
    main()
