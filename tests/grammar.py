"""Pages made by a grammar: HTML as templates and tag soup write it, and plain text as dumps have it."""

from __future__ import annotations

import html
import json

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    "rain Exampleton the council Ada Lin By said (AP) — Reuters 2019 July 23, Photo: © Staff Writer “We have seen worse” a.m. 言葉 Grüße "
    "co\u00adop zero\u200bwidth \u00a0 \ufeff | > / * 1. - Share Newsletter Updated news@herald.example https://a.example AP EXAMPLETON, x".split(
        " "
    )
)
SENTENCES = st.lists(_WORDS, min_size=1, max_size=14).map(" ".join)
_ANY = st.text(st.characters(exclude_categories=[]), max_size=12)
_TEXTS = st.one_of(SENTENCES, SENTENCES, SENTENCES, SENTENCES.map(lambda text: text + "."), _ANY)
_CLASSES = st.sampled_from(
    [
        "",
        "byline",
        "headline",
        "caption",
        "credit",
        "kicker",
        "deck",
        "date",
        "share",
        "comment",
        "related",
        "article-body",
        "hidden",
        "note",
    ]
)
_INLINE = st.sampled_from("a b em i span strong time font small fb:like u sup".split())
_BLOCKS = st.sampled_from(
    "p div li ul ol td tr table h1 h2 h3 section article main header footer nav aside figure figcaption blockquote pre form button body html "
    "br img script style noscript template svg select textarea title p div p".split()
)


@st.composite
def _element(draw: st.DrawFn, inside: st.SearchStrategy[str], tags: st.SearchStrategy[str]) -> str:
    tag = draw(tags)
    name = draw(_CLASSES)
    attributes = f' class="{name}"' if name else ""
    if tag == "a":
        attributes += ' href="/story"'
    if tag == "time":
        attributes += ' datetime="2019-07-23T06:15:00Z"'
    body = draw(inside)
    return f"<{tag}{attributes}>{body}" + (f"</{tag}>" if draw(st.integers(0, 9)) else "")


_escaped = _TEXTS.map(lambda text: html.escape(text.replace("\r", ""), quote=False))
_inline = st.recursive(
    _escaped,
    lambda inner: _element(st.lists(inner, max_size=3).map("".join), _INLINE),
    max_leaves=4,
)
_flow = st.recursive(
    _inline,
    lambda inner: _element(st.lists(inner, max_size=4).map("".join), _BLOCKS),
    max_leaves=14,
)

_NAMES = st.sampled_from(
    "@type @id @graph headline author name publisher datePublished dateModified articleSection keywords isAccessibleForFree inLanguage url mainEntity".split()
)
_VALUES = st.recursive(
    st.sampled_from(
        [
            "NewsArticle",
            "Person",
            "LiveBlogPosting",
            "#a",
            "#b",
            "Ada Lin",
            "2019-07-23",
            "en",
            "rain, floods",
            "",
            "a/b~c",
            "River &amp; rain",
        ]
    )
    | st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=12,
)
_STORY = st.dictionaries(_NAMES, _VALUES, max_size=8).map(
    lambda story: {"@type": "NewsArticle", **story}
)
_METAS = st.sampled_from(
    "og:title og:site_name author article:published_time keywords article:section og:url og:locale article:tag article:content_tier".split()
)


@st.composite
def html_pages(draw: st.DrawFn) -> str:
    """An HTML page."""
    head = ""
    if draw(st.booleans()):
        head += f"<title>{html.escape(draw(_TEXTS))}</title>"
    for name, content in draw(st.lists(st.tuples(_METAS, _TEXTS), max_size=3)):
        head += f'<meta property="{name}" content="{html.escape(content)}">'
    if draw(st.booleans()):
        story = json.dumps(draw(_STORY)).replace("</", r"<\/")
        head += f'<script type="application/ld+json">{story}</script>'
    body = "\n".join(draw(st.lists(_flow, min_size=1, max_size=8)))
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


_LINES = st.one_of(
    _TEXTS,
    SENTENCES.map("By {}".format),
    SENTENCES.map("  * {}".format),
    SENTENCES.map("## {}".format),
    SENTENCES.map("> {}".format),
    st.just(""),
    st.just("Tuesday, July 23, 2019  Exampleton, Ohio  Est. May 4, 1871"),
    st.just(
        "EXAMPLETON, Ohio (AP) — It rained on Exampleton all day, the council said on Tuesday, and the river rose by the hour."
    ),
    st.just("Water stands a yard below the bridge. (Cy Orr / AP) Share"),
    SENTENCES.map(lambda text: f"\t{text}"),
)
text_pages = st.lists(_LINES, max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"]).map(
        lambda newline: newline.join(lines)
    )
)
"""Plain-text pages."""
