"""Options that several commands share, and the parser that they ask for."""

from __future__ import annotations

import codecs
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from newsparse.errors import NewsparseError, UnknownProfileError, quoted
from newsparse.printed.parts import NAMES

if TYPE_CHECKING:
    from newsparse.knowledge import SiteKnowledge
    from newsparse.known import Known
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
        raise typer.BadParameter(f"no encoding is named {quoted(label)}", param_hint="--encoding")
    return label


def _parts(names: str | None) -> str | None:
    unknown = [name for name in part_names(names) if name not in NAMES]
    if unknown:
        message = f"no part is named {quoted(unknown[0])}; there are: {', '.join(NAMES)}"
        raise typer.BadParameter(message, param_hint="--without")
    return names


def part_names(names: str | None) -> tuple[Any, ...]:
    """The names in the value of `--without`."""
    return tuple(name.strip() for name in (names or "").split(",") if name.strip())


def moment(value: str | None) -> dt.datetime | None:
    """A date and time in ISO 8601. Anything else is a usage error."""
    try:
        return None if value is None else dt.datetime.fromisoformat(value)
    except ValueError:
        message = f"a date and time is written like 2024-03-01T12:00+01:00, not {quoted(value)}"
        raise typer.BadParameter(message, param_hint="--reference") from None


ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="The site profile to use: a name, a TOML file, or 'generic' for none. "
        "[default: found by host or masthead]",
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
        help="Use the profiles in the TOML files of this folder too.",
    ),
]
Url = Annotated[
    str | None,
    typer.Option(
        "--url",
        metavar="URL",
        help="The address of the page; it is not fetched. Links are resolved against it.",
    ),
]
MediaName = Annotated[
    Literal["html", "text"] | None,
    typer.Option("--media", help="What the page is. [default: detected]"),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        callback=_encoding,
        help="The encoding that the transport stated, as in a Content-Type header.",
    ),
]

MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        min=0,
        max=1,
        help="The least probability that the body of a page is right, 0 to 1.",
    ),
]

Without = Annotated[
    str | None,
    typer.Option(
        "--without",
        metavar="PARTS",
        callback=_parts,
        help=f"Leave parts of the story out, parted by commas: {', '.join(NAMES)}.",
    ),
]

Reference = Annotated[
    str | None,
    typer.Option(
        "--reference",
        metavar="ISO",
        help="When the page was fetched: '2 hours ago' counts from it. Without it, such dates are "
        "not read.",
    ),
]


SiteFile = Annotated[
    Path | None,
    typer.Option(
        "--site",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="What `newsparse site learn` found on other pages of the site.",
    ),
]


KnownFile = Annotated[
    Path | None,
    typer.Option(
        "--known",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="What you know of the page, as a JSON object: published, updated, authors, language, "
        'masthead, section, url; "use": "override" to replace what the page says.',
    ),
]

Comments = Annotated[
    bool, typer.Option("--comments", help="Read the comments of readers that a page prints.")
]


def read_known(path: Path | None) -> Known | None:
    """What a JSON file knows of a page; None for no file. A wrong file is a usage error."""
    if path is None:
        return None
    import json

    from newsparse.known import Known

    try:
        return Known.from_dict(json.loads(path.read_text("utf-8")))
    except (NewsparseError, OSError, ValueError) as error:
        raise typer.BadParameter(f"{quoted(str(path))}: {error}", param_hint="--known") from None


def read_site(path: Path) -> SiteKnowledge:
    """The knowledge in a file. A file that holds none is a usage error."""
    from newsparse.knowledge import SiteKnowledge

    try:
        return SiteKnowledge.from_json(path.read_text("utf-8"))
    except (NewsparseError, OSError, ValueError) as error:
        raise typer.BadParameter(f"{quoted(str(path))} holds no site: {error}") from None


def load_profiles(folder: Path) -> tuple[Profile, ...]:
    """The profiles in a folder of TOML files. A wrong one is a usage error that names its file."""
    try:
        from newsparse.profiles.toml import read_folder

        return tuple(read_folder(folder))
    except NewsparseError as error:
        raise typer.BadParameter(str(error), param_hint="--profiles") from None


def parser_with(folder: Path | None, profile: str | None) -> tuple[Parser, str | None]:
    """The default parser, with the profiles of a folder or of one file, and the name of the profile
    to use.

    `profile` is a name, the path of a TOML file, or None. A name that no profile has is a usage
    error.
    """
    from newsparse.api import default_parser
    from newsparse.parser import GENERIC, Parser

    registry = default_parser().profiles
    for one in load_profiles(folder) if folder is not None else ():
        registry = registry.with_profile(one)
    if profile is not None and is_profile_file(profile):
        for version in _profile_file(profile):
            registry = registry.with_profile(version)
            name = version.name
        return Parser(registry), name
    if profile not in (None, GENERIC):
        try:
            registry.named(profile or "")
        except UnknownProfileError as error:
            hint = "; `newsparse profile list` lists them, and a TOML file is named by its path"
            raise typer.BadParameter(f"{error}{hint}", param_hint="--profile") from None
    return Parser(registry), profile


def is_profile_file(profile: str) -> bool:
    """Whether `--profile` names a TOML file, not a profile."""
    return profile.lower().endswith(".toml")


def _profile_file(path: str) -> tuple[Profile, ...]:
    """The versions of the profile in a TOML file."""
    from newsparse.profiles.toml import read_file

    try:
        return read_file(path)
    except (NewsparseError, OSError) as error:
        raise typer.BadParameter(str(error), param_hint="--profile") from None
