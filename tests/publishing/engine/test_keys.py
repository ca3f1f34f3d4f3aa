"""What the bytes of every page depend on."""

from pathlib import Path

import pytest

from publishing.engine import keys


@pytest.mark.parametrize("name", ["page.py", "texts.toml"])
def test_the_code_of_plugins_and_the_texts_beside_it_are_part_of_every_key(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "PLUGINS", tmp_path)
    (tmp_path / name).write_text("one")
    before = keys.code()
    assert keys.code() == before
    (tmp_path / name).write_text("two")
    assert keys.code() != before
