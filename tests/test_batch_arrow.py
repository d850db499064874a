"""The Arrow schema and `parse_batch`."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import records
from newsparse.batch.outcome import Failure, FailureKind, Job, Outcome
from newsparse.benchmark import generated

pa = pytest.importorskip("pyarrow", reason="pyarrow is missing; pip install -e '.[test]'")

from newsparse.batch import arrow  # noqa: E402

PAGE = generated.html(1)


def rows(*pages: dict[str, object], **options: object) -> list[dict[str, object]]:
    found = arrow.parse_batch(pa.RecordBatch.from_pylist(list(pages)), **options)
    assert found.schema.equals(arrow.SCHEMA)
    return found.to_pylist()


def test_every_field_of_the_record_is_a_column() -> None:
    assert {field.name for field in records.Article.__attrs_attrs__} <= set(arrow.SCHEMA.names)


def test_the_columns_are_pinned() -> None:
    beside = {
        "published": ["published", "published_detail"],
        "updated": ["updated", "updated_detail"],
    }
    article = [
        name
        for field in records.Article.__attrs_attrs__
        for name in beside.get(field.name, [field.name])
    ]
    warc = "warc_file warc_offset warc_record_id http_status fetched warc_digest".split()
    assert arrow.SCHEMA.names == ["id", "error", *warc, "text", "authors", *article]
    slim = [name for name in arrow.SCHEMA.names if name != "evidence"]
    assert arrow.SCHEMA_WITHOUT_SOURCES.names == slim


def test_the_schema_is_pinned() -> None:
    assert str(arrow.SCHEMA.field("published").type) == "timestamp[us, tz=UTC]"
    assert str(arrow.SCHEMA.field("published_detail").type) == (
        "struct<iso: string not null, utc: timestamp[us, tz=UTC], precision: string not null>"
    )
    assert str(arrow.SCHEMA.field("tags").type) == "list<element: string not null>"
    assert (
        arrow.SCHEMA.field("bylines")
        .type.value_type.field("authors")
        .type.value_type.field("name")
        .type
        == pa.string()
    )


def test_a_row_holds_the_whole_record() -> None:
    (row,) = rows({"id": "a", "html": PAGE, "url": generated.url(1)})
    assert arrow.outcome_of(row) == Outcome(
        "a", newsparse.parse(PAGE, url=generated.url(1)), url=generated.url(1)
    )


@pytest.mark.parametrize("value", [PAGE, PAGE.encode(), PAGE.encode("utf-16")])
@pytest.mark.parametrize("column", ["html", "content"])
def test_pages_are_strings_or_bytes(value: str | bytes, column: str) -> None:
    (row,) = rows({column: value})
    assert row["headline"]["text"] == newsparse.parse(PAGE).headline.text


def test_column_name_decides_the_media() -> None:
    (text, html) = rows(
        {"id": "1", "text": "<p>a < b", "html": None},
        {"id": "2", "text": None, "html": "<p>Rain fell on the town.</p>"},
    )
    assert arrow.outcome_of(text).article == newsparse.parse("<p>a < b", media="text")
    assert arrow.outcome_of(html).article == newsparse.parse(
        "<p>Rain fell on the town.</p>", media="html"
    )


def test_columns_can_be_renamed() -> None:
    from newsparse.batch.inputs.columns import Columns

    (row,) = rows(
        {"raw": PAGE, "link": generated.url(1), "key": 7},
        columns=Columns(html="raw", url="link", id="key"),
    )
    assert (row["id"], row["url"]) == ("7", generated.url(1))


def test_row_without_a_page_fails_alone() -> None:
    none, empty, page = rows(
        {"id": "1", "html": None}, {"id": "2", "html": ""}, {"id": "3", "html": PAGE}
    )
    assert none["error"]["kind"] == "input"
    assert empty["error"] is None and "empty" in [warning["code"] for warning in empty["warnings"]]
    assert none["headline"] is None and none["bylines"] is None
    assert page["error"] is None


def test_error_for_missing_page_column_lists_the_columns() -> None:
    (row,) = rows({"body_html": PAGE})
    assert "body_html" in row["error"]["message"]


def test_an_empty_batch_gives_an_empty_batch() -> None:
    assert (
        arrow.parse_batch(
            pa.RecordBatch.from_pylist([], schema=pa.schema([("html", pa.string())]))
        ).num_rows
        == 0
    )


def test_relative_dates_count_from_the_reference() -> None:
    page = (
        "<h1>Rain falls</h1><div class='byline'>By Ada Lin</div><time>2 hours ago</time>"
        + "<p>It rained on Exampleton all day, she said.</p>" * 9
    )
    fetched = dt.datetime(2023, 12, 1, 12, tzinfo=dt.UTC)
    (row,) = rows({"html": page, "reference": fetched})
    assert arrow.outcome_of(row).article == newsparse.parse(page, reference=fetched, media="html")


MOMENTS = st.one_of(
    st.dates(),
    st.datetimes(),
    st.datetimes(
        timezones=st.builds(
            lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)), st.integers(-720, 840)
        )
    ),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@st.composite
def articles(draw: st.DrawFn) -> records.Article:
    source = records.Source(
        records.Origin.TEXT,
        start=draw(st.integers(0, 99)),
        also=(records.Span(1, 2),),
        reason=draw(TEXT),
    )
    return records.Article(
        url=draw(st.none() | TEXT),
        kind=draw(st.sampled_from(records.PageKind)),
        masthead=draw(
            st.none()
            | st.builds(
                records.Masthead, TEXT, established=st.none() | st.dates() | st.integers(1000, 2100)
            )
        ),
        headline=draw(
            st.none() | st.builds(records.Headline, TEXT, raw=TEXT, source=st.just(source))
        ),
        bylines=tuple(
            draw(
                st.lists(
                    st.builds(
                        records.Byline,
                        st.tuples(st.builds(records.Author, TEXT)),
                        desk=st.none() | TEXT,
                    ),
                    max_size=2,
                )
            )
        ),
        published=draw(st.none() | MOMENTS),
        body=tuple(
            draw(
                st.lists(
                    st.builds(
                        records.BodyBlock,
                        TEXT,
                        timestamp=st.none() | MOMENTS,
                        links=st.just((records.Link(0, 1, "x"),)),
                    ),
                    max_size=3,
                )
            )
        ),
        tags=tuple(draw(st.lists(TEXT, max_size=3))),
        is_wire=draw(st.none() | st.booleans()),
    )


@settings(max_examples=60, deadline=None)
@given(articles())
def test_records_round_trip_through_arrow(article: records.Article) -> None:
    outcome = Outcome("a", article, url=article.url)
    (row,) = arrow.batch_of([arrow.row(Job(""), outcome)]).to_pylist()
    assert arrow.outcome_of(row) == outcome


def test_date_has_an_instant_only_if_the_page_states_one() -> None:
    aware = dt.datetime(2012, 3, 4, 18, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    assert arrow.date_detail(aware)["utc"] == dt.datetime(2012, 3, 4, 23, tzinfo=dt.UTC)
    assert arrow.date_detail(aware)["precision"] == "instant"
    assert arrow.date_detail(aware.replace(tzinfo=None)) == {
        "iso": "2012-03-04T18:00:00",
        "utc": None,
        "precision": "time",
    }


def test_dates_are_timestamps_in_utc_beside_their_detail() -> None:
    """A day counts as its first moment, a time without a zone as UTC; the detail says which it is."""
    aware = dt.datetime(2012, 3, 4, 18, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    cases = {
        aware: (dt.datetime(2012, 3, 4, 23, tzinfo=dt.UTC), "instant"),
        aware.replace(tzinfo=None): (dt.datetime(2012, 3, 4, 18, tzinfo=dt.UTC), "time"),
        dt.date(2012, 3, 4): (dt.datetime(2012, 3, 4, tzinfo=dt.UTC), "day"),
    }
    for stated, (instant, precision) in cases.items():
        outcome = Outcome("a", records.Article(published=stated))
        (row,) = arrow.batch_of([arrow.row(Job(""), outcome)]).to_pylist()
        assert (row["published"], row["published_detail"]["precision"]) == (instant, precision)
        assert row["updated"] is None and row["updated_detail"] is None


def test_text_and_authors_are_columns() -> None:
    (row,) = rows({"html": PAGE})
    article = newsparse.parse(PAGE)
    assert row["text"] == article.text != ""
    assert row["authors"] == [author.name for author in article.authors] != []


@settings(max_examples=20, deadline=None)
@given(articles())
@example(newsparse.parse(Path(__file__).parent.parent / "docs" / "examples" / "ferry.html"))
def test_an_article_comes_back_from_a_row_of_any_library(article: records.Article) -> None:
    pandas = pytest.importorskip("pandas", reason="pip install 'newsparse[test]'")
    polars = pytest.importorskip("polars", reason="pip install 'newsparse[test]'")
    table = pa.Table.from_batches([arrow.batch_of([arrow.row(Job(""), Outcome("a", article))])])
    found = [
        table.to_pylist()[0],
        table.to_pandas().iloc[0],
        table.to_pandas(types_mapper=pandas.ArrowDtype).iloc[0],
        next(table.to_pandas().itertuples()),
        polars.from_arrow(table).row(0, named=True),
    ]
    assert [newsparse.Article.from_row(row) for row in found] == [article] * len(found)


def test_an_article_comes_back_from_the_lines_of_json() -> None:
    article = newsparse.parse(PAGE)
    line = {"id": "a", "error": None, "article": article.to_dict()}
    assert newsparse.Article.from_row(line) == article
    assert newsparse.Article.from_row({"path": "a.html", **article.to_dict()}) == article


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"id": "a", "error": {"kind": "time", "message": "took 61 s"}, "article": None}, "61 s"),
        ({"id": "a", "headline": "Rain falls", "words": 5}, "whole record"),
        (7, "data frame"),
    ],
)
def test_a_row_without_a_record_is_an_error_that_says_so(row: object, words: str) -> None:
    with pytest.raises(newsparse.RecordError, match=words):
        newsparse.Article.from_row(row)


def test_failures_round_trip_through_arrow() -> None:
    outcome = Outcome(
        "a", error=Failure(FailureKind.TIME, "past 60 s"), url="https://herald.example/a"
    )
    (row,) = arrow.batch_of([arrow.row(Job(""), outcome)]).to_pylist()
    assert arrow.outcome_of(row) == outcome


def test_lone_surrogates_do_not_stop_the_batch() -> None:
    batch = arrow.batch_of(
        [
            arrow.row(
                Job(""),
                Outcome("a", records.Article(headline=records.Headline("Rain \ud800 falls"))),
            )
        ]
    )
    assert batch.to_pylist()[0]["headline"]["text"].startswith("Rain \ufffd")


def test_pickled_parser_is_small() -> None:
    assert len(pickle.dumps(newsparse.Parser())) < 100_000
