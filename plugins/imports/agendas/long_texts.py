"""The words of an event: its title, its summary, and its body as Markdown, whatever of Markdown and HTML the source has."""

from __future__ import annotations

import re
import textwrap
from typing import Any

from imports.agendas.plain_values import in_language
from imports.agendas.prices import price
from imports.agendas.record import Record
from imports.taken import Refusal
from imports.texts import markdown_of_html, markdown_of_markdown, plain, summary

TITLE = 140
LONGEST = 100_000
"""Characters of a body: more is no description."""
BLOCKS = re.compile(r"<(?:p|div|ul|ol|li|h[1-6]|table|blockquote|section|article)\b[^<>]{0,500}>", re.IGNORECASE)
"""What says that a text is HTML, not Markdown with a little of it."""


def titled(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The key `title`, and `lang` where it is not in the hub's language."""
    title = plain(record.line("title"))
    other = in_language(record.get("title"), record.lang)[1]
    refused = []
    if len(title) > TITLE:
        title = textwrap.shorten(title, TITLE, placeholder=" …")
        refused.append(record.refusal("title", f"Plus de {TITLE} caractères : le titre est coupé à un mot."))
    return ({"title": title, **({"lang": other} if other else {})} if title else {}), refused


def costs(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The key `price`, where the conditions say it for sure."""
    found = price(record.line("conditions"))
    return ({"price": found} if found else {}), []


def told(record: Record) -> tuple[str, str, list[Refusal]]:
    """Summary and body. What the summary has no room for stands at the head of the body, conditions that are no price at its end."""
    description, refused = record.line("description"), []
    text = record.text("html") or record.text("text")
    if len(text) > LONGEST:
        refused.append(record.refusal("text", f"Plus de {LONGEST // 1000} 000 caractères : le texte n’est pas repris."))
        text = ""
    body = as_markdown(text)
    short = summary(description or body)
    parts = [body]
    if description and short != plain(description) and plain(description) not in plain(body):
        parts.insert(0, _escaped(plain(description)))
    conditions = record.line("conditions")
    if conditions and not price(conditions):
        parts.append(f"**Conditions\u00a0:** {_escaped(conditions)}")
    return short, "\n\n".join(part for part in parts if part), refused


def as_markdown(text: str) -> str:
    """A long text as Markdown that holds no HTML, no picture and nothing that runs."""
    return markdown_of_html(text) if BLOCKS.search(text) else markdown_of_markdown(text)


def _escaped(line: str) -> str:
    """Words of one line as Markdown that means nothing but them."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", line)
