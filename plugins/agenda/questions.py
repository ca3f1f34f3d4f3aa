"""The questions that have pages of their own below /agenda/: their names, and how they are said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from contributions.library.library import Library
from contributions.library.periods import DAYS_AHEAD, MONTH, WEEKEND, day, weekend
from contributions.region.holidays import zone_of
from publishing.strings import _
from views.french import dates, labels

LIST = "/agenda/"
HOLIDAYS = "vacances"
"""A page of its own making (holidays.py): its days are not known beforehand, nor how many entries they have."""


@dataclass(frozen=True, slots=True)
class Question:
    """`name` is the address below /agenda/ without its last slash; `label` says it in a group of links, `title` by itself."""

    name: str
    label: str
    title: str
    lede: str

    @property
    def url(self) -> str:
        """Where it is answered."""
        return f"{LIST}{self.name}/"


def _when(library: Library) -> Iterator[Question]:
    yield this_weekend(library)
    if zone_of(library.hub):
        yield _simple(HOLIDAYS, _("Pendant les vacances"), "")
    yield from map(of_month, library.agenda_months)


def _where(library: Library) -> Iterator[Question]:
    for code, name in library.hub.departments.items():
        yield _simple(f"territoires/{code}", f"{name} ({code})", _("Les rendez-vous du département."))
    yield _simple("en-ligne", _("En ligne"), _("Les rendez-vous que l’on peut suivre de chez soi."))


def _for_whom(library: Library) -> Iterator[Question]:
    for slug, label in library.hub.audiences.items():
        yield _simple(f"publics/{slug}", label, _("Les rendez-vous annoncés pour ce public."))
    yield _simple("scolaires", _("Classes et groupes scolaires"), _("Les séances où les classes peuvent venir."))


def _themes(library: Library) -> Iterator[Question]:
    for slug, label in library.hub.themes.items():
        yield _simple(f"themes/{slug}", label, _("Les rendez-vous du thème."))


def _sorts(library: Library) -> Iterator[Question]:
    for slug in library.hub.all_categories["event"]:
        yield _simple(f"categories/{slug}", library.hub.category("event", slug), _("Les rendez-vous de cette sorte."))


def _access(library: Library) -> Iterator[Question]:
    yield _simple("gratuit", _("Gratuit"), _("Les rendez-vous où il n’y a rien à payer."))
    for code in labels.ACCESS:
        yield _simple(f"accessibilite/{code}", labels.label(labels.ACCESS, code), _("Les rendez-vous annoncés comme accessibles."))


GROUPS: Mapping[str, Callable[[Library], Iterator[Question]]] = {
    "Quand": _when,
    "Où": _where,
    "Pour qui": _for_whom,
    "Thème": _themes,
    "Type": _sorts,
    "Tarif et accès": _access,
}
"""All questions but the days, as ways into the agenda; each group is read by itself, for some depend on the day."""


def _simple(name: str, label: str, lede: str) -> Question:
    return Question(name, label, label, lede)


def this_weekend(library: Library) -> Question:
    """« Ce week-end », with its days."""
    saturday, sunday = (date.fromordinal(one) for one in weekend(library.today.toordinal()))
    when = dates.full_day(sunday) if saturday == sunday else dates.days(saturday, sunday)
    return Question(WEEKEND, _("Ce week-end"), _("Ce week-end"), _("Les rendez-vous des sciences {when}.").format(when=when))


def of_month(name: str) -> Question:
    """A month, by the name of its page."""
    first = date.fromisoformat(f"{name.removeprefix(MONTH)}-01")
    said = f"{dates.month(first)} {first.year}"
    return Question(
        name, said.capitalize(), said.capitalize(), _("Les rendez-vous des sciences de {month}, jour par jour.").format(month=said)
    )


def days(library: Library) -> Iterator[Question]:
    """Today and the days after it that have pages."""
    for later in range(DAYS_AHEAD + 1):
        yield of_day(library.today + timedelta(later))


def of_day(shown: date) -> Question:
    """A day."""
    said = dates.full_day(shown)
    return Question(day(shown.toordinal()), said, said.capitalize(), _("Les rendez-vous des sciences du {day}.").format(day=said))
