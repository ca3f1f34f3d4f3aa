"""Sound front matter, and a small region's vocabularies, to ask the models about."""

from __future__ import annotations

from typing import Any

from contributions.models import KINDS

VOCABULARIES: dict[str, dict[str, str]] = {
    "themes": {"astronomie": "Astronomie", "sciences-de-la-terre": "Sciences de la Terre"},
    "audiences": {"famille": "En famille", "tout-public": "Tout public"},
    "departments": {"02": "Aisne", "80": "Somme"},
    **{f"categories.{kind}": {"atelier": "Atelier", "malle": "Malle"} for kind in KINDS},
}
COMMON: dict[str, Any] = {
    "title": "Nuit noire", "summary": "Une nuit.", "date": "2026-11-01", "category": "atelier", "themes": ["astronomie"],
    "publisher": {"name": "Le musée"},
}  # fmt: skip
EVENT: dict[str, Any] = {**COMMON, "slots": [{"start": "2026-11-28 14:00"}], "place": {"name": "Salle", "city": "Laon"}}
