"""Entries of a group in braces that have no colon: to YAML, keys without a value, whose words nobody would see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from contributions.problems.problem import Finding, Fix
from contributions.source.keyless import GLUED, NO_COLON, UNREADABLE, keyed
from contributions.source.legibility import quoted

BRACES = "Des accolades tiennent des clés, chacune avec « : » : un texte s’écrit sans elles, une liste entre crochets."
Entry = tuple[yaml.Node, yaml.Node]
"""A key and its value."""


def is_colonless(entry: Entry, head: str) -> bool:
    """Whether an entry of a group in braces is words without a colon; `head` is the text that its marks count in."""
    key, value = entry
    silent = isinstance(value, yaml.ScalarNode) and not value.value and not value.style
    return silent and ":" not in head[key.end_mark.index : value.start_mark.index]


def colonless(group: yaml.MappingNode, head: str) -> Iterator[Finding]:
    """What is said of the entries without a colon of a group in braces, once of those in a row."""
    before: Entry | None = None
    row: list[yaml.Node] = []
    for entry in group.value:
        if is_colonless(entry, head):
            row.append(entry[0])
            continue
        if row:
            yield _told(row, before, head)
        before, row = entry, []
    if row:
        yield _told(row, before, head)


def nameless(key: yaml.Node, head: str) -> Finding:
    """What is said of a list or a group, of a template for instance, in the place of a key."""
    written = " ".join(head[key.start_mark.index : key.end_mark.index].split())
    repair = f"Écrivez le nom d’une clé à la place de « {written} »."
    return Finding("E004", UNREADABLE, repair, line=key.start_mark.line + 2, column=key.start_mark.column + 1)


def _told(row: Sequence[yaml.Node], before: Entry | None, head: str) -> Finding:
    """What is said of some entries in a row, the first of which stands behind an entry that has a colon, if any does."""
    first, last = row[0].start_mark, row[-1].end_mark
    words = " ".join(head[first.index : last.index].split())
    own = " ".join(head[first.index : row[0].end_mark.index].split())
    glued = GLUED.fullmatch(own)
    fix = None
    if not isinstance(row[0], yaml.ScalarNode):
        repair = f"Écrivez la valeur elle-même à la place de « {{{words}}} », que rien ne remplit."
    elif better := keyed(own):
        repair, fix = f"{NO_COLON} Écrivez « {better} ».", Fix(better, own)
    elif glued and not glued["value"].startswith("//"):
        repair = f"{NO_COLON} Écrivez « {glued['key']}: {glued['value']} »."
    elif before is None:
        repair = BRACES
    else:
        key, value = before
        name = str(key.value)
        said = " ".join(head[value.start_mark.index : last.index].split())
        plain = quoted(said if not getattr(value, "style", None) else said.replace('"', ""))
        repair = f"Il manque une clé et « : » devant « {words} ». Si c’est la suite de « {name} », écrivez « {name}: {plain} »."
    return Finding("E004", UNREADABLE, repair, line=first.line + 2, column=first.column + 1, fix=fix)
