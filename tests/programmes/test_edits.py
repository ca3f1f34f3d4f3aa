"""An edit of one event of a festival makes the pages that show it, and no other."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from support import Built
from support_festival import MIDST, SLUG, festival

FILE, BEFORE, AFTER = "events/rendez-vous-150.md", "La lumière en 150 questions", "La lumière autrement"


@pytest.mark.slow
def test_of_a_title_makes_the_pages_that_name_it_and_the_programmes_own(site: Callable[..., Built]) -> None:
    tree, day = dict(festival(events=160)), {"ESCALE_TODAY": MIDST.isoformat()}
    first = site(tree, env=day)
    assert first.code == 0, first.stderr
    before = first.snapshot()
    again = site({**tree, FILE: str(tree[FILE]).replace(BEFORE, AFTER)}, env=day)
    assert again.code == 0, again.stderr
    after = again.snapshot()
    changed = {name for name, data in after.items() if data != before.get(name) and name.endswith(".html")}
    own = {name for name in changed if name.startswith(f"dossiers/{SLUG}/")}
    assert own == {name for name, data in before.items() if BEFORE.encode() in data and name.startswith(f"dossiers/{SLUG}/")}
    assert own
    made = re.search(r"dont (\d+) mises? en page", again.stdout)
    assert made is not None
    assert int(made[1]) <= len(changed) + 2, (again.stdout, sorted(changed))
