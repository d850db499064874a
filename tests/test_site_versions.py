"""A site whose template changed while its pages were printed."""

from __future__ import annotations

import newsparse
from newsparse.knowledge import SiteKnowledge
from newsparse.learning.words import in_words

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August")
SUBJECTS = ("ferry", "seal", "loft", "tide", "gull", "lamp", "rope", "mast")
OLD, NEW = "table", "article"


def page(number: int, template: str) -> str:
    """A page of a month, with a line that only its template prints."""
    subject, month = SUBJECTS[number], MONTHS[number]
    call = f"Readers of the {template} write to the editor before the tide turns on Friday."
    return f"""<html><head><title>{subject}</title>
        <meta property="article:published_time" content="2023-0{number + 1}-10T08:00:00Z"></head>
        <body class="{template}"><div class="{template}-top"><a href="/">The Harbour Post</a></div>
        <div class="{template}-page"><h1 class="{template}-title">The {subject} of {month}</h1>
        <div class="{template}-words"><p>The {subject} was the talk of all {month} on the quay of
        Exampleton, and the board said so.</p><p>Nobody who saw the {subject} in {month} was in a
        hurry to contradict the harbour master about it.</p><p>{call}</p></div></div>
        <div class="{template}-foot">Printed by the {template} on the quay since 1890.</div>
        </body></html>"""


def known() -> SiteKnowledge:
    return newsparse.learn(page(number, OLD if number < 4 else NEW) for number in range(8))


def test_a_change_of_template_is_found_by_its_date() -> None:
    assert [(str(one.since), str(one.until), one.pages) for one in known().versions] == [
        ("2023-01-10", "2023-04-10", 4),
        ("2023-05-10", "2023-08-10", 4),
    ]
    assert any("from 2023-05-10 to 2023-08-10: 4 pages" in line for line in in_words(known()))


def test_a_site_of_one_template_has_no_versions() -> None:
    assert newsparse.learn(page(number, OLD) for number in range(8)).versions == ()


def test_halves_of_a_site_merge_by_template() -> None:
    one = newsparse.learn(page(number, OLD if number < 3 else NEW) for number in (0, 1, 4, 5))
    other = newsparse.learn(page(number, OLD if number < 4 else NEW) for number in (2, 3, 6, 7))
    assert one | other == other | one
    assert [version.pages for version in (one | other).versions] == [4, 4]
    assert SiteKnowledge.from_json(known().to_json()) == known()


def test_what_its_template_prints_is_no_deck() -> None:
    """The older template prints a line on three of eight pages, all of its own."""
    switch = "Show the picture above in its full size"
    old = [
        page(number, OLD)
        .replace("<meta ", f'<meta name="description" content="{switch}"><meta ', 1)
        .replace("</h1>", f'</h1><div class="table-switch">{switch}</div>')
        for number in range(3)
    ]
    new = [page(number, NEW) for number in range(3, 8)]
    alone = newsparse.parse(old[0]).deck
    assert alone is not None
    assert alone.text == switch
    assert newsparse.parse(old[0], site=newsparse.learn(old + new)).deck is None
