"""What is said of the keys of a loan, said of a row of a table: there a key is a column, by the heading that its author gave it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from contributions.judging.structure import declared_at
from contributions.models.loan import Loan

KEYED = re.compile(r"« (?P<key>[a-z_]+): (?P<value>[^«»]+) »")
NAMED = re.compile(r"(?:(?P<act>[Rr]etirez|[Dd]onnez) )?« (?P<key>[a-z_]+) »")
ACTS = {"retirez": "videz", "Retirez": "Videz", "donnez": "remplissez", "Donnez": "Remplissez"}
"""What is done with a key, and with the cell of a column."""
DAY = re.compile(r"\b(\d{4}|AAAA)-(\d\d|MM)-(\d\d|JJ)\b")


def of_columns(text: str, headings: Mapping[str, str]) -> str:
    """A message or a repair in the words of a table; `headings` are those that it has, by column.

    >>> of_columns("Écrivez « state: annule », ou retirez « cancelled ».", {"state": "État", "cancelled_on": "Annulé le"})
    'Écrivez « annule » sous « État », ou videz « Annulé le ».'
    """
    heading = _heading(headings)

    def keyed(found: re.Match[str]) -> str:
        name = heading(found["key"])
        return f"« {found['value']} » sous « {name} »" if name else found[0]

    def named(found: re.Match[str]) -> str:
        name = heading(found["key"])
        act = ACTS.get(found["act"] or "", "")
        return f"{act} « {name} »".lstrip() if name else found[0]

    return NAMED.sub(named, KEYED.sub(keyed, text)).replace(" puis, à la ligne, ", " et ")


def in_french_days(text: str) -> str:
    """Days as a spreadsheet shows them.

    >>> in_french_days("Écrivez 2027-03-12, ou AAAA-MM-JJ.")
    'Écrivez 12/03/2027, ou JJ/MM/AAAA.'
    """
    return DAY.sub(r"\3/\2/\1", text)


def _heading(headings: Mapping[str, str]) -> Callable[[str], str]:
    """What a key of a loan is called in a table: by its heading, else by the label of the key; empty of what is no key of a loan."""

    def of(key: str) -> str:
        own = headings.get(key) or next((text for column, text in headings.items() if column.startswith(f"{key}_")), "")
        return own or declared_at(Loan, (key,))[0]

    return of
