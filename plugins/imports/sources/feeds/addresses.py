"""Where an article stood: the path of its address becomes one of its old addresses."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

from contributions.region.addresses import addresses
from contributions.rules.aliases import ASTRAY, PATH


def old_path(link: str) -> str:
    """The path of an address; empty where it is only a question (« ?p=12 »), the front page, or one that this site has for itself.

    >>> old_path("https://ancien.example/2019/05/la-craie/?utm_source=x"), old_path("https://ancien.example/?p=12")
    ('/2019/05/la-craie/', '')
    """
    try:
        path = urlsplit(link.strip()).path
    except ValueError:
        return ""
    written = quote(unquote(path), safe="/-._~!$&'()*+,;=@")
    if written in {"", "/"} or len(written) > 500 or not PATH.fullmatch(written) or ASTRAY.match(unquote(written)):
        return ""
    return "" if addresses().of_the_site(written) else written
