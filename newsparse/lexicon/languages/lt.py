"""Lithuanian."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="lt",
    name="Lithuanian",
    joiners=("ir",),
    months=(
        ("sausio",),
        ("vasario",),
        ("kovo",),
        ("balandžio",),
        ("gegužės",),
        ("birželio",),
        ("liepos",),
        ("rugpjūčio",),
        ("rugsėjo",),
        ("spalio",),
        ("lapkričio",),
        ("gruodžio",),
    ),
    numeric_order="ymd",
    year_marks=("m.",),
    credit_labels=(
        "nuotrauka",
        "nuotr.",
        "šaltinis",
    ),
    rights_phrases=("visos teisės saugomos",),
)
