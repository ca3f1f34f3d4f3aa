"""Addresses as HTML, XML and JSON take them: percent-encoded (RFC 3986, 2.1), whatever the names of files are."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

ODD = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Za-z\[\]_~]+|%(?![0-9A-Fa-f]{2})")
"""What no address holds as it is (RFC 3986, 2.2 and 2.3), and a sign that escapes nothing."""
HOST = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*|//[^/?#]*|")
AFTER = re.compile(r"[?#]")


def file_address(path: str) -> str:
    """The address of a file by its path below content/; nothing in it ends an entry of a srcset, or a CSS url().

    >>> file_address("images/Affiche été (1).png")
    '/images/Affiche%20%C3%A9t%C3%A9%20%281%29.png'
    """
    return "/" + quote(path)


def file_at(address: str) -> str:
    """The path below content/ of the file at an address of this site.

    >>> file_at("/images/Affiche%20%C3%A9t%C3%A9.png?v=2")
    'images/Affiche été.png'
    """
    return unquote(AFTER.split(address)[0]).removeprefix("/")


def encoded(address: str) -> str:
    """An address that somebody wrote, as programs take it; a host keeps its letters, which browsers translate (IDNA).

    >>> encoded("/documents/Fiche n° 2.pdf?a=100%"), encoded("/a%20b/")
    ('/documents/Fiche%20n%C2%B0%202.pdf?a=100%25', '/a%20b/')
    """
    host = HOST.match(address)
    end = host.end() if host else 0
    return address[:end] + ODD.sub(lambda odd: quote(odd[0], safe=""), address[end:])


def mailto(email: str) -> str:
    """The address that writes to somebody (RFC 6068)."""
    return "mailto:" + quote(email, safe="@!$'*+-._~")
