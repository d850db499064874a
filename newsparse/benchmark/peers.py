"""Other extractors that are installed, each with its defaults: a page in, its body as text out."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Any, Final

Peer = Callable[[bytes, str], str]
"""A page and its address in, the body out."""


def _trafilatura(page: bytes, url: str) -> str:
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        page, url=url, with_metadata=True, include_comments=False
    )
    return "" if found is None else str(found.text or "")


def _newspaper4k(page: bytes, url: str) -> str:
    import newspaper

    return str(
        newspaper.article(
            url=url, input_html=page.decode("utf-8", "replace"), fetch_images=False
        ).text
        or ""
    )


def _resiliparse(page: bytes, url: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding

    return str(
        extract_plain_text(
            page.decode(detect_encoding(page) or "utf-8", "replace"),
            main_content=True,
            alt_texts=False,
        )
    )


def _readability(page: bytes, url: str) -> str:
    from lxml import html
    from readability import Document  # type: ignore[import-untyped, import-not-found, unused-ignore]

    blocks = html.fromstring(Document(page.decode("utf-8", "replace"), url=url).summary()).iter(
        "p", "h2", "h3", "h4", "li", "blockquote", "pre"
    )
    return "\n".join(block.text_content() for block in blocks if block.find(".//p") is None)


def _news_please(page: bytes, url: str) -> str:
    from newsplease import NewsPlease  # type: ignore[import-untyped, import-not-found, unused-ignore]

    return str(
        NewsPlease.from_html(page.decode("utf-8", "replace"), url=url, fetch_images=False).maintext
        or ""
    )


PEERS: Final[dict[str, tuple[str, Peer]]] = {
    "trafilatura": ("trafilatura", _trafilatura),
    "newspaper4k": ("newspaper", _newspaper4k),
    "resiliparse": ("resiliparse", _resiliparse),
    "readability-lxml": ("readability", _readability),
    "news-please": ("newsplease", _news_please),
}
"""By the name on PyPI: the module that must be installed, and the call."""


def known_peers() -> dict[str, Peer]:
    """The peers that are installed."""
    return {
        name: peer
        for name, (module, peer) in PEERS.items()
        if importlib.util.find_spec(module) is not None
    }
