"""The compiled core gives what plain Python gives, on ordinary, damaged and hostile pages."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import hostile
import pairs
import pytest
from needs import lacking

from newsparse.read import core, html, repair, tree
from newsparse.read.decode import utf8
from newsparse.segmenters import sums

NESTED = "div span b p ul table a blockquote section nav td font".split()


@pytest.fixture(autouse=True)
def compiled() -> None:
    """These tests need the compiled core."""
    if not core.CORE.is_compiled:
        lacking("NEWSPARSE_CORE", "the core is not compiled; NEWSPARSE_COMPILE=must pip install .")


FIXTURES = Path(__file__).parent.parent / "fixtures"
PAGES = sorted(path for path in FIXTURES.rglob("*") if path.suffix in (".html", ".txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(FIXTURES)))
def test_a_page_reads_alike(path: Path) -> None:
    assert not pairs.differs(path.read_bytes())


MARKS = (
    'style="display:none"',
    'role="button" style="display: none"',
    'role="tooltip"',
    'role="&#116;ooltip"',
    "hidden",
    'class="sr-only"',
    'class="not-sr-only"',
    'class="visually-hidden" role="note"',
    'class="read-more" hidden',
)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("tag", ("span", "a", "i", "time"))
def test_hidden_words_are_told_alike(tag: str, mark: str) -> None:
    inside = f"<{tag} {mark}>Open the window</{tag}>"
    page = f"<p>It rained {inside} all day.</p><table><tr><td>a {inside}<td>b</table>"
    assert not pairs.differs(page)


@pytest.mark.parametrize("seed", range(8))
def test_mutated_pages_read_alike(seed: int) -> None:
    assert [
        page for page in pairs.mutated_html(250, seed) if pairs.differs(page, media="html")
    ] == []


@pytest.mark.parametrize("name", sorted(hostile.PAGES))
def test_hostile_pages_read_alike(name: str) -> None:
    page = hostile.PAGES[name]()
    assert not pairs.differs(page)


@pytest.mark.parametrize("tag", NESTED)
def test_a_hundred_thousand_nested_elements(tag: str) -> None:
    page = f"<p>It rained.</p>{f'<{tag}>' * 100_000}It rained again."
    root, _ = tree.build(utf8(page))
    assert root is not None
    compiled = core.CORE.split_by(root, html._ROLES)
    plain = html.split_by(root, html._ROLES)
    assert (compiled.blocks, compiled.outline, compiled.spans) == (
        plain.blocks,
        plain.outline,
        plain.spans,
    )


ATTRIBUTES = (
    '<a title="a < b > c">',
    "<a title='it\"s < this'>",
    '<a title="it\'s">',
    '<a b=c\'d e="f>g">',
    '<a ="x<y" \'>',
    '<a b="c',
    "<a b = 'c > d' e>",
    "<a b=>",
)


@pytest.mark.parametrize("tag", ATTRIBUTES)
@pytest.mark.parametrize("times", (1, 1_600))
def test_every_long_tag_is_found(tag: str, times: int) -> None:
    """The compiled search may find a tag too many, but must not miss one."""
    page = f"<p>{tag[:-1] + tag[2:-1] * times}> x".encode()
    found = tree._LONG_TAG.search(page) is not None
    assert core.CORE.has_long_tag(page) or not found


DAMAGED = (
    b"<title>Rain <body><p>It rained.</p></body>",
    b"<!-- x <p>It rained.</p>",
    b"<SCRIPT>var a = 1;\n<p>a</p><p>b</p><p>c</p></script>",
    b"<title>a</title><title>b</title",
    b"<noscript><p>a</p>",
    b"<style>a{}<style>b{}</style><p>x</p>",
    b"<!-->",
    b"<!--->x<!-- y --!>",
    b"<iframe/><p>x</p>",
    b"<textarea",
    b"<",
    b"<!-",
    b"",
)


@pytest.mark.parametrize("page", DAMAGED)
def test_every_damage_is_found(page: bytes) -> None:
    for cut in range(len(page) + 1):
        assert not (core.CORE.is_closed(page[:cut]) and repair.repaired(page[:cut])[1])


def _tree(chance: random.Random, depth: int) -> Any:
    if depth == 0 or chance.random() < 0.2:
        return chance.uniform(-1, 1)
    column, threshold = chance.choice(
        (("a", chance.choice(NUMBERS[:-1])), ("b", 0.5), ("own:note", 0.0), ("own:far", 0.0))
    )
    return [column, threshold, _tree(chance, depth - 1), _tree(chance, depth - 1)]


SUMS = (sums.PLAIN, sums.CORE)
NUMBERS = (-1.0, 0.0, 0.1, 0.5, 1e300, float("inf"))


@pytest.mark.parametrize("seed", range(5))
def test_sums_are_the_same_to_the_last_bit(seed: int) -> None:
    chance = random.Random(seed)
    numbers = [[chance.choice(NUMBERS) for _ in range(40)] for _ in range(2)]
    bits = [chance.choice((0, 1, 4, 1 << 90, 5 | 1 << 90)) for _ in range(40)]
    groups = {"note": 4, "far": 1 << 90}
    trees = [_tree(chance, 6) for _ in range(30)]
    steps = [([-1.0, 0.1, 0.5], [0.1, 0.2, 0.3, -0.7]), ([], [0.1])]
    stepped = [(at, column, (0.0, 0.1), (9, at, 5)) for at, column in enumerate(numbers)]
    plain, compiled = (
        [
            either.steps(0.1, steps)(*numbers),
            either.trees(0.3, trees, ["a", "b"], ["own"], groups)(*numbers, bits),
            either.loudest(stepped, range(40), [[3, 7, 8]] * 40, 3),
        ]
        for either in SUMS
    )
    assert plain == compiled


def test_columns_of_different_lengths_are_refused() -> None:
    for either in SUMS:
        with pytest.raises(ValueError):
            either.steps(0.0, [([], [0.1])] * 2)([1.0, 2.0], [1.0])


def test_depth() -> None:
    root, _ = tree.build(b"<div><p>a</p><p><b><i>b</i></b></p></div>")
    assert root is not None
    deepest = max(len(list(element.iterancestors())) for element in root.iter())
    assert core.CORE.is_deeper(root, deepest - 1)
    assert not core.CORE.is_deeper(root, deepest)


def test_elements_are_made_on_demand_and_outlive_the_tree() -> None:
    root, _ = tree.build(b"<body><p>a <b>b</b></p><p>c</p></body>")
    assert root is not None
    split = core.CORE.split_by(root, html._ROLES)
    del root
    assert [element.tag for element in split.elements] == ["html", "body", "p", "p"]
    assert [element.text for element in split.inlines] == ["b"]
    with pytest.raises(IndexError):
        split.elements[len(split.elements)]


@pytest.mark.skipif(
    "NEWSPARSE_CORPUS" not in os.environ, reason="NOT TESTED: NEWSPARSE_CORPUS is not set"
)
@pytest.mark.corpus
def test_corpus_pages_read_alike() -> None:
    wrong = [
        name
        for at, (name, page) in enumerate(pairs.corpus_pages())
        if at % 20 == 0 and pairs.differs(page)
    ]
    assert wrong == []
