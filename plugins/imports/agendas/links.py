"""Addresses of the web as sources have them: whole ones, and those that lack only what is certain."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from contributions.fields.addresses import SECRET, URL, web_address
from imports.agendas.plain_values import entries, spoken_line
from imports.agendas.record import Record
from imports.taken import Refusal

LONGEST = 2000
MOST = 20


def web(written: str) -> str:
    """A web address that a contribution may have; empty where there is none, or where it holds a password.

    >>> web("www.exemple.fr"), web("javascript:alert(1)")
    ('https://www.exemple.fr', '')
    """
    if len(written) > LONGEST or SECRET.match(written):
        return ""
    if URL.match(written):
        return written if _has_host(written) else ""
    found = web_address(written)
    return found.text if found and found.certain else ""


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def linked(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The key `links`: the event's page at the source, and what it links to."""
    links: dict[str, str] = {}
    refused = []
    if record.get("page") is not None:
        address = web(record.line("page"))
        if address:
            links[address] = "Fiche sur OpenAgenda" if _of_openagenda(address) else "Page de l’événement"
        else:
            refused.append(record.refusal("page", "Ce n’est pas une adresse web."))
    for index, entry in enumerate(entries(record.get("links"))[:MOST]):
        said = entry if isinstance(entry, dict) else {"link": entry}
        address = web(spoken_line(said.get("link") or said.get("url"), record.lang))
        data = said.get("data")
        label = spoken_line(data.get("title") if isinstance(data, dict) else said.get("label") or said.get("title"), record.lang)
        if address:
            links.setdefault(address, label[:200] or _host(address))
        else:
            refused.append(record.refusal("links", "Ce n’est pas une adresse web.", f"[{index}]"))
    return ({"links": [{"label": label, "url": url} for url, label in links.items()]} if links else {}), refused


def _host(address: str) -> str:
    return (urlsplit(address).hostname or address).removeprefix("www.")


def _of_openagenda(address: str) -> bool:
    return _host(address).endswith("openagenda.com")
