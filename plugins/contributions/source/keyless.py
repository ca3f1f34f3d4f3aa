"""Lines of a header that have no « key: value »: what each should most likely be, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Collection

from contributions.source.legibility import quoted

UNREADABLE = "Cette ligne de l’en-tête n’est pas lisible."
NO_COLON = "Il manque « : » et une espace après le nom de la clé."
KEYED = (
    re.compile(r"(?P<key>[a-z_]{2,})\s*(?:[=-]>|[→⇒]|:=|[=;：；])\s*(?P<value>\S.*)"),
    re.compile(r"\*\*(?P<key>[a-z_]{2,})\s*(?::\s*\*\*|\*\*\s*:)\s*(?P<value>\S.*)"),
    re.compile(r'"(?P<key>[a-z_]{2,})"\s*:\s*(?P<value>\S.*?),?'),
)
"""A key and its value, as other notations have them: `key=value`, `key => value`, `**key:** value`, `"key": "value",`."""
GLUED = re.compile(r"(?P<key>[A-Za-z_]{2,}):[^\S\n ]*(?P<value>\S.*)")
"""A key and its value, which are one word for want of an ordinary space behind the colon."""
SIGNED = re.compile(r"(?<!\S)([a-z_]{2,})\s*(?:[=-]>|[→⇒]|:=|[=:;：；])")
"""What may be the key of a line, within lines that were joined."""
WORDS = re.compile(r"(?P<key>[a-z_]{2,})\s+(?P<value>\S.*)")
PARTED = re.compile(r":(?:\s|$)|\s#|^[@%`&*!|>?-]")
"""What YAML does not take for a part of a value."""
NOTE = re.compile(r"<!--\s*(.*?)\s*(?:-->)?")
SIGNS = re.compile(r"[^\w\s]{3,}")
ADDRESS = re.compile(r"https?://\S+")


def keyed(words: str) -> str:
    """What a line means that has a key in another notation, or a note; empty where that is not sure.

    >>> keyed("title = Nuit")
    'title: Nuit'
    """
    for shape in KEYED:
        if found := shape.fullmatch(words):
            return f"{found['key']}: {_whole(found['value'])}"
    note = NOTE.fullmatch(words)
    return f"# {note[1]}" if note else ""


def _whole(value: str) -> str:
    """A value that YAML reads as one."""
    return quoted(value) if PARTED.search(value) and value[0] not in "\"'" else value


def guessed(words: str) -> str:
    """The same of a line whose first word may be a key; empty where it cannot be."""
    found = WORDS.fullmatch(words)
    return f"{found['key']}: {_whole(found['value'])}" if found else ""


def of_a_group(words: str, known: Collection[str]) -> str:
    """What the only line of a group means, which YAML takes for a text; empty where it begins with none of the `known` keys, if any is."""
    found = GLUED.fullmatch(words)
    line = f"{found['key']}: {_whole(found['value'])}" if found else keyed(words) or guessed(words)
    return line if not known or line.partition(":")[0].lower() in known else ""


def lines_of_a_group(words: str, known: Collection[str]) -> list[str]:
    """What the lines of a group mean, which YAML takes for one text, each with one of the `known` keys; none where there is but one.

    >>> lines_of_a_group("name = Musée city = Abbeville", ["name", "city"])
    ['name: Musée', 'city: Abbeville']
    """
    begins = [found.start() for found in SIGNED.finditer(words) if found[1] in known]
    if len(begins) < 2 or begins[0]:
        return []
    parts = [words[start:end].strip() for start, end in zip(begins, [*begins[1:], len(words)], strict=True)]
    lines = [of_a_group(part, known) for part in parts]
    return lines if all(lines) else []


def advice(words: str) -> str:
    """The repair of a line without a key; `words` are without blanks around them."""
    if NOTE.fullmatch(words):
        return f"Dans l’en-tête, une note commence par « # ». Écrivez « {keyed(words)} »."
    if better := keyed(words):
        return f"{NO_COLON} Écrivez « {better} »."
    if ADDRESS.fullmatch(words):
        return f"Il manque une clé devant cette adresse : par exemple « url: {words} »."
    if SIGNS.fullmatch(words):
        return "Effacez cette ligne : seule « --- » sépare l’en-tête du texte."
    if " " not in words:
        return NO_COLON
    return f"{NO_COLON[:-1]} ; si c’est la suite de la ligne d’au-dessus, écrivez les deux sur une seule ligne."
