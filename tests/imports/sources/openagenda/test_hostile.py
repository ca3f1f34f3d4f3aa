"""Whatever a source says, it becomes a reading or a sentence, in bounded time, and nothing else happens."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from imports.sources import openagenda
from imports.taken import Reading, UnreadableSource
from support_agendas import agenda, as_json, given, one, refusals
from support_limits import in_bounded_time

KEYS = [
    "uid", "slug", "title", "title_fr", "description", "longDescription", "longdescription_fr", "conditions", "keywords", "timings", "dates", "location",
    "location_coordinates", "name", "city", "postalCode", "insee", "latitude", "longitude", "image", "base", "filename", "variants", "registration",
    "type", "value", "accessibility", "age", "min", "max", "status", "state", "attendanceMode", "onlineAccessLink", "links", "link", "data", "label",
    "tagGroups", "tags", "fr", "en", "begin", "end", "date", "timeStart", "firstTiming", "lastTiming", "createdAt", "updatedAt", "timezone", "events",
    "event", "records", "results", "fields", "total", "total_count", "nhits", "parameters", "after", "offset", "features", "properties",
    "originAgenda", "canonicalUrl", "hi", "id", "countryCode",
]  # fmt: skip
LIKELY = [
    "2026-12-05T14:00:00+01:00",
    "0001-01-01",
    "https://a.example/b",
    "{",
    '[{"begin": 1}]',
    "../../x",
    "<script>alert(1)</script>",
    "59000",
    "\ud800",
    "06 11 22 33 44",
]
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(LIKELY)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=8),
    max_leaves=25,
)


def read(data: bytes) -> Reading:
    return openagenda.read(data, given())


def is_harmless(data: bytes) -> None:
    try:
        reading = read(data)
    except UnreadableSource as error:
        assert str(error)
        return
    assert isinstance(reading, Reading)
    as_json(reading).encode()  # every word of it can be written


class TestAnyValue:
    @examples(VALUES)
    def test_is_a_reading_or_told(self, value: Any) -> None:
        is_harmless(json.dumps(value).encode())

    @examples(st.dictionaries(st.sampled_from(KEYS), VALUES))
    def test_of_an_event_is_a_reading(self, keys: dict[str, Any]) -> None:
        is_harmless(json.dumps({"events": [{"uid": 1, "title": "Les marées", **keys}]}).encode())

    @examples(st.binary(max_size=200))
    def test_of_bytes_is_a_reading_or_told(self, data: bytes) -> None:
        is_harmless(data)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"[" * 100_000, "trop profond"),
        (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "trop profond"),
        (b"<!doctype html><title>404</title>", "page web"),
        (b"", "ligne 1, colonne 1"),
        (b'{"events": [', "ligne 1"),
        (b'"bonjour"', "ni une liste"),
        (b"12", "ni une liste"),
        (b"null", "ni une liste"),
        (b"{}", "ni une liste"),
        (b'{"success": false, "message": "no key"}', "erreur"),
        (b'{"error_code": "x"}', "erreur"),
    ],
)
def test_what_is_no_answer_is_told(data: bytes, part: str) -> None:
    with pytest.raises(UnreadableSource, match=part):
        read(data)


def test_numbers_that_are_none_are_nothing() -> None:
    data = b'[{"uid": 1, "title": "x y z", "age": {"min": NaN, "max": Infinity}, "latitude": 1e999, "location": {"city": "Creil", "latitude": -Infinity}}]'
    (event,) = read(data).taken
    assert event.values == {"title": "x y z", "place": {"city": "Creil"}}


def test_a_number_of_a_million_digits_takes_no_time() -> None:
    with in_bounded_time():
        read(b'[{"uid": 1, "title": "x y z", "age": {"min": ' + b"9" * 1_000_000 + b"}}]")


def test_halves_of_characters_can_be_written() -> None:
    (event,) = read(
        b'[{"uid": "\\ud800", "title": "a\\udfffb c", "longDescription": "x\\ud800y", "keywords": ["\\ud800k"]}, {"uid": 2, "title": "Le sel"}]'
    ).taken[-1:]
    assert event.id == "2"
    is_harmless(
        b'[{"uid": 1, "title": "a\\udfffb c", "longDescription": "x\\ud800y", "keywords": ["\\ud800k"], "image": "https://a.example/\\ud800"}]'
    )


def test_paths_in_names_are_words() -> None:
    event = one(title="../../etc/passwd", slug="../../../x", location={"name": "..\\..\\x", "city": "/etc"})
    assert event.slug == ""
    assert event.values["title"] == "../../etc/passwd"


def test_a_text_of_megabytes_is_told() -> None:
    said = refusals(longDescription={"fr": "mot " * 500_000}, title={"fr": "x" * 100_000})
    assert [at for at, _ in said] == ["events[0].title", "events[0].longDescription"]


@pytest.mark.slow
def test_everything_at_once_comes_to_an_end() -> None:
    nasty = {
        "timings": [{"begin": "x" * 1000}] * 10_000, "keywords": ["k" * 1000] * 10_000, "registration": ["r" * 5000] * 10_000, "links": [{"link": "l"}] * 10_000,
        "accessibility": ["a"] * 10_000, "conditions": "( " * 50_000, "longDescription": "<div>" * 15_000, "description": "<" * 100_000,
        "tagGroups": [{"tags": [{"label": "t"}] * 1000}] * 1000, "location": {"name": "n" * 1_000_000, "address": ", " * 100_000, "city": "Creil"},
    }  # fmt: skip
    with in_bounded_time():
        reading = agenda({"uid": 1, "title": "Les marées", **nasty})
    assert len(reading.taken) == 1
    assert len(reading.refused) < 400


def test_five_hundred_events_are_read() -> None:
    text = "## Au programme\n\n" + "- une [visite](https://a.example) de la **salle**\n" * 30
    events = [
        {"uid": at, "title": f"Atelier {at}", "longDescription": {"fr": text}, "timings": [{"begin": "2027-01-04T10:00:00+01:00"}]}
        for at in range(500)
    ]
    assert len(agenda(*events).taken) == 500
