"""An address of mail with something around it: which was meant, and what may be written without asking."""

import pytest

from contributions.words.escapes import encoded, file_address, file_at, mailto
from contributions.words.mails import meant
from support_limits import in_bounded_time

SURE = ["mailto:a@b.fr", "MAILTO:a@b.fr", "mailto:mailto:a@b.fr", "<a@b.fr>", "a@b.fr.", "a@b.fr;"]
TOLD = [
    *("Accueil <a@b.fr>", "a@b.fr (accueil)", "a(at)b.fr", "a [at] b [dot] fr", "a arobase b point fr", "a @ b.fr", "a chez b.fr"),
    *("mailto:a@b.fr?subject=Bonjour", "[a@b.fr](mailto:a@b.fr)"),
]


@pytest.mark.parametrize("text", SURE)
def test_marks_alone_are_taken_away(text: str) -> None:
    assert meant(text) == ("Écrivez a@b.fr.", "a@b.fr")


@pytest.mark.parametrize("text", TOLD)
def test_words_are_told_with_the_address(text: str) -> None:
    assert meant(text) == ("Écrivez a@b.fr.", "")


@pytest.mark.parametrize("text", ["a@b.fr, c@d.fr", "a@b.fr ; c@d.fr", "a@b.fr ou c@d.fr", "A <a@b.fr>, C <c@d.fr>"])
def test_of_two_one_is_asked_for(text: str) -> None:
    assert meant(text) == ("Une seule est attendue ici : écrivez a@b.fr. Les autres vont dans le texte.", "")


@pytest.mark.parametrize("text", ["sur demande", "a@b", "@", "a@@b.fr", ""])
def test_what_is_no_address_gets_an_example(text: str) -> None:
    assert meant(text) == ("Écrivez nom@domaine.fr, sans « mailto: ».", "")


@pytest.mark.parametrize(("text", "address"), [("a@b..fr", "a@b.fr"), ("a..c@b.fr", "a.c@b.fr")])
def test_a_point_too_many_is_never_proposed_again(text: str, address: str) -> None:
    assert meant(text) == (f"Deux points s’y suivent, ou un point de trop y est : écrivez {address}.", "")


@pytest.mark.parametrize(("text", "both"), [("a b@c.fr", "a.b@c.fr ou b@c.fr"), ("jean dupont@c.fr", "jean.dupont@c.fr ou dupont@c.fr")])
def test_a_blank_before_the_sign_leaves_two_that_may_be_meant(text: str, both: str) -> None:
    assert meant(text) == (f"Une adresse n’a pas d’espace : écrivez {both}, selon la boîte.", "")


def test_a_page_has_another_key() -> None:
    assert "« url »" in meant("https://musee.fr/contact").repair


def test_a_link_says_no_more_than_the_address() -> None:
    assert mailto("l'accueil+x@musée.fr") == "mailto:l'accueil+x@mus%C3%A9e.fr"


@pytest.mark.parametrize("path", ["images/a b.png", "images/Été, (1) & 'x' +.png", "documents/50%.pdf"])
def test_a_file_is_found_at_its_address(path: str) -> None:
    assert file_at(file_address(path)) == path
    assert not set(" ,()'\"&<>") & set(file_address(path))


@pytest.mark.parametrize(
    "address", ["/agenda/nuit/", "https://musée.fr/a%20b?q=é#é", "//x.fr/a b", "mailto:a@b.fr?subject=a b", "#a b", "/a%zz"]
)
def test_an_address_is_encoded_once(address: str) -> None:
    assert encoded(encoded(address)) == encoded(address)
    assert " " not in encoded(address)


@pytest.mark.parametrize("piece", ["a", " ", "a@", "a@b.", "(at)", "mailto:"])
def test_no_text_takes_long(piece: str) -> None:
    with in_bounded_time():
        meant(piece * 200_000)
        meant(piece * (500 // len(piece)))
