"""The fields, checks and models of the forms: made of the same declarations as the check."""

import re
from collections.abc import Callable
from itertools import chain
from typing import Any

import pytest

from contribute.form.checks import INSIDE, checks, every, missing
from contribute.form.fields import form_fields, sections
from contribute.form.layout import CONTROLS, HELPS, LEFT_OUT, OFFERED, SECTIONS
from contribute.form.rules import asked, conditions, either, lacking, not_asked_yet, swapped
from contribute.form.skeleton import skeleton
from contribute.form.times import told_of_times
from contributions.judging.validation import validate
from contributions.library.library import Library
from contributions.models import KINDS
from contributions.words.phones import FORM
from support import demo_hub, event, exhibition, hub, organisation, page, programme
from views.fields import Field

HUB_ = demo_hub()
every_kind = pytest.mark.parametrize("kind", list(OFFERED))


def fields_of(kind: str) -> tuple[Field, ...]:
    return form_fields(kind, HUB_)


def paths(kind: str) -> set[str]:
    return {field.path for field in every(fields_of(kind))}


class TestTheFields:
    def test_are_offered_for_every_kind_but_pages(self) -> None:
        assert set(OFFERED) == set(KINDS) - {"page"}

    @every_kind
    def test_are_all_keys_of_the_model_but_those_left_out_with_a_reason(self, kind: str) -> None:
        keys = {info.alias or name for name, info in KINDS[kind].model_fields.items()}
        assert keys - {field.key for field in fields_of(kind)} <= {key.removeprefix(".") for key in LEFT_OUT}

    @every_kind
    def test_stand_once_each_in_the_sections(self, kind: str) -> None:
        shown = [field.key for section in sections(kind, HUB_, asked(kind, fields_of(kind))) for field in section.fields]
        assert sorted(shown) == sorted(field.key for field in fields_of(kind))

    @every_kind
    def test_that_are_required_are_never_folded_away(self, kind: str) -> None:
        for section in sections(kind, HUB_, asked(kind, fields_of(kind))):
            assert section.open or not any(field.required for field in section.fields), section.title

    def test_offer_the_words_of_the_region(self) -> None:
        themes = next(field for field in fields_of("article") if field.key == "themes")
        assert [(choice.value, choice.label) for choice in themes.choices] == list(HUB_.themes.items())

    @pytest.mark.parametrize(
        ("told", "example", "control", "hint"),
        [
            ("Une phrase.", "Une nuit", "text", "Une phrase."),
            ("", "Une nuit", "text", "Par exemple\u00a0: Une nuit"),
            ("", "2026-11-21", "day", ""),
            ("", "", "text", ""),
        ],
    )
    def test_hint_at_what_to_write_by_their_help_or_an_example(self, told: str, example: str, control: str, hint: str) -> None:
        assert Field("title", "Titre", told, example, control, "text", required=False).hint == hint

    def test_no_table_of_the_layout_names_a_key_that_no_kind_has(self) -> None:
        known = {path for kind in OFFERED for path in paths(kind)}
        keys = {path.rpartition(".")[2] for path in known}
        assert set(chain.from_iterable(section.keys for section in SECTIONS)) <= keys
        assert set(HELPS) | set(CONTROLS) <= known

    @pytest.mark.parametrize("key", ["organisation", "parent", "partners.*.organisation"])
    def test_that_name_a_contribution_offer_those_that_are_there(self, key: str) -> None:
        field = next(field for field in every(fields_of("event")) if field.path == key)
        assert (field.sort, field.control) == ("slug", "reference")


class TestTheChecks:
    @every_kind
    def test_tell_of_each_required_field_that_it_is_missing(self, kind: str) -> None:
        told = missing(kind, fields_of(kind), HUB_)
        assert set(told) == {field.path for field in every(fields_of(kind)) if field.required}
        assert {message["code"] for message in told.values()} == {"E102"}

    @every_kind
    def test_say_what_the_check_says_and_no_word_more(self, kind: str) -> None:
        for path, found in checks(kind, fields_of(kind), HUB_).items():
            for one in found:
                assert "¤" not in str(one), path
                assert one["if"] == "date" or (one["code"].startswith("E1") and one["message"] and one["repair"]), path

    @pytest.mark.parametrize("text", ["12", "-1", "1.5", "1,5", "1 200", "douze", "12 kg", "1e3", "", "9" * 16, "0.0"])
    def test_read_numbers_as_the_check_does(self, text: str) -> None:
        plain = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3})", "", text).replace(",", ".")
        asked_of: list[tuple[str, str, dict[str, Any]]] = [
            ("event", "booking.capacity", {"booking": {"capacity": text}}),
            ("exhibition", "price.deposit", {"price": {"free": "true", "deposit": text}}),
        ]
        for kind, path, keys in asked_of:
            pattern = next(one for one in checks(kind, fields_of(kind), HUB_)[path] if one["if"] == "number")["pattern"]
            refused = any(finding.code == "E107" for finding in validate(KINDS[kind], keys, HUB_.vocabularies)[1])
            assert (re.search(pattern, plain) is None) == refused

    @pytest.mark.parametrize(
        "text", ["images/a.jpg", "../a.jpg", "a/../b.jpg", "a..b.jpg", "c:\\a.jpg", "https://exemple.fr/a.jpg", "a/.."]
    )
    def test_keep_files_inside_as_the_check_does(self, text: str) -> None:
        found = validate(KINDS["resource"], {"file": text}, HUB_.vocabularies)[1]
        assert (re.search(INSIDE, text) is None) == any(finding.code == "E118" for finding in found)

    @pytest.mark.parametrize(
        "text", ["03 22", "poste 7", "accueil", "+33 (0)3", "03 22 93 49 36", "+33 (0)3 22 93 49 36", "3 22 93 49 36", "3915"]
    )
    def test_read_telephones_as_the_check_does(self, text: str) -> None:
        found = validate(KINDS["organisation"], {"phone": text}, HUB_.vocabularies)[1]
        assert (re.search(FORM, text) is None) == any(finding.code == "E117" for finding in found)


class TestTheConditions:
    def test_are_found_by_asking_the_models(self) -> None:
        keys = ("organisation", "publisher", "slots", "recurrence", "mode", "place", "online_url", "parent")
        assert asked("event", fields_of("event")) == keys
        found = {rule["at"]: rule for rule in conditions("event", fields_of("event")) if rule["message"].startswith("Il manque")}
        assert found["place"]["keys"] == ["mode", "place", "parent"]
        assert sorted(map(str, found["place"]["states"])) == ["['mixte', None, None]", "['sur-place', None, None]", "[None, None, None]"]
        assert {at for at, rule in found.items() if rule["hides"]} == {"place", "online_url"}
        assert found["slots"]["keys"] == ["slots", "recurrence", "parent"]
        assert sorted(map(str, found["online_url"]["states"])) == ["['en-ligne', None]", "['mixte', None]"]

    def test_say_what_is_lacking_at_first_and_what_is_not_asked_yet(self) -> None:
        assert lacking("event", fields_of("event")) == ("organisation", "slots", "place")
        assert not_asked_yet("event", fields_of("event")) == ("online_url",)

    def test_leave_out_what_a_category_needs_not(self) -> None:
        rule = next(rule for rule in conditions("resource", fields_of("resource")) if rule["at"] == "url")
        assert not rule["hides"]
        assert rule["keys"] == ["category", "url", "file"]
        assert "intervention" not in [state[0] for state in rule["states"]]

    def test_of_groups_are_found_too(self) -> None:
        assert {rule["path"]: rule["keys"] for rule in either("event", fields_of("event"), HUB_)} == {
            "partners.*": ["organisation", "name"],
            "documents.*": ["url", "file"],
        }
        assert [(rule["path"], rule["least"], rule["most"]) for rule in swapped("event", fields_of("event"), HUB_)] == [
            ("age", "min", "max")
        ]

    def test_of_times_are_the_words_of_the_rules(self, library: Callable[..., Library]) -> None:
        told = told_of_times(library(page("a-propos")))
        assert told["backwards"]["message"] == "La fin ({end}) est avant le début ({start})."
        assert {name: message["code"] for name, message in told.items()} == {
            "backwards": "E401",
            "overnight": "E401",
            "uneven": "E403",
            "mixed": "E403",
            "overlap": "E402",
            "programme": "E401",
        }


def model_of(kind: str) -> str:
    held = fields_of(kind)
    return skeleton(sections(kind, HUB_, asked(kind, held)), lacking(kind, held), "Un texte.")


def in_use(line: str) -> str:
    """A line of a model without the mark before its key; what is a heading stays a remark."""
    return line.removeprefix("# ") if re.match(r"# +(?:- )?[a-z_]+:", line) else line


class TestTheModelOfAFile:
    region = hub(themes=dict(HUB_.themes), audiences=dict(HUB_.audiences))

    @every_kind
    def test_is_sound_as_it_stands(self, kind: str, reported: Callable[..., list[str]]) -> None:
        beside = organisation("musee-de-la-craie")
        told = reported({**self.region, **beside, f"{kind}s/modele.md": model_of(kind)})
        assert {line.split(" ")[1] for line in told} <= {"W004"}, "its examples are to be replaced, which is said of those that are not"

    @every_kind
    def test_has_a_sound_value_for_every_key(self, kind: str, reported: Callable[..., list[str]]) -> None:
        text = "\n".join(in_use(line) for line in model_of(kind).split("\n"))
        names = ("musee-de-la-craie", "exemple")
        beside = [
            *map(organisation, names),
            event("exemple"),
            exhibition("exemple"),
            programme("exemple"),
            programme("fete-de-la-science-2026"),
        ]
        tree = {path: file for contribution in beside for path, file in contribution.items()}
        codes = {problem.split()[1] for problem in reported({**self.region, **tree, f"{kind}s/modele.md": text})}
        only_one_of_two, not_in_this_hub, an_example = {"E102", "E126", "E508"}, {"E203", "E204", "E205", "E206", "W616"}, {"W004"}
        assert codes <= only_one_of_two | not_in_this_hub | an_example
