"""Estonian."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="et",
    name="Estonian",
    function_words=(
        "ja",
        "on",
        "ei",
        "et",
        "see",
        "oli",
        "mis",
    ),
    joiners=("ja",),
    months=(
        ("jaanuar",),
        ("veebruar",),
        ("märts",),
        ("aprill",),
        ("mai",),
        ("juuni",),
        ("juuli",),
        ("august",),
        ("september",),
        ("oktoober",),
        ("november",),
        ("detsember",),
    ),
    credit_labels=(
        "foto",
        "fotod",
        "allikas",
        "pilt",
    ),
    rights_phrases=("kõik õigused kaitstud",),
)
