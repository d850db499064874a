"""Counts over the pages of a batch. The journal keeps them, so they survive a kill."""

from __future__ import annotations

import heapq
from collections import Counter
from typing import Any, Final

import attrs

from newsparse.batch.outcome import FailureKind, Key, Outcome
from newsparse.records import Article, PageKind, WarningCode

_SLOWEST_PAGES: Final = 5
"""How many of the slowest pages are kept."""
_FIELDS: Final = tuple(
    field.name
    for field in attrs.fields(Article)
    if field.name
    not in ("kind", "evidence", "warnings", "url", "profile", "confidence", "confidences")
)
"""The fields whose fill rate is counted."""
_NOTHING_READ: Final = (WarningCode.EMPTY.value, WarningCode.BINARY.value)
"""Warnings of pages whose record is empty. No page has both."""


@attrs.frozen
class PageResult:
    """What the parent process needs to know about a page besides its record."""

    key: Key
    id: str
    url: str | None
    seconds: float
    kind: PageKind | None
    filled: tuple[str, ...]
    """Fields that have a value."""
    warnings: tuple[str, ...]
    error: tuple[str, str] | None
    """Kind and message."""


def page_result(key: Key, outcome: Outcome) -> PageResult:
    """The result of a page, from its outcome."""
    article = outcome.article
    return PageResult(
        key,
        outcome.id,
        outcome.url,
        outcome.seconds,
        None if article is None else article.kind,
        () if article is None else _filled_fields(article),
        tuple(warning.code.value for warning in outcome.warnings),
        None if outcome.error is None else (outcome.error.kind.value, outcome.error.message),
    )


def _filled_fields(article: Article) -> tuple[str, ...]:
    return tuple(name for name in _FIELDS if getattr(article, name) not in (None, ()))


@attrs.define
class BatchStats:
    """Counts over the pages of a batch."""

    pages: int = 0
    seconds: float = 0.0
    """Time spent parsing, summed over all workers."""
    kinds: Counter[str] = attrs.field(factory=Counter)
    filled: Counter[str] = attrs.field(factory=Counter)
    """Articles (not pages of other kinds) that have a value in a field."""
    warnings: Counter[str] = attrs.field(factory=Counter)
    errors: Counter[str] = attrs.field(factory=Counter)
    slowest: list[tuple[float, str]] = attrs.field(factory=list)
    first_failure: str = ""
    """Id and message of the first page without a record."""

    def add(self, page: PageResult) -> None:
        """Count a page."""
        self.pages += 1
        self.seconds += page.seconds
        self.warnings.update(set(page.warnings))
        if page.error is not None:
            kind, message = page.error
            self.errors[kind] += 1
            self.first_failure = self.first_failure or f"{page.id}: {message}"
        if page.kind is not None:
            self.kinds[page.kind.value] += 1
        if page.kind is PageKind.ARTICLE:
            self.filled.update(page.filled)
        self.slowest = heapq.nlargest(_SLOWEST_PAGES, [*self.slowest, (page.seconds, page.id)])

    @property
    def failed(self) -> int:
        """Pages without a record."""
        return sum(self.errors.values())

    @property
    def read(self) -> int:
        """Pages that something was read from: not the failed, empty and binary ones.

        >>> BatchStats(pages=3, errors=Counter(input=1), warnings=Counter(binary=1)).read
        1
        """
        unread = sum(self.warnings[code] for code in _NOTHING_READ)
        return self.pages - self.failed + self.doubtful - unread

    @property
    def doubtful(self) -> int:
        """Pages whose record was left out because its confidence is low."""
        return self.errors[FailureKind.DOUBTFUL.value]

    @property
    def fill_rates(self) -> dict[str, float]:
        """The share of articles with a value in each field, in the order of the record.

        Empty where the batch has no article.
        """
        articles = self.kinds[PageKind.ARTICLE.value]
        return {name: self.filled[name] / articles for name in _FIELDS} if articles else {}

    def to_dict(self) -> dict[str, Any]:
        """The counts as JSON-ready values."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(BatchStats)}

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> BatchStats:
        """The counts that `to_dict` described."""
        counters = {
            name: Counter(value[name]) for name in ("kinds", "filled", "warnings", "errors")
        }
        slowest = [(seconds, id_) for seconds, id_ in value["slowest"]]
        return cls(
            value["pages"],
            value["seconds"],
            **counters,
            slowest=slowest,
            first_failure=value["first_failure"],
        )
