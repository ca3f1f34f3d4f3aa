"""Events: what happens on days, at a place or on line."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from contributions.fields.fields import (
    Access,
    Bool,
    Count,
    Day,
    Email,
    Moment,
    Named,
    Phone,
    Precision,
    Rule,
    Some,
    Text,
    Url,
    key,
    optional,
    wrong,
)
from contributions.fields.levels import Level
from contributions.models.common import Contributed
from contributions.models.groups import IDENTIFIER, AccessNote, Age, Model, Place, Price
from contributions.models.needs import Case, Either, Need

EventStatus = Literal["programme", "reprogramme", "passe-en-ligne", "reporte", "complet", "annule"]
SlotStatus = Literal["programme", "annule", "complet", "reporte", "passe-en-ligne"]
MAX_SLOTS = 800


def _of_slot(value: Any) -> Any:
    """An event is rescheduled, and a slot has other hours."""
    if str(value).strip() == "reprogramme":
        repair = "Changez ses heures ; si tout l’événement a changé de date, écrivez « event_status: reprogramme »."
        raise wrong("E109", "Un créneau ne peut pas être « reprogramme ».", repair)
    return value


class Slot(Model):
    """One showing: from, to, for whom."""

    id: Annotated[Text, Field(pattern=IDENTIFIER)] | None = optional(
        "Identifiant", "Pour garder l’entrée d’agenda si l’heure change.", "matin"
    )
    start: Precision = key("Début", "Jour, ou jour et heure.", "2026-11-21 14:00")
    end: Moment | None = optional("Fin", "Jour, ou jour et heure ; un jour seul est compris.", "2026-11-21 17:30")
    for_: Literal["tous", "public", "scolaires"] = optional(
        "Pour", "À qui ce créneau est ouvert.", "scolaires", default="tous", alias="for"
    )
    status: Annotated[SlotStatus, BeforeValidator(_of_slot)] | None = optional(
        "État de ce créneau", "S’il n’est pas celui de l’événement.", "complet"
    )
    place: Place | None = optional("Lieu de ce créneau", "S’il n’est pas celui de l’événement.")


class Recurrence(Model):
    """A regular event, by a rule of RFC 5545."""

    start: Moment = key("Premier début", "Début de la première séance.", "2026-10-06 18:00")
    end: Moment = key("Première fin", "Fin de la première séance.", "2026-10-06 20:00")
    rule: Rule = key("Règle", "Quand cela revient, en RRULE (RFC 5545).", "FREQ=WEEKLY;BYDAY=TU;COUNT=10")
    except_: tuple[Day, ...] = optional("Sauf", "Jours sans séance.", ["2026-10-27"], default=(), alias="except")


class Booking(Model):
    """How one books."""

    required: Bool = optional("Obligatoire", "Faut-il réserver ?", True, default=False)
    url: Url | None = optional("Page de réservation", "", "https://www.exemple.fr/reserver")
    email: Email | None = optional("Courriel", "", "reservation@exemple.fr")
    phone: Phone | None = optional("Téléphone", "", "03 22 00 00 00")
    deadline: Moment | None = optional("Jusqu’au", "Dernier moment pour réserver.", "2026-11-20 12:00")
    capacity: Some | None = optional("Places", "En tout.", 30)
    left: Count | None = optional("Places restantes", "Celles qui restent.", 12)

    @field_validator("left")
    @classmethod
    def _not_above_capacity(cls, value: int | None, info: ValidationInfo) -> int | None:
        capacity = info.data.get("capacity")
        if value is not None and capacity is not None and value > capacity:
            raise wrong("E114", f"Il reste {value} places sur {capacity} : « left » est trop grand.", "Corrigez l’un des deux nombres.")
        return value


class SchoolBooking(Model):
    """How a school books."""

    levels: tuple[Level, ...] = optional("Niveaux", "Classes accueillies.", ["cm1", "cm2"], default=())
    url: Url | None = optional("Page de réservation", "", "https://www.exemple.fr/scolaires")
    email: Email | None = optional("Courriel", "", "scolaires@exemple.fr")
    phone: Phone | None = optional("Téléphone", "", "03 22 00 00 00")


class Event(Contributed):
    """Something that happens."""

    kind: ClassVar[str] = "event"

    slots: Annotated[tuple[Slot, ...], Field(max_length=MAX_SLOTS)] = optional(
        "Créneaux",
        "Les jours et heures : tous avec heures, ou tous sans.",
        [{"start": "2026-11-21 14:00", "end": "2026-11-21 17:30"}],
        default=(),
    )
    recurrence: Recurrence | None = optional("Répétition", "Un rendez-vous régulier, à la place des créneaux.")
    mode: Literal["sur-place", "en-ligne", "mixte"] = optional(
        "Où cela se passe", "Sur place, en ligne, ou les deux.", "sur-place", default="sur-place"
    )
    place: Place | None = optional("Lieu", "Où cela se passe ; inutile si tout est en ligne.")
    online_url: Url | None = optional("Adresse en ligne", "Où l’on suit l’événement.", "https://www.exemple.fr/direct")
    event_status: EventStatus = optional("État de l’événement", "Ce qui a changé depuis l’annonce.", "complet", default="programme")
    previous_start: Moment | None = optional("Ancienne date", "Si l’événement est reprogrammé.", "2026-11-14 14:00")
    sequence: Count = optional("Révision", "Montez-la pour que les agendas signalent le changement.", 1, default=0)
    age: Age | None = optional("Âge", "À partir de quel âge, et jusqu’à quel âge.")
    price: Price | None = optional("Tarif", "Gratuit ou non, et combien.", {"free": False, "text": "4 €, gratuit pour les moins de 12 ans"})
    booking: Booking | None = optional("Réservation", "Comment réserver.")
    school_booking: SchoolBooking | None = optional("Réservation des scolaires", "Comment une classe réserve.")
    accessibility: tuple[Access, ...] = optional("Accessibilité", "Handicaps pris en compte.", ["moteur"], default=())
    access_note: AccessNote | None = optional(
        "Précisions d’accès",
        "Ce qui est prévu, quand, qui appeler : 300 caractères au plus.",
        "Visite en LSF le samedi à 15 h.",
    )
    outdoors: Bool | None = optional("En plein air", "Si cela se passe dehors.", True)
    parent: Named | None = optional(
        "Fait partie de",
        "L’événement qui réunit celui-ci et d’autres : nom de son fichier, sans .md. Sans « slots », « place », « price », "
        "« accessibility », « programmes » ou « school_booking », celui-ci a les siens.",
        "village-des-sciences",
    )
    exhibition: Named | None = optional("Outil présenté", "Nom de sa fiche dans le catalogue.", "malle-fossiles")

    needs: ClassVar[tuple[Need | Either, ...]] = (
        *Contributed.needs,
        Need(
            ("slots", "recurrence"),
            "Il manque « slots » : quand cela a-t-il lieu ?",
            "Ajoutez « slots: » puis, dessous, « - start: AAAA-MM-JJ HH:MM ».",
            unless=(Case("parent"),),
        ),
        Either(("slots", "recurrence"), "« slots » et « recurrence » sont donnés tous deux.", "Gardez l’un des deux."),
        Need(
            ("place",),
            "Il manque « place » : où cela a-t-il lieu ?",
            "Ajoutez « place: » avec « name: » et « city: », ou « mode: en-ligne ».",
            unless=(Case("mode", ("en-ligne",)), Case("parent")),
        ),
        Need(
            ("online_url",),
            "Il manque « online_url » pour un événement en ligne.",
            "Ajoutez l’adresse où l’on suit l’événement.",
            when=Case("mode", ("en-ligne", "mixte")),
        ),
    )
    """Days come from slots or from a recurrence, and an event is somewhere, unless its parent may say so."""
