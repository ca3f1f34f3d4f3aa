"""Somebody who fills the form of /proposer/, and the check to which what the form writes is given."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from contribute.form.layout import OFFERED
from contributions.cache.cache import Cache
from contributions.judging.validation import validate
from contributions.loading.loading import load, read_hub
from contributions.models import FOLDERS, KINDS
from contributions.problems.problem import Problem
from contributions.source.front_matter import parse
from support import REPOSITORY, SVG, TODAY

Told = tuple[str, str, str]
"""Code, message and repair."""

ADDRESS = {kind: f"/proposer/{offered.slug}/" for kind, offered in OFFERED.items()}

_COMMON = {
    "title": "L’hiver : une heure avec les étoiles", "summary": "On s’allonge, on éteint, on lève les yeux.", "themes": "astronomie",
    "organisation": "musee-de-la-craie",
}  # fmt: skip
_PLACE = {"place.name": "Médiathèque du Moulin", "place.city": "Abbeville"}
_OWN = {
    "event": {"category": "atelier", "slots.0.start": "2026-12-05 14:00", "slots.0.end": "2026-12-05 15:30", **_PLACE},
    "exhibition": {"category": "malle"},
    "article": {"category": "portrait"},
    "resource": {"category": "document", "url": "https://exemple.fr/fiche"},
    "organisation": {"category": "association", "consent": "true", **_PLACE},
}
LEAST = {kind: {**_COMMON, **own} for kind, own in _OWN.items()}
"""The required fields of a kind, and what makes them a sound proposal."""
del LEAST["organisation"]["organisation"]

SOUND = {
    "url": "https://exemple.fr/page", "email": "contact@exemple.fr", "tel": "03 22 00 00 00", "integer": "12", "number": "1,5",
    "when": "2026-11", "rule": "FREQ=WEEKLY;COUNT=10", "related": "article/portrait-de-camille-verdier", "text": "Un: texte # « à lire »",
}  # fmt: skip
"""A sound value of each sort, some of which YAML would misread."""
OWN = {
    "city": "Abbeville", "postcode": "80100", "id": "souple", "year": "2024", "copies": "1", "start": "2026-11-24 10:00",
    "end": "2026-11-25 11:30", "min": "8", "max": "14", "min_days": "7", "max_days": "30", "src": "images/exemple.svg", "title": "Un titre : essai",
    "languages": "fr",
}  # fmt: skip
"""Values of keys that must fit something else."""

UNFOLD = "document.querySelectorAll('form details').forEach((part) => { part.open = true; })"
GROW = f"""(leave) => {{
  const empty = () => [...document.querySelectorAll("form [data-field]:has(> [data-rows]:empty)")]
    .find((list) => !leave.includes(list.dataset.field.split(".")[0]));
  {UNFOLD};
  for (let list = empty(); list; list = empty()) [...list.querySelectorAll("[data-add]")].at(-1).click();
  {UNFOLD};
}}"""
FIELDS = """(fields) => fields.filter((field) => !field.closest("[hidden]")).map((field) => ({
  path: field.dataset.field, control: field.dataset.control, sort: field.dataset.sort,
  offered: [...field.querySelectorAll("option, input[type=checkbox]")].map((choice) => choice.value).filter(Boolean),
}))"""
FILL = """(values) => {
  const set = (entry, key, value) => {
    if (!entry.checkVisibility() || entry.disabled) throw new Error(`${entry.name} cannot be reached`);
    entry[key] = value;
    if (entry[key] !== value) throw new Error(`${entry.name} does not take ${value}`);
    entry.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const [path, value] of Object.entries(values)) {
    const field = document.querySelector(`[data-field="${path}"]`);
    const entries = [...field.querySelectorAll("input, select, textarea")];
    const [day, hour = ""] = value.split(" ");
    if (field.dataset.control === "checks") set(entries.find((box) => box.value === value), "checked", true);
    else if (field.dataset.control === "moment") [day, hour].forEach((part, index) => set(entries[index], "value", part));
    else set(entries[0], "value", value);
  }
  document.querySelector("[data-proposal]").dispatchEvent(new Event("change"));
}"""


class Desk:
    """A copy of the demo's contributions in which a file can be checked beside all others."""

    def __init__(self, folder: Path) -> None:
        self.content, self._cache = folder / "content", Cache(folder / "cache")
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

    def told_by_key(self, path: str, text: str) -> list[Told]:
        """What the check says of the values of a file, key by key: a form says what is missing where it belongs."""
        hub, _problems = read_hub(self.content)
        assert hub is not None
        _value, found = validate(KINDS[FOLDERS[path.split("/")[1]]], parse(text).values, hub.vocabularies)
        return sorted({(finding.code, finding.message, finding.repair) for finding in found})


def open_form(page: Page, kind: str) -> None:
    """Open a form and let it read all that it needs, as for a visitor who takes their time."""
    page.goto(ADDRESS[kind])
    page.locator("#f-title").focus()
    file_text(page)
    contributions_known(page)


def contributions_known(page: Page) -> None:
    """Wait until every list from which one chooses a contribution is filled."""
    expect(page.locator("select[data-reference]:not(:has(option + option))")).to_have_count(0)


def open_filled(page: Page, kind: str) -> None:
    """Open a form whose required fields are filled, and its text."""
    open_form(page, kind)
    fill_in(page, LEAST[kind])
    page.locator("#f-texte").fill("Un texte.\n\n## Et après\n\n- ceci\n- cela\n")


def fill_in(page: Page, values: Mapping[str, str]) -> None:
    """Give fields their values in one go; each must be within reach, and take it."""
    page.evaluate(FILL, dict(values))


def fill_everything(page: Page, leave: tuple[str, ...] = ()) -> None:
    """Give every field of the form a sound value: each folded part is unfolded, each list gets a row."""
    page.evaluate(GROW, list(leave))
    contributions_known(page)
    fields = page.locator("form [data-field]:not(:has([data-field]))").evaluate_all(FIELDS)
    fill_in(page, {field["path"]: _sound(**field) for field in fields if field["path"].split(".")[0] not in leave})


def _sound(path: str, control: str, sort: str, offered: list[str]) -> str:
    key = path.rpartition(".")[2]
    if key == "free":
        return offered[-1]  # what is free has no amount
    if control in {"select", "bool", "reference", "checks"}:
        return offered[0]
    if control == "moment":
        return OWN.get(key, "2026-11-24 10:00")
    if sort == "day":
        return "2026-11-20" if key == "date" else "2026-12-20"
    if sort == "file":
        return OWN.get(key, "documents/exemple.pdf")
    if sort == "when" and key in OWN:
        return OWN[key][:10]
    return OWN.get(key, SOUND.get(sort or "text", "Texte"))


def field(page: Page, path: str) -> Locator:
    """The field at a path: « slots.0.start »."""
    return page.locator(f'[data-field="{path}"]')


def value_of(page: Page, path: str) -> str:
    """What a field says, as `write` takes it."""
    entries = field(page, path).locator("input, select, textarea")
    return " ".join(filter(None, entries.evaluate_all("entries => entries.map((entry) => entry.value)")))


def write(page: Page, path: str, value: str) -> None:
    """Give a field a value as a hand does, and leave it."""
    place = field(page, path)
    control = place.get_attribute("data-control")
    if control == "moment":
        day, _, hour = value.partition(" ")
        place.locator("input[type=date]").fill(day)
        place.locator("input[type=time]").fill(hour)
        place.locator("input[type=time]").blur()
        return
    entry = place.locator("input, select, textarea").first
    if control in {"select", "bool", "reference"}:
        entry.select_option(value)
    else:
        entry.fill(value)
        entry.blur()


def go_on(page: Page) -> None:
    """Press the last button, and wait for what it shows."""
    page.get_by_role("button", name="Vérifier et relire").click()
    expect(page.locator(":is([data-send], [data-summary]):not([hidden])")).to_be_attached()


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
