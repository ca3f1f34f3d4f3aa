"""The reference of keys and the drafts made of it: whatever they show is sound front matter."""

import re
from typing import Any

import pytest

from contributions.judging.validation import validate
from contributions.models import KINDS
from contributions.reference.drafting import commented, draft, sample, whole, yaml_text
from contributions.reference.reference import Key, reference, rows
from contributions.source.front_matter import parse
from support import demo_hub, one_of_each

HUB = demo_hub()
KEYS = {kind: {key.name: key for key in reference(kind, HUB)} for kind in KINDS}


def sound(kind: str) -> dict[str, Any]:
    """The front matter of a small sound contribution."""
    (path,) = [path for path in one_of_each() if path.startswith(f"{kind}s/")]
    text = one_of_each()[path]
    assert isinstance(text, str)
    return parse(text).values


def findings(kind: str, text: str) -> list[str]:
    """What the model says of a file."""
    return [finding.message for finding in validate(KINDS[kind], parse(text).values, HUB.vocabularies)[1]]


OPTIONAL = [(kind, name) for kind, keys in KEYS.items() for name, key in keys.items() if not key.required]


class TestReference:
    @pytest.mark.parametrize("kind", KINDS)
    def test_has_every_key_of_the_model_once(self, kind: str) -> None:
        declared = [field.alias or name for name, field in KINDS[kind].model_fields.items()]
        assert sorted(key.name for key in reference(kind, HUB)) == sorted(declared)

    @pytest.mark.parametrize("kind", KINDS)
    def test_explains_every_key_at_any_depth(self, kind: str) -> None:
        for _, key in rows(tuple(reference(kind, HUB))):
            assert key.label, key.name
            assert key.type, key.name
            assert key.keys or key.values or key.example is not None, key.name

    @pytest.mark.parametrize("kind", KINDS)
    def test_speaks_french(self, kind: str) -> None:
        english = {"string", "boolean", "integer", "array", "object", "null"}
        assert not english & {word for _, key in rows(tuple(reference(kind, HUB))) for word in re.findall(r"\w+", key.type)}

    def test_says_when_a_key_must_be_there(self) -> None:
        keys = KEYS["event"]
        assert keys["title"].demand == "obligatoire"
        assert keys["organisation"].demand == "obligatoire (ou « publisher »)"
        assert keys["place"].demand == "obligatoire, sauf si « mode » vaut en-ligne ou si « parent » est donné"
        assert keys["online_url"].demand == "obligatoire si « mode » vaut en-ligne ou mixte"
        assert keys["keywords"].demand == "facultative"
        assert KEYS["organisation"]["place"].demand == "obligatoire si « consent » est donné"

    def test_gives_the_regions_words_with_their_labels(self) -> None:
        assert {value.slug: value.label for value in KEYS["article"]["themes"].values} == HUB.themes

    @pytest.mark.parametrize(
        ("kind", "name", "words"),
        [
            ("event", "date", "date"),
            ("event", "slots", "liste de groupes"),
            ("event", "pass_culture", "oui ou non"),
            ("event", "sequence", "nombre entier"),
            ("event", "programmes", "liste de noms de fiche"),
            ("exhibition", "acquired", "date, même incomplète"),
            ("organisation", "consent", "oui ou non ou groupe"),
            ("resource", "url", "adresse web"),
        ],
    )
    def test_tells_types_in_words(self, kind: str, name: str, words: str) -> None:
        assert KEYS[kind][name].type == words


class TestSamples:
    @pytest.mark.parametrize(("kind", "name"), OPTIONAL)
    def test_of_every_key_are_taken_by_the_check(self, kind: str, name: str) -> None:
        assert findings(kind, whole({**sound(kind), name: sample(KEYS[kind][name])}, "Un texte.")) == []

    @pytest.mark.parametrize("kind", KINDS)
    def test_of_every_key_of_a_group_are_taken_by_the_check(self, kind: str) -> None:
        for group in reference(kind, HUB):
            base = sample(group)
            for key in group.keys:
                entry = {**(base[0] if group.many and isinstance(base[0], dict) else base if isinstance(base, dict) else {})}
                if not entry:
                    continue
                entry = {name: given for name, given in entry.items() if name not in key.rivals} | {key.name: sample(key)}
                value = [entry] if group.many else entry
                values = {name: kept for name, kept in sound(kind).items() if name not in group.rivals}
                assert findings(kind, whole({**values, group.name: value}, "Un texte.")) == [], (group.name, key.name)


@pytest.mark.parametrize("kind", KINDS)
class TestDrafts:
    def test_hold_what_is_given_and_explain_the_rest(self, kind: str) -> None:
        text = draft(reference(kind, HUB), sound(kind), "Un texte.")
        assert findings(kind, text) == []
        assert parse(text).values == sound(kind)
        for key in reference(kind, HUB):
            assert re.search(rf"^#?{key.name}:", text, re.MULTILINE) or set(key.rivals) & set(sound(kind)), key.name

    def test_are_sound_with_any_optional_key_uncommented(self, kind: str) -> None:
        text = draft(reference(kind, HUB), sound(kind), "Un texte.")
        for block in re.findall(r"^#[a-z_]+:.*\n(?:#  .*\n)*", text, re.MULTILINE):
            assert findings(kind, text.replace(block, re.sub(r"^#", "", block, flags=re.MULTILINE))) == [], block

    def test_stay_sound_where_an_editor_takes_the_space_after_the_sign_too(self, kind: str) -> None:
        text = draft(reference(kind, HUB), sound(kind), "Un texte.")
        for block in re.findall(r"^#[a-z_]+:.*\n(?:#  .*\n)*", text, re.MULTILINE):
            assert findings(kind, text.replace(block, re.sub(r"^# ?", "", block, flags=re.MULTILINE))) == [], block


class TestYaml:
    def test_is_written_as_people_write_it(self) -> None:
        values = {
            "title": "L’heure : un « # » test",
            "free": True,
            "themes": ["astronomie"],
            "postcode": "02100",
            "slots": [{"start": "2026-11-28 14:00"}],
        }
        assert yaml_text(values) == (
            "title: 'L’heure : un « # » test'\nfree: true\nthemes: [astronomie]\npostcode: 02100\nslots:\n  - start: 2026-11-28 14:00\n"
        )

    def test_comments_a_key_in_lines_that_are_yaml_without_their_sign(self) -> None:
        key = Key("age", "Âge", "De quel âge à quel âge.", "groupe", keys=(Key("min", "De", "", "nombre", example=8),))
        assert list(commented(key)) == ["# Âge. De quel âge à quel âge.", "#age:", "#  min: 8"]
