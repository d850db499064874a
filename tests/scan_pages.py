"""A small newspaper of our own writing, written in every format of OCR that newsparse reads.

Run `python tests/scan_pages.py` to write the fixtures in `fixtures/scans/` anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

import attrs

FOLDER = Path(__file__).parents[1] / "fixtures" / "scans"
WIDTH, HEIGHT = 1000, 1400
LEFT, RIGHT, COLUMN = 60, 520, 420
"""Where the two columns begin, and how wide they are."""


@attrs.frozen
class Set:
    """A block as it is set: where, how large, its lines, and what a format may say of it."""

    id: str
    left: int
    top: int
    lines: tuple[str, ...]
    size: int = 20
    width: int = COLUMN
    kind: str = ""
    centred: bool = False
    bold: bool = False
    indents: tuple[int, ...] = ()
    """Lines that open a paragraph."""

    def boxes(self) -> Iterator[tuple[str, int, int, int, int]]:
        """Each line with its left, top, width and height."""
        for at, line in enumerate(self.lines):
            wide = min(self.width, int(len(line) * self.size * 0.5))
            left = self.left + (
                (self.width - wide) // 2 if self.centred else 20 * (at in self.indents)
            )
            yield line, left, self.top + at * int(self.size * 1.4), wide, self.size

    @property
    def height(self) -> int:
        return int(self.size * 1.4) * len(self.lines)


def words(line: str, left: int, wide: int) -> Iterator[tuple[str, int, int]]:
    """The words of a line with left and width, the hyphen at its end apart."""
    at = 0
    for word in line.split(" "):
        yield word, left + wide * at // len(line), max(1, wide * len(word) // len(line))
        at += len(word) + 1


FRONT = (
    Set("B1", 150, 60, ("THE EXAMPLETON HERALD",), 70, 700, centred=True, bold=True),
    Set("B2", 60, 150, ("No. 412 Tuesday, March 5, 1901 Price one penny",), 18, 880, centred=True),
    Set("B3", LEFT, 230, ("FLOOD CLOSES THE BRIDGE",), 30, centred=True, bold=True),
    Set("B4", LEFT, 290, ("By Ada Lin",), centred=True),
    Set("B5", LEFT, 330, (
        "WENBURY, March 4 — The river rose by",
        "three feet in the night, and the coun-",
        "cil closed the old bridge to carts and",
        "to walkers until the water goes down.",
        "Nobody was hurt, but two boats were",
        "lost, and the ferry at Lower Sallow did",
        "not run. The mill stood under water, the",
        "miller ſaid, for the firſt time in ten",
        "years. The school stays shut this week.",
    ), indents=(0, 4)),
    Set("B6", LEFT, 900, ("The old bridge on Monday, seen from", "the mill. Photograph by Bo Reyes"), 15),
    Set("B7", RIGHT, 230, (
        "Carts now go round by Holmfield, which",
        "takes an hour more. The mayor asked for",
        "patience, and the baker sold out before",
        "noon.",
    )),
    Set("B8", RIGHT, 400, ("APPLES ROT IN THE YARD",), 30, centred=True, bold=True),
    Set("B9", RIGHT, 470, (
        "Forty crates of apples wait in the yard",
        "of the mill, because no train has come",
        "since Friday. The railway company gave",
        "no reason. A farmer from Lower Sallow",
        "has lost patience and means to feed",
        "them to his pigs, he said on Monday.",
    )),
    Set("B10", RIGHT, 900, ("SOAP! SOAP!", "Try Quill's soap, sold everywhere,", "ninepence a bar."), 24, kind="ad"),
)  # fmt: skip
BACK = (
    Set("C1", 420, 30, ("THE EXAMPLETON HERALD",), 18, 300),
    Set("C2", 940, 30, ("2",), 18, 20),
    Set("C3", LEFT, 90, (
        "The station master hopes for a train on",
        "Thursday, if the line at Wenbury is dry.",
    )),
    Set("C4", LEFT, 190, ("LIBRARY TO STAY OPEN",), 30, centred=True, bold=True),
    Set("C5", LEFT, 260, (
        "The council voted on Monday to keep the",
        "reading room open, by a single vote. A",
        "letter of protest was read out first.",
        "Dues rise to a shilling in the spring.",
    )),
)  # fmt: skip
PICTURE = (LEFT, 640, COLUMN, 240)
PAGES = (FRONT, BACK)


def _alto_words(block: Set) -> Iterator[str]:
    rows = list(block.boxes())
    for at, (line, left, top, wide, high) in enumerate(rows):
        broken = line.endswith("-")
        before = at and rows[at - 1][0].endswith("-")
        yield f'<TextLine HPOS="{left}" VPOS="{top}" WIDTH="{wide}" HEIGHT="{high}">'
        for number, (word, x, w) in enumerate(words(line, left, wide)):
            last = number == line.count(" ")
            said = ""
            if broken and last:
                word = word[:-1]
                whole = word + rows[at + 1][0].split(" ")[0]
                said = f' SUBS_TYPE="HypPart1" SUBS_CONTENT="{escape(whole)}"'
            elif before and number == 0:
                whole = rows[at - 1][0].split(" ")[-1][:-1] + word
                said = f' SUBS_TYPE="HypPart2" SUBS_CONTENT="{escape(whole)}"'
            yield f'<String CONTENT="{escape(word)}" HPOS="{x}" VPOS="{top}" WIDTH="{w}" HEIGHT="{high}" WC="0.9"{said}/>'
            if not last:
                yield "<SP/>"
        if broken:
            yield '<HYP CONTENT="-"/>'
        yield "</TextLine>"


def alto(blocks: Iterable[Set], page: int = 1) -> str:
    """A page in ALTO 3."""
    blocks = tuple(blocks)
    styles = sorted({(block.size, block.bold) for block in blocks})
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description><MeasurementUnit>pixel</MeasurementUnit>',
        f"<sourceImageInformation><fileName>page-{page}.tif</fileName></sourceImageInformation></Description><Styles>",
        *(
            f'<TextStyle ID="T{at}" FONTSIZE="{size}"{" FONTSTYLE=" + chr(34) + "bold" + chr(34) if bold else ""}/>'
            for at, (size, bold) in enumerate(styles)
        ),
        f'</Styles><Layout><Page ID="P{page}" WIDTH="{WIDTH}" HEIGHT="{HEIGHT}"><PrintSpace>',
    ]
    for block in blocks:
        style = styles.index((block.size, block.bold))
        text = [
            f'<TextBlock ID="{block.id}" HPOS="{block.left}" VPOS="{block.top}" WIDTH="{block.width}" HEIGHT="{block.height}" STYLEREFS="T{style}">',
            *_alto_words(block),
            "</TextBlock>",
        ]
        if block.kind == "ad":
            text = [
                f'<ComposedBlock ID="{block.id}A" TYPE="Advertisement">',
                *text,
                "</ComposedBlock>",
            ]
        rows += text
    if page == 1:
        x, y, w, h = PICTURE
        rows.append(f'<Illustration ID="I1" HPOS="{x}" VPOS="{y}" WIDTH="{w}" HEIGHT="{h}"/>')
    rows.append("</PrintSpace></Page></Layout></alto>")
    return "\n".join(rows)


def page_xml(blocks: Iterable[Set], page: int = 1) -> str:
    """A page in PAGE XML 2013, its words not boxed."""
    blocks = tuple(blocks)
    order = "".join(
        f'<RegionRefIndexed index="{at}" regionRef="{one.id}"/>' for at, one in enumerate(blocks)
    )
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15">',
        f'<Page imageFilename="page-{page}.jpg" imageWidth="{WIDTH}" imageHeight="{HEIGHT}">',
        f'<ReadingOrder><OrderedGroup id="ro">{order}</OrderedGroup></ReadingOrder>',
    ]
    for block in blocks:
        kind = (
            "heading"
            if block.bold and block.size == 30
            else "page-number"
            if block.id == "C2"
            else "paragraph"
        )
        rows.append(
            f'<TextRegion id="{block.id}" type="{kind}">'
            + _coords(block.left, block.top, block.width, block.height)
        )
        for at, (line, left, top, wide, high) in enumerate(block.boxes()):
            rows.append(
                f'<TextLine id="{block.id}l{at}">{_coords(left, top, wide, high)}<TextEquiv conf="0.9"><Unicode>{escape(line)}</Unicode></TextEquiv></TextLine>'
            )
        rows.append("</TextRegion>")
    if page == 1:
        rows.append(f'<ImageRegion id="i1">{_coords(*PICTURE)}</ImageRegion>')
    rows.append(
        '<SeparatorRegion id="s1"><Coords points="500,230 502,230 502,1300 500,1300"/></SeparatorRegion></Page></PcGts>'
    )
    return "\n".join(rows)


def _coords(x: int, y: int, w: int, h: int) -> str:
    return f'<Coords points="{x},{y} {x + w},{y} {x + w},{y + h} {x},{y + h}"/>'


def hocr(blocks: Iterable[Set], page: int = 1) -> str:
    """A page in hOCR."""
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title></title></head><body>',
        f"<div class='ocr_page' id='page_{page}' title='image \"page-{page}.png\"; bbox 0 0 {WIDTH} {HEIGHT}; ppageno {page - 1}'>",
    ]
    for block in blocks:
        rows.append(
            f"<div class='ocr_carea' id='{block.id}A'><p class='ocr_par' id='{block.id}' lang='eng'>"
        )
        for line, left, top, wide, high in block.boxes():
            rows.append(
                f"<span class='ocr_line' title='bbox {left} {top} {left + wide} {top + high}; x_size {high}'>"
            )
            for word, x, w in words(line, left, wide):
                said = f"<strong>{escape(word)}</strong>" if block.bold else escape(word)
                rows.append(
                    f"<span class='ocrx_word' title='bbox {x} {top} {x + w} {top + high}; x_wconf 90'>{said}</span>"
                )
            rows.append("</span>")
        rows.append("</p></div>")
    if page == 1:
        x, y, w, h = PICTURE
        rows.append(f"<div class='ocr_photo' title='bbox {x} {y} {x + w} {y + h}'></div>")
    rows.append("</div></body></html>")
    return "\n".join(rows)


def abbyy(blocks: Iterable[Set], page: int = 1) -> str:
    """A page in FineReader XML 10."""
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml">',
        f'<page width="{WIDTH}" height="{HEIGHT}" resolution="300">',
    ]
    for block in blocks:
        rows.append(
            f'<block blockType="Text" l="{block.left}" t="{block.top}" r="{block.left + block.width}" b="{block.top + block.height}"><text><par>'
        )
        for line, left, top, wide, high in block.boxes():
            rows.append(
                f'<line l="{left}" t="{top}" r="{left + wide}" b="{top + high}"><formatting lang="EnglishUnitedStates" fs="{block.size}."{" bold=" + chr(34) + "1" + chr(34) if block.bold else ""}>'
            )
            for at, letter in enumerate(line):
                x, after = left + wide * at // len(line), left + wide * (at + 1) // len(line)
                rows.append(
                    f'<charParams l="{x}" t="{top}" r="{after}" b="{top + high}" charConfidence="90">{escape(letter)}</charParams>'
                )
            rows.append("</formatting></line>")
        rows.append("</par></text></block>")
    if page == 1:
        x, y, w, h = PICTURE
        rows.append(f'<block blockType="Picture" l="{x}" t="{y}" r="{x + w}" b="{y + h}"/>')
    rows.append("</page></document>")
    return "".join(rows)


def _pointer(page: int, *ids: str) -> str:
    areas = "".join(f'<area BETYPE="IDREF" FILEID="ALTO{page}" BEGIN="{one}"/>' for one in ids)
    return f"<fptr>{'<seq>' + areas + '</seq>' if len(ids) > 1 else areas}</fptr>"


def _division(kind: str, inside: str, **more: str) -> str:
    said = "".join(f' {name}="{escape(value)}"' for name, value in more.items())
    return f'<div TYPE="{kind}"{said}>{inside}</div>'


def _article(title: str, heading: str, *parts: str) -> str:
    body = _division("BODY", _division("BODY_CONTENT", "".join(parts)))
    return _division("ARTICLE", _division("HEADING", heading) + body, LABEL=title)


def mets(files: tuple[str, ...] = ("page-1.xml", "page-2.xml"), logical: bool = True) -> str:
    """The METS of the issue: its files, its pages, and its articles."""
    paragraph = [
        _division("PARAGRAPH", _division("TEXT", _pointer(page, one)))
        for page, one in ((1, "B5"), (1, "B7"), (1, "B9"), (2, "C3"), (2, "C5"))
    ]
    content = (
        _article(
            "FLOOD CLOSES THE BRIDGE",
            _division("TITLE", _pointer(1, "B3")),
            _division("AUTHOR", _pointer(1, "B4")),
            paragraph[0],
            _division("CAPTION", _pointer(1, "B6")),
            paragraph[1],
        )
        + _article(
            "APPLES ROT IN THE YARD",
            _division("TITLE", _pointer(1, "B8")),
            paragraph[2],
            paragraph[3],
        )
        + _division(
            "SECTION",
            _article("LIBRARY TO STAY OPEN", _division("TITLE", _pointer(2, "C4")), paragraph[4]),
            LABEL="Town",
        )
        + _division("ADVERTISEMENT", _pointer(1, "B10A"), LABEL="Soap")
    )
    title = _division(
        "TITLE_SECTION",
        _division("HEADLINE", _pointer(1, "B1")) + _division("TEXTBLOCK", _pointer(1, "B2")),
    )
    structure = _division(
        "Newspaper", _division("ISSUE", title + _division("CONTENT", content), DMDID="M1")
    )
    names = "".join(
        f'<file ID="ALTO{at}"><FLocat LOCTYPE="URL" xlink:href="file://./alto/{name}"/></file>'
        f'<file ID="IMG{at}"><FLocat LOCTYPE="URL" xlink:href="file://./images/page-{at}.tif"/></file>'
        for at, name in enumerate(files, 1)
    )
    pages = "".join(
        f'<div TYPE="PAGE" ORDER="{at}" ORDERLABEL="{at}"><fptr><par><area FILEID="IMG{at}"/><area FILEID="ALTO{at}" BETYPE="IDREF" BEGIN="P{at}"/></par></fptr></div>'
        for at in range(1, len(files) + 1)
    )
    return "\n".join((
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<mets xmlns="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink" TYPE="Newspaper">',
        '<dmdSec ID="M1"><mdWrap MDTYPE="MODS"><xmlData><mods:mods><mods:titleInfo><mods:nonSort>The</mods:nonSort><mods:title>Exampleton Herald</mods:title><mods:partNumber>412</mods:partNumber></mods:titleInfo>',
        '<mods:language><mods:languageTerm type="code">en</mods:languageTerm></mods:language><mods:originInfo><mods:dateIssued>1901-03-05</mods:dateIssued></mods:originInfo></mods:mods></xmlData></mdWrap></dmdSec>',
        f"<fileSec><fileGrp>{names}</fileGrp></fileSec>",
        f'<structMap TYPE="PHYSICAL"><div TYPE="Newspaper">{pages}</div></structMap>',
        f'<structMap TYPE="LOGICAL">{structure}</structMap>' if logical else "",
        "</mets>",
    ))  # fmt: skip


WRITERS = {"alto": alto, "page": page_xml, "hocr": hocr, "abbyy": abbyy}


def write(folder: Path) -> None:
    """The package of METS and ALTO, and the first page in the other formats."""
    package = folder / "herald-1901-03-05"
    package.mkdir(parents=True, exist_ok=True)
    (package / "herald.mets.xml").write_text(mets(), "utf-8")
    for at, page in enumerate(PAGES, 1):
        (package / f"page-{at}.xml").write_text(alto(page, at), "utf-8")
    for name, make in WRITERS.items():
        if name != "alto":
            (folder / f"front.{name}.{'hocr' if name == 'hocr' else 'xml'}").write_text(
                make(FRONT), "utf-8"
            )


if __name__ == "__main__":
    write(FOLDER)
