"""Zulu."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="zu",
    name="Zulu",
    byline_prefixes=(
        "ngu",
        "ngu:",
    ),
)
