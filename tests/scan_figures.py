"""How well scanned issues are read, as figures: `python tests/scan_figures.py [--scans DIR] [--typeset DIR]`.

With the scans (NEWSPARSE_SCANS, or ../shared/scans): whether articles are read as the METS states them, and how well
the layout parts them where the METS is withheld. With --typeset: pages of our own, printed by Chromium into DIR,
rasterised, and read by Tesseract; what lies in DIR already is not made again.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import attrs
import typeset
from lxml import etree

from newsparse.page import Limits
from newsparse.records import Label
from newsparse.scans.files import load_files
from newsparse.scans.issue import split_issue
from newsparse.scans.layout import Ref, separate
from newsparse.scans.records import Issue

SCANS = Path(os.environ.get("NEWSPARSE_SCANS", Path(__file__).parents[2] / "shared" / "scans"))


@attrs.define
class Hits:
    """What was found, what was there, and what of it is the same."""

    same: int = 0
    found: int = 0
    there: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.same / max(1, self.found + self.there)

    def add(self, other: Hits) -> None:
        self.same += other.same
        self.found += other.found
        self.there += other.there

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f} ({self.same} of {self.there}, {self.found} found)"


def packages(folder: Path = SCANS) -> list[Path]:
    """The folders of METS packages among the scans."""
    return sorted(path for path in (folder / "mets-alto").iterdir() if path.is_dir())


def stated_words(package: Path) -> list[list[str]]:
    """The words of each article as the files themselves state them, read with nothing but lxml, in order."""
    trees = {path.name: etree.fromstring(_bytes(path)) for path in sorted(package.iterdir())}
    mets = next(tree for tree in trees.values() if etree.QName(tree).localname == "mets")
    hrefs = {
        file.get("ID"): file.find("{*}FLocat").get("{http://www.w3.org/1999/xlink}href")
        for file in mets.iter("{*}file")
    }
    blocks: dict[tuple[str, str], list[str]] = {}
    for name, tree in trees.items():
        base = name.removesuffix(".gz")
        for element in tree.iter("{*}TextBlock", "{*}ComposedBlock"):
            blocks[base, element.get("ID")] = [
                word.get("CONTENT") for word in element.iter("{*}String")
            ]
    found = []
    for structure in mets.iter("{*}structMap"):
        if structure.get("TYPE") == "LOGICAL":
            for article in structure.iter("{*}div"):
                if article.get("TYPE") == "ARTICLE":
                    areas = [area for area in article.iter("{*}area") if area.get("BEGIN")]
                    words = [
                        word
                        for area in areas
                        for word in blocks.get(
                            (hrefs[area.get("FILEID")].rpartition("/")[2], area.get("BEGIN")), []
                        )
                    ]
                    found.append(" ".join(words).split())
    return [words for words in found if words]


def _bytes(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def read_words(issue: Issue) -> list[list[str]]:
    """The words of each article as they were read: those of the item, in order, without the hyphens of line ends."""
    return [[item.text[word.start : word.end] for word in item.words] for item in issue.articles]


def segment_words(issue: Issue) -> list[str]:
    """All letters that the segments of the articles hold."""
    return [
        "".join("".join(segment.raw.split()) for segment in item.segments)
        for item in issue.articles
    ]


def withheld(package: Path) -> tuple[Hits, Hits]:
    """Pairs of blocks in one article, and headline blocks, as the layout finds them against what the METS states."""
    issue = split_issue(package)
    loaded = load_files(package, Limits())
    where = {
        (page.number, region.id): Ref(at, number)
        for at, page in enumerate(loaded.pages)
        for number, region in enumerate(page.regions)
    }
    truth: list[set[Ref]] = []
    heads: set[Ref] = set()
    skipped: set[Ref] = set()
    for item in issue.items:
        refs = {where[int(part.where.partition("#")[0]), part.region] for part in item.parts}
        if item.kind.value == "article":
            truth.append(refs)
            heads |= {
                where[int(part.where.partition("#")[0]), part.region]
                for part in item.parts
                if part.label is Label.HEADLINE
            }
        elif item.kind.value in ("masthead", "section"):
            skipped |= refs
    guessed = separate(loaded.pages)
    found = [{part.ref for part in one.parts} - skipped for one in guessed if one.kind == "article"]
    told = {
        part.ref
        for one in guessed
        if one.kind in ("article", "section")
        for part in one.parts
        if part.label is Label.HEADLINE
    } - skipped
    mine, theirs = _pairs(found), _pairs(truth)
    return Hits(len(mine & theirs), len(mine), len(theirs)), Hits(
        len(told & heads), len(told), len(heads)
    )


def _pairs(groups: Iterable[set[Ref]]) -> set[tuple[Ref, Ref]]:
    return {
        (one, other)
        for group in groups
        for at, one in enumerate(sorted(group))
        for other in sorted(group)[at + 1 :]
    }


def typeset_figures(sheet: typeset.Sheet, issue: Issue) -> tuple[Hits, Hits, Hits]:
    """Body words, headlines and names of a typeset issue."""
    body, heads, names = Hits(), Hits(), Hits()
    matched = _matched(sheet, issue)
    for at, story in enumerate(sheet.stories):
        wanted = Counter(_words(" ".join(story.body)))
        item = issue.articles[matched[at]] if at in matched else None
        article = item.article if item is not None else None
        read = Counter(_words(article.text)) if article is not None else Counter()
        body.add(Hits(sum((wanted & read).values()), 0, sum(wanted.values())))
        head = article.headline.text if article is not None and article.headline else ""
        heads.add(Hits(int(_words(head) == _words(story.headline)), 0, 1))
        told = [name for byline in (article.bylines if article else ()) for name in byline.names]
        names.add(Hits(len(set(told) & set(story.names)), len(told), len(story.names)))
    for item in issue.articles:
        assert item.article is not None
        body.found += len(_words(item.article.text))
        heads.found += item.article.headline is not None
    return body, heads, names


def _matched(sheet: typeset.Sheet, issue: Issue) -> dict[int, int]:
    """The article that holds most of each story's words."""
    shared = sorted(
        (
            (
                sum(
                    (
                        Counter(_words(" ".join(story.body)))
                        & Counter(_words(item.article.text if item.article else ""))
                    ).values()
                ),
                at,
                number,
            )
            for at, story in enumerate(sheet.stories)
            for number, item in enumerate(issue.articles)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for count, at, number in shared:
        if count and at not in found and number not in found.values():
            found[at] = number
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def recognised(sheet: typeset.Sheet, folder: Path) -> list[Path]:
    """The hOCR of a sheet's pages, made where it is not there."""
    wanted = [folder / f"{sheet.name}-{at}.hocr" for at in range(1, len(sheet.pages) + 1)]
    if not all(path.exists() for path in wanted):
        for picture in typeset.printed(sheet, folder):
            typeset.recognised(picture)
    return wanted


def _print_scans(folder: Path) -> None:
    pairs, heads = Hits(), Hits()
    seconds = 0.0
    pages = 0
    for package in packages(folder):
        start = time.process_time()
        issue = split_issue(package)
        seconds += time.process_time() - start
        pages += len(issue.pages)
        wanted, read = stated_words(package), read_words(issue)
        exact = sum(one == other for one, other in zip(wanted, read, strict=False))
        print(f"{package.name:32} articles as stated: {exact} of {len(wanted)}", end="")
        mine, theirs = withheld(package)
        print(f" | withheld: pairs {mine} | headlines {theirs}")
        pairs.add(mine)
        heads.add(theirs)
    print(f"all: pairs {pairs} | headlines {heads}")
    print(f"speed: {60 * pages / seconds:.0f} pages a minute of processor time")
    start = time.process_time()
    files = sorted((folder / "page-xml").iterdir())
    for file in files:
        split_issue(file)
    print(
        f"PAGE XML: {60 * len(files) / (time.process_time() - start):.0f} pages a minute of processor time"
    )


def _print_typeset(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    total = [Hits(), Hits(), Hits()]
    for sheet in typeset.sheets():
        found = typeset_figures(sheet, split_issue(recognised(sheet, folder)))
        print(f"{sheet.name:16} body {found[0]} | headlines {found[1]} | names {found[2]}")
        for sum_of, one in zip(total, found, strict=True):
            sum_of.add(one)
    print(f"all: body {total[0]} | headlines {total[1]} | names {total[2]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scans", type=Path, default=SCANS)
    parser.add_argument("--typeset", type=Path)
    asked = parser.parse_args()
    if asked.scans.is_dir():
        _print_scans(asked.scans)
    else:
        print(f"no scans at {asked.scans}")
    if asked.typeset is not None:
        _print_typeset(asked.typeset)


if __name__ == "__main__":
    main()
