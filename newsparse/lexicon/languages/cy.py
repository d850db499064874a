"""Welsh."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="cy",
    name="Welsh",
    name_particles=(
        "ap",
        "ferch",
        "ab",
    ),
)
