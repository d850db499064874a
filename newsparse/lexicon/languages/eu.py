"""Basque."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="eu",
    name="Basque",
    months=(
        ("urtarrila", "urtarrilaren"),
        ("otsaila", "otsailaren"),
        ("martxoa", "martxoaren"),
        ("apirila", "apirilaren"),
        ("maiatza", "maiatzaren"),
        ("ekaina", "ekainaren"),
        ("uztaila", "uztailaren"),
        ("abuztua", "abuztuaren"),
        ("iraila", "irailaren"),
        ("urria", "urriaren"),
        ("azaroa", "azaroaren"),
        ("abendua", "abenduaren"),
    ),
    credit_labels=(
        "argazkia",
        "argazkiak",
        "iturria",
    ),
)
