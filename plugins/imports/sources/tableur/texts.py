"""Texts of cells: the Markdown of a page, and the paths of old addresses."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from contributions.rules.aliases import ASTRAY, PATH
from imports.sources.tableur.values.taking import NotTaken, shortened
from imports.texts import markdown_of_html, markdown_of_markdown


def in_markdown(text: str) -> str:
    """The Markdown of a cell: of its HTML where it has some, else of what people write."""
    return markdown_of_html(text) if "</" in text or "<br" in text.lower() else markdown_of_markdown(text)


def alias(text: str) -> str:
    """An old address as a path of this site. Raises NotTaken."""
    path = urlsplit(text).path if "://" in text[:10] else text
    own = path if path.startswith("/") else f"/{path}"
    if not PATH.fullmatch(own) or ASTRAY.match(unquote(own)) or own == "/":
        raise NotTaken(f"« {shortened(text)} » n’est pas une ancienne adresse : écrivez un chemin, comme /agenda/ancien-nom/.")
    return own
