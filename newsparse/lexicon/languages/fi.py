"""Finnish."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="fi",
    name="Finnish",
    byline_prefixes=(
        "teksti:",
        "teksti",
        "kirjoittaja:",
        "kirjoittanut",
        "toimittaja:",
        "toimittaja",
    ),
    joiners=("ja",),
    roles=(
        "toimittaja",
        "kirjeenvaihtaja",
        "kolumnisti",
        "päätoimittaja",
        "avustaja",
    ),
    role_stems=(
        "toimittaja",
        "korrespondentti",
    ),
    staff_desks=(
        "toimitus",
        "uutistoimitus",
    ),
    team_endings=("toimitus",),
    months=(
        ("tammikuuta", "tammikuu"),
        ("helmikuuta", "helmikuu"),
        ("maaliskuuta", "maaliskuu"),
        ("huhtikuuta", "huhtikuu"),
        ("toukokuuta", "toukokuu"),
        ("kesäkuuta", "kesäkuu"),
        ("heinäkuuta", "heinäkuu"),
        ("elokuuta", "elokuu"),
        ("syyskuuta", "syyskuu"),
        ("lokakuuta", "lokakuu"),
        ("marraskuuta", "marraskuu"),
        ("joulukuuta", "joulukuu"),
    ),
    updated_labels=(
        "päivitetty",
        "muokattu",
    ),
    published_labels=("julkaistu",),
    date_prepositions=("klo",),
    ago_words=("sitten",),
    credit_labels=(
        "kuva",
        "kuvat",
        "kuvaaja",
        "kuvitus",
        "lähde",
        "valokuva",
        "grafiikka",
    ),
    credit_fillers=("arkisto",),
    furniture={
        "related": (
            "lue myös",
            "lue lisää",
            "luetuimmat",
            "suosituimmat",
            "aiheeseen liittyvää",
            "uusimmat",
        ),
        "ad": (
            "mainos",
            "mainokset",
            "ilmoitus",
            "juttu jatkuu mainoksen jälkeen",
        ),
        "share": (
            "jaa",
            "jaa artikkeli",
            "tulosta",
            "tallenna",
            "kuuntele",
        ),
        "signup": (
            "kirjaudu",
            "kirjaudu sisään",
            "tilaa",
            "uutiskirje",
        ),
        "comment": (
            "kommentit",
            "kommentoi",
        ),
    },
    furniture_openings={
        "related": (
            "lue myös",
            "lue lisää",
            "lue:",
        ),
        "signup": (
            "tilaa",
            "kirjaudu",
            "seuraa meitä",
        ),
    },
    topic_page_words=("aihe",),
)
