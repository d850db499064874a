"""Stories that a page holds only in the app state of its framework, in each form of it."""

from __future__ import annotations

import json

import properties
import pytest

import newsparse
from newsparse import Article, Origin, WarningCode
from newsparse.read.scripts import js_value
from newsparse.read.state_forms import script_values

STORY = [
    "It rained on Exampleton all day on Tuesday, and the council met in the hall to talk about the old dam.",
    'The mayor said "we are ready", and the fire brigade filled a thousand bags with sand before the evening came.',
    "Roads in the north were closed until midnight & two schools sent their pupils home, a speaker of the town said.",
    "On Wednesday the rain stopped, the water fell by a foot, and the shops in the lower town opened their doors again.",
    "The dam was built a hundred years ago by the grandfather of the mayor, and no engineer had looked at it since the war.",
    "A report of last spring called it safe for ten more years, but its author had never seen the dam in a week of rain.",
    "The council will decide in May whether to repair it, to pull it down, or to let the river take it, as one member put it.",
    "Until then a man of the fire brigade sleeps in a caravan on top of it, with a telephone, a lamp and a very large dog.",
    "Nobody was hurt. The insurers count on damages of two million coins, most of it in cellars and in small gardens.",
]
HEAD = "<html><head><title>Exampleton council talks about the old dam</title></head><body><h1>Exampleton council talks about the old dam</h1><p>By Ada Lin</p>"
HTML = "".join(f"<p>{text.replace('&', '&amp;')}</p>" for text in STORY)


def script(text: str, attributes: str = "") -> str:
    return f"{HEAD}<script {attributes}>{text.replace('</', chr(60) + chr(92) + '/')}</script></body></html>"


def fusion() -> str:
    blocks = [{"type": "text", "_id": f"B{at}", "content": text} for at, text in enumerate(STORY)]
    content = {"type": "story", "content_elements": blocks}
    return script(
        f'window.Fusion=window.Fusion||{{}};Fusion.arcSite="herald";Fusion.tree={{"a":[1]}};'
        f"Fusion.globalContent={json.dumps(content)};Fusion.spinner={{}};"
    )


def apollo() -> str:
    state: dict[str, object] = {
        f"Paragraph:{at}": {"__typename": "Paragraph", "id": at, "text": text}
        for at, text in enumerate(STORY)
    }
    state["Post:1"] = {
        "__typename": "Post",
        "blocks": [{"__ref": f"Paragraph:{at}"} for at in range(len(STORY))],
    }
    return script(f"window.__APOLLO_STATE__ = {json.dumps(state)};")


def nuxt_3() -> str:
    entries: list[object] = [
        ["ShallowReactive", 1],
        {"data": 2},
        {"article": 3},
        {"blocks": 4},
        [*range(5, 14)],
    ]
    for at in range(len(STORY)):
        entries.append({"type": 14, "text": 15 + at})
    entries += ["paragraph", *STORY]
    return script(json.dumps(entries), 'type="application/json" id="__NUXT_DATA__"')


def nuxt_2() -> str:
    blocks = ",".join(
        f"{{type:a,text:{json.dumps(text)},id:{at},on:!0}}" for at, text in enumerate(STORY)
    )
    return script(
        f"window.__NUXT__=(function(a,b,c){{return {{data:[{{article:{{blocks:[{blocks}],x:b}}}}],"
        'state:{n:void 0,d:new Date(7)}}}("paragraph",null,{}))'
    )


def flight(as_html: bool) -> str:
    if as_html:
        rows = f'1:"$Sreact.fragment"\n2:I[7,[],""]\n3:T{len(HTML.encode()):x},{HTML}4:["$","div",null,{{"html":"$3"}}]\n'
    else:
        paragraphs = [
            ["$", "p", str(at), {"className": "x", "children": [text]}]
            for at, text in enumerate(STORY)
        ]
        rows = f'1:"$Sreact.fragment"\n5:{json.dumps(["$", "article", None, {"children": paragraphs}])}\n'
    middle = len(rows) // 2
    pushes = "".join(
        "<script>self.__next_f.push([1," + json.dumps(part).replace("<", "\\u003c") + "])</script>"
        for part in (rows[:middle], rows[middle:])
    )
    return f"{HEAD}{pushes}</body></html>"


PAGES = {
    "fusion": fusion(),
    "apollo": apollo(),
    "nuxt 3": nuxt_3(),
    "nuxt 2": nuxt_2(),
    "flight html": flight(True),
    "flight elements": flight(False),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_story_is_read(name: str) -> None:
    article = newsparse.parse(PAGES[name])
    assert [block.text for block in article.body] == STORY
    assert {block.source.origin for block in article.body} == {Origin.APP_STATE}
    assert WarningCode.BODY_FROM_HEAD in {warning.code for warning in article.warnings}


@pytest.mark.parametrize("name", PAGES)
def test_each_block_is_where_it_says(name: str) -> None:
    article: Article = newsparse.parse(PAGES[name])
    assert properties.judged(PAGES[name], article, ()) == []


def test_places_of_the_first_value_are_as_before() -> None:
    page = f"<script>A.b = {json.dumps({'a': 'one'})}; A.c = {json.dumps({'a': 'two'})};</script><p>x</p>"
    for where, text in (("#/a", "one"), ("#0/a", "one"), ("#1/a", "two")):
        source = newsparse.Source(Origin.APP_STATE, where=f"/html/head/script{where}")
        assert newsparse.locate(page, source) == text
    with pytest.raises(newsparse.InputError):
        newsparse.locate(page, newsparse.Source(Origin.APP_STATE, where="/html/head/script#7/a"))


@pytest.mark.parametrize(
    "text", ["", "var a = 1;", "x = {", "f(function(){})", "window.__NUXT__=(function(a){return a"]
)
def test_scripts_without_values_raise(text: str) -> None:
    with pytest.raises(ValueError):
        script_values(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a){return a}(1))", 1.0),
        ('){return {"x y":[-2.5,"a\\u002Fb"]}}())', {"x y": [-2.5, "a/b"]}),
        ("a,b){return [a,b,c]}(true,!1))", [True, False, None]),
        (
            'a,b){a.x="one";a.y=[b];b[1]=7;return {z:a}}({},[]))',
            {"z": {"x": "one", "y": [[None, 7]]}},
        ),
    ],
)
def test_values_of_functions(text: str, value: object) -> None:
    assert js_value(text, 0) == value


def test_references_in_circles_end() -> None:
    entries = [["Reactive", 1], {"a": 2}, [1, 2, 1], "x" * 1_500]
    newsparse.parse(script(json.dumps(entries), 'type="application/json" id="__NUXT_DATA__"'))
    entries = [["Reactive", 1], {"a": 2}, [2] * 40, "x" * 1_500]
    newsparse.parse(script(json.dumps(entries), 'type="application/json" id="__NUXT_DATA__"'))
    state = {"A": {"next": {"__ref": "A"}, "pad": "x" * 1_500}}
    newsparse.parse(script(f"window.__APOLLO_STATE__ = {json.dumps(state)}"))
