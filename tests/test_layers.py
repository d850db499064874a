"""Imports point one way: this test reads them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsparse

PACKAGE = Path(newsparse.__file__).parent

LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "records", "codec"),
    ("blocks", "page"),
    ("textual", "marks", "lexicon"),
    ("fields",),
    ("archives",),
    ("read",),
    ("segmenters",),
    ("profiles",),
    ("assemble",),
    ("exports",),
    ("parser",),
    ("scans",),
    ("api",),
    ("extraction",),
    ("explainer", "training", "workshop"),
    ("benchmark", "batch"),
    ("cli", "__main__"),
)
"""Parts of the package, the lowest layer first; a part imports from its own layer and from those before it."""
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}
FORBIDDEN = {
    "segmenters": ("lxml", "newsparse.profiles", "newsparse.read"),
    "lexicon": ("lxml",),
    "assemble": ("lxml",),
    "exports": ("lxml.html",),
    "records": ("lxml", "json"),
    "blocks": ("lxml",),
    "page": ("lxml",),
    "fields": ("lxml",),
}
"""What a part does not import, though it might."""
METHODS = frozenset((("newsparse.records", "newsparse.exports.flat.flat"),))
"""Methods of records that are thin calls of what lies above them, imported when they are called."""
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


def modules() -> dict[str, Path]:
    return {
        ".".join(("newsparse", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
            ".__init__"
        ): path
        for path in PACKAGE.rglob("*.py")
    }


def imports(path: Path, *, lazy: bool) -> Iterator[str]:
    """The modules that a file imports; those inside functions only where `lazy` ones are asked for. Typing alone does not count."""

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


def part_of(module: str) -> str:
    if module.endswith(".__main__"):
        return "__main__"
    return module.split(".")[1] if "." in module else ""


by_module = pytest.mark.parametrize("module", sorted(modules()))


@by_module
def test_imports_point_one_way(module: str) -> None:
    part = part_of(module)
    if not part:
        pytest.skip("the package itself re-exports everything, lazily")
    assert part in LEVEL, f"newsparse.{part} has no layer: give it one in LAYERS"
    for name in imports(modules()[module], lazy=True):
        other = part_of(name) if name.startswith("newsparse.") else ""
        if other in LEVEL and (module, name) not in METHODS:
            assert LEVEL[other] <= LEVEL[part], (
                f"{module} imports {name} from a layer above its own"
            )


@by_module
def test_forbidden_imports(module: str) -> None:
    for name in imports(modules()[module], lazy=True):
        for forbidden in (*FORBIDDEN.get(part_of(module), ()), *NETWORK):
            if module == "newsparse.records" and forbidden == "json":
                continue
            assert not f"{name}.".startswith(f"{forbidden}."), f"{module} imports {name}"


@by_module
def test_dateparser_is_for_dates_alone(module: str) -> None:
    path = modules()[module]
    if module == "newsparse.fields.dates":
        assert not any(name.startswith("dateparser") for name in imports(path, lazy=False)), (
            "dateparser is imported lazily"
        )
    else:
        assert not any(name.startswith("dateparser") for name in imports(path, lazy=True))


def test_no_module_imports_itself_through_others() -> None:
    graph = {
        module: {_module_of(name) for name in imports(path, lazy=False)}
        & set(modules()) - {"newsparse"}
        for module, path in modules().items()
    }
    done: set[str] = set()

    def visit(module: str, line: tuple[str, ...]) -> None:
        assert module not in line, f"imports go round: {' > '.join((*line, module))}"
        if module not in done:
            for other in sorted(graph[module]):
                visit(other, (*line, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def _module_of(name: str) -> str:
    """The module that `from a import b` reaches: `a.b` where there is one, else `a`."""
    return name if name in modules() else name.rpartition(".")[0]
