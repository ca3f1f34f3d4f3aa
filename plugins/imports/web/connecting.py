"""Connect to a host by an address that was looked at: one of the public internet, whatever its name says (RFC 6890)."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable

from imports.taken import UnreadableSource

TIMEOUT = 20.0
"""Seconds without a byte."""
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
LookUp = Callable[[str, int], list[str]]


def look_up(host: str, port: int) -> list[str]:
    """The addresses that a name stands for. Raises OSError."""
    return list(dict.fromkeys(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def is_public(text: str) -> bool:
    """Whether an address is one that anybody may be asked at: no network inside, no machine itself, no group.

    What hides an address of version 4 in one of version 6 (mapped, 6to4, Teredo, NAT64) is what it hides.
    """
    try:
        address: Address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id:
            return False
        hidden = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in NAT64:
            hidden.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if int(address) >> 32 == 0:  # ::a.b.c.d, as it once was
            return False
        if any(inner is not None and not is_public(str(inner)) for inner in hidden):
            return False
        if address.ipv4_mapped is not None or address in NAT64:
            return True
        if address.is_site_local:
            return False
    return address.is_global and not (
        address.is_multicast
        or address.is_reserved
        or address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_unspecified
    )


class Vetted(http.client.HTTPSConnection):
    """A connection that goes to addresses that were looked at; the certificate must still be the name's."""

    def __init__(self, host: str, port: int, addresses: list[str]) -> None:
        self._addresses = addresses
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=TIMEOUT, context=self._tls)

    def connect(self) -> None:
        """Go to the first address that answers. Raises OSError."""
        for number, address in enumerate(self._addresses, 1):
            try:
                reached = socket.create_connection((address, self.port), TIMEOUT)
            except OSError:
                if number == len(self._addresses):
                    raise
                continue
            self.sock = self._tls.wrap_socket(reached, server_hostname=self.host)
            return


def connect(host: str, port: int, resolve: LookUp = look_up) -> http.client.HTTPConnection:
    """A connection to a host, not yet begun, that will go to an address that was looked at. Raises UnreadableSource, OSError."""
    found = resolve(host, port)
    if not found or not all(is_public(address) for address in found):
        raise UnreadableSource(f"« {host} » mène à une adresse privée ou réservée : elle n’est pas demandée.")
    return Vetted(host, port, found)
