"""Words in class names and addresses that say what an element shows, in several languages.

`classwords` has the words of which each is a group; these are the patterns of single rules.
"""

from __future__ import annotations

import re
from typing import Final

from newsparse.kinds import EmbedKind

TO_PICTURES = re.compile(
    r"^(?:#|javascript:|$)|\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)|"
    r"(?<![a-z])(?:photos?|pictures?|images?|media|galler\w{1,4}|slideshow|lightbox|attachment|"
    r"fotos?|bild(?:er|strecke)?|fotostrecke|galerie)(?![a-z])",
    re.IGNORECASE,
)
"""Addresses of links from a picture to itself or to more pictures."""
GALLERY = re.compile(
    r"galler|galerie|galeria|slideshow|carousel|slider|swiper|splide|bilderstrecke|fotostrecke|"
    r"diaporama|lightbox|mosaic",
    re.IGNORECASE,
)
"""Class words of a series of pictures."""
REPLIES = re.compile(
    r"(?<![a-z])(?:children|replies|responses|nested|antworten|respuestas|reponses)(?![a-z])",
    re.IGNORECASE,
)
"""Class words of the elements that hold the replies to a comment."""
FRAMES: Final[tuple[tuple[re.Pattern[str], EmbedKind], ...]] = tuple(
    (re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE), kind)
    for words, kind in (
        ("videos?|videoplayer|player|livestream", EmbedKind.VIDEO),
        ("podcasts?|audio|audioplayer", EmbedKind.AUDIO),
        ("maps?|karte|mapa|carte", EmbedKind.MAP),
        ("charts?|graphics?|infographics?|grafik(?:en)?|dataviz|datavis", EmbedKind.CHART),
        ("documents?|pdf", EmbedKind.DOCUMENT),
        ("embeds?|embedded|interactives?", EmbedKind.OTHER),
    )
)
"""What frames of unknown providers call themselves, in address, class or title."""
