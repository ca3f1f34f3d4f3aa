"""Every message of the models: what is wrong with a value, in French, and where it stands."""

from typing import Any

import pytest

from contributions.judging.validation import validate
from contributions.models import KINDS
from contributions.problems.problem import Finding

VOCABULARIES = {
    "themes": {"astronomie": "", "physique": "", "sciences-de-la-terre": "", "chimie": ""},
    "audiences": {"famille": "", "tout-public": ""},
    **{f"categories.{kind}": {"atelier": "", "malle": "", "association": "", "document": ""} for kind in KINDS},
}
COMMON: dict[str, Any] = {
    "title": "Nuit noire",
    "summary": "Une nuit.",
    "date": "2026-11-01",
    "category": "atelier",
    "themes": ["astronomie"],
    "publisher": {"name": "Le musée"},
}
EVENT: dict[str, Any] = {**COMMON, "slots": [{"start": "2026-11-28 14:00"}], "place": {"name": "Salle", "city": "Laon"}}
TOOL = {**COMMON, "category": "malle"}


def findings(kind: str, values: dict[str, Any]) -> list[Finding]:
    """What is wrong with the front matter of a kind."""
    value, found = validate(KINDS[kind], values, VOCABULARIES)
    assert (value is None) == bool(found)
    return found


def the_finding(values: dict[str, Any], kind: str = "event") -> tuple[str, str, str, tuple[str | int, ...]]:
    """The one thing wrong: code, message, repair, location."""
    (found,) = findings(kind, values)
    return found.code, found.message, found.repair, found.location


class TestSoundFrontMatter:
    @pytest.mark.parametrize("kind", ["event", "exhibition", "article", "programme"])
    def test_has_no_findings(self, kind: str) -> None:
        assert findings(kind, EVENT if kind == "event" else TOOL) == []

    def test_gives_frozen_values(self) -> None:
        value, _ = validate(KINDS["event"], EVENT, VOCABULARIES)
        assert value is not None
        with pytest.raises(ValueError, match="frozen"):
            value.title = "Autre"


class TestKeys:
    def test_unknown_ones_are_told_with_the_nearest_and_shown_at_the_key(self) -> None:
        (found,) = findings("event", {**{key: value for key, value in EVENT.items() if key != "title"}, "tilte": "Nuit"})
        assert (found.code, found.message, found.repair) == ("E101", "La clé « tilte » n’existe pas ici.", "Vouliez-vous dire « title » ?")
        assert (found.location, found.at_key) == (("tilte",), True)

    def test_unknown_ones_of_a_group_are_compared_with_those_of_the_group(self) -> None:
        found = the_finding({**EVENT, "place": {"name": "Salle", "city": "Laon", "adress": "1 rue"}})
        assert found == ("E101", "La clé « adress » n’existe pas ici.", "Vouliez-vous dire « address » ?", ("place", "adress"))

    def test_unknown_ones_of_a_list_are_compared_with_those_of_its_entries(self) -> None:
        found = the_finding({**EVENT, "slots": [{"start": "2026-11-28"}, {"start": "2026-11-29", "fro": "tous"}]})
        assert found[2:] == ("Vouliez-vous dire « for » ?", ("slots", 1, "fro"))

    @pytest.mark.parametrize(
        ("keys", "repaired"),
        [
            ({"sumary": "x"}, []),
            ({"publisher": {"nom": "x"}}, [("publisher", "nom")]),
            ({"publisher": {"name": "x", "nom": "y"}}, []),
            ({"keyword": ["x"], "keywordss": ["y"]}, [("keyword",)]),
            ({"keyword": "x"}, []),
            ({"slots": [{"start": "2026-11-28", "statuss": "annule"}, {"status": "annule", "statu": "x"}]}, [("slots", 0, "statuss")]),
        ],
    )
    def test_unknown_ones_are_given_a_name_that_no_other_has(self, keys: dict[str, Any], repaired: list[object]) -> None:
        found = [each for each in findings("event", {**EVENT, **keys}) if each.code == "E101"]
        assert found
        assert [each.location for each in found if each.fix] == repaired

    def test_unknown_ones_that_are_like_none_get_all_of_them(self) -> None:
        repair = the_finding({**EVENT, "age": {"xyzzy": "8"}})[2]
        assert repair == "Clés possibles : max, min."

    def test_missing_ones_are_told_with_their_label_and_an_example(self) -> None:
        values = {key: value for key, value in EVENT.items() if key != "title"}
        assert the_finding(values) == (
            "E102",
            "Il manque « title » (titre).",
            "Ajoutez par exemple « title: Nuit des chercheuses et des chercheurs ».",
            ("title",),
        )

    def test_missing_lists_are_told_with_an_example_in_their_form(self) -> None:
        values = {key: value for key, value in EVENT.items() if key != "themes"}
        assert the_finding(values)[1:3] == ("Il manque « themes » (thèmes).", "Ajoutez par exemple « themes: [astronomie] ».")

    @pytest.mark.parametrize(("word", "key"), [("titre", "title"), ("Résumé", "summary"), ("slot", "slots"), ("horaires", "slots")])
    def test_misnamed_ones_are_not_told_as_missing_too(self, word: str, key: str) -> None:
        values = {word if name == key else name: value for name, value in EVENT.items()}
        assert the_finding(values)[1:3] == (f"La clé « {word} » n’existe pas ici.", f"Vouliez-vous dire « {key} » ?")

    def test_missing_ones_of_a_group_are_located_in_it(self) -> None:
        assert the_finding({**EVENT, "place": {"name": "Salle"}})[3] == ("place", "city")

    def test_missing_ones_are_all_told_in_one_run(self) -> None:
        assert [found.location for found in findings("event", {}) if found.location] == [
            ("title",),
            ("summary",),
            ("category",),
            ("themes",),
            ("date",),
        ]
        assert len(findings("event", {})) == 8

    @pytest.mark.parametrize(
        ("kind", "without", "message"),
        [
            ("event", "publisher", "Il manque « organisation » ou « publisher » : qui publie ?"),
            ("event", "slots", "Il manque « slots » : quand cela a-t-il lieu ?"),
            ("event", "place", "Il manque « place » : où cela a-t-il lieu ?"),
            ("resource", "url", "Il manque « url » ou « file » : où trouve-t-on cette ressource ?"),
            ("organisation", "place", "Il manque « place » : où se trouve cette structure ?"),
        ],
    )
    def test_missing_ones_that_another_may_replace_are_told_in_words(self, kind: str, without: str, message: str) -> None:
        whole: dict[str, Any] = {
            "event": EVENT,
            "resource": {**COMMON, "category": "document", "url": "https://exemple.fr"},
            "organisation": {
                "title": "Musée",
                "summary": "Un musée.",
                "category": "association",
                "place": EVENT["place"],
                "consent": "oui",
            },
        }[kind]
        assert findings(kind, whole) == []
        assert the_finding({key: value for key, value in whole.items() if key != without}, kind)[1] == message

    def test_an_event_on_line_needs_an_address_and_no_place(self) -> None:
        values: dict[str, Any] = {key: value for key, value in EVENT.items() if key != "place"} | {"mode": "en-ligne"}
        assert the_finding(values)[1] == "Il manque « online_url » pour un événement en ligne."
        assert findings("event", values | {"online_url": "https://visio.example/x"}) == []

    def test_slots_and_a_recurrence_exclude_each_other(self) -> None:
        rule = {"start": "2026-10-06 18:00", "end": "2026-10-06 20:00", "rule": "FREQ=WEEKLY;COUNT=2"}
        assert the_finding({**EVENT, "recurrence": rule})[1] == "« slots » et « recurrence » sont donnés tous deux."

    def test_a_talk_on_request_is_nowhere(self) -> None:
        vocabularies = {**VOCABULARIES, "categories.resource": {"intervention": ""}}
        assert validate(KINDS["resource"], {**COMMON, "category": "intervention"}, vocabularies)[1] == []


class TestShapes:
    def test_a_list_is_expected(self) -> None:
        assert the_finding({**EVENT, "themes": "astronomie"}) == (
            "E105",
            "« themes » attend une liste.",
            "Écrivez themes: [astronomie].",
            ("themes",),
        )

    def test_a_list_of_groups_is_expected(self) -> None:
        code, message, repair, location = the_finding({**EVENT, "slots": {"start": "2026-11-28"}})
        assert (code, message, location) == ("E105", "« slots » attend une liste.", ("slots",))
        assert "{" not in repair

    def test_a_group_is_expected(self) -> None:
        assert the_finding({**EVENT, "place": ["Laon"]}) == (
            "E106",
            "« place » attend un groupe de clés.",
            "Passez à la ligne, puis écrivez une clé par ligne, décalée de deux espaces : name, address, postcode, city, insee, lat, lon.",
            ("place",),
        )

    def test_a_text_is_expected(self) -> None:
        assert the_finding({**EVENT, "title": ["Nuit", "noire"]})[0] == "E104"

    @pytest.mark.parametrize("key", ["mode", "status", "visibility", "event_status", "category", "lang", "online_url"])
    @pytest.mark.parametrize("value", [["x"], {"x": "y"}], ids=["list", "group"])
    def test_a_word_is_expected_where_a_list_or_a_group_stands(self, key: str, value: object) -> None:
        (found,) = findings("event", {**EVENT, key: value})
        assert (found.code, found.location) == ("E104", (key,))

    def test_entries_of_a_list_of_words_are_words(self) -> None:
        assert the_finding({**EVENT, "themes": [["astronomie"]]})[0] == "E104"
        assert the_finding({**EVENT, "keywords": [{"a": "b"}]})[0] == "E104"


class TestBounds:
    def test_a_text_that_is_too_long_is_counted(self) -> None:
        assert the_finding({**EVENT, "title": "x" * 141}) == (
            "E110",
            "« title » a 141 caractères : 140 au plus.",
            "Raccourcissez.",
            ("title",),
        )

    def test_a_text_that_is_too_short_is_counted(self) -> None:
        assert the_finding({**EVENT, "title": "x"}) == ("E110", "« title » a 1 caractère : 3 au moins.", "Complétez.", ("title",))

    def test_a_list_that_is_too_long_is_counted(self) -> None:
        themes = ["astronomie", "physique", "chimie", "sciences-de-la-terre"]
        assert the_finding({**EVENT, "themes": themes}) == (
            "E111",
            "« themes » : 4 valeurs, 3 au plus.",
            "Ajoutez ou retirez des éléments.",
            ("themes",),
        )

    def test_an_empty_list_is_told(self) -> None:
        assert the_finding({**EVENT, "themes": []})[:2] == ("E111", "« themes » : au moins 1 valeur.")

    def test_an_event_has_eight_hundred_slots_at_most(self) -> None:
        slots = [{"start": "2026-11-28 14:00"}] * 801
        assert the_finding({**EVENT, "slots": slots})[1] == "« slots » : 801 valeurs, 800 au plus."

    @pytest.mark.parametrize(
        ("values", "repair"),
        [
            ({"age": {"min": "-1"}}, "Écrivez au moins 0."),
            ({"age": {"max": "130"}}, "Écrivez au plus 120."),
            ({"place": {"name": "Salle", "city": "Laon", "lat": "99", "lon": "2"}}, "Écrivez au plus 90."),
            ({"sequence": "-2"}, "Écrivez au moins 0."),
        ],
    )
    def test_a_number_out_of_bounds_gets_its_bound(self, values: dict[str, Any], repair: str) -> None:
        code, message, found, _ = the_finding({**EVENT, **values})
        assert (code, found) == ("E114", repair)
        assert message.endswith(" est hors limites.")

    def test_a_form_is_shown_by_an_example(self) -> None:
        found = the_finding({**EVENT, "place": {"name": "Salle", "city": "Laon", "postcode": "02000 Laon"}})
        assert found == (
            "E117",
            "« 02000 Laon » n’a pas la forme attendue.",
            "Corrigez « postcode » : par exemple 80100.",
            ("place", "postcode"),
        )

    @pytest.mark.parametrize("postcode", ["2000", "B-2000", "L-2000"])
    def test_a_postcode_of_four_digits_is_one_of_a_neighbour_or_has_lost_its_zero(self, postcode: str) -> None:
        _code, _message, repair, _location = the_finding({**EVENT, "place": {"name": "Salle", "city": "Laon", "postcode": postcode}})
        assert "écrivez 02000 ; à l’étranger" in repair


class TestVocabularies:
    def test_of_the_region_propose_the_nearest(self) -> None:
        assert the_finding({**EVENT, "themes": ["astronomi"]}) == (
            "E109",
            "« astronomi » n’est pas une valeur connue ici.",
            "Vouliez-vous dire « astronomie » ?",
            ("themes", 0),
        )

    def test_of_categories_are_those_of_the_kind(self) -> None:
        assert the_finding({**EVENT, "category": "Atelier "})[2] == "Vouliez-vous dire « atelier » ?"

    def test_of_audiences_list_all_where_none_is_near(self) -> None:
        assert the_finding({**EVENT, "audiences": ["zzz"]})[2] == "Valeurs possibles : famille, tout-public."

    def test_of_the_contract_propose_the_nearest(self) -> None:
        assert the_finding({**EVENT, "event_status": "annulé"}) == (
            "E109",
            "« annulé » n’est pas une valeur connue ici.",
            "Vouliez-vous dire « annule » ?",
            ("event_status",),
        )

    def test_of_a_list_of_the_contract_are_located_in_it(self) -> None:
        assert the_finding({**EVENT, "accessibility": ["moteur", "visuell"]})[2:] == (
            "Vouliez-vous dire « visuel » ?",
            ("accessibility", 1),
        )


class TestShortForms:
    def test_consent_may_be_a_word(self) -> None:
        base = {"title": "Musée", "summary": "Un musée.", "category": "association", "place": EVENT["place"]}
        yes, _ = validate(KINDS["organisation"], {**base, "consent": "oui"}, VOCABULARIES)
        no, _ = validate(KINDS["organisation"], {**base, "consent": {"given": "non"}}, VOCABULARIES)
        assert (getattr(yes, "listed", None), getattr(no, "listed", None)) == (True, False)

    def test_a_network_may_be_its_address(self) -> None:
        base = {"title": "Musée", "summary": "Un musée.", "category": "association"}
        value, _ = validate(KINDS["organisation"], {**base, "networks": ["https://www.piaille.fr/@musee"]}, VOCABULARIES)
        assert [network.label for network in getattr(value, "networks", ())] == ["piaille.fr"]

    @pytest.mark.parametrize(
        ("price", "free"), [("entrée libre", True), ("Gratuit", True), ("4 €, gratuit pour les enfants", False), ("sur place", False)]
    )
    def test_the_price_of_a_venue_may_be_a_sentence(self, price: str, free: bool) -> None:
        loan = {"start": "2026-12-01", "end": "2026-12-02", "state": "confirme", "venue": {"price": price}}
        value, found = validate(KINDS["exhibition"], {**TOOL, "loans": [loan]}, VOCABULARIES)
        assert found == []
        assert [loan.venue.price.free for loan in getattr(value, "loans", ())] == [free]
