"""What a lender has to know on Monday: what is late, leaves, returns, lapses, is missing, or is endangered; and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from contributions.lending.asking import FRESH_DAYS
from contributions.lending.runs import Run
from lending_desk.acts import following
from lending_desk.tools import Desk, Tool, names_of, tools
from lending_desk.weekly.seen import Entry, Lent, Section, Seen, in_danger, named_day, next_to, what
from views.french import dates, labels

LATE_DAYS = 30
"""A return that nobody noted is asked after for so long; `confirme` is read as rendu once its days are over."""
OPTION_DAYS, PAPER_DAYS, REPAIR_DAYS, WORD_DAYS = 14, 21, 30, 14
"""So many days ahead: options that lapse, papers of what leaves, repairs, and words of owners that lose their force."""
QUESTIONNAIRE_DAYS = 60
"""So many days back a questionnaire is asked for."""
FIRM = frozenset({"confirme", "en-cours"})
LENT = FIRM | {"option"}
BEFORE = ("convention", "assurance")
"""Papers that are needed before anything leaves."""


def week(desk: Desk, day: date, owner: str = "") -> list[Section]:
    """The sections of the week that holds a day, empty ones left out; of all tools, or of an owner's (its slug)."""
    own = tuple(one for one in tools(desk.library) if not owner or one.meta.organisation == owner)
    loans = tuple(Lent(one, loan, name) for one in own for loan, name in zip(one.meta.loans, names_of(one), strict=True))
    seen = Seen(desk, own, loans, day - timedelta(days=day.weekday()), day)
    found = (Section(title, tuple(sorted(entries(seen), key=lambda one: (one.day, one.text)))) for title, entries in SECTIONS)
    return [section for section in found if section.entries]


def _late(seen: Seen) -> Iterator[Entry]:
    """What should have come back, and was not noted; a loan that is said to go on is late however long ago it ended."""
    for one in seen.loans:
        loan = one.loan
        recent = loan.state == "confirme" and seen.day - loan.end <= timedelta(days=LATE_DAYS)
        if loan.returned or loan.end >= seen.day or loan.end >= seen.monday or not (loan.state == "en-cours" or recent):
            continue
        later = following(one.tool, loan)
        if later and later.start < seen.monday and loan.state != "en-cours":  # it has left again: it did come back
            continue
        steps = [f"Revenu ? --return {one.full_name} {loan.end:%d/%m/%Y}"]
        if later and later.start - seen.day <= timedelta(days=REPAIR_DAYS) and later.end >= seen.day:
            steps.insert(0, f"Le prêt suivant l’attend : {dates.day_month(later.start)}{next_to(seen, later)}.")
        yield Entry(loan.end, f"{what(seen, one)}, attendu le {named_day(loan.end)}", tuple(steps))


def _leaving(seen: Seen) -> Iterator[Entry]:
    for one in seen.loans:
        loan = one.loan
        if loan.state not in LENT or not seen.monday <= loan.start <= seen.sunday:
            continue
        steps = [f"Ce n’est qu’une option. --confirm {one.full_name}, ou --cancel {one.full_name}"] if loan.state == "option" else []
        steps += (
            [f"Manque : {', '.join(lacking)}. --note {one.full_name} pièces={','.join((*loan.papers, *lacking))}"]
            if (lacking := _lacking(one))
            else []
        )
        steps += [f"Transport : {labels.PARTIES[by]}" for by in [_carrier(one)] if by]
        steps.append(f"Papiers : --papers {one.full_name}")
        yield Entry(loan.start, f"{named_day(loan.start)} : {what(seen, one)}, jusqu’au {dates.day_month(loan.end)}", tuple(steps))


def _carrier(one: Lent) -> str | None:
    return one.tool.meta.transport.by if one.tool.meta.transport else None


def _returning(seen: Seen) -> Iterator[Entry]:
    for one in seen.loans:
        loan = one.loan
        if loan.state not in FIRM or loan.returned or not seen.monday <= loan.end <= seen.sunday:
            continue
        steps = [f"Rendu ? --return {one.full_name}"]
        if (later := following(one.tool, loan)) and later.start - loan.end <= timedelta(days=WORD_DAYS):
            steps.append(f"Il repart le {dates.day_month(later.start)}{next_to(seen, later)}.")
        yield Entry(loan.end, f"{named_day(loan.end)} : {what(seen, one)}", tuple(steps))


def _options(seen: Seen) -> Iterator[Entry]:
    for one in seen.loans:
        ends = one.loan.option_until or one.loan.start
        leaves = seen.monday <= one.loan.start <= seen.sunday  # and is told there
        if one.loan.state != "option" or leaves or ends >= seen.monday + timedelta(days=OPTION_DAYS):
            continue
        lapsed = "dépassée depuis le" if ends < seen.day else "jusqu’au"
        text = f"{what(seen, one)}, {dates.days(one.loan.start, one.loan.end)} : option {lapsed} {dates.day_month(ends)}"
        yield Entry(ends, text, (f"--confirm {one.full_name}, ou --cancel {one.full_name} --by emprunteur",))


def _papers(seen: Seen) -> Iterator[Entry]:
    """Papers of what leaves soon, and questionnaires of what came back."""
    for one in seen.loans:
        loan = one.loan
        if loan.state not in FIRM | {"rendu"}:
            continue
        if seen.sunday < loan.start <= seen.monday + timedelta(days=PAPER_DAYS) and (lacking := _lacking(one)):
            text = f"{what(seen, one)}, part le {dates.day_month(loan.start)} : {', '.join(lacking)}"
            yield Entry(loan.start, text, (f"Reçu ? --note {one.full_name} pièces={','.join((*loan.papers, *lacking))}",))
        ended = loan.returned or loan.end
        if loan.state == "en-cours" and loan.returned is None:  # it is late, and told there
            continue
        if ended < seen.monday and seen.monday - ended <= timedelta(days=QUESTIONNAIRE_DAYS) and "questionnaire" not in loan.papers:
            text = f"{what(seen, one)}, revenu le {dates.day_month(ended)} : questionnaire"
            papers = ",".join((*loan.papers, "questionnaire"))
            yield Entry(ended, text, (f"Reçu ? --note {one.full_name} visiteurs=… comptage=compte pièces={papers}",))


def _lacking(one: Lent) -> list[str]:
    """The papers that are needed before a loan, and were not received; insurance only where there is something to insure."""
    insured = one.tool.meta.insurance or any(version.insurance for version in one.tool.meta.versions if version.id == one.loan.version)
    return [paper for paper in BEFORE if paper not in one.loan.papers and (paper != "assurance" or insured)]


def _repairs(seen: Seen) -> Iterator[Entry]:
    """Tools that cannot leave, and the loans that this endangers."""
    for tool in seen.tools:
        coming = [one for one in seen.loans if one.tool is tool and one.loan.state in LENT and one.loan.end >= seen.day]
        if tool.meta.condition == "a-reviser":
            away = (f"En danger : {in_danger(seen, one)}" for one in sorted(coming, key=lambda one: one.loan.start))
            yield Entry(seen.monday, f"{tool.meta.title} est à réviser", tuple(away))
    for one in seen.loans:
        ahead = one.loan.start - seen.monday <= timedelta(days=REPAIR_DAYS)
        if one.loan.state == "maintenance" and one.loan.end >= seen.monday and ahead and one.loan.returned is None:
            text = f"{what(seen, one)} : maintenance {dates.days(one.loan.start, one.loan.end)}"
            yield Entry(one.loan.start, text, tuple(_endangered(seen, one)))


def _endangered(seen: Seen, repair: Lent) -> Iterator[str]:
    """The loans of the copy that meet a repair, or leave soon after it."""
    own = Run(repair.loan.start.toordinal(), repair.loan.end.toordinal() + OPTION_DAYS)
    for one in sorted(seen.loans, key=lambda one: one.loan.start):
        same = one.tool is repair.tool and (one.loan.copy_, one.loan.version) == (repair.loan.copy_, repair.loan.version)
        if same and one.loan.state in LENT and one.loan.start.toordinal() <= own.last and one.loan.end.toordinal() >= own.first:
            yield f"En danger : {in_danger(seen, one)}"


def _words(seen: Seen) -> Iterator[Entry]:
    """Owners' words that have lost their force, or lose it soon: their tools are « à demander »."""
    by_owner: dict[tuple[str, date | None], list[Tool]] = {}
    for tool in seen.tools:
        on = tool.meta.availability_on
        if tool.meta.loans and (on is None or on + timedelta(days=FRESH_DAYS) < seen.day + timedelta(days=WORD_DAYS)):
            by_owner.setdefault((tool.meta.organisation or tool.slug, on), []).append(tool)
    for (owner, on), those in by_owner.items():
        names = dates.enumeration([tool.meta.title for tool in those])
        ends = on + timedelta(days=FRESH_DAYS) if on else None
        if ends is None:
            text = f"{names} : jamais dit que tous les prêts sont notés"
        else:
            text = f"{names} : dit le {dates.day_month(on or ends)}, " + (
                f"n’a plus cours depuis le {dates.day_month(ends)}" if ends < seen.day else f"a cours jusqu’au {dates.day_month(ends)}"
            )
        yield Entry(ends or date.min, text, (f"Tout est noté ? --told {those[0].slug if len(those) == 1 else owner}",))


def _out(seen: Seen) -> Iterator[Entry]:
    """What is away all week."""
    for one in seen.loans:
        if one.loan.state in FIRM and one.loan.start < seen.monday and one.loan.end > seen.sunday and not one.loan.returned:
            yield Entry(one.loan.end, f"{what(seen, one)}, jusqu’au {dates.day_month(one.loan.end)}")


SECTIONS: tuple[tuple[str, Callable[[Seen], Iterator[Entry]]], ...] = (
    ("En retard, ou retour non noté", _late),
    ("Part cette semaine", _leaving),
    ("Revient cette semaine", _returning),
    ("Options qui tombent", _options),
    ("Maintenance, et prêts en danger", _repairs),
    ("Pièces qui manquent", _papers),
    ("Disponibilités à redire", _words),
    ("Dehors toute la semaine", _out),
)
"""What cannot wait comes first."""
