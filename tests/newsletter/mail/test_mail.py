"""A mail is shown by every program: its own styles, bounds, pictures that all know, words for each, and colours that bear inversion."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from newsletter.mail.making import BEGIN, MOST_BYTES, body, mail
from support_mail_lint import flaws
from support_mails import card, hub, letter
from theming import with_theme
from views.values import Link, Picture, Section

MANY = (Section("Cette semaine", tuple(card(number, title="L" * 140, summary="r" * 200) for number in range(45)), section="agenda"),)
LONG = "<p>Un mot du bureau, qui n’en finit pas.</p>" * 2_000


def links(html: str) -> dict[str, str]:
    """Words of each link → where it leads."""
    return {link.get_text(): str(link["href"]) for link in BeautifulSoup(html, "lxml").find_all("a")}


class TestAMail:
    @pytest.mark.parametrize("provider", [None, "brevo", "mailchimp", "listmonk", "buttondown", "sendy", "autre"])
    def test_has_none_of_the_flaws_that_programs_show(self, provider: str | None) -> None:
        of = hub(provider=provider) if provider else hub()
        assert list(flaws(mail(letter(), of))) == []

    @pytest.mark.parametrize(
        "tokens",
        [
            {"accent": "#3355aa"},
            {"accent": "#6a6a6a", "on-accent": "#808080"},
            {"paper": "#101820"},
            {"ink": "light-dark(#eeeeee, #ffffff)"},
        ],
        ids=lambda tokens: next(iter(tokens)),
    )
    def test_can_be_read_in_the_colours_of_any_region(self, tokens: dict[str, str]) -> None:
        of = hub(tokens=tokens)
        with_theme(of)
        assert list(flaws(mail(letter(), of))) == []

    def test_has_only_whole_addresses(self) -> None:
        html = mail(letter(), hub())
        assert [address for address in links(html).values() if not address.startswith(("https://", "mailto:"))] == []
        assert "https://escale.example/agenda/soiree-1/" in links(html).values()

    def test_says_the_state_of_an_entry_before_its_title_and_in_a_sentence(self) -> None:
        html = mail(letter(), hub())
        assert "Annulé : Soirée d’observation n° 2" in links(html)
        assert "<b>Ce rendez-vous est annulé.</b>" in html

    def test_shows_the_first_entry_s_photograph_large_and_others_small(self) -> None:
        images = BeautifulSoup(mail(letter(), hub()), "lxml").find_all("img")
        assert [(str(image["src"]).rpartition("/")[2], image["width"], image["alt"]) for image in images[:3]] == [
            ("ciel.jpg.1104.jpg", "552", "La Lune au-dessus du beffroi"),
            ("astronomie.png", "88", "Dessin\u00a0: Astronomie"),
            ("ciel.jpg.176.jpg", "88", "La Lune au-dessus du beffroi"),
        ]

    @pytest.mark.parametrize("src", ["/images/plan.svg", "/images/ciel.avif", "/images/ciel.gif", "https://ailleurs.example/ciel.jpg"])
    def test_shows_a_drawing_in_the_place_of_what_some_programs_do_not_show(self, src: str) -> None:
        shown = card(picture=Picture(src, "Un plan", 600, 400))
        html = mail(letter(sections=(Section("À lire", (shown,)),)), hub())
        assert [image["src"] for image in BeautifulSoup(html, "lxml").find_all("img")] == [
            "https://escale.example/theme/lettre/astronomie.png"
        ]

    def test_shows_no_picture_where_the_theme_has_none(self) -> None:
        html = mail(letter(sections=(Section("À lire", (card(motif="cuisine"), card(2, motif=None))),)), hub())
        assert "<img" not in html

    def test_shows_the_words_of_a_picture_that_some_programs_do_not_show(self) -> None:
        words = '<p><img src="/images/plan.svg" alt="Le plan du village"><img src="/images/ciel.jpg" alt="Le ciel" width="900" height="600"></p>'
        html = mail(letter(words=words), hub())
        assert "Le plan du village" in html
        assert 'src="https://escale.example/images/ciel.jpg.1104.jpg" alt="Le ciel" width="552"' in html
        assert list(flaws(html)) == []

    def test_of_a_letter_with_nothing_has_its_title_and_its_foot(self) -> None:
        html = mail(letter(words=None, departments=(), sections=(), thanks=(), contact=(), notice=None), hub())
        assert list(flaws(html)) == []
        assert list(links(html)) == ["Escale", "Lire cette lettre en ligne", "Ne plus recevoir cette lettre", "Vos données et vos droits"]


class TestItsLength:
    def test_is_that_of_forty_entries_at_most(self) -> None:
        short = tuple(card(number) for number in range(45))
        html = mail(letter(sections=(Section("Cette semaine", short),)), hub())
        assert html.count("<h3") == 40
        assert "Et 5 autres, à lire sur le site" in links(html)

    def test_is_bounded_by_fewer_entries(self) -> None:
        html = mail(letter(sections=MANY), hub())
        shown = html.count("<h3")
        assert len(html.encode()) <= MOST_BYTES
        assert 20 < shown < 45
        assert f"Et {45 - shown} autres, à lire sur le site" in links(html)

    def test_is_bounded_by_fewer_words_where_these_are_too_many(self) -> None:
        html = mail(letter(words=LONG, sections=MANY), hub())
        assert len(html.encode()) <= MOST_BYTES
        assert links(html)["Lire la suite sur le site"] == "https://escale.example/newsletter/2026-w47/"

    def test_is_bounded_whoever_is_thanked(self) -> None:
        crowd = tuple(Link(f"Partenaire {number}", f"https://partenaire-{number}.example/") for number in range(900))
        assert len(mail(letter(thanks=crowd), hub()).encode()) <= MOST_BYTES


class TestTheItemOfAFeed:
    def test_is_the_body_of_the_mail(self) -> None:
        of = hub(provider="brevo")
        shown = body(letter(), of)
        assert shown in mail(letter(), of)
        assert BEGIN not in mail(letter(), of)
        assert list(flaws(shown, fragment=True)) == []

    @pytest.mark.parametrize("provider", ["brevo", "mailchimp", "listmonk", "buttondown", "sendy"])
    def test_has_neither_header_nor_footer_nor_what_a_service_fills(self, provider: str) -> None:
        shown = body(letter(), hub(provider=provider))
        assert "<h1" not in shown
        assert "Vos données et vos droits" not in shown
        assert not any(mark in shown for mark in ("{{", "*|", "[unsub"))

    def test_shows_as_many_entries_as_the_mail(self) -> None:
        crowded = letter(sections=MANY)
        assert body(crowded, hub()).count("<h3") == mail(crowded, hub()).count("<h3")


def test_a_mail_is_made_of_the_letter_alone() -> None:
    assert mail(letter(), hub()) == mail(replace(letter()), hub())
