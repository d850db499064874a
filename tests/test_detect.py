"""Encodings that a page does not state: whole, with stray bytes, cut off, beside long scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsparse.read.decode import decoded
from newsparse.read.detect import encoding_of

TEXTS = {
    "gb2312": "市政府星期二说，新的渡口将在今年冬天以前开放，三百个家庭可以每天过河上班。",
    "gbk": "老人们说，他们从来没有看到过这么大的水，学校的孩子都站在桥上看。",
    "big5": "市政府星期二說，新的渡口將在今年冬天以前開放，三百個家庭可以每天過河上班。",
    "shift_jis": "町は火曜日、新しい渡し船が冬までに動き始めると発表した。川を渡る人は毎日三百人いる。",
    "euc_jp": "町は火曜日、新しい渡し船が冬までに動き始めると発表した。川を渡る人は毎日三百人いる。",
    "euc_kr": "시는 새로운 나루터가 올해 겨울 이전에 문을 열 것이라고 화요일에 밝혔다. 매일 삼백 명이 강을 건넌다.",
    "cp1251": "Город сообщил во вторник, что новая переправа откроется до зимы этого года.",
    "koi8-r": "Город сообщил во вторник, что новая переправа откроется до зимы этого года.",
    "koi8-u": "Місто повідомило у вівторок, що нова переправа відкриється до зими цього року.",
    "cp1252": "Le maire a déclaré mardi que la traversée serait ouverte à l’été : « ça ira », a-t-il ajouté, "
    "même si les élèves et les employés espéraient une réouverture dès février.",
    "cp1250": "Město v úterý oznámilo, že nový přívoz začne jezdit ještě před zimou; řeku denně přejede třista lidí.",
}
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "whole": lambda data: data,
    "cut": lambda data: data[:-1],
    "stray byte": lambda data: data + b" \xff" + data,
    "scripts": lambda data: b"<script>" + b"var a = 1;\n" * 40_000 + b"</script>" + data,
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("encoding", TEXTS)
def test_undeclared_text_is_read(encoding: str, damage: str) -> None:
    text = TEXTS[encoding]
    page = DAMAGES[damage](f"<p>{text}</p>".encode(encoding) + text.encode(encoding))
    assert f"<p>{text}</p>" in decoded(page).text


def test_accented_text_is_no_other_script() -> None:
    """Bytes of accented letters are frequent letters of Cyrillic, too."""
    for text in ("élève à l’été, c’était ", "Größe, Füße, schön und überall "):
        assert encoding_of((text * 20).encode("cp1252")) == "cp1252"


def test_noise_is_no_language() -> None:
    assert encoding_of(bytes(range(128, 256)) * 20) not in ("gb18030", "big5hkscs", "cp949")
