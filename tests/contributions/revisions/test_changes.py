"""Which changes are told, and which nobody need be told of. The words of each message are in tests/invalid/."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from contributions.revisions.since import since
from support import PLACE, Tree, article, event, exhibition, loan, organisation, page, read
from support_git import Repository

Told = Callable[..., list[str]]
SATURDAY = {"start": "2026-11-28 14:00", "end": "2026-11-28 16:00"}
SUNDAY = {"start": "2026-11-29 14:00", "end": "2026-11-29 16:00"}
PAST = {"start": "2026-11-14 14:00", "end": "2026-11-14 16:00"}
ELSEWHERE = {"name": "Médiathèque du Moulin", "city": "Laon"}
TUESDAYS = {"start": "2026-12-01 18:00", "end": "2026-12-01 20:00", "rule": "FREQ=WEEKLY;BYDAY=TU;COUNT=3"}
REVISED = {"updated": "2026-11-21"}


def stop(**keys: Any) -> dict[str, Any]:
    return {**loan("2026-12-01", "2026-12-20", public_showing=True, city="Amiens"), **keys}


class TestAnAppointmentThatChanges:
    CHANGES = (
        {"slots": [{**SATURDAY, "end": "2026-11-28 17:00"}]},
        {"slots": [{**SATURDAY, "status": "complet"}]},
        {"slots": [{**SATURDAY, "place": ELSEWHERE}]},
        {"place": ELSEWHERE},
        {"event_status": "annule"},
        {"event_status": "passe-en-ligne", "online_url": "https://exemple.fr/direct"},
        {"mode": "mixte", "online_url": "https://exemple.fr/direct"},
        {"status": "archive"},
        {"visibility": "reserve"},
    )

    @pytest.mark.parametrize("change", CHANGES)
    def test_is_told_unless_the_file_says_that_it_was_revised(self, told: Told, change: dict[str, Any]) -> None:
        assert told(event("nuit"), event("nuit", **change)) == ["W609"]
        assert told(event("nuit"), event("nuit", **change, **REVISED)) == []

    @pytest.mark.parametrize("change", CHANGES[:-2])
    def test_may_be_told_by_the_number_of_revisions(self, told: Told, change: dict[str, Any]) -> None:
        assert told(event("nuit", sequence=1), event("nuit", **change, sequence=2)) == []
        assert told(event("nuit", sequence=1), event("nuit", **change, sequence=1)) == ["W609"]

    def test_has_left_the_lists_only_for_who_is_told_the_day(self, told: Told) -> None:
        """Calendars show it as cancelled for a while after `updated`, and not otherwise."""
        assert told(event("nuit"), event("nuit", status="archive", sequence=1)) == ["W609"]
        assert told(event("nuit"), event("nuit", status="archive", updated="2026-12-31")) == ["W609"]

    @pytest.mark.parametrize(("updated", "also"), [("2026-10-01", ["W617"]), ("2026-11-01", [])])
    def test_is_not_told_by_a_day_that_is_not_after_its_publication(self, told: Told, updated: str, also: list[str]) -> None:
        assert told(event("nuit"), event("nuit", event_status="annule", updated=updated)) == ["W609", *also]

    def test_is_not_told_by_a_later_publication_either(self, told: Told) -> None:
        was = event("nuit", updated="2026-11-15")
        assert told(was, event("nuit", event_status="annule", date="2026-11-18", updated="2026-11-19")) == ["W609"]

    def test_of_a_repetition_is_told(self, told: Told) -> None:
        was = event("mardis", recurrence=TUESDAYS)
        for key, value in (("rule", "FREQ=WEEKLY;BYDAY=TU;COUNT=4"), ("end", "2026-12-01 21:00"), ("except", ["2026-12-08"])):
            assert told(was, event("mardis", recurrence={**TUESDAYS, key: value})) == ["W609"]

    @pytest.mark.parametrize(
        "change", [{"end": "2026-12-23"}, {"city": "Laon"}, {"venue": {"name": "Bourse"}}, {"state": "annule"}]
    )  # fmt: skip
    def test_of_a_tool_is_told(self, told: Told, change: dict[str, Any]) -> None:
        was, now = exhibition("malle", loans=[stop()]), [{**stop(), **change}]
        assert told(was, exhibition("malle", loans=now)) == ["W609"]
        assert told(was, exhibition("malle", loans=now, **REVISED)) == []


class TestNothingIsToldOf:
    @pytest.mark.parametrize(
        "change",
        [
            {"title": "Un autre titre"},
            {"slots": [SATURDAY, SUNDAY]},
            {"slots": [SUNDAY, SATURDAY]},
            {"place": {"name": "Médiathèque du Moulin", "address": "12 rue des Tanneurs", "city": "Abbeville", "lat": 50.1, "lon": 1.83}},
            {"booking": {"capacity": 10, "left": 0}},
            {"event_status": "programme"},
            {"online_url": "https://exemple.fr/direct"},
            {"slots": [{**SATURDAY, "for": "scolaires"}]},
            {"visibility": "professionnels"},
        ],
    )
    def test_what_leaves_an_appointment_as_it_was(self, told: Told, change: dict[str, Any]) -> None:
        assert told(event("nuit"), event("nuit", **change)) == []

    def test_a_body(self, told: Told) -> None:
        assert told(event("nuit"), event("nuit", body="Un autre texte.\n")) == []

    def test_what_is_over(self, told: Told) -> None:
        was = event("nuit", slots=[PAST, SATURDAY])
        assert told(was, event("nuit", slots=[{**PAST, "end": "2026-11-14 17:00"}, SATURDAY])) == []
        assert told(was, event("nuit", slots=[SATURDAY])) == []
        assert told(event("nuit", slots=[PAST]), event("nuit", slots=[PAST], status="archive")) == []
        assert told(event("nuit", slots=[PAST]), {}) == []

    def test_what_was_not_public(self, told: Told) -> None:
        for hidden in ({"status": "brouillon"}, {"visibility": "reserve"}, {"date": "2026-11-25"}, {"status": "archive"}):
            was = event("nuit", **hidden)
            assert told(was, event("nuit", slots=[SUNDAY], place=ELSEWHERE, **hidden)) == []
            assert told(was, {}) == []

    def test_what_was_called_off_already(self, told: Told) -> None:
        assert told(event("nuit", slots=[SATURDAY, {**SUNDAY, "status": "annule"}]), event("nuit")) == []
        assert told(event("nuit", event_status="annule"), {}) == []
        assert (
            told(event("nuit", event_status="annule", **REVISED), event("nuit", status="archive", event_status="annule", **REVISED)) == []
        )

    def test_loans_that_the_public_does_not_see(self, told: Told) -> None:
        was = exhibition("malle", loans=[loan("2026-12-01", "2026-12-20"), stop(state="option", start="2027-01-02", end="2027-01-09")])
        assert told(was, exhibition("malle", loans=[loan("2026-12-02", "2026-12-21")])) == []
        assert told(was, {}) == []

    def test_a_loan_that_goes_its_way(self, told: Told) -> None:
        going = {"start": "2026-11-10", "end": "2026-11-30"}
        for state in ("en-cours", "rendu"):
            assert told(exhibition("malle", loans=[stop(**going)]), exhibition("malle", loans=[stop(**going, state=state)])) in (
                [],
                ["E505"],
            )

    def test_a_tool_that_cannot_say_more_on_one_day(self, told: Told) -> None:
        was = exhibition("malle", loans=[stop()], **REVISED)
        assert told(was, exhibition("malle", loans=[stop(city="Laon")], **REVISED)) == []

    def test_days_of_which_only_the_month_is_known(self, told: Told) -> None:
        was, now = [{"start": "2026-11"}], [{"start": "2026-10"}]
        assert told(event("nuit", slots=was, status="archive"), event("nuit", slots=now, status="archive"), date(2026, 12, 1)) == []

    def test_what_could_not_be_read_before_or_cannot_now(self, told: Told) -> None:
        broken: Tree = {"events/nuit.md": "---\ntitle: Nuit\n---\n"}
        assert told(broken, event("nuit")) == []
        assert not [code for code in told(event("nuit"), broken) if code.startswith("W")]


class TestAnAppointmentThatGoes:
    def test_and_comes_back_at_another_time_asks_for_its_old_name(self, told: Told) -> None:
        assert told(event("nuit"), event("nuit", slots=[SUNDAY], **REVISED)) == ["W610"]
        assert told(event("nuit"), event("nuit", slots=[{**SUNDAY, "id": "20261128T1400"}], **REVISED)) == []
        assert told(event("nuit"), event("nuit", slots=[SUNDAY])) == ["W609", "W610"]

    def test_may_move_under_a_name_of_its_own(self, told: Told) -> None:
        was = event("nuit", slots=[{**SATURDAY, "id": "samedi"}])
        assert told(was, event("nuit", slots=[{**SUNDAY, "id": "samedi"}], **REVISED)) == []

    def test_is_to_be_called_off_with_a_name_of_its_own_too(self, told: Told) -> None:
        was = event("nuit", slots=[{**SATURDAY, "id": "samedi"}, SUNDAY])
        assert told(was, event("nuit", slots=[SUNDAY], **REVISED)) == ["W610"]
        assert told(was, event("nuit", slots=[{**SATURDAY, "id": "samedi", "status": "annule"}, SUNDAY], **REVISED)) == []

    def test_of_several_that_move_each_asks(self, told: Told) -> None:
        later = [{**SUNDAY, "start": f"2026-12-{day} 14:00", "end": f"2026-12-{day} 16:00"} for day in ("12", "13")]
        assert told(event("nuit", slots=[SATURDAY, SUNDAY]), event("nuit", slots=later, **REVISED)) == ["W610", "W610"]

    def test_is_known_among_those_that_begin_with_it(self, compared: Callable[..., Any]) -> None:
        """Without the first of two that begin together, the second would take its name."""
        here, there = dict(SATURDAY), {**SATURDAY, "place": ELSEWHERE}
        (problem,) = compared(event("nuit", slots=[here, there]), event("nuit", slots=[there], **REVISED))
        assert problem.code == "W610"
        assert problem.fix is not None
        assert problem.fix.new.startswith("- start: 2026-11-28 14:00\n  end: 2026-11-28 16:00\n  status: annule\n")


class TestAFileThatIsRenamed:
    TEXT = "Un texte assez long pour que git le reconnaisse.\n" * 4

    def renamed(self, **keys: Any) -> Tree:
        return event("nuit-noire", title="Sujet nuit", summary="Le résumé de « Sujet nuit ».", body=self.TEXT, **keys)

    def test_keeps_its_name_and_its_address(self, told: Told) -> None:
        was = event("nuit", body=self.TEXT)
        assert told(was, self.renamed()) == ["W611", "W612"]
        assert told(was, self.renamed(id="nuit")) == ["W612"]
        assert told(was, self.renamed(id="nuit", aliases=["/agenda/nuit"])) == []
        assert told(event("nuit", body=self.TEXT, id="etoiles"), self.renamed(id="etoiles", aliases=["/agenda/nuit/"])) == []

    def test_is_compared_under_its_old_name(self, told: Told) -> None:
        keys = {"id": "nuit", "aliases": ["/agenda/nuit/"]}
        assert told(event("nuit", body=self.TEXT), self.renamed(slots=[SUNDAY], **keys)) == ["W609", "W610"]

    def test_is_known_by_its_name_however_much_of_it_is_new(self, told: Told) -> None:
        now = event(
            "tout-autre", id="nuit", aliases=["/agenda/nuit/"], body="Rien de commun.\n" * 40, slots=[SUNDAY], place=ELSEWHERE, **REVISED
        )
        assert told(event("nuit", body=self.TEXT), now) == ["W610"]

    def test_only_changes_its_folder_without_a_word(self, told: Told) -> None:
        assert told(event("nuit"), event("nuit", folder="2026")) == []

    def test_was_nowhere_and_may_be_called_anything(self, told: Told) -> None:
        assert told(event("nuit", body=self.TEXT, status="brouillon"), self.renamed(status="brouillon")) == []

    def test_is_the_new_edition_of_one_that_is_over_and_removed(self, told: Told) -> None:
        last_year = event("nuit-2025", date="2025-11-01", slots=[{"start": "2025-11-29 14:00"}], body=self.TEXT)
        this_year = event("nuit-2026", date="2026-11-18", slots=[{"start": "2026-11-28 14:00"}], body=self.TEXT)
        assert told(last_year, this_year) == []

    def test_left_its_name_to_another(self, told: Told) -> None:
        """Its old name and address are somebody else's now: nothing can be asked."""
        other = event("nuit", title="Sujet nuit", body=self.TEXT, **REVISED)
        assert told(event("nuit", body=self.TEXT), {**other, **self.renamed(date="2026-11-20", slots=[SUNDAY])}) == []

    @pytest.mark.parametrize("make", [page, organisation])
    def test_of_what_stands_in_no_feed_keeps_its_address_alone(self, told: Told, make: Callable[..., Tree]) -> None:
        was, now = (make(slug, title="Le musée", summary="Il est au port.", body=self.TEXT) for slug in ("musee", "musee-du-port"))
        assert told(was, now) == ["W612"]

    def test_without_a_page_has_no_address_to_keep(self, told: Told) -> None:
        was, now = (
            organisation(slug, title="Le musée", summary="Il est au port.", body=self.TEXT, consent=None)
            for slug in ("musee", "musee-du-port")
        )
        assert told(was, now) == []

    def test_is_not_removed_where_it_cannot_be_read(self, told: Told) -> None:
        now = {path: str(text).replace("category: atelier", "category: rien") for path, text in self.renamed().items()}
        assert told(event("nuit", body=self.TEXT), now) == ["E109"]


class TestWhatIsRemoved:
    def test_was_to_come(self, told: Told) -> None:
        assert told(event("nuit"), {}) == ["W613"]
        assert told(event("mardis", recurrence=TUESDAYS), {}) == ["W613"]
        assert told(exhibition("malle", loans=[stop()]), {}) == ["W613"]
        assert told(article("portrait"), {}) == []

    def test_has_become_another_kind(self, told: Told) -> None:
        assert told(event("nuit"), article("nuit", date="2026-11-21")) == ["W613"]

    def test_is_a_draft_again_or_comes_later(self, told: Told) -> None:
        assert told(event("nuit"), event("nuit", status="brouillon")) == ["W613"]
        assert told(event("nuit"), event("nuit", date="2026-11-25")) == ["W613"]

    def test_stands_where_its_file_was(self, compared: Callable[..., Any]) -> None:
        (problem,) = compared(event("nuit", folder="2026"), {})
        assert (problem.path, problem.line, problem.column, problem.fix) == ("content/events/2026/nuit.md", 1, 1, None)


class TestWhatIsNew:
    @pytest.mark.parametrize(("day", "codes"), [("2026-11-16", []), ("2026-11-15", ["W614"]), ("2026-11-21", []), ("2026-12-24", [])])
    def test_is_dated_from_this_monday_on(self, told: Told, day: str, codes: list[str]) -> None:
        assert told(article("autre"), article("autre") | article("neuf", date=day)) == codes

    @pytest.mark.parametrize("keys", [{"status": "brouillon"}, {"status": "archive"}, {"visibility": "reserve"}])
    def test_is_shown_in_no_list_and_may_have_any_date(self, told: Told, keys: dict[str, Any]) -> None:
        assert told(article("autre"), article("autre") | article("neuf", **keys)) == []

    def test_is_over_and_needs_no_letter(self, told: Told) -> None:
        assert told(article("autre"), article("autre") | event("neuf", slots=[PAST])) == []
        assert told(article("autre"), article("autre") | event("neuf", slots=[PAST, SATURDAY])) == ["W614"]

    def test_has_no_date_by_its_kind(self, told: Told) -> None:
        assert told(article("autre"), article("autre") | page("venir") | organisation("musee")) == []

    def test_was_a_draft_or_for_a_group(self, told: Told) -> None:
        assert told(article("neuf", status="brouillon"), article("neuf")) == ["W614"]
        assert told(article("neuf", visibility="reserve"), article("neuf")) == ["W614"]
        assert told(article("neuf", status="archive"), article("neuf")) == []

    def test_is_everything_where_an_agency_moves_in(self, repository: Repository) -> None:
        repository("commit", "--quiet", "--allow-empty", "--message", "x")
        repository.replace(article("portrait"))
        assert since(repository.content, read(repository.content), "HEAD").problems == ()

    @pytest.mark.parametrize(("day", "mended"), [("2026-09-22", True), ("2026-09-20", False), ("2016-05-03", False)])
    def test_is_mended_unless_it_may_be_a_text_of_its_time(self, compared: Callable[..., Any], day: str, mended: bool) -> None:
        (problem,) = compared(article("autre"), article("autre") | article("neuf", date=day))
        assert (problem.fix is not None) == mended


class TestWhatAnAnimationHasOfItsParent:
    """The dates and the place of a village, which its animations leave out."""

    def tree(self, village: dict[str, Any] | None = None, **keys: Any) -> Tree:
        return event("village", **(village or {})) | event("atelier", **{"slots": None, "place": None, "parent": "village"} | keys)

    def test_is_told_of_the_parent_alone(self, told: Told) -> None:
        moved = {"slots": [SUNDAY]}
        assert told(self.tree(), self.tree(moved)) == told(event("village"), event("village", **moved))
        assert told(self.tree(), self.tree(moved, summary="Un autre résumé.")) == told(event("village"), event("village", **moved))
        assert told(self.tree(), self.tree({**moved, "slots": [{**SUNDAY, "id": "20261128T1400"}], **REVISED}, summary="Un autre.")) == []

    def test_may_be_left_out_where_it_was_said(self, told: Told) -> None:
        said = {"slots": [SATURDAY], "place": PLACE}
        assert told(self.tree(**said), self.tree()) == []
        assert told(self.tree(), self.tree(**said)) == []

    def test_is_told_where_it_says_something_else_instead(self, told: Told) -> None:
        assert told(self.tree(), self.tree(place=ELSEWHERE)) == ["W609"]
        assert told(self.tree(), self.tree(place=ELSEWHERE, **REVISED)) == []
