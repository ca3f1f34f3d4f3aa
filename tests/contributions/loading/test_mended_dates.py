"""Dates as they stand in files after `--fix`: what was meant, in every style that YAML has, or what was there."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contributions.loading.loading import load
from contributions.source.mending import mend
from support import TODAY, event, hub, write
from support_dates import Said, moments, noisy, several

STYLES = ("{}", '"{}"', "'{}'", "{}  # à midi", "{} ")


def mended(folder: Path, *starts: str) -> list[str]:
    """The start of each of several events, as its file has it once all is mended."""
    tree = hub()
    for number, start in enumerate(starts):
        (path, text), *_ = event(f"nuit-{number}", slots=[{"start": "DEBUT"}]).items()
        tree |= {path: str(text).replace("DEBUT", start)}
    content = write(folder, tree)
    mend(content, frozenset(), lambda: load(content, TODAY).problems)
    texts = ((content / "events" / f"nuit-{number}.md").read_text("utf-8") for number in range(len(starts)))
    return [line[1] for text in texts if (line := re.search(r"^ *- start: (.*)$", text, re.MULTILINE))]


@pytest.mark.parametrize(
    ("start", "after"),
    [
        ("28/11/2026 14h", "2026-11-28 14:00"),
        ('"28/11/2026 14h"', '"2026-11-28 14:00"'),
        ("'28/11/2026'", "'2026-11-28'"),
        ("28/11/2026 # le samedi", "2026-11-28 # le samedi"),
        ("2026-11-28T13:00:00.000Z", "2026-11-28 14:00"),
        ("2026-11-28 18.00", "2026-11-28 18:00"),
        ("28 novembre 2026 à 2:30 PM", "2026-11-28 14:30"),
        ("vendredi 28 novembre 2026", "vendredi 28 novembre 2026"),
        ("28/11/26", "28/11/26"),
        ("28 novembre 2026 à minuit", "28 novembre 2026 à minuit"),
        ("du 28 au 29 novembre 2026", "du 28 au 29 novembre 2026"),
        ("28 et 29 novembre 2026", "28 et 29 novembre 2026"),
        ("2026-11-28 14:00 - 16:00", "2026-11-28 14:00 - 16:00"),
        ("2026-11-28 vers 14h", "2026-11-28 vers 14h"),
    ],
)
def test_a_start_is_written_as_it_was_meant_or_left(tmp_path: Path, start: str, after: str) -> None:
    assert mended(tmp_path, start) == [after]


@given(st.lists(st.tuples(moments(), st.sampled_from(STYLES)), min_size=20, max_size=20), st.lists(several(), min_size=10, max_size=10))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_what_was_meant_or_what_was_there(
    tmp_path_factory: pytest.TempPathFactory, sure: list[tuple[Said, str]], unsure: list[Said]
) -> None:
    starts = [style.format(said.text) for said, style in sure] + [said.text for said in unsure]
    found = mended(tmp_path_factory.mktemp("mended"), *starts)
    for before, after, said in zip(starts, found, [*(said for said, _ in sure), *unsure], strict=True):
        assert after == before or (len(said.meant) == 1 and after.split("  #")[0].strip("\"' ") == said.meant[0]), (before, after)


@given(st.lists(noisy(), min_size=20, max_size=20))
@settings(max_examples=3, deadline=None)
def test_what_is_not_understood_stays(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    starts = [f"'{text.replace(chr(39), chr(39) * 2)}'" for text in texts]
    assert mended(tmp_path_factory.mktemp("noisy"), *starts) == starts


def test_days_of_keys_that_want_no_hour_are_of_the_hub(tmp_path: Path) -> None:
    (path, text), *_ = event("nuit", date="DATE").items()
    content = write(tmp_path, hub() | {path: str(text).replace("DATE", "2026-10-31T23:30:00.000Z")})
    mend(content, frozenset(), lambda: load(content, TODAY).problems)
    assert f"date: {date(2026, 11, 1)}\n" in (content / path).read_text("utf-8")
