"""What opens the tail of a page: lines after which no story follows, whatever they look like.

Only lines that stand once, behind the story: author cards, newsletters, teasers, comments.
"""

from __future__ import annotations

import re
from typing import Final

from newsparse.lexicon.languages import spoken

_LONGEST_OPENER: Final = 200
"""Characters below which a line may open the tail."""
_TAIL: Final = re.compile(
    rf"^\W*(?:{'|'.join(spoken(lambda language: language.tail_patterns))})", re.IGNORECASE
)
_SALES: Final = re.compile(
    rf"(?<!\s)\s*+(?:{'|'.join(spoken(lambda language: language.print_sale_patterns))})\W*+$",
    re.IGNORECASE,
)
_SOLD: Final = spoken(lambda language: language.print_sale_endings)
"""Last words of what sells a picture."""
_ALIKE: Final = str.maketrans("ıİ", "ii")
"""Letters that an expression takes for an i where case is ignored, and `casefold` does not."""
_MORE: Final = re.compile(
    rf"(?<!\s)\s*+(?:\.\.\.|…)\s*+(?:{'|'.join(spoken(lambda language: language.more_words))})$",
    re.IGNORECASE,
)
_LESS_WORDS: Final = spoken(lambda language: language.less_words)
LESS: Final = (*_LESS_WORDS, *(f"{word}\n" for word in _LESS_WORDS))
"""How a line ends that a gallery prints in full behind its short form."""
_LESS: Final = re.compile(rf"(?<!\s)\s++(?:{'|'.join(_LESS_WORDS)})$")
_ICON: Final = re.compile(
    rf"^(?:{'|'.join(spoken(lambda language: language.gallery_patterns))})\s*", re.IGNORECASE
)


def opens_tail(text: str) -> bool:
    """Whether a line says that the story is over.

    >>> opens_tail("Follow Ada Lin online:"), opens_tail("The mayor went online.")
    (True, False)
    """
    return len(text) < _LONGEST_OPENER and bool(_TAIL.match(text))


def caption_edges(text: str, twin: str = "") -> tuple[int, int]:
    """Where a caption stands without what a gallery glues to it; `twin` is a line beside it.

    >>> text = "1of4Herons nest. (Ada Lin/AP) Buy a print of this photo"
    >>> start, end = caption_edges(text)
    >>> text[start:end]
    'Herons nest. (Ada Lin/AP)'
    """
    icon = _ICON.match(text)
    start = icon.end() if icon and icon.end() < len(text) else 0
    end = len(text)
    if _may_sell(text) and (match := _SALES.search(text, start)) and match.start() > start:
        end = match.start()
    if (
        ("..." in text or "…" in text)
        and (match := _MORE.search(text, start))
        and match.start() > start
    ):
        end = match.start()
    if (
        end == len(text)
        and text.endswith(LESS)
        and (match := _LESS.search(text))
        and text[start : start + 30] == twin[start : start + 30]
        and _MORE.search(twin)
    ):
        end = match.start()
    return start, end


def _may_sell(text: str) -> bool:
    """Whether the last word of a text ends as what is sold."""
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    tail = text[max(0, end - 6) : end]
    folded = tail.lower() if tail.isascii() else tail.translate(_ALIKE).casefold()
    return folded.endswith(_SOLD)
