"""Malay."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="ms",
    name="Malay",
    byline_prefixes=(
        "oleh",
        "oleh:",
        "penulis:",
    ),
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
