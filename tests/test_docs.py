"""The docs are correct: every example and command runs, and every field and cue is described."""

from __future__ import annotations

import doctest
import gzip
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import newsparse
from newsparse import records
from newsparse.benchmark import generated
from newsparse.lexicon.classwords import BITS
from newsparse.segmenters.features import FEATURES
from newsparse.segmenters.label import SEGMENTERS
from newsparse.segmenters.neighbours import CONTEXT

DOCS = Path(__file__).parent.parent / "docs"
OTHERS = ("profiles.md",)
"""Pages whose examples use files that the page defines. They have a test of their own."""
PAGES = sorted(page for page in DOCS.rglob("*.md") if page.name not in OTHERS)
_FENCE = re.compile(r"^\s*```.*$", re.MULTILINE)
_COMMAND = re.compile(
    r"^\$ ((?:.*\| )?newsparse (?:explain|parse|segment|schema|batch|issue)\b.*)$", re.MULTILINE
)
RECORDS = [
    value for value in vars(records).values() if isinstance(value, type) and attrs.has(value)
]


TERMS = {
    "BodyBlock": "block",
    "Confidences": "confidence",
    "ParseWarning": "warning",
    "Rejected": "rejected claim",
    "StoryPage": "page of a story",
}
"""Records whose term is not the name of their class."""


@pytest.fixture
def at_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the examples use."""
    shutil.copytree(DOCS / "examples", tmp_path, dirs_exist_ok=True)
    for folder in ("pages", "crawl"):
        (tmp_path / folder).mkdir()
    shutil.copy(DOCS / "examples" / "ferry.html", tmp_path / "pages")
    generated.write_warc(tmp_path / "crawl" / "made.warc.gz", generated.records(2))
    (tmp_path / "dump.jsonl.gz").write_bytes(
        gzip.compress(b'{"body": "<h1>Rain falls</h1><p>It rained all day.</p>"}')
    )
    shutil.copytree(
        DOCS.parent / "fixtures" / "scans" / "herald-1901-03-05", tmp_path / "herald-1901-03-05"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_examples_run(page: Path, at_the_examples: Path) -> None:
    """Run the examples of a page in order, in one namespace. A fence ends the output of an example."""
    text = _FENCE.sub("", page.read_text("utf-8"))
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL)
    runner.run(test, out=told.append)
    assert not runner.failures, "".join(told)


def test_pages_hold_examples() -> None:
    assert sum(page.read_text("utf-8").count(">>> ") for page in PAGES) > 60


def test_a_wrong_example_fails() -> None:
    test = doctest.DocTestParser().get_doctest(
        _FENCE.sub("", "```python\n>>> 1 + 1\n3\n```\n"), {}, "wrong", None, 0
    )
    runner = doctest.DocTestRunner()
    runner.run(test, out=lambda text: None)
    assert runner.failures == 1


COMMANDS = [
    (page.name, command) for page in PAGES for command in _COMMAND.findall(page.read_text("utf-8"))
]


@pytest.mark.skipif(
    importlib.util.find_spec("newsparse.cli.app") is None,
    reason="the command line is not installed",
)
@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_commands_run(page: str, command: str, at_the_examples: Path) -> None:
    shell = f'newsparse() {{ "{sys.executable}" -c "from newsparse.cli import main; main()" "$@"; }}\n{command}'
    done = subprocess.run(["sh", "-ec", shell], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_every_record_is_described(record: type) -> None:
    text = (DOCS / "records.md").read_text("utf-8")
    found = re.search(rf"^## {record.__name__}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None, f"records.md has no section {record.__name__}"
    named = [
        name
        for row in re.findall(r"^\| (`.*?) \|", found[1], re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    ]
    missing = {field.name for field in attrs.fields(record)} - set(named)
    assert not missing, (
        f"records.md does not describe {record.__name__}.{', '.join(sorted(missing))}"
    )


@pytest.mark.parametrize(
    "kind",
    [
        records.PageKind,
        records.Label,
        records.BlockKind,
        records.NoteKind,
        records.Origin,
        records.WarningCode,
    ],
    ids=lambda kind: kind.__name__,
)
def test_every_enum_value_is_described(kind: type[records.Label]) -> None:
    text = (DOCS / "records.md").read_text("utf-8")
    assert [value.value for value in kind if f"`{value.value}`" not in text] == []


@pytest.mark.parametrize(
    "kind",
    [records.Label, records.NoteKind, records.PageKind, records.Origin],
    ids=lambda kind: kind.__name__,
)
def test_every_label_and_kind_is_in_the_glossary(kind: type[records.Label]) -> None:
    text = (DOCS / "glossary.md").read_text("utf-8")
    assert [value.value for value in kind if f"`{value.value}`" not in text] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_is_a_term_of_the_glossary(record: type) -> None:
    text = (DOCS / "glossary.md").read_text("utf-8")
    lines = re.findall(r"^\*\w.*\*$", text, re.MULTILINE)
    terms = {term.casefold() for line in lines for term in re.findall(r"\*([^*]+)\*", line)}
    assert TERMS.get(record.__name__, record.__name__.casefold()) in terms


def test_every_cue_and_segmenter_is_described() -> None:
    text = (DOCS / "decisions.md").read_text("utf-8")
    cues = set(re.findall(r"`(\w+)`", text))
    assert {*FEATURES, *CONTEXT, *BITS} - cues == set()
    rows = re.findall(r"^\| (\w+) \|", text, re.MULTILINE)
    assert {segmenter.__name__ for segmenter in SEGMENTERS} <= set(rows)


def test_every_public_function_and_class_is_in_the_reference() -> None:
    text = (DOCS / "api.md").read_text("utf-8") + (DOCS / "records.md").read_text("utf-8")
    errors = {name for name in newsparse.__all__ if name.endswith("Error")}
    told = {
        name.rsplit(".", 1)[-1] for name in re.findall(r"^::: ([\w.]+)", text, re.MULTILINE)
    } | set(re.findall(r"\b[A-Z]\w+\b", text))
    assert set(newsparse.__all__) - errors - told == set()


def test_pictures_are_small() -> None:
    pictures = list((DOCS / "images").iterdir())
    assert pictures
    assert all(picture.stat().st_size < 200_000 for picture in pictures)
