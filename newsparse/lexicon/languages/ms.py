"""Malay."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="ms",
    name="Malay",
    function_words=(
        "yang",
        "dan",
        "di",
        "untuk",
        "dengan",
        "ini",
        "itu",
        "pada",
        "tidak",
        "dalam",
        "kata",
        "beliau",
    ),
    byline_prefixes=(
        "oleh",
        "oleh:",
        "penulis:",
    ),
    prefixes_like_names=("oleh",),
    months=(
        ("januari", "jan"),
        ("februari", "feb"),
        ("mac",),
        ("april", "apr"),
        ("mei",),
        ("jun",),
        ("julai", "jul"),
        ("ogos", "ogo"),
        ("september", "sep"),
        ("oktober", "okt"),
        ("november", "nov"),
        ("disember", "dis"),
    ),
    credit_labels=(
        "foto",
        "gambar",
        "sumber",
        "foto ihsan",
        "picture by",
        "picture",
    ),
    furniture={
        "related": (
            "baca juga",
            "berita berkaitan",
            "artikel berkaitan",
        ),
        "signup": (
            "log masuk",
            "daftar",
        ),
    },
    furniture_openings={
        "related": ("baca juga",),
    },
)
