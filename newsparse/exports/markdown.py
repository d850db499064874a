"""Markdown: the fields as YAML front matter, then headline and body as CommonMark with GFM tables.

Each value of the front matter is JSON, which YAML 1.2 reads as it is. Characters that YAML 1.1
takes for line breaks or for unprintable are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from newsparse.exports.body import (
    Item,
    Listing,
    Marked,
    Part,
    Piece,
    Table,
    marked,
    parts,
    stretches,
)
from newsparse.printed.chars import clean, safe_link, safe_picture
from newsparse.printed.lines import byline_text, credit_text, dateline_text, moment
from newsparse.records import (
    Article,
    Author,
    BlockKind,
    BodyBlock,
    Caption,
    Embed,
    EmphasisKind,
    Image,
    Rights,
)

_UNPRINTABLE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_MARKS: Final = re.compile(r"[\\`*_\[\]~]|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)|!\Z")
"""Characters that may begin markup anywhere in a line; an exclamation mark does before a link."""
_OPENING: Final = re.compile(r"^([#+\-=:>|]|\d{1,9}(?=[.)]))", re.ASCII)
"""What may begin markup at the start of a line."""
_CLOSING: Final = re.compile(r"(?<=\s)#+$")
"""Characters at the end of a heading that would be read as markup."""
_IN_ADDRESS: Final = {"<": "%3C", ">": "%3E", "\\": "%5C", "\n": "", "&": "&amp;"}
"""How to write characters of an address that would end it, escape the next one, or begin a
character reference.
"""
_SPELLED: Final = re.compile(r"[<>\\\n]|&(?=#?\w{1,32};)")


def markdown(article: Article, **beside: Any) -> str:
    """Front matter, the headline as heading, and the body. Values known `beside` the article come
    first in the front matter.

    >>> print(markdown(Article(language="en", body=(BodyBlock("Rain *fell*."),))))
    ---
    kind: "other"
    language: "en"
    ---
    <BLANKLINE>
    Rain \\*fell\\*.
    """
    words = _line(article.headline.text) if article.headline is not None else ""
    headline = f"# {_CLOSING.sub(_opening, words)}" if words else ""
    return "\n\n".join(
        section
        for section in (front_matter(article, **beside), headline, markdown_body(article))
        if section
    )


def markdown_body(article: Article) -> str:
    """The body alone."""
    return "\n\n".join(text for text in _sections(article) if text)


def _sections(article: Article) -> Iterator[str]:
    """The stretches of the body; a box stands in an element of HTML."""
    for group, blocks in stretches(article):
        text = "\n\n".join(_part(part) for part in parts(blocks))
        yield (
            text
            if group is None
            else f'<section class="{group.kind.value}">\n\n{text}\n\n</section>'
        )


def front_matter(article: Article, **beside: Any) -> str:
    """The fields as YAML between two lines of dashes. Empty fields are left out."""
    fields = (*beside.items(), *_fields(article))
    lines = [
        f"{name}: {_value(value)}" for name, value in fields if value not in (None, "", [], {})
    ]
    return "\n".join(("---", *lines, "---"))


def _fields(article: Article) -> Iterator[tuple[str, Any]]:
    masthead, kicker = article.masthead, article.kicker
    yield "title", article.headline.text if article.headline else ""
    yield "description", article.deck.text if article.deck else ""
    yield "kicker", kicker.text if kicker else ""
    yield "path", list(kicker.path) if kicker else []
    yield "bylines", [byline_text(line) for line in article.bylines]
    yield "authors", [_author(author) for line in article.bylines for author in line.authors]
    yield "places", [line.place.name for line in article.bylines if line.place is not None]
    yield "agencies", list(dict.fromkeys(line.agency for line in article.bylines if line.agency))
    if article.dateline is not None:
        line = article.dateline
        yield (
            "dateline",
            _full(
                {
                    "text": dateline_text(line),
                    "place": line.place,
                    "agency": line.agency,
                    "date": moment(line.date),
                }
            ),
        )
    yield "published", moment(article.published)
    yield "updated", moment(article.updated)
    if masthead is not None:
        yield (
            "masthead",
            _full(
                {
                    "name": masthead.name,
                    "place": masthead.place,
                    "established": moment(masthead.established),
                    "issn": masthead.issn,
                    "owner": masthead.owner,
                }
            ),
        )
    yield "kind", article.kind.value
    yield "section", article.section
    yield "tags", list(article.tags)
    yield "language", article.language
    yield "url", article.url
    yield "canonical_url", article.canonical_url
    yield "story_id", article.story_id
    for name in ("short_url", "amp_url", "print_url", "next_url"):
        yield name, safe_link(getattr(article, name) or "")
    yield "rights", _rights(article.rights)
    yield "is_free", article.is_free
    yield "is_wire", article.is_wire
    yield "captions", [_caption(caption) for caption in article.captions]
    yield "images", [_image(image) for image in article.images]
    yield "embeds", [_embed(embed) for embed in article.embeds]
    yield "notes", [{"kind": note.kind.value, "text": note.text} for note in article.notes]


def _author(author: Author) -> dict[str, Any]:
    return _full(
        {
            "name": author.name,
            "role": author.role,
            "email": author.email,
            "handles": list(author.handles),
            "family": author.family,
            "given": author.given,
            "url": safe_link(author.url or ""),
            "same_as": [address for address in map(safe_link, author.same_as) if address],
            "image": safe_picture(author.image.url) if author.image is not None else None,
        }
    )


def _rights(rights: Rights | None) -> dict[str, Any]:
    if rights is None:
        return {}
    return _full(
        {
            "copyright": rights.copyright,
            "holder": rights.holder,
            "year": rights.year,
            "license": rights.license,
            "usage_terms": rights.usage_terms,
            "opt_outs": [
                f"{one.kind.value} ({one.agent})" if one.agent else one.kind.value
                for one in rights.opt_outs
            ],
        }
    )


def _caption(caption: Caption) -> dict[str, Any]:
    credit = caption.credit
    return _full(
        {
            "text": caption.text,
            "credit": credit_text(credit),
            "names": list(credit.names) if credit else [],
            "agencies": list(credit.agencies) if credit else [],
            "date": moment(caption.date),
            "image": safe_picture(caption.image),
        }
    )


def _image(image: Image) -> dict[str, Any]:
    return _full(
        {
            "role": image.role.value,
            "url": safe_picture(image.url),
            "alt": image.alt,
            "width": image.width,
            "height": image.height,
            "position": image.position,
            "license": image.license,
        }
    )


def _embed(embed: Embed) -> dict[str, Any]:
    return _full(
        {
            "kind": embed.kind.value,
            "provider": embed.provider,
            "url": safe_link(embed.url or ""),
            "author": embed.author,
            "date": moment(embed.date),
            "text": embed.text,
            "position": embed.position,
        }
    )


def _full(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _value(value: Any) -> str:
    printed = json.dumps(_cleaned(value), ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", printed)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(entry) for entry in value]
    return (
        {name: _cleaned(entry) for name, entry in value.items()}
        if isinstance(value, dict)
        else value
    )


def _part(part: Part) -> str:
    if isinstance(part, Listing):
        return "\n".join(_list(part, 0))
    return _table(part) if isinstance(part, Table) else _BLOCKS[part.kind](part)


def _paragraph(block: BodyBlock) -> str:
    return "\\\n".join(_lines(block))


def _heading(block: BodyBlock) -> str:
    return f"{'#' * max(2, min(block.level or 2, 6))} {_CLOSING.sub(_opening, _linked(block))}"


def _quote(block: BodyBlock) -> str:
    return "> " + "\\\n> ".join(_lines(block))


def _preformatted(block: BodyBlock) -> str:
    text = clean(block.text).replace("\r\n", "\n").replace("\r", "\n")
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}\n{text}\n{fence}"


_BLOCKS: Final = {
    BlockKind.PARAGRAPH: _paragraph,
    BlockKind.HEADING: _heading,
    BlockKind.QUOTE: _quote,
    BlockKind.PREFORMATTED: _preformatted,
    BlockKind.LIST_ITEM: _paragraph,
    BlockKind.TABLE_ROW: _paragraph,
}


def _list(listing: Listing, indent: int) -> Iterator[str]:
    mark = "1. " if listing.ordered else "- "
    for item in listing.items:
        yield f"{' ' * indent}{mark}{_item(item)}"
        for inner in item.lists:
            yield from _list(inner, indent + len(mark))


def _item(item: Item) -> str:
    return _linked(item.block)


def _table(table: Table) -> str:
    """GFM needs a header row: it is the first row."""
    width = max(len(row) for row in table.rows)
    rows = [[*map(_cell, row), *[""] * (width - len(row))] for row in table.rows]
    head, *rest = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join((head, "|" + " --- |" * width, *rest))


def _cell(cell: BodyBlock) -> str:
    return _said(cell).replace("\n", " ").replace("|", "\\|")


def _said(block: BodyBlock) -> str:
    """The words of a block with links and escapes; white space inside its lines is folded."""
    words = _joined(marked(block))
    return "\n".join(
        line for line in (" ".join(line.split()) for line in words.splitlines()) if line
    )


def _joined(pieces: Sequence[Piece], is_inner: bool = False) -> str:
    """Pieces as Markdown; inner ones stand inside emphasis."""
    said = ""
    for at, piece in enumerate(pieces):
        if isinstance(piece, str):
            said += _escaped(piece)
        elif piece.kind is None:
            said += _link(_joined(piece.pieces), piece.href)
        else:
            after = pieces[at + 1] if at + 1 < len(pieces) else ""
            said += _set_off(piece, said[-1:], after, is_inner)
    return said


def _set_off(piece: Marked, before: str, after: Piece, is_inner: bool) -> str:
    """Words set off. Asterisks are used where they cannot be misread: next to a letter or digit
    of the words, not next to other asterisks, and inside other emphasis only between blanks.
    """
    kinds, inner = _kinds(piece)
    text = _joined(inner, is_inner=True)
    words = text.strip()
    if not words:
        return text
    start = text.index(words)
    head, tail = text[:start], text[start + len(words) :]
    is_plain = words[0].isalnum() and words[-1].isalnum() and (head or before) != "*"
    is_plain = is_plain and len(set(kinds)) == len(kinds) and _ASTERISKS.keys() >= set(kinds)
    if is_inner:
        following = tail or (after if isinstance(after, str) else "")
        is_plain = is_plain and (head or before).isspace() and following[:1].isspace()
    for kind in reversed(kinds):
        words = _emphasized(words, kind, is_plain)
    return f"{head}{words}{tail}"


def _kinds(piece: Marked) -> tuple[list[EmphasisKind], tuple[Piece, ...]]:
    """The ways in which all words of a piece are set off, and what is inside."""
    kinds: list[EmphasisKind] = []
    inner: tuple[Piece, ...] = (piece,)
    while len(inner) == 1 and isinstance(inner[0], Marked) and inner[0].kind is not None:
        kinds.append(inner[0].kind)
        inner = inner[0].pieces
    return kinds, inner


_ASTERISKS: Final = {EmphasisKind.BOLD: "**", EmphasisKind.ITALIC: "*"}
_TAGS: Final = {
    EmphasisKind.BOLD: "strong",
    EmphasisKind.ITALIC: "em",
    EmphasisKind.SUPERSCRIPT: "sup",
    EmphasisKind.SUBSCRIPT: "sub",
    EmphasisKind.CODE: "code",
}


def _emphasized(words: str, kind: EmphasisKind, is_plain: bool) -> str:
    """Words between asterisks, line by line, or in an element of HTML."""
    mark = _ASTERISKS.get(kind) if is_plain and "\n" not in words else None
    tag = _TAGS[kind]
    return f"{mark}{words}{mark}" if mark else f"<{tag}>{words}</{tag}>"


def _lines(block: BodyBlock) -> list[str]:
    """The lines of a block as Markdown, with links and escapes; blank lines are dropped."""
    return [_OPENING.sub(_opening, line) for line in _said(block).split("\n") if line]


def _linked(block: BodyBlock) -> str:
    return " ".join(_lines(block))


def _line(text: str) -> str:
    return _OPENING.sub(_opening, " ".join(_escaped(text).split()))


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", clean(text))


def _opening(match: re.Match[str]) -> str:
    mark = match.group()
    return f"{mark[:-1]}{mark[-1]}\\" if mark[0].isdigit() else f"\\{mark}"


def _link(words: str, href: str) -> str:
    """A link; blanks at the ends of its text go outside it."""
    inner = " ".join(words.split())
    before, after = words[:1].isspace(), words[-1:].isspace()
    if not inner:
        return words
    address = _SPELLED.sub(lambda match: _IN_ADDRESS[match.group()], href)
    return f"{' ' if before else ''}[{inner}](<{address}>){' ' if after else ''}"
