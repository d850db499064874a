"""`explain` in a real browser: no code of a page runs, keys and filters work, and the file fits on a phone.

Needs Chromium (Debian: `apt-get install chromium`; NEWSPARSE_CHROMIUM names another binary) and Playwright
(`pip install -e '.[test,browser]'`). Without them the tests are skipped with a reason. If NEWSPARSE_BROWSER is
"required", as in continuous integration, they fail instead. Set NEWSPARSE_SCREENSHOTS to a folder to keep pictures of
every page in both themes and three widths.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from needs import lacking, need

import newsparse
from newsparse.explainer.palette import LABELS, SURFACES

CHROMIUM = (
    os.environ.get("NEWSPARSE_CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or shutil.which("google-chrome")
)
DATA = Path(__file__).parent / "data" / "explain"
EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"
WIDTHS = {"phone": (390, 844), "tablet": (1100, 800), "desktop": (1440, 900)}
LONG = "<article><h1>The minutes of the council</h1>" + "".join(
    f"<p>Paragraph {n} of the minutes says that the council of Exampleton met and put item {n} off until the next week.</p>"
    for n in range(2_000)
)
PAGES: dict[str, Path | str] = {
    "story": EXAMPLES / "ferry.html",
    "dump": EXAMPLES / "otters.txt",
    "rtl": DATA / "rtl.html",
    "hostile": DATA / "hostile.html",
    "long": f"<html><body>{LONG}</article>",
}

SWITCH = "NEWSPARSE_BROWSER"
PATIENCE = 300_000
"""Milliseconds that the browser may take to start and to do one thing: for what never comes, not for a slow machine."""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = need("playwright.sync_api", "browser", SWITCH)
    if CHROMIUM is None:
        lacking(SWITCH, "Chromium is missing; apt-get install chromium")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"], timeout=PATIENCE
        )
        yield found
        found.close()


class Shown:
    """An explained page in a browser tab, with the tab's errors, network requests and executed code."""

    def __init__(
        self,
        browser: Any,
        file: Path,
        width: str = "desktop",
        theme: str = "light",
        scripts: bool = True,
    ) -> None:
        wide, high = WIDTHS[width]
        self.context = browser.new_context(
            viewport={"width": wide, "height": high},
            color_scheme=theme,
            has_touch=width == "phone",
            is_mobile=width == "phone",
            java_script_enabled=scripts,
        )
        self.context.set_default_timeout(PATIENCE)
        self.tab = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))
        self.refused: list[str] = []
        self.tab.on("requestfinished", lambda request: self.requests.append(request.url))
        self.tab.on(
            "requestfailed",
            lambda request: (self.refused if request.failure == "csp" else self.requests).append(
                request.url
            ),
        )
        self.tab.goto(file.as_uri())

    def here(self) -> str:
        return str(self.tab.evaluate("document.activeElement.id"))

    def notes(self) -> list[str]:
        """The rows whose note is visible."""
        return list(
            self.tab.evaluate(
                "[...document.querySelectorAll('#page li > div')].filter(e => getComputedStyle(e).visibility === 'visible').map(e => e.parentElement.id)"
            )
        )


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Any]:
    opened: list[Shown] = []

    def opener(name: str, **how: Any) -> Shown:
        file = tmp_path / f"{name}.html"
        file.write_text(newsparse.explain(PAGES[name], url="javascript:ran('url')"), "utf-8")
        opened.append(Shown(browser, file, **how))
        return opened[-1]

    yield opener
    for one in opened:
        one.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_page_opens_without_errors_requests_or_horizontal_scrolling(
    show: Any, name: str, width: str, theme: str
) -> None:
    shown = show(name, width=width, theme=theme)
    assert shown.complaints == []
    assert (shown.requests, shown.refused) == ([shown.tab.url], [])
    assert shown.tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    folder = os.environ.get("NEWSPARSE_SCREENSHOTS")
    if folder:
        shown.tab.screenshot(path=Path(folder) / f"{name}-{width}-{theme}.png")


def test_code_of_a_hostile_page_does_not_run(show: Any) -> None:
    shown = show("hostile")
    for selector in ("h1", "#page li", "#record .field"):
        for element in shown.tab.query_selector_all(selector):
            element.hover()
            element.click()
    shown.tab.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    for link in shown.tab.query_selector_all("#record a"):
        link.click()
    assert shown.tab.evaluate("typeof window.ran") == "undefined"
    assert not shown.tab.title().startswith("RAN")
    assert shown.complaints == []
    assert (shown.requests, shown.refused) == ([shown.tab.url.split("#")[0]], [])


def _is_policy(message: Any) -> bool:
    return "Content Security Policy" in message.text


def test_content_security_policy_blocks_injected_code(show: Any) -> None:
    shown = show("story")
    with shown.tab.expect_event("requestfailed"), shown.tab.expect_console_message(_is_policy):
        shown.tab.evaluate(
            """() => { document.body.insertAdjacentHTML('beforeend', '<img src="https://tracker.example/x" onerror="window.ran = 1"><p style="color:red" id=put>x</p>');
            const script = document.createElement('script'); script.textContent = 'window.ran = 2'; document.body.append(script); }"""
        )
    assert shown.tab.evaluate("typeof window.ran") == "undefined"
    assert shown.requests == [shown.tab.url]
    assert shown.refused == ["https://tracker.example/x"]
    assert (
        shown.tab.evaluate("getComputedStyle(document.getElementById('put')).color")
        != "rgb(255, 0, 0)"
    )
    assert any("Content Security Policy" in complaint for complaint in shown.complaints)


def test_keys_move_between_segments(show: Any) -> None:
    shown = show("story")
    press = shown.tab.keyboard.press
    press("j")
    assert (shown.here(), shown.notes()) == ("s1", ["s1"])
    press("j")
    assert (shown.here(), shown.notes()) == ("s2", ["s2"])
    press("k")
    assert shown.here() == "s1"
    press("f")
    press("j")
    first = shown.tab.evaluate("document.activeElement.className")
    assert not first.startswith("furniture")
    while not shown.tab.evaluate("document.activeElement.className").startswith("body"):
        press("j")
    here = shown.here()
    press("n")
    assert shown.here() != here
    assert shown.tab.evaluate("document.activeElement.className").startswith("body")
    press("r")
    assert shown.tab.evaluate("document.activeElement.closest('.field').id") == "field-body"
    press("Escape")
    assert shown.notes() == []


def test_tab_reaches_everything_and_focus_is_visible(show: Any) -> None:
    shown = show("story")
    seen: list[str] = []
    for _ in range(120):
        shown.tab.keyboard.press("Tab")
        what = shown.tab.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
            const drawn = e.matches('.chip input') ? e.nextElementSibling : e.matches('#page li') ? e.firstElementChild : e;
            return [e.tagName + (e.id ? '#' + e.id : e.className ? '.' + e.className : ''), getComputedStyle(drawn).outlineStyle]; }"""
        )
        if what is None:
            break
        seen.append(what[0])
        assert what[1] == "solid", what
    assert seen[0] == "A.skip"
    assert {"INPUT#show-headline", "BUTTON#all", "BUTTON#story", "LI#s1", "SUMMARY"} <= set(seen)
    assert sum(name.startswith("LI#") for name in seen) == 1


def test_labels_can_be_filtered_with_and_without_scripts(show: Any) -> None:
    for scripts in (True, False):
        shown = show("story", scripts=scripts)
        assert shown.tab.locator("#page li.furniture:visible").count() > 5
        shown.tab.locator("label.chip.furniture").click()
        assert shown.tab.locator("#page li.furniture:visible").count() == 0
        assert shown.tab.locator("#page li.body:visible").count() > 5
    shown = show("story")
    shown.tab.locator("#story").click()
    assert shown.tab.locator("#page li.furniture:visible").count() == 0
    assert "segments shown" in shown.tab.locator("#live").inner_text()
    shown.tab.locator("#all").click()
    assert shown.tab.locator("#page li.furniture:visible").count() > 5


def test_field_leads_to_its_segment_even_if_that_is_filtered(show: Any) -> None:
    shown = show("story")
    shown.tab.locator("label.chip.headline").click()
    shown.tab.locator("#field-headline .from a").click()
    assert shown.tab.evaluate("document.activeElement.className").startswith("headline")
    assert shown.tab.locator("#page li.headline").is_visible()
    assert "lit" in shown.tab.locator("#field-headline").get_attribute("class")
    assert shown.notes() == [shown.here()]


def test_hover_and_touch_show_the_reason(show: Any) -> None:
    shown = show("story")
    shown.tab.locator("#page li.byline").hover()
    (row,) = shown.notes()
    assert (
        "byline prefix" in shown.tab.locator(f"#{row} > div").inner_text()
        or "author" in shown.tab.locator(f"#{row} > div").inner_text()
    )
    shown = show("story", width="phone")
    shown.tab.locator("#page li.deck p").tap()
    assert shown.notes() == [shown.here()]
    box = shown.tab.locator("#page li.deck > div").bounding_box()
    assert box["width"] == WIDTHS["phone"][0]
    assert box["y"] + box["height"] == pytest.approx(WIDTHS["phone"][1], abs=2)


def test_a_phone_shows_the_page_first_and_the_record_folded(show: Any) -> None:
    shown = show("story", width="phone")
    top = {
        name: shown.tab.locator(name).bounding_box()["y"]
        for name in ("#page li >> nth=0", "#record")
    }
    assert top["#page li >> nth=0"] < WIDTHS["phone"][1] < top["#record"]
    value = shown.tab.locator("#field-headline .value").first
    assert not value.is_visible()
    shown.tab.locator("a.to-record").tap()
    assert value.is_visible()
    assert shown.complaints == []


def test_a_wide_screen_shows_the_record_beside_the_page(show: Any) -> None:
    for scripts in (True, False):
        shown = show("story", scripts=scripts)
        assert shown.tab.locator("#field-headline .value").first.is_visible()
        record, page = (shown.tab.locator(name).bounding_box() for name in ("#record", "#text"))
        assert record["y"] == page["y"] and record["x"] < page["x"]
        assert not shown.tab.locator("a.to-record").is_visible()


def test_places_are_shown_in_full(show: Any) -> None:
    shown = show("story")
    told = shown.tab.evaluate(
        "[...document.querySelectorAll('#page li > div > code')].map(e => e.textContent)"
    )
    assert told == [segment.source.where for segment in newsparse.segment(PAGES["story"])]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_on_screen_match_the_palette(show: Any, theme: str) -> None:
    shown = show("story", theme=theme)
    dark = theme == "dark"

    def colour(selector: str, what: str) -> str:
        return str(
            shown.tab.evaluate(
                "([s, w]) => getComputedStyle(document.querySelector(s))[w]", [selector, what]
            )
        )

    def as_css(code: str) -> str:
        return "rgb({}, {}, {})".format(*(int(code[at : at + 2], 16) for at in (1, 3, 5)))

    assert colour("html", "backgroundColor") == as_css(SURFACES["paper"][dark])
    for label in ("headline", "body", "caption", "note"):
        wanted = LABELS[newsparse.Label(label)]
        assert colour(f"#page li.{label} > p", "backgroundColor") == as_css(
            wanted.dark_wash if dark else wanted.wash
        )
        assert colour(f"#page li.{label} > p", "borderLeftColor") == as_css(
            wanted.dark_ink if dark else wanted.ink
        )
