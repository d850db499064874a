"""Afrikaans."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="af",
    name="Afrikaans",
    function_words=(
        "die",
        "en",
        "het",
        "van",
        "in",
        "is",
        "nie",
        "dat",
        "wat",
    ),
    joiners=("en",),
    months=(
        ("januarie",),
        ("februarie",),
        ("maart",),
        ("april",),
        ("mei",),
        ("junie",),
        ("julie",),
        ("augustus",),
        ("september",),
        ("oktober",),
        ("november",),
        ("desember",),
    ),
)
