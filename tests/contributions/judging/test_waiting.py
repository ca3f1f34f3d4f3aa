"""A value that says nothing yet gets no advice on its form: what to write, or which key may wait."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from contributions.judging.validation import validate
from contributions.models import Event, Exhibition
from contributions.models.common import Common
from contributions.problems.problem import Finding
from contributions.region.hub import Hub
from support import HUB, PLACE, PUBLISHER

VOCABULARIES = Hub.model_validate(HUB).vocabularies
COMMON = {"title": "La nuit", "summary": "Une nuit.", "date": "2026-11-01", "themes": ["astronomie"], "publisher": PUBLISHER}
EVENT = {**COMMON, "category": "atelier", "slots": [{"start": "2026-11-28 14:00"}], "place": PLACE}
TOOL = {**COMMON, "category": "malle"}
NOTHING = st.sampled_from(["?", "…", "à définir", "À préciser", "inconnu", "lien à venir", "NC", "non communiqué", "${x}", "{{ valeur }}"])


def told(model: type[Common], keys: dict[str, Any]) -> Finding:
    """The one finding about an event, or a tool."""
    _value, (found,) = validate(model, (EVENT if model is Event else TOOL) | keys, VOCABULARIES)
    return found


class TestAValueThatSaysNothing:
    @given(
        NOTHING,
        st.sampled_from(
            [("contact", "email"), ("contact", "phone"), ("contact", "url"), ("booking", "capacity"), ("booking", "deadline"), ("age", "min"),
             ("updated",), ("age",), ("price",), ("image",), ("links",)]
        ),
    )  # fmt: skip
    def test_may_wait_where_its_key_may(self, nothing: str, path: tuple[str, ...]) -> None:
        value: Any = nothing
        for key in reversed(path):
            value = {key: value}
        found = told(Event, value)
        assert found.repair.endswith(f"Retirez « {path[-1]} » en attendant.")
        assert found.fix is None

    @given(NOTHING)
    def test_is_to_be_said_where_nothing_is_published_without_it(self, nothing: str) -> None:
        assert "« status: brouillon »" in told(Event, {"slots": [{"start": nothing}]}).repair
        assert "au moins la commune" in told(Event, {"place": nothing}).repair

    def test_of_a_group_gives_back_the_group(self) -> None:
        assert told(Event, {"price": {"free": "à préciser"}}).repair == "Écrivez « free », ou retirez « price » en attendant."

    def test_is_no_choice(self) -> None:
        assert told(Event, {"category": "à définir"}).repair.startswith("Valeurs possibles")
        assert told(Exhibition, {"loans": [{"start": "2027-01-01", "end": "2027-01-02", "state": "à confirmer"}]}).repair.endswith(
            "« option » ?"
        )


def test_words_in_the_place_of_yes_or_no_are_written_as_a_price() -> None:
    found = told(Event, {"price": {"free": "gratuit sur réservation"}})
    assert found.repair == "Écrivez :\nfree: true\ntext: gratuit sur réservation"
