"""Somebody who asks for tools: what the scripts of the request make of baskets, and the messages that they write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from catalogue.requesting.evaluation import QUESTIONS
from catalogue.requesting.tool_document import EPOCH, known
from catalogue.requesting.words import outcome_words, request_words
from contributions.library.library import Library
from support import TODAY, demo_hub, organisation
from support_clients import node

OWNER = {"organisation": "musee-du-ciel", "publisher": None, "availability_on": "2026-11-20"}
WHO = {
    "borrower": "Médiathèque des Glycines", "borrower_category": "mediatheque", "city": "Montdidier", "email": "prets@glycines.example",
    "phone": "", "venue_name": "", "venue_address": "", "transport": "partage", "public_showing": "", "opens": "", "closes": "",
    "venue_hours": "", "venue_price": "", "audiences": [], "people": "", "pass_culture": "", "word": "",
}  # fmt: skip


SAID = {
    "tool": "malle", "loan": "", "returned": "", "visitors": "", "visitors_max": "", "visitors_method": "", "audiences": [], "note": "",
    "word": "", **{question.name: "" for question in QUESTIONS},
}  # fmt: skip
"""A form of /outils/bilan/ in which only the tool is named."""


def outcomes(*said: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The messages that forms of /outils/bilan/ make, of a trunk of the museum that came back in March."""
    tool = {"title": "La malle", "owner": {"name": "Musée du ciel", "email": "prets@musee.example"}}
    cases = [{"said": form, "tool": tool, "month": "mars 2027"} for form in said]
    found: list[dict[str, Any]] = node("outcome.mjs", json.dumps({"words": outcome_words(demo_hub()), "cases": cases}).encode())
    return found


def day(iso: str) -> int:
    """A day as the scripts count it."""
    return date.fromisoformat(iso).toordinal() - EPOCH


def museum(**keys: Any) -> dict[str, str | bytes]:
    """The owner of the tools."""
    return organisation("musee-du-ciel", title="Musée du ciel", email="prets@musee.example", phone="03 22 00 00 00", **keys)


class Desk:
    """A visitor's browser: what its scripts say of lines of a basket."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.tools = {tool.slug: known(library, tool) for tool in library.exhibitions}

    def asked(self, *cases: Any, **others: Any) -> dict[str, Any]:
        """Each case {lines, who}, answered."""
        words = request_words(self.library.hub)
        given = {"words": words, "tools": self.tools, "today": TODAY.toordinal() - EPOCH, "cases": cases, **others}
        found: dict[str, Any] = node("request.mjs", json.dumps(given).encode())
        return found

    def said(self, first: str, last: str, slug: str = "malle", copies: int = 1, version: str = "") -> str:
        """What is said of one line, the spaces that hold words together made plain."""
        return " ".join(self.verdict(first, last, slug, copies, version)["says"]).replace("\u00a0", " ")

    def verdict(self, first: str, last: str, slug: str = "malle", copies: int = 1, version: str = "") -> dict[str, Any]:
        """The verdict on one line."""
        line = {"slug": slug, "version": version, "copies": copies, "from": day(first), "to": day(last)}
        found: dict[str, Any] = self.asked({"lines": [line]})["cases"][0]["verdicts"][0]
        return found
