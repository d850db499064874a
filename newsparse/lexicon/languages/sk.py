"""Slovak."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="sk",
    name="Slovak",
    function_words=(
        "a",
        "sa",
        "na",
        "v",
        "je",
        "že",
        "to",
        "pre",
        "sú",
        "s",
    ),
    byline_prefixes=(
        "autor:",
        "autor",
        "napísal",
        "napísala",
    ),
    joiners=("a",),
    months=(
        ("januára", "január"),
        ("februára", "február"),
        ("marca", "marec"),
        ("apríla", "apríl"),
        ("mája", "máj"),
        ("júna", "jún"),
        ("júla", "júl"),
        ("augusta", "august"),
        ("septembra", "september"),
        ("októbra", "október"),
        ("novembra", "november"),
        ("decembra", "december"),
    ),
    updated_labels=("aktualizované",),
    published_labels=(
        "publikované",
        "zverejnené",
    ),
    credit_labels=(
        "foto",
        "zdroj",
        "autor",
        "ilustrácia",
        "snímka",
        "ilustračné foto",
    ),
    text_source_labels=("zdroj",),
    furniture={
        "related": (
            "čítajte aj",
            "súvisiace články",
            "súvisiace",
            "najčítanejšie",
            "odporúčame",
        ),
    },
    furniture_openings={
        "related": (
            "čítajte aj",
            "čítajte tiež",
            "prečítajte si aj",
        ),
    },
    rights_phrases=("všetky práva vyhradené",),
)
