"""Croatian."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="hr",
    name="Croatian",
    function_words=(
        "i",
        "je",
        "u",
        "na",
        "se",
        "da",
        "su",
        "za",
        "od",
        "koji",
    ),
    byline_prefixes=(
        "piše:",
        "piše",
        "autor:",
        "autor",
        "napisao",
        "napisala",
    ),
    joiners=("i",),
    months=(
        ("siječnja", "siječanj"),
        ("veljače", "veljača"),
        ("ožujka", "ožujak"),
        ("travnja", "travanj"),
        ("svibnja", "svibanj"),
        ("lipnja", "lipanj"),
        ("srpnja", "srpanj"),
        ("kolovoza", "kolovoz"),
        ("rujna", "rujan"),
        ("listopada", "listopad"),
        ("studenoga", "studenog", "studeni"),
        ("prosinca", "prosinac"),
    ),
    updated_labels=(
        "ažurirano",
        "zadnja izmjena",
    ),
    published_labels=("objavljeno",),
    place_prepositions=(
        "u",
        "na",
        "iz",
    ),
    credit_labels=(
        "foto",
        "fotografija",
        "izvor",
        "ilustracija",
        "autor",
    ),
    text_source_labels=("izvor",),
    furniture={
        "related": (
            "pročitajte još",
            "pročitajte i",
            "najčitanije",
            "povezano",
            "vezane vijesti",
            "povezane vijesti",
            "izdvojeno",
        ),
        "ad": ("oglas",),
        "share": (
            "podijeli",
            "ispiši",
        ),
    },
    furniture_openings={
        "related": (
            "čitajte još",
            "pogledajte još",
            "pročitajte",
        ),
    },
    rights_phrases=("sva prava pridržana",),
)
