"""Scanned issues: readers, articles as stated and as parted, places, doors, and files that mean harm."""

from __future__ import annotations

import gzip
import json
import os
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest
import scan_figures
import scan_pages
import typeset
from lxml import etree
from needs import lacking
from typer.testing import CliRunner

import newsparse
from newsparse.cli.app import app, run
from newsparse.errors import InputError, UnknownFormatError
from newsparse.explainer.issue import explain_issue
from newsparse.page import Limits
from newsparse.records import Label, Source, Span
from newsparse.scans.exports import export_issue
from newsparse.scans.files import load_files
from newsparse.scans.formats import read_file
from newsparse.scans.jumps import read_jump
from newsparse.scans.layout import separate
from newsparse.scans.model import Box, Line, Region, RegionKind, ScanPage, Word
from newsparse.scans.order import reading_order
from newsparse.scans.records import Issue, IssueItem, ItemKind
from newsparse.scans.type import Column

PACKAGE = scan_pages.FOLDER / "herald-1901-03-05"
FORMATS = sorted(scan_pages.WRITERS)
RAIN = ("Forty crates of apples wait in the yard", "of the mill, because no train has come")


@pytest.fixture(scope="module")
def stated() -> Issue:
    return newsparse.split_issue(PACKAGE)


@pytest.fixture(scope="module")
def parted() -> Issue:
    return newsparse.split_issue(PACKAGE, structure=False)


def all_text(issue: Issue) -> list[str]:
    """Every word of an issue, sorted, the hyphens of line ends gone."""
    return sorted("".join("".join(item.text.split()).replace("-", "")) for item in issue.items)


# readers


@pytest.mark.parametrize("name", FORMATS)
def test_readers_agree_on_words_and_boxes(name: str) -> None:
    page = read_file(scan_pages.WRITERS[name](scan_pages.FRONT).encode()).pages[0]
    wanted = [line for block in scan_pages.FRONT for line in block.boxes()]
    read = [line for region in page.regions for line in region.lines]
    assert (page.width, page.height) == (scan_pages.WIDTH, scan_pages.HEIGHT)
    assert [line.text for line in read] == [line for line, *_ in wanted]
    for line, (_, left, top, wide, high) in zip(read, wanted, strict=True):
        assert line.box == Box(left, top, left + wide, top + high)
        assert line.words[0].box.left == left
        assert line.words[0].confidence == pytest.approx(0.9)
    x, y, w, h = scan_pages.PICTURE
    assert page.pictures == (Box(x, y, x + w, y + h),)


@pytest.mark.parametrize("name", ["alto", "hocr", "abbyy"])
def test_readers_keep_size_and_weight(name: str) -> None:
    page = read_file(scan_pages.WRITERS[name](scan_pages.FRONT).encode()).pages[0]
    head, body = page.regions[2].lines[0], page.regions[4].lines[0]
    assert (head.size, head.bold, body.size, body.bold) == (30, True, 20, False)


def test_alto_heals_broken_words_and_knows_advertisements() -> None:
    page = read_file(scan_pages.alto(scan_pages.FRONT).encode()).pages[0]
    line = page.regions[4].lines[1]
    assert (line.words[-1].text, line.hyphen, line.words[-1].whole) == ("coun", "-", "council")
    assert page.regions[-1].kind is RegionKind.ADVERTISEMENT


def test_page_xml_states_order_kinds_and_rules() -> None:
    text = scan_pages.page_xml(scan_pages.BACK, 2).replace('index="0"', 'index="99"', 1)
    page = read_file(text.encode()).pages[0]
    assert [region.id for region in page.regions] == ["C2", "C3", "C4", "C5", "C1"]
    assert [region.kind for region in page.regions[:3]] == [
        RegionKind.RUNNING,
        RegionKind.TEXT,
        RegionKind.HEADING,
    ]
    assert page.rules == (Box(500, 230, 502, 1300),)


def test_tables_of_page_xml_are_one_region_row_by_row() -> None:
    cells = "".join(
        f'<TableCell row="{row}" col="{col}"><TextLine><Coords points="0,0 9,9"/><TextEquiv><Unicode>{row}{col}</Unicode></TextEquiv></TextLine></TableCell>'
        for row, col in ((1, 0), (0, 1), (0, 0))
    )
    page = read_file(
        f'<PcGts><Page imageWidth="9" imageHeight="9"><TableRegion id="t">{cells}</TableRegion></Page></PcGts>'.encode()
    ).pages[0]
    assert [(region.kind, region.text) for region in page.regions] == [
        (RegionKind.TABLE, "00\n01\n10")
    ]


def test_hocr_parts_headline_byline_and_text_that_share_a_paragraph() -> None:
    blocks = [
        attrs.evolve(scan_pages.FRONT[2], left=60),
        attrs.evolve(scan_pages.FRONT[3]),
        scan_pages.FRONT[4],
    ]
    text = scan_pages.hocr(blocks)
    text = text.replace(
        "</p></div>\n<div class='ocr_carea' id='B4A'><p class='ocr_par' id='B4' lang='eng'>", ""
    )
    text = text.replace(
        "</p></div>\n<div class='ocr_carea' id='B5A'><p class='ocr_par' id='B5' lang='eng'>", ""
    )
    page = read_file(text.encode()).pages[0]
    assert [region.lines[0].text for region in page.regions] == [block.lines[0] for block in blocks]


# articles


def test_articles_are_those_of_the_mets_in_its_order(stated: Issue) -> None:
    assert stated.by == "METS"
    assert [(item.title, item.pages, item.section) for item in stated.articles] == [
        ("FLOOD CLOSES THE BRIDGE", (1,), None),
        ("APPLES ROT IN THE YARD", (1, 2), None),
        ("LIBRARY TO STAY OPEN", (2,), "Town"),
    ]
    assert [part.region for part in stated.articles[0].parts] == ["B3", "B4", "B5", "B6", "B7"]
    assert [item.kind for item in stated.others] == [
        ItemKind.MASTHEAD,
        ItemKind.ADVERTISEMENT,
        ItemKind.FURNITURE,
    ]


def test_the_issue_knows_its_paper_number_and_day(stated: Issue) -> None:
    assert (stated.title, stated.number, str(stated.date), stated.language) == (
        "The Exampleton Herald",
        "412",
        "1901-03-05",
        "en",
    )
    article = stated.articles[0].article
    assert article is not None and article.masthead is not None
    assert (article.masthead.name, str(article.published)) == (
        "The Exampleton Herald",
        "1901-03-05",
    )
    assert any(one.field == "published" for one in article.evidence)


@pytest.mark.parametrize("issue", ["stated", "parted"])
def test_each_article_goes_through_the_flow(issue: str, request: pytest.FixtureRequest) -> None:
    article = request.getfixturevalue(issue).articles[0].article
    assert article.headline.text == "FLOOD CLOSES THE BRIDGE"
    assert article.bylines[0].names == ("Ada Lin",)
    assert article.dateline.place == "WENBURY"
    assert (article.captions[0].text, article.captions[0].credit.names) == (
        "The old bridge on Monday, seen from the mill.",
        ("Bo Reyes",),
    )
    assert [block.text[:20] for block in article.body] == [
        "WENBURY, March 4 — T",
        "Nobody was hurt, but",
        "Carts now go round b",
    ]


def test_the_layout_finds_what_the_mets_states(stated: Issue, parted: Issue) -> None:
    assert parted.by == "layout"
    assert [[part.region for part in item.parts] for item in parted.articles] == [
        sorted(
            (part.region for part in item.parts), key=[part.region for part in other.parts].index
        )
        for item, other in zip(stated.articles, parted.articles, strict=True)
    ]
    assert all(part.reason for item in parted.items for part in item.parts)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_articles(name: str) -> None:
    issue = newsparse.split_issue(scan_pages.WRITERS[name](scan_pages.FRONT).encode())
    assert [item.title for item in issue.articles] == [
        "FLOOD CLOSES THE BRIDGE",
        "APPLES ROT IN THE YARD",
    ]
    assert [
        item.article.bylines[0].names if item.article and item.article.bylines else ()
        for item in issue.articles
    ] == [("Ada Lin",), ()]
    assert ItemKind.ADVERTISEMENT in {item.kind for item in issue.others}
    assert (issue.number, str(issue.date)) == ("412", "1901-03-05")


@pytest.mark.parametrize("structure", [True, False])
def test_nothing_is_lost(structure: bool) -> None:
    issue = newsparse.split_issue(PACKAGE, structure=structure)
    read = sorted(word for item in issue.items for word in item.text.split())
    there = sorted(
        word
        for page in scan_pages.PAGES
        for block in page
        for line in block.lines
        for word in line.split()
    )
    assert read == there
    for item in issue.articles:
        assert "".join("".join(segment.raw.split()) for segment in item.segments) == "".join(
            item.text.split()
        )


def test_a_page_that_runs_on_joins_the_article_before_it(parted: Issue) -> None:
    assert [part.region for part in parted.articles[1].parts] == ["B8", "B9", "C3"]
    assert parted.articles[1].parts[-1].reason == "runs on from the page before"


def lines(
    name: str,
    left: int,
    top: int,
    texts: tuple[str, ...],
    high: int = 20,
    kind: RegionKind = RegionKind.TEXT,
) -> Region:
    rows = tuple(
        Line(
            tuple(
                Word(word, Box(left, top + at * 28, left + 10, top + at * 28 + high))
                for word in text.split()
            ),
            Box(left, top + at * 28, left + min(400, len(text) * high // 2), top + at * 28 + high),
            size=float(high),
        )
        for at, text in enumerate(texts)
    )
    return Region(name, rows, Box(left, top, left + 400, top + 28 * len(texts)), kind)


TEXT = (
    *RAIN,
    "since Friday. The railway company gave",
    "no reason for it, and the farmers have",
    "lost patience.",
)


def test_a_strip_at_the_foot_runs_on_in_the_strip_of_the_next_page() -> None:
    def page(number: int, heads: tuple[str, str] | None) -> ScanPage:
        upper = [lines(f"{number}u{at}", 20 + 450 * at, 100, TEXT * 5) for at in range(2)]
        lower = [
            lines(
                f"{number}l{at}",
                20 + 450 * at,
                940 + 60 * (heads is not None and at == 0),
                TEXT * 2,
            )
            for at in range(2)
        ]
        named = []
        if heads is not None:
            named = [
                lines(f"{number}h0", 20, 40, (heads[0],), 40),
                lines(f"{number}h1", 20, 930, (heads[1],), 40),
            ]
            return ScanPage(number, 900, 1400, (named[0], *upper, named[1], *lower))
        return ScanPage(number, 900, 1400, (*upper, *lower))

    found = [
        one
        for one in separate((page(1, ("THE NEWS", "THE NOVEL")), page(2, None)))
        if one.kind == "article"
    ]
    regions = [[f"{part.ref.page + 1}{part.ref.region}" for part in one.parts] for one in found]
    assert regions == [["10", "11", "12", "20", "21"], ["13", "14", "15", "22", "23"]]


def test_jump_lines_join_both_halves() -> None:
    front = ScanPage(1, 900, 1400, (
        lines("h", 20, 150, ("Storm breaks the sea wall",), 40), lines("t", 20, 220, (*TEXT, "See STORM, Page 2")),
        lines("i", 470, 150, ("Apples rot in the yard",), 40), lines("u", 470, 220, TEXT),
    ))  # fmt: skip
    back = ScanPage(2, 900, 1400, (
        lines("o", 20, 100, ("Library to stay open",), 40), lines("v", 20, 170, TEXT),
        lines("s", 470, 100, ("Storm",), 40), lines("c", 470, 160, ("Continued from Page 1",)), lines("w", 470, 200, TEXT),
    ))  # fmt: skip
    found = [one for one in separate((front, back)) if one.kind == "article"]
    assert [[part.ref for part in one.parts] for one in found] == [
        [(0, 0), (0, 1), (1, 2), (1, 3), (1, 4)],
        [(0, 2), (0, 3)],
        [(1, 0), (1, 1)],
    ]
    assert "joined by the jump line to page 2" in found[0].parts[2].reason


@pytest.mark.parametrize(
    ("line", "page", "onward"),
    [
        ("Continued on Page 4", 4, True),
        ("CONTINUED ON PAGE 12, COLUMN 3", 12, True),
        ("See FLOOD, Page A6", 6, True),
        ("(Suite à la page 3)", 3, True),
        ("Fortsetzung auf Seite 2", 2, True),
        ("Continued from Page One", 1, False),
        ("FLOOD: Cont'd from page 1", 1, False),
        ("Suite de la page 1", 1, False),
    ],
)
def test_jump_lines_are_read(line: str, page: int, onward: bool) -> None:
    jump = read_jump(line)
    assert jump is not None and (jump.page, jump.onward) == (page, onward)


@pytest.mark.parametrize(
    "line",
    [
        "He turned the page and went on",
        "See the bridge at noon",
        "From the mayor",
        "Page 4",
        "Continued rain is likely on Friday",
    ],
)
def test_other_lines_are_no_jumps(line: str) -> None:
    assert read_jump(line) is None


def test_reading_order_goes_down_columns_and_under_wide_heads() -> None:
    wide = Region(
        "w",
        (Line((Word("Wide", Box(10, 100, 890, 140)),), Box(10, 100, 890, 140)),),
        Box(10, 100, 890, 140),
    )
    left, right = lines("l", 10, 160, TEXT), lines("r", 480, 160, TEXT)
    above_left, above_right = lines("a", 10, 10, TEXT[:3]), lines("b", 480, 10, TEXT[:3])
    page = ScanPage(1, 900, 1400, (right, above_right, wide, left, above_left))
    order = reading_order(page, range(5), (Column(10, 410), Column(480, 880)))
    assert [page.regions[at].id for at in order] == ["a", "b", "w", "l", "r"]


# places


def test_every_source_leads_to_print_page_and_box(stated: Issue) -> None:
    checked = 0
    for item in stated.articles:
        for record in _sourced(item.article):
            source = record.source
            if source.start is None:
                continue
            located = newsparse.locate(item, source)
            assert located == item.text[source.start : source.end] == record.raw
            assert located.places and " ".join(map(str, located.places)) == source.where
            checked += 1
    assert checked > 10


def _sourced(value: Any) -> list[Any]:
    found = [value] if hasattr(value, "source") else []
    for field in attrs.fields(type(value)):
        entry = getattr(value, field.name)
        for one in entry if isinstance(entry, tuple) else (entry,):
            if attrs.has(type(one)) and not isinstance(one, (Source, Span)):
                found += _sourced(one)
    return found


def test_print_is_kept_and_healed_text_stands_beside_it(stated: Issue) -> None:
    article = stated.articles[0].article
    assert article is not None
    first, second = article.body[:2]
    assert "coun-\ncil" in first.raw and "council" in first.text
    assert "ſaid, for the firſt" in second.raw and "said, for the first" in second.text


def test_a_box_holds_its_words(stated: Issue) -> None:
    item = stated.articles[0]
    assert item.article is not None and item.article.headline is not None
    block = scan_pages.FRONT[2]
    ((_, left, top, wide, high),) = block.boxes()
    place = newsparse.locate(item, item.article.headline.source).places[0]
    assert place.page == 1 and place.box.left == left and place.box.top == top
    assert place.box.bottom == top + high and abs(place.box.right - left - wide) <= 2
    assert place.confidence == pytest.approx(0.9)


def test_confidences_reach_the_fields(stated: Issue) -> None:
    item = stated.articles[0]
    assert item.confidence == pytest.approx(0.9)
    told = item.to_dict()["confidences"]
    assert told["headline"] == told["bylines[0]"] == told["body[2]"] == pytest.approx(0.9)


@pytest.mark.parametrize("source", [Span(0, 10_000), Span(-2, 3)])
def test_places_that_are_not_there_are_errors(stated: Issue, source: Span) -> None:
    with pytest.raises(InputError, match="nothing at"):
        newsparse.locate(stated.articles[0], source)


# records and doors


@pytest.mark.parametrize("structure", [True, False])
def test_issues_are_values(structure: bool) -> None:
    issue = newsparse.split_issue(PACKAGE, structure=structure)
    assert issue == newsparse.split_issue(str(PACKAGE), structure=structure)
    assert pickle.loads(pickle.dumps(issue)) == issue
    assert Issue.from_dict(json.loads(issue.to_json())) == issue
    assert isinstance(hash(issue), int)


def test_an_item_read_from_json_still_knows_its_places(stated: Issue) -> None:
    item = Issue.from_dict(json.loads(stated.to_json())).articles[0]
    assert item.article is not None and item.article.headline is not None
    assert item.places(item.article.headline.source)[0].page == 1


def test_issue_as_tei_is_one_corpus(stated: Issue) -> None:
    root = etree.fromstring(export_issue(stated, "tei").encode())
    assert etree.QName(root).localname == "teiCorpus"
    assert [
        title.text
        for title in root.findall(".//{*}TEI/{*}teiHeader/{*}fileDesc/{*}titleStmt/{*}title")
    ] == [item.title for item in stated.articles]


def test_issue_as_ninjs_is_one_composite(stated: Issue) -> None:
    made = json.loads(export_issue(stated, "ninjs"))
    assert made["type"] == "composite"
    assert [one["headlines"][0]["value"] for one in made["associations"]] == [
        item.title for item in stated.articles
    ]


def test_unknown_formats_are_refused(stated: Issue) -> None:
    with pytest.raises(UnknownFormatError, match="json, tei, ninjs"):
        export_issue(stated, "docx")


def test_explain_draws_every_segment_and_runs_nothing(stated: Issue) -> None:
    page = explain_issue(stated)
    boxes = sum(
        len(item.places(segment.source)) for item in stated.articles for segment in item.segments
    )
    others = sum(len(item.parts) for item in stated.others)
    assert page.count("<rect") == boxes + others
    assert "<script" not in page and "default-src 'none'" in page
    assert "class='headline'" in page and "class='byline'" in page


def test_explain_embeds_pictures_that_are_at_hand(stated: Issue, tmp_path: Path) -> None:
    (tmp_path / "page-1.png").write_bytes(b"\x89PNG")
    assert explain_issue(stated, tmp_path).count("data:image/png;base64,") == 1
    with pytest.raises(InputError, match="no folder"):
        explain_issue(stated, tmp_path / "page-1.png")


def test_explain_escapes_what_the_page_says() -> None:
    page = scan_pages.alto(
        [attrs.evolve(scan_pages.FRONT[8], lines=("<script>x</script> & more text here",))]
    )
    assert "<script>x" not in explain_issue(newsparse.split_issue(page.encode()))


def test_command_writes_every_format(tmp_path: Path) -> None:
    runner = CliRunner()
    for name, begins in (("json", '{"title"'), ("tei", "<?xml"), ("ninjs", '{"uri"')):
        result = runner.invoke(app, ["issue", str(PACKAGE), "-f", name])
        assert result.exit_code == 0 and result.stdout.startswith(begins), result.output
    target = tmp_path / "issue.html"
    assert (
        runner.invoke(app, ["issue", str(PACKAGE), "--layout", "--explain", str(target)]).exit_code
        == 0
    )
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_command_tells_what_went_wrong(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["issue", str(tmp_path / "none.xml")]) == 1
    assert "none.xml" in capsys.readouterr().err
    assert run(["issue", str(PACKAGE), "-f", "docx"]) == 2


# files that are broken, or mean harm


def test_a_page_that_is_missing_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "herald.mets.xml").write_text(scan_pages.mets(), "utf-8")
    (tmp_path / "page-1.xml").write_text(scan_pages.alto(scan_pages.FRONT), "utf-8")
    issue = newsparse.split_issue(tmp_path / "herald.mets.xml")
    assert [warning.message for warning in issue.warnings] == [
        "the METS names 'file://./alto/page-2.xml', which is not there"
    ]
    assert [item.title for item in issue.articles] == [
        "FLOOD CLOSES THE BRIDGE",
        "APPLES ROT IN THE YARD",
    ]


def test_a_file_that_cannot_be_read_is_a_warning_beside_others(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(scan_pages.alto(scan_pages.FRONT), "utf-8")
    (tmp_path / "b.xml").write_text("no xml at all", "utf-8")
    issue = newsparse.split_issue(tmp_path)
    assert len(issue.pages) == 1 and "no XML" in issue.warnings[0].message
    assert issue.warnings[0].file == str(tmp_path / "b.xml")


def test_damaged_xml_is_read_as_far_as_it_goes() -> None:
    text = scan_pages.alto(scan_pages.FRONT)
    issue = newsparse.split_issue(text[: text.index('ID="B9"')].encode())
    assert issue.articles[0].title == "FLOOD CLOSES THE BRIDGE"
    assert "damaged" in issue.warnings[0].message


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\1\2",
        b"<html><p>Hello</p></html>",
        b"<alto/>",
        b"<PcGts/>",
        b"%PDF-1.4",
        b"\x1f\x8b\x08broken",
        b"<document/>",
        "ü".encode("utf-16"),
    ],
)
def test_what_is_no_scan_is_an_error_that_says_so(data: bytes) -> None:
    with pytest.raises(InputError, match="no page of a scan could be read"):
        newsparse.split_issue(data)


@pytest.mark.parametrize("files", [None, 7, [7], [None]])
def test_wrong_types_are_errors(files: Any) -> None:
    with pytest.raises(InputError):
        newsparse.split_issue(files)


def test_a_page_without_text_has_no_articles() -> None:
    issue = newsparse.split_issue(b'<alto><Layout><Page WIDTH="10" HEIGHT="10"/></Layout></alto>')
    assert issue.articles == () and len(issue.pages) == 1


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    for declared in (f'<!ENTITY e SYSTEM "{secret.as_uri()}">', '<!ENTITY e "SECRET">'):
        text = scan_pages.page_xml(scan_pages.FRONT).replace(
            "<PcGts", f"<!DOCTYPE PcGts [{declared}]><PcGts", 1
        )
        text = text.replace("FLOOD CLOSES", "FLOOD &e; CLOSES")
        issue = newsparse.split_issue(text.encode())
        assert "SECRET" not in issue.to_json()


def test_entity_bombs_are_harmless() -> None:
    bomb = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
    text = scan_pages.page_xml(scan_pages.FRONT).replace(
        "<PcGts", f'<!DOCTYPE PcGts [<!ENTITY e0 "x">{bomb}]><PcGts', 1
    )
    text = text.replace("FLOOD CLOSES", "FLOOD &e11; CLOSES")
    try:
        assert len(newsparse.split_issue(text.encode()).to_json()) < 200_000
    except InputError as error:
        assert "no XML" in str(error)


def test_a_mets_leads_to_no_file_outside_its_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "page-1.xml").write_text(scan_pages.alto(scan_pages.FRONT), "utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    for href in ((outside / "page-1.xml").as_uri(), "../outside/page-1.xml"):
        (inside / "m.xml").write_text(
            scan_pages.mets(("page-1.xml",)).replace("file://./alto/page-1.xml", href), "utf-8"
        )
        with pytest.raises(InputError, match="not there|could be read"):
            newsparse.split_issue(inside / "m.xml")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "page-1.xml"
    outside.write_text(scan_pages.alto(scan_pages.FRONT), "utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "m.xml").write_text(scan_pages.mets(("page-1.xml",)), "utf-8")
    try:
        os.symlink(outside, inside / "page-1.xml")
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(InputError):
        newsparse.split_issue(inside / "m.xml")


def test_caps_hold(tmp_path: Path) -> None:
    packed = gzip.compress(b"<alto>" + b" " * 5_000_000)
    with pytest.raises(InputError, match="larger than the cap"):
        newsparse.split_issue(packed, limits=Limits(size=1_000_000))
    issue = newsparse.split_issue(
        scan_pages.alto(scan_pages.FRONT).encode(), limits=Limits(blocks=3)
    )
    assert "more regions than the cap" in issue.warnings[0].message


def test_packed_files_and_bytes_read_alike(tmp_path: Path) -> None:
    for path in PACKAGE.iterdir():
        (tmp_path / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
    packed = newsparse.split_issue(tmp_path)
    handed = newsparse.split_issue(
        [path.read_bytes() for path in sorted(PACKAGE.iterdir(), reverse=True)]
    )
    assert [item.title for item in packed.articles] == [
        item.title for item in newsparse.split_issue(PACKAGE).articles
    ]
    assert (
        all_text(handed) == all_text(newsparse.split_issue(PACKAGE, structure=False))
        or handed.by == "METS"
    )


def test_pages_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for number in (10, 9, 2):
        (tmp_path / f"p{number}.xml").write_text(scan_pages.alto(scan_pages.BACK, number), "utf-8")
    loaded = load_files(tmp_path, Limits())
    assert [Path(page.file).name for page in loaded.pages] == ["p2.xml", "p9.xml", "p10.xml"]
    assert [page.number for page in loaded.pages] == [1, 2, 3]


def test_many_regions_cost_no_more_than_their_number(tmp_path: Path) -> None:
    """A page of thousands of small regions, tables and captions among them, is read through."""
    regions = tuple(
        lines(
            f"r{at}",
            20 + 90 * (at % 9),
            10 + at // 9,
            ("Sold at 3 cents",),
            8,
            RegionKind.TABLE if at % 2 else RegionKind.TEXT,
        )
        for at in range(4_000)
    )
    found = separate((ScanPage(1, 900, 1400, regions, pictures=(Box(0, 0, 900, 700),)),))
    assert sum(len(one.parts) for one in found) == len(regions)


# a real Tesseract


@pytest.mark.parametrize("name", ["tabloid-1", "broadsheet-2"])
def test_typeset_pages_that_tesseract_read(name: str) -> None:
    """Pages of our own, printed in columns and read by Tesseract: the files lie in the fixtures."""
    sheet = next(sheet for sheet in typeset.sheets() if sheet.name == name)
    files = [scan_pages.FOLDER / f"{name}-{at}.hocr.gz" for at in range(1, len(sheet.pages) + 1)]
    issue = newsparse.split_issue(files)
    body, heads, names = scan_figures.typeset_figures(sheet, issue)
    assert body.f1 >= 0.95, str(body)
    assert heads.f1 >= 0.95, str(heads)
    assert names.f1 >= 0.9, str(names)


def test_a_story_that_jumps_is_whole() -> None:
    sheet = next(sheet for sheet in typeset.sheets() if sheet.name == "broadsheet-2")
    story = next(story for story in sheet.stories if story.jump)
    issue = newsparse.split_issue(
        [scan_pages.FOLDER / f"broadsheet-2-{at}.hocr.gz" for at in (1, 2)]
    )
    item = next(item for item in issue.articles if item.title == story.headline)
    assert item.pages == (1, 2)
    assert item.article is not None and "Continued from" not in item.article.text
    assert [segment.label for segment in item.segments if "Page" in segment.text] == [
        Label.NOTE
    ] * 2


# real scans


def scans() -> Path:
    if not scan_figures.SCANS.is_dir():
        lacking(
            "NEWSPARSE_SCANS_TESTS",
            f"no scans at {scan_figures.SCANS}; NEWSPARSE_SCANS names their folder",
        )
    return scan_figures.SCANS


@pytest.mark.scans
def test_articles_of_real_packages_are_read_exactly() -> None:
    for package in scan_figures.packages(scans()):
        issue = newsparse.split_issue(package)
        assert scan_figures.read_words(issue) == scan_figures.stated_words(package), package.name
        whole = ["".join(item.text.split()) for item in issue.articles]
        assert scan_figures.segment_words(issue) == whole, package.name


@pytest.mark.scans
def test_the_layout_parts_real_issues() -> None:
    pairs, heads = scan_figures.Hits(), scan_figures.Hits()
    for package in scan_figures.packages(scans()):
        for total, one in zip((pairs, heads), scan_figures.withheld(package), strict=True):
            total.add(one)
    assert pairs.f1 >= 0.80, str(pairs)
    assert heads.f1 >= 0.85, str(heads)


@pytest.mark.scans
def test_real_pages_of_page_xml_keep_every_word() -> None:
    for path in sorted((scans() / "page-xml").iterdir()):
        root = etree.fromstring(gzip.decompress(path.read_bytes()))
        there = [
            word
            for line in root.iter("{*}TextLine")
            for word in " ".join(
                line.xpath("./*[local-name()='TextEquiv'][1]/*[local-name()='Unicode']/text()")
            ).split()
        ]
        issue = newsparse.split_issue(path)
        read = [word for item in issue.items for word in item.text.split()]
        assert sorted(read) == sorted(there), path.name


def test_item_and_label_names_are_public() -> None:
    assert {kind.value for kind in ItemKind} >= {"article", "advertisement", "masthead"}
    assert issubclass(newsparse.Located, str) and newsparse.IssueItem is IssueItem
    assert Label.HEADLINE in {Label(label) for label in ("headline", "body")}


# batches


def batch(*arguments: str, code: int = 0) -> list[dict[str, Any]]:
    result = CliRunner().invoke(
        app, ["batch", "--from", "scan", "--workers", "0", "-q", *arguments]
    )
    assert result.exit_code == code, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_batch_holds_an_article_of_a_package_each(stated: Issue) -> None:
    rows = batch(str(PACKAGE))
    assert [row["article"]["headline"]["text"] for row in rows] == [
        item.title for item in stated.articles
    ]
    assert [row["id"].rpartition("#")[2] for row in rows] == [item.id for item in stated.articles]
    assert rows[0]["article"] == (stated.articles[0].article or newsparse.Article()).to_dict()


def test_a_batch_takes_folders_of_packages_and_goes_on_past_broken_ones(tmp_path: Path) -> None:
    scan_pages.write(tmp_path / "good")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "page.xml").write_text("no xml")
    rows = batch(str(tmp_path), code=1)
    assert [row["error"]["kind"] for row in rows if row["error"]] == ["input"]
    titles = [row["article"]["headline"]["text"] for row in rows if row["article"]]
    assert (
        titles.count("FLOOD CLOSES THE BRIDGE") == 4 and titles.count("LIBRARY TO STAY OPEN") == 1
    )


def test_a_batch_of_scans_resumes(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    batch(str(PACKAGE), "-o", str(output))
    whole = output.read_text("utf-8")
    batch(str(PACKAGE), "-o", str(output), "--resume")
    assert output.read_text("utf-8") == whole and whole.count("\n") == 3
