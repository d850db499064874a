"""`explain`: the content of the file, its links, its size, and its safety against hostile pages."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import itertools
import re
from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

import newsparse
from newsparse.explainer.palette import LABELS, SURFACES
from newsparse.explainer.trace import FIELDS, clip, trace
from newsparse.records import Article, Confidences, Label, Segment

DATA = Path(__file__).parent / "data" / "explain"
EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"
PAGES = (EXAMPLES / "ferry.html", EXAMPLES / "otters.txt", DATA / "rtl.html", DATA / "hostile.html")
STORY, DUMP, RTL, HOSTILE = PAGES


def long_page(blocks: int = 2_000) -> str:
    paragraphs = "".join(
        f"<p>Paragraph {n} of the minutes says that the council of Exampleton met and put item {n} off until the next week.</p>"
        for n in range(blocks)
    )
    return f"<html><body><article><h1>The minutes of the council</h1>{paragraphs}</article></body></html>"


def tree(page: object, **keywords: object) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(newsparse.explain(page, **keywords))  # type: ignore[arg-type]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_segment_is_shown_in_order_with_label_and_reason(path: Path) -> None:
    segments = newsparse.segment(path)
    rows = tree(path).cssselect("#page > li")
    assert [row.get("class").split()[0] for row in rows] == [
        segment.label.value for segment in segments
    ]
    for row, segment in zip(rows, segments, strict=True):
        assert (
            row[0].text_content().split()
            == re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", segment.text).split()
        )
        assert " ".join(segment.reason.split()) in " ".join(row[1].text_content().split())
        for claim in segment.rejected:
            if claim.label is not segment.label:
                assert f"not {claim.label.value} " in row[1].text_content()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_legend_counts_every_label_of_the_page(path: Path) -> None:
    segments = newsparse.segment(path)
    chips = tree(path).cssselect(".chip")
    assert {
        chip.cssselect("input")[0].get("value"): int(chip.cssselect("small")[0].text)
        for chip in chips
    } == {
        label.value: sum(segment.label is label for segment in segments)
        for label in {segment.label for segment in segments}
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_link_of_the_record_leads_to_a_segment_with_its_words(path: Path) -> None:
    page = tree(path)
    links = page.cssselect("#record a")
    assert links
    for link in links:
        (target,) = page.cssselect(link.get("href"))
        assert target.tag == "li"


def test_fields_link_to_the_segments_they_were_read_from() -> None:
    page = tree(STORY)

    def led_to(field: str) -> list[str]:
        links = page.cssselect(f"#field-{field} .from a")
        numbers = [
            n
            for link in links
            for n in range(
                int(link.get("href")[2:]), int(link.get("data-to") or link.get("href")[2:]) + 1
            )
        ]
        return [page.cssselect(f"#s{n} > p")[0].text_content() for n in numbers]

    article = newsparse.parse(STORY)
    assert article.headline is not None
    assert led_to("headline") == [article.headline.text]
    assert led_to("body") == [block.text for block in article.body]
    (caption,) = article.captions
    assert led_to("captions") == [caption.text, "(Odile Marsh / The Marlow Bay Courier)"]
    assert led_to("dateline") == [article.body[0].text]


def test_field_from_the_head_shows_the_statement_and_its_place() -> None:
    field = tree(STORY).cssselect("#field-published .from")[0].text_content()
    assert "JSON-LD" in field
    assert "2024-03-18T06:30:00-07:00" in field
    assert "/html/head/script#/datePublished" in field


def test_rejected_candidates_are_listed_under_their_field_with_a_reason() -> None:
    lost = tree(STORY).cssselect("#field-headline details li")
    told = [" ".join(row.text_content().split()) for row in lost]
    assert any(
        "meta og:title" in row
        and "You won't believe" in row
        and "what a reader saw goes before" in row
        for row in told
    )
    assert all("what a reader saw goes before" in row for row in told)


def test_record_does_not_repeat_the_body() -> None:
    page = tree(STORY)
    record = page.cssselect("#record")[0].text_content()
    for block in newsparse.parse(STORY).body:
        if block.kind is newsparse.BlockKind.PARAGRAPH and len(block.text) > 100:
            assert block.text not in record


def test_explain_takes_the_arguments_of_parse() -> None:
    shown = newsparse.explain(
        DUMP.read_bytes(),
        url="https://courier.example/otters",
        profile="generic",
        media="text",
        encoding="utf-8",
        reference=dt.datetime(2024, 2, 6),
        limits=newsparse.Limits(),
    )
    assert "courier.example/otters" in shown
    assert "no profile" in shown
    with pytest.raises(newsparse.UnknownProfileError, match="no-such-paper"):
        newsparse.explain("Rain falls", profile="no-such-paper")
    with pytest.raises(newsparse.InputError):
        newsparse.explain(12)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "page",
    [
        "",
        " \n ",
        b"",
        b"%PDF-1.4 \x00\x01",
        "<html></html>",
        "https://courier.example/1",
        "\ud800 lone",
        "\0\0",
    ],
)
def test_pages_without_a_story_can_be_explained(page: str | bytes) -> None:
    shown = newsparse.explain(page)
    shown.encode("utf-8")
    for warning in newsparse.parse(page).warnings:
        assert f"<b>{warning.code.value}</b>" in shown


# Size.


def allowance(segments: Sequence[Segment]) -> float:
    """Twice the text, plus 300 bytes a segment, plus 60 kB."""
    return (
        2 * sum(len(segment.text.encode("utf-8", "replace")) for segment in segments)
        + 300 * len(segments)
        + 60_000
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_size(path: Path) -> None:
    assert len(newsparse.explain(path).encode()) < allowance(newsparse.segment(path))


def test_size_for_a_long_page() -> None:
    page = long_page()
    assert len(newsparse.explain(page).encode()) < allowance(newsparse.segment(page))


def test_examine_gives_the_results_of_parse_and_segment() -> None:
    page = STORY
    seen = newsparse.Parser().examine(page, url="https://courier.example/a")
    assert seen.article == newsparse.parse(page, url="https://courier.example/a")
    assert seen.segments == newsparse.segment(page, url="https://courier.example/a")
    assert {"headline", "deck", "bylines", "published", "masthead", "tags"} <= {
        evidence.field for evidence in seen.stated
    }
    for evidence in seen.stated:
        assert newsparse.locate(page, evidence.source) == evidence.raw


# Safety.


ALLOWED = {
    "a": {"class", "href", "data-to"},
    "li": {"class", "id", "data-at"},
    "p": {"class", "id", "dir", "role"},
    "h1": {"dir"},
    "h2": {"id"},
    "ol": {"id", "lang"},
    "ul": {"class", "aria-label"},
    "section": {"class", "id", "aria-labelledby"},
    "div": {"class"},
    "details": {"id", "open"},
    "label": {"class"},
    "input": {"type", "id", "value", "checked"},
    "button": {"type", "id"},
    "span": {"class"},
    "canvas": {"id", "width", "aria-hidden"},
    "meta": {"charset", "http-equiv", "content", "name"},
    "html": {"lang"},
}
BARE = {
    "head", "title", "style", "script", "body", "header", "main", "h3", "b", "i", "q", "bdi", "code",
    "dl", "dt", "dd", "summary", "small", "fieldset", "legend", "kbd",
}  # fmt: skip


def check_harmless(shown: str) -> None:
    page = lxml_html.document_fromstring(shown)
    for element in page.iter():
        assert element.tag in ALLOWED or element.tag in BARE, element.tag
        assert set(element.attrib) <= ALLOWED.get(str(element.tag), set()), (
            element.tag,
            dict(element.attrib),
        )
    assert all(re.fullmatch(r"#(?:s\d+|text|record)", link.get("href")) for link in page.iter("a"))
    assert all(box.get("value") in set(Label) for box in page.iter("input"))
    assert len(list(page.iter("script"))) == len(list(page.iter("style"))) == 1
    policy = page.cssselect("meta[http-equiv]")[0].get("content")
    for name, element in (
        ("style", next(page.iter("style"))),
        ("script", next(page.iter("script"))),
    ):
        digest = base64.b64encode(hashlib.sha256((element.text or "").encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_file_has_only_its_own_elements(path: Path) -> None:
    check_harmless(newsparse.explain(path, url="javascript:ran('url')\"><script>ran()</script>"))


def test_style_and_script_do_not_depend_on_the_page() -> None:
    def own(path: Path) -> list[str]:
        page = tree(path)
        return [next(page.iter("style")).text or "", next(page.iter("script")).text or ""]

    assert own(HOSTILE) == own(DUMP)


def test_style_and_script_have_no_external_references() -> None:
    page = tree(STORY)
    for tag in ("style", "script"):
        text = next(page.iter(tag)).text or ""
        assert not re.search(
            r"//[a-z]|url\(|@import|fetch\(|XMLHttp|innerHTML|insertAdjacent|document\.write|\beval\b",
            re.sub(r"// [A-Z].*", "", text),
        )


PIECES = st.sampled_from(
    [
        "<script>ran()</script>",
        "</script>",
        "</style>",
        "<img src=x onerror=ran()>",
        "javascript:ran()",
        "\"'><b onclick=ran()>",
        "-->",
        "]]>",
        "$script",
        "${style}",
        "\u202e",
        "\0",
        "&lt;script&gt;",
        "&#60;script&#62;ran()&#60;/script&#62;",
        "</li></ol>",
        "\ud83d",
        "By Ada Lin",
        "{{x}}",
        "%s",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.text(max_size=20), max_size=12), st.sampled_from(["text", "html"]))
def test_markup_of_a_page_stays_text(pieces: list[str], media: str) -> None:
    story = "It rained on Exampleton all day, the council said on Tuesday, and the river rose until the evening came. "
    text = "\n\n".join(piece + " " + story for piece in pieces) or story
    page = (
        text
        if media == "text"
        else f'<title>{text}</title><meta property="og:title" content="{"".join(pieces)}"><h1>{pieces[0] if pieces else ""}</h1><p>'
        + text.replace("\n\n", "</p><p>")
    )
    check_harmless(newsparse.explain(page, media=media, url="".join(pieces)))


# Appearance.


def luminance(colour: str) -> float:
    """Relative luminance of a hexadecimal sRGB colour (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_follows_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_label_colours_are_readable(label: Label, theme: int) -> None:
    """WCAG 2.2 AA asks for 4.5 for text, and for 3 for graphics such as the bar next to a segment."""
    colour = LABELS[label]
    ink, wash = ((colour.ink, colour.wash), (colour.dark_ink, colour.dark_wash))[theme]
    surfaces = {name: pair[theme] for name, pair in SURFACES.items()}
    assert contrast(ink, wash) >= 4.5
    assert contrast(ink, surfaces["paper"]) >= 4.5
    assert contrast(ink, surfaces["panel"]) >= 4.5
    assert contrast(surfaces["text"], wash) >= 7


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_other_colours_are_readable(theme: int) -> None:
    surfaces = {name: pair[theme] for name, pair in SURFACES.items()}
    for ground in ("paper", "panel"):
        for name in ("text", "muted", "link", "alarm"):
            assert contrast(surfaces[name], surfaces[ground]) >= 4.5, (name, ground)
        assert contrast(surfaces["focus"], surfaces[ground]) >= 3
    for colour in LABELS.values():
        assert contrast(surfaces["focus"], (colour.wash, colour.dark_wash)[theme]) >= 3


def test_every_label_has_its_own_colour() -> None:
    assert set(LABELS) == set(Label)
    for shade in ("ink", "dark_ink"):
        assert len({getattr(colour, shade) for colour in LABELS.values()}) == len(LABELS)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_heading_levels_are_not_skipped(path: Path) -> None:
    levels = [
        int(str(element.tag)[1]) for element in tree(path).iter("h1", "h2", "h3", "h4", "h5", "h6")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_right_to_left_text_has_language_and_direction() -> None:
    page = tree(RTL)
    assert page.cssselect("#page")[0].get("lang") == "ar"
    assert all(row[0].get("dir") == "auto" for row in page.cssselect("#page > li"))


# The trace.


def test_every_field_of_an_article_is_shown() -> None:
    shown = {row.name for row in FIELDS}
    assert {name for name in Article.__slots__ if not name.startswith("__")} - shown == {
        "evidence",
        "warnings",
    }


def test_confidence_of_each_field_is_shown() -> None:
    sure = Confidences(
        kind=0.991, headline=0.95, deck=0.5, authors=0.8, published=0.75, captions=0.25
    )
    fields = {field.name: field for field in trace(Article(confidence=0.9, confidences=sure), ())}
    assert [value.text for value in fields["confidence"].values] == ["0.90 that the body is right"]
    [value] = fields["confidences"].values
    assert dict(value.parts)["kind"] == "0.99"
    assert {name for name, _ in value.parts} == set(attrs.fields_dict(Confidences))


def test_trace_of_an_empty_article_is_empty() -> None:
    fields = trace(Article(), ())
    assert all(not field.rejected for field in fields)
    assert [field.name for field in fields if field.values] == ["kind"]


@given(st.text(max_size=400), st.integers(8, 60))
def test_clip(text: str, most: int) -> None:
    shown = clip(text, most)
    assert len(shown) <= most + 1
    assert shown == " ".join(text.split()) or shown.endswith("…")
