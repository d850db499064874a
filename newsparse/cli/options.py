"""The options that several commands share, and the parser that they ask for."""

from __future__ import annotations

import codecs
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsparse.errors import NewsparseError, UnknownProfileError, quoted

if TYPE_CHECKING:
    from newsparse.parser import Parser
    from newsparse.profiles.profile import Profile


def _encoding(label: str | None) -> str | None:
    if label is None:
        return None
    import webencodings  # type: ignore[import-untyped, unused-ignore]

    try:
        known = webencodings.lookup(label) or codecs.lookup(label)
    except (LookupError, ValueError):
        known = None
    if known is None:
        raise typer.BadParameter(f"no encoding is named {quoted(label)}")
    return label


def moment(value: str | None) -> dt.datetime | None:
    """A moment by ISO 8601; a usage error for what is none."""
    try:
        return None if value is None else dt.datetime.fromisoformat(value)
    except ValueError:
        message = f"a moment is written like 2024-03-01T12:00+01:00, not {quoted(value)}"
        raise typer.BadParameter(message, param_hint="--reference") from None


ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="The profile to read by, 'generic' for none; else it is found by host or masthead.",
    ),
]
ProfilesFolder = Annotated[
    Path | None,
    typer.Option(
        "--profiles",
        metavar="DIR",
        envvar="NEWSPARSE_PROFILES",
        exists=True,
        file_okay=False,
        help="Use the profiles in this folder's TOML files too.",
    ),
]
Url = Annotated[
    str | None,
    typer.Option(
        "--url",
        metavar="URL",
        help="Where the page is from; nothing is fetched. Links are resolved against it.",
    ),
]
MediaName = Annotated[
    Literal["html", "text"] | None,
    typer.Option("--media", help="What the page is; else it is told by looking."),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        callback=_encoding,
        help="The encoding that the page's transport stated.",
    ),
]

Reference = Annotated[
    str | None,
    typer.Option(
        "--reference",
        metavar="ISO",
        help="The moment that '2 hours ago' counts from; without it such dates stay unread.",
    ),
]


def load_profiles(folder: Path) -> tuple[Profile, ...]:
    """The profiles in a folder of TOML files; a usage error that names the file where one is wrong."""
    try:
        from newsparse.profiles.toml import read_folder  # type: ignore[import, unused-ignore]

        return tuple(read_folder(folder))
    except ImportError:
        raise typer.BadParameter(
            "this build reads no profiles from files", param_hint="--profiles"
        ) from None
    except NewsparseError as error:
        raise typer.BadParameter(str(error), param_hint="--profiles") from None


def parser_with(folder: Path | None, profile: str | None) -> Parser:
    """The default parser, with a folder's profiles; a usage error where `profile` is the name of none."""
    from newsparse.api import default_parser
    from newsparse.parser import GENERIC, Parser

    registry = default_parser().profiles
    for one in load_profiles(folder) if folder is not None else ():
        registry = registry.with_profile(one)
    if profile not in (None, GENERIC):
        try:
            registry.named(profile or "")
        except UnknownProfileError as error:
            raise typer.BadParameter(str(error), param_hint="--profile") from None
    return Parser(registry)
