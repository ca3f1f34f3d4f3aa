"""The loans that a forwarded message asks for, or what it says came of them; or why there is neither."""

from __future__ import annotations

from collections.abc import Sequence

from lending_desk.forwarded.blocks import OUTCOME, Block, blocks, cut_off, same
from lending_desk.forwarded.mails import texts

NO_BLOCK = (
    "Ce message ne contient aucun prêt : il y faut les lignes de la demande, de « --- prêt escale --- » à « --- fin du prêt --- ». "
    "Transférez la demande entière, ou notez le prêt par questions : make lend."
)
CUT_OFF = "La demande est coupée : la ligne « --- fin du prêt --- » manque. Transférez le message entier."
MOST = 60
"""Loans of one message: a basket has a few, and each is checked with those before it."""
TOO_MANY = "Ce message demande {} prêts : transférez-les par {} au plus."
TWICE = "Ce message dit de deux façons le prêt « {id} » de « {tool} » : n’en gardez qu’une, puis recommencez."


def requested(message: bytes) -> tuple[Sequence[Block], str]:
    """The blocks of the first text of a message that has any; or none, and why nothing can be taken from it."""
    said = list(texts(message))
    for text in said:
        if found := blocks(text):
            if len(found) > MOST:
                return [], TOO_MANY.format(len(found), MOST)
            twice = next((one for at, one in enumerate(found) if any(same(one, other) for other in found[:at])), None)
            return ([], TWICE.format_map(twice)) if twice else (found, "")
    return [], CUT_OFF if any(map(cut_off, said)) else NO_BLOCK


def reported(message: bytes) -> Sequence[Block]:
    """What a message says came of loans: the blocks of the first text of it that has any."""
    for text in texts(message):
        if found := blocks(text, OUTCOME):
            return found
    return []
