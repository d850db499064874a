"""Explains every page of `examples/` while the site is built, so that the site shows the current behaviour."""

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

import newsparse


def on_files(files: Any, config: Any) -> Any:
    """Add `explained/NAME.html` for every example, so that links to these files can be checked."""
    for example in sorted((Path(config.docs_dir) / "examples").iterdir()):
        if example.suffix in (".html", ".txt"):
            files.append(
                File.generated(
                    config, f"explained/{example.stem}.html", content=newsparse.explain(example)
                )
            )
    return files
