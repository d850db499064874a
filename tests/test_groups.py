"""Questions, answers and footnotes, and the boxes of a story."""

from __future__ import annotations

from pathlib import Path

import newsparse
from newsparse import Article, BlockRole, BodyBlock, Group, GroupKind

PAGE = Path(__file__).parent.parent / "fixtures" / "groups" / "interview.html"
RECIPE = """<h1>A soup for rainy days</h1><p>By Ada Lin</p>
<p>When it rains on Exampleton, and it does, the cook of the town hall puts on her largest pot and makes this soup.</p>
<p>It was her mother's, who got it from a sailor, and nobody knows where the sailor had it from in the end.</p>
<div class="recipe-card"><p><b>Soup for four</b></p><ul><li>Two onions, cut into small pieces</li><li>A litre of water from the tap</li></ul>
<p>Fry the onions, add the water, and cook both for an hour on a small flame while you read a book.</p></div>
<p>The mayor eats it every Tuesday, and so does the dog of the mayor, who sleeps under the table of the hall.</p>"""


def texts(article: Article, role: BlockRole | None) -> list[str]:
    return [block.text for block in article.body if block.role is role]


def test_an_interview_has_questions_and_answers() -> None:
    article = newsparse.parse(PAGE)
    assert [text[:12] for text in texts(article, BlockRole.QUESTION)] == [
        "Ms Reyes, ho",
        "How can you ",
        "What can the",
    ]
    answers = texts(article, BlockRole.ANSWER)
    assert answers[0].startswith("Two hundred and four")
    assert any(text.startswith("My husband") for text in answers)
    assert texts(article, None)[0].startswith("Bo Reyes has counted")


def test_footnotes_are_told() -> None:
    found = texts(newsparse.parse(PAGE), BlockRole.FOOTNOTE)
    assert [text[:12] for text in found] == ["1 The count "]


def test_two_questions_are_no_interview() -> None:
    page = "<h1>Rain</h1><p>By Ada Lin</p>" + "".join(
        f"<p><b>Why does it rain on day {n}?</b></p><p>Nobody in Exampleton knows, the council said on day {n} of the rain.</p>"
        for n in range(2)
    )
    assert {block.role for block in newsparse.parse(page).body} == {None}


def test_a_fact_box_is_a_group() -> None:
    article = newsparse.parse(PAGE)
    (group,) = article.groups
    assert (group.kind, group.title) == (GroupKind.FACT_BOX, "Swifts")
    assert [block.text[:6] for block in article.body[group.start : group.end]] == [
        "Swifts",
        "Swifts",
    ]


def test_a_recipe_is_a_group() -> None:
    article = newsparse.parse(RECIPE)
    (group,) = article.groups
    inside = article.body[group.start : group.end]
    assert (group.kind, group.title, len(inside)) == (GroupKind.RECIPE, "Soup for four", 4)
    page = newsparse.export(article, "html")
    assert (
        page.index('<section class="recipe">') < page.index("Two onions") < page.index("</section>")
    )
    assert '<section class="recipe">\n\n**Soup for four**' in newsparse.export(article, "markdown")


def test_groups_move_with_their_page() -> None:
    body = (BodyBlock("One."), BodyBlock("Two."))
    page = Article(body=body, groups=(Group(1, 2, GroupKind.FACT_BOX, "Two."),))
    other = page.evolve(body=(BodyBlock("Three."), BodyBlock("Four.")))
    joined = newsparse.join([page, other])
    assert [(group.start, group.end) for group in joined.groups] == [(1, 2), (3, 4)]
