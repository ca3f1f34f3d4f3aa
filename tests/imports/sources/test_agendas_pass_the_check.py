"""What is read of agendas, with what only a map can say, has nothing wrong for the check; whatever its source says, nothing for the model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from contributions.loading.loading import Loaded
from contributions.models.event import Event
from contributions.reference.drafting import whole
from imports.sources import fete_de_la_science, openagenda
from imports.taken import Reading, Taken
from support import hub
from support_agendas import REGION, TODAY, agenda, as_csv, edition, given

HERE = Path(__file__).parent
READERS = {"openagenda": openagenda.read, "fete_de_la_science": fete_de_la_science.read}
FILES = [f"{folder}/{file.name}" for folder in READERS for file in sorted((HERE / folder).glob("*.*")) if file.suffix in {".csv", ".json"}]
MAPPED = {"category": "atelier", "themes": ["astronomie"], "publisher": {"name": "L’agence"}}
SAID = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.sampled_from(
    ["Gratuit", "5 €", "https://a.example/b", "www.a.example", "2026-12-05T14:00:00+01:00", "59000", "<b>x</b>", "jeanne.petit@a.example", "0321000001", "\ud800"]
)  # fmt: skip
GROUPS = {
    "location": st.fixed_dictionaries({}, optional=dict.fromkeys(("name", "address", "city", "postalCode", "insee", "latitude", "longitude", "countryCode", "phone", "email", "website"), SAID)),
    "timings": st.lists(st.fixed_dictionaries({}, optional={"begin": SAID, "end": SAID}), max_size=4),
    "age": st.fixed_dictionaries({}, optional={"min": SAID, "max": SAID}),
    "registration": st.lists(SAID | st.fixed_dictionaries({"value": SAID}), max_size=4),
    "links": st.lists(SAID | st.fixed_dictionaries({"link": SAID, "data": st.fixed_dictionaries({"title": SAID})}), max_size=4),
    "accessibility": st.dictionaries(st.sampled_from(["hi", "vi", "pi", "mi", "ii", "x"]), SAID),
    "keywords": st.lists(SAID, max_size=40) | SAID,
    **dict.fromkeys(("title", "description", "longDescription", "conditions", "attendanceMode", "onlineAccessLink", "status", "image", "canonicalUrl", "createdAt", "updatedAt"), SAID),
}  # fmt: skip


def completed(event: Taken) -> dict[str, Any]:
    """Front matter with what the source lacked."""
    keys = {"summary": "Ce que l’on y verra.", "slots": [{"start": "2026-12-24 10:00"}], **event.values, **MAPPED}
    place = {"name": "Salle des fêtes", "city": "Amiens", **event.values.get("place", {})}
    return {**keys, "place": place, "date": str(event.created or "2026-09-01")}


def errors(reading: Reading, loaded: Callable[..., Loaded]) -> list[str]:
    tree = {f"events/un-{number}.md": whole(completed(event), event.body or "Un texte.") for number, event in enumerate(reading.taken)}
    return [str(problem) for problem in loaded(hub() | tree, TODAY).problems if problem.code.startswith("E")]


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_shape(name: str, loaded: Callable[..., Loaded]) -> None:
    reading = READERS[name.partition("/")[0]]((HERE / name).read_bytes(), given(name))
    assert reading.taken
    assert errors(reading, loaded) == []


def test_an_edition(loaded: Callable[..., Loaded]) -> None:
    assert errors(fete_de_la_science.read(as_csv(edition()), given()), loaded) == []


@examples(st.fixed_dictionaries({}, optional=GROUPS))
def test_any_event_is_one_of_the_model(keys: dict[str, Any]) -> None:
    for event in agenda({"uid": 1, "title": "Les marées", **keys}).taken:
        Event.model_validate(completed(event), context={"vocabularies": REGION.vocabularies})
