"""Requests as mail programs hand them on: files of mails/, and whatever else may be done to the lines of a block."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending_desk.forwarded.blocks import blocks
from lending_desk.forwarded.requests import CUT_OFF, NO_BLOCK, requested
from support_limits import in_bounded_time

MAILS = Path(__file__).parent / "mails"
REQUEST = {
    "tool": "malle-etoiles",
    "id": "college-des-etangs-2027-03-01",
    "start": "2027-03-01",
    "end": "2027-03-19",
    "state": "option",
    "option_until": "2027-01-15",
    "borrower": "Collège des Étangs « Les Roseaux », à l’entrée de la vallée de la Somme",
    "borrower_category": "college",
    "city": "Péronne",
    "audiences": "famille",
    "public_showing": "oui",
    "venue_name": "Salle d’exposition du collège",
    "via": "pass-culture",
}
SHAPES = (
    "apple-en-piece-jointe.eml",
    "colle-bloc-notes.txt",
    "gmail.eml",
    "gras-et-barres.txt",
    "joint-en-texte.eml",
    "lettres-brouillees.eml",
    "outlook-html.eml",
    "powershell-utf-16.txt",
    "source-copiee.txt",
    "thunderbird-cite.eml",
    "webmail-une-ligne.eml",
    "zimbra-latin-1.eml",
)


def read(data: bytes) -> list[dict[str, str]]:
    """What a message asks for."""
    return [dict(block) for block in requested(data)[0]]


def block(request: dict[str, str]) -> str:
    return "\n".join(["--- prêt escale ---", *(f"{key}: {text}" for key, text in request.items()), "--- fin du prêt ---"])


class TestAForwardedRequest:
    @pytest.mark.parametrize("shape", SHAPES)
    def test_says_the_same_whichever_program_handed_it_on(self, shape: str) -> None:
        assert read((MAILS / shape).read_bytes()) == [REQUEST]

    def test_may_ask_for_several_loans_and_says_each_once_however_often_answers_quote_it(self) -> None:
        found = read((MAILS / "trois-prets.eml").read_bytes())
        assert [one["tool"] for one in found] == ["malle-etoiles", "bache-etoiles", "roll-up-etoiles"]

    def test_without_its_last_line_is_cut_off(self) -> None:
        assert requested((MAILS / "coupe.txt").read_bytes()) == ([], CUT_OFF)

    def test_is_not_what_a_message_says_in_its_own_words(self) -> None:
        assert requested((MAILS / "sans-pret.eml").read_bytes()) == ([], NO_BLOCK)

    def test_of_which_there_are_two_accounts_is_neither(self) -> None:
        other = {**REQUEST, "end": "2027-03-12"}
        found, why = requested(f"{block(REQUEST)}\n\n{block(other)}".encode())
        assert found == []
        assert (
            why
            == "Ce message dit de deux façons le prêt « college-des-etangs-2027-03-01 » de « malle-etoiles » : n’en gardez qu’une, puis recommencez."
        )

    def test_cannot_say_what_only_the_owner_knows(self) -> None:
        assert read(block({**REQUEST, "visitors": "900", "returned": "2027-03-19", "papers": "convention"}).encode()) == [REQUEST]

    def test_has_a_few_loans(self) -> None:
        many = "\n".join(block({**REQUEST, "id": f"pret-{number}"}) for number in range(61))
        assert requested(many.encode()) == ([], "Ce message demande 61 prêts : transférez-les par 60 au plus.")

    def test_that_begins_twice_before_it_ends_is_the_whole_one(self) -> None:
        assert blocks(f"--- prêt escale ---\ntool: bache\n\n{block(REQUEST)}") == [REQUEST]

    def test_may_come_from_the_page_as_it_writes_it(self) -> None:
        own = {"tool": "mars", "version": "valise", "copy": "2", "start": "2027-03-08", "end": "2027-03-08", "public_showing": "true"}
        own |= {"venue_hours": "du mardi au samedi, de 10 h à 18 h", "venue_price": "gratuit"}
        assert blocks(block(own)) == [own]

    @pytest.mark.parametrize("dashes", ["---", "—", "–––", "―", "___", "-"])
    def test_may_have_other_dashes(self, dashes: str) -> None:
        assert blocks(block(REQUEST).replace("---", dashes)) == [REQUEST]

    @pytest.mark.parametrize("words", ["Prêt Escale", "PRET ESCALE", "pr?t escale", "prÃªt escale", "pre\u0302t escale"])
    def test_may_have_lost_the_accents_of_its_first_line(self, words: str) -> None:
        assert blocks(block({"tool": "a", "start": "b", "end": "c"}).replace("prêt escale", words)) == [
            {"tool": "a", "start": "b", "end": "c"}
        ]


LETTERS = st.text(st.characters(codec="utf-8", categories=["L", "N"], include_characters="'’«»-,"), min_size=1, max_size=12)
VALUES = (
    st.lists(LETTERS, min_size=1, max_size=12)
    .map(" ".join)
    .filter(lambda text: text.strip("*`’'-, «»") == text and "Ã" not in text and "- " not in text)
)


class TestABlock:
    @given(VALUES, VALUES, st.integers(20, 90), st.integers(0, 4), st.sampled_from([">", "> ", " > ", "| "]), st.booleans())
    def test_is_read_from_lines_that_were_broken_and_quoted(
        self, borrower: str, city: str, width: int, depth: int, mark: str, hyphens: bool
    ) -> None:
        request = {**REQUEST, "borrower": borrower, "city": city}
        lines = [
            part
            for line in block(request).split("\n")
            for part in textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=hyphens)
        ]
        assert blocks("\n".join(mark * depth + line for line in lines)) == [request]

    @given(st.binary(max_size=400))
    def test_is_looked_for_in_any_bytes_without_a_fault(self, data: bytes) -> None:
        assert isinstance(read(data), list)
        assert isinstance(read(block(REQUEST).encode() + data), list)

    @pytest.mark.parametrize(
        "hostile",
        [
            b"> " * 500_000,
            b"--- pr\xc3\xaat escale ---\n" * 20_000,
            b"<div>" * 60_000,
            b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\nContent-Type: message/rfc822\n\n" * 3_000,
            b"tool: " * 100_000,
            b"-" * 1_000_000,
        ],
        ids=["marks", "beginnings", "elements", "messages", "keys", "dashes"],
    )
    def test_is_looked_for_in_bounded_time(self, hostile: bytes) -> None:
        with in_bounded_time():
            read(hostile)
