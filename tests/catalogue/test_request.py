"""The request: what its page knows of tools, what it says of loans, and the message that an owner reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from catalogue.requesting.owners import lenders, owner
from catalogue.requesting.tool_document import EPOCH, known
from contributions.lending.asking import can_be_had, first_loan, standing
from contributions.lending.runs import Run
from contributions.library.library import Library
from contributions.library.offers import offered
from support import REPOSITORY, TODAY, exhibition, loan, organisation, read_library
from support_clients import node
from support_requests import OWNER, WHO, Desk, day, museum


@pytest.fixture
def desk(library: Callable[..., Library]) -> Callable[..., Desk]:
    """The desk of somebody who looks at a trunk of the museum with some keys."""
    return lambda closed=(), **keys: Desk(
        library(museum(closed=list(closed)) | exhibition("malle", title="La malle", **OWNER, **keys), TODAY)
    )


class TestARefusal:
    def test_says_who_took_it_and_that_it_needs_time_before_it_leaves_again(self, desk: Callable[..., Desk]) -> None:
        busy = desk(loan={"gap_days": 2}, loans=[loan("2027-11-03", "2027-11-28")])
        assert busy.said("2027-11-20", "2027-12-05") == "Pris du 3 au 28 novembre 2027, puis deux jours de remise en état."
        assert busy.said("2027-11-29", "2027-12-05") == "Pris du 3 au 28 novembre 2027, puis deux jours de remise en état."
        assert busy.said("2027-10-20", "2027-11-01") == "Pris du 3 au 28 novembre 2027, et deux jours avant pour la remise en état."
        assert busy.said("2027-10-20", "2027-10-31").startswith("Libre du 20 au 31 octobre 2027 (12 jours).")

    def test_tells_options_and_maintenance_from_loans(self, desk: Callable[..., Desk]) -> None:
        busy = desk(loans=[loan("2026-12-01", "2026-12-05", "option"), loan("2026-12-08", "2026-12-08", "maintenance")])
        assert busy.said("2026-12-04", "2026-12-10") == "En option du 1er au 5 décembre ; en maintenance le 8 décembre."

    def test_says_on_which_days_of_the_week_its_owner_is_closed(self, desk: Callable[..., Desk]) -> None:
        closed = desk(closed=[{"weekdays": ["lundi"]}, {"start": "2026-12-24", "end": "2027-01-03"}])
        assert closed.said("2026-12-07", "2026-12-11") == "Le propriétaire est fermé le lundi : ni départ, ni retour."
        assert (
            closed.said("2026-12-15", "2026-12-26")
            == "Le propriétaire est fermé du 24 décembre 2026 au 4 janvier 2027 : ni départ, ni retour."
        )
        assert closed.said("2026-12-08", "2026-12-15").startswith("Libre")

    @pytest.mark.parametrize(
        ("terms", "last", "said"),
        [
            ({"min_days": 7, "max_days": 28}, "2027-02-03", "Se prête de 7 à 28 jours : vous en demandez 3 jours."),
            ({"min_days": 7}, "2027-02-01", "Se prête 7 jours au moins : vous en demandez 1 jour."),
            ({"max_days": 28}, "2027-03-15", "Se prête 28 jours au plus : vous en demandez 43 jours."),
            ({"min_days": 14, "max_days": 14}, "2027-02-03", "Se prête 14 jours : vous en demandez 3 jours."),
        ],
    )
    def test_says_how_long_it_is_lent_for(self, desk: Callable[..., Desk], terms: dict[str, int], last: str, said: str) -> None:
        assert desk(loan=terms).said("2027-02-01", last) == said

    def test_says_how_long_before_one_asks(self, desk: Callable[..., Desk]) -> None:
        soon = desk(loan={"notice_days": 15})
        assert soon.said("2026-11-25", "2026-11-30") == "Demandez au moins 15 jours avant : le prêt peut commencer le 6 décembre."
        assert soon.verdict("2026-11-25", "2026-11-30")["next"] == [day("2026-12-06"), day("2026-12-11")]

    def test_says_of_each_copy_why_it_cannot_leave(self, desk: Callable[..., Desk]) -> None:
        two = desk(loan={"copies": 2}, loans=[loan("2026-12-01", "2026-12-10"), loan("2026-12-08", "2026-12-20", copy=2)])
        both = "Exemplaire 1 : pris du 1er au 10 décembre. Exemplaire 2 : pris du 8 au 20 décembre."
        assert two.said("2026-12-09", "2026-12-09") == both
        told = "1 exemplaire libre sur les 2 demandés. Exemplaire 1 : pris du 1er au 10 décembre."
        assert two.said("2026-12-02", "2026-12-03", copies=2) == told
        assert two.verdict("2026-12-02", "2026-12-03", copies=2)["next"] == [day("2026-12-21"), day("2026-12-22")]

    def test_says_that_it_leaves_its_owners_fund(self, desk: Callable[..., Desk]) -> None:
        leaving = desk(retired_on="2027-03-01")
        assert leaving.said("2027-02-20", "2027-03-05") == ("Quitte le fonds de son propriétaire le 1er mars 2027.")

    def test_says_that_it_comes_into_its_owners_fund(self, desk: Callable[..., Desk]) -> None:
        coming = desk(acquired="2027-03")
        assert coming.said("2027-02-20", "2027-03-05") == ("Entre dans le fonds de son propriétaire le 1er mars 2027.")
        assert coming.verdict("2027-02-20", "2027-03-05")["next"] == [day("2027-03-01"), day("2027-03-14")]

    def test_says_what_an_earlier_line_asks_for_already(self, desk: Callable[..., Desk]) -> None:
        here = desk(loan={"gap_days": 1})
        line = {"slug": "malle", "version": "", "copies": 1, "from": day("2026-12-10"), "to": day("2026-12-12")}
        others = [[1, day("2026-12-05"), day("2026-12-09")]]
        found = here.asked({"lines": [{**line, "others": others}]})["cases"][0]["verdicts"][0]
        assert (found["state"], found["says"]) == ("refused", ["Déjà demandé plus haut pour ces dates."])
        assert found["next"] == [day("2026-12-11"), day("2026-12-13")]

    @pytest.mark.parametrize(("keys", "said"), [
        ({"availability_on": "2026-08-20"}, "À demander : le propriétaire n’a pas dit ses prêts depuis le 20 août."),
        ({"availability_on": None}, "À demander : le propriétaire n’a pas dit ses prêts."),
    ])  # fmt: skip
    def test_is_none_where_the_owner_has_not_spoken_but_nothing_is_promised(
        self, library: Callable[..., Library], keys: dict[str, Any], said: str
    ) -> None:
        tool = exhibition("malle", **{**OWNER, **keys}, loans=[loan("2027-03-01", "2027-03-10")])
        silent = Desk(library(museum() | tool, TODAY))
        found = silent.verdict("2027-02-01", "2027-02-10")
        assert (found["state"], silent.said("2027-02-01", "2027-02-10")) == ("ask", said)
        assert silent.said("2027-03-05", "2027-03-12") == "Pris du 1er au 10 mars 2027."

    def test_is_none_beyond_what_is_told(self, desk: Callable[..., Desk]) -> None:
        found = desk().verdict("2028-09-01", "2028-09-10")
        assert (found["state"], found["says"]) == ("ask", ["À demander : rien n’est encore dit au-delà du 31\u00a0mai 2028."])


class TestVerdicts:
    @pytest.fixture(scope="class")
    @staticmethod
    def demo() -> Desk:
        """The desk of somebody who looks at the demo's tools."""
        return Desk(read_library(REPOSITORY / "content", TODAY))

    def test_are_what_the_calculation_says_and_so_are_the_windows_that_come_next(self, demo: Desk) -> None:
        pick, lines = Random(15), []
        for _number in range(300):
            slug = pick.choice(sorted(demo.tools))
            version = pick.choice(demo.tools[slug]["units"]).get("version") or ""
            first = TODAY.toordinal() - EPOCH + pick.randint(0, 400)
            lines.append({"slug": slug, "version": version, "copies": 1, "from": first, "to": first + pick.randint(0, 40)})
        now = TODAY.toordinal()
        for line, found in zip(lines, demo.asked({"lines": lines})["cases"][0]["verdicts"], strict=True):
            tool = demo.library.find("exhibition", line["slug"])
            assert tool is not None
            offer = offered(demo.library, tool)
            unit = next(unit for unit in offer.units if (unit.version or "") == line["version"])
            asked = Run(line["from"] + EPOCH, line["to"] + EPOCH)
            assert (found["state"] == "free") == can_be_had(offer, unit, asked, now), line
            assert all(found["says"])
            assert found["says"]
            if found["state"] == "refused" and standing(offer, now) == "offered":
                length = min(max(asked.days, offer.least), offer.most)
                later = first_loan(offer, [unit], now, Run(asked.first, offer.horizon.last), length)
                window = later or first_loan(offer, [unit], now, None, length)
                assert found.get("next") == (window and [day - EPOCH for day in window]), line


class TestABasket:
    @pytest.fixture(scope="class")
    @staticmethod
    def read() -> dict[str, Any]:
        """What is made of addresses, links and stores."""
        line = {"slug": "malle", "version": "valise", "copies": 2, "from": "", "to": ""}
        given = {
            "words": {}, "tools": {}, "today": 0,
            "searches": [
                "?outil=malle&outil=Malle&outil=ciel&du=2027-01-04&au=2027-02-30",
                "?outil=../x&outil=%3Cscript%3E&outil=&outil=a%20b&autre=1",
                "?" + "&".join(f"outil=malle-{number}" for number in range(30)),
            ],
            "hashes": ["#du=2027-11-08&au=2027-12-03&ligne=malle,valise,2,,&ligne=ciel,,1,2027-11-10,2027-11-12", "#ligne=%3Cb%3E,x,y"],
            "stores": [
                json.dumps({"from": "2027-01-04", "to": "", "lines": [line, {"slug": "../.."}, 7, None]}),
                json.dumps({"from": "", "to": "", "lines": [{"slug": "malle", "copies": "many"}, {"slug": "ciel"}]}),
                "[]", "{", "null", "3",
            ],
        }  # fmt: skip
        found: dict[str, Any] = node("request.mjs", json.dumps(given).encode())
        return found

    def test_takes_the_tools_of_an_address_once_each_and_days_that_exist(self, read: dict[str, Any]) -> None:
        first, odd, many = read["searches"]
        assert ([line["slug"] for line in first["lines"]], first["from"], first["odd"]) == (["malle", "ciel"], "2027-01-04", [])
        assert (odd["lines"], odd["odd"]) == ([], ["../x", "<script>", "a b"])
        assert (len(many["lines"]), many["more"]) == (20, True)

    def test_comes_back_from_a_link_as_it_was(self, read: dict[str, Any]) -> None:
        [basket, written], [nothing, _empty] = read["hashes"]
        assert [(line["slug"], line["version"], line["copies"], line["from"]) for line in basket["lines"]] == [
            ("malle", "valise", 2, ""), ("ciel", "", 1, "2027-11-10"),
        ]  # fmt: skip
        assert written.startswith("#du=2027-11-08&au=2027-12-03&ligne=malle%2Cvalise%2C2%2C%2C&ligne=ciel")
        assert nothing["lines"] == []

    def test_is_empty_where_a_store_holds_none_and_leaves_out_what_makes_no_sense(self, read: dict[str, Any]) -> None:
        first, second, *others = read["stores"]
        assert [line["slug"] for line in first["lines"]] == ["malle"]
        assert [line["copies"] for line in second["lines"]] == [1, 1]
        assert all(other["lines"] == [] for other in others)

    def test_keeps_its_lines_where_another_is_added(self, read: dict[str, Any]) -> None:
        both = read["joined"][0][1]
        assert [(line["slug"], line["version"]) for line in both["lines"]] == [("malle", "valise"), ("ciel", "")]
        assert both["from"] == "2027-01-04"


class TestMessages:
    def test_go_to_each_owner_once(self, library: Callable[..., Library]) -> None:
        tree = museum() | organisation("club", title="Le club", email="club@club.example")
        tree |= exhibition("ciel", **OWNER) | exhibition("mars", **OWNER, contact={"email": "mars@musee.example"})
        tree |= exhibition("radio", **{**OWNER, "organisation": "club"})
        lines = [{"slug": slug, "copies": 1, "from": day("2027-02-01"), "to": day("2027-02-05")} for slug in ("ciel", "radio", "mars")]
        sent = Desk(library(tree, TODAY)).asked({"lines": lines, "who": WHO})["cases"][0]["messages"]
        assert [(one["owner"]["name"], one["to"]) for one in sent] == [
            ("Musée du ciel", ["prets@musee.example", "mars@musee.example"]),
            ("Le club", ["club@club.example"]),
        ]

    def test_open_a_mail_program_only_where_it_takes_all_of_them(self, desk: Callable[..., Desk]) -> None:
        line = {"slug": "malle", "copies": 1, "from": day("2027-02-01"), "to": day("2027-02-05")}
        short, long = desk().asked({"lines": [line], "who": WHO}, {"lines": [line], "who": {**WHO, "word": "Merci ! " * 200}})["cases"]
        assert short["messages"][0]["filled"]["filled"]
        assert not long["messages"][0]["filled"]["filled"]
        assert all(len(one["messages"][0]["filled"]["address"]) <= 1900 for one in (short, long))

    def test_give_each_loan_of_a_tool_a_name_of_its_own(self, desk: Callable[..., Desk]) -> None:
        line = {"slug": "malle", "copies": 2, "from": day("2027-02-01"), "to": day("2027-02-05")}
        [sent] = desk(loan={"copies": 2}).asked({"lines": [line], "who": WHO})["cases"][0]["messages"]
        assert [text for text in sent["text"].splitlines() if text.startswith(("id:", "copy:"))] == [
            "id: mediatheque-des-glycines-2027-02-01", "copy: 1", "id: mediatheque-des-glycines-2027-02-01-2", "copy: 2",
        ]  # fmt: skip


class TestTheDocumentOfATool:
    def test_says_of_each_version_what_it_costs(self, library: Callable[..., Library]) -> None:
        price = {"free": False, "amount": 80, "per": "semaine"}
        versions = [{"id": "valise", "label": "Valise"}, {"id": "salle", "label": "En salle", "price": {"free": True, "deposit": 300}}]
        tree = museum() | exhibition("mars", **OWNER, price=price, versions=versions, area=["80", "62"], transport={"by": "emprunteur"})
        found = library(tree, TODAY)
        [valise, salle] = known(found, found.exhibitions[0])["units"]
        both = [("Transport", "à la charge de l’emprunteur"), ("Zone de prêt", "Somme, Pas-de-Calais")]
        assert valise["terms"] == [("Tarif", "80\u00a0€ par semaine"), *both]
        assert salle["terms"] == [("Tarif", "Gratuit"), ("Caution", "300\u00a0€"), *both]

    def test_names_nobody_who_borrows(self, library: Callable[..., Library]) -> None:
        secret = loan("2027-02-01", "2027-02-10", borrower="Collège du Parc", city="Amiens", borrower_category="college", visitors=None)
        found = library(museum() | exhibition("malle", **OWNER, loans=[secret]), TODAY)
        text = json.dumps(known(found, found.exhibitions[0]), ensure_ascii=False)
        assert "Parc" not in text
        assert "Amiens" not in text

    def test_says_that_it_is_not_lent_any_more_or_from_when(self, library: Callable[..., Library]) -> None:
        tree = (
            museum()
            | exhibition("malle", **OWNER, condition="retire", retired_on="2026-01-31")
            | exhibition("ciel", **OWNER, retired_on="2027-03-01")
        )
        found = library(tree, TODAY)
        told = {tool.slug: known(found, tool) for tool in found.all if tool.kind == "exhibition"}
        said = {slug: (document.get("withdrawn"), document.get("left")) for slug, document in told.items()}
        assert said == {"malle": (True, day("2026-01-31")), "ciel": (None, day("2027-03-01"))}


class TestOwners:
    def test_are_reached_by_what_the_tool_says_else_by_their_own_addresses(self, library: Callable[..., Library]) -> None:
        tree = museum() | exhibition("ciel", **OWNER) | exhibition("mars", **OWNER, contact={"email": "mars@musee.example"})
        found = library(tree, TODAY)
        assert {owner(found, tool).email for tool in found.exhibitions} == {"prets@musee.example", "mars@musee.example"}
        [lender] = lenders(found, found.exhibitions)
        assert (lender.name, lender.tools, [way.label for way in lender.ways]) == (
            "Musée du ciel", "2 outils", ["Courriel", "Courriel", "Téléphone"],
        )  # fmt: skip

    def test_who_did_not_agree_to_stand_in_the_directory_are_named_only(self, library: Callable[..., Library]) -> None:
        found = library(museum(consent=None) | exhibition("ciel", **OWNER), TODAY)
        [tool] = found.exhibitions
        assert (owner(found, tool).name, owner(found, tool).email, owner(found, tool).url) == ("Musée du ciel", None, None)
