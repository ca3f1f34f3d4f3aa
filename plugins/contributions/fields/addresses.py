"""Addresses of the web and paths of files as people write them: what each most likely means, and whether that is certain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

URL = re.compile(r"https?://[^\s/$.?#][^\s]*\Z", re.IGNORECASE)
SECRET = re.compile(r"(?P<scheme>https?://)(?P<who>[^/?#\s@:]*+:[^/?#\s@]*+)@", re.IGNORECASE)
"""A name and a password before the host (RFC 3986, 3.2.1): whoever reads the page would have them."""
HOST = r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?"
WHOLE = re.compile(rf"https?://{HOST}(?:[/?#].*)?", re.IGNORECASE | re.DOTALL)
ALONE = re.compile(rf"{HOST}(?:[/?#]\S*)?", re.IGNORECASE)
INSIDE = re.compile(r"<(?P<angle>[^<>\s]+)>|\[[^\]]*\]\((?P<link>[^()\s]+)\)|(?P<bare>https?://\S+)", re.IGNORECASE)
MISTYPED = re.compile(r"(?:https?|htps?|htt?ps?|http?s)\s*[:;]?\s*/{1,3}\s*(?=[\w-]+\.)", re.IGNORECASE)
PROTOCOL = re.compile(r"https?\b", re.IGNORECASE)
OF_A_FILE = re.compile(r"\.(?:pdf|docx?|odt|pptx?|xlsx?|ods|zip|jpe?g|png|webp|svg|html?|php|mp[34]|ics)\Z", re.IGNORECASE)
LONGEST = 2000
"""Characters of an address that is looked into."""
SAFE = ":/?#[]@!$&'()*+,;=%~"
FOLDERS = ("images", "documents")
"""Of content/: what lies beside the contributions."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What was most likely meant, and whether it may be written without asking."""

    text: str
    certain: bool


def web_address(written: str) -> Meant | None:
    """The whole address that is meant by one that is none; None where that cannot be told.

    >>> web_address("www.exemple.fr")
    Meant(text='https://www.exemple.fr', certain=True)
    >>> web_address("https://exemple.fr/mon dossier")
    Meant(text='https://exemple.fr/mon%20dossier', certain=False)
    """
    text = " ".join(written.split())
    if len(text) > LONGEST:
        return None
    if ALONE.fullmatch(text):
        return Meant(f"https://{text}", text.lower().startswith("www."))
    if mistyped := MISTYPED.match(text):
        scheme = "http" if text.lower().startswith(("http:", "http/")) else "https"
        rest = f"{scheme}://{text[mistyped.end() :]}"
        if " " not in rest:
            return Meant(rest, False) if WHOLE.fullmatch(rest) and rest != text else None
    if WHOLE.fullmatch(text) and " " in text and not PROTOCOL.search(text, 4):
        # What stands behind the address may be words about it.
        return Meant(quote(text, safe=SAFE), OF_A_FILE.search(text) is not None and "/" in text.split(" ")[0][8:])
    found = INSIDE.search(text) if len(PROTOCOL.findall(text)) == 1 else None
    inside = next(filter(None, found.groups()), "") if found else ""
    if found and WHOLE.fullmatch(inside.rstrip(".,;)")):
        return Meant(inside.rstrip(".,;)"), found[0] == text and found["angle"] is not None)
    return None


def file_path(written: str) -> Meant | None:
    r"""The path below content/ that is meant by one that is none: of another system, or from where its contribution lies.

    >>> file_path(r"images\été.png"), file_path("../images/a.png")
    (Meant(text='images/été.png', certain=True), Meant(text='images/a.png', certain=True))
    """
    parts = [part for part in re.split(r"[\\/]+", written) if part not in {"", "."}]
    while parts and parts[0] == "..":
        parts = parts[1:]
    if parts[:1] == ["content"]:
        parts = parts[1:]
    if len(parts) < 2 or parts[0].lower() not in FOLDERS or ".." in parts or ":" in written:
        return None
    return Meant("/".join([parts[0].lower(), *parts[1:]]), certain=True)
