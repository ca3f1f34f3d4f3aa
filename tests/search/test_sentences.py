"""Sentences that are asked of the search are understood, and offered as questions to the agenda or to the catalogue (the contract's « Answers »)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from agenda.filtering.controls import said
from catalogue.filtering.controls import known as known_of_tools
from contributions.library.library import Library
from publishing.page import Document
from search.suggesting.names import names
from support import REPOSITORY, TODAY, event, exhibition, read_library, write
from support_clients import node

Offers = list[dict[str, Any]]

QUESTIONS = {
    # the issue's own
    "exposition climat voiture mars": (
        "outils du=2027-03-01 au=2027-03-31 groupe=legere groupe=interactive theme=environnement vehicule=voiture"
    ),
    "samedi gratuit enfant amiens": "agenda du=2026-11-21 au=2026-11-21 pres=Amiens gratuit=1 public=famille public=primaire public=tout-public",
    "atelier ce week-end lille": "agenda du=2026-11-21 au=2026-11-22 pres=Lille categorie=atelier",
    "malle cm1 astronomie": "outils categorie=malle niveau=cm1 theme=astronomie",
    "conférence gratuite accessible fauteuil roubaix décembre": (
        "agenda du=2026-12-01 au=2026-12-31 pres=Roubaix categorie=conference gratuit=1 acces=moteur"
    ),
    "02100 dimanche": "agenda du=2026-11-22 au=2026-11-22 pres=Saint-Quentin",
    # days
    "aujourd’hui": "agenda du=2026-11-21 au=2026-11-21",
    "aujourd'hui arras": "agenda du=2026-11-21 au=2026-11-21 pres=Arras",
    "demain": "agenda du=2026-11-22 au=2026-11-22",
    "après-demain": "agenda du=2026-11-23 au=2026-11-23",
    "samedi": "agenda du=2026-11-21 au=2026-11-21",
    "SAMEDI": "agenda du=2026-11-21 au=2026-11-21",
    "samedi prochain": "agenda du=2026-11-28 au=2026-11-28",
    "samedi 28": "agenda du=2026-11-28 au=2026-11-28",
    "tous les mercredis": "agenda du=2026-11-25 au=2026-11-25",
    "samedi dimanche": "agenda du=2026-11-21 au=2026-11-22",
    "week-end prochain": "agenda du=2026-11-28 au=2026-11-29",
    "cette semaine": "agenda du=2026-11-21 au=2026-11-27",
    "la semaine prochaine": "agenda du=2026-11-23 au=2026-11-29",
    "5 décembre": "agenda du=2026-12-05 au=2026-12-05",
    "samedi 5 decembre": "agenda du=2026-12-05 au=2026-12-05",
    "5 déc": "agenda du=2026-12-05 au=2026-12-05",
    "05/12/2026": "agenda du=2026-12-05 au=2026-12-05",
    "2026-12-05": "agenda du=2026-12-05 au=2026-12-05",
    "1er mai": "agenda du=2027-05-01 au=2027-05-01",
    "29 février": "agenda du=2028-02-29 au=2028-02-29",
    "du 5 au 12 décembre": "agenda du=2026-12-05 au=2026-12-12",
    "entre le 20 décembre et le 4 janvier": "agenda du=2026-12-20 au=2027-01-04",
    "du 10 novembre au 2 décembre": "agenda du=2026-11-21 au=2026-12-02",
    "à partir du 15 janvier": "agenda du=2027-01-15",
    "jusqu’au 24 décembre": "agenda au=2026-12-24",
    "novembre": "agenda du=2026-11-21 au=2026-11-30",
    "octobre": "agenda du=2027-10-01 au=2027-10-31",
    "mai 2027": "agenda du=2027-05-01 au=2027-05-31",
    "avril-mai": "agenda du=2027-04-01 au=2027-05-31",
    "vacances": "agenda du=2026-12-19 au=2027-01-03",
    "atelier vacances d’hiver": "agenda du=2027-02-20 au=2027-03-07 categorie=atelier",
    "31 février lille": "agenda pres=Lille",
    "5 décembre 2025 amiens": "agenda pres=Amiens",
    # places
    "lens": "agenda pres=Lens",
    "st-quentin": "agenda pres=Saint-Quentin",
    "saint omer samedi": "agenda du=2026-11-21 au=2026-11-21 pres=Saint-Omer",
    "villeneuve d'ascq": "agenda pres=Villeneuve-d’Ascq",
    "boulogne samedi": "agenda du=2026-11-21 au=2026-11-21 pres=Boulogne-sur-Mer",
    "Le Touquet dimanche": "agenda du=2026-11-22 au=2026-11-22 pres=Le+Touquet-Paris-Plage",
    "l’Île aux moineaux": "",
    "atelier à moins de 30 km d’Amiens": "agenda pres=Amiens rayon=30 categorie=atelier",
    "80000": "agenda pres=Amiens",
    "visite à Marle": "agenda pres=Marle categorie=visite",
    "dans le Nord gratuit": "agenda departement=59 gratuit=1",
    "atelier 62": "agenda departement=62 categorie=atelier",
    # for whom, at what price, with what
    "tout-petits": "agenda public=petite-enfance",
    "ateliers en famille": "agenda categorie=atelier public=famille",
    "collège astronomie": "agenda public=college theme=astronomie | outils public=college theme=astronomie",
    "atelier 8 ans": "agenda categorie=atelier age=8",
    "CM1": "agenda scolaires=1 niveau=cm1 | outils niveau=cm1",
    "6ème chimie": "agenda scolaires=1 niveau=6e theme=chimie | outils niveau=6e theme=chimie",
    "conférence en ligne jeudi": "agenda du=2026-11-26 au=2026-11-26 categorie=conference mode=en-ligne",
    "sourds conférence décembre": "agenda du=2026-12-01 au=2026-12-31 categorie=conference acces=auditif",
    "planétarium": "outils categorie=planetarium-mobile",
    "planétarium samedi": "agenda du=2026-11-21 au=2026-11-21 q=planétarium",
    "malle moins de 100 € lycée": "outils categorie=malle budget=100 public=lycee",
    "exposition 40 m² utilitaire": "outils groupe=legere groupe=interactive surface=40 vehicule=utilitaire",
    "exposition mars 15 jours voiture": ("outils du=2027-03-01 au=2027-03-31 groupe=legere groupe=interactive jours=15 vehicule=voiture"),
    "atelier 2026 ans": "agenda categorie=atelier",
    "amiens 0 km": "agenda pres=Amiens",
    "emprunter une exposition sur l’eau": "outils groupe=legere groupe=interactive q=eau",
    "L’histoire": "agenda theme=histoire-patrimoine | outils theme=histoire-patrimoine",
    "expo": "agenda categorie=exposition | outils groupe=legere groupe=interactive",
    # words that are not understood stay words
    "musée lille samedi": "agenda du=2026-11-21 au=2026-11-21 pres=Lille q=musée",
    "ateleir samedi": "agenda du=2026-11-21 au=2026-11-21 q=ateleir",
    "nuit des étoiles amiens": "agenda pres=Amiens q=nuit+étoiles",
    # ordinary words, and names of other things
    **dict.fromkeys(
        (
            *("", "stage", "abeilles", "climat", "voiture", "mars", "planète mars", "la mer du Nord", "somme", "croix rouge"),
            *("Albert Einstein", "rue des sciences", "Fête de la science", "trous noirs", "sciences", "l’étoile polaire", "janvier 2026"),
            *("comment fabriquer un atelier de fusée à eau", "ateleir lile samdi", "15 jours", "accessible", "les", "!!!", "42"),
        ),
        "",
    ),
}
SAID = {
    "samedi 5 décembre amiens gratuit": ("samedi 5 décembre · près d’Amiens · gratuit", []),
    "ce week-end": ("samedi 21 et dimanche 22 novembre", []),
    "1er mai Le Touquet": ("samedi 1er mai 2027 · près du Touquet-Paris-Plage", []),
    "avril mai lille": ("du 1er avril au 31 mai 2027 · près de Lille", []),
    "mars 2027 atelier": ("mars 2027 · atelier", []),
    "décembre spectacle": ("décembre · spectacle", []),
    "jusqu’au 2 janvier concours": ("jusqu’au 2 janvier 2027 · concours", []),
    "musée lille": ("près de Lille · « musée »", []),
    "enfant 8 ans dimanche": ("dimanche 22 novembre · enfant · 8 ans", []),
    "Expo voiture": ("expo · en voiture", []),
    "atelier 6-8 ans": ("atelier · 6 ou 8 ans", []),
    "atelier en fauteuil": ("atelier · accessible (handicap moteur)", []),
    "atelier accessible": ("atelier", ["accessible"]),
    "atelier 30 km": ("atelier", ["30 km"]),
    "lille amiens": ("près de Lille", ["amiens"]),
    "mardi ou jeudi": ("mardi 24 novembre", ["jeudi"]),
    "31 février lille": ("près de Lille", ["31 février"]),
    "conférence samedi voiture": ("samedi 21 novembre · conférence", ["voiture"]),
}


class Asked:
    """What a hub offers for sentences: the demo's region, with an event and a tool."""

    def __init__(self, library: Library) -> None:
        document = names(library).make()
        assert isinstance(document, Document)
        self.names = json.loads(document.content)
        self.weight = len(gzip.compress(document.content, 9))
        self.known = {
            "agenda": {name: list(values) for name, values in said(library).items()},
            "tools": known_of_tools(library, library.lendable),
        }

    def __call__(self, sentences: Iterable[tuple[str, date]]) -> list[Offers]:
        """The offers of each sentence on its day."""
        given = {"names": self.names, "known": self.known, "sentences": [(text, day.isoformat()) for text, day in sentences]}
        found: list[Offers] = node("sentences.mjs", json.dumps(given).encode())
        return found


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    tree = {**event("nuit"), **exhibition("malle"), "hub.yml": (REPOSITORY / "content" / "hub.yml").read_text("utf-8")}
    return Asked(read_library(write(Path(tmp_path_factory.mktemp("sentences")), tree)))


@pytest.fixture(scope="module")
def answers(asked: Asked) -> dict[str, Offers]:
    texts = [*QUESTIONS, *SAID]
    return dict(zip(texts, asked((text, TODAY) for text in texts), strict=True))


def question(offer: dict[str, Any]) -> tuple[str, list[tuple[str, str]]]:
    """The list that an offer opens, and what it asks there."""
    path, _, search = offer["href"].partition("?")
    return path, sorted(parse_qsl(search))


def meant(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The same of a line of the table."""
    found = [line.split() for line in text.split("|") if line.strip()]
    return [(f"/{path}/", sorted(parse_qsl("&".join(pairs)))) for path, *pairs in found]


class TestASentence:
    @pytest.mark.parametrize("text", QUESTIONS)
    def test_is_offered_as_what_it_asks(self, answers: dict[str, Offers], text: str) -> None:
        assert [question(offer) for offer in answers[text]] == meant(QUESTIONS[text])

    @pytest.mark.parametrize("text", SAID)
    def test_is_said_with_what_is_left_out(self, answers: dict[str, Offers], text: str) -> None:
        [offer] = answers[text]
        assert (offer["said"].replace("\u00a0", " "), offer["without"]) == SAID[text]

    def test_asks_nothing_that_its_list_does_not_read_as_it_is_written(self, answers: dict[str, Offers]) -> None:
        for offer in (offer for offers in answers.values() for offer in offers):
            assert offer["notes"] == []
            assert sorted(parse_qsl(offer["again"].removeprefix("?"))) == question(offer)[1]

    @settings(max_examples=15, phases=(Phase.explicit, Phase.generate))  # the message names the one text of many: nothing is to be shrunk
    @given(
        st.lists(
            st.lists(st.sampled_from([*" ".join([*QUESTIONS, *SAID]).split(), "32", "décembre", "du", "au", "de"]), max_size=7).map(
                " ".join
            )
            | st.text(max_size=40),
            min_size=60,
            max_size=60,
        )
    )
    def test_of_any_words_offers_questions_that_their_lists_read(self, asked: Asked, texts: list[str]) -> None:
        for text, offers in zip(texts, asked((text, TODAY) for text in texts), strict=True):
            for offer in offers:
                assert (offer["notes"], bool(offer["said"])) == ([], True), text
                assert sorted(parse_qsl(offer["again"].removeprefix("?"))) == question(offer)[1], text


class TestDays:
    def test_are_those_that_come_next_on_any_day(self, asked: Asked) -> None:
        days = [TODAY + timedelta(number) for number in range(0, 400, 3)]
        wanted, sentences = [], []
        for day in days:
            saturday = day + timedelta((5 - day.weekday()) % 7)
            weekend = (day, day) if day.weekday() == 6 else (saturday, saturday + timedelta(1))
            christmas = date(day.year if (day.month, day.day) <= (12, 25) else day.year + 1, 12, 25)
            march = date(day.year if day.month <= 3 else day.year + 1, 3, 1)
            for text, first, last in (
                ("samedi lille", saturday, saturday),
                ("ce week-end lille", *weekend),
                ("25 décembre lille", christmas, christmas),
                ("mars lille", max(day, march), march.replace(day=31)),
            ):
                sentences.append((text, day))
                wanted.append({"du": first.isoformat(), "au": last.isoformat(), "pres": "Lille"})
        assert [dict(question(offer)[1]) for [offer] in asked(sentences)] == wanted


class TestTheNames:
    def test_weigh_little(self, asked: Asked) -> None:
        assert asked.weight <= 12_000

    def test_name_a_small_town_by_its_code_where_a_larger_one_has_its_name(self, asked: Asked) -> None:
        lines = [line.split(" ", 3) for line in asked.names["towns"].split("\n")]
        first: dict[str, str] = {}
        for _code, mark, _postcodes, name in lines:
            assert mark == ("s" if name in first else "-")
            first.setdefault(name, mark)
