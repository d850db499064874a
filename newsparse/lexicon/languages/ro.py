"""Romanian."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="ro",
    name="Romanian",
    function_words=(
        "și",
        "în",
        "este",
        "cu",
        "pe",
        "care",
        "nu",
        "din",
        "pentru",
        "că",
        "mai",
        "au",
    ),
    byline_prefixes=(
        "de",
        "autor:",
        "autor",
        "scris de",
        "publicat de",
    ),
    prefixes_like_names=("de",),
    joiners=(
        "și",
        "şi",
    ),
    roles=(
        "redactor",
        "jurnalist",
        "reporter",
        "corespondent",
        "editor",
    ),
    months=(
        ("ianuarie", "ian"),
        ("februarie", "feb"),
        ("martie", "mar"),
        ("aprilie", "apr"),
        ("mai",),
        ("iunie", "iun"),
        ("iulie", "iul"),
        ("august", "aug"),
        ("septembrie", "sept"),
        ("octombrie", "oct"),
        ("noiembrie", "noi", "nov"),
        ("decembrie", "dec"),
    ),
    updated_labels=(
        "actualizat",
        "actualizare",
        "ultima actualizare",
    ),
    published_labels=(
        "publicat",
        "data publicării",
        "publicat la",
    ),
    credit_labels=(
        "foto",
        "sursă foto",
        "sursa foto",
        "sursa",
        "sursă",
        "credit foto",
        "imagine",
    ),
    text_source_labels=(
        "sursa",
        "sursă",
    ),
    furniture={
        "related": (
            "citește și",
            "citeşte şi",
            "articole similare",
            "cele mai citite",
            "ultimele știri",
            "recomandări",
            "vezi și",
        ),
        "ad": ("publicitate",),
        "share": (
            "distribuie",
            "printează",
        ),
        "comment": ("comentarii",),
    },
    furniture_openings={
        "related": (
            "citiți și",
            "vezi și",
            "citește mai mult",
            "citește și",
            "citeşte şi",
        ),
    },
)
