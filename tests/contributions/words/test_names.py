"""Persons are found in what is written of a loan; institutions, which bear the names of persons, are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.words.names import named
from support_limits import in_bounded_time

TITLES = (
    "Mme",
    "mme",
    "Mme.",
    "MME",
    "Madame",
    "Mlle",
    "Melle",
    "Mademoiselle",
    "M.",
    "Mr",
    "Monsieur",
    "Dr",
    "Docteur",
    "Pr",
    "Professeure",
)
FIRST = ("Marie", "Jean-Pierre", "Élodie", "François", "MARTINE", "Loïc")
FAMILIES = ("Dupont", "Lefèvre-Durand", "de La Tour", "D’Alembert", "DURAND", "Le Goff", "Benali")
INSTITUTIONS = (
    "Lycée",
    "Collège",
    "École élémentaire",
    "Groupe scolaire",
    "Médiathèque",
    "BIBLIOTHÈQUE",
    "Association Les amis de",
    "Centre social",
    "Salle",
    "MJC",
    "Résidence",
    "12 rue",
    "3 bis, avenue",
    "Place du",
    "Fondation",
    "Cité scolaire",
)
PLACES = ("médiathèque", "collège Pasteur", "service culturel", "12 rue des Tanneurs", "Abbeville")
PARTING = (", ", " - ", " – ", " (", " / ", " : ", "; ")

titled = st.builds(lambda title, family: f"{title} {family}", st.sampled_from(TITLES), st.sampled_from(FAMILIES))
full = st.builds(lambda first, family: f"{first} {family}", st.sampled_from(FIRST), st.sampled_from(FAMILIES))
initial = st.builds(lambda letter, family: f"{letter} {family}", st.sampled_from(["J.", "J.-P.", "J. P.", "É."]), st.sampled_from(FAMILIES))
persons = titled | full


class TestAPerson:
    @given(persons | initial)
    def test_is_found_alone(self, person: str) -> None:
        assert [found.words for found in named(person)] == [person]

    @given(persons, st.sampled_from(PARTING), st.sampled_from(PLACES))
    def test_is_found_before_a_place(self, person: str, parting: str, place: str) -> None:
        assert [(found.at, found.words) for found in named(person + parting + place)] == [(0, person)]

    @given(persons, st.sampled_from(PARTING), st.sampled_from(INSTITUTIONS))
    def test_is_found_behind_an_institution_from_which_a_mark_parts_it(self, person: str, parting: str, institution: str) -> None:
        text = f"{institution} du Moulin{parting}{person}"
        assert [(found.at, found.words) for found in named(text)] == [(text.index(person), person)]

    @given(full, st.sampled_from(["Annulé par", "chez", "Contact", "voir avec", "à l’attention de", "la professeure", "Responsable"]))
    def test_is_found_behind_words_that_introduce_it(self, person: str, words: str) -> None:
        assert [found.words for found in named(f"{words} {person}")] == [person]

    @pytest.mark.parametrize(
        ("text", "person"),
        [
            ("Médiathèque c/o Julie Martin", "Julie Martin"),
            ("Collège à l’attention de Marie Dupont", "Marie Dupont"),
            ("Dupont, Marie", "Dupont, Marie"),
            ("Lycée, prof de SVT N. Benali", "N. Benali"),
            ("Prof. Tournesol", "Prof. Tournesol"),
            ("Mrs Smith", "Mrs Smith"),
            ("Médiathèque, contact Julie", "Julie"),
            ("Chez Julie", "Julie"),
            ("Marie Dupont (collège)", "Marie Dupont"),
        ],
    )
    def test_is_found_beside_the_institution_that_it_belongs_to(self, text: str, person: str) -> None:
        assert [found.words for found in named(text)] == [person]

    @pytest.mark.parametrize(
        "text",
        ["DUPONT Marie", "M Martin", "Marie DUPONT, professeure au lycée Pasteur", "MM. Durand et Petit", "Famille Dupont", "Marie D."],
    )
    def test_is_found_in_other_habits(self, text: str) -> None:
        assert len(list(named(text))) == 1

    def test_is_found_each_by_itself(self) -> None:
        assert [person.words for person in named("Mme Dupont, M. Martin (Jean Petit)")] == ["Mme Dupont", "M. Martin", "Jean Petit"]


class TestAnInstitution:
    @given(st.sampled_from(INSTITUTIONS), persons | initial)
    def test_may_bear_the_name_of_a_person(self, institution: str, person: str) -> None:
        assert list(named(f"{institution} {person}")) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Lycée Marie Curie",
            "École Jules-Ferry",
            "Médiathèque Jean Lévy",
            "CH du Dr Duchenne",
            "Restaurant Chez Paul",
            "Anne de Bretagne (collège)",
            "Amiens, Somme",
            "Collège M. Yourcenar",
            "Association Les amis de M. Seguin",
            "M.J.C. de Lens",
            "A.P.E. Rostand",
            "Saint-Martin-au-Laërt",
            "Université de Lille – Faculté des sciences",
            "universite-des-deux-caps",
            "Radio Plateau",
            "Monsieur le maire",
            "M. le Maire",
            "Familles rurales de Rue",
            "CPIE Val d’Authie",
            "L. M. Me. J. V. : 9 h – 12 h",
            "M. et J., de 14 h à 18 h",
            "M. Merc. J. : 14 h",
            "4 €, gratuit pour les moins de 12 ans",
            "Travaux dans la salle",
            "Boulogne-sur-Mer",
            "Fort-Mahon-Plage",
            "Ascenseur ; boucle magnétique sur demande",
        ],
    )
    def test_of_which_no_person_is_named_is_left_alone(self, text: str) -> None:
        assert list(named(text)) == []


@given(st.text(max_size=200))
def test_whatever_is_written_is_read_and_what_is_found_stands_there(text: str) -> None:
    for person in named(text):
        assert text[person.at : person.at + len(person.words)] == person.words


@pytest.mark.parametrize("text", ["M. " * 700, "Jean " * 400, "De la " * 350, "Aa-" * 700, "a’" * 1000, "J. " * 700, "par Jean " * 250])
def test_no_text_takes_long(text: str) -> None:
    with in_bounded_time():
        list(named(text))
