"""What opens the tail of a page: lines after which no story follows, whatever they look like.

Only lines that stand once, behind the story: author cards, letters to subscribe to, teasers, comments.
"""

from __future__ import annotations

import re
from typing import Final

_OPENERS: Final = (
    r"follow [\w .'’-]{3,40} online",
    r"(?:subscribe to|sign up (?:for|to)|get) (?:the|our|your) [\w .'’-]{0,40}newsletters?",
    r"(?:top|more|other|latest) (?:stories|news|headlines) (?:in|from|on) ",
    r"(?:comment on this|leave a comment|leave a reply|post a comment|join the (?:discussion|conversation)|be the first to comment)",
    r"[\w '’-]{2,40} is an? (?:\w+ ){0,2}(?:blog|column|newsletter|podcast)\b",
)
_TAIL: Final = re.compile(rf"^\W*(?:{'|'.join(_OPENERS)})", re.IGNORECASE)

_SALES: Final = re.compile(
    r"(?<!\s)\s*+(?:buy (?:a )?(?:re)?prints?(?: of this photo)?|buy this photo|buy photos?|purchase (?:a )?(?:re)?prints?|order (?:a )?(?:re)?prints?|photo reprint)\W*+$",
    re.IGNORECASE,
)
_SOLD: Final = ("print", "prints", "photo", "photos")
"""Last words of what sells a picture."""
_ALIKE: Final = str.maketrans("ıİ", "ii")
"""Letters that an expression takes for an i where case is ignored; of the others that it takes for one of ASCII `casefold` makes that one."""
_MORE: Final = re.compile(r"(?<!\s)\s*+(?:\.\.\.|…)\s*+(?:more|mehr|plus|más)$", re.IGNORECASE)
LESS: Final = ("less", "less\n")
"""How a line ends that a gallery prints in full behind its short form."""
_LESS: Final = re.compile(r"(?<!\s)\s++less$")
_ICON: Final = re.compile(
    r"^(?:camera icon|\d{1,3} ?(?:of|/) ?\d{1,3}(?=[^\d\s]|\s*[|:–-]\s)\s*[|:–-]?|open image in gallery|view image in fullscreen|enlarge this image)\s*",
    re.IGNORECASE,
)


def opens_tail(text: str) -> bool:
    """Whether a line says that the story is over.

    >>> opens_tail("Follow Ada Lin online:"), opens_tail("The mayor went online.")
    (True, False)
    """
    return len(text) < 200 and bool(_TAIL.match(text))


def caption_edges(text: str, twin: str = "") -> tuple[int, int]:
    """Where a caption begins and ends without what a gallery glues to it; `twin` is a line beside it.

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
