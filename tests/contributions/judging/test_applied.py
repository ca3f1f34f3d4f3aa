"""What is written without asking never changes the meaning: a composer who knows it looks at each line after all repairs."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.judging.validation import validate
from contributions.models import KINDS
from contributions.source.front_matter import parse
from contributions.source.mending import ROUNDS, mended
from contributions.source.positions import located
from support_models import VOCABULARIES


@dataclass(frozen=True)
class Line:
    """A key of a tool as somebody writes it, and what is meant: the key of the contract and the value that it has there.

    An empty `key` stands for what only its author can settle: such a line stays as it is.
    """

    written: str
    key: str = ""
    meant: str = ""


def spelt(*words: str) -> st.SearchStrategy[str]:
    """Words in one of their cases."""
    return st.sampled_from(words).flatmap(lambda word: st.sampled_from([word, word.upper(), word.capitalize()]))


TITLES = st.tuples(spelt("title", "titre", "name"), st.sampled_from(["Malle", "La malle n° 2", "Malle # à vérifier"])).map(
    lambda pair: Line(f"{pair[0]}: {pair[1]}", "title", pair[1].partition(" # ")[0])
)
SUMMARIES = st.tuples(spelt("summary", "résumé", "description", "sumary"), st.just("Une malle.")).map(
    lambda pair: Line(f"{pair[0]}: {pair[1]}", "summary", pair[1])
)
STATES = st.one_of(
    st.tuples(spelt("status", "statut", "état"), st.sampled_from(["Brouillon", "brouillon", "BROUILLONS", "draft"])).map(
        lambda pair: Line(f"{pair[0]}: {pair[1]}", "status", "brouillon")
    ),
    st.sampled_from(["draft: true", "brouillon: oui", "published: false"]).map(lambda line: Line(line, "status", "brouillon")),
    st.sampled_from(["status: depublie", "status: non-publie", "published: demain", "draft: peut-être", "depublie: oui"]).map(Line),
)
CATEGORIES = st.tuples(spelt("category", "catégorie"), spelt("malle", "malles", "malel")).map(
    lambda pair: Line(f"{pair[0]}: {pair[1]}", "category", "malle")
)
THEMES = st.tuples(spelt("themes"), st.sampled_from(["Astronomie", "[Astronomie]", '"Astronomie"', "astronomi", "[ASTRONOMIE]"])).map(
    lambda pair: Line(f"{pair[0]}: {pair[1]}", "themes", "['astronomie']")
)
AREAS = st.sampled_from(["area: Aisne", "area: [02]", "zone: [02]", "zone de prêt: [02]", "area: 2", "area: Aisne (02)"]).map(
    lambda line: Line(line, "area", "['02']")
)
FORMATS = st.one_of(
    st.tuples(
        spelt("weight_kg", "poids", "weight"), st.sampled_from([("45 kg", "45"), ("45000 g", "45"), ("1,5 t", "1500"), ("0,5 kg", "0.5")])
    ).map(lambda pair: Line(f"format:\n  {pair[0]}: {pair[1][0]}", "format", str({"weight_kg": pair[1][1]}))),
    st.tuples(spelt("height_cm", "hauteur"), st.sampled_from([("2 m", "200"), ("200 cm", "200"), ("1,85 m", "185")])).map(
        lambda pair: Line(f"format:\n  {pair[0]}: {pair[1][0]}", "format", str({"height_cm": pair[1][1]}))
    ),
    st.sampled_from(["hauteur: 2", "poids: 500", "weight_g: 500", "height_m: 2", "weight_t: 1"]).map(
        lambda line: Line(f"format:\n  {line}")
    ),
)
LOANS = st.sampled_from(
    [
        Line("loan:\n  max_days: 3 semaines", "loan", "{'max_days': '21'}"),
        Line("loan:\n  durée maximale: 3 semaines", "loan", "{'max_days': '21'}"),
        Line("loan:\n  max_days: deux mois"),
        Line("loan:\n  max_days: 15 à 21 jours"),
        Line("loan:\n  durée max: 21"),
    ]
)
HEADERS = st.tuples(TITLES, SUMMARIES, STATES, CATEGORIES, THEMES, AREAS, FORMATS, LOANS)


def repaired(text: str) -> str:
    """A file after all its repairs."""
    for _ in range(ROUNDS):
        matter = parse(text)
        findings = [*matter.findings, *validate(KINDS["exhibition"], matter.values, VOCABULARIES)[1]]
        text, before = mended(text, located("content/exhibitions/malle.md", findings, matter)), text
        if text == before:
            break
    return text


@settings(max_examples=150)
@given(HEADERS)
def test_what_is_applied_says_what_was_meant_and_the_rest_stays(header: tuple[Line, ...]) -> None:
    text = "\n".join(["---", *(line.written for line in header), "date: 2026-11-01", "publisher:", "  name: X", "---", ""])
    after = repaired(text)
    values = parse(after).values
    for line in header:
        if line.key and line.key in values:
            assert str(values[line.key]) == line.meant
        else:
            assert line.written in after


@given(HEADERS)
def test_what_is_sure_is_all_applied(header: tuple[Line, ...]) -> None:
    text = "\n".join(["---", *(line.written for line in header if line.key), "date: 2026-11-01", "publisher:", "  name: X", "---", ""])
    assert validate(KINDS["exhibition"], parse(repaired(text)).values, VOCABULARIES)[1] == []
