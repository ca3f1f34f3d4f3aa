"""Whose an address of mail is: a person's is told, a service's or a place's is not."""

import pytest

from contributions.words.persons import personal_email, private_email


@pytest.mark.parametrize(
    "box",
    [
        *("mediatheque.du.moulin", "maison.de.la.baie", "la.coupole", "saint.omer", "chateau.thierry", "jardin.botanique"),
        *("espace.mendes", "palais.univers", "ferme.sart", "college.jean.moulin", "les.amis.de.la.lune", "Fort.Seclin", "cnrs.amiens"),
        *("service.mediation", "contact.lille", "marie.mediation", "tour.abbatiale", "accueil", "info-lille"),
    ],
)
def test_a_service_or_a_place_is_nobody(box: str) -> None:
    assert not list(personal_email(f"Écrivez à {box}@exemple.fr."))
    assert not list(private_email(f"Écrivez à {box}@gmail.com."))


@pytest.mark.parametrize(
    "box",
    [
        *("camille.durand", "c.durand", "Marie-Claude.Petit", "jean.moulin", "thierry.chateau", "jean.de.la.fontaine"),
        *("m.de.boer", "anne.le.goff", "pierre.fort", "durand.camille", "l.martin", "d.moulin"),
    ],
)
def test_a_person_is_told_with_the_whole_address(box: str) -> None:
    ((at, found),) = personal_email(f"Écrivez à {box}@exemple.fr.")
    assert (at, found.code) == (10, "W606")
    assert f"« {box}@exemple.fr »" in found.message


def test_of_an_address_that_anybody_may_have_a_service_must_be_said() -> None:
    assert [at for at, _found in private_email("xyz42@gmail.com")] == [0]
