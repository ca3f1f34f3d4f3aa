"""Quotation marks of values that YAML cannot read: those around a value, which it drops, and those of its words, which are the text's."""

from __future__ import annotations

import re

MARKS = {'"': '"”“„»', "'": "'’‘"}
"""What begins a value between quotation marks, and what people, or Word, end it with."""
ITEM = re.compile(r"""\s*("[^"]*"|'[^']*')\s*""")
PLAIN = re.compile(r"\w[\w -]*")
CLOSING = re.compile(r"[\s,;:.!?)…]")
"""What stands behind a mark that closes."""


def several(value: str) -> bool:
    """Whether the mark that a value begins with is closed before its end: then it is around a word, not around the value.

    >>> several('"Chouettes" et "hiboux"'), several('"La "nuit" dehors"'), several("'L'étoile'")
    (True, False, False)
    """
    closing = value.find(value[0], 1)
    return 1 < closing < len(value) - 1 and not value[closing - 1].isspace() and bool(CLOSING.match(value, closing + 1))


def unwrapped(value: str) -> str:
    """A value that begins with a quotation mark without the marks around it; as it is, where they are marks of its words.

    >>> unwrapped('"La "nuit" dehors"'), unwrapped('"Nuit”'), unwrapped('"Chouettes" et "hiboux"')
    ('La "nuit" dehors', 'Nuit', '"Chouettes" et "hiboux"')
    """
    if several(value):
        return value
    if len(value) > 1 and value[-1] in MARKS[value[0]]:
        return value[1:-1].strip()
    return value if value[0] in value[1:] else value[1:]


def in_a_row(value: str) -> list[str]:
    """The words of a list that wants its brackets, without their marks where they need none; empty for any other value.

    >>> in_a_row('"nuit", "chouette"'), in_a_row('"nuit" et "chouette"')
    (['nuit', 'chouette'], [])
    """
    if value[:1] not in MARKS:
        return []
    found: list[str] = []
    at = 0
    while item := ITEM.match(value, at):
        found.append(item[1][1:-1] if PLAIN.fullmatch(item[1][1:-1]) else item[1])
        at = item.end()
        if at == len(value):
            return found if len(found) > 1 else []
        if value[at] != ",":
            return []
        at += 1
    return []
