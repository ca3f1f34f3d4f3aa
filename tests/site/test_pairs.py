"""Two builds at once with caches of their own and one output: the site is one of theirs, whole. (`scripts/bench.py --pairs` runs many.)"""

from pathlib import Path

import pytest

from incremental.pairs import pairs


@pytest.mark.slow
def test_builds_at_once_leave_a_site_of_one_of_them_and_do_not_disturb_one_another(tmp_path: Path) -> None:
    ended = list(pairs(2, 100, tmp_path / "pairs"))
    assert len(ended) == 2
    assert [wrong for _what, wrong in ended] == [[], []], ended
