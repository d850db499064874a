"""Bulgarian."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="bg",
    name="Bulgarian",
    byline_prefixes=(
        "автор:",
        "автор",
        "от",
    ),
    joiners=("и",),
    months=(
        ("януари", "ян"),
        ("февруари", "февр"),
        ("март",),
        ("април", "апр"),
        ("май",),
        ("юни",),
        ("юли",),
        ("август", "авг"),
        ("септември", "септ"),
        ("октомври", "окт"),
        ("ноември", "ноем"),
        ("декември", "дек"),
    ),
    credit_labels=(
        "снимка",
        "снимки",
        "източник",
        "фото",
        "сн.",
    ),
    text_source_labels=("източник",),
    furniture_openings={
        "related": (
            "прочетете още",
            "прочетете и",
            "вижте още",
            "вижте също",
            "още по темата",
        ),
    },
    rights_phrases=("всички права запазени",),
)
