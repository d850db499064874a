"""What the page asks machines not to do: text mining, training, indexing.

Sources: the TDM Reservation Protocol of the W3C community group (`tdm-reservation`, `tdm-policy`),
the robots meta element and `X-Robots-Tag` (Google Search Central), `noai` and `noimageai`
(DeviantArt), and reservations in words (article 4 of Directive (EU) 2019/790).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.legal_lines import SAYS_MINING, SAYS_RIGHTS, LegalLine
from newsparse.read.statements import HeadStatement
from newsparse.records import OptOut, OptOutKind

_DIRECTIVES: Final = {
    "noai": OptOutKind.AI,
    "noimageai": OptOutKind.IMAGE_AI,
    "noml": OptOutKind.TEXT_MINING,
    "notdm": OptOutKind.TEXT_MINING,
    "noindex": OptOutKind.INDEXING,
    "none": OptOutKind.INDEXING,
    "noarchive": OptOutKind.ARCHIVING,
    "nocache": OptOutKind.ARCHIVING,
    "nosnippet": OptOutKind.SNIPPETS,
    "max-snippet:0": OptOutKind.SNIPPETS,
}
"""The directives that take something away."""
_ALL_ROBOTS: Final = ("robots", "x-robots-tag", "dc.robots")
_TRAINERS: Final = (
    "gptbot", "chatgpt-user", "oai-searchbot", "ccbot", "google-extended", "googleother",
    "anthropic-ai", "claudebot", "claude-web", "cohere-ai", "perplexitybot", "bytespider",
    "amazonbot", "applebot-extended", "facebookbot", "meta-externalagent", "diffbot", "ai2bot",
)  # fmt: skip
"""Robots that gather texts for models."""
_SEARCHERS: Final = ("googlebot", "googlebot-news", "bingbot", "slurp", "yandex", "msnbot")
_LONGEST_RESERVATION: Final = 500
"""Characters of a line that reserves text mining in words."""


def opt_outs(context: AssemblyContext, lines: Sequence[LegalLine]) -> tuple[OptOut, ...]:
    """What the page asks machines not to do, each thing once for each robot."""
    found: dict[tuple[OptOutKind, str | None], OptOut] = {}
    for one in (*_reserved(context), *_of_robots(context), *_in_words(context, lines)):
        found.setdefault((one.kind, one.agent), one)
    return tuple(found.values())


def _reserved(context: AssemblyContext) -> Iterator[OptOut]:
    """The reservation of text mining by the TDM Reservation Protocol."""
    policy = next(context.statements.meta("tdm-policy"), None)
    for statement in context.statements.meta("tdm-reservation"):
        if statement.text == "1":
            yield _opt_out(
                OptOutKind.TEXT_MINING, statement, policy=policy.text if policy else None
            )


def _of_robots(context: AssemblyContext) -> Iterator[OptOut]:
    """The directives for all robots and for single ones."""
    for name in (*_ALL_ROBOTS, *_SEARCHERS, *_TRAINERS):
        if not context.statements.has_meta(name):
            continue
        agent = None if name in _ALL_ROBOTS else name
        for statement in context.statements.meta(name):
            for kind in _kinds(statement.text):
                yield _opt_out(_for(kind, name), statement, agent)


def _kinds(directives: str) -> Iterator[OptOutKind]:
    """What directives take away.

    >>> [kind.value for kind in _kinds("noindex, follow, max-snippet: 0")]
    ['indexing', 'snippets']
    """
    for directive in directives.lower().split(","):
        kind = _DIRECTIVES.get("".join(directive.split()))
        if kind is not None:
            yield kind


def _for(kind: OptOutKind, name: str) -> OptOutKind:
    """What a directive means to a robot: one that gathers texts for models indexes for them."""
    return OptOutKind.AI if name in _TRAINERS and kind is OptOutKind.INDEXING else kind


def _in_words(context: AssemblyContext, lines: Sequence[LegalLine]) -> Iterator[OptOut]:
    """A line that reserves the rights, text mining among them."""
    for line in lines:
        text = line.text
        if len(text) <= _LONGEST_RESERVATION and SAYS_MINING.search(text):
            if SAYS_RIGHTS.search(text) or "©" in text or _reserves(text):
                raw, source = context.place(line.piece)
                yield OptOut(OptOutKind.TEXT_MINING, raw=raw, source=source)


def _reserves(text: str) -> bool:
    return any(stem in text.casefold() for stem in _RESERVING)


_RESERVING: Final = ("44b", "2019/790")
"""The laws that a reservation in words is made under: section 44b UrhG, article 4 of the
directive."""


def _opt_out(
    kind: OptOutKind,
    statement: HeadStatement,
    agent: str | None = None,
    policy: str | None = None,
) -> OptOut:
    return OptOut(kind, agent, policy, statement.raw, statement.source)
