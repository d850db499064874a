"""Vietnamese."""

from newsparse.lexicon.language import Language

LANGUAGE = Language(
    code="vi",
    name="Vietnamese",
    function_words=(
        "và",
        "của",
        "là",
        "có",
        "trong",
        "được",
        "cho",
        "không",
    ),
    byline_prefixes=(
        "tác giả:",
        "theo:",
        "bởi",
    ),
    month_words=("tháng",),
    updated_labels=(
        "cập nhật",
        "cập nhật lúc",
        "cập nhật lần cuối",
    ),
    published_labels=(
        "đăng ngày",
        "xuất bản",
        "ngày đăng",
        "đăng lúc",
    ),
    am_marks=("sa",),
    pm_marks=("ch",),
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
    furniture_openings={
        "related": (
            "xem thêm",
            "đọc thêm",
            "đọc tiếp",
        ),
    },
)
