"""What `--fix` writes in a header is what was meant, and no word of the file is lost to it."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.problems.problem import Fix, Problem
from contributions.reading.reader import Reader
from contributions.source.mending import ROUNDS, mended

PATH = "content/events/nuit.md"
EVENT = """---
title: Nuit des chouettes
summary: On écoute les chouettes du parc, puis on ouvre leurs pelotes à la loupe.
date: 2026-12-01
category: atelier
themes: [sciences-de-la-vie]
audiences: [famille]
publisher:
  name: Médiathèque du Moulin
slots:
  - start: 2027-03-13 18:00
    end: 2027-03-13 21:00
place:
  name: Médiathèque du Moulin
  address: 12 rue des Tanneurs
  city: Abbeville
price:
  free: true
---

On part à pied.
"""
ROOT = ("title", "summary", "date", "category", "themes", "audiences")
SIGNS = (" = ", "=", " => ", " -> ", "；", " ; ", "：", " := ")


def fixed(reader: Reader, text: str) -> str:
    """A text after all rounds of repairs."""
    for _ in range(ROUNDS):
        text = mended(text, reader.read(PATH, text.encode()).problems)
    return text


def told(reader: Reader, text: str) -> list[tuple[int, str, str]]:
    """Line, code and repair of each problem."""
    return [(problem.line, problem.code, problem.repair) for problem in reader.read(PATH, text.encode()).problems]


def words(text: str) -> Counter[str]:
    """The words and numbers of a text."""
    return Counter(re.findall(r"\w+", text))


def test_the_event_is_right(reader: Reader) -> None:
    assert told(reader, EVENT) == []


@given(st.sets(st.sampled_from(ROOT), min_size=1), st.sampled_from(SIGNS), st.sampled_from(["", "# Une remarque\n"]))
def test_keys_in_another_notation_are_all_mended(reader: Reader, keys: set[str], sign: str, above: str) -> None:
    event = EVENT.replace("title:", f"{above}title:")
    broken = re.sub(rf"^({'|'.join(keys)}): ", rf"\1{sign}", event, flags=re.MULTILINE)
    assert re.sub(r"^(\w+) :", r"\1:", fixed(reader, broken), flags=re.MULTILINE) == event


@given(st.lists(st.sampled_from(SIGNS), min_size=12, max_size=12), st.sets(st.integers(0, 11)))
def test_no_repair_loses_a_word(reader: Reader, signs: list[str], broken: set[int]) -> None:
    lines = [
        re.sub(r"(\w): (?=\S)", rf"\1{sign}", line, count=1) if number in broken else line
        for number, (line, sign) in enumerate(zip(EVENT.split("\n")[1:13], signs, strict=True))
    ]
    text = "\n".join(["---", *lines, *EVENT.split("\n")[13:]])
    assert words(text) <= words(fixed(reader, text))


@pytest.mark.parametrize(
    ("code", "new", "written"),
    [
        ("E004", "", "summary = Une nuit"),
        ("E004", "summary: Une", "summary = Une nuit"),
        ("E020", '"La fête"', "La fête #Lab"),
    ],
)
def test_a_repair_of_notation_that_would_lose_a_word_is_refused(code: str, new: str, written: str) -> None:
    assert mended(written, [Problem(PATH, 1, 1, code, "", "", Fix(new, written))]) == written


def test_the_number_of_an_entry_is_no_word() -> None:
    assert mended("  1. name: Ada", [Problem(PATH, 1, 1, "E004", "", "", Fix("  - name: Ada", "  1. name: Ada"))]) == "  - name: Ada"


PRICE = "price:\n  free: true"


@pytest.mark.parametrize("written", ["free:true", "free = true", "free：true", '"free:true"'])
def test_the_only_line_of_a_group_becomes_its_key(reader: Reader, written: str) -> None:
    assert fixed(reader, EVENT.replace("  free: true", f"  {written}")) == EVENT


def test_the_only_line_of_a_group_becomes_its_key_with_its_words(reader: Reader) -> None:
    assert fixed(reader, EVENT.replace("publisher:\n  name: ", "publisher:\n  name = ")) == EVENT


def test_a_key_behind_that_of_its_group_is_told_and_left(reader: Reader) -> None:
    broken = EVENT.replace(PRICE, "price: free = true")
    assert fixed(reader, broken) == broken
    assert [code for _line, code, _repair in told(reader, broken)] == ["E004"]


def test_the_lines_of_a_group_that_all_lack_their_colons_are_shown_one_by_one(reader: Reader) -> None:
    broken = EVENT.replace(PRICE, "price:\n  free = false\n  text = 4 €")
    repair = "Il manque « : » et une espace après le nom de la clé. Écrivez :\nprice:\n  free: false\n  text: 4 €"
    assert told(reader, broken) == [(18, "E004", repair)]
    assert fixed(reader, broken) == broken


def test_braces_in_another_notation_are_mended_outside_and_inside(reader: Reader) -> None:
    assert fixed(reader, EVENT.replace(PRICE, "price = {free = true}")) == EVENT.replace(PRICE, "price: {free: true}")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ('"Chouettes" et "hiboux"', """'"Chouettes" et "hiboux"'"""),
        ("'A' et 'B'", '''"'A' et 'B'"'''),
        ('"Nuit" : la suite', """'"Nuit" : la suite'"""),
        ('"Nuit" des "chouettes', """'"Nuit" des "chouettes'"""),
        ('"La "nuit" dehors"', """'La "nuit" dehors'"""),
        ("'L'étoile du Nord'", '''"L'étoile du Nord"'''),
        ('"Nuit dehors”', '"Nuit dehors"'),
        ("'Nuit dehors’", '"Nuit dehors"'),
        ('"Nuit dehors » # remarque', '"Nuit dehors" # remarque'),
    ],
)
def test_quotation_marks_of_words_stay_and_those_around_a_value_become_right(reader: Reader, written: str, right: str) -> None:
    assert fixed(reader, EVENT.replace("Nuit des chouettes", written)) == EVENT.replace("Nuit des chouettes", right)


@pytest.mark.parametrize("written", ['"nuit", "chouette"', "'nuit','chouette'"])
def test_words_in_quotation_marks_with_commas_are_shown_as_a_list_and_left(reader: Reader, written: str) -> None:
    broken = EVENT.replace("slots:", f"keywords: {written}\nslots:")
    assert [code for _line, code, _repair in told(reader, broken)] == ["E004"]
    assert "« keywords: [nuit, chouette] »" in told(reader, broken)[0][2]
    assert fixed(reader, broken) == broken


@pytest.mark.parametrize(
    ("above", "repair"),
    [
        ("", "Effacez la ligne vide au-dessus : "),
        ("\n", "Effacez les 2 lignes vides au-dessus : "),
        ("# Titre", "Effacez la ligne au-dessus (« # Titre »), ou mettez-la dans le texte : "),
        ("Bonjour,\nvoici :\n", "Effacez les 3 lignes au-dessus (« Bonjour, »), ou mettez-les dans le texte : "),
        ("```yaml", "Effacez la ligne au-dessus (« ```yaml »), ou mettez-la dans le texte : "),
    ],
)
def test_lines_above_a_header_are_told_and_what_it_says_is_read(reader: Reader, above: str, repair: str) -> None:
    broken = f"{above}\n{EVENT}"
    assert told(reader, broken) == [(1, "E002", f"{repair}« --- » est la première ligne du fichier.")]
    wrong = told(reader, broken.replace("category: atelier", "category: atelié"))
    assert [(line, code) for line, code, _repair in wrong] == [(1, "E002"), (above.count("\n") + 6, "E109")]
    assert fixed(reader, broken) == broken


@pytest.mark.parametrize("fence", [" ---", "  ---- ", "\t---"])
def test_a_first_fence_that_is_set_in_is_mended(reader: Reader, fence: str) -> None:
    assert fixed(reader, EVENT.replace("---", fence, 1)) == EVENT


@pytest.mark.parametrize("text", ["Un texte.\n\n---\n\nUn autre.\n", "---", " ---", "\n\n\n", "Un texte.\n---\ndate: 3 mars\n"])
def test_of_a_file_without_a_header_it_is_said_how_one_is_written(reader: Reader, text: str) -> None:
    assert told(reader, text)[0][1] in {"E002", "E003"}
