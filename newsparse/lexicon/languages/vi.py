"""Vietnamese."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="vi",
    name="Vietnamese",
    byline_prefixes=(
        "tác giả:",
        "theo:",
        "bởi",
    ),
    credit_labels=(
        "ảnh",
        "ảnh:",
        "nguồn",
        "hình ảnh",
    ),
    furniture={
        "related": (
            "tin liên quan",
            "xem thêm",
            "đọc thêm",
            "tin mới nhất",
            "đọc nhiều",
        ),
        "share": ("chia sẻ",),
    },
)
