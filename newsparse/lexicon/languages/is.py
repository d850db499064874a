"""Icelandic."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="is",
    name="Icelandic",
    byline_prefixes=(
        "eftir",
        "texti:",
        "höfundur:",
    ),
    joiners=("og",),
    roles=(
        "blaðamaður",
        "fréttamaður",
        "ritstjóri",
    ),
    months=(
        ("janúar", "jan"),
        ("febrúar", "feb"),
        ("mars",),
        ("apríl", "apr"),
        ("maí",),
        ("júní", "jún"),
        ("júlí", "júl"),
        ("ágúst", "ágú"),
        ("september", "sep", "sept"),
        ("október", "okt"),
        ("nóvember", "nóv"),
        ("desember", "des"),
    ),
    updated_labels=("uppfært",),
    published_labels=("birt",),
    ago_words=("síðan",),
    credit_labels=(
        "mynd",
        "ljósmynd",
        "ljósmynd/",
        "ljósmyndari",
        "samsett mynd",
        "mbl.is/",
    ),
    credit_fillers=(
        "ljósmynd",
        "skjáskot",
        "aðsend",
        "samsett mynd",
    ),
    furniture={
        "related": (
            "lesa meira",
            "lesið meira",
            "tengdar fréttir",
            "mest lesið",
            "meira efni",
            "nýjast",
        ),
        "ad": ("auglýsing",),
        "share": (
            "deila",
            "prenta",
        ),
        "comment": ("athugasemdir",),
    },
)
