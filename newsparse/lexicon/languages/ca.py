"""Catalan."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="ca",
    name="Catalan",
    byline_prefixes=(
        "per",
        "text:",
        "autor:",
        "de",
    ),
    joiners=("i",),
    surname_joiners=("i",),
    name_particles=("i",),
    months=(
        ("gener", "gen"),
        ("febrer", "febr"),
        ("març",),
        ("abril", "abr"),
        ("maig",),
        ("juny",),
        ("juliol", "jul"),
        ("agost", "ag"),
        ("setembre", "set"),
        ("octubre", "oct"),
        ("novembre", "nov"),
        ("desembre", "des"),
    ),
    updated_labels=(
        "actualitzat",
        "actualitzada",
    ),
    published_labels=(
        "publicat",
        "publicada",
    ),
    day_prepositions=(
        "de",
        "d'",
    ),
    year_prepositions=(
        "de",
        "del",
    ),
    place_particles=("i",),
    credit_labels=(
        "foto",
        "fotos",
        "fotografia",
        "imatge",
        "crèdit",
        "font",
        "il·lustració",
        "autor",
    ),
    furniture={
        "related": (
            "llegeix també",
            "més informació",
            "et pot interessar",
            "notícies relacionades",
            "el més llegit",
        ),
    },
)
