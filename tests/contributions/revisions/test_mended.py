"""What --fix writes: the warnings are gone, every other line is as it was, and a second time there is nothing to do."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.problems.problem import Problem
from contributions.revisions.repository import Differences
from contributions.revisions.since import changed
from contributions.source.front_matter import parse
from contributions.source.mending import mend
from contributions.source.texts import decode
from support import read, write

HEAD = """\
---
title: Nuit de la craie # un titre
summary: Une nuit sous les falaises.
date: 2026-11-01
category: atelier
themes: [astronomie]
publisher: {name: Musée de la craie}
place:
  name: Musée de la craie
  city: Desvres
"""
BODY = "---\n\nUn texte, avec slots: et date: 2026-11-01.\n"
TOOL = HEAD.replace("atelier", "malle")[: HEAD.index("place:") - 2]


def mended(before: str, now: str, path: str = "events/nuit.md", old_path: str = "") -> tuple[str, list[str]]:
    """A file after the repairs, and the codes that are left."""
    with tempfile.TemporaryDirectory() as folder:
        content = write(Path(folder), {path: now})
        renamed = {path: old_path} if old_path else {}
        differences = Differences({old_path or path: before.encode()}, frozenset({path}), renamed, moved_in=False)

        def check() -> tuple[Problem, ...]:
            loaded = read(content)
            assert loaded.library is not None
            return (*loaded.problems, *changed(content, loaded.library, differences))

        mend(content, frozenset(), check)
        text = (content / path).read_bytes()
        mend(content, frozenset(), check)
        assert (content / path).read_bytes() == text, "a second time there is nothing to do"
        return text.decode(), [problem.code for problem in check()]


def added(before: str, after: str) -> list[str]:
    """The lines that were put in; all others are there as they were, in their order."""
    lines, found = before.replace("\r\n", "\n").split("\n"), []
    for line in after.split("\n"):
        if lines and line == lines[0]:
            lines.pop(0)
        else:
            found.append(line)
    assert lines == []
    return found


A, B = "2026-11-28 14:00", "2026-11-29 14:00"


class TestASlot:
    @pytest.mark.parametrize(
        ("was", "now", "lines"),
        [
            (f"slots:\n  - start: {A}\n", f"slots:\n  - start: {B}\n", ["updated: 2026-11-21", "    id: 20261128T1400"]),
            (f"slots:\n- start: {A}\n", f"slots:\n- start: {B} # dimanche\n", ["updated: 2026-11-21", "  id: 20261128T1400"]),
            (
                f"slots:\n  - start: {A} # là\n    # ici\n    end: 2026-11-28 16:00\n  - start: {B}\n",
                f"slots:\n  - start: {B}\n",
                ["updated: 2026-11-21", f"  - start: {A} # là", "    # ici", "    end: 2026-11-28 16:00", "    status: annule"],
            ),
            (
                f"slots:\n- start: {A}\n  place:\n    name: Halle\n    city: Laon\n- start: {B}\n",
                f"slots:\n    - start: {B}\n",
                ["updated: 2026-11-21", f"    - start: {A}", "      status: annule", "      place:", "        name: Halle", "        city: Laon"],
            ),
            (
                f"slots:\n  - start: {A}\n  - start: {B}\n    status: complet\n  - start: 2026-12-06 14:00\n",
                f"slots:\n  - start: {A}\n",
                [
                    "updated: 2026-11-21",
                    f"  - start: {B}", "    status: annule",
                    "  - start: 2026-12-06 14:00", "    status: annule",
                ],
            ),
            (
                f"slots: [{{start: {A}}}, {{start: {B}}}]\n",
                f"slots:\n  - start: {B}\n",
                ["updated: 2026-11-21", f"  - {{start: {A}, status: annule}}"],
            ),
        ],
    )  # fmt: skip
    def test_keeps_its_entry(self, was: str, now: str, lines: list[str]) -> None:
        text, codes = mended(HEAD + was + BODY, HEAD + now + BODY)
        assert codes == []
        assert added(HEAD + now + BODY, text) == lines

    @pytest.mark.parametrize(
        ("was", "now", "expected"),
        [
            (f"[{{start: {A}}}]", f"[{{start: '{B}'}}]", f"[{{start: '{B}', id: 20261128T1400}}]"),
            (f"[{{start: {A}}}, {{start: {B}}}]", f"[{{start: {B}}}]", f"[{{start: {A}, status: annule}}, {{start: {B}}}]"),
            (f"[{{start: {A}}}, {{start: {B}}}]", f"[{{start: {A}}}]", f"[{{start: {A}}}, {{start: {B}, status: annule}}]"),
            (f"[{{id: x, start: {A}}}]", f"[{{id: y, start: {A}}}]", f"[{{id: x, start: {A}}}]"),
        ],
    )
    def test_between_brackets_keeps_its_entry(self, was: str, now: str, expected: str) -> None:
        text, codes = mended(f"{HEAD}slots: {was}\n{BODY}", f"{HEAD}slots: {now}\n{BODY}")
        assert codes == []
        assert f"slots: {expected}\n" in text

    def test_comes_back_at_its_place(self) -> None:
        days = [f"  - start: 2026-12-0{day} 14:00\n" for day in range(1, 6)]
        was, now = "".join(days), days[1] + days[3] + days[4]
        text, codes = mended(f"{HEAD}slots:\n{was}{BODY}", f"{HEAD}slots:\n{now}{BODY}")
        assert codes == []
        off = [f"{day}    status: annule\n" for day in days]
        assert f"slots:\n{off[0]}{days[1]}{off[2]}{days[3]}{days[4]}" in text

    def test_that_is_called_off_on_another_day_has_not_moved_there(self) -> None:
        was, now = (f"{HEAD}slots: [{slot}]\n{BODY}" for slot in (f"{{start: {A}}}", f"{{start: {B}, status: annule}}"))
        assert mended(was, now) == (now, ["W610"])

    def test_is_left_alone_where_it_may_have_moved_or_not(self) -> None:
        was, now = (f"{HEAD}slots: [{slots}]\n{BODY}" for slots in (f"{{start: {A}}}, {{start: {B}}}", "{start: 2026-12-12 14:00}"))
        assert mended(was, now) == (now, ["W610", "W610"])

    def test_that_was_written_on_lines_is_not_put_between_brackets(self) -> None:
        was, now = f"{HEAD}slots:\n  - start: {A}\n  - start: {B}\n{BODY}", f"{HEAD}slots: [{{start: {A}}}]\n{BODY}"
        assert mended(was, now) == (now, ["W610"])


class TestARevision:
    def test_is_written_behind_the_date_whatever_ends_the_lines(self) -> None:
        slots = f"slots: [{{start: {A}}}]\n"
        now = (HEAD + slots + "event_status: annule\n" + BODY).replace("\n", "\r\n")
        text, codes = mended(HEAD + slots + BODY, now)
        assert codes == []
        assert added(now, text) == ["updated: 2026-11-21"]
        assert "\ndate: 2026-11-01\nupdated: 2026-11-21\n" in text

    def test_of_a_day_on_which_there_was_one_counts(self) -> None:
        was = HEAD + f"updated: 2026-11-21\nslots: [{{start: {A}}}]\n" + BODY
        text, codes = mended(was, was.replace("slots:", "event_status: annule\nslots:"))
        assert codes == []
        assert "updated: 2026-11-21\nsequence: 1\n" in text

    def test_is_replaced_between_its_quotes(self) -> None:
        was = HEAD + f"slots: [{{start: {A}}}]\nupdated: '2026-11-02' # hier\n" + BODY
        text, codes = mended(was, was.replace("slots:", "event_status: annule\nslots:"))
        assert codes == []
        assert "\nupdated: '2026-11-21' # hier\n" in text


class TestALoan:
    ONE = "  - start: 2026-12-01\n    end: 2026-12-10\n    state: confirme\n    city: Laon\n    public_showing: true\n"
    OTHER = ONE.replace("2026-12", "2027-01")

    @pytest.mark.parametrize(
        ("was", "now", "lines"),
        [
            (ONE, ONE.replace("12-01", "12-02"), ["updated: 2026-11-21", "    id: 20261201"]),
            (ONE + OTHER, ONE, ["updated: 2026-11-21", *OTHER.replace("confirme", "annule").split("\n")[:-1]]),
            (ONE + OTHER, OTHER, ["updated: 2026-11-21", *ONE.replace("confirme", "annule").split("\n")[:-1]]),
        ],
    )
    def test_keeps_its_entry(self, was: str, now: str, lines: list[str]) -> None:
        before, after = (f"{TOOL}loans:\n{loans}{BODY}" for loans in (was, now))
        text, codes = mended(before, after, "exhibitions/malle.md")
        assert codes == []
        assert added(after, text) == lines

    def test_that_was_the_only_one_comes_back_at_the_end(self) -> None:
        text, codes = mended(f"{TOOL}loans:\n{self.ONE}{BODY}", TOOL + BODY, "exhibitions/malle.md")
        assert codes == []
        assert text.endswith(f"\nloans:\n{self.ONE.replace('confirme', 'annule')}{BODY}")


class TestAName:
    def test_and_an_address_are_kept(self) -> None:
        text = HEAD + f"slots: [{{start: {A}}}]\n" + BODY
        after, codes = mended(text, text, "events/nuit-blanche.md", "events/nuit.md")
        assert codes == []
        assert added(text, after) == ["id: nuit", "aliases: [/agenda/nuit/]"]

    def test_of_a_page_stands_under_its_title(self) -> None:
        text = "---\ntitle: Venir\nsummary: Le musée.\naliases:\n  - /acces/\n---\nUn texte.\n"
        after, codes = mended(text, text, "pages/venir.md", "pages/comment-venir.md")
        assert codes == []
        assert added(text, after) == ["  - /comment-venir/"]


DAYS = st.lists(st.integers(1, 28), min_size=1, max_size=5, unique=True)
Slot = dict[str, Any]


def written(slots: list[Slot], style: str) -> str:
    """The key `slots` in one of four styles."""
    groups = [[f"{key}: {value}" for key, value in slot.items()] for slot in slots]
    if style == "brackets":
        return f"slots: [{', '.join('{' + ', '.join(group) + '}' for group in groups)}]\n"
    if style == "groups":
        return "slots:\n" + "".join(f"  - {{{', '.join(group)}}}\n" for group in groups)
    indent = "  " if style == "set in" else ""
    return "slots:\n" + "".join(f"{indent}- " + f"\n{indent}  ".join(group) + "\n" for group in groups)


@st.composite
def changes(draw: st.DrawFn) -> tuple[list[Slot], list[Slot]]:
    """Slots, and what has become of them."""
    before = [{"start": f"2026-12-{day:02} 14:00", "end": f"2026-12-{day:02} 16:00"} for day in draw(DAYS)]
    for number, slot in enumerate(before):
        if draw(st.booleans()):
            slot["id"] = f"s{number}"
    now: list[Slot] = []
    for slot in before:
        what = draw(st.sampled_from(["kept", "kept", "moved", "gone", "called off", "full"]))
        day = slot["start"].replace("2026-12", "2027-01"), slot["end"].replace("2026-12", "2027-01")
        changed = {"moved": {"start": day[0], "end": day[1]}, "called off": {"status": "annule"}, "full": {"status": "complet"}}
        now += [] if what == "gone" else [{**slot, **changed.get(what, {})}]
    return before, now or [before[0]]


@settings(max_examples=60)
@given(changes(), st.sampled_from(["brackets", "groups", "set in", "flush"]), st.sampled_from(["groups", "set in"]), st.booleans())
def test_whatever_changes_what_is_mended_is_whole_and_all_else_as_it_was(
    slots: tuple[list[Slot], list[Slot]], style: str, old_style: str, windows: bool
) -> None:
    before, now = HEAD + written(slots[0], old_style) + BODY, HEAD + written(slots[1], style) + BODY
    text, codes = mended(before, now.replace("\n", "\r\n") if windows else now)
    assert set(codes) <= {"W610"}, "what is not certain is left to its author"
    if style in {"set in", "flush"}:
        added(now, text)
    were, are = parse(now), parse(decode(text.encode()))
    assert are.body == were.body
    assert are.values.pop("updated", "2026-11-21") == "2026-11-21"
    own = [slot["start"] for slot in slots[1]]
    kept = [slot for slot in are.values["slots"] if slot["start"] in own]
    back = [slot for slot in are.values["slots"] if slot["start"] not in own]
    assert all(slot["status"] == "annule" for slot in back)
    assert [{key: value for key, value in slot.items() if key != "id"} for slot in kept] == [
        {key: value for key, value in slot.items() if key != "id"} for slot in were.values["slots"]
    ]
    assert {**are.values, "slots": ()} == {**were.values, "slots": ()}
