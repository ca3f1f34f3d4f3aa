"""The text part is what a person would have written: words in order, lines that are not too long, addresses that are never cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.mail.plain import text
from newsletter.mail.words import COLUMNS, as_text
from support_mails import card, hub, letter
from views.values import Section

NBSP = "\u00a0"


class TestTheText:
    def test_reads_like_a_letter(self) -> None:
        of = letter(sections=letter().sections[:1], thanks=letter().thanks[:1])
        assert text(of, hub(provider="brevo")) == (
            "La semaine des premières étoiles\n"
            "Semaine du 16\u00a0novembre 2026\n\n"
            "Nord 12 · Aisne 3\n\n"
            "Le parcours L’hiver des astronomes commence dimanche\u00a0: voyez le dossier\n"
            "(https://escale.example/dossiers/hiver/).\n\n"
            "– Un pull.\n– Une lampe rouge.\n\n"
            "À LA UNE\n\n"
            "– Soirée d’observation n° 1\n"
            "  Samedi 21\u00a0novembre, 14\u202fh\u00a0– 17\u202fh\u202f30\n"
            "  Atelier · Amiens (80), Médiathèque du Moulin · La Maison des étoiles ·\n"
            "  Gratuit\n"
            "  Saturne et la Lune, à l’œil nu puis à la lunette, avec les bénévoles\n"
            "  du club.\n"
            "  https://escale.example/agenda/soiree-1/\n\n"
            "Merci à La Région.\n\n"
            "Nous écrire\nCourriel\u00a0: lettre@escale.example\n\n"
            "Cette lettre est tirée du portail.\n\n"
            "-- \n"
            "Lire cette lettre en ligne\u00a0:\n{{ mirror }}\n"
            "Ne plus la recevoir\u00a0:\n{{ unsubscribe }}\n"
            "Vos données et vos droits\u00a0:\nhttps://escale.example/donnees-personnelles/\n"
            "Escale, L’agence, 1 rue du Port, 80000 Amiens\n"
        )

    def test_says_how_much_is_left_to_the_site(self) -> None:
        crowd = letter(sections=(Section("Cette semaine", tuple(card(number) for number in range(45))),))
        assert f"\n\nEt 5 autres, à lire sur le site{NBSP}:\nhttps://escale.example/newsletter/2026-w47/\n\n" in text(crowd, hub())

    def test_leads_to_the_site_where_no_service_is_known(self) -> None:
        assert f"Ne plus la recevoir{NBSP}:\nhttps://escale.example/newsletter/\n" in text(letter(), hub())

    def test_tells_a_state_before_the_title_and_in_a_sentence(self) -> None:
        assert "– Annulé : Soirée d’observation n° 2\n" in text(letter(), hub()).replace(NBSP, " ")
        assert "\n  Ce rendez-vous est annulé.\n" in text(letter(), hub())

    @pytest.mark.parametrize(
        ("keys", "said"),
        [
            ({}, "Samedi 21\u00a0novembre, 14\u202fh\u00a0– 17\u202fh\u202f30"),
            (
                {"last": "2026-11-28", "when": "jusqu’au 28\u00a0novembre 2026"},
                "Dès le samedi 21\u00a0novembre, jusqu’au 28\u00a0novembre 2026",
            ),
            (
                {"last": "2027-01-31", "when": "jusqu’au 31\u00a0janvier 2027", "datetime": "2026-11-03"},
                "Jusqu’au 31\u00a0janvier 2027",
            ),
            ({"day": None, "last": None, "when": "12\u00a0novembre 2026"}, "12\u00a0novembre 2026"),
        ],
        ids=["an afternoon", "what begins", "what goes on", "what was published"],
    )
    def test_says_days_in_whole_words(self, keys: dict[str, object], said: str) -> None:
        shown = text(letter(sections=(Section("À voir", (card(**keys),)),)), hub())
        assert f"– Soirée d’observation n° 1\n  {said}\n" in shown


class TestWords:
    @pytest.mark.parametrize(
        ("html", "said"),
        [
            ("<p>Un.</p><p>Deux<br>trois.</p>", "Un.\n\nDeux\ntrois."),
            ("<h2>Le ciel</h2><p>Il est <strong>noir</strong>.</p>", "LE CIEL\n\nIl est noir."),
            ("<ol><li>Un</li><li>Deux<ul><li>trois</li></ul></li></ol>", "1. Un\n2. Deux\n   – trois"),
            ("<blockquote><p>Oh.</p><p>Ah.</p></blockquote>", "> Oh.\n>\n> Ah."),
            ('<p><a href="https://a.example/">https://a.example/</a></p>', "https://a.example/"),
            ('<p><a href="mailto:a@b.example">écrire</a></p>', "écrire (a@b.example)"),
            ('<p><img src="x" alt="Le plan"></p>', "Le plan"),
            ("<table><tr><td>Lundi</td><td>14\u202fh</td></tr></table>", "Lundi · 14\u202fh"),
            ("<p>1\u00a0m &lt; 2&nbsp;m &amp; plus</p>", "1\u00a0m < 2\u00a0m & plus"),
            ("<pre>a\n  b</pre>", "a\n  b"),
            ("", ""),
        ],
        ids=["paragraphs", "title", "lists", "quotation", "address", "mail", "picture", "table", "entities", "code", "nothing"],
    )
    def test_keep_their_shape(self, html: str, said: str) -> None:
        assert as_text(html) == said

    @given(st.lists(st.text("abcé’ ,.", min_size=1, max_size=30), min_size=1, max_size=40))
    def test_stand_in_lines_of_a_readable_length_and_none_is_lost(self, words: list[str]) -> None:
        said = as_text(f"<p>{' '.join(words)}</p>")
        assert said.split() == " ".join(words).split()
        assert all(len(line) <= COLUMNS for line in said.split("\n"))
