"""The table of precedence, the resolver that follows it, and the values that claims carry."""

from __future__ import annotations

import pytest

from newsparse import parse
from newsparse.blocks import Block
from newsparse.page import Hint
from newsparse.read.reader import read
from newsparse.records import Credit, Label, NoteKind
from newsparse.segmenters.claims import Claim, DatesFound, Placement, claimed, learned, resolve
from newsparse.segmenters.label import label
from newsparse.segmenters.precedence import PRECEDENCE, rank_of, row

STORY = " ".join(["The council said on Tuesday that the river had risen again overnight."] * 4)
MORE = " ".join(["Roads in the north were closed until the evening, a spokeswoman said."] * 4)


def blocks(*texts: str) -> tuple[Block, ...]:
    return read("\n\n".join(texts), media="text").blocks


def test_the_table_falls_in_confidence() -> None:
    confidences = [one.confidence for one in PRECEDENCE]
    assert confidences == sorted(confidences, reverse=True)
    assert all(0.5 < confidence <= 1 for confidence in confidences)
    assert len({one.name for one in PRECEDENCE}) == len(PRECEDENCE)
    assert [one.rank for one in PRECEDENCE] == list(range(len(PRECEDENCE)))


@pytest.mark.parametrize("one", PRECEDENCE, ids=lambda one: str(one.name))
def test_a_learned_claim_goes_before_rows_of_less_confidence_alone(one: object) -> None:
    assert isinstance(one, type(PRECEDENCE[0]))
    assert one.rank < rank_of(one.confidence) < len(PRECEDENCE)
    assert rank_of(min(1.0, one.confidence + 1e-6)) < one.rank or one.confidence == 1


@pytest.mark.parametrize("order", [1, -1])
def test_the_upper_row_wins_whatever_the_order_of_claims(order: int) -> None:
    claims = [
        claimed(0, row("date: with other words")),
        claimed(0, row("byline: prefix")),
        learned(0, Label.BODY, 0.95, "reads as body"),
        learned(0, Label.HEADLINE, 0.3, "may be the headline"),
    ]
    (piece,) = resolve(blocks("By Ada Lin, May 3, 2024"), claims[::order])
    assert piece.label is Label.BYLINE
    assert [lost.label for lost in piece.rejected] == [Label.BODY, Label.DATE, Label.HEADLINE]


def test_a_doubt_never_wins() -> None:
    (piece,) = resolve(blocks("Rain falls"), [learned(0, Label.BODY, 0.49, "may be body")])
    assert piece.label is Label.FURNITURE
    assert [lost.label for lost in piece.rejected] == [Label.BODY]


def test_a_piece_holds_the_value_of_the_claim_that_won() -> None:
    credit = Credit(("Ada Lin",), (), "Ada Lin")
    text = "Herons nest. Photo: Ada Lin"
    claims = [
        claimed(0, row("caption: figure")),
        claimed(0, row("credit: figure"), "labelled", start=13, value=credit),
    ]
    first, second = resolve(blocks(text), claims)
    assert (first.label, first.value) == (Label.CAPTION, None)
    assert (second.label, second.value) == (Label.CREDIT, credit)


def test_what_another_field_leaves_of_a_note_is_no_note() -> None:
    note = Claim(0, Label.NOTE, 0.94, "note", row("note: words").rank, value=NoteKind.CONTRIBUTORS)
    byline = claimed(0, row("byline: prefix"), end=10)
    opened, rest = resolve(blocks("By Ada Lin and others."), [note, byline])
    assert (opened.label, rest.label, rest.value) == (Label.BYLINE, Label.NOTE, None)
    (whole,) = resolve(blocks("By Ada Lin and others."), [note])
    assert whole.value is NoteKind.CONTRIBUTORS


def test_a_date_far_from_the_story_says_that_it_is_a_fallback() -> None:
    far = [f"Item {number}" for number in "abcdefghijkl"]
    page = read("\n\n".join(["Rain falls on town", STORY, MORE, *far, *far, "May 3, 2024"]))
    found = [piece.value for piece in label(page).pieces if piece.label is Label.DATE]
    assert [value.placement for value in found if isinstance(value, DatesFound)] == [
        Placement.FALLBACK
    ]


def test_a_hinted_note_is_an_editors_where_its_words_name_no_kind() -> None:
    page = read("\n\n".join(["Rain falls on town", STORY, "The weir is kept by hand."]))
    at = len(page.blocks) - 1
    (piece,) = [
        piece
        for piece in label(page, hints=(Hint(at, Label.NOTE, rule="last"),)).pieces
        if piece.block == at
    ]
    assert (piece.label, piece.value) == (Label.NOTE, NoteKind.EDITOR)


def test_facts_of_a_line_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsparse.segmenters import facts

    asked: list[str] = []

    def counted(text: str) -> bool:
        asked.append(text)
        return False

    monkeypatch.setattr(facts.bylines, "has_byline_prefix", counted)
    monkeypatch.setattr(facts, "is_relative", counted)
    page = read("\n\n".join(["Rain falls on town", "By Ada Lin", "2 hours ago", STORY]))
    lines = label(page).view.scene.facts
    for at in range(len(page.blocks)):
        lines[at].has_byline_prefix, lines[at].has_byline_prefix, lines[at].is_relative
    assert len(asked) == 2 * len(page.blocks)


def test_the_record_is_read_from_values() -> None:
    lines = (
        "# Rain falls on town",
        "By Ada Lin",
        "May 3, 2024",
        STORY,
        MORE,
        "Correction: It rained.",
    )
    article = parse("\n\n".join(lines), media="text")
    assert str(article.published) == "2024-05-03"
    assert [byline.names for byline in article.bylines] == [("Ada Lin",)]
    assert [note.kind for note in article.notes] == [NoteKind.CORRECTION]
