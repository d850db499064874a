"""Swahili."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="sw",
    name="Swahili",
    function_words=(
        "ya",
        "na",
        "wa",
        "kwa",
        "ni",
        "katika",
        "la",
        "za",
        "cha",
        "kuwa",
        "hiyo",
    ),
    byline_prefixes=(
        "na",
        "na:",
        "mwandishi:",
    ),
    prefixes_like_names=("na",),
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
    gallery_patterns=("maelezo ya picha ?[,:，：،]",),
    credit_labels=("picha",),
)
