"""Knowledge of sites for a batch: read from a folder, or learned in a first pass over the pages.

A folder holds a file a site, `<host>.json`. It is written whole and only at the end of the first
pass, so one that is there is complete, and `--resume` reads it.
"""

from __future__ import annotations

import contextlib
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

from newsparse.batch.inputs.compressed import read_page
from newsparse.batch.inputs.paths import STDIN
from newsparse.batch.inputs.sources import InputProgress, jobs
from newsparse.batch.outcome import Failure, Job
from newsparse.batch.plan import Plan, Start
from newsparse.batch.pool import rendered
from newsparse.batch.work import Work, bytes_to_read
from newsparse.errors import BatchError, RecordError, quoted
from newsparse.knowledge import SiteKnowledge
from newsparse.learning.observe import Observation, observed
from newsparse.learning.site import known_of
from newsparse.profiles.registry import host_of
from newsparse.scans.packages import PackagedArticle

_FOLDER: Final = ".sites"
"""Suffix of the folder beside the output."""
_UNFINISHED: Final = ".new"
_FEWEST_PAGES: Final = 2
"""Pages from which a host is learned."""
LEARNED_PAGES: Final = 50
"""Pages of each host that are learned from, unless a caller says otherwise."""
_NO_HOST: Final = ("", "localhost")


@attrs.frozen
class Learning(Work):
    """What the first pass does to a page: the work of a batch without a record."""

    def rendered(self, job: Job) -> Observation | None:
        """What a page contributes; None where it cannot be read."""
        if isinstance(job.content, (Failure, PackagedArticle)):
            return None
        try:
            content = read_page(job.content, bytes_to_read(self.parser.limits))
            return observed(self.parser, content, job.url, self.profile, job.encoding)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - the second pass reports the page
            return None

    def failed(self, job: Job, failure: Failure, seconds: float = 0.0) -> None:
        """Nothing: the second pass reports the page."""


def with_sites(plan: Plan, names: list[str]) -> tuple[Plan, tuple[str, ...]]:
    """The plan with a parser that knows sites, and what the user should know.

    Raises `BatchError` where the knowledge cannot be read, or the pages cannot be read twice.
    """
    folder = _folder(plan)
    if folder is not None and folder.is_dir() and not _learns_anew(plan):
        known = tuple(read_sites(folder))
        return _knowing(plan, known), (f"used what {quoted(str(folder))} knows of sites",)
    if plan.learn is None:
        if plan.sites is not None:
            raise BatchError(f"{quoted(plan.sites)} is no folder of sites")
        return plan, ()
    if STDIN in names:
        raise BatchError("--learn reads the pages twice, and standard input can be read only once")
    known = tuple(learned(_read_once(plan, names), plan.learn))
    if folder is not None:
        write_sites(known, folder)
    pages = sum(one.pages for one in known)
    return _knowing(plan, known), (f"learned {len(known)} sites from {pages} of their pages",)


def _folder(plan: Plan) -> Path | None:
    """Where the knowledge is kept."""
    if plan.sites is not None:
        return Path(plan.sites)
    if plan.learn is None or plan.output == STDIN:
        return None
    return Path(plan.output + _FOLDER)


def _learns_anew(plan: Plan) -> bool:
    """Whether a folder that a batch wrote beside its output is replaced with it."""
    return plan.learn is not None and plan.sites is None and plan.start is not Start.RESUME


def _knowing(plan: Plan, sites: tuple[SiteKnowledge, ...]) -> Plan:
    return attrs.evolve(plan, parser=attrs.evolve(plan.parser, sites=(*plan.parser.sites, *sites)))


def _read_once(plan: Plan, names: list[str]) -> Iterator[Observation]:
    """What the pages of the inputs contribute, the first ones of each host."""
    assert plan.learn is not None
    chosen = first_of_hosts(jobs(names, plan.columns, plan.kind, InputProgress()), plan.learn)
    work = Learning(plan.parser, plan.profile)
    results = rendered(chosen, work, workers=plan.workers, ordered=True, caps=plan.caps)
    with contextlib.closing(results):
        for found in results:
            if found is not None:
                yield found


def first_of_hosts(pages: Iterable[Job], most: int) -> Iterator[Job]:
    """The pages without those of hosts of which there were enough."""
    seen: Counter[str] = Counter()
    for job in pages:
        host = host_of(job.url)
        seen[host] += bool(host)
        if seen[host] <= most:
            yield job


def learned(pages: Iterable[Observation], most: int) -> Iterator[SiteKnowledge]:
    """The knowledge of each host with several pages, from at most so many of each."""
    of_host: defaultdict[str, list[Observation]] = defaultdict(list)
    for page in pages:
        if page.host not in _NO_HOST and len(of_host[page.host]) < most:
            of_host[page.host].append(page)
    for _, found in sorted(of_host.items()):
        if len(found) >= _FEWEST_PAGES:
            yield known_of(found)


def read_sites(folder: Path) -> Iterator[SiteKnowledge]:
    """The knowledge in the files of a folder; raises `BatchError` for a file that holds none."""
    for path in sorted(folder.glob("*.json")):
        try:
            yield SiteKnowledge.from_json(path.read_text("utf-8"))
        except (OSError, ValueError, RecordError) as error:
            raise BatchError(f"{quoted(str(path))} holds no site: {error}") from None


def write_sites(sites: Iterable[SiteKnowledge], folder: Path) -> None:
    """Write a file a site; the folder is there only when all are written."""
    unfinished = folder.with_name(folder.name + _UNFINISHED)
    for old in (unfinished, folder):
        shutil.rmtree(old, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for name, site in _names(sites).items():
        (unfinished / f"{name}.json").write_text(site.to_json() + "\n", "utf-8")
    unfinished.rename(folder)


def _names(sites: Iterable[SiteKnowledge]) -> Mapping[str, SiteKnowledge]:
    return {site.hosts[0]: site for site in sites if site.hosts}
