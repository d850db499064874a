"""The table of commands, and the program that runs them.

A command is a module of this package with a function `register(app)`. It is imported on first use
(`newsparse --help` imports all of them), and imports heavy modules inside its functions, so that
the program starts fast.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Sequence
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from newsparse import __version__
from newsparse.cli.codes import HELP, Code
from newsparse.cli.output import abandon_stdout, print_error
from newsparse.errors import NewsparseError

COMMANDS: Final = (
    "parse",
    "segment",
    "explain",
    "batch",
    "same",
    "issue",
    "profile",
    "site",
    "schema",
)
"""The commands in the order of `--help`.

Each is a module of that name; one that is not installed is not offered.
"""

_USAGE_ERROR: Final[type[Exception]] = typer.BadParameter.__mro__[2]
"""The base class of what typer raises for a wrong command line.

Its module differs between versions.
"""


class _Commands(TyperGroup):
    """The commands, each imported on first use."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [
            name
            for name in COMMANDS
            if importlib.util.find_spec(f"{__package__}.{name}") is not None
        ]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.commands and cmd_name in self.list_commands(ctx):
            self.commands[cmd_name] = _command(cmd_name)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(
                f"no command is named {args[0]!r}; "
                f"the commands are: {', '.join(self.list_commands(ctx))}"
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            abandon_stdout()
            raise typer.Exit(Code.PIPE_CLOSED) from None
        return result


def _command(name: str) -> Any:
    """The command that the module of this name registers."""
    holder = typer.Typer(add_completion=False, rich_markup_mode=None)
    importlib.import_module(f"{__package__}.{name}").register(holder)
    command = typer.main.get_command(holder)
    return getattr(command, "commands", {}).get(name, command)


def _version(wanted: bool) -> None:
    if wanted:
        from newsparse.read.core import CORE

        built = "compiled" if CORE.is_compiled else "plain Python"
        typer.echo(f"newsparse {__version__} ({built} core)")
        raise typer.Exit


app = typer.Typer(
    cls=_Commands,
    name="newsparse",
    rich_markup_mode=None,
    epilog=HELP,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def newsparse(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read newspaper pages, HTML or plain text, into typed records. Nothing is fetched."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(Code.USAGE)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (by default that of the process). Returns the exit code."""
    try:
        code = typer.main.get_command(app).main(
            args=arguments, prog_name="newsparse", standalone_mode=False
        )
    except _USAGE_ERROR as error:
        print_error(error.format_message() if hasattr(error, "format_message") else str(error))
        return Code.USAGE
    except typer.Abort:
        return Code.INTERRUPTED
    except (NewsparseError, OSError) as error:
        print_error(str(error))
        return Code.UNREADABLE
    return int(code or Code.READ)


def main() -> None:
    """The script `newsparse`."""
    sys.exit(run())
