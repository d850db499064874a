"""The address of an image, and which rows of a figure are its table."""

from __future__ import annotations

import pytest
from lxml.html import fromstring

from newsparse import locate, parse
from newsparse.read.images import image_address
from newsparse.read.reader import read


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ("<img src='a.jpg'>", "a.jpg"),
        ("<img src='blank.gif'>", ""),
        ("<img src='data:image/gif;base64,R0lGOD' data-src='a.jpg'>", "a.jpg"),
        ("<img src='/img/placeholder.png' data-original='a.jpg'>", "a.jpg"),
        ("<img src='blankenese.jpg' alt=''>", "blankenese.jpg"),
        ("<img src='s.jpg' srcset='a.jpg 400w, b.jpg 1600w, c.jpg 800w'>", "b.jpg"),
        ("<img src='s.jpg' srcset='a.jpg, b.jpg 2x'>", "b.jpg"),
        ("<img src='s.jpg' data-srcset='a.jpg?w=4,h=3 400w,https://x.example/b,c 900w'>", "https://x.example/b,c"),
        ("<img src='s.jpg' srcset='a.webp'>", "s.jpg"),
        ("<img srcset='a.webp'>", "a.webp"),
        ("<video poster='p.jpg' src=''></video>", "p.jpg"),
    ],
)  # fmt: skip
def test_the_largest_real_address_stands(markup: str, address: str) -> None:
    assert image_address(fromstring(markup)) == address


def test_sources_of_a_picture_count() -> None:
    picture = fromstring(
        "<picture><source media='(min-width: 900px)' srcset='l.jpg'>"
        "<source media='(min-width: 400px)' srcset='m.jpg'><img src='lazy.svg'></picture>"
    )
    assert image_address(next(picture.iter("img"))) == "l.jpg"


def test_cells_keep_their_columns() -> None:
    """White space between tags is no column, and an empty cell is one."""
    page = (
        "<figure><table><tr>\n\t\t<th></th>\n\t\t<th>2020</th>\t<th>2021</th></tr>"
        "<tr><td>Plums</td><td>\t40\t</td><td></td></tr></table></figure>"
    )
    rows = [block.cells for block in read(page).blocks]
    assert rows == [("", "2020", "2021"), ("Plums", "40", "")]


@pytest.mark.parametrize(
    ("attribute", "said", "names"),
    [
        ("title", "Herons | Photo: Ada Lin", ("Ada Lin",)),
        ("alt", "Herons on the roof © Ada Lin", ("Ada Lin",)),
        ("alt", "Herons on the roof", ()),
    ],
)
def test_a_credit_in_an_attribute_is_located(
    attribute: str, said: str, names: tuple[str, ...]
) -> None:
    text = "The herons came back to the mill on Tuesday, and the miller fed them. " * 3
    page = (
        f"<h1>Herons nest</h1><p>{text}</p><figure><img src='a.jpg' {attribute}='{said}'>"
        f"<figcaption>Two of the pair at dusk</figcaption></figure><p>{text}</p>"
    )
    (caption,) = parse(page).captions
    assert (caption.credit.names if caption.credit else ()) == names
    if caption.credit:
        assert (caption.credit.source.where or "").endswith(f"/@{attribute}")
        assert locate(page, caption.credit.source) == said
