"""What is said of an event where its page is shared: the text for social networks, and the words beside its picture."""

from __future__ import annotations

from agenda.event.dates import place_words
from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.occurrences import next_showing
from contributions.record.states import ahead
from contributions.record.values import Occurrence
from contributions.words.typography import NBSP, typo
from publishing.strings import _
from views.cards import town
from views.french import dates, labels
from views.french.states import mark, marked
from views.french.terms import price


def announcement(library: Library, event: Contribution[Event]) -> str:
    """Title, date, place, price, address, and what the picture shows: a line each. Its dates name their year, for it is read anywhere."""
    meta, told = event.meta, next_showing(event, library.today)
    picture = _("Image : {words}").format(words=typo(meta.image.alt)) if meta.image else ""
    lines = (
        marked(mark(library, event), typo(meta.title)),
        _when(library, event, told),
        _place(told),
        price(meta.price) if meta.price else "",
        library.hub.url + event.url,
        picture,
    )
    return "\n".join(line for line in lines if line)


def words(library: Library, event: Contribution[Event]) -> str:
    """Date and town before the summary: « Samedi 5 décembre 2026, de 14 h à 16 h – Amiens (80). Un atelier… »."""
    told = next_showing(event, library.today)
    where = town(told.place) if told.place else labels.label(labels.MODES, told.mode)
    said = f"{_capital(dates.showing(told))}{NBSP}– {where}. {typo(event.meta.summary)}"
    return marked(mark(library, event), said)


def _when(library: Library, event: Contribution[Event], told: Occurrence) -> str:
    said = _capital(dates.showing(told))
    return said if len(ahead(event, library.today)) == 1 else _("{when}, et d’autres dates").format(when=said)


def _place(told: Occurrence) -> str:
    if told.place is None:
        return labels.label(labels.MODES, told.mode)
    return place_words(told.place)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
