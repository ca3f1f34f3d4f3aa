"""What an import says of itself, to a person."""

from __future__ import annotations

from collections import Counter

from imports.plans.plan import Plan
from imports.plans.report import as_markdown, as_text
from imports.taken import Refusal


def test_what_is_wrong_in_many_records_is_said_once_with_the_first_of_them() -> None:
    plan = Plan(refused=[Refusal(f"ligne {number}", "Aucun dossier ne s’appelle « x ».") for number in range(2, 9)])
    assert "  ligne 2, ligne 3, ligne 4 et 4 autres\u00a0: Aucun dossier ne s’appelle « x ».\n\n7 remarques" in as_text(plan)


def test_four_are_all_named() -> None:
    plan = Plan(refused=[Refusal(f"ligne {number}", "Non.") for number in range(2, 6)])
    assert "- ligne 2, ligne 3, ligne 4, ligne 5\u00a0: Non." in as_markdown(plan, "tableur")


def test_words_that_nothing_translates_are_told_the_most_frequent_first() -> None:
    plan = Plan(unknown=Counter({f"mot {number}": number for number in range(1, 31)}))
    text = as_text(plan)
    assert "ici\u00a0: la carte peut le faire (30)\u00a0:\n  « mot 30 »\u00a0: 30 fiches\n  « mot 29 »" in text
    assert "« mot 11 »\u00a0: 11 fiches\n  … et 10 autres" in text
