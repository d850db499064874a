"""The pool returns one outcome for each page, in order, whatever the page does to its worker."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_hazards import hazard

import newsparse
from newsparse.batch import Caps, FailureKind, Job, Outcome, parse_many
from newsparse.batch.pool import rendered
from newsparse.batch.work import Work
from newsparse.benchmark import generated
from newsparse.errors import BatchError, InputError, UnknownProfileError

CAP_MEMORY = 400 << 20
HANGING = Caps(seconds=5.0, memory=CAP_MEMORY)
"""For pages that hang. An innocent page takes milliseconds, so no load of the machine brings it near this cap."""
GROWING = Caps(seconds=None, memory=CAP_MEMORY)
"""For pages that grow, die or raise: with no cap on time, nothing depends on how fast they do so."""

PAGE = "<h1>Rain falls on Exampleton</h1><p>It rained on Exampleton all day, the council said on Tuesday.</p>"


def outcomes(
    ids: list[str], caps: Caps | None = None, workers: int = 2, ordered: bool = True
) -> list[Outcome]:
    jobs = [Job(PAGE, id=id_) for id_ in ids]
    return list(
        rendered(jobs, Work(render=hazard), workers=workers, ordered=ordered, caps=caps or Caps())
    )


def kinds(found: list[Outcome]) -> dict[str, str]:
    return {
        outcome.id: "ok" if outcome.error is None else outcome.error.kind.value for outcome in found
    }


def innocent(count: int) -> list[str]:
    return [f"page-{number}" for number in range(count)]


@pytest.mark.parametrize("workers", [0, 1, 2, 3])
def test_parse_many_returns_the_results_of_parse_in_order(workers: int) -> None:
    pages = [generated.html(number, 4) for number in range(30)]
    found = list(parse_many(pages, workers=workers))
    assert [outcome.article for outcome in found] == [newsparse.parse(page) for page in pages]
    assert [outcome.id for outcome in found] == [str(number) for number in range(30)]


def test_unordered_pool_returns_every_page_once() -> None:
    assert sorted(kinds(outcomes(innocent(100), ordered=False))) == sorted(innocent(100))


def test_jobs_keep_their_id_url_and_charset() -> None:
    job = Job(
        "<h1>Grüße</h1>".encode("cp1252"),
        id="a",
        url="https://herald.example/a",
        encoding="windows-1252",
    )
    (outcome,) = parse_many([job], workers=1)
    assert (outcome.id, outcome.article.url, outcome.article.headline.text) == (
        "a",
        "https://herald.example/a",
        "Grüße",
    )


def test_pages_may_be_files(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(PAGE)
    there, missing = parse_many([page, tmp_path / "no.html"], workers=1)
    assert there.article is not None and there.article.headline.text == "Rain falls on Exampleton"
    assert (
        missing.error is not None
        and missing.error.kind is FailureKind.INPUT
        and "no.html" in missing.error.message
    )


def test_workers_get_the_profiles_of_the_parser() -> None:
    herald = newsparse.Profile(
        name="example-herald", publication="The Example Herald", hosts="herald.example"
    )
    (outcome,) = parse_many(
        [Job(PAGE, url="https://herald.example/a")], workers=1, parser=newsparse.Parser([herald])
    )
    assert outcome.article.profile == "example-herald"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("hang", "time"),
        ("hang_in_c", "time"),
        ("die", "crash"),
        ("fault", "crash"),
        ("grow", "memory"),
        ("grow_at_once", "memory"),
        ("raise", "exception"),
    ],
)
def test_bad_page_affects_only_its_own_outcome(word: str, kind: str) -> None:
    ids = [*innocent(11), f"{word}-1", *(f"after-{number}" for number in range(11))]
    found = kinds(outcomes(ids, HANGING if kind == "time" else GROWING))
    assert found == {id_: kind if id_.startswith(word) else "ok" for id_ in ids}
    assert list(found) == ids


def test_many_bad_pages_in_a_row() -> None:
    ids = ["die-1", "die-2", "hang-1", "page-1", "die-3", "grow_at_once-1", "page-2", "fault-1"]
    wanted = {
        "die": "crash",
        "fault": "crash",
        "hang": "time",
        "grow_at_once": "memory",
        "page": "ok",
    }
    assert kinds(outcomes(ids, HANGING)) == {id_: wanted[id_.split("-")[0]] for id_ in ids}


def test_no_page_is_lost_if_a_worker_is_killed(tmp_path: Path) -> None:
    assert set(kinds(outcomes([*innocent(5), f"die@{tmp_path / 'once'}", "last"])).values()) == {
        "ok"
    }


def test_output_of_profile_code_does_not_corrupt_results() -> None:
    assert kinds(outcomes(["print-1", "page-1"], workers=1)) == {"print-1": "ok", "page-1": "ok"}


def test_time_cap_error_states_the_cap_and_the_time() -> None:
    (outcome,) = outcomes(["hang-1"], Caps(seconds=0.5))
    assert outcome.error is not None and "0.5 s" in outcome.error.message
    assert outcome.seconds > 0.4


@pytest.mark.parametrize("workers", [0, 2])
def test_pages_are_consumed_lazily(workers: int) -> None:
    taken = itertools.count()
    found = parse_many((PAGE for _ in iter(lambda: next(taken), -1)), workers=workers)
    first = [next(found).id for _ in range(20)]
    assert first == [str(number) for number in range(20)]
    assert next(taken) < 20 + 2 * 8 * 10
    found.close()


def test_ordered_pool_buffers_few_outcomes_behind_a_slow_page() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[Job]:
        for number in range(2_000):
            taken.append(number)
            yield Job(PAGE, id="hang" if number == 0 else str(number))

    found = rendered(jobs(), Work(render=hazard), workers=2, caps=Caps(seconds=5.0))
    assert next(found).error.kind is FailureKind.TIME
    assert len(taken) < 500
    found.close()


def test_misuse_raises_at_once() -> None:
    with pytest.raises(InputError, match="42"):
        list(parse_many([42], workers=0))  # type: ignore[list-item]
    with pytest.raises(BatchError, match="-1"):
        parse_many([PAGE], workers=-1)
    with pytest.raises(BatchError, match="100000"):
        parse_many([PAGE], workers=100_000)
    with pytest.raises(BatchError, match="seconds"):
        Caps(seconds=0)
    with pytest.raises(UnknownProfileError, match="no-such"):
        parse_many([PAGE], profile="no-such")


def test_workers_that_cannot_start_raise_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(BatchError, match="before they are ready"):
        list(parse_many([PAGE], workers=1))


def test_interpreter_exits_if_outcomes_are_left_unread(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        f"import newsparse\nfound = newsparse.parse_many([{PAGE!r}] * 500, workers=2)\nprint(next(found).id)\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "0\n", "")


def test_script_needs_no_main_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        f"import newsparse\nprint([o.article.headline.text for o in newsparse.parse_many([{PAGE!r}] * 3, workers=2)])\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout.count("Rain falls on Exampleton") == 3
