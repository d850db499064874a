"""A user's program that uses every public name. `tests/test_typing.py` runs it and checks its types from outside.

It is held to what strict type checkers ask of a user: every function is annotated, and nothing is Any.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path

import newsparse
from newsparse import (
    Article,
    Author,
    BatchError,
    BlockKind,
    BlockRole,
    BodyBlock,
    Byline,
    Caption,
    Changes,
    Comment,
    Confidences,
    Credit,
    Dateline,
    Deck,
    Embed,
    EmbedKind,
    Emphasis,
    EmphasisKind,
    Evidence,
    ExportItem,
    Group,
    GroupKind,
    Headline,
    Image,
    ImageRole,
    InputError,
    Issue,
    IssueItem,
    IssuePage,
    IssueWarning,
    ItemKind,
    Kicker,
    Known,
    Label,
    Limits,
    Link,
    Located,
    Masthead,
    MissingExtraError,
    NewsparseError,
    Note,
    NoteKind,
    OptOut,
    OptOutKind,
    Origin,
    PageKind,
    Parser,
    ParseWarning,
    Place,
    Profile,
    ProfileError,
    RecordError,
    Rejected,
    Rendition,
    Rewrite,
    Rights,
    Segment,
    SiteKnowledge,
    Source,
    Span,
    StoryPage,
    UnknownFormatError,
    UnknownProfileError,
    WarningCode,
)

PAGE = """<html><head><title>Rain falls on Exampleton</title></head><body><article>
<h1>Rain falls on Exampleton</h1><p class="byline">By Ada Lin</p>
<p>EXAMPLETON (AP) - It rained on Exampleton all day, the council said on <a href="/t">Tuesday</a>.</p>
<p>Roads in the north were closed until the evening, and two schools sent their pupils home.</p>
</article></body></html>"""


def profile() -> Profile:
    return Profile(
        name="example-herald",
        publication="The Example Herald",
        hosts="herald.example",
        headline=(newsparse.css("h1"), newsparse.xpath("//h1"), newsparse.meta("og:title")),
        byline=(newsparse.line("By .+"), newsparse.json_ld("author.name")),
    )


def headline_of(page: str | bytes | Path) -> str | None:
    article: Article = newsparse.parse(
        page,
        url="https://herald.example/rain",
        media="html",
        encoding="utf-8",
        reference=dt.datetime(2024, 3, 4, tzinfo=dt.UTC),
        known=Known(
            published=dt.date(2024, 3, 4), authors=("Ada Lin",), language="en", use="override"
        ),
        limits=Limits(depth=50),
    )
    headline: Headline | None = article.headline
    return headline.text if headline is not None else None


def fields(article: Article) -> Iterator[str]:
    """Each field with the type that its documentation names."""
    masthead: Masthead | None = article.masthead
    kicker: Kicker | None = article.kicker
    deck: Deck | None = article.deck
    dateline: Dateline | None = article.dateline
    for record in (masthead, kicker, deck, dateline):
        if record is not None:
            yield record.raw
    for byline in article.bylines:
        yield from _names(byline)
    for caption in article.captions:
        yield from _credited(caption)
    for image in article.images:
        yield from _shown(image)
    for embed in article.embeds:
        yield _embedded(embed)
    yield from _boxes(article)
    yield from _of_rights(article)
    yield from _changed(article, article)
    for block in article.body:
        yield from _linked(block)
        yield from _set_off(block)
    for note in article.notes:
        yield _correction(note)
    kind: PageKind = article.kind
    yield kind.value
    yield article.published.isoformat() if article.published is not None else ""
    yield from article.tags
    yield from (_said(evidence) for evidence in article.evidence)
    yield from (_warned(warning) for warning in article.warnings)
    yield _likely(article)
    yield article.without("tables", "captions").body_text(include=["deck"], exclude=["subheads"])


def _names(byline: Byline) -> Iterator[str]:
    authors: tuple[Author, ...] = byline.authors
    yield from (author.name for author in authors)
    yield byline.agency or byline.desk or ""


def _credited(caption: Caption) -> Iterator[str]:
    credit: Credit | None = caption.credit
    yield caption.text
    if credit is not None:
        yield from credit.names
        yield from credit.agencies


def _shown(image: Image) -> Iterator[str]:
    best: Rendition = image.renditions[0]
    yield best.url
    if image.role is ImageRole.LEAD:
        yield image.alt


def _set_off(block: BodyBlock) -> Iterator[str]:
    for one in block.emphasis:
        place: Emphasis = one
        if place.kind is not EmphasisKind.CODE:
            yield block.text[place.start : place.end]


def _of_readers(page: str) -> Iterator[str]:
    article: Article = newsparse.join([newsparse.parse(page, comments=True)])
    comments: tuple[Comment, ...] = article.comments
    pages: tuple[StoryPage, ...] = article.pages
    yield from (comment.text for comment in comments)
    yield from (part.url or "" for part in pages)


def _boxes(article: Article) -> Iterator[str]:
    groups: tuple[Group, ...] = article.groups
    for group in groups:
        if group.kind is GroupKind.RECIPE:
            yield group.title
    yield from (block.text for block in article.body if block.role is BlockRole.QUESTION)


def _of_rights(article: Article) -> Iterator[str]:
    rights: Rights | None = article.rights
    opt_outs: tuple[OptOut, ...] = rights.opt_outs if rights is not None else ()
    yield from (one.raw for one in opt_outs if one.kind is OptOutKind.TEXT_MINING)
    places: list[Place | None] = [line.place for line in article.bylines]
    yield from (place.name for place in places if place is not None)


def _changed(before: Article, after: Article) -> Iterator[str]:
    changes: Changes = newsparse.compare(before, after)
    headline: Rewrite | None = changes.headline
    yield headline.after if headline is not None else ""
    yield from (one.before for one in changes.rewritten if changes.is_unmarked)


def alike(before: Article, after: Article) -> float:
    return newsparse.similarity(newsparse.fingerprint(before), newsparse.fingerprint(after))


def _embedded(embed: Embed) -> str:
    is_post: bool = embed.kind is EmbedKind.POST
    return embed.text if is_post else embed.url or ""


def _linked(block: BodyBlock) -> Iterator[str]:
    if block.kind is BlockKind.HEADING:
        yield "#" * (block.level or 2)
    links: tuple[Link, ...] = block.links
    yield from (block.text[link.start : link.end] for link in links)


def _correction(note: Note) -> str:
    return note.text if note.kind is NoteKind.CORRECTION else ""


def _said(evidence: Evidence) -> str:
    source: Source = evidence.source
    spans: tuple[Span, ...] = source.also
    return f"{evidence.field} {source.origin is Origin.JSON_LD} {len(spans)} {evidence.raw}"


def _likely(article: Article) -> str:
    others: Confidences | None = article.confidences
    least = min(others.headline, others.authors) if others is not None else 0.0
    return f"{article.confidence or 0.0:.2f} {least:.2f}"


def _warned(warning: ParseWarning) -> str:
    return "no body" if warning.code is WarningCode.NO_BODY else warning.message


def labels(page: str) -> list[tuple[Label, float]]:
    segments: tuple[Segment, ...] = newsparse.segment(page, media="html")
    rejected: list[Rejected] = [lost for segment in segments for lost in segment.rejected]
    return [(part.label, part.score) for part in segments] + [
        (claim.label, claim.score) for claim in rejected
    ]


def places(article: Article) -> list[str]:
    return [newsparse.locate(PAGE, block.source) for block in article.body]


def small_strings() -> tuple[Byline | None, Credit | None, Dateline | None, str, str, str]:
    return (
        newsparse.parse_byline("By Ada Lin"),
        newsparse.parse_credit("Cy Orr/AP"),
        newsparse.parse_dateline("EXAMPLETON (AP) - It rained."),
        newsparse.canonical_agency("AP"),
        newsparse.agency_id("AP") or "",
        newsparse.decode(b"Rain"),
    )


def written(article: Article) -> list[str | None]:
    return [
        newsparse.export(article, "markdown"),
        newsparse.extract(PAGE, output_format="txt"),
        newsparse.explain(PAGE, media="html"),
        article.to_json(indent=2),
        str(newsparse.json_schema()["title"]),
    ]


def items(dump: str) -> list[str]:
    found: tuple[ExportItem, ...] = newsparse.split_export(dump)
    return [item.text for item in found]


def many(pages: list[str]) -> list[str]:
    parser = Parser([profile()], limits=Limits(depth=50))
    told: list[str] = []
    for outcome in newsparse.parse_many(pages, workers=0, parser=parser):
        if outcome.article is not None:
            told.append(outcome.article.text)
        elif outcome.error is not None:
            told.append(outcome.error.message)
    return told


SCAN = b"""<html xmlns="http://www.w3.org/1999/xhtml"><body>
<div class="ocr_page" title="bbox 0 0 600 800"><p class="ocr_par" title="bbox 10 10 500 40">
<span class="ocr_line" title="bbox 10 10 500 40"><span class="ocrx_word" title="bbox 10 10 90 40">Rain</span>
</span></p></div></body></html>"""


def scanned(folder: Path) -> list[str]:
    file = folder / "page.hocr"
    file.write_bytes(SCAN)
    issue: Issue = newsparse.split_issue([file])
    pages: tuple[IssuePage, ...] = issue.pages
    warnings: tuple[IssueWarning, ...] = issue.warnings
    found: tuple[IssueItem, ...] = issue.items
    kinds: list[ItemKind] = [item.kind for item in found]
    print(len(pages), len(warnings), kinds, Located.__name__)
    return [newsparse.export_issue(issue, "json"), newsparse.explain_issue(issue)]


def learned(pages: list[str]) -> str:
    known: SiteKnowledge = newsparse.learn(pages) | newsparse.learn(())
    parser = Parser(sites=[known])
    return parser.parse(pages[0], site=known).text


def errors() -> list[type[NewsparseError]]:
    return [
        BatchError,
        InputError,
        MissingExtraError,
        ProfileError,
        RecordError,
        UnknownFormatError,
        UnknownProfileError,
    ]


def main() -> None:
    newsparse.register(profile())
    article = newsparse.parse(PAGE, url="https://herald.example/rain")
    try:
        newsparse.parse(PAGE, profile="no-such-profile")
    except UnknownProfileError as error:
        print(error)
    print(headline_of(PAGE), *fields(article), sep="\n")
    print(labels(PAGE), places(article), small_strings(), *_of_readers(PAGE))
    print(len(written(article)), items("Rain"), many([PAGE]), errors())
    print(learned([PAGE]))
    with tempfile.TemporaryDirectory() as folder:
        print(len(scanned(Path(folder))))
    print(Article.from_json(article.to_json()) == article, article.evolve(url=None).url)


if __name__ == "__main__":
    main()
