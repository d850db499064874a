"""Plain text: the story as a reader would copy it from the page."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.exports.body import has_words
from newsparse.printed.chars import clean
from newsparse.printed.lines import byline_text, credit_text
from newsparse.records import Article, BlockKind, BodyBlock, Caption


def text(article: Article) -> str:
    """Kicker, headline, deck, bylines, body, captions with credits, and notes, with blank lines
    between them.

    List items begin with "- ", table cells are separated by tabs, captions begin with "Photo: " and
    end in their credit.

    >>> text(Article(body=(BodyBlock("One."), BodyBlock("Two.", BlockKind.LIST_ITEM))))
    'One.\\n\\n- Two.'
    """
    lines: Iterable[str] = (
        *(
            record.text
            for record in (article.kicker, article.headline, article.deck)
            if record is not None
        ),
        *(byline_text(line) for line in article.bylines),
        *(_block(block) for block in article.body if has_words(block)),
        *(_caption(caption) for caption in article.captions),
        *(note.text for note in article.notes),
    )
    return "\n\n".join(line for line in map(_clean, lines) if line)


def _clean(line: str) -> str:
    return clean(line).rstrip().lstrip("\r\n")


def _block(block: BodyBlock) -> str:
    if block.kind is BlockKind.LIST_ITEM:
        return f"{'  ' * ((block.depth or 1) - 1)}- {block.text}"
    if block.kind is BlockKind.TABLE_ROW and block.cells:
        return "\t".join(block.cells)
    return block.text


def _caption(caption: Caption) -> str:
    credit = credit_text(caption.credit)
    if not (caption.text or credit):
        return ""
    return f"Photo: {caption.text} ({credit})" if credit else f"Photo: {caption.text}"
