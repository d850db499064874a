"""The cost of `import newsparse`: CPU time in fresh processes, as a ratio to `import lxml.html`.

python tests/import_cost.py [RUNS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys

_CLOCK = (
    "import time; start = time.process_time(); import {module}; print(time.process_time() - start)"
)


def seconds(module: str) -> float:
    """CPU seconds to import a module in a process of its own."""
    return float(
        subprocess.run(
            [sys.executable, "-c", _CLOCK.format(module=module)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )


def main(runs: int = 15) -> None:
    found: dict[str, list[float]] = {"newsparse": [], "lxml.html": [], "newsparse.api": []}
    for module in found:
        seconds(module)
    for _ in range(runs):
        for module, times in found.items():
            times.append(seconds(module))
    middle = {module: statistics.median(times) for module, times in found.items()}
    for module, time in middle.items():
        print(
            f"import {module:14} {time * 1000:7.1f} ms   {time / middle['lxml.html']:5.2f} times lxml.html"
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
