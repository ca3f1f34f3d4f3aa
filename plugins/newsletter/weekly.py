"""The weekly letter: what appeared the week before its Monday, and what the public can go to in the week that begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from contributions.library.library import Library
from contributions.markdown.stored import safe_again
from contributions.models.beside import Introduction
from contributions.words.typography import typo
from newsletter.freeing import Freed, freed
from newsletter.holding import Held, Key, ordinal_of
from newsletter.letter import Letter
from newsletter.parts import Part, chosen, departments, sections, thanks
from newsletter.records import letter_of
from newsletter.weeks import ahead, said, weeks
from publishing.strings import _, counted
from views.french import dates
from views.html import addressed

FEATURED = 3


@dataclass(frozen=True, slots=True)
class Head:
    """A letter in a list."""

    path: str
    title: str
    summary: str
    label: str


def letters(library: Library) -> Iterator[Letter]:
    """The weekly letters, newest first."""
    return (letter(library, week) for week in weeks(library))


def head(library: Library, week: str) -> Head:
    """What a list tells of a week's letter. Raises KeyError for a week without one."""
    record = library.record_of(week)
    if record is not None:
        return Head(path_of(week), record.title, record.summary, record.label)
    return Head(path_of(week), title_of(library, week), counts(*said(library)[week]), label_of(week))


def title_of(library: Library, week: str) -> str:
    """What a week's letter is called."""
    record, words = library.record_of(week), library.introduction(week)
    if record is not None:
        return record.title
    return typo(words.title) if words and words.title else label_of(week)


def letter(library: Library, week: str) -> Letter:
    """The letter of a week: as it was sent, where that is kept. Raises KeyError for a week without one."""
    record = library.record_of(week)
    return letter_of(record) if record is not None else composed(library, week, weeks(library)[week])


def next_letter(library: Library) -> Letter:
    """The letter of the next Monday, as far as it is known today."""
    ((week, held),) = ahead(library).items()
    return composed(library, week, held)


def composed(library: Library, week: str, held: Held) -> Letter:
    """The letter of a week, of what it holds."""
    day = date.fromordinal(ordinal_of(week))
    then = library.as_of(day)  # a letter must not change after it was sent
    words, label = library.introduction(week), label_of(week)
    back = freed(library).get(week, ())
    shown, told = sections(then, _parts(held, chosen(then, words), back), held.news)
    title = typo(words.title) if words and words.title else label
    return Letter(
        slug="",
        name=week,
        path=path_of(week),
        title=title,
        subject=typo(words.subject) if words and words.subject else title,
        summary=counts(len(held.news), len(held.coming)),
        label=label,
        published=day,
        words=words_of(words),
        departments=departments(library, (one.department for one in held.coming)),
        sections=shown,
        thanks=thanks(then, told),
    )


def path_of(week: str) -> str:
    """Where its page stands."""
    return f"/newsletter/{week}/"


def label_of(week: str) -> str:
    """« Semaine du 16 novembre »."""
    return _("Semaine du {day}").format(day=dates.day_month(date.fromordinal(ordinal_of(week))))


def words_of(words: Introduction | None) -> str | None:
    """What an editor wrote, as safe HTML with addresses that programs take: what a record gives back is the same."""
    return safe_again(addressed(words.html)) if words and words.html else None


def counts(news: int, coming: int) -> str:
    """How much there is of either: « 3 nouveautés et 12 rendez-vous à ne pas manquer. »."""
    new = counted("{n} nouveauté", "{n} nouveautés", news)
    ahead_ = counted("{n} rendez-vous", "{n} rendez-vous", coming)
    if not coming:
        return _("{news} à découvrir.").format(news=new) if news else _("Les nouvelles du portail.")
    if not news:
        return _("{ahead} à ne pas manquer.").format(ahead=ahead_)
    return _("{news} et {ahead} à ne pas manquer.").format(news=new, ahead=ahead_)


def _parts(held: Held, named: list[Key], back: Iterable[Freed]) -> Iterator[Part]:
    """In the order in which they are read."""
    coming = {one.key: one for one in held.coming}
    of_families = [one for one in held.coming if one.family]

    def new(*kinds: str) -> list[Key]:
        return [key for key in held.news if key[0] in kinds]

    yield Part(_("Le choix de la rédaction"), [coming.get(key, key) for key in named])
    yield Part(_("À la une"), [coming.get(key, key) for key in held.featured if key not in named][:FEATURED])
    yield Part(_("Cette semaine, près de chez vous"), [one for one in held.coming if not one.family], "agenda")
    yield Part(_("Le week-end en famille"), of_families, "agenda")
    yield Part(_("Nouveaux rendez-vous"), new("event"), "agenda")
    yield Part(_("À lire"), new("article"), "articles")
    yield Part(_("Nouvelles annonces"), new("announcement"), "annonces")
    yield Part(_("Annonces qui se ferment"), held.closing, "annonces")
    yield Part(_("Nouveaux outils à emprunter"), new("exhibition"), "outils")
    free = {("exhibition", one.slug): _("libre à partir du {day}").format(day=dates.day_month(date.fromordinal(one.day))) for one in back}
    yield Part(_("Outils qui se libèrent"), free, "outils", when=free)
    yield Part(_("À utiliser"), new("resource"), "ressources")
    yield Part(_("Dossiers"), new("programme"), "dossiers")
