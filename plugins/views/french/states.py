"""How the state of an event, a showing, a tool or an announcement is said in French, wherever it is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from contributions.library.library import Library
from contributions.library.offers import withdrawn
from contributions.models import Announcement, Common, Event, Exhibition
from contributions.record.contribution import Contribution
from contributions.record.states import event_status
from contributions.record.values import Occurrence
from publishing.strings import _
from views.french import dates, labels

MOST_TOLD = 6
"""Showings in a state of their own that a text tells one by one."""


def mark(library: Library, contribution: Contribution[Common], showing: Occurrence | None = None) -> str:
    """The word that stands before a title where no badge can: « Annulé », « Complet », « Scolaires »… ; empty where nothing is to be said.

    Of an event at one of its showings, or as a whole.
    """
    return word(library, contribution.meta, *state(library, contribution, showing))


def word(library: Library, meta: Common, status: str, schools: bool) -> str:
    """The same, of a status and of whether it is for schools alone."""
    if status != "programme":
        return labels.label(labels.STATUS, status)
    if schools:
        return _("Scolaires")
    if isinstance(meta, Exhibition) and withdrawn(library, meta):
        return labels.label(labels.CONDITIONS, "retire")
    if isinstance(meta, Announcement) and meta.expires < library.today:
        return _("Close")
    return _("Professionnels") if meta.visibility == "professionnels" else ""


def marked(word: str, title: str) -> str:
    """« Annulé : La nuit des étoiles »."""
    return f"{word} : {title}" if word else title


def sentences(library: Library, contribution: Contribution[Common], showing: Occurrence | None = None) -> Iterator[str]:
    """What somebody must know before they come, each a sentence."""
    status, schools = state(library, contribution, showing)
    yield from lines(contribution.meta, status, schools)
    if isinstance(contribution.meta, Event) and showing is None:
        yield from _apart(library, contribution, status)


def lines(meta: Common, status: str, schools: bool) -> Iterator[str]:
    """The same, of a status and of whether it is for schools alone."""
    if isinstance(meta, Event) and (said := status_sentence(meta, status)):
        yield said
    if schools:
        yield _("Ce rendez-vous est réservé aux scolaires.")
    if isinstance(meta, Exhibition) and meta.condition != "bon":
        yield f"{labels.label(labels.CONDITIONS, meta.condition)}."
    yield from closed(meta)


def state(library: Library, contribution: Contribution[Common], showing: Occurrence | None = None) -> tuple[str, bool]:
    """The status of an event, or of a showing of it, and whether it is for schools alone; « programme » of what is no event."""
    if not isinstance(contribution.meta, Event):
        return "programme", False
    shown = (showing,) if showing else contribution.showings
    status = showing.status if showing else event_status(cast("Contribution[Event]", contribution), library.today)
    return status, all(one.audience == "scolaires" for one in shown)


def closed(meta: Common) -> Iterator[str]:
    """For whom it is, where it is not for all."""
    if meta.visibility == "professionnels":
        yield _("Réservé aux professionnels et professionnelles.")
    if meta.visibility == "reserve":
        yield _("Réservé à un groupe : ce n’est pas ouvert au public.")


def status_sentence(meta: Event, status: str) -> str | None:
    """A sentence where an event, or a showing of it, is not simply on."""
    if status == "reprogramme" and meta.previous_start:
        return _("Reprogrammé : ce rendez-vous était prévu le {day}.").format(day=dates.precise(meta.previous_start))
    return {
        "reprogramme": _("Ce rendez-vous a changé de date."),
        "passe-en-ligne": _("Ce rendez-vous se tient désormais en ligne."),
        "reporte": _("Ce rendez-vous est reporté : la nouvelle date sera annoncée ici."),
        "complet": _("Ce rendez-vous est complet."),
        "annule": _("Ce rendez-vous est annulé."),
    }.get(status)


def _apart(library: Library, contribution: Contribution[Common], status: str) -> Iterator[str]:
    """Showings ahead that are in another state than the event: « Complet : samedi 5 décembre, à 14 h. »."""
    own = [one for one in contribution.showings if one.last_day >= library.today and one.status not in {status, "programme"}]
    for showing in own[:MOST_TOLD]:
        yield marked(labels.label(labels.STATUS, showing.status), f"{dates.showing(showing)}.")
