"""Groups and lists from what was written in their place: the very lines."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from contributions.judging.rewriting import lines, scalar
from contributions.judging.validation import validate
from contributions.models import KINDS
from contributions.problems.problem import Finding, Fix
from contributions.source.front_matter import parse
from contributions.words.hidden import hidden
from support_limits import in_bounded_time
from support_models import COMMON, EVENT, VOCABULARIES

TEXT = (
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text != "" and not any(True for _ in hidden(text)))
)


def told(values: dict[str, Any], kind: str = "event") -> Finding:
    """The one thing that is said."""
    (found,) = validate(KINDS[kind], {**(EVENT if kind == "event" else COMMON), **values}, VOCABULARIES)[1]
    return found


class TestAGroupFromAText:
    @pytest.mark.parametrize(
        ("key", "written", "shown"),
        [
            ("price", "20 €", "price:\n  free: false\n  text: 20 €"),
            ("price", "20", "price:\n  free: false\n  text: 20 €"),
            ("price", "gratuit", "price:\n  free: true"),
            ("price", "Entrée libre", "price:\n  free: true"),
            ("price", "0 €", "price:\n  free: true"),
            ("price", "gratuit sur réservation", "price:\n  free: true\n  text: gratuit sur réservation"),
            ("price", "4 €, gratuit pour les enfants", "price:\n  free: false\n  text: 4 €, gratuit pour les enfants"),
            ("publisher", "Musée de la Craie", "publisher:\n  name: Musée de la Craie"),
            ("contact", "x@y.fr", "contact:\n  email: x@y.fr"),
            ("contact", "03 22 00 00 00", "contact:\n  phone: 03 22 00 00 00"),
            ("contact", "https://y.fr/contact", "contact:\n  url: https://y.fr/contact"),
            ("contact", "Accueil du musée", "contact:\n  name: Accueil du musée"),
            ("age", "8-14", "age:\n  min: 8\n  max: 14"),
            ("age", "de 8 à 14 ans", "age:\n  min: 8\n  max: 14"),
            ("age", "dès 8 ans", "age:\n  min: 8"),
            ("age", "à partir de 6 ans", "age:\n  min: 6"),
            ("age", "8 ans et plus", "age:\n  min: 8"),
            ("age", "8+", "age:\n  min: 8"),
            ("age", "jusqu’à 12 ans", "age:\n  max: 12"),
            ("booking", "https://x.fr", "booking:\n  url: https://x.fr"),
            ("contact", "Accueil, 03 22 00 00 00", "contact:\n  name: Accueil\n  phone: 03 22 00 00 00"),
            ("booking", "sur réservation au 03 22 00 00 00", "booking:\n  required: true\n  phone: 03 22 00 00 00"),
            ("booking", "sans réservation", "booking:\n  required: false"),
            ("booking", "obligatoire", "booking:\n  required: true"),
            ("place", "Musée, Amiens", "place:\n  name: Musée\n  city: Amiens"),
            ("place", "Musée, 12 rue X, 80000 Amiens", "place:\n  name: Musée\n  address: 12 rue X\n  postcode: 80000\n  city: Amiens"),
        ],
    )  # fmt: skip
    def test_is_its_lines(self, key: str, written: str, shown: str) -> None:
        found = told({key: written})
        assert (found.code, found.repair, found.fix) == ("E106", f"Écrivez :\n{shown}", None)

    @pytest.mark.parametrize(
        ("key", "written", "shown"),
        [
            ("image", "a.jpg", "image:\n  src: images/a.jpg\n  alt: …\n  credit: …"),
            ("image", "/images/a.jpg", "image:\n  src: images/a.jpg\n  alt: …\n  credit: …"),
            ("place", "Amiens", "place:\n  name: …\n  city: Amiens"),
            ("place", "Salle des fêtes", "place:\n  name: Salle des fêtes\n  city: …"),
        ],
    )  # fmt: skip
    def test_leaves_room_for_what_only_its_author_knows(self, key: str, written: str, shown: str) -> None:
        assert told({key: written}).repair == f"Écrivez, en remplaçant chaque « … » :\n{shown}"

    @pytest.mark.parametrize(
        ("key", "written", "shown"),
        [
            ("price", "150 €", "price:\n  free: false\n  amount: 150"),
            ("price", "150 € par semaine", "price:\n  free: false\n  amount: 150\n  per: semaine"),
            ("insurance", "3000 €", "insurance:\n  value: 3000"),
            ("loan", "3 semaines", "loan:\n  max_days: 21"),
            ("format", "12 panneaux", "format:\n  panels: 12"),
            ("transport", "à la charge de l’emprunteur", "transport:\n  by: emprunteur"),
        ],
    )  # fmt: skip
    def test_of_a_tool_too(self, key: str, written: str, shown: str) -> None:
        assert told({"category": "malle", key: written}, "exhibition").repair == f"Écrivez :\n{shown}"

    @pytest.mark.parametrize("key", ["place", "price", "age", "booking", "contact"])
    @pytest.mark.parametrize("start", ["", "Musée, 80000", "Musée", "8", "réservation"])
    @pytest.mark.parametrize("many", [" ", "1", " 1", " (", "a", " a", "-"])
    def test_is_gone_through_once_however_long_it_is(self, key: str, start: str, many: str) -> None:
        with in_bounded_time():
            told({key: f"{start}{many * 100_000},1"})

    def test_that_says_nothing_of_it_names_its_keys(self) -> None:
        assert (
            told({"age": "tout public"}).repair == "Passez à la ligne, puis écrivez une clé par ligne, décalée de deux espaces : min, max."
        )

    @pytest.mark.parametrize(("text", "free"), [("5 €", "false"), ("gratuit", "true")])
    def test_lacks_a_key_that_the_others_tell(self, text: str, free: str) -> None:
        assert told({"price": {"text": text}}).repair == f"Ajoutez « free: {free} »."


class TestAList:
    def test_of_groups_from_a_text(self) -> None:
        assert (
            told({"links": "https://x.fr"}).repair == "Écrivez, en remplaçant chaque « … » :\nlinks:\n  - label: …\n    url: https://x.fr"
        )
        assert told({"partners": "CNRS, INSERM"}).repair == (
            "Écrivez :\npartners:\n  - name: CNRS\n    role: partenaire\n  - name: INSERM\n    role: partenaire"
        )
        assert told({"slots": "28/11/2026"}).repair == "Écrivez :\nslots:\n  - start: 2026-11-28"

    def test_of_what_is_counted_has_number_and_name(self) -> None:
        assert told({"results": "300 visiteurs"}).repair == "Écrivez :\nresults:\n  - label: visiteurs\n    value: 300"

    def test_of_groups_from_a_group(self) -> None:
        assert told({"slots": {"start": "2026-11-28"}}).repair == "Écrivez :\nslots:\n  - start: 2026-11-28"

    def test_of_groups_holds_an_entry_that_is_a_text(self) -> None:
        found = told({"partners": ["CNRS"]})
        assert (found.repair, found.location) == ("Écrivez :\n  - name: CNRS\n    role: partenaire", ("partners", 0))

    @pytest.mark.parametrize(
        ("key", "written", "meant"),
        [
            ("themes", "Astronomie", "[astronomie]"), ("themes", "Sciences de la Terre et astronomie", "[sciences-de-la-terre, astronomie]"),
            ("audiences", "Tout public, en famille", "[tout-public, famille]"), ("accessibility", "Moteur, visuel", "[moteur, visuel]"),
            ("accessibility", "PMR", "[moteur]"), ("keywords", "ciel", "[ciel]"),
        ],
    )  # fmt: skip
    def test_of_words_is_written_where_all_are_sure(self, key: str, written: str, meant: str) -> None:
        found = told({key: written})
        assert (found.code, found.repair, found.fix) == ("E105", f"Écrivez {key}: {meant}.", Fix(meant, written))

    @pytest.mark.parametrize(("key", "written"), [("themes", "astronomie, astronautique"), ("keywords", "ciel, étoiles"), ("themes", "x")])
    def test_of_words_is_only_shown_where_they_are_not(self, key: str, written: str) -> None:
        assert told({key: written}).fix is None

    def test_of_departments_has_their_codes(self) -> None:
        found = told({"category": "malle", "area": "Somme, Aisne"}, "exhibition")
        assert (found.repair, found.fix) == ("Écrivez area: [80, 02].", Fix("[80, 02]", "Somme, Aisne"))


class TestANumber:
    @pytest.mark.parametrize(
        ("values", "number"),
        [
            ({"format": {"weight_kg": "45 kg"}}, "45"), ({"format": {"width_cm": "1,2 m"}}, "120"), ({"loan": {"max_days": "3 semaines"}}, "21"),
            ({"setup": {"minutes": "1h30"}}, "90"), ({"format": {"panels": "12 panneaux"}}, "12"), ({"format": {"panels": "douze"}}, "12"),
            ({"price": {"free": "false", "deposit": "300 €"}}, "300"),
        ],
    )  # fmt: skip
    def test_with_a_sure_unit_is_written_out(self, values: dict[str, Any], number: str) -> None:
        found = told({"category": "malle", **values}, "exhibition")
        assert (found.code, found.repair, found.fix) == ("E107", f"Écrivez {number}.", Fix(number))

    @pytest.mark.parametrize(
        ("values", "repair"),
        [
            ({"year": "2024-2025"}, "Gardez un seul nombre, sans unité : 2024 ou 2025."),
            ({"format": {"weight_kg": "45 à 50 kg"}}, "Gardez un seul nombre, en kilogrammes, sans unité : 45 ou 50."),
            ({"loan": {"max_days": "un mois"}}, "Écrivez le nombre seul, en chiffres, en jours, sans unité."),
            ({"format": {"panels": "1,5 panneau"}}, "Écrivez le nombre seul, en chiffres, sans unité."),
        ],
    )  # fmt: skip
    def test_that_is_not_sure_is_asked_for_in_its_unit(self, values: dict[str, Any], repair: str) -> None:
        found = told({"category": "malle", **values}, "exhibition")
        assert (found.repair, found.fix) == (repair, None)


class TestLines:
    @given(TEXT)
    def test_of_any_text_read_as_it(self, text: str) -> None:
        assert yaml.load(f"key: {scalar(text)}", Loader=yaml.BaseLoader) == {"key": text}

    @given(st.dictionaries(st.sampled_from("abc"), st.one_of(TEXT, st.lists(TEXT, min_size=1, max_size=3)), min_size=1))
    def test_of_any_group_read_as_it(self, group: dict[str, Any]) -> None:
        for value in (group, [group, group]):
            text = "\n".join(["---", *lines("key", value), "---", ""])
            assert parse(text).values == {"key": value}
