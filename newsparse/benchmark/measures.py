"""How right one page is, field by field: the measures of the leaderboard.

`MEASURES` is a table: a name, and a function of the gold and the prediction of a page. It gives a
share from 0 to 1, counts to be summed over the pages of a set, or None where the gold says nothing
of the field. The measures are those that the sets came with, or that their field uses:

- body: precision and recall of runs of four words, as in the article extraction benchmark
- segments: passages that must, and must not, be in the body, as in trafilatura's evaluation
- authors and captions: sets of names and of texts
- the rest: equal after folding case, white space, quotes and dashes
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import attrs

_WORD: Final = re.compile(r"\w+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_QUOTES: Final = ((re.compile("[\u2018\u2019\u201a`\u00b4]"), "'"),
                  (re.compile("[\u201c\u201d\u201e\u00ab\u00bb]"), '"'),
                  (re.compile("[\u2010-\u2015]"), "-"))  # fmt: skip
_RUN_OF_WORDS: Final = 4
_MOST_SET_ASIDE: Final = 3
"""Paragraphs of the gold that a system may return as notes or deck instead."""
_LARGEST_SET_ASIDE: Final = 0.15
"""Share of the gold's words that they may hold."""
_LEAST_LIKENESS: Final = 0.8
"""The F1 of words from which two decks, captions or credits are the same."""
_LEAST_COVERED: Final = 0.6
"""Share of a byline's words that the names must cover."""
_BYLINE_PREFIX: Final = re.compile(r"^(?:by|von|par|por|di|av)\s+")
_WORDS_OF_NO_NAME: Final = frozenset(
    "by and und et y e i with for the of von par por di av".split()
)
_STORIES: Final = frozenset(("article", "liveblog"))

Gold = dict[str, Any]
Predicted = dict[str, Any]


@attrs.frozen
class Counts:
    """How many entries of a field are right, found and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.found + other.found, self.wanted + other.wanted
        )

    @property
    def f1(self) -> float:
        return f1(self.right / max(1, self.found), self.right / max(1, self.wanted))

    @property
    def is_right(self) -> bool:
        """Whether all that is wanted was found, and nothing else."""
        return self.right == self.found == self.wanted


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of precision and recall.

    >>> round(f1(0.5, 1.0), 3), f1(0.0, 0.0)
    (0.667, 0.0)
    """
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def words(text: str | None) -> list[str]:
    return _WORD.findall(_INVISIBLE.sub("", text or ""))


def folded(value: Any) -> str:
    """A text for comparison; the entries of a list are joined."""
    text = value if isinstance(value, str) else ", ".join(map(str, value or ()))
    text = unicodedata.normalize("NFKC", text).casefold()
    for marks, plain in _QUOTES:
        text = marks.sub(plain, text)
    return " ".join(text.split())


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, with their counts; a shorter text is one run."""
    found = words(text)
    size = _RUN_OF_WORDS
    return Counter(
        tuple(found[at : at + size]) for at in range(max(1, len(found) - size + 1)) if found
    )


def likeness(one: str, other: str) -> float:
    """The F1 of the words of two texts."""
    mine, theirs = Counter(words(folded(one))), Counter(words(folded(other)))
    common = (mine & theirs).total()
    return 2 * common / (mine.total() + theirs.total()) if common else 0.0


# The body


@attrs.frozen
class Bodies:
    """The body of the gold and the one that was found, ready to be compared."""

    wanted: str
    paragraphs: tuple[str, ...]
    """The paragraphs of the gold."""
    found: str
    without_deck: tuple[str, ...]
    """The paragraphs found, without the deck of the gold."""
    deck: tuple[str, ...]

    @classmethod
    def of(cls, gold: Gold, predicted: Predicted) -> Bodies | None:
        if "body" not in gold and "body_text" not in gold:
            return None
        blocks = predicted.get("body") or ()
        found = "\n".join(blocks)
        paragraphs = _whole(gold, predicted) if "body_text" in gold else _optional(gold, found)
        deck = tuple(gold.get("summary") or ())
        names = {folded(text) for text in deck}
        without = tuple(text for text in blocks if text.strip() and folded(text) not in names)
        return cls("\n".join(paragraphs), tuple(paragraphs), found, without, deck)

    @property
    def shares(self) -> tuple[float, float]:
        """Precision and recall of runs of four words; a deck that is kept is no error."""
        found, wanted = runs(self.found), runs(self.wanted)
        extra = runs("\n".join(self.deck)) - wanted if self.deck else None
        if extra:
            found = found - extra
        right = (found & wanted).total()
        precision = right / found.total() if found else float(not wanted)
        return precision, right / wanted.total() if wanted else 1.0

    @property
    def is_exact(self) -> bool:
        """Whether every word is right, in order, with or without the deck."""
        wanted = words(self.wanted.casefold())
        texts = (self.found, "\n".join(self.without_deck))
        return any(words(text.casefold()) == wanted for text in texts)


def _whole(gold: Gold, predicted: Predicted) -> list[str]:
    """The lines of the gold's text, less a few that were returned as notes or deck."""
    lines = [line for line in gold["body_text"].split("\n") if line.strip()]
    aside = {folded(text) for text in (*(predicted.get("notes") or ()), predicted.get("deck"))}
    moved = [line for line in lines if folded(line) in aside - {""}]
    size = sum(len(words(line)) for line in moved)
    few = len(moved) <= _MOST_SET_ASIDE
    if few and size <= _LARGEST_SET_ASIDE * len(words(gold["body_text"])):
        return [line for line in lines if line not in moved]
    return lines


def _optional(gold: Gold, found: str) -> list[str]:
    """The gold's paragraphs; one in brackets counts where the system kept most of it."""
    have = runs(found)
    kept = []
    for text in gold["body"]:
        if text[:1] == "[" and text[-1:] == "]":
            text = text[1:-1]
            wanted = runs(text)
            if (wanted & have).total() * 2 < wanted.total():
                continue
        kept.append(text)
    return kept


def body_f1(gold: Gold, predicted: Predicted) -> float | None:
    """The F1 of one page's body."""
    bodies = Bodies.of(gold, predicted)
    return None if bodies is None else f1(*bodies.shares)


def _precision(gold: Gold, predicted: Predicted) -> float | None:
    bodies = Bodies.of(gold, predicted)
    return None if bodies is None else bodies.shares[0]


def _recall(gold: Gold, predicted: Predicted) -> float | None:
    bodies = Bodies.of(gold, predicted)
    return None if bodies is None else bodies.shares[1]


def _exact(gold: Gold, predicted: Predicted) -> float | None:
    bodies = Bodies.of(gold, predicted)
    return None if bodies is None else float(bodies.is_exact)


def _segments(gold: Gold, predicted: Predicted) -> Counts | None:
    """Passages that must be in the body; one that stands in the deck is not lost."""
    if "with" not in gold:
        return None
    body = _letters("\n".join(predicted.get("body") or ()))
    deck = _letters(predicted.get("deck"))
    wanted = [_letters(text) for text in gold["with"]]
    right = sum(text in body or text in deck for text in wanted)
    wrong = sum(_letters(text) in body for text in gold["without"])
    return Counts(right, right + wrong, len(wanted))


def _letters(value: Any) -> str:
    return folded(value).replace(" ", "")


# Other fields


def _kind(gold: Gold, predicted: Predicted) -> float | None:
    if "kind" not in gold:
        return None
    return float((predicted.get("kind") in _STORIES) == (gold["kind"] == "article"))


def _headline(gold: Gold, predicted: Predicted) -> float | None:
    if not gold.get("headline"):
        return None
    return float(folded(predicted.get("headline")) == folded(gold["headline"]))


def _deck(gold: Gold, predicted: Predicted) -> float | None:
    wanted = gold.get("deck") or " ".join(gold.get("summary") or ())
    if not wanted:
        return None
    return float(likeness(wanted, predicted.get("deck") or "") >= _LEAST_LIKENESS)


def deck_is_right(gold: Gold, predicted: Predicted) -> float | None:
    """The same, where the gold also says that there is none."""
    if "deck" not in gold and "summary" not in gold:
        return None
    right = _deck(gold, predicted)
    return float(not predicted.get("deck")) if right is None else right


def _name(text: str) -> str:
    return _BYLINE_PREFIX.sub("", " ".join(words(folded(text))))


def _names(values: Iterable[str]) -> set[str]:
    return {_name(text) for text in values} - {""}


def _authors(gold: Gold, predicted: Predicted) -> Counts | None:
    if "authors" not in gold:
        return None
    wanted, found = _names(gold["authors"]), _names(predicted.get("authors") or ())
    return Counts(len(wanted & found), len(found), len(wanted))


def _byline(gold: Gold, predicted: Predicted) -> float | None:
    """Whether every name is in the gold's byline, and they cover most of it."""
    if not gold.get("authors_raw"):
        return None
    printed = f" {_name(gold['authors_raw'])} "
    names = [_name(text) for text in predicted.get("authors") or ()]
    size = len([word for word in printed.split() if word not in _WORDS_OF_NO_NAME])
    covered = sum(len(name.split()) for name in set(names))
    inside = all(f" {name} " in printed for name in names)
    return float(bool(names) and inside and covered >= _LEAST_COVERED * size)


def _date(gold: Gold, predicted: Predicted) -> float | None:
    """Whether the day is right, or the instant; a null gold wants no date."""
    if "published" not in gold:
        return None
    wanted, found = gold["published"] or "", str(predicted.get("published") or "")
    instant = _instant(wanted)
    same = instant is not None and instant == _instant(found)
    return float(found[:10] == wanted[:10] or same)


def _instant(text: str) -> dt.datetime | None:
    """The instant of an ISO date with a zone, to the minute; None for any other."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return moment.astimezone(dt.UTC).replace(second=0, microsecond=0)


def _captions(gold: Gold, predicted: Predicted) -> Counts | None:
    """The texts of captions; each of the gold takes the likest one that is left."""
    if "captions" not in gold:
        return None
    wanted = [caption["text"] for caption in gold["captions"] if caption["text"]]
    found = [one["text"] for one in predicted.get("captions") or () if one.get("text")]
    left = list(found)
    right = 0
    for text in wanted:
        best = max(left, key=lambda other: likeness(text, other), default=None)
        if best is not None and likeness(text, best) >= _LEAST_LIKENESS:
            left.remove(best)
            right += 1
    return Counts(right, len(found), len(wanted))


Measure = Callable[[Gold, Predicted], "float | Counts | None"]

MEASURES: Final[dict[str, Measure]] = {
    "precision": _precision,
    "recall": _recall,
    "exact": _exact,
    "segments": _segments,
    "kind": _kind,
    "headline": _headline,
    "deck": _deck,
    "authors": _authors,
    "byline": _byline,
    "date": _date,
    "captions": _captions,
}
"""Each measure by its name."""


def told_apart(pages: Iterable[tuple[Gold, Predicted]]) -> dict[str, float]:
    """Precision, recall and specificity of stories among the pages whose kind is known.

    >>> story, other = ({"kind": "article"}, {"kind": "other"})
    >>> told_apart([(story, story), (other, story), (other, other)])
    {'precision': 0.5, 'recall': 1.0, 'specificity': 0.5}
    """
    known = [
        (gold["kind"] == "article", predicted.get("kind") in _STORIES)
        for gold, predicted in pages
        if "kind" in gold
    ]
    right = sum(is_story and called for is_story, called in known)
    refused = sum(not is_story and not called for is_story, called in known)
    return {
        "precision": right / max(1, sum(called for _, called in known)),
        "recall": right / max(1, sum(is_story for is_story, _ in known)),
        "specificity": refused / max(1, sum(not is_story for is_story, _ in known)),
    }


def measured(pages: Sequence[tuple[Gold, Predicted]]) -> dict[str, float]:
    """The figures of some pages of one set: shares averaged over pages, counts summed."""
    found: dict[str, float] = {}
    for name, measure in MEASURES.items():
        values = [value for page in pages if (value := measure(*page)) is not None]
        counts = [value for value in values if isinstance(value, Counts)]
        shares = [value for value in values if not isinstance(value, Counts)]
        total = sum(counts, Counts())
        if total.wanted:
            found[name] = total.f1
        elif shares:
            found[name] = sum(shares) / len(shares)
    if "precision" in found:
        found["body"] = f1(found["precision"], found["recall"])
    return found
