"""The stable ids of the agencies that a record names."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsparse.lexicon.agencies import agency_id
from newsparse.records import Byline, Caption, Credit, Dateline


def of_bylines(bylines: Iterable[Byline]) -> tuple[Byline, ...]:
    """Bylines with the ids of their agencies."""
    return tuple(
        attrs.evolve(one, agency_id=agency_id(one.agency)) if one.agency else one for one in bylines
    )


def of_dateline(dateline: Dateline | None) -> Dateline | None:
    """A dateline with the id of its agency."""
    if dateline is None or not dateline.agency:
        return dateline
    return attrs.evolve(dateline, agency_id=agency_id(dateline.agency))


def of_captions(captions: Iterable[Caption]) -> tuple[Caption, ...]:
    """Captions with the ids of the agencies in their credits."""
    return tuple(
        attrs.evolve(one, credit=of_credit(one.credit))
        if one.credit is not None and one.credit.agencies
        else one
        for one in captions
    )


def of_credit(credit: Credit) -> Credit:
    """A credit with the ids of its agencies.

    >>> of_credit(Credit(agencies=("AP", "Example Photo"))).agency_ids
    ('associated-press',)
    """
    known = (agency_id(name) for name in credit.agencies)
    return attrs.evolve(credit, agency_ids=tuple(dict.fromkeys(filter(None, known))))
