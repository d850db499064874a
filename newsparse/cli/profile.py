"""`newsparse profile`: draft, lint, check, compare, list and show site profiles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsparse.cli.options import ProfilesFolder, Url
from newsparse.errors import NewsparseError
from newsparse.profiles.profile import Profile
from newsparse.profiles.registry import Registry, merged
from newsparse.records import Article

if TYPE_CHECKING:
    from newsparse.knowledge import SiteKnowledge
    from newsparse.workshop.draft import Trial
    from newsparse.workshop.drift import Moved

_PAGE_GLOBS = ("*.html", "*.htm", "*.txt")

Pages = Annotated[list[Path], typer.Argument(help="Stored pages: HTML or text files.")]

commands = typer.Typer(
    name="profile",
    help="Site profiles: draft, lint, check, drift, list, show.",
    no_args_is_help=True,
)


def register(app: typer.Typer) -> None:
    """Add the `profile` commands to an app."""
    app.add_typer(commands)


@commands.command()
def draft(
    pages: Pages,
    url: Url = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name", help="The profile's name; made from the publication where left out."
        ),
    ] = None,
) -> None:
    """Draft a profile, as TOML, from what the generic parser finds on pages of one site.

    A table on standard error shows what each rule that was tried does to the pages.
    """
    from newsparse.profiles.toml import write_text
    from newsparse.workshop.draft import draft as drafted

    with _errors_as_messages():
        proposal = drafted(pages, url=url, name=name)
    typer.echo(write_text(proposal.profile), nl=False)
    typer.echo(_table(proposal.trials), err=True, nl=False)


@commands.command()
def lint(profile: str, pages: Pages, url: Url = None, profiles: ProfilesFolder = None) -> None:
    """List the rules of a profile (a name or a TOML file) that miss a page or change nothing."""
    from newsparse.workshop.lint import lint as linted

    with _errors_as_messages():
        remarks = [
            remark
            for version in _versions(profile, profiles)[:1]
            for remark in linted(version, {page.name: page for page in pages}, url=url)
        ]
    for remark in remarks:
        typer.echo(f"{remark.fault.value:8} {remark.field} = {remark.rule}: {remark.message}")
    raise typer.Exit(1 if remarks else 0)


@commands.command()
def check(
    pages: Pages,
    profile: Annotated[
        str | None,
        typer.Option("--profile", help="A name or a TOML file; found by the page where left out."),
    ] = None,
    profiles: ProfilesFolder = None,
) -> None:
    """Compare pages with the expected records beside them: `herald.html` with `herald.json`."""
    from newsparse.parser import Parser
    from newsparse.workshop.check import check_file

    failed = 0
    with _errors_as_messages():
        parser = Parser(_registry(profiles))
        chosen = (
            _file_versions(profile)[0]
            if profile is not None and profile.endswith(".toml")
            else profile
        )
        for page in pages:
            differences = check_file(page, profile=chosen, parser=parser)
            failed += bool(differences)
            typer.echo(f"{'differs' if differences else 'ok':8}{page}")
            for difference in differences:
                typer.echo("  " + str(difference).replace("\n", "\n  "))
    raise typer.Exit(1 if failed else 0)


@commands.command()
def drift(
    old: Annotated[
        Path, typer.Argument(help="The older batch: a folder of pages, or records as JSON lines.")
    ],
    new: Annotated[Path, typer.Argument(help="The newer batch.")],
    least: Annotated[
        float, typer.Option("--least", help="The fall of a fill rate that is worth saying, 0 to 1.")
    ] = 0.2,
    profiles: ProfilesFolder = None,
) -> None:
    """Report fields that are found less often than they were, by site.

    Of two folders of pages, also the containers of fields that a site no longer prints.
    """
    from newsparse.workshop.drift import drift as drifted

    with _errors_as_messages():
        changes = drifted(_articles(old, profiles), _articles(new, profiles), least=least)
        moved = list(_moved(old, new))
    for change in changes:
        typer.echo(
            f"{change.host:32} {change.field:26} {change.before:6.0%} -> {change.after:6.0%}"
            f"  ({change.pages} pages)"
        )
    for one in moved:
        typer.echo(
            f"{one.host:32} {one.label.value:26} {one.container} held it on {one.pages} of "
            f"{one.of} pages, and stands on {one.now} of the newer ones"
        )
    raise typer.Exit(1 if changes or moved else 0)


def _moved(old: Path, new: Path) -> Iterator[Moved]:
    """The containers that the sites of two folders of pages have moved fields out of."""
    from newsparse.workshop.drift import moved

    if old.is_dir() and new.is_dir():
        now = {host: site for site in _learned(new) for host in site.hosts}
        for site in _learned(old):
            for host in site.hosts[:1]:
                if host in now:
                    yield from moved(site, now[host])


def _learned(folder: Path) -> Iterator[SiteKnowledge]:
    """What is learned of the sites of a folder's pages."""
    from newsparse.api import default_parser
    from newsparse.batch.sites import LEARNED_PAGES, learned
    from newsparse.learning.observe import observed

    parser = default_parser()
    return learned((observed(parser, file) for file in _files(folder)), LEARNED_PAGES)


@commands.command("list")
def list_(profiles: ProfilesFolder = None) -> None:
    """List all profiles: name, publication, hosts."""
    with _errors_as_messages():
        registry = _registry(profiles)
    for name in registry.names():
        entry = registry.entries(name)[0]
        typer.echo(f"{name:28} {entry.publication:36} {' '.join(entry.hosts)}")


@commands.command()
def show(profile: str, profiles: ProfilesFolder = None) -> None:
    """Print a profile as TOML, followed by its older versions."""
    from newsparse.profiles.toml import write_text

    with _errors_as_messages():
        versions = _versions(profile, profiles)
    typer.echo("\n".join(write_text(version) for version in versions), nl=False)


def _table(trials: Sequence[Trial]) -> str:
    """What each rule that was tried does to the pages, a line each."""
    header = ("field", "pages", "better", "same", "worse", "kept", "rule")
    rows = [
        (
            trial.field,
            len(trial.outcomes),
            *(trial.outcomes.count(outcome) for outcome in ("better", "same", "worse")),
            "yes" if trial.kept else "no",
            trial.rule,
        )
        for trial in trials
    ]
    return "".join(
        f"{field:15} {pages:>5} {better:>6} {same:>5} {worse:>5} {kept:>4}  {rule}\n"
        for field, pages, better, same, worse, kept, rule in (header, *rows)
    )


class _errors_as_messages:
    """Turns an error of newsparse into a message and exit code 2."""

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: object
    ) -> None:
        if isinstance(error, NewsparseError):
            typer.echo(f"error: {error}", err=True)
            raise typer.Exit(2) from None


def _registry(folder: Path | None) -> Registry:
    """The installed profiles, and those of a folder."""
    from newsparse.profiles.plugins import installed
    from newsparse.profiles.toml import read_folder

    return merged(installed(), read_folder(folder)) if folder else installed()


def _versions(profile: str, folder: Path | None) -> tuple[Profile, ...]:
    return (
        _file_versions(profile) if profile.endswith(".toml") else _registry(folder).named(profile)
    )


def _file_versions(profile: str) -> tuple[Profile, ...]:
    from newsparse.profiles.toml import read_file

    return read_file(profile)


def _files(folder: Path) -> list[Path]:
    """The pages of a folder."""
    return sorted(file for pattern in _PAGE_GLOBS for file in folder.glob(pattern))


def _articles(path: Path, folder: Path | None) -> Iterator[Article]:
    """The records of a batch."""
    from newsparse.parser import Parser

    if path.is_dir():
        parser = Parser(_registry(folder))
        yield from map(parser.parse, _files(path))
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield Article.from_row(json.loads(line))
