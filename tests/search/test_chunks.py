"""An index cut anew has the same words, in smaller files that never part words of one beginning."""

import gzip
import json
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pagefind_bin
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search import cbor
from search.chunks import NotAsExpected, cut
from search.index import index
from search.pagefind import UNCUT
from support_search import Pages, fragments, unpacked, write_page


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """An index of some hundred words, as Pagefind makes it."""
    for number in range(40):
        words = " ".join(f"{start}{end}{number % 7}" for start in ("astro", "asso", "plan", "zoo") for end in ("nome", "logie", "vert"))
        write_page(
            tmp_path / "site", f"/agenda/{number}/", f'<html lang="fr"><body><h1>Page {number}</h1><p>{words} été l’œuvre</p></body></html>'
        )
    folder = tmp_path / "bundle"
    command = [str(pagefind_bin.get_executable()), "--site", str(tmp_path / "site"), "--output-path", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def meta(bundle: Path) -> list[bytes]:
    (language,) = json.loads((bundle / "pagefind-entry.json").read_text())["languages"].values()
    return cbor.items(unpacked(bundle / f"pagefind.{language['hash']}.pf_meta"))


def chunks(bundle: Path) -> list[tuple[str, str, Path]]:
    """First word, last word, and file of each piece, as the metadata says."""
    found = ([cbor.string(text) for text in cbor.items(chunk)] for chunk in cbor.items(meta(bundle)[2]))
    return [(first, last, bundle / "index" / f"{name}.pf_index") for first, last, name in found]


def words(file: Path) -> list[bytes]:
    (found,) = cbor.items(unpacked(file))
    return cbor.items(found)


def one_of(bundle: Path, pattern: str) -> Path:
    return min(bundle.glob(pattern))


def packed_again(file: Path, content: bytes) -> None:
    file.write_bytes(gzip.compress(b"pagefind_dcd" + content))


def a_byte_of_a_file(bundle: Path) -> None:
    file = one_of(bundle, "index/*")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)


def a_byte_of_the_metadata(bundle: Path) -> None:
    content = bytearray(unpacked(file := one_of(bundle, "*.pf_meta")))
    content[0] ^= 0x20
    packed_again(file, bytes(content))


def a_missing_file(bundle: Path) -> None:
    one_of(bundle, "index/*").unlink()


def no_metadata(bundle: Path) -> None:
    one_of(bundle, "*.pf_meta").write_bytes(b"")


def a_file_cut_short(bundle: Path) -> None:
    packed_again(file := one_of(bundle, "index/*"), unpacked(file)[:-3])


def more_of_each_chunk(bundle: Path) -> None:
    parts = meta(bundle)
    parts[2] = cbor.array(cbor.array([*cbor.items(chunk), cbor.text("autre")]) for chunk in cbor.items(parts[2]))
    packed_again(one_of(bundle, "*.pf_meta"), cbor.array(parts))


def another_file_format(bundle: Path) -> None:
    file = one_of(bundle, "index/*")
    file.write_bytes(gzip.compress(b"pagefind_2.0" + unpacked(file)))


def another_entry(bundle: Path) -> None:
    (bundle / "pagefind-entry.json").write_text('{"version": "2.0.0", "shards": []}')


def two_languages(bundle: Path) -> None:
    entry = json.loads((bundle / "pagefind-entry.json").read_text())
    entry["languages"]["de"] = entry["languages"]["fr"]
    (bundle / "pagefind-entry.json").write_text(json.dumps(entry))


def a_list_of_languages(bundle: Path) -> None:
    (bundle / "pagefind-entry.json").write_text('{"languages": ["fr"]}')


DAMAGES = [
    a_byte_of_a_file,
    a_byte_of_the_metadata,
    a_missing_file,
    no_metadata,
    a_file_cut_short,
    more_of_each_chunk,
    another_file_format,
    another_entry,
    two_languages,
    a_list_of_languages,
]


class TestAnIndexCutAnew:
    def test_has_the_same_words_in_the_same_order(self, bundle: Path) -> None:
        before = [word for _first, _last, file in chunks(bundle) for word in words(file)]
        others = meta(bundle)[:2] + meta(bundle)[3:]
        cut(bundle, 500)
        assert [word for _first, _last, file in chunks(bundle) for word in words(file)] == before
        assert meta(bundle)[:2] + meta(bundle)[3:] == others
        assert len(chunks(bundle)) > 5
        assert {file.name for _first, _last, file in chunks(bundle)} == {file.name for file in (bundle / "index").iterdir()}
        assert len(list(bundle.glob("*.pf_meta"))) == 1

    def test_says_where_each_word_is(self, bundle: Path) -> None:
        cut(bundle, 500)
        for first, last, file in chunks(bundle):
            for word in words(file):
                assert first <= cbor.string(word, 1)
                assert cbor.string(word, 1)[: len(last)] <= last
        assert all(last < first for (_f, last, _n), (first, _l, _m) in pairwise(chunks(bundle)))

    def test_keeps_together_words_of_one_beginning(self, bundle: Path) -> None:
        cut(bundle, 1)
        starts = [{cbor.string(word, 1)[:3] for word in words(file)} for _first, _last, file in chunks(bundle)]
        assert all(len(found) == 1 for found in starts)
        assert len(set.union(*starts)) == len(starts)

    @pytest.mark.parametrize("damage", DAMAGES, ids=[name.__name__ for name in DAMAGES])
    def test_of_another_form_stays_as_it_was(self, bundle: Path, damage: Callable[[Path], None]) -> None:
        damage(bundle)
        before = {file: file.read_bytes() for file in bundle.rglob("*") if file.is_file()}
        with pytest.raises(NotAsExpected):
            cut(bundle)
        assert {file: file.read_bytes() for file in bundle.rglob("*") if file.is_file()} == before

    def test_of_another_form_is_published_as_pagefind_made_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("search.chunks.SIGNATURE", b"pagefind_2.0")
        pages = Pages()
        pages.put("/agenda/nuit/", "Nuit noire")
        for _time in ("at first", "from the cache"):
            done = index(pages.order(tmp_path / "site", tmp_path / "cache"))
            (remark,) = done.remarks
            assert remark.startswith("Index de recherche publié sans découpe : ")
            assert not list((tmp_path / "site").rglob(UNCUT))
        assert list((tmp_path / "site/pagefind/index").glob("*.pf_index"))
        assert list(fragments(tmp_path / "site/pagefind")) == ["/agenda/nuit/"]


values = st.recursive(st.integers(-(2**32), 2**32 - 1) | st.text(max_size=400), lambda inner: st.lists(inner, max_size=30), max_leaves=60)
Value = int | str | list["Value"]


def packed(value: Value) -> bytes:
    if isinstance(value, str):
        return cbor.text(value)
    if isinstance(value, list):
        return cbor.array(map(packed, value))
    number, kind = (value, 0) if value >= 0 else (-1 - value, 1)
    if number < 24:
        return bytes([kind << 5 | number])
    low, width = next((low, width) for low, width in cbor.WIDTHS.items() if number < 1 << 8 * width)
    return bytes([kind << 5 | low]) + number.to_bytes(width)


class TestCbor:
    @given(st.lists(values, max_size=30))
    @example([0] * 24)
    @example([[""] * 256] * 300)
    @example([[0] * 70_000])
    def test_gives_back_the_items_of_an_array(self, content: list[Value]) -> None:
        assert cbor.items(packed(content)) == [packed(value) for value in content]

    @given(st.text(max_size=70_000))
    def test_gives_back_a_text(self, content: str) -> None:
        assert cbor.string(cbor.text(content)) == content

    @pytest.mark.parametrize("data", [b"\x00", b"\xa0", b"\x81\xf6", b"\x9f\xff", b"\x61a"])
    def test_knows_nothing_else(self, data: bytes) -> None:
        with pytest.raises(cbor.Unexpected):
            cbor.items(data)
