"""The profile workshop: draft, lint, check and drift, as functions and as commands."""

from __future__ import annotations

import json

import attrs
import pytest
import typer
from typer.testing import CliRunner

from newsparse import Article, InputError, ParseWarning, Profile, WarningCode, parse
from newsparse.cli.profile import register
from newsparse.profiles.toml import read_text
from newsparse.workshop.check import check
from newsparse.workshop.draft import Outcome, draft
from newsparse.workshop.drift import MISSED, drift
from newsparse.workshop.lint import Fault, lint
from newsparse.workshop.selectors import steps

app = typer.Typer()
register(app)


@app.command()
def other() -> None:
    """A second command, so that the program has several."""


def page(town: str, author: str, date: str) -> str:
    story = "".join(
        f"<p class='css-1x8y7z'>It rained on {town} for the {day} day, and the council said that the river would stay inside its banks for now.</p>"
        for day in ("first", "second", "third", "fourth", "fifth")
    )
    return f"""<html lang="en-US"><head><title>Rain falls on {town} | The Example Herald</title>
<meta property="og:site_name" content="The Example Herald"><link rel="canonical" href="https://www.herald.example/{town}"></head><body>
<nav>News Sport</nav><div class="wrap x1 story-head"><h1 class="story-head__title css-99aa88">Rain falls on {town}</h1>
<div class="story-head__author">By <a class="author-link" href="/a">{author}</a></div><time class="story-head__date">{date}</time></div>
<figure class="picture"><img src="{town}.jpg"><figcaption class="picture__text">The gauge at the mill of {town}.</figcaption></figure>
<div class="StoryText_body__x3F9k"><p>Share this story</p>{story}</div><footer>About us</footer></body></html>"""


PAGES = [
    page("Exampleton", "Ada Lin", "May 3, 2024"),
    page("Marrow Island", "Ed Moss", "June 4, 2024"),
    page("Oldmill", "Cy Dorn", "July 5, 2024"),
]


def test_draft_has_facts_and_stable_selectors():
    found = draft(PAGES).profile
    assert (found.name, found.publication, found.hosts, found.language) == (
        "the-example-herald",
        "The Example Herald",
        ("herald.example",),
        "en-US",
    )
    assert str(found.headline) == "css:h1"
    assert str(found.byline) == "css:a.author-link"
    assert "StoryText_body__" in str(found.body)
    assert not any(
        made in str(attrs.asdict(found)) for made in ("css-1x8y7z", "css-99aa88", "x3F9k", "x1")
    )


def test_drafted_profile_reads_another_page_of_its_site():
    found = parse(page("Newhaven", "Bo Reyes", "May 9, 2025"), profile=draft(PAGES).profile)
    assert (found.headline.text, found.bylines[0].names, len(found.body)) == (
        "Rain falls on Newhaven",
        ("Bo Reyes",),
        5,
    )
    assert not found.warnings


def test_lines_repeated_across_stories_are_furniture():
    noise = [
        text.replace(
            "for now.</p><p",
            "for now.</p><p>Our app tells you when it rains on the town, every day and for free (really).</p><p",
            1,
        )
        for text in PAGES
    ]
    assert draft(noise).profile.furniture_lines == (
        r"Our app tells you when it rains on the town, every day and for free \(really\)\.",
    )


def test_draft_needs_a_page():
    with pytest.raises(InputError):
        draft([])


def test_a_draft_refuses_pages_of_two_sites():
    other = PAGES[1].replace("herald.example", "gazette.example")
    with pytest.raises(InputError, match=r"gazette\.example.*herald\.example"):
        draft([PAGES[0], other])


def with_subhead(text: str, number: int) -> str:
    """A page whose paragraphs share a class, with a subhead and the headings of other stories."""
    others = "".join(
        f"<h3>Story {number}{at} of the town, which has nothing to do with the rain at all</h3>"
        for at in range(9)
    )
    text = text.replace("css-1x8y7z", "story-line")
    text = text.replace("</p><p", f"</p><h3>The weir, part {number}</h3><p", 1)
    return text.replace("</body>", f"<div class='related'>{others}</div></body>")


def test_a_draft_keeps_no_rule_that_loses_a_value():
    """A rule for the paragraphs' class would lose the subhead."""
    pages = [with_subhead(text, number) for number, text in enumerate(PAGES)]
    profile = draft(pages).profile
    for number, text in enumerate(pages):
        before, after = parse(text, profile="generic"), parse(text, profile=profile)
        assert f"The weir, part {number}" in [block.text for block in before.body]
        assert {block.text for block in before.body} <= {block.text for block in after.body}
        assert before.published == after.published


def field_trials(pages: list[str], field: str) -> list[tuple[str, tuple[Outcome, ...], bool]]:
    return [(one.rule, one.outcomes, one.kept) for one in draft(pages).trials if one.field == field]


def test_a_rule_that_fails_on_the_page_left_out_is_not_kept():
    """On the last page the class of the authors marks a quoted reader."""
    signed = '<div class="story-head__author">By <a class="author-link" href="/a">Cy Dorn</a></div>'
    last = PAGES[2].replace(signed, '<div class="writers">By <b>Cy Dorn</b></div>')
    assert last != PAGES[2]
    last = last.replace("<footer>", '<p>Letter from <a class="author-link">Al Pine</a></p><footer>')
    pages = [*PAGES[:2], last]
    assert draft(PAGES).profile.byline
    assert not draft(pages).profile.byline
    for text in pages:
        assert parse(text, profile=draft(pages).profile).bylines == parse(text).bylines


def test_a_rule_that_fills_an_empty_field_makes_the_page_better():
    bare = PAGES[2].replace('"story-head__author">By ', '"story-head__author">From the tower: ')
    bare = bare.replace("author-link", "watch").replace("story-head__author", "story-head__line")
    named = [text.replace("author-link", "watch") for text in PAGES[:2]]
    assert parse(bare).bylines == ()
    assert field_trials([*named, bare], "byline") == [
        ("css:a.watch", (Outcome.SAME, Outcome.SAME, Outcome.BETTER), True)
    ]
    profile = draft([*named, bare]).profile
    assert parse(bare, profile=profile).bylines[0].names == ("Cy Dorn",)


def test_captions_and_decks_and_dates_are_drafted():
    decked = [
        text.replace("</h1>", f'</h1><p class="story-head__deck">{deck}</p>')
        for text, deck in zip(
            PAGES,
            (
                "The council says that the river stays inside its banks",
                "Islanders wait for the ferry while the harbour board meets",
                "The mill closes its doors until the water falls again",
            ),
            strict=True,
        )
    ]
    profile = draft(decked).profile
    assert str(profile.deck) == "css:div.wrap p"
    assert profile.caption
    assert profile.date


def test_tags_are_drafted_where_the_page_prints_them():
    topics = ("Rivers", "Ferries", "Mills")
    tagged = [
        text.replace(
            "</div><footer>",
            f'</div><div class="story-topics"><a href="/topic/a">{topic}</a> '
            f'<a href="/topic/b">Exampleton</a></div><footer>',
        )
        for text, topic in zip(PAGES, topics, strict=True)
    ]
    profile = draft(tagged).profile
    assert parse(tagged[0]).tags == ("Rivers", "Exampleton")
    assert str(profile.tags) == "css:div.story-topics a"
    renamed = tagged[0].replace("/topic/", "/x/").replace("</body>", "<hr></body>")
    assert parse(renamed, profile=profile).tags == ("Rivers", "Exampleton")


def test_lint_does_not_call_a_tags_rule_a_repeat():
    tagged = PAGES[0].replace("</div><footer>", "<i class='topic'>Rivers</i></div><footer>")
    assert lint(Profile(name="herald", tags="css:.topic"), {"a.html": tagged}) == ()


def test_a_repeated_subhead_is_no_furniture():
    pages = [
        text.replace("</p><p", "</p><h3>What happens next</h3><p", 2).replace("css-1x8y7z", "line")
        for text in PAGES
    ]
    assert "What happens next" in [block.text for block in parse(pages[0]).body]
    assert draft(pages).profile.furniture_lines == ()


def test_a_line_that_is_another_field_is_no_furniture():
    """A picture in the story has the same caption on each page."""
    caption = "The gauge at the old mill in a file picture."
    pages = [
        text.replace(
            "</p><p",
            f"</p><figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure><p",
            2,
        )
        for text in PAGES
    ]
    assert caption in [one.text for one in parse(pages[0]).captions]
    trial = next(one for one in draft(pages).trials if one.field == "furniture_lines")
    assert not trial.kept
    assert draft(pages).profile.furniture_lines == ()


def test_the_table_of_rules_goes_to_standard_error(tmp_path):
    files = []
    for number, text in enumerate(PAGES):
        files.append(str(tmp_path / f"{number}.html"))
        (tmp_path / f"{number}.html").write_text(text, "utf-8")
    result = CliRunner().invoke(app, ["profile", "draft", *files])
    table = [line.split(maxsplit=6) for line in result.stderr.splitlines()]
    assert table[0] == ["field", "pages", "better", "same", "worse", "kept", "rule"]
    assert ["byline", "3", "0", "3", "0", "yes", "css:a.author-link"] in table
    assert read_text(result.stdout)[0] == draft(PAGES).profile


NOTED = (
    with_subhead(PAGES[0], 0)
    .replace(
        "</div><footer>",
        "<p class='story-line'>Correction: An earlier version of this story misspelled the name of "
        "the mill.</p></div><footer>",
    )
    .replace("StoryText_body__x3F9k", "story-text")
)


def test_lint_tells_of_a_body_rule_that_loses_subheads_and_takes_in_notes():
    remarks = lint(Profile(name="herald", body="css:p.story-line"), {"a.html": NOTED})
    assert [(one.fault, one.page, one.message) for one in remarks] == [
        (Fault.LOSES, "a.html", "loses the subhead 'The weir, part 0' on a.html"),
        (
            Fault.TAKES_IN,
            "a.html",
            "takes the note 'Correction: An earlier version of this story misspelled the name of "
            "the mill.' into the body on a.html",
        ),
    ]
    region = Profile(name="herald", body="css:.story-text > h3, .story-text > p")
    assert [one.fault for one in lint(region, {"a.html": NOTED})] == [Fault.TAKES_IN]


STEPS = [
    ({"class": "css-1x8y7z sc-bdVaJa jsx-123"}, []),
    ({"class": "article-body"}, ["div.article-body"]),
    ({"class": "Story_text__a8F3k"}, ['div[class*="Story_text__"]']),
    ({"class": "mt-4 flex col-md-8 p-2"}, []),
    ({"data-testid": "author-name"}, ['div[data-testid="author-name"]']),
    ({"id": "story"}, ["#story"]),
    ({"id": "story-18273"}, []),
    ({"class": "body.--is"}, []),
]


@pytest.mark.parametrize(("attributes", "selectors"), STEPS)
def test_generated_class_names_are_not_used_as_selectors(attributes, selectors):
    assert steps("div", attributes) == selectors


def test_lint_finds_dead_missing_and_unnecessary_rules():
    profile = Profile(
        name="herald",
        headline="css:h1.story-head__title",
        deck="css:.gone",
        caption="css:.picture__text",
        furniture="css:.gone-too",
        furniture_lines="Never printed",
    )
    stored = {"a.html": PAGES[0], "b.html": PAGES[1].replace("picture__text", "renamed")}
    found = {(one.fault, one.field, one.page) for one in lint(profile, stored)}
    assert (Fault.DEAD, "deck", None) in found
    assert (Fault.DEAD, "furniture", None) in found
    assert (Fault.DEAD, "furniture_lines", None) in found
    assert (Fault.MISSES, "caption", "b.html") in found
    assert (Fault.MISSES, "caption", "a.html") not in found
    assert (Fault.REPEATS, "headline", None) in found


def test_lint_does_not_report_a_useful_rule():
    stored = {
        "a.html": PAGES[0]
        .replace(
            '<h1 class="story-head__title css-99aa88">Rain falls',
            '<h1 class="story-head__title">Weather: <b>Rain falls',
        )
        .replace("</h1>", "</b></h1>")
    }
    assert lint(Profile(name="herald", headline="css:h1 b"), stored) == ()


def test_check_shows_differences():
    expected = {
        "headline": "Rain falls on Exampleton",
        "bylines": [{"names": ["Bo Reyes"]}],
        "captions": [],
    }
    differences = check(PAGES[0], expected, profile="generic")
    assert [one.field for one in differences] == ["bylines[0]", "captions has more"]
    assert (
        str(differences[0])
        == 'bylines[0]\n  expected {"names": ["Bo Reyes"]}\n  found    {"names": ["Ada Lin"]}'
    )


def batch(host: str, filled: int, missed: int = 0) -> list[Article]:
    whole = parse(PAGES[0], url=f"https://{host}/a")
    bare = attrs.evolve(
        whole, bylines=(), warnings=(ParseWarning(WarningCode.PROFILE_RULE, "x"),) if missed else ()
    )
    return [whole] * filled + [bare] * (10 - filled)


def test_drift_names_the_broken_site():
    old = batch("a.example", 10) + batch("b.example", 9)
    new = batch("a.example", 10) + batch("b.example", 2, missed=1) + batch("c.example", 0)
    found = [(one.host, one.field, one.before, one.after) for one in drift(old, new)]
    assert found == [("b.example", MISSED, 0.0, 0.8), ("b.example", "bylines", 0.9, 0.2)]


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["profile", *map(str, arguments)])
    return result.exit_code, result.output


def test_commands_from_draft_to_drift(tmp_path, monkeypatch):
    files = []
    for number, text in enumerate(PAGES):
        files.append(tmp_path / f"{number}.html")
        files[-1].write_text(text, "utf-8")
    drafting = CliRunner().invoke(app, ["profile", "draft", *map(str, files), "--name", "herald"])
    assert drafting.exit_code == 0
    text = drafting.stdout
    (drafted,) = read_text(text)
    assert drafted.name == "herald"
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "herald.toml").write_text(text, "utf-8")
    code, listed = run("list", "--profiles", folder)
    assert code == 0
    assert "herald " in listed
    assert "herald.example" in listed
    assert read_text(run("show", "herald", "--profiles", folder)[1])[0] == drafted
    monkeypatch.setenv("NEWSPARSE_PROFILES", str(folder))
    assert run("show", "herald")[0] == 0
    (tmp_path / "0.json").write_text(
        json.dumps({"profile": "herald", "headline": "Rain falls on Exampleton"}), "utf-8"
    )
    assert run("check", files[0])[0] == 0
    (tmp_path / "0.json").write_text(json.dumps({"headline": "Snow"}), "utf-8")
    code, shown = run("check", files[0], "--profile", "herald")
    assert code == 1
    assert 'expected "Snow"' in shown
    code, shown = run("lint", "herald", *files)
    assert "repeats" in shown
    assert code == 1


def test_drift_reads_folders_and_record_files(tmp_path):
    old, new = tmp_path / "old.jsonl", tmp_path / "new"
    new.mkdir()
    old.write_text("".join(one.to_json() + "\n" for one in batch("herald.example", 10)), "utf-8")
    for number in range(4):
        (new / f"{number}.html").write_text(
            PAGES[0].replace("By <a", "<a").replace("author", "x").replace("Ada Lin", "More"),
            "utf-8",
        )
    code, text = run("drift", old, new)
    assert code == 1
    assert "herald.example" in text
    assert "bylines" in text
    assert run("drift", old, old) == (0, "")


STORIES = (
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
)


def folder_of(folder, byline):
    """A folder of pages of one site, each with the byline of its template."""
    folder.mkdir()
    for number, (headline, told) in enumerate(STORIES):
        (folder / f"{number}.html").write_text(
            f'<link rel="canonical" href="https://herald.example/{number}">'
            f"<title>{headline}</title><main><h1>{headline}</h1>{byline}"
            f"<div class='story'><p>{told}</p><p>{told[::-1].title()}.</p></div></main>",
            "utf-8",
        )
    return folder


def test_drift_names_the_container_that_a_byline_left(tmp_path):
    old = folder_of(tmp_path / "old", "<div class='byline'>By Ada Lin</div>")
    new = folder_of(tmp_path / "new", "<header class='signed'><span>By Ada Lin</span></header>")
    code, text = run("drift", old, new)
    assert code == 1
    (line,) = [line for line in text.splitlines() if " byline " in line]
    assert line.startswith("herald.example")
    assert "div.byline" in line and "held it on 4 of 4 pages, and stands on 0 of" in line
    assert run("drift", old, old) == (0, "")


def test_misuse_gives_a_message_and_an_exit_code(tmp_path):
    assert run("show", "nowhere-times") == (2, "error: no profile is named 'nowhere-times'\n")
    assert run("check", tmp_path / "none.html")[0] == 2
