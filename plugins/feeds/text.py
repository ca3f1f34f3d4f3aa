"""Values of type TEXT (RFC 5545 section 3.3.11) that come back as they were."""

from __future__ import annotations

from collections.abc import Iterable

from icalendar import vCategory, vText


class Text(vText):
    r"""icalendar's own, but for « \N »: it takes that for a line break where somebody wrote a backslash and an N (C:\Nuit)."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        """The value as it stands in a calendar."""
        return rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))


def categories(labels: Iterable[str]) -> vCategory:
    """CATEGORIES (RFC 5545 section 3.8.1.2), each label such a text."""
    found = vCategory([])
    found.cats = [Text(label) for label in labels]
    return found
