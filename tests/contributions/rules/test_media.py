"""Files beside the contributions are looked at once, each by itself."""

import io
from pathlib import Path

import pytest
from PIL import Image

from contributions.cache.cache import Cache
from contributions.loading.loading import load
from contributions.media import photographs
from support import TODAY, hub, write


def photograph(shade: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (8, 8), shade).save(out, "JPEG")
    return out.getvalue()


def test_a_picture_more_is_the_only_one_that_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[bytes] = []
    monkeypatch.setattr(photographs, "flaw", lambda data, ending: decoded.append(data))
    content = write(tmp_path, hub() | {"images/a.jpg": photograph(1), "images/b.jpg": photograph(2)})
    for _build in range(2):
        load(content, TODAY, cache=Cache(tmp_path / "cache"))
    assert decoded == [photograph(1), photograph(2)]
    (content / "images" / "c.jpg").write_bytes(photograph(3))
    load(content, TODAY, cache=Cache(tmp_path / "cache"))
    assert decoded[2:] == [photograph(3)]
