"""Newspaper pages of our own writing, typeset in columns, with what they print: to be printed, rasterised and read by an OCR."""

from __future__ import annotations

import html
import random
import subprocess
from pathlib import Path

import attrs

SUBJECTS = (
    "The town council", "A farmer from Lower Sallow", "The harbour board", "Two engineers of the water works",
    "The county nurse", "A committee of teachers", "The railway company", "The mayor of Exampleton", "A crowd of anglers",
    "The owner of the old mill", "The fire brigade", "A jury of seven", "The museum's keeper", "The bus drivers",
)  # fmt: skip
VERBS = (
    "agreed on Tuesday to repair", "has promised to pay for", "spent the night looking for", "voted against",
    "asked the county to inspect", "found no fault with", "will open", "measured", "complained about", "praised",
    "has lost patience with", "drew up a plan for", "counted the cost of", "was surprised by",
)  # fmt: skip
OBJECTS = (
    "the bridge over the Sallow river", "a row of elm trees on Market Street", "the new ferry landing",
    "forty crates of apples", "the school's leaking roof", "a lost herd of goats", "the lantern of the lighthouse",
    "the library's reading room", "the weir below the mill", "three empty shops in the arcade",
    "the signal box at Wenbury", "a well that had run dry", "the annual boat race", "the winter timetable",
)  # fmt: skip
TAILS = (
    "after a week of heavy rain", "before the frost sets in", "at a cost of nine hundred pounds", "without any debate",
    "although the budget is nearly spent", "in spite of a letter of protest", "while the band played outside",
    "and nobody was hurt", "for the second time this year", "because the old timber had rotted",
    "as the neighbours had long demanded", "with help from the parish", "and work begins in May", "by a single vote",
)  # fmt: skip
SAYINGS = (
    '"We have waited long enough," said {name}, who keeps the shop next door.',
    '"Nobody told us that the road would be closed," {name} said.',
    '"It is a small step, but it is a step," said {name}, the treasurer.',
    '"The water came up to the second stair," {name} recalled.',
)  # fmt: skip
FIRST = (
    "Ada",
    "Boris",
    "Clara",
    "Dunstan",
    "Edith",
    "Farid",
    "Greta",
    "Hugo",
    "Ines",
    "Jonas",
    "Karin",
    "Lucas",
)
LAST = (
    "Fenwick",
    "Marlow",
    "Okafor",
    "Pemberton",
    "Quill",
    "Ramsey",
    "Sorensen",
    "Thackeray",
    "Underhill",
    "Vance",
)
PLACES = ("EXAMPLETON", "WENBURY", "LOWER SALLOW", "PORT ALDER", "HOLMFIELD", "EAST QUAY")
HEADLINES = (
    "Council votes to mend the old bridge", "Ferry landing opens after long delay", "Apples rot as pickers stay away",
    "School roof to be patched by May", "Goats found grazing on the cricket pitch", "Lighthouse lantern goes dark",
    "Readers fight to keep the library open", "Mill weir gives way in the night", "Shops in the arcade stand empty",
    "Signal box at Wenbury to close", "Drought empties the village wells", "Boat race ends in a dead heat",
    "Winter timetable angers commuters", "Elm trees saved by a single vote", "Nurse sets out on a new round",
    "Museum shows a thousand brass buttons", "Fire brigade asks for a longer ladder", "Teachers draw up a new plan",
)  # fmt: skip
DECKS = (
    "Work begins in May, and the money must be found by then",
    "A letter of protest failed to sway the members",
    "Neighbours say the matter has dragged on for years",
    "The county will pay half of the cost",
)
KICKERS = ("Local affairs", "Harbour", "Schools", "Country life", "Transport")
CAPTIONS = (
    "Workers look down at the river from the broken span on Monday.",
    "The landing stage at low tide, seen from the harbour wall.",
    "Crates of apples wait in the yard of the old mill.",
)


@attrs.frozen
class Story:
    """A story as it is typeset, and so what is to be read."""

    headline: str
    body: tuple[str, ...]
    names: tuple[str, ...] = ()
    place: str = ""
    deck: str = ""
    kicker: str = ""
    caption: str = ""
    credit: str = ""
    jump: tuple[int, str] = ()  # type: ignore[assignment]
    """The page it goes on, and the word it is named by there."""
    kept: int = 0
    """Paragraphs before the jump."""


@attrs.frozen
class Sheet:
    """A typeset issue: the HTML of its pages and the stories on them."""

    name: str
    pages: tuple[str, ...]
    stories: tuple[Story, ...]


class Writer:
    """Writes stories, each of its own words, always the same ones for one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._headlines = self._random.sample(HEADLINES, len(HEADLINES))

    def name(self) -> str:
        return f"{self._random.choice(FIRST)} {self._random.choice(LAST)}"

    def sentence(self) -> str:
        pick = self._random.choice
        if self._random.random() < 0.2:
            return pick(SAYINGS).format(name=self.name())
        return f"{pick(SUBJECTS)} {pick(VERBS)} {pick(OBJECTS)} {pick(TAILS)}."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self._random.randint(2, 4)))

    def story(self, paragraphs: int, **more: object) -> Story:
        """A story with so many paragraphs; `names`, `place` and so on as given."""
        return Story(
            self._headlines.pop(), tuple(self.paragraph() for _ in range(paragraphs)), **more
        )  # type: ignore[arg-type]


def signed(writer: Writer, paragraphs: int, **more: object) -> Story:
    """A story with a byline and a dateline."""
    pick = writer._random.choice
    return writer.story(paragraphs, names=(writer.name(),), place=pick(PLACES), **more)


CSS = """
@page { size: 13in 21in; margin: 0.5in }
* { box-sizing: border-box }
body { font: 10.5pt/1.22 'Liberation Serif', serif; margin: 0; text-align: justify; hyphens: auto }
.grid { display: grid; grid-template-columns: repeat(VARCOLS, 1fr); column-gap: 0.22in; row-gap: 0.16in; align-items: start }
.plate { text-align: center; font: bold 66pt/1 'Liberation Serif'; margin: 0 0 4pt }
.line { display: flex; justify-content: space-between; border-top: 1.5pt solid; border-bottom: 1.5pt solid; padding: 2pt 0; margin-bottom: 12pt; font-size: 9pt }
.running { display: flex; justify-content: space-between; border-bottom: 1pt solid; margin-bottom: 12pt; font-size: 10pt }
.story { border-top: 0.5pt solid #000; padding-top: 8pt }
.columns { column-gap: 0.22in; column-fill: balance }
h2 { font: bold 20pt/1.08 HEADFONT; text-align: HEADALIGN; margin: 0 0 5pt; hyphens: none }
.wide h2 { font-size: 38pt } .mid h2 { font-size: 27pt }
.kicker { font: bold 9pt 'Liberation Sans'; text-transform: uppercase; margin: 0 0 3pt; text-align: HEADALIGN }
.deck { font: italic 13pt/1.15 'Liberation Serif'; margin: 0 0 6pt; text-align: HEADALIGN }
.byline { font: bold 9.5pt 'Liberation Sans'; margin: 0 0 6pt; text-align: left }
p { margin: 0; text-indent: 1.1em } p.first { text-indent: 0 }
.jump { text-align: right; font: bold 9pt 'Liberation Sans'; text-indent: 0; margin-top: 3pt }
figure { margin: 0 0 8pt } figure div { height: 2.6in; background: repeating-linear-gradient(37deg, #444, #999 9px, #666 14px, #bbb 23px) }
figcaption { font: 8.5pt/1.2 'Liberation Sans'; text-align: left; margin-top: 4pt }
"""


def _story(story: Story, span: int, size: str, byline: str = "By {}", part: str = "whole") -> str:
    """The HTML of a story that runs over `span` columns; `part` is whole, head (to its jump) or tail (from it)."""
    say = html.escape
    body = (
        story.body[: story.kept]
        if part == "head"
        else story.body[story.kept :]
        if part == "tail"
        else story.body
    )
    rows = []
    if part == "tail":
        page, slug = 1, story.jump[1]
        rows.append(
            f"<h2>{say(slug.title())}</h2><p class='jump' style='text-align:left'>Continued from Page {page}</p>"
        )
    else:
        rows += [f"<p class='kicker first'>{say(story.kicker)}</p>"] if story.kicker else []
        rows.append(f"<h2>{say(story.headline)}</h2>")
        rows += [f"<p class='deck first'>{say(story.deck)}</p>"] if story.deck else []
        if story.caption:
            rows.append(
                f"<figure><div></div><figcaption>{say(story.caption)} ({say(story.credit)})</figcaption></figure>"
            )
    rows.append(f"<div class='columns' style='column-count:{span}'>")
    if story.names and part != "tail":
        rows.append(f"<p class='byline first'>{say(byline.format(' and '.join(story.names)))}</p>")
    for at, text in enumerate(body):
        lead = f"{story.place} — " if story.place and at == 0 and part != "tail" else ""
        rows.append(f"<p class='{'first' if at == 0 else ''}'>{say(lead + text)}</p>")
    if part == "head":
        rows.append(f"<p class='jump'>See {say(story.jump[1].upper())}, Page {story.jump[0]}</p>")
    rows.append("</div>")
    return (
        f"<section class='story {size}' style='grid-column: span {span}'>{''.join(rows)}</section>"
    )


def _page(
    stories: str, columns: int, head: str, font: str = "'Liberation Serif'", align: str = "left"
) -> str:
    css = CSS.replace("VARCOLS", str(columns)).replace("HEADFONT", font).replace("HEADALIGN", align)
    return f"<!doctype html><html lang='en'><meta charset='utf-8'><style>{css}</style><body>{head}<div class='grid'>{stories}</div>"


def _plate(name: str, date: str, number: int) -> str:
    return f"<div class='plate'>{name}</div><div class='line'><span>Vol. 12, No. {number}</span><span>{date}</span><span>Price 5 cents</span></div>"


def _running(page: int, name: str, date: str) -> str:
    return f"<div class='running'><span>{date}</span><span>{name}</span><span>{page}</span></div>"


def broadsheet(seed: int) -> Sheet:
    """Two pages in six columns: a lead over four, a photograph, a story that jumps to page 2."""
    write = Writer(seed)
    lead = signed(
        write,
        10,
        deck=DECKS[seed % 4],
        caption=CAPTIONS[seed % 3],
        credit="Photograph by " + write.name(),
    )
    side = signed(write, 10, kicker=KICKERS[seed % 5])
    jumping = signed(write, 12, jump=(2, "bridge"), kept=6)
    slug = jumping.headline.split()[0].lower()
    jumping = attrs.evolve(jumping, jump=(2, slug))
    low = [signed(write, 6), write.story(6)]
    back = [
        signed(write, 10, deck=DECKS[(seed + 1) % 4]),
        signed(write, 7),
        write.story(6),
        signed(write, 6, kicker=KICKERS[(seed + 2) % 5]),
    ]
    date = "Tuesday, March 5, 1957"
    front = (
        _story(lead, 4, "wide")
        + _story(side, 2, "")
        + _story(jumping, 2, "", part="head")
        + "".join(_story(one, 2, "") for one in low)
    )
    inner = (
        _story(back[0], 4, "mid")
        + _story(jumping, 2, "", part="tail")
        + "".join(_story(one, 2, "") for one in back[1:])
    )
    return Sheet(
        f"broadsheet-{seed}",
        (
            _page(front, 6, _plate("The Exampleton Herald", date, 61)),
            _page(inner, 6, _running(2, "The Exampleton Herald", date)),
        ),
        (lead, side, jumping, *low, *back),
    )


def gazette(seed: int) -> Sheet:
    """One page in five columns of stacked stories under centred heads, as a century ago."""
    write = Writer(seed)
    stories = [signed(write, 4 + at % 3) if at % 3 else write.story(5) for at in range(13)]
    boxes = "".join(_story(one, 1, "") for one in stories)
    css = "<style>.grid{display:block;column-count:5;column-gap:.2in;column-rule:.5pt solid #000;column-fill:auto;height:18.2in} h2{font-size:14pt;text-transform:uppercase} .story{border-top:0;padding-bottom:14pt} .byline{text-align:center}</style>"
    return Sheet(
        f"gazette-{seed}",
        (
            _page(
                boxes,
                5,
                _plate("The Wenbury Gazette", "Saturday, May 4, 1912", 118) + css,
                align="center",
            ),
        ),
        tuple(stories),
    )


def tabloid(seed: int) -> Sheet:
    """One page in four columns with sans-serif heads."""
    write = Writer(seed)
    stories = [
        signed(write, 8, caption=CAPTIONS[seed % 3], credit="Photo: " + write.name(), deck=DECKS[seed % 4]),
        signed(write, 6), write.story(6), signed(write, 5, kicker=KICKERS[seed % 5]), signed(write, 5),
    ]  # fmt: skip
    boxes = _story(stories[0], 4, "wide") + "".join(_story(one, 2, "mid") for one in stories[1:])
    return Sheet(
        f"tabloid-{seed}",
        (
            _page(
                boxes,
                4,
                _plate("Port Alder Post", "Friday, June 7, 1974", 23),
                font="'Liberation Sans'",
            ),
        ),
        tuple(stories),
    )


def sheets() -> list[Sheet]:
    """The issues that the figures are measured on."""
    return [make(seed) for seed in (1, 2) for make in (broadsheet, gazette, tabloid)]


def printed(sheet: Sheet, folder: Path, dpi: int = 200) -> list[Path]:
    """The pictures of a sheet's pages, printed by Chromium and rasterised by pdftoppm."""
    pictures = []
    for at, page in enumerate(sheet.pages, 1):
        source = folder / f"{sheet.name}-{at}.html"
        source.write_text(page, "utf-8")
        pdf = source.with_suffix(".pdf")
        _run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--print-to-pdf={pdf}",
            source.as_uri(),
        )
        _run(
            "pdftoppm",
            "-r",
            str(dpi),
            "-gray",
            "-png",
            "-f",
            "1",
            "-l",
            "1",
            "-singlefile",
            str(pdf),
            str(source.with_suffix("")),
        )
        pictures.append(source.with_suffix(".png"))
    return pictures


def recognised(picture: Path) -> Path:
    """The hOCR that Tesseract makes of a picture."""
    base = picture.with_suffix("")
    _run("tesseract", str(picture), str(base), "-l", "eng", "--dpi", "200", "hocr")
    return base.with_suffix(".hocr")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=600)
