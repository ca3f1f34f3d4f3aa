"""Words behind « # » that may be meant as text: YAML takes them for a remark, and they would be published nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml
from pydantic import BaseModel

from contributions.judging.structure import declared_at, field_at, shape_of, sort_of
from contributions.problems.problem import Finding, Location
from contributions.source.header import BaseLoader
from contributions.source.legibility import NOTES, quoted
from contributions.source.matter import FrontMatter, as_written
from contributions.words.folding import folded
from contributions.words.spelling import YET_TO_BE, joined

BEHIND = re.compile(r"(?m)^[^\n#]*[^\s#] # *[^\s#]")
"""A line with words behind « # »: seldom, and then it is looked at closely."""
REMARK = re.compile(r"(?P<blanks>[ \t]+)#[ \t]+(?P<words>\S.*?)[ \t]*\Z")
COUNTED = re.compile(r"\d")
"""« # 3 » is a number: of a part, of a day, of a prize."""
TO_ONESELF = frozenset(
    "attente attention cf demander exemple facultatif ici max maximum min minimum modifie nb obligatoire optional optionnel ou ps "
    "provisoire relire remplacer required sic texte titre valeur vide voir vu".split()
)
"""First words of what nobody would publish."""
CODES = frozenset({"aliases", "city", "digest", "id", "insee", "lang", "languages", "postcode", "version"})
"""Keys of texts that hold one name or code."""


class Behind(NamedTuple):
    """The words behind a value, as they are written: where the value stands, and the line and column of « # », both from 1."""

    location: Location
    value: str
    """Its text; empty where quotes or brackets say where it ends."""
    written: str
    line: int
    column: int

    @property
    def words(self) -> str:
        """Without « # » and the blanks around it."""
        return self.written.lstrip(" \t#")


def cut_by_remarks(matter: FrontMatter, model: type[BaseModel]) -> Iterator[Finding]:
    """That words behind a text may be part of it.

    Whoever writes such words behind dates, numbers or lists too knows that they are remarks: then only what counts is told.
    """
    if not BEHIND.search(matter.yaml_text):
        return
    found = list(_behind(matter.yaml_text))
    cut = [each for each in found if each.value and _a_text(model, each.location)]
    annotated = len(cut) < len(found)
    for each in cut:
        if not _to_oneself(each, declared_at(model, each.location)[0]) and (not annotated or COUNTED.match(each.words)):
            whole = quoted(each.value + each.written)
            key = next((f"{part}: " for part in each.location[-1:] if isinstance(part, str)), "- ")
            yield Finding(
                "W007",
                f"« # {each.words} » ne sera pas publié : « # » derrière une espace commence une remarque.",
                f"Si c’est du texte, écrivez « {key}{whole} » ; sinon, mettez cette remarque sur une ligne à part.",
                line=each.line,
                column=as_written(each.line, each.column, matter.mends),
            )


def _a_text(model: type[BaseModel], location: Location) -> bool:
    """Whether free words stand at a location, or in the list there."""
    field = field_at(model, location)
    free = field is not None and sort_of(field) == "text" and shape_of(field) in {"word", "words"}
    return free and CODES.isdisjoint(location)


def _to_oneself(behind: Behind, label: str) -> bool:
    """Whether words are a remark: set apart, of those that nobody would publish, or about the key, by its French label."""
    words = folded(behind.words)
    first = words.split(" ", 1)[0]
    noted = joined(behind.words) in NOTES or first in NOTES | TO_ONESELF or YET_TO_BE.match(words) is not None
    set_apart = behind.written.startswith("  ")  # as remarks have it, and sentences do not
    about_the_key = not set(folded(label).split()).isdisjoint(words.split())
    return set_apart or about_the_key or noted or not words or behind.words.endswith("?") or behind.words[0] in "«\"'("


def _behind(yaml_text: str) -> Iterator[Behind]:
    """The words behind the values of a header."""
    lines = yaml_text.split("\n")
    root = yaml.compose(yaml_text, Loader=BaseLoader)
    for location, node in _ends(root, ()) if root is not None else ():
        number, column = node.end_mark.line, node.end_mark.column
        remark = REMARK.match(lines[number], column) if number < len(lines) else None
        if remark:
            value = " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) and not node.style else ""
            yield Behind(location, value, remark[0].rstrip(), number + 2, remark.end("blanks") + 1)


def _ends(node: yaml.Node, location: Location) -> Iterator[tuple[Location, yaml.Node]]:
    """What may have words behind it, with its location."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        for key, value in node.value:
            yield from _ends(value, (*location, str(key.value)))
    elif isinstance(node, yaml.SequenceNode) and not node.flow_style:
        for index, entry in enumerate(node.value):
            yield from _ends(entry, (*location, index))
    else:
        yield location, node
