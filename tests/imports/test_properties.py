"""Whatever a source says: twice is once, what a hand wrote stands, nothing leaves content/, and each file passes the check."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from imports.taken import Reading, Taken
from support import TODAY, hub, write
from support_imports import MAP, WORDS, errors, files, imported

NASTY = [
    "../../x",
    "/etc/passwd",
    "..\\..\\x",
    "con",
    ".git",
    "a\0b",
    "x" * 300,
    "{{ titre }}",
    "${x}",
    "---",
    "# x",
    "é" * 130,
    "@all",
    "\u202eabc",
]
TEXTS = st.one_of(
    st.text(max_size=40), st.sampled_from(NASTY), st.sampled_from(["Nuit du ciel", "Fossiles : la visite", "L'été — 1er mars"])
)
DAYS = st.integers(-30, 60).map(lambda number: (TODAY + timedelta(days=number)).isoformat())
MOMENTS = st.one_of(DAYS, st.tuples(DAYS, st.sampled_from(["09:00", "18:30"])).map(" ".join), st.sampled_from(["demain", "", "2026-13-45"]))
SLOTS = st.lists(
    st.fixed_dictionaries({"start": MOMENTS}, optional={"end": MOMENTS, "for": st.sampled_from(["tous", "scolaires", "x"])}), max_size=4
)
CITIES = st.sampled_from(
    ["Abbeville", "80100 Abbeville", "Lille (Fives)", "Trifouillis", "Bruges (Belgique)", "Saint-Quentin", "", "en ligne"]
)
PLACES = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXTS,
        "city": CITIES,
        "postcode": st.sampled_from(["80100", "2100", "59650", "x"]),
        "insee": st.sampled_from(["80001", "99999", "59350"]),
        "lat": st.sampled_from(["50.1", "1.83", "x", "0", 48.8]),
        "lon": st.sampled_from(["1.83", "50.1", "200", "0"]),
    },
)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXTS,
        "summary": TEXTS,
        "slots": SLOTS,
        "place": PLACES,
        "mode": st.sampled_from(["sur-place", "en-ligne", "x"]),
        "online_url": TEXTS,
        "price": st.one_of(st.just({"text": "5 €"}), st.just({"text": "selon"}), TEXTS),
        "booking": st.fixed_dictionaries({}, optional={"url": TEXTS, "email": TEXTS, "phone": TEXTS, "capacity": st.integers(-1, 90)}),
        "keywords": st.lists(TEXTS, max_size=4),
        "age": st.fixed_dictionaries({}, optional={"min": st.integers(-2, 130), "max": st.integers(-2, 130)}),
        "links": st.lists(st.fixed_dictionaries({"label": TEXTS, "url": TEXTS}), max_size=2),
        "aliases": st.lists(TEXTS, max_size=2),
        "parent": TEXTS,
        "licorne": TEXTS,
        "organisation": TEXTS,
    },
)
BODIES = st.lists(
    st.one_of(
        TEXTS, st.sampled_from(["# Titre", "[x](/rien/)", "![](a.jpg)", "<script>x</script>", "- a\n- b", "[^1]", "14h : accueil", "***"])
    ),
    max_size=5,
).map("\n\n".join)
KINDS = st.sampled_from(["event", "event", "event", "article", "exhibition", "organisation", "resource"])


@st.composite
def records(draw: st.DrawFn) -> list[Taken]:
    ids = draw(st.lists(TEXTS, max_size=4, unique=True))
    return [
        Taken(
            draw(KINDS),
            id,
            f"fiche {number}",
            draw(VALUES),
            draw(BODIES),
            draw(st.sampled_from([WORDS, ()])),
            draw(TEXTS),
            slug=draw(TEXTS),
        )
        for number, id in enumerate(ids)
    ]


def folder(parent: str) -> Path:
    return write(Path(parent), hub() | {"imports/openagenda.yml": MAP})


@given(records())
@settings(max_examples=30)
def test_twice_is_once_and_every_file_passes_the_check(taken: list[Taken]) -> None:
    with tempfile.TemporaryDirectory() as parent:
        content = folder(parent)
        around = {path for path in Path(parent).rglob("*") if content not in path.parents}
        first = imported(content, Reading(tuple(taken)))
        assert errors(content) == []
        assert len(first.outcomes) + len(first.refused) >= len(taken), "nothing is lost in silence"
        before = files(content)
        again = imported(content, Reading(tuple(taken)), today=TODAY + timedelta(days=1))
        assert files(content) == before
        assert {outcome.word for outcome in again.outcomes} <= {"same", "twice"}
        assert {path for path in Path(parent).rglob("*") if content not in path.parents} == around


@given(records(), st.data())
@settings(max_examples=20)
def test_what_a_hand_wrote_stands(taken: list[Taken], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as parent:
        content = folder(parent)
        imported(content, Reading(tuple(taken)))
        written = sorted(path for path in content.rglob("*.md"))
        if not written:
            return
        file = data.draw(st.sampled_from(written))
        text = file.read_text("utf-8") + "\nUn mot de plus.\n"
        file.write_text(text, "utf-8")
        changed: list[Any] = [
            Taken(one.kind, one.id, one.at, {**one.values, "title": "Un autre titre"}, "Un autre texte.", one.words, one.organiser)
            for one in taken
        ]
        imported(content, Reading(tuple(changed)))
        imported(content, Reading(tuple(changed[1:])))
        assert file.read_text("utf-8") == text
