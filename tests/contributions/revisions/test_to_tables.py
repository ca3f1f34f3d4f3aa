"""A loan that goes from its record to a table stays the appointment that it was; one that changes on the way is told in the record."""

from pathlib import Path

from contributions.loading.loading import load
from contributions.revisions.since import since
from support import TODAY, exhibition, hub, loan
from support_git import Repository

HEAD = "tool;start;end;state;city;public_showing\n"
SHOWN = loan("2026-12-10", "2026-12-20", public_showing=True, city="Amiens")


def told(folder: Path, row: str) -> list[str]:
    """What is told of the record of a loan, which now is a row of a table."""
    repository = Repository(folder)
    repository.replace({**hub(), **exhibition("malle", loans=[SHOWN])})
    repository.commit()
    repository.replace({**hub(), **exhibition("malle"), "loans/2026.csv": HEAD + row})
    return [str(problem) for problem in since(repository.content, load(repository.content, TODAY), "HEAD").problems]


def test_a_loan_that_says_the_same_in_a_table_is_nobody_s_loss(tmp_path: Path) -> None:
    assert told(tmp_path, "malle;10/12/2026;20/12/2026;confirmé;Amiens;oui\n") == []


def test_a_loan_that_ends_on_another_day_there_is_told(tmp_path: Path) -> None:
    (said,) = told(tmp_path, "malle;10/12/2026;22/12/2026;confirmé;Amiens;oui\n")
    assert "W609 L’étape du 2026-12-10 change de dates" in said


def test_a_loan_that_begins_on_another_day_there_has_lost_its_name(tmp_path: Path) -> None:
    (said,) = told(tmp_path, "malle;12/12/2026;20/12/2026;confirmé;Amiens;oui\n")
    assert "W610 L’étape du 2026-12-10 n’est plus là" in said


def test_a_loan_that_opens_later_is_told_as_the_appointment_that_it_was(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.replace({**hub(), **exhibition("malle", loans=[{**SHOWN, "opens": "2026-12-11"}])})
    repository.commit()
    repository.replace({**hub(), **exhibition("malle", loans=[{**SHOWN, "opens": "2026-12-12"}])})
    (said,) = [str(problem) for problem in since(repository.content, load(repository.content, TODAY), "HEAD").problems]
    assert "W609 L’étape du 2026-12-10 change de dates" in said
