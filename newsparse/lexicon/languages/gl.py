"""Galician."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="gl",
    name="Galician",
    months=(
        ("xaneiro",),
        ("febreiro",),
        ("marzo",),
        ("abril",),
        ("maio",),
        ("xuño",),
        ("xullo",),
        ("agosto",),
        ("setembro",),
        ("outubro",),
        ("novembro",),
        ("decembro",),
    ),
    credit_labels=(
        "foto",
        "imaxe",
        "fonte",
    ),
)
