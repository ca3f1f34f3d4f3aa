"""The guide's reference and advice as Markdown, for CONTRIBUTING.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contribute import loan_table
from contribute.examples import example
from contribute.guide import ADVICE, OFFERS
from contributions.models import KINDS
from contributions.reference.drafting import sample, yaml_text
from contributions.reference.reference import Key, reference, rows
from contributions.region.hub import Hub

STEP = "↳ "
"""What stands before a key of a group, once a level."""


def filled(text: str, name: str, part: str) -> str:
    """A text with `part` between its markers « <!-- NAME:start --> » and « <!-- NAME:end --> ». Raises ValueError without them."""
    start, end = f"<!-- {name}:start -->", f"<!-- {name}:end -->"
    if start not in text or end not in text:
        raise ValueError(f"{start} … {end}")
    return text[: text.index(start) + len(start)] + f"\n\n{part.strip()}\n\n" + text[text.index(end) :]


def advice() -> str:
    """What holds for every kind, as a list."""
    return "\n".join(f"- **{term}** : {_lower(text)}" for term, text in ADVICE)


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def all_keys(hub: Hub) -> str:
    """Every key of every kind; those that all share, once, at the end."""
    sections = [part for kind in KINDS for part in _section(kind, hub)]
    shared = [
        "### Les clés communes",
        "Elles servent à tous les genres, et aucune n’est obligatoire.",
        _table(reference("event", hub).common),
    ]
    return "\n\n".join([*sections, *shared])


def _section(kind: str, hub: Hub) -> Iterator[str]:
    label, text = OFFERS[kind]
    keys, small = reference(kind, hub), example(kind, hub)
    yield f"### {label.capitalize()}"
    yield f"{text} Par exemple `{small.path}` :"
    yield f"```markdown\n{small.text}```"
    yield _table((*keys.required, *keys.own))
    if kind == "exhibition":
        yield f"#### {loan_table.TITLE}"
        yield from loan_table.SENTENCES
        yield f"Par exemple `{loan_table.PATH}` :"
        yield f"```text\n{loan_table.table(hub)}```"


def _table(keys: tuple[Key, ...]) -> str:
    lines = ["| clé | ce que c’est | ce qu’on y met |", "|---|---|---|", *(_line(depth, key) for depth, key in rows(keys))]
    return "\n".join(lines)


def _line(depth: int, key: Key) -> str:
    asked = f" **{key.demand}**" if key.required else ""
    said = " ".join(filter(None, (f"{key.label}.", key.help)))
    known = f" : {', '.join(f'`{value.slug}`' for value in key.values)}" if key.values else ""
    default = f" ; sans elle, `{key.default}`" if key.default else ""
    written = "" if key.keys else yaml_text({key.name: sample(key)}).strip()
    shown = f" – `{written}`" if written and "\n" not in written and not key.values else ""
    return re.sub(r"\s+", " ", f"| {STEP * depth}`{key.name}` | {_cell(said)}{asked} | {_cell(key.type + known + default + shown)} |")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
