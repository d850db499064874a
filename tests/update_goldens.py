"""`python -m tests.update_goldens [--write] [NAME ...]`: show how expected records would change, and update them.

Nothing is written without `--write`. Read the difference first: an expected record states what a person
sees on the page. A record that only repeats the parser tests nothing.
"""

from __future__ import annotations

import argparse
import json

from tests.test_fixtures import cases, difference, parsed, shown


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.update_goldens", description=__doc__)
    parser.add_argument("names", nargs="*", help="fixtures by folder or name; default: all")
    parser.add_argument("--write", action="store_true", help="write the records that were shown")
    chosen = parser.parse_args()
    changed = 0
    for path in cases():
        name = f"{path.parent.name}/{path.name.removesuffix('.expected.json')}"
        if chosen.names and not any(part in name for part in chosen.names):
            continue
        found = parsed(path)
        text = difference(json.loads(path.read_text("utf-8")), found)
        if text:
            changed += 1
            print(f"== {name}\n{text}")
            if chosen.write:
                path.write_text(shown(found), "utf-8")
    print(f"{changed} records {'written' if chosen.write else 'would change'}")


if __name__ == "__main__":
    main()
