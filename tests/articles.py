"""Articles that Hypothesis makes, with every kind of text that markup could trip over."""

from __future__ import annotations

import datetime as dt
import string

from hypothesis import strategies as st

from newsparse import (
    Article,
    Author,
    BlockKind,
    BodyBlock,
    Byline,
    Caption,
    Credit,
    Dateline,
    Deck,
    Headline,
    Kicker,
    Link,
    Masthead,
    Note,
    NoteKind,
    PageKind,
)

_ODD = st.sampled_from(
    [
        *"<>&\"'\\*_`#|~-+=!()[]{}:;.1\t\r\n\x00\x1b\x7f\x85\xa0",
        *(
            "]]>",
            "-->",
            "---",
            "\u202e",
            "\u2028",
            "\ud800",
            "\ufffe",
            "\ufeff",
            "א",
            "ع",
            "雨",
            "🌧",
        ),
    ]
)
words = st.lists(
    st.one_of(_ODD, st.text(string.ascii_letters + " ", max_size=6), st.text(max_size=3)),
    max_size=8,
).map("".join)
plain = (
    st.text(string.ascii_letters + "àé雨ع '.-", min_size=1, max_size=12).map(str.strip).filter(bool)
)
address = st.sampled_from(["https://herald.example/a?b=c&d=e", "/rain", "http://herald.example/1"])
picture = st.none() | st.sampled_from(
    ["https://herald.example/a.jpg", "https://herald.example/b?x=1&y=2", "/c.png"]
)
days = st.dates(dt.date(1700, 1, 1), dt.date(2100, 1, 1))
zones = st.integers(-12 * 60, 14 * 60).map(
    lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))
)
moments = st.one_of(
    days,
    st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1)),
    st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1), timezones=zones),
)
maybe_words = st.none() | words
authors = st.builds(
    Author,
    words,
    st.none() | plain,
    st.none() | st.just("desk@herald.example"),
    st.lists(plain, max_size=2).map(tuple),
)
credits = st.builds(
    Credit,
    st.lists(plain, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    raw=words,
)


@st.composite
def blocks(draw: st.DrawFn) -> BodyBlock:
    text, kind = draw(words), draw(st.sampled_from(BlockKind))
    if kind is BlockKind.LIST_ITEM:
        return BodyBlock(text, kind, depth=draw(st.integers(1, 4)), ordered=draw(st.booleans()))
    if kind is BlockKind.TABLE_ROW:
        cells = (draw(plain), *draw(st.lists(words, max_size=2)))
        links = (Link(0, len(cells[0]), draw(address)),) if draw(st.booleans()) else ()
        return BodyBlock("\t".join(cells), kind, cells=cells, links=links)
    if kind is BlockKind.HEADING:
        return BodyBlock(text, kind, level=draw(st.none() | st.integers(1, 6)))
    return BodyBlock(text, kind)


@st.composite
def linked_blocks(draw: st.DrawFn) -> BodyBlock:
    """A paragraph with words around a link."""
    before, inner, after = draw(words), draw(plain), draw(words)
    link = Link(len(before), len(before) + len(inner), draw(address))
    return BodyBlock(before + inner + after, links=(link,))


articles = st.builds(
    Article,
    url=st.none() | address,
    canonical_url=st.none() | st.just("https://herald.example/canonical"),
    kind=st.sampled_from(PageKind),
    language=st.none() | st.sampled_from(["en", "ar", "ja-JP"]),
    masthead=st.none()
    | st.builds(Masthead, words, maybe_words, st.none() | days | st.integers(1600, 2100)),
    kicker=st.none() | st.builds(Kicker, words, st.lists(words, max_size=2).map(tuple)),
    headline=st.none() | st.builds(Headline, words),
    deck=st.none() | st.builds(Deck, words),
    bylines=st.lists(
        st.builds(Byline, st.lists(authors, max_size=3).map(tuple), maybe_words, raw=words),
        max_size=2,
    ).map(tuple),
    dateline=st.none() | st.builds(Dateline, words, maybe_words, st.none() | days, raw=words),
    published=st.none() | moments,
    updated=st.none() | moments,
    captions=st.lists(
        st.builds(Caption, words, st.none() | credits, st.none() | days, picture), max_size=2
    ).map(tuple),
    body=st.lists(blocks() | linked_blocks(), max_size=6).map(tuple),
    notes=st.lists(st.builds(Note, words, st.sampled_from(NoteKind)), max_size=3).map(tuple),
    section=maybe_words,
    tags=st.lists(words, max_size=3).map(tuple),
    is_free=st.none() | st.booleans(),
    is_wire=st.none() | st.booleans(),
)
