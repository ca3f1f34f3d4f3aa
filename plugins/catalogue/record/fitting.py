"""What it takes to have a tool, figure by figure: as a table, and as data with which a script answers « Est-ce que ça rentre ? »."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from contributions.lending.offer import Offer, Unit
from contributions.lending.runs import Run, merged
from contributions.lending.variants import Variant, variants
from contributions.library.library import Library
from contributions.library.offers import offered
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import NBSP, typo
from publishing.strings import _, counted
from views.french import labels
from views.french.numbers import number

EPOCH = date(1970, 1, 1).toordinal()
"""Scripts count days from here."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a borrower is asked (`ask`, in `unit`; `one` of them), and what it is held against (`label`); `key` names both in the script."""

    key: str
    label: str
    ask: str
    unit: str = ""
    one: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what a question is about, and what each version needs; None where the owner does not say."""

    key: str
    label: str
    needs: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Fitting:
    """The questions, the table of figures with its columns (one without a name where there are no versions), and the script's data."""

    questions: tuple[Question, ...]
    columns: tuple[str | None, ...]
    rows: tuple[Row, ...]
    vehicles: tuple[tuple[str, str], ...]
    data: str


def fitting(library: Library, tool: Contribution[Exhibition]) -> Fitting | None:
    """Of a tool that is lent: all that its owner gives, whatever is missing; None where no figure is given."""
    lent, asked = variants(tool.meta), _questions()
    offer = offered(library, tool)
    figures = [_figures(tool.meta, one) for one in lent]
    if not any(figure is not None for found in figures for figure in found.values()):
        return None
    units = [
        {"label": typo(one.label or ""), "figures": figure, "copies": _copies(unit)}
        for one, figure, unit in zip(lent, figures, offer.units, strict=True)
    ]
    return Fitting(
        questions=asked,
        columns=tuple(typo(one.label) if one.label else None for one in lent),
        rows=tuple(
            Row(question.key, question.label, tuple(_said(question.key, figure[question.key]) for figure in figures)) for question in asked
        ),
        vehicles=tuple((key, _(label)) for key, label in labels.VEHICLES.items()),
        data=json.dumps(
            {"built": library.today.isoformat(), **_terms(offer), "units": units, "vehicles": list(labels.VEHICLES)},
            ensure_ascii=False,
            separators=(",", ":"),
        ).replace("<", "\\u003c"),
    )


def _questions() -> tuple[Question, ...]:
    return (
        Question("surface", _("Surface au sol"), _("Ma salle"), "m²", "m²"),
        Question("height", _("Hauteur"), _("Hauteur sous plafond"), "cm", "cm"),
        Question("vehicle", _("Véhicule"), _("Mon véhicule")),
        Question("heaviest", _("Pièce la plus lourde"), _("Le plus lourd que je porte"), "kg", "kg"),
        Question("people", _("Pour le monter"), _("Nous serons, pour le monter"), _("personnes"), _("personne")),
        Question("visitors", _("Groupe"), _("Visiteurs à la fois"), _("personnes"), _("personne")),
    )


def _figures(meta: Exhibition, one: Variant) -> dict[str, float | str | None]:
    """What a version needs, and how many it takes at once; None where the owner does not say."""
    return {
        "surface": one.format.surface_m2 if one.format else None,
        "height": one.format.height_cm if one.format else None,
        "vehicle": one.format.vehicle if one.format else None,
        "heaviest": one.format.heaviest_kg if one.format else None,
        "people": one.setup.people if one.setup else None,
        "visitors": meta.visit.capacity if meta.visit else None,
    }


def _said(key: str, figure: float | str | None) -> str | None:
    """A figure as the table and the script's answers say it."""
    if figure is None:
        return None
    if isinstance(figure, str):
        return labels.label(labels.VEHICLES, figure)
    if key == "people":
        return counted("{n} personne", "{n} personnes", round(figure))
    if key == "visitors":
        return counted("{n} personne à la fois", "{n} personnes à la fois", round(figure))
    unit = {"surface": "m²", "height": "cm", "heaviest": "kg"}[key]
    return f"{number(figure)}{NBSP}{unit}"


def _terms(offer: Offer) -> dict[str, Any]:
    """What js/catalogue/lending.js asks of an offer, beside the copies."""
    closed = merged(Run(day, day) for day in offer.closed)
    return {
        "repaired": offer.repaired,
        "told": None if offer.told is None else offer.told - EPOCH,
        "notice": offer.notice,
        "least": offer.least,
        "most": offer.most,
        "closed": [_run(run) for run in closed],
        "until": offer.horizon.last - EPOCH,
    }


def _copies(unit: Unit) -> list[list[tuple[int, int]]]:
    return [[_run(run) for run in copy] for copy in unit.copies]


def _run(run: Run) -> tuple[int, int]:
    return run.first - EPOCH, run.last - EPOCH
