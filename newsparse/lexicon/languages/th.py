"""Thai."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="th",
    name="Thai",
    credit_labels=(
        "ภาพ",
        "ที่มา",
    ),
)
