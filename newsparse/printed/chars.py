"""Remove characters that are illegal in XML or unsafe in terminals and links.

Sources: the `Char` production of XML 1.0; ECMA-48 for control characters of terminals; Unicode TR36
for marks that change the reading direction.
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
    """`text` without the characters that XML forbids: controls, lone surrogates, U+FFFE, U+FFFF.

    >>> clean("a\\x00b\\ud800c")
    'abc'
    """
    return text if text.isascii() and text.isprintable() else _NOT_XML.sub("", text)


def shown(text: str) -> str:
    """`text` that is safe in a terminal: without control characters and direction overrides.

    >>> shown("\\x1b[31mred\\u202e")
    '[31mred'
    """
    return (
        text
        if text.isascii() and text.isprintable()
        else _SURROGATE.sub("\ufffd", _COMMANDS.sub("", text))
    )


def json_text(value: Any) -> str:
    """`value` as one line of JSON that can be encoded as UTF-8: lone surrogates are escaped.

    >>> json_text({"a": "é\\ud800"})
    '{"a": "é\\\\ud800"}'
    """
    return _SURROGATE.sub(
        lambda match: f"\\u{ord(match.group()):04x}", json.dumps(value, ensure_ascii=False)
    )


def safe_link(href: str, schemes: frozenset[str] = _SCHEMES) -> str:
    """`href` if its scheme is safe to follow, else "".

    >>> safe_link("/a?b=c"), safe_link("java\\nscript:alert(1)")
    ('/a?b=c', '')
    """
    address = _BLANKS.sub(lambda match: "%20" if match.group() == " " else "", clean(href).strip())
    try:
        return address if urlsplit(address).scheme.lower() in schemes else ""
    except ValueError:
        return ""


def safe_picture(address: str | None) -> str:
    """The address of a picture if it is on the web, else "".

    >>> safe_picture("data:image/svg+xml,x"), safe_picture("https://herald.example/a.jpg")
    ('', 'https://herald.example/a.jpg')
    """
    return safe_link(address or "", _PICTURE_SCHEMES)
