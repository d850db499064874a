"""The language of a page that states none: by its script, else by the optional model."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

import newsparse
from newsparse.fields import language_id
from newsparse.fields.language_id import language_in
from newsparse.read.page_language import with_region

BY_SCRIPT = {
    "el": "Το νερό στο ποτάμι ανέβηκε ξανά χθες, όπως είπε ο δήμαρχος.",
    "he": "המים בנהר עלו שוב אתמול, כך אמר ראש העיר לעיתונאים.",
    "bn": "গতকাল নদীর পানি আবার বেড়েছে বলে জানিয়েছেন মেয়র।",
    "ta": "நேற்று ஆற்றில் நீர் மீண்டும் உயர்ந்தது என்று மேயர் கூறினார்.",
    "th": "เมื่อวานนี้ระดับน้ำในแม่น้ำสูงขึ้นอีกครั้ง นายกเทศมนตรีกล่าว",
    "ka": "გუშინ მდინარეში წყალი ისევ ავიდა, თქვა მერმა ჟურნალისტებს.",
    "ja": "昨日、川の水位がまた上がったと市長が記者団に語った。橋は閉鎖された。",
    "zh": "昨日河水再次上涨，市长对记者说，大桥已经关闭，学校也停课一天。",
    "ko": "어제 강물이 다시 불어났다고 시장이 기자들에게 말했다. 다리는 통제됐다.",
}
BY_MODEL = {
    "pl": "Wczoraj woda w rzece znów się podniosła, powiedział burmistrz miasta. Most zamknięto dla ruchu.",
    "fi": "Eilen joen vesi nousi taas, kertoi kaupunginjohtaja toimittajille. Silta suljettiin liikenteeltä.",
    "uk": "Учора вода в річці знову піднялася, сказав міський голова журналістам. Міст закрили для руху.",
    "ru": "Вчера вода в реке снова поднялась, сказал мэр города журналистам. Мост закрыли для движения.",
    "fa": "دیروز آب رودخانه دوباره بالا آمد، شهردار به خبرنگاران گفت. پل به روی خودروها بسته شد.",
    "hi": "कल नदी का पानी फिर से बढ़ गया, महापौर ने पत्रकारों से कहा। पुल को यातायात के लिए बंद कर दिया गया।",
}


def page(text: str, lang: str = "", line: str = "") -> str:
    paragraphs = f"<p>{text * 3}</p><p>{text * 2}</p>"
    return f"<html{lang}><body><h1>{text[:30]}</h1><p>{line}</p>{paragraphs}</body></html>"


@pytest.mark.parametrize("code", BY_SCRIPT)
def test_a_script_of_one_language_decides(code: str) -> None:
    record = newsparse.parse(page(BY_SCRIPT[code]))
    assert record.language == code
    (evidence,) = [one for one in record.evidence if one.field == "language"]
    assert evidence.raw in BY_SCRIPT[code] * 3
    assert evidence.source.score > 0.8
    assert evidence.source.reason.endswith("script")
    assert newsparse.locate(page(BY_SCRIPT[code]), evidence.source) is not None


@pytest.mark.parametrize("code", BY_MODEL)
def test_the_model_tells_languages_of_one_script_apart(code: str) -> None:
    pytest.importorskip("py3langid", reason="pip install 'newsparse[language]'")
    record = newsparse.parse(page(BY_MODEL[code]))
    assert record.language == code
    (evidence,) = [one for one in record.evidence if one.field == "language"]
    assert evidence.source.reason == "py3langid"
    assert 0.9 <= evidence.source.score <= 1


@pytest.mark.parametrize("code", BY_MODEL)
def test_without_the_model_a_shared_script_tells_nothing(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language_id, "_model", lambda: None)
    assert newsparse.parse(page(BY_MODEL[code])).language is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [("Yes, again.", ("en", 1.0)), (BY_MODEL["pl"], ("pl", 0.6))],
    ids=["too short", "not sure"],
)
def test_an_unsure_answer_is_none(
    text: str, answer: tuple[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language_id, "_model", lambda: lambda text: answer)
    assert language_in(text) is None


def test_what_a_page_states_goes_before_its_script() -> None:
    assert newsparse.parse(page(BY_SCRIPT["el"], ' lang="el-CY"')).language == "el-CY"


def test_text_of_two_scripts_is_of_neither() -> None:
    assert language_in(f"{BY_SCRIPT['el']} {BY_SCRIPT['he']}") is None


def test_dates_follow_the_language_found() -> None:
    """03/05/67 is of the Buddhist calendar on a page in Thai."""
    record = newsparse.parse(page(BY_SCRIPT["th"], line="เผยแพร่: 03/05/67"))
    assert record.published == dt.date(2024, 5, 3)


@pytest.mark.parametrize(
    ("url", "moment"),
    [
        ("https://herald.example.in/a", "2024-05-03T10:15:00+05:30"),
        ("https://herald.example.ie/a", "2024-05-03T10:15:00+01:00"),
        ("https://herald.example.il/a", "2024-05-03T10:15:00+03:00"),
    ],
)
def test_a_zone_of_several_places_is_that_of_the_site(url: str, moment: str) -> None:
    text = "The river rose again yesterday, the mayor told reporters, and the bridge was closed. "
    html = page(text, ' lang="en"', "Published: 3 May 2024 10:15 IST")
    published = newsparse.parse(html, url=url).published
    assert published is not None and published.isoformat() == moment


@pytest.mark.parametrize(
    ("tag", "url", "found"),
    [
        ("en", "https://herald.example.co.uk/a", "en-GB"),
        ("en-US", "https://herald.example.co.uk/a", "en-US"),
        ("en", "https://herald.example.com/a.in", "en"),
        ("en", "https://herald.example.io", "en"),
        ("en", "herald.in", "en"),
    ],
)
def test_region_of_a_site(tag: str, url: str, found: str) -> None:
    assert with_region(tag, url) == found


def test_the_model_is_loaded_only_when_asked() -> None:
    code = (
        "import sys, newsparse; newsparse.parse('<html lang=en><p>The river rose.</p>');"
        "print('py3langid' in sys.modules or 'numpy' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"
