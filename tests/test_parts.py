"""What belongs to the body is a choice: parts of a story can be left out, and the deck taken in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from newsparse import (
    Article,
    BlockKind,
    BodyBlock,
    Caption,
    Deck,
    Link,
    Note,
    NoteKind,
    RecordError,
    export,
)
from newsparse.cli import batch
from newsparse.cli.app import app
from newsparse.printed.parts import NAMES, OF_BODY

BLOCKS = (
    BodyBlock("It rained."),
    BodyBlock("Roads", BlockKind.HEADING, level=2),
    BodyBlock("Route 9", BlockKind.LIST_ITEM),
    BodyBlock("“We wait.”", BlockKind.QUOTE),
    BodyBlock("Mon\t3 mm", BlockKind.TABLE_ROW, cells=("Mon", "3 mm")),
    BodyBlock("a = 1", BlockKind.PREFORMATTED),
    BodyBlock("More on rain", links=(Link(0, 12, "/rain"),)),
    BodyBlock("See the map of roads.", links=(Link(8, 11, "/map"),)),
)
STORY = Article(
    deck=Deck("All day."),
    captions=(Caption("The weir."),),
    body=BLOCKS,
    notes=(Note("Corrected.", NoteKind.CORRECTION),),
)

batch_app = typer.Typer()
batch.register(batch_app)


@pytest.mark.parametrize(
    ("part", "lost"),
    [
        ("paragraphs", ("It rained.", "More on rain", "See the map of roads.")),
        ("subheads", ("Roads",)),
        ("lists", ("Route 9",)),
        ("quotes", ("“We wait.”",)),
        ("tables", ("Mon\t3 mm",)),
        ("preformatted", ("a = 1",)),
        ("link-lines", ("More on rain",)),
    ],
)
def test_a_part_of_the_body_is_left_out(part: str, lost: tuple[str, ...]) -> None:
    rest = STORY.without(part)  # type: ignore[arg-type]
    kept = {block.text for block in rest.body}
    assert [block.text for block in BLOCKS if block.text not in kept] == list(lost)
    assert (rest.deck, rest.captions, rest.notes) == (STORY.deck, STORY.captions, STORY.notes)


def test_each_kind_of_block_is_a_part() -> None:
    covered = {
        kind for kind in BlockKind if any(test(BodyBlock("", kind)) for test in OF_BODY.values())
    }
    assert covered == set(BlockKind)


def test_a_field_is_left_out_of_exports() -> None:
    text = export(STORY.without("deck", "captions", "notes", "tables"), "text")
    assert not any(words in text for words in ("All day.", "The weir.", "Corrected.", "3 mm"))
    assert "It rained." in text


def test_nothing_left_out_is_the_same_record() -> None:
    assert STORY.without() == STORY and STORY.body_text() == STORY.text


def test_fields_are_taken_into_the_text() -> None:
    text = STORY.body_text(include=["notes", "deck", "captions"], exclude=["tables", "lists"])
    lines = text.split("\n\n")
    assert lines[:2] == ["All day.", "It rained."] and lines[-2:] == ["The weir.", "Corrected."]
    assert "Route 9" not in lines and "Mon\t3 mm" not in lines


def test_an_unknown_part_is_an_error_that_names_it() -> None:
    with pytest.raises(RecordError, match="no part is named 'tabels'; there are: .*tables"):
        STORY.without("tabels")  # type: ignore[arg-type]
    with pytest.raises(RecordError, match="'subheads'"):
        STORY.body_text(include=["subheads"])  # type: ignore[list-item]


PAGE = (
    "<h1>Rain falls on Exampleton</h1><p>By Ada Lin</p>"
    "<p>It rained on Exampleton all day, the council said on Tuesday, and roads were closed.</p>"
    "<h2>Which roads are closed</h2>"
    "<p>Route 9 is closed at the weir, and the bridge at Marlow Bay is open to one lane.</p>"
)


def test_the_commands_take_the_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(PAGE)
    whole = CliRunner().invoke(app, ["parse", "page.html"]).stdout
    assert "Which roads" in whole
    for program, arguments in (
        (app, ["parse", "page.html"]),
        (batch_app, ["page.html", "-q", "--workers", "0"]),
    ):
        found = CliRunner().invoke(program, [*arguments, "--without", "subheads, tables"])
        assert found.exit_code == 0, found.output
        row = json.loads(found.stdout)
        texts = [block["text"] for block in row.get("article", row)["body"]]
        assert len(texts) == 2 and "Which roads are closed" not in texts


def test_the_command_names_the_parts() -> None:
    result = CliRunner().invoke(app, ["parse", "page.html", "--without", "tabels"])
    assert result.exit_code == 2
    assert all(name in result.output for name in NAMES)
