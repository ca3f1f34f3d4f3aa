"""Add loans, all or none: those that were answered for, or that a forwarded message asks for; note what borrowers say afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from contributions.sheets.loan_columns import value_of
from contributions.source.writing import write
from lending_desk.acts import outcome
from lending_desk.carrying_out import carried_out
from lending_desk.forwarded.requests import reported, requested
from lending_desk.interview.interview import Ask, given
from lending_desk.noting import Draft, Ledger, Noted, noted
from lending_desk.telling import told
from lending_desk.tools import Desk

LATER = "Rien n’a été écrit : {}."


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decides: somebody who answers (`ask`), or nobody; `certain` where the answer was given beforehand."""

    ask: Ask | None
    say: Callable[[str], None]
    certain: bool = False


def forwarded(desk: Desk, message: bytes, options: Draft, decision: Decision) -> int:
    """Add the loans that a message asks for, options holding for all of them; or note what it says came of loans.

    Raises Unanswered, NotFound, Refused, Unwritable and Busy. Returns the exit code.
    """
    found, why_not = requested(message)
    if not found and (outcomes := reported(message)):
        return max(carried_out(desk, [outcome(desk, block)], decision.say) for block in outcomes)
    if not found:
        decision.say(why_not)
        return 1
    settled = given(desk, options)
    return add(desk, [{**block, "state": _asked_for(block), **settled} for block in found], decision)


def _asked_for(block: Mapping[str, str]) -> str:
    """The state of a loan that is asked for: an option, unless whoever forwards the message says that it is agreed."""
    return "confirme" if value_of("state", block.get("state", "")) == "confirme" else "option"


def add(desk: Desk, drafts: Sequence[Draft], decision: Decision) -> int:
    """Say what loans would break, and write them if nothing stands in the way. Raises Busy. Returns the exit code."""
    ledger, results = Ledger(), list[Noted]()
    for draft in drafts:
        result, ledger = noted(desk, ledger, draft)
        results.append(result)
        decision.say(told(desk, result))
    if any(one.weighing("grave") for one in results):
        others = len(drafts) > 1 and any(not one.weighing("grave") for one in results)
        decision.say(LATER.format("corrigez, puis recommencez" + (" ; les autres prêts du message attendent avec" if others else "")))
        return 1
    doubtful = any(one.weighing("owner's") for one in results)
    if not _agreed(decision, doubtful):
        return 1 if doubtful or decision.ask is None else 0
    write(desk.content, ledger.tables, ledger.read)
    for one in results:
        place = f"{desk.content.name}/{one.path}"
        name = f" ({one.tool.slug}/{one.draft['id']})" if one.tool and one.loan and one.loan.id else ""
        decision.say(f"Noté dans {place}{name}.")
    return 0


def _agreed(decision: Decision, doubtful: bool) -> bool:
    """Whether to write; where nobody answers, what is against the owner's terms needs --yes."""
    if decision.certain or (decision.ask is None and not doubtful):
        return True
    if decision.ask is None:
        decision.say(LATER.format("les conditions du propriétaire s’y opposent. Si c’est bien convenu, ajoutez --yes"))
        return False
    usual = "non" if doubtful else "oui"
    try:
        answer = decision.ask(f"\n{'Noter quand même' if doubtful else 'Noter'} ? [{usual}]\n> ").strip().lower() or usual
    except EOFError:
        answer = "non"
    if answer not in {"oui", "o", "yes", "y"}:
        decision.say(LATER.format("comme vous le voulez"))
        return False
    return True
