"""Telephone numbers as people write them: one number, shown in French groups, dialled from anywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.words.phones import FORM, PhoneError, read
from support_limits import in_bounded_time

READ = {
    "03 22 93 49 36": ("03 22 93 49 36", "tel:+33322934936"),
    "0322934936": ("03 22 93 49 36", "tel:+33322934936"),
    "03.22.93.49.36": ("03 22 93 49 36", "tel:+33322934936"),
    "03/22/93/49/36": ("03 22 93 49 36", "tel:+33322934936"),
    "03\u00a022\u202f93-49–36": ("03 22 93 49 36", "tel:+33322934936"),
    "(03) 22 93 49 36": ("03 22 93 49 36", "tel:+33322934936"),
    "+33 (0)3 22 93 49 36": ("+33 3 22 93 49 36", "tel:+33322934936"),
    "+33322934936": ("+33 3 22 93 49 36", "tel:+33322934936"),
    "+33 03 22 93 49 36": ("+33 3 22 93 49 36", "tel:+33322934936"),
    "00 33 3 22 93 49 36": ("+33 3 22 93 49 36", "tel:+33322934936"),
    "03 22 93 49 36 (poste 12)": ("03 22 93 49 36 (poste 12)", "tel:+33322934936;ext=12"),
    "03 22 93 49 36, poste 12": ("03 22 93 49 36 (poste 12)", "tel:+33322934936;ext=12"),
    "03 22 93 49 36 ext. 4": ("03 22 93 49 36 (poste 4)", "tel:+33322934936;ext=4"),
    "0800123456": ("0 800 123 456", "tel:+33800123456"),
    "3915": ("3915", "tel:3915"),
    "15": ("15", "tel:15"),
    "112": ("112", "tel:112"),
    "116 117": ("116 117", "tel:116117"),
    "+32 2 123 45 67": ("+32 2 123 45 67", "tel:+3221234567"),
    "+32 (0)2/123.45.67": ("+32 2 123 45 67", "tel:+3221234567"),
    "0262 12 34 56": ("02 62 12 34 56", "tel:+262262123456"),
    "05 90 12 34 56": ("05 90 12 34 56", "tel:+590590123456"),
    "0508 41 12 34": ("05 08 41 12 34", "tel:+508411234"),
}
TOLD = {
    "03 22 93 49 36 / 06 43 47 48 12": "Gardez-en un : 03 22 93 49 36.",
    "03 22 93 49 36 ou 06 43 47 48 12": "Gardez-en un : 03 22 93 49 36.",
    "0322934936 0643474812": "Gardez-en un : 03 22 93 49 36.",
    "+33 3 22 93 49 36 - 06 43 47 48 12": "Gardez-en un : +33 3 22 93 49 36.",
    "03 22 93 49 36 (accueil)": "Écrivez 03 22 93 49 36 ;",
    "3 22 93 49 36": "S’il a perdu son zéro, écrivez 03 22 93 49 36.",
    "03 22 93 49": "Vérifiez-le",
    "03 22 93 49 36 7": "Vérifiez-le",
    "+33": "Après +33, il reste neuf chiffres",
    "+33 (0)": "Après +33, il reste neuf chiffres",
    "+33 3 22 93 49": "Après +33, il reste neuf chiffres",
    "9999": "Vérifiez-le",
    "sur demande": "Écrivez-le en chiffres",
}


@pytest.mark.parametrize("text", READ)
def test_a_number_is_shown_in_groups_and_dialled_from_anywhere(text: str) -> None:
    found = read(text)
    assert (found.written, found.address) == READ[text]
    assert re.fullmatch(FORM, text), "the form lets it pass"


@pytest.mark.parametrize("text", TOLD)
def test_what_is_not_one_number_is_told(text: str) -> None:
    with pytest.raises(PhoneError) as raised:
        read(text)
    assert raised.value.repair.startswith(TOLD[text])
    assert raised.value.meant == ""


@pytest.mark.parametrize("text", ["Tél. : 03 22 93 49 36", "tel:0322934936", "Téléphone 03 22 93 49 36"])
def test_a_number_behind_its_name_can_safely_be_written_alone(text: str) -> None:
    with pytest.raises(PhoneError) as raised:
        read(text)
    assert raised.value.meant == "03 22 93 49 36"


NUMBERS = st.from_regex(r"[1-79]\d{8}", fullmatch=True)
GAPS = st.sampled_from(["", " ", ".", "-", "\u00a0", "/"])


@given(NUMBERS, GAPS, st.sampled_from(["0", "+33 ", "+33 (0)", "0033", "(+33) "]), st.sampled_from(["", "7", "1234"]))
def test_every_way_of_writing_a_number_dials_it(digits: str, gap: str, before: str, extension: str) -> None:
    grouped = gap.join([digits[0], *(digits[at : at + 2] for at in range(1, 9, 2))])
    found = read(f"{before}{grouped}" + (f" poste {extension}" if extension else ""))
    assert re.sub(r"\D", "", found.dialled)[-6:] == digits[-6:]
    assert found.extension == extension
    assert read(found.written) == found


@given(NUMBERS, NUMBERS, st.sampled_from([" / ", "/", " ou ", " et ", ", ", " ; ", " - ", " "]))
def test_two_numbers_are_never_one(one: str, other: str, between: str) -> None:
    with pytest.raises(PhoneError):
        read(f"0{one}{between}0{other}")


@given(st.text(alphabet="0123456789 +().-/", max_size=30))
def test_what_is_read_is_read_again_as_it_is_shown(text: str) -> None:
    try:
        found = read(text)
    except PhoneError:
        return
    assert read(found.written) == found
    assert re.fullmatch(r"tel:\+?\d{2,15}(?:;ext=\d+)?", found.address)


@pytest.mark.parametrize("piece", [" ", "0 ", "(", "ou ", "- ", "+33 (0)", "poste "])
def test_no_text_of_a_field_takes_long(piece: str) -> None:
    with in_bounded_time(), pytest.raises(PhoneError):
        read("x" + piece * (2000 // len(piece)) + "x")
