"""HTML that leaves the site: for feed readers and mail programs."""

from __future__ import annotations

from bs4 import BeautifulSoup


def absolute(html: str, origin: str) -> str:
    """HTML for a reader that knows no site: absolute addresses, no ids that could collide, no interactive wrappers."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(True):
        for name in ("href", "src"):
            value = tag.get(name)
            if isinstance(value, str) and value.startswith("/"):
                tag[name] = origin + value
        for name in ("id", "class", "role", "tabindex", "aria-label"):
            del tag[name]
        if tag.name == "a" and str(tag.get("href", "")).startswith("#"):
            tag.unwrap()
    return str(soup)
