"""What has been read of a byline so far."""

from __future__ import annotations

import attrs

from newsparse.fields.page_languages import SpeaksPrefix, anywhere
from newsparse.fields.persons import cased
from newsparse.records import Author, Origin, Source


class Reading:
    """The authors, agency and desk read from the parts of one byline so far, with their places."""

    def __init__(
        self,
        text: str,
        papers: tuple[str, ...],
        introduced: bool,
        known: frozenset[str],
        speaks: SpeaksPrefix = anywhere,
    ) -> None:
        self.text = text
        self.papers = papers
        self.own = frozenset(map(str.casefold, papers))
        self.introduced = introduced
        self.known = known
        self.speaks = speaks
        """Which of the prefixes that begin names too count on the page."""
        self.opened = False
        """Whether a prefix was taken off: the next word that looks like one is a name's."""
        self.labelled = False
        """Whether a label with a colon was taken off ("Text:"); a prefix may follow it."""
        self.listed = False
        """Whether a joiner says that several persons are named."""
        self.authors: list[Author] = []
        self.agency: str | None = None
        self.desk: str | None = None
        self.unread: list[str] = []
        """Parts that a joiner calls authors, and that have no name's shape."""
        self.sure = 0
        """Authors before the first part that is nothing a byline holds."""
        self.strangers = 0
        """Parts that are nothing a byline holds."""
        self.affiliated = False
        """Whether the last part was the institution of the author before it."""
        self.start = -1
        self.end = -1

    def names_anybody(self) -> bool:
        return bool(self.authors or self.agency or self.desk)


def see(reading: Reading, start: int, end: int) -> None:
    """Count a stretch of the text to the byline proper."""
    reading.start = start if reading.start < 0 else min(reading.start, start)
    reading.end = max(reading.end, end)


def add_author(name: str, start: int, reading: Reading) -> None:
    """Take a name that stands at `start` as an author's, unless the author is known already."""
    shown = cased(name)
    if any(author.name == shown for author in reading.authors):
        return
    reading.authors.append(
        Author(shown, raw=name, source=Source(Origin.TEXT, start, start + len(name)))
    )


def give_role(role: str, reading: Reading) -> None:
    """Give a role to the last author who has none."""
    if reading.authors and reading.authors[-1].role is None:
        reading.authors[-1] = attrs.evolve(reading.authors[-1], role=role.strip(" ="))


def is_own(text: str, reading: Reading) -> bool:
    """Whether a text is a name of the page's own house, or an address that spells one."""
    folded = text.casefold()
    if folded in reading.own:
        return True
    if " " in folded or "." not in folded:
        return False
    spelt = folded.removeprefix("www.").partition(".")[0]
    return any(spelt == "".join(filter(str.isalnum, name)) for name in reading.own)
