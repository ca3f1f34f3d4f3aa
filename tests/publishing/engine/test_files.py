"""Files are written inside the site's folder, whoever declares them."""

from pathlib import Path

import pytest

from publishing.engine.files import OutsideSite, put, write
from publishing.engine.manifest import Manifest
from publishing.engine.staging import Staging


@pytest.mark.parametrize("file", ["../index.html", "/etc/index.html", "themes/../../index.html", "themes//index.html", "..", "a\0b", "./a"])
def test_a_file_elsewhere_is_refused(tmp_path: Path, file: str) -> None:
    new = tmp_path / "site"
    new.mkdir()
    trees = Staging(new, tmp_path / "output", Manifest(), Manifest())
    with pytest.raises(OutsideSite, match="sortirait du dossier du site"):
        put(trees, file, b"digest", lambda path: write(path, b"pwn"))
    assert [path.name for path in tmp_path.rglob("*")] == ["site"]
