"""Every fixture page gives the record that a person wrote for it.

Each `fixtures/FOLDER/NAME.txt` or `.html` has a file `NAME.expected.json` with the fields that matter. Fields that
the page lacks are left out. `"given"` has the arguments of `newsparse.parse`. To add a case, add two files.
`python -m tests.update_goldens` shows what would change before it writes anything.
"""

from __future__ import annotations

import datetime as dt
import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse import Article

FIXTURES = Path(__file__).parent.parent / "fixtures"
_PAGES = (".txt", ".html")


def cases() -> Iterator[Path]:
    """The expected records, in order of their names."""
    return iter(
        sorted(path for path in FIXTURES.glob("*/*.expected.json") if page_of(path) is not None)
    )


def page_of(expected: Path) -> Path | None:
    """The page of an expected record."""
    stem = expected.name.removesuffix(".expected.json")
    return next(
        (page for suffix in _PAGES if (page := expected.with_name(stem + suffix)).exists()), None
    )


def parsed(expected: Path) -> dict[str, Any]:
    """The record that newsparse returns for the page of an expected record, with the arguments first."""
    given = json.loads(expected.read_text("utf-8")).get("given", {}) if expected.exists() else {}
    arguments = dict(given)
    if "reference" in arguments:
        arguments["reference"] = dt.datetime.fromisoformat(arguments["reference"])
    page = page_of(expected)
    assert page is not None
    found = to_the_point(newsparse.parse(page, **arguments))
    return {"given": given, **found} if given else found


def to_the_point(article: Article) -> dict[str, Any]:
    """The fields of a record that fixtures pin, without empty ones."""
    masthead, kicker, dateline = article.masthead, article.kicker, article.dateline
    return _full(
        {
            "profile": article.profile,
            "masthead": _full(
                {
                    "name": masthead.name,
                    "place": masthead.place,
                    "established": _iso(masthead.established),
                }
            )
            if masthead
            else None,
            "kicker": _full({"text": kicker.text, "path": list(kicker.path)}) if kicker else None,
            "headline": article.headline.text if article.headline else None,
            "deck": article.deck.text if article.deck else None,
            "bylines": [
                _full(
                    {
                        "names": list(byline.names),
                        "agency": byline.agency,
                        "desk": byline.desk,
                        "roles": [author.role for author in byline.authors if author.role],
                        "emails": [author.email for author in byline.authors if author.email],
                    }
                )
                for byline in article.bylines
            ],
            "dateline": _full(
                {"place": dateline.place, "agency": dateline.agency, "date": _iso(dateline.date)}
            )
            if dateline
            else None,
            "published": _iso(article.published),
            "updated": _iso(article.updated),
            "captions": [
                {
                    "text": caption.text,
                    **_full({"date": _iso(caption.date)}),
                    **(
                        {
                            "credit": _full(
                                {
                                    "raw": caption.credit.raw,
                                    "names": list(caption.credit.names),
                                    "agencies": list(caption.credit.agencies),
                                }
                            )
                        }
                        if caption.credit
                        else {}
                    ),
                }
                for caption in article.captions
            ],
            "body": [block.text for block in article.body],
            "notes": [{"kind": note.kind.value, "text": note.text} for note in article.notes],
            "is_wire": article.is_wire,
        }
    )


def _full(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value
        for name, value in fields.items()
        if value is not None and value != [] and value != {}
    }


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def shown(record: dict[str, Any]) -> str:
    """A record in the form of its file."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def difference(expected: dict[str, Any], found: dict[str, Any]) -> str:
    """The difference between two records as a unified diff, "" if there is none."""
    return "".join(
        difflib.unified_diff(
            shown(expected).splitlines(True),
            shown(found).splitlines(True),
            "expected",
            "found",
            n=1,
        )
    )


def name_of(expected: Path) -> str:
    return f"{expected.parent.name}/{expected.name.removesuffix('.expected.json')}"


def _param(expected: Path) -> Any:
    return pytest.param(expected, id=name_of(expected))


@pytest.mark.parametrize("expected", [_param(path) for path in cases()])
def test_fixture(expected: Path) -> None:
    """The page gives its expected record."""
    wrong = difference(json.loads(expected.read_text("utf-8")), parsed(expected))
    if wrong:
        pytest.fail(f"{page_of(expected)}\n{wrong}", pytrace=False)


_KNOWN_BY_PROFILE = ("profile", "masthead", "given", "is_wire")
"""Fields that only a profile can know: whose page it is, and so whether its own staff wrote it."""


def _without_zone(record: dict[str, Any]) -> dict[str, Any]:
    """A record without the fields that a profile adds. The time zone comes from the profile too."""
    kept = {name: value for name, value in record.items() if name not in _KNOWN_BY_PROFILE}
    return kept | {name: kept[name][:19] for name in ("published", "updated") if name in kept}


@pytest.mark.parametrize(
    "expected",
    [
        _param(path)
        for path in cases()
        if path.parent.name == "spokesman" and page_of(path).suffix == ".txt"
    ],
)  # type: ignore[union-attr]
def test_text_page_needs_no_profile(expected: Path) -> None:
    """A text page of the site gives the same record without its profile, except for fields that only a profile knows."""
    page = page_of(expected)
    assert page is not None
    found = _without_zone(to_the_point(newsparse.parse(page, profile="generic")))
    wrong = difference(_without_zone(json.loads(expected.read_text("utf-8"))), found)
    if wrong:
        pytest.fail(f"{page}, generic\n{wrong}", pytrace=False)
