"""Knowledge of a site: what `learn` finds, and what a page is read like with it."""

from __future__ import annotations

import itertools
import json
import pickle
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

import newsparse
from newsparse.batch.formats import Layout
from newsparse.batch.plan import Plan, Start
from newsparse.batch.run import run
from newsparse.cli.app import app
from newsparse.codec import json_schema
from newsparse.errors import BatchError, InputError
from newsparse.knowledge import SiteKnowledge
from newsparse.learning.words import in_words
from newsparse.parser import Parser

FOLDER = Path(__file__).parent.parent / "fixtures" / "site_harbour"
PATHS = tuple(sorted(FOLDER.glob("*.html")))
PAGES = tuple(path.read_text("utf-8") for path in PATHS)
REPEATED = ("The Harbour Post is written by six people", "Letters to the paper go through")
CALL = "<p>Letters to the paper go through"


def body(page: str, **more: object) -> list[str]:
    return [block.text for block in newsparse.parse(page, **more).body]  # type: ignore[arg-type]


def others(page: str) -> SiteKnowledge:
    return newsparse.learn(one for one in PAGES if one is not page)


@pytest.mark.parametrize("page", PAGES, ids=[path.stem for path in PATHS])
def test_what_all_pages_print_is_no_story(page: str) -> None:
    alone, known = body(page), body(page, site=others(page))
    assert [text for text in alone if not text.startswith(REPEATED)] == known
    assert len(alone) == len(known) + len(REPEATED)


def test_a_subhead_of_several_stories_stays() -> None:
    page = next(page for page in PAGES if "What happens next" in page)
    assert "What happens next" in body(page, site=others(page))


def test_the_reason_says_on_how_many_pages_it_is_printed() -> None:
    parts = newsparse.segment(PAGES[0], site=others(PAGES[0]))
    part = next(part for part in parts if part.text.startswith(REPEATED))
    assert (part.label.value, part.reason) == (
        "furniture",
        "printed on 5 of 5 other pages of this site",
    )
    assert "printed on 5 of 5" in newsparse.explain(PAGES[0], site=others(PAGES[0]))


def test_a_page_that_was_learned_from_does_not_repeat_itself() -> None:
    for page in PAGES:
        assert body(page, site=newsparse.learn(PAGES)) == body(page, site=others(page))


def test_copies_of_one_story_count_as_one_page() -> None:
    page = PAGES[0]
    copy = page.replace('<div class="foot">', '<p>Copied.</p><div class="foot">')
    update = page.replace("</h1>", ", it says</h1>").replace(CALL, "<p>More follows.</p>" + CALL)
    assert newsparse.learn([page, copy, update]).pages == 1
    assert newsparse.learn([page, copy, update, PAGES[1]]).pages == 2
    assert body(page, site=newsparse.learn([copy, update])) == body(page)


def test_stories_that_share_furniture_are_not_one_story() -> None:
    assert newsparse.learn(PAGES).pages == len(PAGES)


def test_the_order_of_pages_does_not_matter() -> None:
    known = newsparse.learn(PAGES[:4])
    assert all(newsparse.learn(order) == known for order in itertools.permutations(PAGES[:4]))


def test_nothing_known_changes_nothing() -> None:
    for known in (SiteKnowledge(), newsparse.learn([]), newsparse.learn(["", b"\x00\x01"])):
        assert newsparse.parse(PAGES[0], site=known) == newsparse.parse(PAGES[0])


def test_knowledge_of_another_site_changes_nothing() -> None:
    page = (
        "<h1>Fog lies on the moor</h1><main><p>Fog lay on the moor all of Monday, and the bus to "
        "Upper Exampleton waited for the light.</p><p>The driver said she had seen three sheep and "
        "no road, and that the sheep had seemed sure of the way.</p></main>"
    )
    assert newsparse.parse(page, site=newsparse.learn(PAGES)) == newsparse.parse(page)


def test_merged_knowledge_knows_what_both_halves_know() -> None:
    one, other = newsparse.learn(PAGES[:3]), newsparse.learn(PAGES[3:])
    whole = newsparse.learn(PAGES)
    assert one | other == other | one
    assert ((one | other).pages, (one | other).texts) == (whole.pages, whole.texts)
    assert (one | other).since == whole.since
    with pytest.raises(TypeError):
        one | 3


def test_constants_of_the_site() -> None:
    known = newsparse.learn(PAGES)
    assert (known.hosts, known.masthead, known.language) == (
        ("harbourpost.example",),
        "The Harbour Post",
        "en",
    )
    assert (str(known.since), str(known.until)) == ("2023-02-07", "2023-12-05")


def test_a_desk_that_signs_all_pages_is_no_person() -> None:
    pages = [page.replace('"who">', '"who">By Harbour Web Desk and ') for page in PAGES]
    known = newsparse.learn(pages)
    assert all(
        "Desk" not in name
        for byline in newsparse.parse(pages[0], site=known).bylines
        for name in byline.names
    )


def test_json_and_pickle_round_trip() -> None:
    known = newsparse.learn(PAGES)
    assert SiteKnowledge.from_json(known.to_json()) == known
    assert pickle.loads(pickle.dumps(known)) == known
    jsonschema.validate(json.loads(known.to_json()), json_schema(SiteKnowledge))
    assert not any(text in known.to_json() for text in ("Quay", "chandlery", "council"))


def test_knowledge_of_many_pages_stays_small() -> None:
    pages = [
        PAGES[0]
        .replace("net loft", f"house {number}")
        .replace("Council", f"Council{'abcdefghij'[number % 10] * (number // 10 + 1)}")
        .replace('<div class="words">', f'<div class="words w{"xyz"[number % 3] * number}">')
        .replace("<p>The", f"<p>{'lmnop'[number % 5] * number} the")
        for number in range(60)
    ]
    assert len(newsparse.learn(pages).to_json()) < 100_000


def test_a_parser_finds_the_site_of_a_page_by_its_host() -> None:
    parser = Parser(sites=[newsparse.learn(PAGES[1:])])
    assert parser.site_of("https://www.harbourpost.example/a") is not None
    assert parser.site_of("https://notharbourpost.example/a") is None
    known = [block.text for block in parser.parse(PAGES[0]).body]
    assert known == body(PAGES[0], site=newsparse.learn(PAGES[1:]))
    assert pickle.loads(pickle.dumps(parser)) == parser


def test_pairs_of_page_and_url() -> None:
    known = newsparse.learn([("<h1>Fog</h1><p>Fog.</p>", "https://www.a.example/fog")])
    assert known.hosts == ("a.example",)


@pytest.mark.parametrize("page", [3, None, ("<h1>Fog</h1>",)])
def test_what_is_no_page_is_refused(page: object) -> None:
    with pytest.raises(InputError):
        newsparse.learn([page])  # type: ignore[list-item]


def test_what_is_no_knowledge_is_refused() -> None:
    with pytest.raises(InputError, match="SiteKnowledge"):
        newsparse.parse(PAGES[0], site={})  # type: ignore[arg-type]
    with pytest.raises(InputError, match="SiteKnowledge"):
        Parser(sites=[{}])  # type: ignore[list-item]


def test_knowledge_in_words() -> None:
    told = list(in_words(newsparse.learn(PAGES)))
    assert told[0] == "harbourpost.example: learned from 6 pages"
    assert "byline: div.page > div.who (on 6 of the 6 pages with it)" in told


def test_site_commands(tmp_path: Path) -> None:
    file = tmp_path / "site.json"
    learned = CliRunner().invoke(app, ["site", "learn", *map(str, PATHS[1:]), "-o", str(file)])
    assert learned.exit_code == 0, learned.output
    shown = CliRunner().invoke(app, ["site", "show", str(file)])
    assert "learned from 5 pages" in shown.output
    read = CliRunner().invoke(app, ["parse", str(PATHS[0]), "-f", "json", "--site", str(file)])
    assert "chandlery" not in read.output
    wrong = CliRunner().invoke(app, ["site", "show", str(PATHS[0])])
    assert wrong.exit_code != 0


def bodies(output: Path) -> dict[str, list[str]]:
    rows = map(json.loads, output.read_text("utf-8").splitlines())
    return {row["id"]: [block["text"] for block in row["article"]["body"]] for row in rows}


def plan(output: Path, **more: object) -> Plan:
    inputs = tuple(map(str, PATHS))
    return Plan(inputs, str(output), workers=0, layout=Layout.NESTED, **more)  # type: ignore[arg-type]


def test_a_batch_learns_in_a_first_pass(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    report = run(plan(output, learn=50))
    assert report.notes[-1] == "learned 1 sites from 6 of their pages"
    assert bodies(output) == {
        str(path): body(page, site=newsparse.learn(PAGES))
        for path, page in zip(PATHS, PAGES, strict=True)
    }
    stored = tmp_path / "out.jsonl.sites" / "harbourpost.example.json"
    assert SiteKnowledge.from_json(stored.read_text("utf-8")) == newsparse.learn(PAGES)


def test_a_batch_uses_a_folder_of_sites(tmp_path: Path) -> None:
    sites = tmp_path / "sites"
    run(plan(tmp_path / "one.jsonl", learn=50, sites=str(sites)))
    run(plan(tmp_path / "two.jsonl", sites=str(sites)))
    assert bodies(tmp_path / "one.jsonl") == bodies(tmp_path / "two.jsonl")


def test_a_batch_without_the_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="no folder of sites"):
        run(plan(tmp_path / "one.jsonl", sites=str(tmp_path / "nowhere")))


def test_a_host_with_one_page_is_not_learned(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run(Plan((str(PATHS[0]),), str(output), workers=0, learn=50, start=Start.FRESH))
    assert bodies(output) == {str(PATHS[0]): body(PAGES[0])}


@pytest.mark.parametrize(
    ("option", "pages"), [(["--learn"], 6), (["--learn", "3"], 3), (["--learn=4"], 4)]
)
def test_the_number_of_pages_to_learn_from_may_be_left_out(
    tmp_path: Path, option: list[str], pages: int
) -> None:
    output = tmp_path / "out.jsonl"
    inputs = list(map(str, PATHS))
    called = CliRunner().invoke(
        app, ["batch", "-q", "--workers", "0", "-o", str(output), *option, *inputs]
    )
    assert called.exit_code == 0, called.output
    stored = tmp_path / "out.jsonl.sites" / "harbourpost.example.json"
    assert SiteKnowledge.from_json(stored.read_text("utf-8")).pages == pages


TOLD = (
    (
        "Ferry returns",
        "The ferry sailed again at noon, three months after a storm tore off its ramp.",
    ),
    (
        "Mill grinds",
        "A mill wheel that last turned in the year of the flood grinds flour for visitors.",
    ),
    ("Bees moved", "Forty hives were carried over the hill by night because the heather was late."),
    (
        "Pool shut",
        "Swimmers found the baths locked, and the council said that the boiler had burst.",
    ),
    (
        "Choir sings",
        "Ninety singers from five valleys will perform a mass in the market hall in June.",
    ),
    (
        "Bridge limits",
        "Lorries must use the upper road until engineers have weighed the old arches.",
    ),
    (
        "Apple thief",
        "Somebody picked every tree in the school orchard and left a basket at the gate.",
    ),
)


def dated(number: int, moment: str) -> str:
    """A page of a site whose stories are by one agency."""
    headline, told = TOLD[number]
    return (
        f"<title>{headline} | The Harbour Post</title><h1>{headline}</h1>"
        f"<p class='byline'>By Ada Lin, AP</p>{moment}<p>{told}</p><p>{told[::-1].title()}.</p>"
    )


def test_zone_and_agencies_of_the_site() -> None:
    pages = [
        dated(number, f"<time datetime='2024-05-{day:02}T09:00:00+02:00'>May {day}</time>")
        for number, day in enumerate((1, 3, 5, 9))
    ]
    known = newsparse.learn(pages)
    assert (known.zone, known.agencies) == ("+02:00", (newsparse.agency_id("AP"),))
    page = dated(4, "<p class='date'>May 7, 2024, 10:30 a.m.</p>")
    assert str(newsparse.parse(page).published) == "2024-05-07 10:30:00"
    article = newsparse.parse(page, site=known)
    assert str(article.published) == "2024-05-07 10:30:00+02:00"
    said = [one for one in article.evidence if one.field == "published.zone"]
    assert [one.source.where for one in said] == ["site#zone"]
    # Outside the days that are known the clocks of the site may have changed.
    later = dated(5, "<p class='date'>May 17, 2024, 10:30 a.m.</p>")
    assert str(newsparse.parse(later, site=known).published) == "2024-05-17 10:30:00"
    winter = dated(6, "<time datetime='2024-05-11T09:00:00+01:00'>May 11</time>")
    assert newsparse.learn([*pages, winter]).zone is None


def test_the_masthead_of_the_site_fills_an_empty_field() -> None:
    page = PAGES[0].replace("The Harbour Post", "")
    assert newsparse.parse(page).masthead is None
    masthead = newsparse.parse(page, site=newsparse.learn(PAGES[1:])).masthead
    assert masthead is not None
    assert (masthead.name, masthead.source.where) == ("The Harbour Post", "site#masthead")


def test_the_language_of_the_site_fills_an_empty_field() -> None:
    page = PAGES[0].replace(' lang="en"', "").replace("The Harbour Post", "Harbour")
    assert newsparse.parse(page).language is None
    assert newsparse.parse(page, site=newsparse.learn(PAGES[1:])).language == "en"
