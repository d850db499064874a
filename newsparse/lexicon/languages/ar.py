"""Arabic."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="ar",
    name="Arabic",
    byline_prefixes=(
        "بقلم",
        "بقلم:",
        "كتب",
        "كتبت",
        "بواسطة",
    ),
    name_particles=(
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "bint",
        "abu",
        "ould",
        "bent",
        "umm",
    ),
    months=(
        ("يناير",),
        ("فبراير",),
        ("مارس",),
        ("أبريل", "ابريل"),
        ("مايو",),
        ("يونيو",),
        ("يوليو",),
        ("أغسطس", "اغسطس"),
        ("سبتمبر",),
        ("أكتوبر", "اكتوبر"),
        ("نوفمبر",),
        ("ديسمبر",),
    ),
    updated_labels=(
        "آخر تحديث",
        "تحديث",
    ),
    published_labels=(
        "نشر",
        "نشر في",
        "تاريخ النشر",
    ),
    credit_labels=(
        "صورة",
        "المصدر",
        "تصوير",
    ),
    furniture={
        "related": (
            "اقرأ أيضا",
            "اقرأ أيضًا",
            "اقرأ المزيد",
            "الأكثر قراءة",
            "مواضيع ذات صلة",
            "أخبار ذات صلة",
            "المزيد",
        ),
        "ad": (
            "إعلان",
            "اعلان",
        ),
        "share": (
            "مشاركة",
            "شارك",
            "طباعة",
        ),
    },
    furniture_openings={
        "related": (
            "اقرأ أيضا",
            "اقرأ المزيد",
        ),
    },
)
