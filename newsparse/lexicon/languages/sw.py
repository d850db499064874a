"""Swahili."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="sw",
    name="Swahili",
    byline_prefixes=(
        "na",
        "na:",
        "mwandishi:",
    ),
    joiners=("na",),
    months=(
        ("januari",),
        ("februari",),
        ("machi",),
        ("aprili",),
        ("mei",),
        ("juni",),
        ("julai",),
        ("agosti",),
        ("septemba",),
        ("oktoba",),
        ("novemba",),
        ("desemba",),
    ),
    credit_labels=("picha",),
)
