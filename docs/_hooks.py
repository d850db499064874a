"""While the site is built: every page of `examples/` is explained, so that the site shows what the code does today."""

from pathlib import Path
from typing import Any

import newsparse


def on_post_build(config: Any) -> None:
    """Write `explained/NAME.html` for every example."""
    target = Path(config.site_dir) / "explained"
    target.mkdir(parents=True, exist_ok=True)
    for example in sorted((Path(config.docs_dir) / "examples").iterdir()):
        if example.suffix in (".html", ".txt"):
            (target / f"{example.stem}.html").write_text(newsparse.explain(example), "utf-8")
