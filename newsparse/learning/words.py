"""What is known of a site, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.knowledge import SiteContainer, SiteKnowledge, counted
from newsparse.records import Label

_MOST_SHOWN: Final = 8
"""Containers that are named of each kind."""
_BODY_SHARE, _FURNITURE_SHARE = 0.75, 0.25
"""Shares of body from which a container holds story, and up to which it holds none."""
_FIELDS: Final = (
    Label.HEADLINE,
    Label.DECK,
    Label.KICKER,
    Label.BYLINE,
    Label.DATE,
    Label.CAPTION,
    Label.CREDIT,
    Label.TAG,
)


def in_words(known: SiteKnowledge) -> Iterator[str]:
    """What is known of a site, a line each."""
    yield f"{', '.join(known.hosts) or 'a site without a host'}: learned from {_pages(known.pages)}"
    if known.since is not None and known.until is not None:
        yield f"published from {known.since} to {known.until}"
    constants = (
        ("masthead", known.masthead),
        ("language", known.language),
        ("zone", known.zone),
        ("agencies", ", ".join(known.agencies) or None),
    )
    for name, value in constants:
        if value is not None:
            yield f"{name}: {value}"
    if known.authors:
        yield f"named as an author, but no person: {', '.join(known.authors)}"
    for version in known.versions:
        days = f"{version.since} to {version.until}"
        yield f"a template of its own from {days}: {_pages(version.pages)}"
    repeated = sum(count > 1 for count in counted(known.texts).values())
    yield f"{repeated} texts are printed on two pages or more"
    yield from _containers("story", _story(known))
    for label in _FIELDS:
        yield from _containers(label.value, _holders(known, label), label)
    yield from _containers("no story", _furniture(known))


def _pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"


def _share(container: SiteContainer) -> float:
    return container.body / (container.letters or 1)


def _story(known: SiteKnowledge) -> list[SiteContainer]:
    found = [one for one in known.containers if _share(one) >= _BODY_SHARE]
    return sorted(found, key=lambda one: (-one.body, one.key))


def _furniture(known: SiteKnowledge) -> list[SiteContainer]:
    found = [one for one in known.containers if _share(one) < _FURNITURE_SHARE and not one.labels]
    return sorted(found, key=lambda one: (-one.pages, -one.letters, one.key))


def _holders(known: SiteKnowledge, label: Label) -> list[SiteContainer]:
    found = [one for one in known.containers if _times(one, label)]
    return sorted(found, key=lambda one: (-_times(one, label), one.key))


def _times(container: SiteContainer, label: Label) -> int:
    return sum(one.pages for one in container.labels if one.label is label)


def _containers(what: str, found: list[SiteContainer], label: Label | None = None) -> Iterator[str]:
    """The containers that hold something, and on how many pages."""
    for one in found[:_MOST_SHOWN]:
        if label is None:
            held = f"{_share(one):.0%} body, on {_pages(one.pages)}"
        else:
            held = f"on {_times(one, label)} of the {_pages(one.pages)} with it"
        yield f"{what}: {one.name} ({held})"
    if len(found) > _MOST_SHOWN:
        yield f"{what}: and {len(found) - _MOST_SHOWN} more"
