"""Somebody who fills the form of /proposer/, and the check to which what the form writes is given."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from contributions.loading.loading import load
from contributions.problems.problem import Problem
from support import REPOSITORY, SVG, TODAY

Told = tuple[str, str, str]
"""Code, message and repair."""

SOUND = {
    "url": "https://exemple.fr/page", "email": "contact@exemple.fr", "tel": "03 22 00 00 00", "integer": "12", "number": "1,5",
    "when": "2026-11", "rule": "FREQ=WEEKLY;COUNT=10", "related": "article/portrait-de-camille-verdier", "text": "Un: texte # « à lire »",
}  # fmt: skip
"""A sound value of each sort, some of which YAML would misread."""
OWN = {
    "city": "Abbeville", "postcode": "80100", "id": "souple", "year": "2024", "copies": "1", "start": "2026-11-24 10:00",
    "end": "2026-11-25 11:30", "min": "8", "max": "14", "min_days": "7", "max_days": "30", "src": "images/exemple.svg", "title": "Un titre : essai",
}  # fmt: skip
"""Values of keys that must fit something else."""


class Desk:
    """A copy of the demo's contributions in which a file can be checked beside all others."""

    def __init__(self, folder: Path) -> None:
        self.content, self._cache = folder / "content", folder / "cache"
        shutil.copytree(REPOSITORY / "content", self.content)
        (self.content / "images" / "exemple.svg").write_text(SVG, "utf-8")
        (self.content / "documents").mkdir(exist_ok=True)
        (self.content / "documents" / "exemple.pdf").write_bytes(b"%PDF-1.7\n")

    def problems(self, path: str, text: str) -> list[Problem]:
        """What the check says of a file, at its path from the folder that holds content/."""
        file = self.content.parent / path
        file.write_text(text, "utf-8")
        try:
            return [problem for problem in load(self.content, TODAY, cache=self._cache).problems if problem.path == path]
        finally:
            file.unlink()

    def told(self, path: str, text: str) -> list[Told]:
        """The same, as words."""
        return sorted({(problem.code, problem.message, problem.repair) for problem in self.problems(path, text)})


def field(page: Page, path: str) -> Locator:
    """The field at a path: « slots.0.start »."""
    return page.locator(f'[data-field="{path}"]')


def write(page: Page, path: str, value: str) -> None:
    """Give a field a value as its control takes it, and leave it."""
    _write(field(page, path), value)


def _write(place: Locator, value: str) -> None:
    control = place.get_attribute("data-control")
    if control == "moment":
        day, _, hour = value.partition(" ")
        place.locator("input[type=date]").fill(day)
        place.locator("input[type=time]").fill(hour)
        place.locator("input[type=time]").blur()
        return
    entry = place.locator("input, select, textarea").first
    if control == "checks":
        place.locator(f'input[value="{value}"]').check()
    elif control in {"select", "bool", "reference"}:
        entry.select_option(value)
    else:
        entry.fill(value)
        entry.blur()


def fill_everything(page: Page, leave: tuple[str, ...] = ()) -> None:
    """Give every field of the form a sound value: each folded part is unfolded, each list gets a row."""
    page.evaluate("document.querySelectorAll('form details').forEach((part) => { part.open = true; })")
    while empty := _lists_without_rows(page, leave):
        field(page, empty[0]).locator("[data-add]").last.click()
    page.evaluate("document.querySelectorAll('form details').forEach((part) => { part.open = true; })")
    for place in page.locator("form [data-field]:not(:has([data-field]))").all():
        path = place.get_attribute("data-field") or ""
        if path.split(".")[0] not in leave and not place.locator("xpath=ancestor-or-self::*[@hidden]").count():
            _write(place, _sound(place, path))


def _lists_without_rows(page: Page, leave: tuple[str, ...]) -> list[str]:
    paths: list[str] = page.locator("form [data-field]:has(> [data-rows]:empty)").evaluate_all(
        "lists => lists.map((list) => list.dataset.field)"
    )
    return [path for path in paths if path.split(".")[0] not in leave]


def _sound(place: Locator, path: str) -> str:
    key, control, sort = path.rpartition(".")[2], place.get_attribute("data-control"), place.get_attribute("data-sort")
    if control in {"select", "bool", "reference"}:
        return place.locator("option:not([value=''])").first.get_attribute("value") or ""
    if control == "checks":
        return place.locator("input").first.get_attribute("value") or ""
    if control == "moment":
        return OWN.get(key, "2026-11-24 10:00")
    if sort == "day":
        return "2026-11-20" if key == "date" else "2026-12-20"
    if sort == "file":
        return OWN.get(key, "documents/exemple.pdf")
    if sort == "when" and key in OWN:
        return OWN[key][:10]
    return OWN.get(key, SOUND.get(sort or "text", "Texte"))


def file_text(page: Page) -> str:
    """The text of the file as it stands."""
    place = page.locator("[data-file]")
    expect(place).to_contain_text("---")
    text: str = place.evaluate("(place) => place.textContent")
    return text


def file_path(page: Page) -> str:
    """Where the file goes, from the folder that holds content/."""
    form = page.locator("[data-proposal]")
    return f"{form.get_attribute('data-folder')}{page.locator('#f-nom').input_value()}.md"


def shown(page: Page) -> list[Told]:
    """The messages that stand under the fields, the spaces that hold words together made plain."""
    found = page.locator("[data-error]:not([hidden])").evaluate_all(
        "places => places.map((place) => [place.children[1].textContent, place.children[0].textContent, place.childNodes[1].textContent.trim()])"
    )
    return sorted({(code, _plain(message), _plain(repair)) for code, message, repair in found})


def _plain(text: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", text)
