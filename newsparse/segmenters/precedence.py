"""Who wins where two claims meet: the one table of precedence, strongest first.

Read it from the top: on each stretch of a block the claim of the uppermost row wins. `confidence`
is the probability that the rule of a row is right; a segment shows it as its score. The body is
learned and has no row: the model gives each block a probability, and its claim goes before all rows
of less confidence.

A segmenter pairs its tests with rows of this table; `row` finds one by its name.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from newsparse.records import Label


class Row(NamedTuple):
    """A rule's place among all rules."""

    label: Label
    name: str
    confidence: float
    """The probability, 0 to 1, that the rule is right."""
    reason: str
    """Why, in words; `{}` stands for what each claim adds."""
    rank: int
    """The row's place in the table; 0 is the strongest."""


_ROWS: Final[tuple[tuple[Label, str, float, str], ...]] = (
    # Certain: a profile's word, and the edges of a caption.
    (Label.FURNITURE, "profile: furniture", 1.0, "{}"),
    (Label.CREDIT, "profile: credit", 1.0, "{}"),
    (Label.CREDIT, "credit: in a profile's caption", 1.0, "a credit: {}"),
    (Label.FURNITURE, "furniture: glued to a caption", 1.0, "glued to a caption"),
    # A profile's other fields. Its body is lower: the region of a story also holds other fields.
    (Label.CAPTION, "profile: caption", 0.999, "{}"),
    (Label.HEADLINE, "profile: headline", 0.998, "{}"),
    (Label.KICKER, "profile: kicker", 0.998, "{}"),
    (Label.DECK, "profile: deck", 0.998, "{}"),
    (Label.MASTHEAD, "profile: masthead", 0.998, "{}"),
    (Label.BYLINE, "profile: byline", 0.998, "{}"),
    (Label.DATELINE, "profile: dateline", 0.998, "{}"),
    (Label.DATE, "profile: date", 0.998, "{}"),
    (Label.NOTE, "profile: note", 0.998, "{}"),
    (Label.TAG, "profile: tag", 0.998, "{}"),
    # Lines of text whose edges say caption; a date inside another field.
    # Throughout, a credit stands right above its caption.
    (Label.CREDIT, "credit: labelled line", 0.996, "a credit: {}"),
    (Label.CAPTION, "caption: labelled line", 0.996, "its label says caption"),
    (Label.CREDIT, "credit: line ends in brackets", 0.995, "a credit: {}"),
    (Label.CAPTION, "caption: line ends in brackets", 0.995, "ends in a picture credit"),
    (
        Label.BYLINE,
        "byline: signed paragraph",
        0.99,
        "a bracket at the story's end that names who wrote it",
    ),
    (
        Label.DECK,
        "deck: description in a deck element",
        0.99,
        "its element is a deck's, and it says what the page's description says",
    ),
    (Label.NOTE, "note: jump line", 0.99, "sends the reader to another page"),
    (Label.FURNITURE, "furniture: running head", 0.99, "the head of a page, beside a jump line"),
    (Label.FURNITURE, "furniture: slug of a jump", 0.99, "a word between two jump lines"),
    (Label.BYLINE, "byline: signed line", 0.986, "a label and the author's name"),
    (
        Label.BYLINE,
        "byline: Chinese names under the headline",
        0.9855,
        "names alone, right above the first paragraph",
    ),
    (
        Label.BYLINE,
        "byline: opens the headline",
        0.9852,
        "a name alone, with which the headline begins",
    ),
    (
        Label.BYLINE,
        "byline: signs in capitals",
        0.9851,
        "a name in capitals alone, right after the story",
    ),
    (Label.DATE, "date: its own words", 0.985, "a date and little else"),
    (Label.CREDIT, "credit: line ends in a credit", 0.98, "a credit: {}"),
    (Label.CAPTION, "caption: line ends in a credit", 0.98, "ends in a picture credit"),
    # Elements that name their field, and cues as strong.
    (
        Label.BYLINE,
        "byline: opens the story",
        0.975,
        "a name alone, in bold or capitals, right above the first paragraph",
    ),
    (Label.CREDIT, "credit: caption element", 0.97, "a credit: {}"),
    (Label.CREDIT, "credit: line printed twice", 0.97, "a credit: {}"),
    (Label.HEADLINE, "headline: best candidate", 0.97, "{}"),
    (
        Label.BYLINE,
        "byline: author named in the head",
        0.97,
        "names an author whom the head states",
    ),
    (Label.CAPTION, "caption: caption element", 0.97, "stands in a caption's element"),
    (Label.CAPTION, "caption: line printed twice", 0.97, "is printed twice in a row"),
    (Label.FURNITURE, "furniture: dialog", 0.97, "stands in a dialog"),
    (Label.FURNITURE, "furniture: embedded post", 0.97, "stands in a post of another site"),
    (Label.FURNITURE, "furniture: hidden", 0.97, "is hidden from the reader"),
    (Label.FURNITURE, "furniture: separator", 0.97, "signs without a word"),
    (Label.FURNITURE, "furniture: comments", 0.97, "stands among the readers' comments"),
    (Label.FURNITURE, "furniture: second story", 0.97, "stands in a second story"),
    (Label.CREDIT, "credit: alternative text", 0.966, "a credit: {}"),
    (
        Label.CAPTION,
        "caption: alternative text",
        0.966,
        "says what its picture's alternative text says",
    ),
    (Label.CREDIT, "credit: picture element", 0.965, "a credit: {}"),
    (
        Label.CAPTION,
        "caption: picture element",
        0.965,
        "stands in an element of pictures and ends in a credit",
    ),
    (Label.CREDIT, "credit: credit element", 0.96, "a credit: {}"),
    (Label.CREDIT, "credit: beside a caption", 0.96, "a credit: {}"),
    (Label.CREDIT, "credit: line over a credit", 0.96, "a credit: {}"),
    (Label.DECK, "deck: deck element", 0.96, "its element is a deck's, under the headline"),
    (
        Label.BYLINE,
        "byline: editors in charge",
        0.96,
        "a label and the names of those who edited it",
    ),
    (Label.BYLINE, "byline: prefix", 0.96, "starts with a byline prefix and names somebody"),
    (Label.CAPTION, "caption: credit element", 0.96, "its element is a picture credit's"),
    (Label.CAPTION, "caption: line over a credit", 0.96, "a picture credit stands under it"),
    (Label.TAG, "tag: topic link in a list", 0.96, "a link to a topic"),
    (
        Label.FURNITURE,
        "furniture: pull quote",
        0.96,
        "a pull quote: a figure, not the story's text",
    ),
    (
        Label.FURNITURE,
        "furniture: repeats the story",
        0.96,
        "a pull quote: says again what a paragraph of the story says",
    ),
    (
        Label.FURNITURE,
        "furniture: box of teasers",
        0.96,
        "stands in a box that links to other stories",
    ),
    (
        Label.FURNITURE,
        "furniture: signup box",
        0.96,
        "stands in a newsletter box",
    ),
    (
        Label.FURNITURE,
        "furniture: under a label",
        0.96,
        "a link under a label that announces other stories",
    ),
    (
        Label.FURNITURE,
        "furniture: invites to a channel",
        0.96,
        "invites to follow the paper elsewhere",
    ),
    (Label.FURNITURE, "furniture: ad", 0.96, "the words of {}"),
    (Label.FURNITURE, "furniture: share", 0.96, "the words of {}"),
    (Label.BODY, "profile: body", 0.955, "{}"),
    (
        Label.DECK,
        "deck: description apart",
        0.955,
        "the first paragraph, apart from the others, says what the page's description says",
    ),
    (
        Label.DECK,
        "deck: bold description",
        0.955,
        "the first paragraph, in bold, says what the page's description says",
    ),
    (Label.MASTHEAD, "masthead: established", 0.95, "says since when the paper is printed"),
    (Label.DECK, "deck: ends the header", 0.95, "the first paragraph, in the story's header"),
    (Label.BYLINE, "byline: after a prefix", 0.95, "follows a byline prefix"),
    (Label.BYLINE, "byline: house under a byline", 0.95, "names a house right under a byline"),
    (Label.BYLINE, "byline: signs off", 0.95, "says who wrote it, at the story's end"),
    (Label.FURNITURE, "furniture: comment", 0.95, "the words of {}"),
    (
        Label.BYLINE,
        "byline: byline element",
        0.94,
        "its element is a byline's and it names somebody",
    ),
    (Label.NOTE, "note: words", 0.94, "the words of a note: {}"),
    (Label.CREDIT, "credit: figure", 0.93, "a credit: {}"),
    (Label.CREDIT, "credit: line over the byline", 0.93, "a credit: {}"),
    (Label.HEADLINE, "headline: repeated", 0.93, "repeats the headline"),
    (
        Label.DECK,
        "deck: inside a deck element",
        0.93,
        "stands in a deck's element under the headline",
    ),
    (
        Label.DECK,
        "deck: description",
        0.93,
        "says what the page's description says, before the story",
    ),
    (Label.DATE, "date: alone in a date element", 0.93, "a date and little else"),
    (Label.DATE, "date: stated by its element", 0.93, "its element states a date"),
    (Label.DATE, "date: relative, with a label", 0.93, "a label and a date counted from now"),
    (Label.CAPTION, "caption: figure", 0.93, "stands with a picture in a figure"),
    (
        Label.CAPTION,
        "caption: line over the byline",
        0.93,
        "stands between headline and byline, on the byline",
    ),
    (Label.TAG, "tag: topic link", 0.93, "a link to a topic"),
    (Label.TAG, "tag: link in a list", 0.93, "a link in a list of topics"),
    (
        Label.TAG,
        "tag: link that spells its words",
        0.93,
        "a link right after the story to what it names",
    ),
    (Label.TAG, "tag: listed", 0.93, "listed behind a word for topics"),
    (
        Label.MASTHEAD,
        "masthead: known paper",
        0.92,
        "is the name of a known paper, at the top of the page",
    ),
    (Label.KICKER, "kicker: kicker element", 0.92, "its element is a kicker's, above the headline"),
    (
        Label.KICKER,
        "kicker: opens the headline's element",
        0.92,
        "stands in an element of its own before the headline",
    ),
    # Places and words that are often right.
    (Label.CREDIT, "credit: frame", 0.9, "a credit: {}"),
    (Label.DECK, "deck: sentence over the byline", 0.9, "a sentence between headline and byline"),
    (Label.DECK, "deck: heading", 0.9, "a heading that sums up, between headline and story"),
    (
        Label.DECK,
        "deck: heading under the headline",
        0.9,
        "a heading right under the headline, over the story, its byline or its date",
    ),
    (Label.DECK, "deck: sentences alone", 0.9, "sentences alone between headline and story"),
    (Label.BYLINE, "byline: prefix alone", 0.9, "a byline prefix on a line of its own"),
    (Label.DATE, "date: alone", 0.9, "a date and little else"),
    (Label.CAPTION, "caption: frame", 0.9, "stands with a picture and little else"),
    (
        Label.FURNITURE,
        "furniture: disclosure box",
        0.9,
        "stands in a box that discloses interests",
    ),
    (Label.FURNITURE, "furniture: signup", 0.9, "the words of {}"),
    (Label.FURNITURE, "furniture: legal", 0.9, "the words of {}"),
    (Label.FURNITURE, "furniture: navigation", 0.9, "the words of {}"),
    (
        Label.BYLINE,
        "byline at the end: author named in the head",
        0.87,
        "names an author whom the head states",
    ),
    (
        Label.BYLINE,
        "byline at the end: prefix",
        0.86,
        "starts with a byline prefix and names somebody",
    ),
    (Label.KICKER, "kicker: trail", 0.85, "a trail of sections above the headline"),
    (Label.BYLINE, "byline at the end: after a prefix", 0.85, "follows a byline prefix"),
    (
        Label.BYLINE,
        "byline at the end: house under a byline",
        0.85,
        "names a house right under a byline",
    ),
    (Label.DATE, "date: relative, in a date element", 0.85, "a date counted from now"),
    (
        Label.DATE,
        "date: relative, under the headline",
        0.85,
        "a date counted from now, under the headline",
    ),
    (Label.FURNITURE, "furniture: related", 0.85, "the words of {}"),
    (
        Label.BYLINE,
        "byline at the end: byline element",
        0.84,
        "its element is a byline's and it names somebody",
    ),
    (Label.MASTHEAD, "masthead: newspaper", 0.8, "names a newspaper at the top of the page"),
    (
        Label.KICKER,
        "kicker: inside a kicker element",
        0.8,
        "stands in a kicker's element above the headline",
    ),
    (
        Label.BYLINE,
        "byline: element of another author",
        0.8,
        "its element is a byline's, though the head names somebody else",
    ),
    # A name and a place alone.
    (Label.BYLINE, "byline: house", 0.79, "names an agency or a desk where bylines stand"),
    (
        Label.MASTHEAD,
        "masthead: reads as a paper",
        0.75,
        "reads as a paper's name, at the top of the page",
    ),
    (Label.BYLINE, "byline: name between", 0.75, "a name alone between headline and story"),
    (Label.BYLINE, "byline: name under the headline", 0.75, "a name alone under the headline"),
    (Label.BYLINE, "byline: not read", 0.74, "a byline whose names cannot be read"),
    (Label.DATE, "date: with other words", 0.74, "a date and little else"),
    (Label.MASTHEAD, "masthead: logo", 0.7, "its element is the logo's"),
    (Label.DECK, "deck: clause over the byline", 0.7, "a clause right above the byline"),
    (
        Label.BYLINE,
        "byline at the end: house",
        0.69,
        "names an agency or a desk where bylines stand",
    ),
    (
        Label.KICKER,
        "kicker: names the section",
        0.6,
        "right above the headline, and names the section of the page",
    ),
    (
        Label.KICKER,
        "kicker: beside the headline",
        0.6,
        "right above the headline, and in one element with it",
    ),
    (Label.KICKER, "kicker: capitals", 0.6, "right above the headline, and in capitals"),
    (Label.KICKER, "kicker: over the date", 0.6, "above the headline and the date over it"),
    (
        Label.KICKER,
        "kicker: words of the story",
        0.6,
        "right above the headline, and its words come back in the story",
    ),
    (Label.DATE, "date: nearest", 0.55, "the nearest date to the headline"),
    # What the other pages of the site say of a block that no rule claims.
    (Label.FURNITURE, "furniture: printed across the site", 0.52, "{}"),
    # What no rule claims among the paragraphs; its reason is what the scorer says against it.
    (Label.FURNITURE, "furniture: among the paragraphs", 0.51, "{}"),
)
"""Label, name, confidence and reason. Rows of equal confidence still have an order: theirs here."""

PRECEDENCE: Final = tuple(Row(*cells, rank) for rank, cells in enumerate(_ROWS))
"""All rules, the strongest first."""
_BY_NAME: Final = {one.name: one for one in PRECEDENCE}
_DOUBTS: Final = [-one.confidence for one in PRECEDENCE]
"""Confidences in rising order, as a binary search needs them."""


def row(name: str) -> Row:
    """The row of a name; `KeyError` for a name that the table does not have.

    >>> row("deck: deck element").confidence
    0.96
    """
    return _BY_NAME[name]


def rank_of(probability: float) -> float:
    """The rank of a learned claim: after all rows of at least that confidence, before all others.

    >>> row("byline: prefix").rank < rank_of(0.96) < row("deck: bold description").rank
    True
    """
    return bisect_right(_DOUBTS, -probability) - 0.5
