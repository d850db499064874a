"""The parts of a story that some readers count as its text and others do not, each by its name.

`OF_BODY` names the blocks of a body by their kind, `FIELDS` the fields beside it. Everything that
takes a choice of parts takes these names: `Article.without`, `Article.body_text`, and `--without`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from newsparse.errors import RecordError, quoted
from newsparse.kinds import BlockKind

if TYPE_CHECKING:
    from newsparse.records import Article, BodyBlock

_LEAST_LINKED: Final = 0.9
"""Share of a link line's characters that are links."""


def _is_link_line(block: BodyBlock) -> bool:
    linked = sum(link.end - link.start for link in block.links)
    return bool(linked) and linked >= _LEAST_LINKED * len(block.text.strip())


def _of_kind(kind: BlockKind) -> Callable[[BodyBlock], bool]:
    return lambda block: block.kind is kind


OF_BODY: Final[dict[str, Callable[[BodyBlock], bool]]] = {
    "paragraphs": _of_kind(BlockKind.PARAGRAPH),
    "subheads": _of_kind(BlockKind.HEADING),
    "lists": _of_kind(BlockKind.LIST_ITEM),
    "quotes": _of_kind(BlockKind.QUOTE),
    "tables": _of_kind(BlockKind.TABLE_ROW),
    "preformatted": _of_kind(BlockKind.PREFORMATTED),
    "link-lines": _is_link_line,
}
"""Parts of the body: the name, and whether a block is one."""
FIELDS: Final[dict[str, Any]] = {"deck": None, "captions": (), "notes": ()}
"""Parts beside the body: the field, and what it is where there is none."""
NAMES: Final = (*FIELDS, *OF_BODY)


def without(article: Article, parts: Iterable[str]) -> Article:
    """A copy of an article without some parts; raises `RecordError` for an unknown name."""
    names = _known(parts, NAMES)
    tests = [test for name, test in OF_BODY.items() if name in names]
    changes: dict[str, Any] = {name: empty for name, empty in FIELDS.items() if name in names}
    if tests:
        kept = (block for block in article.body if not any(test(block) for test in tests))
        changes["body"] = tuple(kept)
    return article.evolve(**changes) if changes else article


def body_text(article: Article, include: Iterable[str], exclude: Iterable[str]) -> str:
    """The body as one string, with parts from beside it and without parts of it."""
    more = _known(include, tuple(FIELDS))
    rest = without(article, _known(exclude, tuple(OF_BODY)))
    texts = (
        article.deck.text if article.deck is not None and "deck" in more else "",
        rest.text,
        *(caption.text for caption in article.captions if "captions" in more),
        *(note.text for note in article.notes if "notes" in more),
    )
    return "\n\n".join(text for text in texts if text)


def _known(names: Iterable[str], known: tuple[str, ...]) -> frozenset[str]:
    found = frozenset((names,) if isinstance(names, str) else names)
    unknown = found - frozenset(known)
    if unknown:
        raise RecordError(f"no part is named {quoted(min(unknown))}; there are: {', '.join(known)}")
    return found
