"""The figures of an article: its captions, each with its picture, and its other pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsparse.printed.chars import safe_picture
from newsparse.records import Article, Caption, Image


@attrs.frozen
class Figure:
    """A caption, a picture, or both."""

    caption: Caption | None = None
    image: Image | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The addresses of the picture on the web: its best file, then the one that the caption
        was printed with, if that is another.

        >>> from newsparse.records import ImageRole, Rendition
        >>> caption = Caption("Rain", image="small.jpg")
        >>> renditions = (Rendition("big.jpg"), Rendition("small.jpg"))
        >>> Figure(caption, Image(ImageRole.LEAD, renditions, caption=caption)).files
        ('big.jpg', 'small.jpg')
        """
        best = self.image.url if self.image is not None else None
        printed = self.caption.image if self.caption is not None else None
        return tuple(dict.fromkeys(filter(None, map(safe_picture, (best, printed)))))

    @property
    def size(self) -> Mapping[str, str]:
        """Width and height as attributes of markup."""
        if self.image is None:
            return {}
        stated = {"width": self.image.width, "height": self.image.height}
        return {name: str(value) for name, value in stated.items() if value}


def figures(article: Article) -> tuple[Figure, ...]:
    """The figures in order. A picture without a caption goes before the captioned ones that follow
    it in the article.

    >>> from newsparse.records import ImageRole, Rendition
    >>> caption = Caption("Rain", image="a.jpg")
    >>> captioned = Image(ImageRole.LEAD, (Rendition("a.jpg"),), caption=caption)
    >>> preview = Image(ImageRole.PREVIEW, (Rendition("b.jpg"),))
    >>> article = Article(captions=(caption,), images=(preview, captioned))
    >>> [figure.files for figure in figures(article)]
    [('b.jpg',), ('a.jpg',)]
    """
    places = _places(article)
    found: list[Figure] = []
    at = 0
    for caption, place in zip(article.captions, places, strict=True):
        if place is not None:
            found += _uncaptioned(article, places, at, place)
            at = max(at, place + 1)
        found.append(Figure(caption, None if place is None else article.images[place]))
    return (*found, *_uncaptioned(article, places, at, len(article.images)))


def _places(article: Article) -> list[int | None]:
    """For each caption the place of its picture among the pictures. None if it has none."""
    free = list(range(len(article.images)))
    found: list[int | None] = []
    for caption in article.captions:
        place = next((at for at in free if _is_of(article.images[at], caption)), None)
        if place is not None:
            free.remove(place)
        found.append(place)
    return found


def _uncaptioned(
    article: Article, places: Sequence[int | None], start: int, end: int
) -> Iterator[Figure]:
    """The pictures from `start` to `end` that stand with no caption."""
    for at in range(start, end):
        if at not in places and article.images[at].url:
            yield Figure(image=article.images[at])


def _is_of(image: Image, caption: Caption) -> bool:
    """Whether a picture is the one that a caption was printed with."""
    return image.caption == caption and any(file.url == caption.image for file in image.renditions)
