"""The pages of /proposer/: what one may propose, a form for each kind, and what the form's script reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from contribute.form.checks import checks, missing
from contribute.form.dates import dates
from contribute.form.fields import form_fields, sections
from contribute.form.layout import OFFERED
from contribute.form.meant import understood
from contribute.form.probe import VALUE, Told
from contribute.form.rules import asked, conditions, either, lacking, not_asked_yet, swapped
from contribute.form.skeleton import skeleton
from contribute.form.times import told_of_times
from contribute.form.together import excluded, related, too_early
from contribute.form.words import form_words
from contributions.fields.when import SMALL_HOURS
from contributions.library.library import Library
from contributions.models import FOLDERS
from contributions.reading.reader import Reader
from contributions.region.addresses import PATHS, addresses
from contributions.words.folding import folded
from contributions.words.slugs import SLUG
from contributions.words.typography import typo
from publishing.page import Document, Page, Passage, Planned, SearchRecord
from publishing.strings import _
from views.pages import list_page, planned_list
from views.values import Card, Day

ABOVE = "/proposer/"
FILES = f"{ABOVE}formulaires/"
REFERRED = {"organisation": "organisations", "programme": "programmes", "exhibition": "exhibitions", "event": "upcoming"}
"""Kinds that a form names, and the list of the library from which one chooses."""


def proposal(library: Library) -> Iterator[Planned]:
    """The first page, a form a kind, and their data."""
    yield planned_list(ABOVE, "proposal.html", _("Proposer un contenu"), partial(_choice, library))
    for kind, offered in OFFERED.items():
        yield planned_list(f"{ABOVE}{offered.slug}/", "proposal_form.html", _title(kind), partial(_form, library, kind))
        yield Planned(f"{FILES}{kind}.json", partial(_data, library, kind))
    yield Planned(f"{FILES}fiches.json", partial(_referred, library), wide=True)


def _title(kind: str) -> str:
    label = _(OFFERED[kind].label)
    return _("Proposer {one}").format(one=label[0].lower() + label[1:])


def _contact(library: Library) -> str:
    hub = library.hub
    return hub.contact.email if hub.contact else hub.editor.email


def _choice(library: Library) -> Page:
    kinds = tuple(
        {"kind": kind, "url": f"{ABOVE}{offered.slug}/", "label": _(offered.label), "sentence": _(offered.sentence)}
        for kind, offered in OFFERED.items()
    )
    lede = _("Un formulaire par genre de contenu. Aucun compte n’est demandé, et rien ne part avant que vous ne l’ayez relu.")
    data = {"kinds": kinds, "contact": _contact(library)}
    title = _("Proposer un contenu")
    record = SearchRecord(_("Page"), passages=(Passage(tuple(f"{found['label']} {found['sentence']}" for found in kinds)),), beside=True)
    return list_page(library, ABOVE, "proposal.html", title, lede, data, search=record)


def _form(library: Library, kind: str) -> Page:
    hub, offered = library.hub, OFFERED[kind]
    held = form_fields(kind, hub)
    shown = sections(kind, hub, asked(kind, held))
    data = {
        "kind": kind,
        "open_sections": tuple(section for section in shown if section.open),
        "more_sections": tuple(section for section in shown if not section.open),
        "not_asked_yet": not_asked_yet(kind, held),
        "body_help": _(offered.body),
        "skeleton": skeleton(shown, lacking(kind, held), _(offered.body)),
        "file": f"content/{_folder(kind)}/",
        "address": f"/{PATHS[kind]}/",
        "contact": _contact(library),
        "github": _github(library, kind),
        "small_hours": f"{SMALL_HOURS:%H:%M}",
        "data_url": f"{FILES}{kind}.json",
        "references_url": f"{FILES}fiches.json",
        "card": _sample_card(library, kind),
    }
    lede = _("Remplissez ce que vous savez : la page se dessine à mesure. Rien ne part avant la dernière étape.")
    above = ((_("Proposer un contenu"), ABOVE),)
    return list_page(library, f"{ABOVE}{offered.slug}/", "proposal_form.html", _title(kind), lede, data, above=above)


def _folder(kind: str) -> str:
    return next(folder for folder, held in FOLDERS.items() if held == kind)


def _github(library: Library, kind: str) -> str | None:
    """Where GitHub creates a file of the kind; nowhere if the sources are elsewhere."""
    repository = (library.hub.repository or "").rstrip("/")
    return f"{repository}/new/main/content/{_folder(kind)}" if repository.startswith("https://github.com/") else None


def _sample_card(library: Library, kind: str) -> Card:
    """A card with all its parts, which the script fills."""
    day = Day("sam.", "21", "nov.", "2026", "2026-11-21") if kind == "event" else None
    first = next(iter(library.hub.themes))
    return Card(kind, "#apercu", _("Votre titre"), _("Votre résumé"), "Catégorie", "Quand", None, "Lieu", "Structure", motif=first, day=day)


def _data(library: Library, kind: str) -> Document:
    """What the script checks and says."""
    hub = library.hub
    held = form_fields(kind, hub)
    found: dict[str, Any] = {
        "kind": kind,
        "checks": checks(kind, held, hub) | related(library),
        "missing": missing(kind, held, hub),
        "conditions": conditions(kind, held),
        "either": either(kind, held, hub),
        "swapped": swapped(kind, held, hub),
        "dates": dates(hub),
        "meant": understood(),
        "times": told_of_times(library),
        "excluded": excluded(library, kind),
        "early": too_early(library),
        "slug": _slug(library, kind),
        "words": form_words(),
    }
    return Document(f"{FILES}{kind}.json", _json(found))


def _slug(library: Library, kind: str) -> dict[str, Any]:
    """What the name of a file must be: its form, what the list keeps for itself, and what is said of others."""
    reserved = sorted(addresses().reserved(kind))
    return {
        "pattern": f"^(?:{SLUG.pattern})$",
        "reserved": reserved,
        "unlike": _said_of_name(library, kind, VALUE),
        "meant": _said_of_name(library, kind, "Nom Propre", "nom-propre"),
        "taken": _said_of_name(library, kind, reserved[0]) if reserved else None,
    }


def _said_of_name(library: Library, kind: str, name: str, meant: str = "-") -> Told:
    """The words; `{value}` stands for the name, `{slug}` for the one that was meant."""
    reader = Reader(Path("content"), library.hub.vocabularies)
    problem = next(p for p in reader.read(f"content/{_folder(kind)}/{name}.md", b"---\n---\n").problems if p.code in {"E007", "E008"})
    message = problem.message.replace(f"« {name}", "« {value}")
    return {"code": problem.code, "message": message, "repair": problem.repair.replace(f"{meant}.md", "{slug}.md")}


def _referred(library: Library) -> Document:
    """The contributions that a form can name, by kind: slug and title."""
    lists = {kind: getattr(library, name) for kind, name in REFERRED.items()}
    choices = {
        kind: sorted(((entry.slug, typo(entry.title)) for entry in held), key=lambda choice: (folded(choice[1]), choice[0]))
        for kind, held in lists.items()
    }
    return Document(f"{FILES}fiches.json", _json(choices))


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
