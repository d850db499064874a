"""Slovene."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="sl",
    name="Slovene",
    function_words=(
        "je",
        "in",
        "na",
        "se",
        "v",
        "da",
        "za",
        "so",
        "ki",
    ),
    byline_prefixes=(
        "piše:",
        "avtor:",
        "avtor",
    ),
    joiners=("in",),
    joiner_letters=(
        "č",
        "š",
        "ž",
    ),
    months=(
        ("januarja", "januar"),
        ("februarja", "februar"),
        ("marca", "marec"),
        ("aprila", "april"),
        ("maja", "maj"),
        ("junija", "junij"),
        ("julija", "julij"),
        ("avgusta", "avgust"),
        ("septembra", "september"),
        ("oktobra", "oktober"),
        ("novembra", "november"),
        ("decembra", "december"),
    ),
    credit_labels=(
        "foto",
        "foto:",
        "fotografija",
        "vir",
        "avtor",
    ),
    text_source_labels=("vir",),
    rights_phrases=("vse pravice pridržane",),
)
