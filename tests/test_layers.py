"""Imports go in one direction only, from higher layers to lower ones."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import newsparse

PACKAGE = Path(newsparse.__file__).parent
ROOT = Path(__file__).parent.parent

LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "kinds"),
    ("codec", "printed"),
    ("records",),
    ("blocks", "textual", "knowledge"),
    ("page", "known", "marks", "lexicon"),
    ("fields",),
    ("archives",),
    ("_core",),
    ("read",),
    ("segmenters",),
    ("profiles",),
    ("assemble",),
    ("parser", "exports", "joining", "across"),
    ("scans",),
    ("api",),
    ("learning",),
    ("extraction", "explainer", "workshop", "benchmark"),
    ("training", "batch"),
    ("newsparse",),
    ("cli",),
    ("__main__",),
)
"""The modules and packages at the root, the lowest layer first.

A part imports only from itself and from lower layers. "newsparse" is the root package.
"""
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}
FORBIDDEN = {
    "segmenters": ("lxml",),
    "lexicon": ("lxml",),
    "assemble": ("lxml",),
    "exports": ("lxml.html",),
    "printed": ("lxml",),
    "records": ("lxml", "json"),
    "blocks": ("lxml",),
    "page": ("lxml",),
    "fields": ("lxml",),
}
"""Imports that the layers allow but a part must not have."""
NETWORK = (
    "socket",
    "ssl",
    "http.client",
    "urllib.request",
    "requests",
    "urllib3",
    "httpx",
    "aiohttp",
    "ftplib",
    "smtplib",
    "asyncio",
)


@cache
def modules() -> dict[str, Path]:
    return {
        ".".join(("newsparse", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
            ".__init__"
        ): path
        for path in PACKAGE.rglob("*.py")
    }


def imports(path: Path, *, lazy: bool) -> Iterator[str]:
    """The modules that a file imports, with those inside functions if `lazy` is true.

    Imports under `if TYPE_CHECKING` do not count.
    """

    def walk(node: ast.AST) -> Iterator[str]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
                continue
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)) and not lazy:
                continue
            if isinstance(child, ast.Import):
                yield from (alias.name for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{path} imports relatively"
                yield from (f"{child.module}.{alias.name}" for alias in child.names)
            else:
                yield from walk(child)

    yield from walk(ast.parse(path.read_text("utf-8")))


def module_of(name: str) -> str:
    """The module that `from a import b` imports: `a.b` if that is a module, else `a`."""
    return name if name in modules() else name.rpartition(".")[0]


def part_of(module: str) -> str:
    """The module or package at the root that a module belongs to.

    >>> part_of("newsparse.read.html"), part_of("newsparse")
    ('read', 'newsparse')
    """
    return module.split(".")[1] if "." in module else module


by_module = pytest.mark.parametrize("module", sorted(modules()))


def test_the_order_is_the_one_that_the_docs_draw() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    drawn = (
        text.partition("## The order of imports")[2].partition("```text\n")[2].partition("```")[0]
    )
    assert [tuple(line.split()) for line in drawn.splitlines()] == [*LAYERS]


@by_module
def test_imports_follow_the_layers(module: str) -> None:
    part = part_of(module)
    assert part in LEVEL, f"newsparse.{part} has no layer: add it to LAYERS"
    for name in imports(modules()[module], lazy=True):
        if name.partition(".")[0] != "newsparse":
            continue
        other = part_of(module_of(name))
        assert other == part or LEVEL[other] < LEVEL[part], (
            f"{module} imports {name}, which is not in a lower layer"
        )


@by_module
def test_forbidden_imports(module: str) -> None:
    for name in imports(modules()[module], lazy=True):
        for forbidden in (*FORBIDDEN.get(part_of(module), ()), *NETWORK):
            assert not f"{name}.".startswith(f"{forbidden}."), f"{module} imports {name}"


@by_module
def test_only_date_library_uses_dateparser(module: str) -> None:
    path = modules()[module]
    if module == "newsparse.fields.date_library":
        assert not any(name.startswith("dateparser") for name in imports(path, lazy=False)), (
            "dateparser is imported lazily"
        )
    else:
        assert not any(name.startswith("dateparser") for name in imports(path, lazy=True))


def test_there_are_no_import_cycles() -> None:
    graph = {
        module: {module_of(name) for name in imports(path, lazy=True)}
        & set(modules()) - {"newsparse"}
        for module, path in modules().items()
    }
    done: set[str] = set()

    def visit(module: str, line: tuple[str, ...]) -> None:
        assert module not in line, f"import cycle: {' > '.join((*line, module))}"
        if module not in done:
            for other in sorted(graph[module]):
                visit(other, (*line, module))
            done.add(module)

    for module in graph:
        visit(module, ())
