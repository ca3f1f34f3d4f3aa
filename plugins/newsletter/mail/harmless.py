"""Contributed words made harmless for the service that sends them: it replaces what looks like a mark of its own, wherever it stands.

Readers see what was written. In HTML an opening mark is parted by `<wbr>`, in an address its first character is escaped, and elsewhere a
character of no width stands between (U+200C): nothing that unescapes or rewrites HTML on the way brings the mark back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsletter.mail.providers import Provider

APART = "\u200c"
PIECES = re.compile(
    r"""(?P<aside><!--.*?-->|<style\b.*?</style>)"""
    r"""|(?P<title><title>.*?</title>)"""
    r"""|(?P<tag></?[a-z](?:"[^"]*"|[^">])*>)""",
    re.DOTALL,
)
"""What HTML has beside words, as its serialization writes it (HTML, 13.3): values between double quotes, which hold none."""
VALUE = re.compile(r'(?P<before> (?P<name>[a-z-]+)=")(?P<value>[^"]*)')
ADDRESSES = {"href", "src"}
ASIDE = re.compile(r"<!--.*?-->|<style\b.*?</style>", re.DOTALL)
OURS = re.compile(r' data-ours="(?P<name>[a-z]+)"')
"""Marks an element of our templates that the service fills: no contributed HTML has this attribute."""
FILLED = re.compile(rf"<[a-z]+(?: [a-z-]+=\"[^\"]*\")*?{OURS.pattern}[^>]*>")


def harmless(provider: Provider, text: str) -> str:
    """Plain text: a subject, the text part."""
    return provider.marks.sub(lambda mark: mark[0] + APART, text)


def harmless_html(provider: Provider, html: str) -> str:
    """Serialized HTML. What is ours in it gets the service's own marks."""
    ours = {"unsubscribe": provider.unsubscribe, "online": provider.online, "address": provider.address}
    if not provider.marks.search(ASIDE.sub("", html)):
        return FILLED.sub(lambda tag: _ours(tag[0], tag["name"], ours), html)
    found, end = [], 0
    for piece in PIECES.finditer(html):
        found.append(_words(provider, html[end : piece.start()]))
        found.append(piece["aside"] or harmless(provider, piece["title"] or "") or _tag(provider, piece["tag"], ours))
        end = piece.end()
    return "".join([*found, _words(provider, html[end:])])


def _words(provider: Provider, words: str) -> str:
    return provider.marks.sub(lambda mark: f"{mark[0]}<wbr>", words) if words else ""


def _tag(provider: Provider, tag: str, ours: Mapping[str, str]) -> str:
    if mark := OURS.search(tag):
        return _ours(tag, mark["name"], ours)
    return VALUE.sub(lambda value: value["before"] + _value(provider, value["name"], value["value"]), tag)


def _ours(tag: str, name: str, ours: Mapping[str, str]) -> str:
    """An element of ours, filled: its address, or else what stands in it."""
    plain = OURS.sub("", tag)
    return plain.replace('href=""', f'href="{ours[name]}"') if "href" in plain else plain + ours[name]


def _value(provider: Provider, name: str, value: str) -> str:
    if name in ADDRESSES:
        return provider.marks.sub(lambda mark: f"%{ord(mark[0]):02X}", value)
    return value if name == "style" else harmless(provider, value)
