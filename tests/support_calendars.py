"""What sources are read with in tests, and what was read as text that golden files hold."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

from contributions.region.hub import Hub
from imports.taken import Given, Reading
from support import HUB

TODAY = date(2026, 12, 1)
GIVEN = Given("source", Hub.model_validate(HUB), TODAY)
GOLDEN = Path(__file__).parent / "golden" / "imports"


def as_json(reading: Reading) -> str:
    """A reading, a line a value."""
    return json.dumps(asdict(reading), ensure_ascii=False, indent=1, default=str) + "\n"


def compared(file: Path, made: str, *, refresh: bool) -> None:
    """Fail where `made` is not what a golden file holds; `pytest --refresh-golden` rewrites it."""
    if refresh:
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


def calendar(*events: str, head: str = "") -> bytes:
    """A calendar of VEVENTs."""
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Exemple//FR\n{head}{body}END:VCALENDAR\n".encode()
