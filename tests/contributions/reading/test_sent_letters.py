"""The record of a letter is read without trust: told where it is wrong, and at once, whatever it holds."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from contributions.loading.loading import load
from contributions.reading import letter_format as form
from newsletter.letter import Letter
from newsletter.records import record_of, shown
from support import TODAY, article, hub, write
from support_limits import in_bounded_time
from views.values import Badge, Card, Day, Fact, Link, Picture, Section

WEEK = "2026-w47"
PATH = f"newsletter/{WEEK}.json"
PAIRS: list[tuple[type[BaseModel], type[Any]]] = [
    (form.BadgeRecord, Badge),
    (form.DayRecord, Day),
    (form.PictureRecord, Picture),
    (form.LinkRecord, Link),
    (form.CardRecord, Card),
    (form.SectionRecord, Section),
    (form.FactRecord, Fact),
    (form.ShownLetter, Letter),
]
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
LINKS = st.builds(Link, TEXT, st.sampled_from([None, "/agenda/", "https://exemple.fr/a?b=c"]))
PICTURES = st.builds(
    Picture,
    src=st.just("/images/ciel%20noir.jpg"),
    alt=TEXT,
    width=st.none() | st.integers(1, 9000),
    srcset=st.sampled_from([None, "/images/a-480.webp 480w, /images/a.jpg 1200w"]),
    focus=st.sampled_from([None, "top"]),
)
CARDS = st.builds(
    Card,
    kind=st.just("event"),
    url=st.just("/agenda/nuit/#escale-1"),
    title=TEXT,
    summary=TEXT,
    when=st.none() | TEXT,
    picture=st.none() | PICTURES,
    badges=st.lists(st.builds(Badge, TEXT, st.just("new")), max_size=2).map(tuple),
    day=st.none() | st.builds(Day, TEXT, TEXT, TEXT, TEXT, st.just("2026-11-18")),
    mark=TEXT,
    notes=st.lists(TEXT, max_size=2).map(tuple),
)
SECTIONS = st.builds(Section, TEXT, st.lists(CARDS, max_size=3).map(tuple), st.none() | LINKS, st.sampled_from([None, "agenda"]))
LETTERS = st.builds(
    Letter,
    slug=st.just(""),
    name=st.just(WEEK),
    path=st.just(f"/newsletter/{WEEK}/"),
    title=TEXT,
    subject=TEXT,
    summary=TEXT,
    label=TEXT,
    published=st.dates(),
    words=st.sampled_from([None, "<p>Un mot.</p>"]),
    departments=st.lists(LINKS, max_size=2).map(tuple),
    sections=st.lists(SECTIONS, max_size=2).map(tuple),
    thanks=st.lists(LINKS, max_size=2).map(tuple),
    contact=st.lists(
        st.builds(Fact, TEXT, st.none() | TEXT, url=st.sampled_from([None, "mailto:a@b.fr", "tel:+33123456789"])), max_size=1
    ).map(tuple),
    notice=st.none() | TEXT,
)


def record(**letter: Any) -> dict[str, Any]:
    """A sound record, with some keys of its letter in the place of others."""
    own = {"name": WEEK, "path": f"/newsletter/{WEEK}/", "published": "2026-11-16"}
    texts = dict.fromkeys(("title", "subject", "summary", "label"), "Une semaine")
    return {"version": 1, "letter": {**own, **texts, **letter}}


def with_card(**keys: Any) -> dict[str, Any]:
    """A record with a card that has some keys in the place of others."""
    card = {"kind": "article", "url": "/articles/a/", "title": "Un titre", "summary": "Un résumé.", **keys}
    return record(sections=[{"title": "À lire", "cards": [card]}])


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str | bytes], list[str]]:
    """The codes of what is told of a record, by the bytes of its file."""
    return lambda text: [problem.code for problem in load(write(tmp_path, hub() | {PATH: text}), TODAY).problems]


@pytest.mark.parametrize(("kept", "value"), PAIRS, ids=[value.__name__ for _kept, value in PAIRS])
def test_a_record_keeps_all_that_is_shown(kept: type[BaseModel], value: type[Any]) -> None:
    assert list(kept.model_fields) == [field.name for field in fields(value)]


@given(letter=LETTERS)
def test_a_letter_comes_back_from_its_record_as_it_was(letter: Letter) -> None:
    assert shown(record_of(letter, ["article/a"], {"event/b": "2026-w46"})) == letter


class TestARecordIsRefused:
    @pytest.mark.parametrize(
        "data",
        [
            with_card(url="javascript:alert(1)"),
            with_card(url="//exemple.fr/a"),
            with_card(url="/\\exemple.fr"),
            with_card(url='/a" onclick="x'),
            with_card(picture={"src": "https://exemple.fr/pixel.gif", "alt": ""}),
            with_card(picture={"src": "/images/a.jpg", "alt": "", "srcset": "https://exemple.fr/a.jpg 480w"}),
            with_card(motif="a/../b"),
            with_card(badges=[{"label": "Neuf", "tone": 'x" y'}]),
            with_card(title="a\u0000b"),
            with_card(title="a" * 3_000),
            record(thanks=[{"label": "x", "url": "data:text/html,x"}]),
            record(path="/newsletter/ailleurs/../../"),
            record(published="hier"),
            record(sections=[{"title": "x", "cards": [{}] * 600}]),
            [],
            {},
            {**record(), "version": 2},
            {**record(), "announced": ["../../etc/passwd"]},
        ],
        ids=[
            *(
                "script",
                "no host",
                "backslash",
                "quote",
                "picture elsewhere",
                "variant elsewhere",
                "motif",
                "tone",
                "control",
                "long",
                "data",
            ),
            *("path", "day", "many", "list", "empty", "version", "name"),
        ],
    )
    def test_where_a_value_is_none_of_a_letter(self, told: Callable[..., list[str]], data: Any) -> None:
        assert set(told(json.dumps(data))) == {"E023"}

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"", "E023"),
            (b"\xff\xfe", "E001"),
            (b"[" * 200_000, "E023"),
            (b'{"version": 1, "letter": ' + b'{"a":' * 100_000, "E023"),
            (b" " * 1_000_001, "E011"),
            (b'{"version": 1e999}', "E023"),
            (b"\t{}", "E023"),
        ],
        ids=["empty", "no text", "deep", "deep objects", "heavy", "infinite", "tab"],
    )
    def test_where_it_is_no_record_at_all_at_once(self, told: Callable[..., list[str]], data: bytes, code: str) -> None:
        with in_bounded_time():
            assert set(told(data)) == {code}

    def test_with_few_words_where_everything_is_wrong(self, told: Callable[..., list[str]]) -> None:
        assert 1 < len(told(json.dumps(with_card(notes=[1] * 19, badges=[{}] * 19)))) <= 21

    def test_where_it_is_called_as_another_letter(self, told: Callable[..., list[str]]) -> None:
        assert told(json.dumps(record(name="2026-w46"))) == ["E023"]


class TestARecord:
    def test_is_made_harmless_where_html_was_written_into_its_words(self) -> None:
        data = record(words='<p onclick="x">Un <a href="javascript:x">mot</a><script>x</script></p>')
        assert shown(json.dumps(data).encode()).words == "<p>Un <a>mot</a></p>"

    @given(text=st.text(max_size=60))
    @settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_never_ends_the_check(self, told: Callable[..., list[str]], text: str) -> None:
        told(text.encode("utf-8", "surrogatepass"))

    def test_keeps_its_pictures_published(self, tmp_path: Path) -> None:
        picture = {"src": "images/été.svg", "alt": "Le ciel", "credit": "Escale"}
        svg = '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"><rect width="6" height="4"/></svg>'
        tree = article("a", status="brouillon", image=picture) | {"images/été.svg": svg}
        assert load(write(tmp_path, hub() | tree), TODAY).media == []
        kept = json.dumps(with_card(picture={"src": "/images/%C3%A9t%C3%A9.svg", "alt": "Le ciel"}))
        assert load(write(tmp_path, hub() | tree | {PATH: kept}), TODAY).media == ["images/été.svg"]
