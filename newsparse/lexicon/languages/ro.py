"""Romanian."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="ro",
    name="Romanian",
    byline_prefixes=(
        "de",
        "autor:",
        "autor",
        "scris de",
        "publicat de",
    ),
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
            "citește și",
            "citeşte şi",
        ),
    },
)
