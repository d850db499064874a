"""What a batch came to: counts that are kept page by page and survive a kill in the journal."""

from __future__ import annotations

import heapq
from collections import Counter
from typing import Any, Final

import attrs

from newsparse.batch.outcome import Key, Outcome
from newsparse.records import Article, PageKind

_SLOWEST: Final = 5
_FIELDS: Final = tuple(
    field.name
    for field in attrs.fields(Article)
    if field.name not in ("kind", "evidence", "warnings", "url", "profile")
)
"""The fields whose share of filled records is told."""


@attrs.frozen
class Receipt:
    """What the parent needs to know of a page beside its record: little, for it is sent with every one."""

    key: Key
    id: str
    url: str | None
    seconds: float
    kind: PageKind | None
    filled: tuple[str, ...]
    warnings: tuple[str, ...]
    error: tuple[str, str] | None
    """Kind and message."""


def receipt(key: Key, outcome: Outcome) -> Receipt:
    """The receipt of an outcome."""
    page = outcome.article
    return Receipt(
        key,
        outcome.id,
        outcome.url,
        outcome.seconds,
        page.kind if page is not None else None,
        tuple(name for name in _FIELDS if _is_filled(getattr(page, name)))
        if page is not None
        else (),
        tuple(warning.code.value for warning in outcome.warnings),
        None if outcome.error is None else (outcome.error.kind.value, outcome.error.message),
    )


def _is_filled(value: Any) -> bool:
    return value is not None and value != ()


@attrs.define
class Tally:
    """Counts over the pages of a batch."""

    pages: int = 0
    seconds: float = 0.0
    """Time spent parsing, all workers together."""
    kinds: Counter[str] = attrs.field(factory=Counter)
    filled: Counter[str] = attrs.field(factory=Counter)
    """Articles (not pages of other kinds) that hold a field."""
    warnings: Counter[str] = attrs.field(factory=Counter)
    errors: Counter[str] = attrs.field(factory=Counter)
    slowest: list[tuple[float, str]] = attrs.field(factory=list)

    def add(self, page: Receipt) -> None:
        """Count a page."""
        self.pages += 1
        self.seconds += page.seconds
        self.warnings.update(set(page.warnings))
        if page.error is not None:
            self.errors[page.error[0]] += 1
        if page.kind is not None:
            self.kinds[page.kind.value] += 1
        if page.kind is PageKind.ARTICLE:
            self.filled.update(page.filled)
        self.slowest = heapq.nlargest(_SLOWEST, [*self.slowest, (page.seconds, page.id)])

    @property
    def fill_rates(self) -> dict[str, float]:
        """Share of articles that hold each field, in the order of the record; empty where there is no article."""
        articles = self.kinds[PageKind.ARTICLE.value]
        return {name: self.filled[name] / articles for name in _FIELDS} if articles else {}

    def to_dict(self) -> dict[str, Any]:
        """The counts as JSON-ready values."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(Tally)}

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> Tally:
        """The counts that `to_dict` described."""
        counters = {
            name: Counter(value[name]) for name in ("kinds", "filled", "warnings", "errors")
        }
        slowest = [(seconds, id_) for seconds, id_ in value["slowest"]]
        return cls(value["pages"], value["seconds"], **counters, slowest=slowest)
