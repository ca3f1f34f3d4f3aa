"""Letters of UTF-8 that were read as Windows-1252 are what they were again, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.problems.problem import Fix
from contributions.words.garbled import garbled, restored
from support_limits import in_bounded_time

WORDS = (
    "été à la médiathèque ÇA NOËL À ÉTAPLES œuvre cœur L’ÂGE naïve maïs où août crête «\u00a0Œuf\u00a0» “Île” – — … 5\u00a0€ n° 20\u202f°C CAFÉ» "
    "l'eau (où\u00a0?) ½ µm ± ÂME Ægir — ÿ ü ö ß É; FÂCHÉ! 3,5 % MOË… a@b.fr"
).split(" ")
FRENCH = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}


@pytest.mark.parametrize(
    ("line", "column", "repair"),
    [
        ("title: Nuit d\ufffdt\ufffd", 14, "Recopiez ce passage depuis l’original."),
        ("Une nuit d'ï¿½tï¿½.", 12, "Recopiez ce passage depuis l’original."),
        ("title: Nuit d=E9t=E9", 14, "Écrivez « dété »."),
        ("Nuit d=C3=A9t=C3=A9", 7, "Écrivez « dété »."),
    ],
)
def test_letters_that_are_gone_are_told_and_not_mended(line: str, column: int, repair: str) -> None:
    ((found),) = garbled(line)
    assert (found.code, found.column, found.repair, found.fix) == ("E227", column, repair, None)


@pytest.mark.parametrize("line", ["a=E9", "url: https://a.fr/?nom=E9&ville=E8", "x=EA et rien"])
def test_a_formula_or_a_link_is_no_letter(line: str) -> None:
    assert not list(garbled(line))


def misread(text: str) -> str:
    """UTF-8 read as Windows-1252, as a browser does."""
    return "".join(chr(byte) if byte in UNDEFINED else bytes([byte]).decode("cp1252") for byte in text.encode())


@given(FRENCH, st.integers(1, 3))
def test_french_is_restored_however_often_it_was_misread(text: str, times: int) -> None:
    garbage = text
    for _ in range(times):
        garbage = misread(garbage)
    assert restored(garbage) == text


@given(FRENCH)
def test_french_stays_as_it_is(text: str) -> None:
    assert restored(text) == text
    assert list(garbled(text)) == []


@pytest.mark.parametrize("text", ["SÃO PAULO", "São Paulo", "« CAFÉ»", "É«a»", "10 Å", "naïve ± 5 %", "Ünlü", "Ðang", "Å™", "Ã la"])
def test_words_of_other_languages_are_no_garbage(text: str) -> None:
    assert restored(text) == text


@pytest.mark.parametrize(("text", "meant"), [("voilÃ , l’Ã©tÃ©", "voilà, l’été"), ("ðŸŽ‰ fÃªte", "🎉 fête"), ("ï»¿Ã‰tÃ©", "Été")])
def test_signs_and_lost_blanks_are_understood(text: str, meant: str) -> None:
    assert restored(text) == meant


def test_each_line_is_told_once_with_a_repair_that_mends_it() -> None:
    text = "un\nLa MÃ©diathÃ¨que, Ã  l’est\nÃ©tÃ©"
    lines = text.split("\n")
    for found in garbled(text):
        assert found.fix is not None
        line, at = lines[found.line - 1], found.column - 1
        assert line[at:].startswith(found.fix.old)
        lines[found.line - 1] = line[:at] + found.fix.new + line[at + len(found.fix.old) :]
    assert lines == ["un", "La Médiathèque, à l’est", "été"]


@pytest.mark.parametrize("piece", ["Ã©", "Ã© ", "Ã©\n", "ÃƒÆ’Ã‚Â", "Ã\x80Â", "ðŸŽ‰"])
def test_no_text_takes_long(piece: str) -> None:
    with in_bounded_time():
        list(garbled(piece * (500_000 // len(piece))))


@pytest.mark.parametrize(
    "line",
    [
        *("title: Le code «Ã©» expliqué", "Lire « MÃ©diathÃ¨que »", "On lit “Ã©tÃ©” au lieu d’été", "title: D’où vient «\u00a0Ã©\u00a0» ?"),
        *('Le mot "Ã©tÃ©" est mal codé', "title: Le signe `Ã©` expliqué", "Le mot 'Ã©tÃ©' est mal codé"),
    ],
)
def test_letters_that_somebody_shows_are_left_alone(line: str) -> None:
    assert list(garbled(line)) == []


@pytest.mark.parametrize(
    ("line", "repaired"),
    [
        ('title: "MÃ©diathÃ¨que"', 'title: "Médiathèque"'),
        ('title: "MÃ©diathÃ¨que"  # à vérifier', 'title: "Médiathèque"  # à vérifier'),
        ('La salle "Ã©tÃ©" du musÃ©e', 'La salle "été" du musée'),
        ("Lire « Ã©tÃ© » Ã\u00a0 la mÃ©diathÃ¨que", "Lire « Ã©tÃ© » à la médiathèque"),
        ("- 'MÃ©diathÃ¨que', \"Ã©tÃ©\"", "- 'Médiathèque', \"été\""),
    ],
)
def test_quotation_marks_that_were_misread_too_or_are_of_yaml_hide_nothing(line: str, repaired: str) -> None:
    (found,) = garbled(line)
    assert isinstance(found.fix, Fix)
    at = found.column - 1
    assert line[:at] + found.fix.new + line[at + len(found.fix.old) :] == repaired


@given(FRENCH)
def test_what_was_misread_with_its_quotation_marks_is_told(text: str) -> None:
    line = misread(f"« {text} été »")
    assert list(garbled(line))
