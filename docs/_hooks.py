"""While the site is built: every page of `examples/` is explained, so that the site shows what the code does today."""

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

import newsparse


def on_files(files: Any, config: Any) -> Any:
    """Add `explained/NAME.html` for every example, as files that links are checked against."""
    for example in sorted((Path(config.docs_dir) / "examples").iterdir()):
        if example.suffix in (".html", ".txt"):
            files.append(
                File.generated(
                    config, f"explained/{example.stem}.html", content=newsparse.explain(example)
                )
            )
    return files
