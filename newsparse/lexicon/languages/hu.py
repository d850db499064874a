"""Hungarian."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="hu",
    name="Hungarian",
    function_words=(
        "a",
        "az",
        "és",
        "hogy",
        "nem",
        "is",
        "egy",
        "van",
    ),
    byline_prefixes=(
        "szerző:",
        "szerző",
        "írta:",
        "írta",
    ),
    joiners=("és",),
    roles=(
        "újságíró",
        "szerkesztő",
        "tudósító",
        "főszerkesztő",
    ),
    months=(
        ("január", "jan"),
        ("február", "febr"),
        ("március", "márc"),
        ("április", "ápr"),
        ("május", "máj"),
        ("június", "jún"),
        ("július", "júl"),
        ("augusztus", "aug"),
        ("szeptember", "szept"),
        ("október", "okt"),
        ("november", "nov"),
        ("december", "dec"),
    ),
    updated_labels=(
        "frissítve",
        "frissült",
        "módosítva",
    ),
    published_labels=(
        "megjelent",
        "közzétéve",
        "létrehozva",
    ),
    numeric_order="ymd",
    credit_labels=(
        "fotó",
        "fotók",
        "kép",
        "forrás",
        "illusztráció",
        "fénykép",
    ),
    source_labels=("forrás",),
    furniture={
        "related": (
            "kapcsolódó cikkek",
            "kapcsolódó",
            "olvassa el ezt is",
            "legolvasottabb",
            "ajánlott",
            "ajánló",
            "legfrissebb",
        ),
        "ad": ("hirdetés",),
        "share": (
            "megosztás",
            "megosztom",
            "nyomtatás",
        ),
        "comment": ("hozzászólások",),
    },
    furniture_openings={
        "related": (
            "olvasd el ezt is",
            "kapcsolódó cikk",
            "ez is érdekelheti",
            "ezt is olvassa",
            "olvassa el",
        ),
    },
)
