"""The rows of a yearly file, whatever it is saved as: .csv, a JSON export, or the pages of OpenDataSoft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contributions.sheets.grid import rows
from imports.agendas.json_values import decoded
from imports.agendas.pages import followed
from imports.taken import Given, Refusal, UnreadableSource


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows by the names of their columns, each with where it stands; `column` is how the place of a value is said."""

    rows: tuple[tuple[str, Mapping[str, Any]], ...]
    columns: tuple[str, ...]
    column: str
    refused: tuple[Refusal, ...] = field(default=())
    whole: bool = True


def sheet(data: bytes, given: Given) -> Sheet:
    """The rows of a file. Raises UnreadableSource."""
    start = data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1]
    if start in {b"{", b"["}:
        return _of_json(data, given)
    if start == b"<":
        raise UnreadableSource("C’est une page web (HTML) ou du XML, pas un fichier .csv ou .json : prenez l’adresse de l’export.")
    if data.startswith(b"PK"):
        raise UnreadableSource("C’est un classeur ou une archive : exportez-le en .csv, ou importez-le par « tableur ».")
    return _of_csv(decoded(data))


def _of_json(data: bytes, given: Given) -> Sheet:
    found = followed(data, given)
    kept = [(at, raw) for at, raw in found.records if isinstance(raw, Mapping)]
    refused = [Refusal(at, "Ce n’est pas un événement.") for at, raw in found.records if not isinstance(raw, Mapping)]
    columns = dict.fromkeys(key for _, raw in kept for key in raw)
    return Sheet(tuple(kept), tuple(columns), "{at}.{name}", (*found.refused, *refused), found.whole)


def _of_csv(text: str) -> Sheet:
    found = list(rows(text.replace("\r\n", "\n").replace("\r", "\n")))
    if not found:
        raise UnreadableSource("Ce fichier est vide.")
    columns = [cell.text for cell in found[0]]
    kept, refused = [], []
    for number, row in enumerate(found[1:], 2):
        at = f"ligne {number}"
        if any(cell.text for cell in row[len(columns) :]):
            refused.append(Refusal(at, f"Plus de {len(columns)} cellules : ce qui dépasse n’a pas de colonne."))
        kept.append((at, {name: cell.text for name, cell in zip(columns, row, strict=False) if name and cell.text}))
    return Sheet(tuple(kept), tuple(dict.fromkeys(name for name in columns if name)), "{at}, colonne « {name} »", tuple(refused))
