"""Afrikaans."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="af",
    name="Afrikaans",
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
