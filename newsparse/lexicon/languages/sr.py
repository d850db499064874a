"""Serbian."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="sr",
    name="Serbian",
    byline_prefixes=(
        "пише:",
        "пише",
        "аутор:",
        "piše:",
    ),
    months=(
        ("januara", "januar", "јануара", "јануар"),
        ("februara", "februar", "фебруара", "фебруар"),
        ("marta", "mart", "марта", "март"),
        ("aprila", "april", "априла", "април"),
        ("maja", "maj", "маја", "мај"),
        ("juna", "jun", "јуна", "јун"),
        ("jula", "jul", "јула", "јул"),
        ("avgusta", "avgust", "августа", "август"),
        ("septembra", "septembar", "септембра", "септембар"),
        ("oktobra", "oktobar", "октобра", "октобар"),
        ("novembra", "novembar", "новембра", "новембар"),
        ("decembra", "decembar", "децембра", "децембар"),
    ),
    place_prepositions=(
        "u",
        "na",
        "iz",
    ),
    credit_labels=(
        "фото",
        "foto",
        "извор",
        "izvor",
    ),
    text_source_labels=(
        "извор",
        "izvor",
    ),
    furniture_openings={
        "related": (
            "pročitajte još",
            "pročitajte i",
            "прочитајте још",
            "прочитајте и",
        ),
    },
)
