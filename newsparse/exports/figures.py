"""The figures of an article: its captions, each with its picture, then the pictures without one."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from newsparse.printed.chars import safe_picture
from newsparse.records import Article, Caption, Image


@attrs.frozen
class Figure:
    """A caption, a picture, or both."""

    caption: Caption | None = None
    image: Image | None = None

    @property
    def address(self) -> str:
        """The address of the picture; "" if it is not on the web."""
        if self.caption is not None:
            return safe_picture(self.caption.image)
        return safe_picture(self.image.url if self.image is not None else None)

    @property
    def size(self) -> Mapping[str, str]:
        """Width and height as attributes of markup."""
        if self.image is None:
            return {}
        stated = {"width": self.image.width, "height": self.image.height}
        return {name: str(value) for name, value in stated.items() if value}


def figures(article: Article) -> tuple[Figure, ...]:
    """The figures in order: captions as the article has them, then the other pictures.

    >>> from newsparse.records import ImageRole, Rendition
    >>> caption = Caption("Rain", image="a.jpg")
    >>> captioned = Image(ImageRole.LEAD, (Rendition("a.jpg"),), caption=caption)
    >>> other = Image(ImageRole.INLINE, (Rendition("b.jpg"),))
    >>> article = Article(captions=(caption,), images=(other, captioned))
    >>> [figure.address for figure in figures(article)]
    ['a.jpg', 'b.jpg']
    """
    images = list(article.images)
    found: list[Figure] = []
    for caption in article.captions:
        at = next((at for at, image in enumerate(images) if _is_of(image, caption)), None)
        found.append(Figure(caption, images.pop(at) if at is not None else None))
    return (*found, *(Figure(image=image) for image in images if image.url))


def _is_of(image: Image, caption: Caption) -> bool:
    """Whether a picture is the one that a caption was printed with."""
    return image.caption == caption and any(file.url == caption.image for file in image.renditions)
