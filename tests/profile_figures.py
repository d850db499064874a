"""Measures the cost and the benefit of profiles.

python tests/profile_figures.py choice                    the cost of choosing a profile among 1,000, as part of a parse
python tests/profile_figures.py lint                      lint of every shipped profile on its fixture and, with NEWSPARSE_CORPUS, on pages of its
                                                          site (a fixture is too small for most rules), and the median number of lines
python tests/profile_figures.py fivefilters FOLDER        site-config files: how many load, what happens to their directives and, with
                                                          NEWSPARSE_CORPUS, body F1 with and without them on pages whose site has one
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from conftest import ROOT, corpus_folder

from newsparse.benchmark.quality import agreement, gold_body
from newsparse.page import Media
from newsparse.parser import GENERIC, Parser
from newsparse.profiles import sites
from newsparse.profiles.choose import name_of
from newsparse.profiles.fivefilters import read_folder, unsupported
from newsparse.profiles.plugins import installed
from newsparse.profiles.profile import Profile
from newsparse.profiles.registry import Registry, merged
from newsparse.read.reader import read
from newsparse.workshop.lint import Fault, Remark, lint

FIXTURES = ROOT / "fixtures" / "profiles"


def many(count: int = 1_000) -> Registry:
    """This many profiles: the shipped ones, filled up with invented ones."""
    shipped = installed()
    more = (
        Profile(
            name=f"paper-{at}",
            publication=f"Gazette Number{at}",
            hosts=(f"p{at}.example",),
            masthead_lines=(rf"Gazettenumber{at} \d+",),
        )
        for at in range(count - len(shipped))
    )
    return merged(shipped, more)


def choice(_: Path | None) -> None:
    registry = many()
    parser = Parser(registry)
    for kind, pattern in ((Media.HTML, "*.html"), (Media.TEXT, "*.txt")):
        given = [path.read_bytes() for path in sorted((ROOT / "fixtures").rglob(pattern))]
        opened = [read(page, media=kind) for page in given]
        name_of(opened[0], registry)
        parser.parse(given[0], media=kind)
        start = time.process_time()
        for page in opened:
            name_of(page, registry)
        chosen = time.process_time() - start
        start = time.process_time()
        for raw in given:
            parser.parse(raw, media=kind)
        parsed = time.process_time() - start
        print(
            f"{kind.value}: choosing among {len(registry)} profiles takes {chosen / parsed:.3%} of a parse ({len(given)} pages without a URL)"
        )


def stored(most: int = 4) -> dict[str, dict[str, Any]]:
    """For each profile its fixture and, with a corpus, some pages of its site."""
    found: dict[str, dict[str, Any]] = {
        page.stem: {page.name: page} for page in sorted(FIXTURES.glob("*.html"))
    }
    corpus = corpus_folder()
    if corpus is not None:
        from newsparse.benchmark.corpus import samples

        for sample in samples(corpus):
            pages = found.get(installed().of_url(sample.url) or "", {})
            if 0 < len(pages) <= most:
                pages[sample.id] = sample.page(Media.HTML)
    return found


def remarks() -> dict[str, list[Remark]]:
    """What lint reports for each shipped profile on its stored pages, without reports of fields that a single page lacks."""
    return {
        name: [
            one for one in lint(installed().named(name)[0], pages) if one.fault is not Fault.MISSES
        ]
        for name, pages in stored().items()
    }


def linted(_: Path | None) -> None:
    found = remarks()
    for name, said in found.items():
        for remark in said:
            print(f"{name}: {remark.fault.value} {remark.field} = {remark.rule}: {remark.message}")
    lines = [
        len(file.read_text("utf-8").splitlines())
        for file in Path(sites.__file__).parent.glob("*.toml")
    ]
    print(
        f"{len(found)} profiles, {sum(map(bool, found.values()))} with remarks; a median of {statistics.median(lines):g} lines"
    )


def fivefilters(folder: Path | None) -> None:
    if folder is None:
        raise SystemExit("a folder of site-config files is wanted")
    configs = read_folder(folder)
    fates = Counter(one.fate.value for config in configs for one in config.directives)
    print(
        f"{len(configs)} files load; directives: {', '.join(f'{count} {fate}' for fate, count in fates.most_common())}"
    )
    print(
        "unsupported, by name: "
        + ", ".join(f"{name} {count}" for name, count in list(unsupported(configs))[:12])
    )
    corpus = corpus_folder()
    if corpus is None:
        return
    from newsparse.benchmark.corpus import samples

    registry = Registry(tuple(config.profile for config in configs))
    parser = Parser(registry)
    without, beside = [], []
    for sample in samples(corpus):
        gold = gold_body(sample.gold)
        name = registry.of_url(sample.url)
        if gold is None or name is None:
            continue
        for profile, scores in ((GENERIC, without), (name, beside)):
            scores.append(
                agreement(
                    parser.parse(sample.page(Media.HTML), url=sample.url, profile=profile).text,
                    gold,
                )
            )
    better = sum(one > other + 0.002 for one, other in zip(beside, without, strict=True))
    worse = sum(one < other - 0.002 for one, other in zip(beside, without, strict=True))
    print(
        f"{len(without)} pages whose site has a file: body F1 {statistics.mean(without):.4f} without, {statistics.mean(beside):.4f} with it; better {better}, worse {worse}"
    )


FIGURES = {"choice": choice, "lint": linted, "fivefilters": fivefilters}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("figure", choices=FIGURES)
    parser.add_argument("folder", nargs="?", type=Path)
    given = parser.parse_args()
    FIGURES[given.figure](given.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
