"""`import newsparse` is cheap: it loads no heavy modules."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import import_cost
import pytest

import newsparse

HEAVY = (
    "dateparser",
    "rich",
    "typer",
    "lxml",
    "charset_normalizer",
    "cssselect",
    "regex",
    "click",
    "numpy",
    "importlib.metadata",
)


def loaded(code: str) -> set[str]:
    """The modules that a fresh process has loaded after running some code."""
    shown = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(shown.stdout.split())


def test_importing_loads_nothing_heavy() -> None:
    found = loaded("import newsparse")
    assert "newsparse" in found
    before = loaded("")
    assert not {module for module in found - before if module.startswith(HEAVY)}
    assert len({module for module in found if module.startswith("newsparse")}) == 1


@pytest.mark.parametrize(
    "code", ["newsparse.Headline('x').to_json()", "newsparse.canonical_agency('AP')"]
)
def test_single_line_parsers_do_not_load_lxml(code: str) -> None:
    assert not {
        module
        for module in loaded(f"import newsparse; {code}")
        if module.startswith(("lxml", "dateparser", "rich", "typer"))
    }


def test_parsing_loads_neither_the_command_line_nor_dateparser() -> None:
    found = loaded(
        "import newsparse; newsparse.parse('<h1>Rain falls</h1><p>It rained on Tuesday, the council of Exampleton said.</p>')"
    )
    assert not {
        module for module in found if module.startswith(("rich", "typer", "click", "dateparser"))
    }


def test_cost_command_prints_a_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    import_cost.main(1)
    assert "times lxml.html" in capsys.readouterr().out


def test_all_is_a_literal_list_of_the_public_names() -> None:
    tree = ast.parse(Path(newsparse.__file__).read_text("utf-8"))
    listed = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    typed = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newsparse.")
        for alias in node.names
    }
    assert listed == sorted(set(listed)) == newsparse.__all__
    assert set(listed) == set(newsparse._HOME_OF) == typed
    assert all(hasattr(newsparse, name) for name in listed)
