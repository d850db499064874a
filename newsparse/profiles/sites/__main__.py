"""Writes the index of the shipped profiles: `python -m newsparse.profiles.sites`."""

from __future__ import annotations

import json
from pathlib import Path

from newsparse.profiles.sites import INDEX
from newsparse.profiles.toml import read_file


def index(folder: Path) -> str:
    """What finds each TOML profile of a folder, as JSON: one line for each file."""
    lines = []
    for file in sorted(folder.glob("*.toml")):
        profile = read_file(file)[0]
        entry = [profile.name, profile.publication, profile.hosts, profile.masthead_lines]
        lines.append(f"{json.dumps(file.name)}: {json.dumps(entry, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    (here / INDEX).write_text(index(here), "utf-8")
