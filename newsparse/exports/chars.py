"""Characters that a format, a terminal or a link cannot contain.

Sources: the `Char` production of XML 1.0; ECMA-48 for control characters that a terminal obeys;
Unicode TR36 for marks that override the reading direction.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final
from urllib.parse import urlsplit

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_COMMANDS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SCHEMES: Final = frozenset(("", "http", "https", "mailto", "tel", "ftp"))
_PICTURE_SCHEMES: Final = frozenset(("", "http", "https"))
_BLANKS: Final = re.compile(r"[\x00-\x20\x7f-\x9f]+")


def clean(text: str) -> str:
    """`text` without the characters that XML cannot contain: controls, lone surrogates, U+FFFE and
    U+FFFF.

    >>> clean("a\\x00b\\ud800c")
    'abc'
    """
    return text if text.isascii() and text.isprintable() else _NOT_XML.sub("", text)


def shown(text: str) -> str:
    """`text` without what a terminal would obey: control characters, and marks that override the
    reading direction.

    >>> shown("\\x1b[31mred\\u202e")
    '[31mred'
    """
    return (
        text
        if text.isascii() and text.isprintable()
        else _SURROGATE.sub("\ufffd", _COMMANDS.sub("", text))
    )


def json_text(value: Any) -> str:
    """`value` as one line of JSON that any encoder takes: lone surrogates are escaped.

    >>> json_text({"a": "é\\ud800"})
    '{"a": "é\\\\ud800"}'
    """
    return _SURROGATE.sub(
        lambda match: f"\\u{ord(match.group()):04x}", json.dumps(value, ensure_ascii=False)
    )


def safe_link(href: str, schemes: frozenset[str] = _SCHEMES) -> str:
    """`href` if following it runs nothing, else "". Links of other people's pages cannot be
    trusted.

    >>> safe_link("https://herald.example/a"), safe_link("/a?b=c")
    ('https://herald.example/a', '/a?b=c')
    >>> safe_link("java\\nscript:alert(1)")
    ''
    """
    address = _BLANKS.sub(lambda match: "%20" if match.group() == " " else "", clean(href).strip())
    try:
        return address if urlsplit(address).scheme.lower() in schemes else ""
    except ValueError:
        return ""


def safe_picture(address: str | None) -> str:
    """The address of a picture if it can be loaded from the web, else "".

    >>> safe_picture("data:image/svg+xml,x"), safe_picture(None), safe_picture("https://herald.example/a.jpg")
    ('', '', 'https://herald.example/a.jpg')
    """
    return safe_link(address or "", _PICTURE_SCHEMES)
