"""The closed sets of the records. A member equals its text.

>>> Label.BYLINE == "byline"
True
"""

from __future__ import annotations

import enum


class PageKind(enum.StrEnum):
    """What kind of page it is."""

    ARTICLE = "article"
    LIVEBLOG = "liveblog"
    INDEX = "index"
    OTHER = "other"


class Label(enum.StrEnum):
    """What a block, or a part of one, is."""

    MASTHEAD = "masthead"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    CAPTION = "caption"
    CREDIT = "credit"
    BODY = "body"
    NOTE = "note"
    TAG = "tag"
    FURNITURE = "furniture"


class BlockKind(enum.StrEnum):
    """The shape of a block."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_ROW = "table_row"
    PREFORMATTED = "preformatted"


class NoteKind(enum.StrEnum):
    """What a note at the head or tail of a story is for."""

    CORRECTION = "correction"
    EDITOR = "editor"
    CONTRIBUTORS = "contributors"
    CONTACT = "contact"
    BIOGRAPHY = "biography"
    DISCLOSURE = "disclosure"
    JUMP = "jump"


class EmbedKind(enum.StrEnum):
    """What is embedded from another site."""

    POST = "post"
    VIDEO = "video"
    AUDIO = "audio"
    MAP = "map"
    CHART = "chart"
    DOCUMENT = "document"
    OTHER = "other"


class EmphasisKind(enum.StrEnum):
    """How words are set off inside a block."""

    BOLD = "bold"
    ITALIC = "italic"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"


class BlockRole(enum.StrEnum):
    """What a block does in the story, beside its shape."""

    QUESTION = "question"
    ANSWER = "answer"
    FOOTNOTE = "footnote"


class GroupKind(enum.StrEnum):
    """What blocks that stand in one box are."""

    FACT_BOX = "fact_box"
    RECIPE = "recipe"


class ImageRole(enum.StrEnum):
    """What a picture is to the story."""

    LEAD = "lead"
    """The main picture: the one the head names, or the first one printed with the story."""
    INLINE = "inline"
    GALLERY = "gallery"
    """One of a series of pictures in one place."""
    VIDEO_THUMBNAIL = "video_thumbnail"
    PREVIEW = "preview"
    """Named by the head alone, on a page that prints another main picture."""
    PORTRAIT = "portrait"
    """An author's portrait: `Author.image`."""


class OptOutKind(enum.StrEnum):
    """What a page asks machines not to do with it."""

    TEXT_MINING = "text_mining"
    """Text and data mining: `tdm-reservation`, `noml`."""
    AI = "ai"
    """Training and other use by AI: `noai`."""
    IMAGE_AI = "image_ai"
    """The same for its pictures: `noimageai`."""
    INDEXING = "indexing"
    """`noindex`, `none`."""
    ARCHIVING = "archiving"
    """`noarchive`, `nocache`."""
    SNIPPETS = "snippets"
    """`nosnippet`, `max-snippet:0`."""


class Origin(enum.StrEnum):
    """The part of the input that a value was read from."""

    DOM = "dom"
    TEXT = "text"
    JSON_LD = "json-ld"
    META = "meta"
    APP_STATE = "app-state"
    URL = "url"
    PROFILE = "profile"
    CALLER = "caller"
    """Not read from the input: the caller knew it."""


class WarningCode(enum.StrEnum):
    """Why a record may hold less than the page."""

    EMPTY = "empty"
    BINARY = "binary"
    LOOKS_LIKE_URL = "looks-like-url"
    LOOKS_LIKE_PATH = "looks-like-path"
    LOOKS_LIKE_JSON = "looks-like-json"
    ENCODING = "encoding"
    SIZE_CAP = "size-cap"
    DEPTH_CAP = "depth-cap"
    BLOCK_CAP = "block-cap"
    WORK_CAP = "work-cap"
    BAD_JSON_LD = "bad-json-ld"
    TRUNCATED = "truncated"
    REPAIRED = "repaired"
    NO_HEADLINE = "no-headline"
    NO_BODY = "no-body"
    NOT_AN_ARTICLE = "not-an-article"
    PAYWALL = "paywall"
    BODY_FROM_HEAD = "body-from-head"
    PROFILE_RULE = "profile-rule"
    PROFILE_VERSION = "profile-version"
    PROFILE_REFINE = "profile-refine"
    BAD_DATE = "bad-date"
    BYLINE_UNREAD = "byline-unread"
