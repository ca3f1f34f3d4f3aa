"""What an import says of itself, to a person."""

from __future__ import annotations

from imports.plans.plan import Plan
from imports.plans.report import as_markdown, as_text
from imports.taken import Refusal


def test_what_is_wrong_in_many_records_is_said_once_with_the_first_of_them() -> None:
    plan = Plan(refused=[Refusal(f"ligne {number}", "Aucun dossier ne s’appelle « x ».") for number in range(2, 9)])
    assert "  ligne 2, ligne 3, ligne 4 et 4 autres\u00a0: Aucun dossier ne s’appelle « x ».\n\n7 remarques" in as_text(plan)


def test_four_are_all_named() -> None:
    plan = Plan(refused=[Refusal(f"ligne {number}", "Non.") for number in range(2, 6)])
    assert "- ligne 2, ligne 3, ligne 4, ligne 5\u00a0: Non." in as_markdown(plan, "tableur")
