"""What is shown as it stands: entities, tags, words that wait for others, shouts, prices, addresses that lead nowhere."""

from collections.abc import Callable
from typing import Any

import pytest

from support import event, hub, organisation

Report = Callable[..., list[str]]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"/>'


def codes(reported: Report, **keys: Any) -> list[str]:
    """The codes that an event gets."""
    tree = hub() | event("nuit", **keys) | {"images/a.svg": SVG}
    return [line.split(" ")[1] for line in reported(tree)]


class TestTexts:
    @pytest.mark.parametrize(
        "title", ["Lune &amp; Soleil", "L&#8217;été", "L&#x2019;été", "&laquo; Lune &raquo;", "Lune&nbsp;!", "A &amp;amp; B"]
    )
    def test_of_html_are_told(self, reported: Report, title: str) -> None:
        assert codes(reported, title=title) == ["E228"]

    @pytest.mark.parametrize("title", ["Lune & Soleil", "R&D; et puis", "AT&T;", "Une pression < 1 bar", "a <b et c> d", "Lire &c."])
    def test_that_only_look_like_html_are_not(self, reported: Report, title: str) -> None:
        assert codes(reported, title=title) == []

    @pytest.mark.parametrize("title", ["Une <b>nuit</b>", "Une<br>nuit", "H<sub>2</sub>O, la nuit", '<span style="x">Une nuit</span>'])
    def test_with_tags_are_advised(self, reported: Report, title: str) -> None:
        assert codes(reported, title=title) == ["W004"]

    @pytest.mark.parametrize(
        ("title", "plain"),
        [
            ("**Atelier** _libre_", "Atelier libre"),
            ("La nuit ~~noire~~ blanche", "La nuit noire blanche"),
            ("Le mot `pi`", "Le mot pi"),
            ("# Atelier", "Atelier"),
            ("- Atelier\n- Visite", "Atelier, Visite"),
            ("Voir [le site](https://musee.fr/)", "Voir le site"),
            ("***Homo sapiens*** et nous", "Homo sapiens et nous"),
            ("Une nuit\nnoire", "Une nuit noire"),
        ],
    )
    def test_of_markdown_or_of_two_lines_are_advised_in_plain_words(self, reported: Report, title: str, plain: str) -> None:
        (said,) = reported(hub() | event("nuit", title=title))
        assert " W004 " in said
        assert f"Écrivez « {plain} »" in said

    @pytest.mark.parametrize(
        "title",
        [
            *(
                "2 * 3 * 4 = 24",
                "nom_de_fichier",
                "Tarif réduit *",
                "Les étudiant*e*s",
                "M*A*S*H",
                "La nuit de #FDS2026",
                "-10 °C : la glace",
            ),
            *("# 3 du mois", "Le fichier __init__.py", "[Re]découvrir", "Nuit (ou jour)", "> 8 ans"),
        ],
    )
    def test_whose_signs_mean_themselves_are_not(self, reported: Report, title: str) -> None:
        assert codes(reported, title=title) == []

    @pytest.mark.parametrize(
        "name",
        ["À définir", "Lieu à venir", "lieu encore à préciser", "Salle à confirmer", "Inconnu", "NC", "n/a", "TBD", "Null", "Bientôt"],
    )
    def test_that_say_nothing_are_advised(self, reported: Report, name: str) -> None:
        assert codes(reported, place={"name": name, "city": "Abbeville"}) == ["W008"]

    @pytest.mark.parametrize(
        "name",
        ["Lieu communiqué aux inscrits", "Lieu secret", "Centre-ville", "Le Jardin des inconnus", "Salle à manger", "Maison à venir voir"],
    )
    def test_that_say_little_of_a_place_are_not(self, reported: Report, name: str) -> None:
        assert codes(reported, place={"name": name, "city": "Abbeville"}) == []

    @pytest.mark.parametrize(
        ("credit", "code"),
        [
            ("inconnu", "W008"),
            ("Droits réservés", "W008"),
            ("DR", "W008"),
            ("Internet", "W008"),
            ("?", "E229"),
            ("…", "E229"),
            ("copyright", "W008"),
        ],
    )
    def test_that_name_nobody_as_an_author_are_told(self, reported: Report, credit: str, code: str) -> None:
        (said,) = reported(hub() | event("nuit", image={"src": "images/a.svg", "alt": "La Lune", "credit": credit}) | {"images/a.svg": SVG})
        assert f" {code} " in said
        assert said.endswith("Écrivez qui a fait l’image, ou prenez-en une dont vous connaissez l’auteur.")

    @pytest.mark.parametrize("credit", ["Anonyme, vers 1850", "Musée de Desvres, droits réservés", "NASA", "DRAC", "Inconnu au bataillon"])
    def test_that_name_somebody_are_not(self, reported: Report, credit: str) -> None:
        assert codes(reported, image={"src": "images/a.svg", "alt": "La Lune", "credit": credit}) == []

    @pytest.mark.parametrize("left", ["${titre}", "{{ titre }}", "<%= titre %>", "%TITRE%", "{% titre %}", "#{titre}"])
    def test_that_a_program_was_to_write_are_told(self, reported: Report, left: str) -> None:
        assert codes(reported, title=f"Nuit de {left}") == ["E229"]
        assert codes(reported, place={"name": f"Salle {left}", "city": "Abbeville"}) == ["E229"]

    @pytest.mark.parametrize(
        "summary",
        ["…", "...", "---", "xxx", "???", "À compléter", "TODO", "Événement sans titre", "Nouveau document", "Lorem ipsum dolor", "Résumé"],
    )
    def test_that_are_to_be_written_are_told(self, reported: Report, summary: str) -> None:
        assert codes(reported, summary=summary) == ["E229"]

    @pytest.mark.parametrize(
        "summary", ["Le lieu est à préciser : suivez les lampes", "X", "3, 2, 1…", "Todos os santos", "Le lorem, sans ipsum"]
    )
    def test_that_say_little_are_not(self, reported: Report, summary: str) -> None:
        assert codes(reported, summary=summary) == []

    @pytest.mark.parametrize("title", ["GRANDE FÊTE DE LA SCIENCE À AMIENS", "NUIT NOIRE", "Le GRAND BAZAR DES SCIENCES"])
    def test_that_shout_are_advised(self, reported: Report, title: str) -> None:
        assert codes(reported, title=title) == ["W004"]

    @pytest.mark.parametrize(
        "title", ["FABLAB", "L’ADN et l’ARN", "CNRS : portes ouvertes", "FABLAB UNILASALLE : portes ouvertes", "IMAGINARIUM 2026"]
    )
    def test_with_names_in_capitals_are_not(self, reported: Report, title: str) -> None:
        assert codes(reported, title=title) == []

    @pytest.mark.parametrize("summary", ["La nuit noire", "la nuit NOIRE.", "« La nuit noire »"])
    def test_that_repeat_the_title_are_advised(self, reported: Report, summary: str) -> None:
        assert codes(reported, title="La nuit noire", summary=summary) == ["W004"]

    @pytest.mark.parametrize("alt", ["Image", "L’affiche", "Photo d’illustration", "La nuit noire", "Deux enfants devant un microscope"])
    def test_that_do_not_say_what_a_picture_shows_are_advised(self, reported: Report, alt: str) -> None:
        image = {"src": "images/a.svg", "alt": alt, "credit": "Musée"}
        assert codes(reported, title="La nuit noire", image=image) == ["W004"]
        assert codes(reported, title="La nuit noire", image={**image, "alt": "Affiche : deux lunes sur la mer"}) == []

    def test_of_nobody_in_the_body_are_told(self, reported: Report) -> None:
        assert codes(reported, body="…\n") == ["E229"]
        assert codes(reported, body="") == []
        assert codes(reported, body="On lève les yeux…\n") == []


class TestAPrice:
    @pytest.mark.parametrize(
        "text",
        [
            *("5 €", "5€", "5,50 euros", "Plein tarif : 8 EUR", "de 2 à 5 €", "Payant", "entrée payante", "EUR 5", "€5", "cinq euros"),
            *("Vingt-cinq euros", "Un euro", "Séance payante"),
        ],
    )
    def test_of_what_is_free_is_told(self, reported: Report, text: str) -> None:
        assert codes(reported, price={"free": True, "text": text}) == ["E126"]

    @pytest.mark.parametrize(
        "text", ["Gratuit", "Entrée libre", "0 €", "Participation libre", "Prix libre", "Gratuit, livret à 2 €", "Caution de 20 €", "EUR 0",
         "Consommations payantes", "Non payant", "Gratuit, certains ateliers payants", "15e édition", "Gratuit sur réservation"]
    )  # fmt: skip
    def test_that_readers_understand_passes(self, reported: Report, text: str) -> None:
        assert codes(reported, price={"free": True, "text": text}) == []

    @pytest.mark.parametrize("text", ["Gratuit", "gratuit.", "Entrée gratuite", "Entrée libre et gratuite", "0 €", "Gratuit pour tous", "EUR 0",
                                      "Gratuit sur réservation", "C’est gratuit", "Offert"])  # fmt: skip
    def test_that_is_none_is_told(self, reported: Report, text: str) -> None:
        assert codes(reported, price={"free": False, "text": text}) == ["E126"]

    @pytest.mark.parametrize(
        "text", ["Gratuit pour les moins de 12 ans", "4 €, gratuit pour les moins de 12 ans", "Participation libre", "Au chapeau"]
    )
    def test_of_some_passes(self, reported: Report, text: str) -> None:
        assert codes(reported, price={"free": False, "text": text}) == []

    def test_of_a_visit_is_looked_at_too(self, reported: Report) -> None:
        tree = hub() | organisation("musee", visit={"free": True, "text": "7 €"})
        assert [line.split(" ")[1] for line in reported(tree)] == ["E126"]


class TestAnAddress:
    @pytest.mark.parametrize(
        "url",
        [
            *("https://…", "https://www.example.com/", "http://example.org/a", "https://www.domaine.fr/", "https://votre-site.fr/"),
            *(
                "http://localhost:8000/",
                "http://127.0.0.1/",
                "http://192.168.1.12/a",
                "http://[::1]/",
                "http://musee/",
                "http://musee.local/",
            ),
        ],
    )
    def test_that_leads_nowhere_is_told(self, reported: Report, url: str) -> None:
        assert codes(reported, links=[{"label": "Le programme", "url": url}]) == ["E127"]

    @pytest.mark.parametrize("url", ["https://www.musee.fr/", "https://musee.example/", "https://example.fr.musee.fr/", "https://8.8.8.8/"])
    def test_of_somebody_passes(self, reported: Report, url: str) -> None:
        assert codes(reported, links=[{"label": "Le programme", "url": url}]) == []

    @pytest.mark.parametrize("email", ["nom@domaine.fr", "contact@example.com"])
    def test_of_mail_that_is_an_example_is_told(self, reported: Report, email: str) -> None:
        assert codes(reported, contact={"email": email}) == ["E127"]
