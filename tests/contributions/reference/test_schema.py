"""The JSON Schema of each kind takes what the check takes, and refuses what it refuses."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from contributions.models import FOLDERS, KINDS
from contributions.reference.schema import schema
from contributions.region.addresses import PATHS
from support import KIND_FOLDERS, REPOSITORY, demo_hub, one_of_each

HUB = demo_hub()
VALIDATORS = {kind: Draft202012Validator(schema(kind, HUB)) for kind in KINDS}
DEMO = sorted(file for folder in FOLDERS for file in (REPOSITORY / "content" / folder).rglob("*.md"))


class Editor(yaml.SafeLoader):
    """YAML 1.2, which editors read: days are text there, and only true and false are booleans."""


Editor.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("float", r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{form})\Z"), list(first))


def front_matter(text: str) -> Any:
    """The values of a file as an editor sees them."""
    return yaml.load(text.split("\n---", maxsplit=1)[0], Editor)


def wrong(kind: str, **keys: Any) -> list[str]:
    """What the schema says of a sound contribution with some keys changed; a key given as None is left out."""
    (path,) = [path for path in one_of_each() if path.startswith(f"{KIND_FOLDERS[kind]}/")]
    text = one_of_each()[path]
    assert isinstance(text, str)
    values = {key: value for key, value in {**front_matter(text), **keys}.items() if value is not None}
    return [error.message for error in VALIDATORS[kind].iter_errors(values)]


@pytest.mark.parametrize("kind", KINDS)
class TestEachSchema:
    def test_is_one(self, kind: str) -> None:
        Draft202012Validator.check_schema(schema(kind, HUB))

    def test_is_known_by_its_address_on_the_site(self, kind: str) -> None:
        assert schema(kind, HUB)["$id"] == f"{HUB.url}/donnees/schemas/{kind}.json"

    def test_takes_a_small_sound_contribution(self, kind: str) -> None:
        assert wrong(kind) == []

    @pytest.mark.parametrize("key", ["title", "summary"])
    def test_misses_what_every_kind_requires(self, kind: str, key: str) -> None:
        assert wrong(kind, **{key: None}) == [f"'{key}' is a required property"]

    def test_refuses_unknown_keys(self, kind: str) -> None:
        assert wrong(kind, tilte="Nuit") == ["Additional properties are not allowed ('tilte' was unexpected)"]

    def test_tells_every_key_in_french(self, kind: str) -> None:
        assert all(key.get("title") for key in schema(kind, HUB)["properties"].values())


@pytest.mark.parametrize("file", DEMO, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_demo_is_valid(file: Path) -> None:
    kind = FOLDERS[file.relative_to(REPOSITORY / "content").parts[0]]
    assert [error.message for error in VALIDATORS[kind].iter_errors(front_matter(file.read_text("utf-8")))] == []


class TestVocabularies:
    def test_themes_are_the_regions_with_their_labels(self) -> None:
        themes = schema("event", HUB)["properties"]["themes"]["items"]
        assert dict(zip(themes["enum"], themes["enumDescriptions"], strict=True)) == HUB.themes

    def test_categories_are_those_of_the_kind(self) -> None:
        assert wrong("event", category="malle") != []
        assert wrong("exhibition", category="malle") == []

    @pytest.mark.parametrize("kind", PATHS)
    def test_unknown_themes_are_refused(self, kind: str) -> None:
        assert wrong(kind, themes=["astronomi"]) != []

    def test_departments_may_be_read_as_numbers(self) -> None:
        assert wrong("exhibition", area=["02", 2, 62]) == []
        assert wrong("exhibition", area=["75"]) != []


class TestWhatDependsOnAnotherKey:
    def test_an_event_has_slots_or_a_recurrence_and_not_both(self) -> None:
        recurrence = {"start": "2026-10-06 18:00", "end": "2026-10-06 20:00", "rule": "FREQ=WEEKLY;COUNT=3", "except": ["2026-10-13"]}
        assert wrong("event", slots=None) != []
        assert wrong("event", slots=None, recurrence=recurrence) == []
        assert wrong("event", recurrence=recurrence) != []

    def test_an_event_has_a_place_unless_it_is_on_line(self) -> None:
        assert wrong("event", place=None) == ["'place' is a required property"]
        assert wrong("event", place=None, mode="en-ligne") == ["'online_url' is a required property"]
        assert wrong("event", place=None, mode="en-ligne", online_url="https://exemple.fr/") == []
        assert wrong("event", mode="mixte") == ["'online_url' is a required property"]

    def test_somebody_publishes(self) -> None:
        assert wrong("article", organisation=None) != []
        assert wrong("article", organisation=None, publisher={"name": "Le musée"}) == []

    def test_a_resource_is_somewhere_unless_it_is_a_talk(self) -> None:
        assert wrong("resource", url=None) != []
        assert wrong("resource", url=None, file="documents/fiche.pdf") == []
        assert wrong("resource", url=None, category="intervention") == []

    def test_an_organisation_that_agreed_has_a_place(self) -> None:
        assert wrong("organisation", place=None) == ["'place' is a required property"]
        assert wrong("organisation", place=None, consent=None) == []

    def test_a_partner_has_a_name_or_a_file(self) -> None:
        assert wrong("article", partners=[{"role": "media"}]) != []
        assert wrong("article", partners=[{"role": "media", "name": "Radio Plateau"}]) == []


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("organisation", {"consent": True}),
        ("organisation", {"consent": "oui"}),
        ("organisation", {"consent": {"given": "Oui", "on": "2026-09-04"}}),
        ("organisation", {"networks": ["https://piaille.fr/@musee", "Mastodon", {"label": "PeerTube"}]}),
        ("organisation", {"member": {"since": 2019}}),
        ("event", {"place": {"name": "Salle", "city": "Abbeville", "postcode": 80100}}),
        ("event", {"slots": [{"start": "2026-11"}]}),
        ("event", {"title": 2026, "pass_culture": "non", "age": {"min": "8"}, "booking": {"capacity": "1 200"}}),
        ("exhibition", {"loans": [{"start": "2026-12-01", "end": "2026-12-20", "state": "rendu", "venue": {"price": "gratuit"}}]}),
        ("exhibition", {"format": {"surface_m2": "12,5"}, "acquired": 2019, "year": "2019"}),
    ],
)
def test_short_forms_and_what_yaml_takes_for_a_number_are_valid(kind: str, keys: dict[str, Any]) -> None:
    assert wrong(kind, **keys) == []


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("event", {"date": "21/11/2026"}),
        ("event", {"themes": "astronomie"}),
        ("event", {"themes": ["astronomie", "physique", "chimie", "sante"]}),
        ("event", {"place": "Abbeville"}),
        ("event", {"place": {"name": "Salle", "city": "Abbeville", "postcode": "8010"}}),
        ("event", {"lang": "français"}),
        ("event", {"pass_culture": "peut-être"}),
        ("event", {"status": "publié"}),
        ("event", {"summary": "x" * 201}),
        ("article", {"links": [{"label": "Là", "url": "exemple.fr"}]}),
        ("organisation", {"email": "contact"}),
        ("resource", {"year": "bientôt"}),
    ],
)
def test_what_the_check_refuses_is_refused(kind: str, keys: dict[str, Any]) -> None:
    assert wrong(kind, **keys) != []
