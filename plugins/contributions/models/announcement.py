"""Announcements: calls, jobs, equipment; they archive themselves."""

from __future__ import annotations

from typing import ClassVar

from contributions.fields.fields import Day, key, optional
from contributions.models.common import Contributed
from contributions.models.groups import Town


class Announcement(Contributed):
    """Something to answer before a day."""

    kind: ClassVar[str] = "announcement"

    expires: Day = key("Jusqu’au", "Dernier jour : l’annonce s’archive ensuite d’elle-même.", "2027-01-31")
    places: tuple[Town, ...] = optional("Lieux", "Où cela se passe.", default=())
