"""Records are frozen, slotted, equal by value, hashable, picklable, and lossless as JSON."""

from __future__ import annotations

import json
import pickle
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import RECORDS, records_of

import newsparse
from newsparse import Article, Author, Byline, Headline, RecordError, Segment, json_schema
from newsparse.codec import from_dict, to_dict

by_class = pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=8) | st.sampled_from(["text", "raw", "source", "body", "label"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


def test_record_classes_are_found() -> None:
    assert {cls.__name__ for cls in RECORDS} >= {
        "Article",
        "Headline",
        "Segment",
        "Source",
        "Evidence",
        "Span",
    }


@by_class
def test_frozen_and_slotted(cls: type) -> None:
    for field in attrs.fields(cls):
        record = cls.__new__(cls)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, field.name, None)
    assert not hasattr(cls.__new__(cls), "__dict__")


@by_class
@given(st.data())
def test_values_and_lossless_json(cls: Any, data: st.DataObject) -> None:
    record = data.draw(records_of(cls))
    again = cls(**{field.name: getattr(record, field.name) for field in attrs.fields(cls)})
    assert record == again and hash(record) == hash(again)
    assert repr(record).startswith(f"{cls.__name__}(")
    for protocol in (2, pickle.HIGHEST_PROTOCOL):
        copy = pickle.loads(pickle.dumps(record, protocol))
        assert copy == record and type(copy) is cls and hash(copy) == hash(record)
    plain = record.to_dict()
    assert from_dict(cls, plain) == record
    assert to_dict(cls.from_dict(plain)) == plain, (
        "dates that are the same moment must also be written alike"
    )
    text = record.to_json()
    text.encode("utf-8")
    assert cls.from_json(text) == cls.from_json(record.to_json(indent=2)) == record
    assert json.loads(text) == json.loads(json.dumps(plain))


@settings(max_examples=25)
@given(records_of(Article))
def test_schema_accepts_every_article(article: Article) -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(article.to_dict())


def test_schema_is_valid_and_rejects_bad_records() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    validator = jsonschema.Draft202012Validator(json_schema())
    good = Article(headline=Headline("Rain falls")).to_dict()
    assert validator.is_valid(good)
    for bad in (
        {**good, "tags": "rain"},
        {**good, "colour": 1},
        {**good, "kind": "poem"},
        {**good, "published": "yesterday"},
        {"url": None},
    ):
        assert not validator.is_valid(bad)


def test_schema_of_parsed_pages(page_path: Any) -> None:
    article = newsparse.parse(page_path)
    jsonschema.Draft202012Validator(json_schema()).validate(json.loads(article.to_json()))
    assert Article.from_json(article.to_json()) == article


@given(JSON)
def test_other_json_raises(value: Any) -> None:
    for cls in (Article, Segment):
        try:
            record = cls.from_dict(value)
        except RecordError:
            continue
        assert isinstance(record, cls)


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ({"colour": "blue"}, "'colour'"),
        ({1: 2, "a": 3}, "'a'"),
        ({"tags": "rain"}, "'rain'"),
        ({"tags": [7]}, "Article.tags[0]"),
        ({"kind": "poem"}, "'poem'"),
        ({"published": "2019-02-30"}, "'2019-02-30'"),
        ({"published": "2019-W01-1"}, "'2019-W01-1'"),
        ({"is_free": 1}, "is_free"),
        ({"headline": {}}, "text"),
        ({"headline": {"text": None}}, "Article.headline.text"),
        ({"body": [{"text": "x", "source": {"origin": "dom", "score": float("nan")}}]}, "nan"),
        ([], "[]"),
        (None, "None"),
    ],
)
def test_record_errors_quote_the_value(value: Any, quoted: str) -> None:
    with pytest.raises(RecordError) as caught:
        Article.from_dict(value)
    assert quoted in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "NaN", "null", "\x00", "1" * 10_000])
def test_broken_json_raises(text: str) -> None:
    with pytest.raises(RecordError):
        Article.from_json(text)


def test_evolve() -> None:
    one = Headline("Rain fals")
    other = one.evolve(text="Rain falls")
    assert (one.text, other.text) == ("Rain fals", "Rain falls")
    assert attrs.evolve(one, text="Rain falls") == other
    with pytest.raises(RecordError, match="'txt'"):
        one.evolve(txt="Rain falls")


def test_repr_fits_a_terminal(page_path: Any) -> None:
    article = newsparse.parse(page_path)
    assert len(repr(article)) < 1_600
    for record in (
        *article.body,
        *article.captions,
        *article.bylines,
        *newsparse.segment(page_path),
    ):
        assert len(repr(record)) < 500
        assert repr(record).startswith(f"{type(record).__name__}(")


def test_repr_shows_the_fields_that_are_set() -> None:
    article = Article(
        headline=Headline("Rain falls", raw="Rain falls"),
        bylines=(Byline((Author("Ada Lin"),), raw="By Ada Lin"),),
        tags=tuple("abcde"),
    )
    assert repr(article) == (
        "Article(headline=Headline(text='Rain falls'), bylines=(Byline(authors=(Author(name='Ada Lin'),), raw='By Ada Lin'),), "
        "tags=('a', 'b', 'c', … 2 more))"
    )
    assert repr(Headline("x" * 500)) == f"Headline(text='{'x' * 58}…)"
