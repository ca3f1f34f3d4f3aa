"""Events: what happens on days, at a place or on line."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from contributions.fields import Access, Bool, Count, Day, Email, Moment, Phone, Precision, Rule, Slug, Text, Url, key, optional
from contributions.models.common import Age, Contributed, Model, Place, Price
from contributions.models.needs import Case, Either, Need

EventStatus = Literal["programme", "reprogramme", "passe-en-ligne", "reporte", "complet", "annule"]
MAX_SLOTS = 800


class Slot(Model):
    """One showing: from, to, for whom."""

    id: Annotated[Text, Field(pattern=r"^[A-Za-z0-9_-]+$")] | None = optional(
        "Identifiant", "Pour garder l’entrée d’agenda si l’ordre change."
    )
    start: Precision = key("Début", "AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM.", "2026-11-21 14:00")
    end: Moment | None = optional("Fin", "Un jour seul est compris.", "2026-11-21 17:30")
    for_: Literal["tous", "public", "scolaires"] = optional("Pour", "tous, public ou scolaires.", default="tous", alias="for")
    status: EventStatus | None = optional("État de ce créneau")
    place: Place | None = optional("Lieu de ce créneau", "S’il n’est pas celui de l’événement.")


class Recurrence(Model):
    """A regular event, by a rule of RFC 5545."""

    start: Moment = key("Premier début", "", "2026-10-06 18:00")
    end: Moment = key("Première fin", "", "2026-10-06 20:00")
    rule: Rule = key("Règle", "Valeur RRULE de la RFC 5545.", "FREQ=WEEKLY;BYDAY=TU;COUNT=10")
    except_: tuple[Day, ...] = optional("Sauf", "Jours sans séance.", default=(), alias="except")


class Booking(Model):
    """How one books."""

    required: Bool = optional("Obligatoire", "", default=False)
    url: Url | None = optional("Page de réservation")
    email: Email | None = optional("Courriel")
    phone: Phone | None = optional("Téléphone")
    deadline: Moment | None = optional("Jusqu’au")
    capacity: Count | None = optional("Places")
    left: Count | None = optional("Places restantes")


class SchoolBooking(Model):
    """How a school books."""

    levels: tuple[Text, ...] = optional("Niveaux", default=())
    url: Url | None = optional("Page de réservation")
    email: Email | None = optional("Courriel")
    phone: Phone | None = optional("Téléphone")


class Event(Contributed):
    """Something that happens."""

    kind: ClassVar[str] = "event"
    list_slugs: ClassVar[frozenset[str]] = frozenset({"archives", "page", "themes", "territoires"})

    slots: Annotated[tuple[Slot, ...], Field(max_length=MAX_SLOTS)] = optional("Créneaux", "Tous avec heures, ou tous sans.", default=())
    recurrence: Recurrence | None = optional("Répétition", "À la place des créneaux.")
    mode: Literal["sur-place", "en-ligne", "mixte"] = optional("Où cela se passe", default="sur-place")
    place: Place | None = optional("Lieu")
    online_url: Url | None = optional("Adresse en ligne")
    event_status: EventStatus = optional("État de l’événement", default="programme")
    previous_start: Moment | None = optional("Ancienne date", "Si l’événement est reprogrammé.")
    sequence: Count = optional("Révision", "Montez-la pour que les agendas signalent le changement.", default=0)
    age: Age | None = optional("Âge")
    price: Price | None = optional("Tarif")
    booking: Booking | None = optional("Réservation")
    school_booking: SchoolBooking | None = optional("Réservation des scolaires")
    accessibility: tuple[Access, ...] = optional("Accessibilité", "Handicaps pris en compte.", ["moteur"], default=())
    parent: Slug | None = optional("Fait partie de", "L’événement qui réunit celui-ci et d’autres.")
    exhibition: Slug | None = optional("Outil présenté", "Fiche du catalogue.")

    needs: ClassVar[tuple[Need | Either, ...]] = (
        *Contributed.needs,
        Need(
            ("slots", "recurrence"),
            "Il manque « slots » : quand cela a-t-il lieu ?",
            "Ajoutez « slots: » puis, dessous, « - start: AAAA-MM-JJ HH:MM ».",
        ),
        Either(("slots", "recurrence"), "« slots » et « recurrence » sont donnés tous deux.", "Gardez l’un des deux."),
        Need(
            ("place",),
            "Il manque « place » : où cela a-t-il lieu ?",
            "Ajoutez « place: » avec « name: » et « city: », ou « mode: en-ligne ».",
            unless=Case("mode", ("en-ligne",)),
        ),
        Need(
            ("online_url",),
            "Il manque « online_url » pour un événement en ligne.",
            "Ajoutez l’adresse où l’on suit l’événement.",
            when=Case("mode", ("en-ligne", "mixte")),
        ),
    )
    """Days come from slots or from a recurrence, and an event is somewhere."""
