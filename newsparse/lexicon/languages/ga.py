"""Irish."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="ga",
    name="Irish",
    name_particles=(
        "mac",
        "mc",
        "o'",
        "ní",
        "ó",
        "ua",
    ),
)
