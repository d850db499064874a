"""Catalan."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="ca",
    name="Catalan",
    function_words=(
        "els",
        "les",
        "amb",
        "que",
        "una",
        "per",
        "dels",
        "ha",
        "és",
        "va",
        "aquest",
    ),
    byline_prefixes=(
        "per",
        "text:",
        "autor:",
        "de",
    ),
    prefixes_like_names=(
        "per",
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
    text_source_labels=("font",),
    furniture={
        "related": (
            "llegeix també",
            "més informació",
            "et pot interessar",
            "notícies relacionades",
            "el més llegit",
        ),
    },
    furniture_openings={
        "related": (
            "llegiu també",
            "llegeix també",
            "també et pot interessar",
        ),
    },
    rights_phrases=("tots els drets reservats",),
)
