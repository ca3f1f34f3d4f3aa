"""What a form says of addresses, numbers and languages in the browser is what the check says: the same words and meanings, run by Node."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contribute.form.checks import checks, every
from contribute.form.fields import form_fields
from contribute.form.meant import understood
from contributions.judging.validation import validate
from contributions.models import KINDS
from support import demo_hub
from support_clients import node

Key = tuple[str, str]
"""A kind and a path of it."""
WEB: Key = ("event", "publisher.url")
MAIL: Key = ("event", "contact.email")
LANGUAGE: Key = ("exhibition", "languages.*")
NUMBERS: tuple[Key, ...] = (
    ("exhibition", "format.weight_kg"), ("exhibition", "format.width_cm"), ("exhibition", "format.panels"),
    ("exhibition", "loan.max_days"), ("exhibition", "insurance.value"), ("exhibition", "setup.minutes"), ("resource", "minutes"),
    ("event", "age.min"), ("event", "booking.capacity"), ("exhibition", "year"),
)  # fmt: skip
WEBS = (
    "notre site", "www.exemple.fr", "exemple.fr/programme", "WWW.Exemple.fr", "https//exemple.fr", "htps://exemple.fr/a", "http:/exemple.fr",
    "https:// exemple.fr", "https://exemple.fr (billetterie)", "[ici](https://exemple.fr/a)", "<https://exemple.fr>", "Voir https://exemple.fr.",
    "https://exemple.fr/mon dossier [1] 50%.pdf", "https://jean:secret@exemple.fr/a", "ftp://exemple.fr", "musée.fr", "https://", "a.b", "",
    "javascript:alert(1)", "https://exemple.fr https://autre.fr", "contact@exemple.fr", "https://x.fr/é à", "https://a:b@c:d@e.fr",
)  # fmt: skip
MAILS = (
    "musee", "mailto:a@exemple.fr", "Accueil <a@exemple.fr>", "a(at)exemple.fr", "a [arobase] exemple [point] fr", "a @ exemple.fr", "www.exemple.fr",
    "a@exemple.fr, b@exemple.fr", "a@exemple.fr ou a@exemple.fr", "jean dupont@exemple.fr", "a..b@exemple.fr", ".a@exemple.fr", "a@exemple", "début@",
    "contact à exemple.fr", "a@exemple.fr.", "éat exemple.fr", "a chez exemple point fr",
)  # fmt: skip
COUNTS = (
    "12", "1 250,5", "-3", "douze", "Douze.", "une douzaine", "12 kg", "1,2 m", "45 à 50 kg", "45-50", "1.200 kg", "3 semaines", "2 h", "1h30", "1 h 75",
    "90 min", "1 heure et 30 minutes", "12 panneaux", "3000 €", "20 cm 5 mm", "poids : 12 kg", "2 m², 3 m²", "1 250 g", "0,5 kg", "0 kg", "trente", "30 personnes",
    "8 ou 10 ans", "10 ans", "un mètre vingt", "1e3", "100 000 000 000 000 000 000 m", "constructor", "12 constructor", "toString", "1 m 20", "2 jours et demi",
    "2024/2025", "12 g et 3 kg", "3 kg et 12 g", "1,5 t", "cinq à sept", "1 1111", "12 345 kg", "un an", "1½ kg", "9" * 16,
)  # fmt: skip
LANGUAGES = (
    "fr",
    "FR",
    "Français",
    "anglais",
    "anglais ?",
    "langue des signes",
    "Langue  des signes française",
    "zz",
    "néerlandais",
    "~~fr~~",
    "lsf",
    "toString",
)
PIECES = st.sampled_from(
    "https:// http www. exemple .fr /a @ a b : ; ( ) < > [ ] . , 12 1 250 0,5 kg g m cm h min et à ou un deux jours semaine € é ’ - / at point fr".split()
)
SCRAPS = (
    st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), min_size=1, max_size=7)
    .map(lambda parts: "".join(map("".join, parts)).strip())
    .filter(lambda text: any(letter.isalnum() for letter in text))
)
"""Texts that say something: of signs alone the check says that the key may wait, and the form how it is written."""


@cache
def data() -> dict[str, Any]:
    return {"meant": understood()}


@cache
def asked(kind: str, path: str) -> tuple[str, list[dict[str, Any]]]:
    """The sort of a value, and what is checked of it."""
    held = form_fields(kind, demo_hub())
    field = next(field for field in every(held) if field.path == path.removesuffix(".*"))
    return field.sort, checks(kind, held, demo_hub())[path]


def by_the_form(key: Key, texts: list[str]) -> list[list[str] | None]:
    """Code, message and repair of each text, or nothing."""
    sort, checked = asked(*key)
    found: list[list[str] | None] = node(
        "check.mjs", json.dumps({"data": data(), "checks": checked, "sort": sort, "texts": texts}).encode()
    )
    return found


def by_the_check(key: Key, text: str) -> list[str] | None:
    """The same, of the key alone."""
    kind, path = key
    nested: Any = text
    for part in reversed(path.split(".")):
        nested = [nested] if part == "*" else {part: nested}
    where = tuple(0 if part == "*" else part for part in path.split("."))
    found = [finding for finding in validate(KINDS[kind], nested, demo_hub().vocabularies)[1] if finding.location == where]
    return [found[0].code, found[0].message, found[0].repair] if found else None


def written(texts: tuple[str, ...]) -> list[str]:
    """Those that a form may hold: no empty one, no blank at an end."""
    return [text for text in texts if text]


@pytest.mark.parametrize(
    ("key", "texts"),
    [(WEB, WEBS), (MAIL, MAILS), (LANGUAGE, LANGUAGES), *((key, COUNTS) for key in NUMBERS)],
    ids=lambda part: "-".join(part[:2]),
)
def test_every_text_of_the_table_is_told_in_the_words_of_the_check(key: Key, texts: tuple[str, ...]) -> None:
    said = written(texts)
    assert dict(zip(said, by_the_form(key, said), strict=True)) == {text: by_the_check(key, text) for text in said}


@pytest.mark.parametrize("key", [WEB, MAIL, LANGUAGE, *NUMBERS[:6]], ids="-".join)
@given(st.lists(SCRAPS, min_size=40, max_size=80))
@settings(max_examples=4, deadline=None)
def test_any_other_text_is_too(key: Key, texts: list[str]) -> None:
    assert dict(zip(texts, by_the_form(key, texts), strict=True)) == {text: by_the_check(key, text) for text in texts}


def test_a_login_is_not_shown_again() -> None:
    (said,) = by_the_form(WEB, ["https://jean:secret@exemple.fr"])
    assert said is not None
    assert "secret" not in " ".join(said)
