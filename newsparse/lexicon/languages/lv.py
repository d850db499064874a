"""Latvian."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="lv",
    name="Latvian",
    joiners=("un",),
    months=(
        ("janvāris", "janvārī"),
        ("februāris", "februārī"),
        ("marts", "martā"),
        ("aprīlis", "aprīlī"),
        ("maijs", "maijā"),
        ("jūnijs", "jūnijā"),
        ("jūlijs", "jūlijā"),
        ("augusts", "augustā"),
        ("septembris", "septembrī"),
        ("oktobris", "oktobrī"),
        ("novembris", "novembrī"),
        ("decembris", "decembrī"),
    ),
    year_words=("gada",),
    credit_labels=(
        "foto",
        "avots",
        "attēls",
    ),
    rights_phrases=("visas tiesības aizsargātas",),
)
