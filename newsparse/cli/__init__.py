"""The command line: `newsparse`.

Each command is a module of this package; `newsparse.cli.app` has the table.
"""

from newsparse.cli.app import main

__all__ = ["main"]
