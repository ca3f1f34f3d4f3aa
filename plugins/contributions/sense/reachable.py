"""Addresses that lead nowhere for anybody else: of one's own machine, of examples, of a form that nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from contributions.problems.problem import Finding, Location

OF_EXAMPLES = re.compile(r"(?:.+\.)?(?:example\.(?:com|net|org)|domaine\.(?:fr|com)|domain\.(?:fr|com)|(?:mon|votre)-?site\.(?:fr|com))")
"""Reserved (RFC 2606, 3), and what French forms write in their place."""
OF_A_MACHINE = re.compile(r"(?:.+\.)?(?:localhost|local|localdomain|lan|intranet|internal|test|invalid)|[^.]*")
"""Names that no public server has (RFC 6761, RFC 6762)."""


def reachable(addresses: Iterable[tuple[Location, str]]) -> Iterator[Finding]:
    """Findings about addresses that cannot be meant."""
    for location, address in addresses:
        host = address.rpartition("@")[2].lower() if location[-1] == "email" else _host(address)
        key = location[-1]
        if "…" in host or ".." in host or OF_EXAMPLES.fullmatch(host):
            message = f"« {address} » est un exemple, pas une adresse."
            yield Finding("E127", message, f"Écrivez la vôtre, ou retirez « {key} ».", location)
        elif OF_A_MACHINE.fullmatch(host) or _private(host):
            message = f"« {address} » ne mène nulle part hors de votre ordinateur ou de votre réseau."
            yield Finding("E127", message, f"Écrivez l’adresse publique, ou retirez « {key} ».", location)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:  # no address at all, as « https://[y/ »
        return ""


def _private(host: str) -> bool:
    """Whether a host is a number of a network of one's own."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False
