"""`explain`: a page in, one self-contained HTML file out."""

from __future__ import annotations

import datetime as dt

from newsparse.api import default_parser
from newsparse.explainer.render import render
from newsparse.explainer.trace import trace
from newsparse.knowledge import SiteKnowledge
from newsparse.known import Known
from newsparse.page import Limits, MediaName
from newsparse.parser import Examined
from newsparse.profiles.profile import Profile
from newsparse.read.decode import PageInput


def explain(
    page: PageInput,
    *,
    url: str | None = None,
    profile: Profile | str | None = None,
    media: MediaName | None = None,
    encoding: str | None = None,
    reference: dt.datetime | None = None,
    known: Known | None = None,
    limits: Limits | None = None,
    site: SiteKnowledge | None = None,
) -> str:
    """One HTML file that shows how a page was read.

    It has every segment in order, coloured by its label, with score and reason. Beside it is the
    record: each field with the place it came from, and the candidates that were rejected.

    The file refers to nothing outside itself and runs nothing of the page: page text is text, its
    links are not links, and a Content-Security-Policy admits one style sheet and one script, by
    their hashes.

    Arguments and errors as for `newsparse.parse`.

    >>> page = "<h1>Rain falls</h1><p onclick='boo()'>It rained all day, the council said.</p>"
    >>> file = explain(page)
    >>> file.startswith("<!DOCTYPE html>"), "boo()" in file
    (True, False)
    """
    seen = default_parser().examine(
        page,
        url=url,
        profile=profile,
        media=media,
        encoding=encoding,
        reference=reference,
        known=known,
        limits=limits,
        site=site,
    )
    return shown(seen)


def shown(seen: Examined) -> str:
    """The file for a page that was already examined, for example by a parser with other
    profiles.
    """
    return render(seen.article, seen.segments, trace(seen.article, seen.segments, seen.stated))
