"""Days on which a tool cannot be had as VEVENTs (RFC 5545 section 3.6.1): a run of days each, of each of its versions; nobody is named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from contributions.lending.asking import occupied, standing
from contributions.lending.offer import Offer, Unit
from contributions.lending.runs import Run
from contributions.library.library import Library
from contributions.library.offers import offered
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from feeds.text import Text
from feeds.vevent import add_days, known
from publishing.strings import _
from views.french import labels
from views.tools.words import owners_word

STATES = {"in repair": "a-reviser", "withdrawn": "retire"}


def occupied_texts(library: Library, tool: Contribution[Exhibition]) -> Iterator[bytes]:
    """Its VEVENTs, version by version, in time order. What is in repair or withdrawn cannot be had on any day that is told of."""
    offer = offered(library, tool)
    stands = standing(offer, library.today.toordinal())
    if condition := STATES.get(stands):
        yield _text(library, tool, offer.horizon, labels.label(labels.CONDITIONS, condition), ("occupe",))
        return
    names = {version.id: typo(version.label) for version in tool.meta.versions}
    for unit in offer.units:
        said = _("indisponible") if unit.version is None else _("{version} indisponible").format(version=names[unit.version])
        for run in occupied(offer, unit):
            yield _text(library, tool, run, said, _named(offer, unit, run))


def what_it_means(library: Library, tool: Contribution[Exhibition]) -> str:
    """What a calendar without an entry does not say: whether its owner keeps it."""
    days = _("Les jours où cet outil ne peut pas être emprunté.")
    return f"{days}\n{owners_word(library, tool)}"


def _named(offer: Offer, unit: Unit, run: Run) -> tuple[str, ...]:
    """By its first day; what began before this month by its last one, for where it began is not told any more."""
    day = run.first if run.first > offer.horizon.first else run.last
    return "occupe", unit.version or "", f"{date.fromordinal(day):%Y%m%d}"


def _text(library: Library, tool: Contribution[Exhibition], run: Run, said: str, names: tuple[str, ...]) -> bytes:
    found, url = known(library, tool, *names), library.hub.url + tool.url
    add_days(found, date.fromordinal(run.first), date.fromordinal(run.last))
    found.add("transp", "TRANSPARENT")
    found.add("summary", Text(_("{title} : {state}").format(title=typo(tool.meta.title), state=said)))
    found.add("description", Text(url))
    found.add("status", "CONFIRMED")
    found.add("url", url)
    return bytes(found.to_ical())
