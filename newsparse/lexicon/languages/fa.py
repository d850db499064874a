"""Persian."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="fa",
    name="Persian",
    byline_prefixes=(
        "نویسنده:",
        "نویسنده",
        "نوشته",
    ),
)
