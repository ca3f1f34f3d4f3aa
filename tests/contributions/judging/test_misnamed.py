"""What others call the keys: which key each name gives, in which group, with which lines; and what is never written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.judging.other_names import APART, names
from contributions.judging.structure import field_at
from contributions.judging.validation import validate
from contributions.models import KINDS
from contributions.problems.problem import Finding, Fix
from contributions.region.hub import Hub
from support_models import COMMON, EVENT, VOCABULARIES

ARTICLE = COMMON


def findings(values: dict[str, Any], kind: str = "event") -> list[Finding]:
    """What is said of some front matter."""
    return validate(KINDS[kind], values, VOCABULARIES)[1]


def said(values: dict[str, Any], kind: str = "event") -> list[str]:
    """The repairs, in their order."""
    return [found.repair for found in findings(values, kind)]


def without(*keys: str) -> dict[str, Any]:
    return {key: value for key, value in EVENT.items() if key not in keys}


class TestANameAtItsPlace:
    @pytest.mark.parametrize(
        ("name", "key"),
        [
            ("titre", "title"), ("Titre", "title"), ("TITRE", "title"), ("name", "title"), ("headline", "title"),
            ("description", "summary"), ("Résumé", "summary"), ("excerpt", "summary"), ("chapô", "summary"),
            ("publishDate", "date"), ("datePublished", "date"), ("date de publication", "date"),
        ],
    )  # fmt: skip
    def test_is_the_key_and_may_be_written(self, name: str, key: str) -> None:
        (found,) = findings({(name if known == key else known): value for known, value in EVENT.items()})
        assert (found.repair, found.fix, found.location) == (f"Vouliez-vous dire « {key} » ?", Fix(key), (name,))

    @pytest.mark.parametrize(
        ("name", "value", "key"),
        [
            ("tags", ["ciel"], "keywords"), ("lastmod", "2026-11-02", "updated"), ("dateModified", "2026-11-02", "updated"),
            ("redirect_from", ["/a/"], "aliases"), ("publics", ["famille"], "audiences"), ("location", {"name": "S", "city": "Laon"}, "place"),
            ("timings", [{"start": "2026-11-28 14:00"}], "slots"), ("onlineAccessLink", "https://x.fr", "online_url"),
        ],
    )  # fmt: skip
    def test_holds_the_same_sort_of_value(self, name: str, value: object, key: str) -> None:
        (found,) = findings({**without(key), name: value})
        assert (found.fix, found.location) == (Fix(key), (name,))

    @given(
        st.sampled_from(["mots-clés", "code postal", "date de publication", "site web", "dateModified"]),
        st.sampled_from(["-", "_", " ", "  ", ""]),
        st.sampled_from([str.lower, str.title, str.capitalize, str.swapcase]),
    )
    def test_may_be_written_in_any_case_with_any_marks(self, name: str, mark: str, case: Callable[[str], str]) -> None:
        plain = findings({**EVENT, name: "x"})[0]
        other = findings({**EVENT, case(name.replace("-", mark).replace(" ", mark)): "x"})[0]
        assert other.repair == plain.repair

    def test_is_told_once_and_its_value_judged_under_the_key(self) -> None:
        found = findings({**without("category"), "categorie": "ateleir"})
        assert [(each.code, each.location) for each in found] == [("E101", ("categorie",)), ("E109", ("categorie",))]

    def test_inside_a_group_that_has_another_name_is_told_in_the_same_run(self) -> None:
        found = findings({**without("place"), "location": {"nom": "Salle", "ville": "Laon"}})
        assert [(each.location, each.fix) for each in found] == [
            (("location",), Fix("place")),
            (("location", "nom"), Fix("name")),
            (("location", "ville"), Fix("city")),
        ]

    def test_that_is_there_too_is_told_to_be_too_many(self) -> None:
        assert said({**EVENT, "titre": "x"}) == ["Gardez l’un des deux : « title » est déjà écrit."]


class TestANameOfAnotherSort:
    def test_gives_the_lines_and_judges_nothing(self) -> None:
        assert said({**EVENT, "tags": "ciel, étoiles"}) == ["Écrivez :\nkeywords: [ciel, étoiles]"]
        assert said({**EVENT, "public": "Tout public"}) == ["Écrivez :\naudiences: [tout-public]"]
        assert said({**EVENT, "tarif": "20 €"}) == ["Écrivez :\nprice:\n  free: false\n  text: 20 €"]
        assert said({**EVENT, "registration": "https://x.fr"}) == ["Écrivez :\nbooking:\n  url: https://x.fr"]
        assert said({**ARTICLE, "author": "Camille"}, "article") == ["Écrivez :\nauthors: [Camille]"]

    def test_is_never_written_without_asking(self) -> None:
        for values in ({"tags": "ciel"}, {"tarif": "20 €"}, {"slug": "nuit"}, {"uid": "1@x"}, {"accroche": "x"}):
            assert [found.fix for found in findings({**EVENT, **values})] == [None]


class TestANameOfAGroup:
    def test_at_the_root_gives_the_lines_of_the_group(self) -> None:
        assert said({**without("slots"), "start": "28/11/2026", "end": "2026-11-28"}) == [
            "Elle va sous « slots ». Écrivez :\nslots:\n  - start: 2026-11-28\n    end: 2026-11-28",
            "Elle va aussi sous « slots », avec « start ».",
        ]

    def test_is_shown_with_all_that_go_into_it_and_what_it_lacks(self) -> None:
        assert said({**without("place"), "adresse": "1 rue X", "ville": "80000 Amiens"})[0] == (
            "Elle va sous « place ». Écrivez, en remplaçant chaque « … » :\n"
            "place:\n  name: …\n  address: 1 rue X\n  postcode: 80000\n  city: Amiens"
        )

    def test_puts_together_what_stands_apart(self) -> None:
        assert said({**without("slots"), "date_debut": "2026-11-28", "heure_debut": "14h", "heure_fin": "16h"})[0] == (
            "Elle va sous « slots ». Écrivez :\nslots:\n  - start: 2026-11-28 14:00\n    end: 2026-11-28 16:00"
        )
        assert said({**COMMON, "photo": "a.jpg", "crédit": "moi"})[0] == (
            "Elle va sous « image ». Écrivez, en remplaçant chaque « … » :\nimage:\n  src: images/a.jpg\n  alt: …\n  credit: moi"
        )
        assert said({**without("slots"), "dates": ["2026-11-28", "2026-11-29"]}) == [
            "Écrivez :\nslots:\n  - start: 2026-11-28\n  - start: 2026-11-29"
        ]

    def test_is_shown_alone_where_the_group_is_there(self) -> None:
        assert said({**EVENT, "adresse": "1 rue X"}) == ["Déplacez-la sous « place », décalée de deux espaces : « address: 1 rue X »."]

    def test_three_at_the_root_give_three_short_clear_messages(self) -> None:
        values = {**without("summary", "place"), "description": "Une nuit.", "city": "Laon", "email": "a@b.fr"}
        assert said(values) == [
            "Vouliez-vous dire « summary » ?",
            "Elle va sous « place ». Écrivez, en remplaçant chaque « … » :\nplace:\n  name: …\n  city: Laon",
            "Elle va sous « contact », ou sous « booking ». Écrivez :\ncontact:\n  email: a@b.fr",
        ]

    @pytest.mark.parametrize("kind", ["event", "article", "exhibition"])
    def test_of_an_image_is_told_for_every_kind(self, kind: str) -> None:
        assert "image:\n  src: …\n  alt: …\n  credit: moi" in said({**COMMON, "credit": "moi"}, kind)[0]

    def test_of_the_root_in_a_group_is_sent_there(self) -> None:
        assert said({**EVENT, "place": {**EVENT["place"], "tags": ["x"]}}) == [
            "Mettez-la au premier niveau, sans espace devant, sous le nom « keywords »."
        ]


class TestANameWithoutItsUnit:
    @pytest.mark.parametrize(
        ("name", "written", "fix"), [("poids", "45 kg", Fix("weight_kg")), ("poids", "45", None), ("hauteur", "2", None)]
    )
    def test_is_written_only_where_the_number_has_one(self, name: str, written: str, fix: Fix | None) -> None:
        found = findings({**COMMON, "category": "malle", "format": {name: written}}, "exhibition")[0]
        assert found.fix == fix

    def test_is_asked_for(self) -> None:
        repairs = said({**COMMON, "format": {"hauteur": "2"}}, "exhibition")
        assert repairs == ["Vouliez-vous dire « height_cm » ? Donnez la mesure en centimètres."]


class TestYesOrNo:
    @pytest.mark.parametrize(
        ("name", "value", "line"),
        [("draft", "true", "status: brouillon"), ("published", "false", "status: brouillon"), ("published", "true", "status: publie"),
         ("online", "oui", "mode: en-ligne"), ("annulé", "true", "event_status: annule")],
    )  # fmt: skip
    def test_becomes_a_word_of_a_key(self, name: str, value: str, line: str) -> None:
        (found,) = findings({**EVENT, name: value})
        assert (found.repair, found.fix) == (f"Écrivez « {line} ».", Fix(line, f"{name}: {value}"))

    def test_may_stand_in_a_group(self) -> None:
        assert said({**EVENT, "gratuit": "oui"}) == ["Écrivez :\nprice:\n  free: true"]

    def test_is_not_written_beside_a_key_that_is_there(self) -> None:
        assert [found.fix for found in findings({**EVENT, "draft": "true", "status": "publie"})] == [None]


class TestANameWithoutAKey:
    @pytest.mark.parametrize("name", ["layout", "params", "weight", "body", "longDescription", "originAgenda", "geo"])
    def test_is_told_why(self, name: str) -> None:
        (found,) = findings({**EVENT, name: "x"})
        assert found.fix is None
        assert "Clés possibles" not in found.repair
        assert "Vouliez-vous" not in found.repair

    def test_of_another_kind_is_told_so(self) -> None:
        assert said({**ARTICLE, "cost": "5 €"}, "article") == [
            "Ce genre de contribution n’a pas cette information : écrivez-la dans le texte, ou retirez cette ligne."
        ]

    def test_that_another_kind_has_is_told_so(self) -> None:
        assert "Ce genre de contribution n’a pas cette information" in said({**COMMON, "consent": "oui"}, "exhibition")[0]

    def test_and_without_meaning_lists_all_keys_once_a_file(self) -> None:
        first, second = said({**EVENT, "xyzzy": "1", "plugh": "2"})
        assert first.startswith("Clés possibles : access_note, accessibility, age, ")
        assert second == "Retirez cette ligne, ou donnez-lui l’un des noms déjà cités."

    @pytest.mark.parametrize("name", ["weight_g", "unpublish", "maximum_km", "prénom", "nontitle", "antislots"])
    def test_is_never_guessed_from_far_away(self, name: str) -> None:
        (found,) = findings({**EVENT, name: "x"})
        assert found.fix is None
        assert "Vouliez-vous" not in found.repair


class TestWordsOfOtherTools:
    @pytest.mark.parametrize(
        ("key", "written", "word"),
        [("event_status", "EventCancelled", "annule"), ("event_status", "Annulée", "annule"), ("mode", "OnlineEventAttendanceMode", "en-ligne"),
         ("mode", "Présentiel", "sur-place"), ("status", "draft", "brouillon")],
    )  # fmt: skip
    def test_are_those_of_the_contract(self, key: str, written: str, word: str) -> None:
        found = findings({**EVENT, "online_url": "https://x.fr", key: written})[0]
        assert (found.code, found.fix) == ("E109", Fix(word))

    @pytest.mark.parametrize("written", ["depublie", "dépublié", "non publie", "unpublie"])
    def test_are_never_their_contrary(self, written: str) -> None:
        (found,) = findings({**EVENT, "status": written})
        assert found.fix is None
        assert found.repair == "Valeurs possibles : publie, brouillon, archive."


class TestTheTable:
    def test_names_only_keys_that_some_kind_has(self) -> None:
        models = [*KINDS.values(), Hub]
        paths = {meaning.path for found in names().keys.values() for meaning in found}
        paths |= {switch.path for found in names().switches.values() for switch in found}
        assert [path for path in paths if not any(field_at(model, path) for model in models)] == []

    def test_names_only_words_of_the_contract(self) -> None:
        for key, written in names().words.items():
            assert APART
            for other, word in written.items():
                assert other != word, key

    @given(
        st.sampled_from(sorted(names().keys)), st.sampled_from(sorted(KINDS)), st.sampled_from(["x", "2026-11-28", ["x"], {"name": "x"}])
    )
    def test_gives_words_and_never_another_key_than_one_of_the_kind(self, name: str, kind: str, value: object) -> None:
        for found in findings({**COMMON, name: value}, kind):
            assert found.message
            assert found.repair
            if isinstance(found.fix, Fix) and found.code == "E101":
                assert field_at(KINDS[kind], (found.fix.new.partition(":")[0],))
