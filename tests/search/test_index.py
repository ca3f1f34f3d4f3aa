"""What has not changed is not indexed again, and a build that is killed leaves nothing that would be taken for whole."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from contributions.cache.cache import Cache
from search import pagefind
from search.index import Indexed, index
from search.pagefind import NoIndex
from support import REPOSITORY
from support_search import Pages, fragments

YEARS = (2022, 2023, 2025, 2026)
MOST = 4


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where the index goes."""
    return tmp_path / "site"


@pytest.fixture
def pages() -> Pages:
    """Four events a year, and four tools."""
    found = Pages()
    for year in YEARS:
        for number in range(4):
            found.put(f"/agenda/e{year}-{number}/", f"Nuit {number} de {year}", day=f"{year}-05-01")
    for number in range(4):
        found.put(f"/outils/o{number}/", f"Malle {number}", "Un outil.", genre="Outils")
    return found


@pytest.fixture
def run(site: Path, pages: Pages, tmp_path: Path) -> Callable[..., Indexed]:
    """Index the pages as they are now, with the cache of the last time; those of `new`, or all, were made in this build."""
    return lambda new=None: index(pages.order(site, tmp_path / "cache", new=new), MOST)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that are run from here on."""
    seen: list[list[str]] = []
    real = subprocess.run

    def counted(command: list[str], **options: object) -> object:
        seen.append(command)
        return real(command, **options)

    monkeypatch.setattr(pagefind.subprocess, "run", counted)
    return seen


def folders(site: Path) -> list[str]:
    return sorted(folder.name for folder in site.glob("pagefind*"))


def paths(site: Path) -> list[str]:
    """The pages in the whole index."""
    return sorted(path for pages in found(site).values() for path in pages)


def found(site: Path) -> dict[str, list[str]]:
    """The pages in each folder of the index."""
    return {name: sorted(fragments(site / name)) for name in folders(site)}


def inodes(site: Path) -> dict[str, int]:
    return {str(file.relative_to(site)): file.stat().st_ino for name in folders(site) for file in (site / name).rglob("*.pf_*")}


class TestTheIndex:
    def test_has_a_folder_a_shard(self, pages: Pages, site: Path, run: Callable[..., Indexed]) -> None:
        assert run() == Indexed(shards := ("2026-a", "2026-b", "2024-2025", "2023", "2022"), made=shards)
        assert folders(site) == ["pagefind", "pagefind-2022", "pagefind-2023", "pagefind-2024-2025", "pagefind-2026-b"]
        assert paths(site) == sorted(pages)
        assert found(site)["pagefind-2022"] == [f"/agenda/e2022-{number}/" for number in range(4)]

    def test_has_the_engine_once(self, site: Path, run: Callable[..., Indexed]) -> None:
        run()
        assert (site / "pagefind/pagefind.js").is_file()
        assert (site / "pagefind/wasm.unknown.pagefind").is_file()
        assert not list(site.glob("pagefind-*/*.js"))
        assert not list(site.glob("pagefind-*/wasm*"))
        assert not list(site.rglob("pagefind*ui*"))

    def test_tells_the_browser_its_shards(self, site: Path, run: Callable[..., Indexed]) -> None:
        run()
        told = json.loads((site / "pagefind/shards.json").read_text())
        assert [len(shard["rows"]["ids"].split()) if "rows" in shard else None for shard in told] == [4, 4, None, None, None]
        assert [(shard["path"], shard["lot"], shard["season"]) for shard in told] == [
            ("/pagefind/", "zxx-2026-a", True),
            ("/pagefind-2026-b/", "zxx-2026-b", True),
            ("/pagefind-2024-2025/", "zxx-2024-2025", False),
            ("/pagefind-2023/", "zxx-2023", False),
            ("/pagefind-2022/", "zxx-2022", False),
        ]
        for shard in told:
            (entry,) = (site / shard["path"].strip("/")).glob("pagefind-entry.json")
            assert list(json.loads(entry.read_text())["languages"]) == [shard["lot"]]

    def test_of_a_small_site_is_one_folder(self, pages: Pages, site: Path, tmp_path: Path) -> None:
        assert index(pages.order(site, tmp_path / "cache")).shards == ("tout",)
        assert folders(site) == ["pagefind"]

    def test_of_nothing_is_nothing(self, tmp_path: Path) -> None:
        assert index(Pages().order(tmp_path, tmp_path / "cache")) == Indexed((), ())
        assert folders(tmp_path) == []


class TestIndexingAgain:
    def test_does_nothing_when_nothing_has_changed(self, site: Path, run: Callable[..., Indexed], runs: list[list[str]]) -> None:
        run()
        before, indexed = inodes(site), len(runs)
        assert run().made == ()
        assert len(runs) == indexed
        assert inodes(site) == before

    def test_after_an_edit_indexes_one_shard(self, pages: Pages, site: Path, run: Callable[..., Indexed], runs: list[list[str]]) -> None:
        run()
        before, indexed = inodes(site), len(runs)
        pages.put("/agenda/e2023-1/", "Nuit changée", "Un autre texte.", day="2023-05-01")
        assert run().made == ("2023",)
        assert len(runs) == indexed + 1
        assert {name for name, inode in inodes(site).items() if before.get(name) != inode} == {
            name for name in inodes(site) if name.startswith("pagefind-2023/")
        }
        assert fragments(site / "pagefind-2023")["/agenda/e2023-1/"]["meta"]["title"] == "Nuit changée"

    def test_after_the_edit_is_taken_back_indexes_it_once_more(self, pages: Pages, site: Path, run: Callable[..., Indexed]) -> None:
        run()
        before = found(site)
        pages.put("/agenda/nouveau/", "Nouveau", day="2023-05-01")
        assert run().made == ("2023-a", "2023-b")
        del pages["/agenda/nouveau/"]
        assert run().made == ("2023",)
        assert found(site) == before

    def test_reads_nothing_again_of_what_it_has(self, pages: Pages, run: Callable[..., Indexed]) -> None:
        run()
        pages.put("/agenda/e2023-1/", "Nuit changée", "Un autre texte.", day="2023-05-01")
        assert run(["/agenda/e2023-1/"]).made == ("2023",)
        assert pages.asked == []

    def test_asks_for_what_was_lost_of_the_shards_that_it_makes(
        self, site: Path, tmp_path: Path, pages: Pages, run: Callable[..., Indexed]
    ) -> None:
        run()
        lost = Cache(tmp_path / "cache").room("words")
        lost.drop(lost.names())
        assert run([]).made == ()
        assert pages.asked == []
        pages.put("/agenda/e2023-1/", "Nuit changée", "Un autre texte.", day="2023-05-01")
        assert run(["/agenda/e2023-1/"]).made == ("2023",)
        assert sorted(pages.asked) == [f"/agenda/e2023-{number}/" for number in (0, 2, 3)]
        assert found(site)["pagefind-2023"] == [f"/agenda/e2023-{number}/" for number in range(4)]

    def test_without_a_cache_asks_for_all(self, site: Path, tmp_path: Path, pages: Pages, run: Callable[..., Indexed]) -> None:
        shutil.rmtree(tmp_path / "cache", ignore_errors=True)
        assert len(run([]).made) == 5
        assert sorted(pages.asked) == paths(site) == sorted(pages)

    def test_in_an_empty_folder_takes_all_from_the_cache(self, site: Path, tmp_path: Path, run: Callable[..., Indexed]) -> None:
        run()
        before = inodes(site)
        shutil.rmtree(site)
        assert run().made == ()
        assert inodes(site) == before

    def test_keeps_no_index_that_is_not_used(self, pages: Pages, site: Path, tmp_path: Path, run: Callable[..., Indexed]) -> None:
        run()
        pages.put("/agenda/e2023-1/", "Nuit changée", "Un autre texte.", day="2023-05-01")
        run()
        kept = {path.name for path in (tmp_path / "cache/search").iterdir()}
        assert len(kept) == 5
        assert all(not name.startswith(".") for name in kept)

    def test_without_links_copies(self, pages: Pages, site: Path, run: Callable[..., Indexed], monkeypatch: pytest.MonkeyPatch) -> None:
        def refused(*paths: object) -> None:
            raise OSError

        monkeypatch.setattr(os, "link", refused)
        run()
        before = inodes(site)
        assert paths(site) == sorted(pages)
        run()
        assert inodes(site) == before


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path[:0] = {path!r}
from search import bundles, index, pagefind
from support_search import Pages

def die(*args, **options):
    os.kill(os.getpid(), signal.SIGKILL)

def half(folder, *args, rmtree=bundles.shutil.rmtree, **options):
    if Path(folder).name.endswith(".gone"):
        next(Path(folder).glob("*.pf_meta")).unlink()
        die()
    rmtree(folder, *args, **options)

{patch} = {by}
pages = Pages()
for path, title, text, day, genre in {pages!r}:
    pages.put(path, title, text, day=day, genre=genre)
index.index(pages.order(Path({site!r}), Path({cache!r}), 1), {most})
"""
MOMENTS = {
    "while an index is made": ("pagefind.cut", "die"),
    "when all are made": ("index._publish", "die"),
    "while they are published": ("bundles._link", "die"),
    "before old ones are removed": ("bundles.Bundles.keep", "die"),
    "while one is removed": ("bundles.shutil.rmtree", "half"),
}


def told(pages: Pages) -> list[tuple[str, str, str, str, str]]:
    """The pages as plain values, for another process."""
    found = []
    for path, shown in pages.items():
        assert shown.search is not None
        assert shown.search.sort_date is not None
        found.append((path, shown.title, shown.search.passages[0].lines[0], shown.search.sort_date, shown.search.filters[0][1]))
    return found


class TestABuildThatIsKilled:
    @pytest.mark.parametrize("moment", MOMENTS)
    def test_leaves_a_cache_that_the_next_one_can_trust(
        self, pages: Pages, site: Path, tmp_path: Path, run: Callable[..., Indexed], moment: str
    ) -> None:
        run()
        before = found(site)
        pages.put("/agenda/e2025-1/", "Nuit changée", "Un autre texte.", day="2025-05-01")
        patch, by = MOMENTS[moment]
        path = [str(REPOSITORY / folder) for folder in ("plugins", "scripts", "tests")]
        code = KILLED.format(path=path, patch=patch, by=by, site=str(site), cache=str(tmp_path / "cache"), most=MOST, pages=told(pages))
        assert subprocess.run([sys.executable, "-c", code]).returncode == -signal.SIGKILL
        for title in ("Nuit changée", "Nuit 1 de 2025"):
            pages.put("/agenda/e2025-1/", title, day="2025-05-01")
            run()
            assert found(site) == before
            assert fragments(site / "pagefind-2024-2025")["/agenda/e2025-1/"]["meta"]["title"] == title
            assert len(list((tmp_path / "cache/search").iterdir())) == 5


class TestAnIndexThatIsNotWhole:
    """Pagefind ends with 0 on a full disk, and leaves files that are cut short."""

    @pytest.mark.parametrize("cut", ["fragment/*.pf_fragment", "index/*.pf_index", "pagefind-entry.json", "wasm.*.pagefind"])
    @pytest.mark.parametrize("to", [0, 30])
    def test_is_refused_and_not_kept(
        self, monkeypatch: pytest.MonkeyPatch, site: Path, tmp_path: Path, run: Callable[..., Indexed], cut: str, to: int
    ) -> None:
        real = subprocess.run

        def short(command: list[str], **options: object) -> object:
            ended = real(command, **options)
            folder = Path(command[command.index("--output-path") + 1])
            file = next(folder.glob(cut))
            file.write_bytes(file.read_bytes()[:to])
            return ended

        monkeypatch.setattr(pagefind.subprocess, "run", short)
        with pytest.raises(NoIndex, match="incomplet"):
            run()
        assert folders(site) == []
        monkeypatch.setattr(pagefind.subprocess, "run", real)
        run()
        assert len(paths(site)) == 20

    def test_is_refused_where_there_is_no_room_for_it(self, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Indexed]) -> None:
        def full(**_options: object) -> object:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(pagefind, "TemporaryFile", full)
        with pytest.raises(OSError, match="No space left"):
            run()

    def test_that_pagefind_refuses_to_make_is_told_in_its_words(self, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Indexed]) -> None:
        real = subprocess.run
        monkeypatch.setattr(pagefind.subprocess, "run", lambda command, **options: real([*command, "--no-such-option"], **options))
        with pytest.raises(NoIndex, match="il a dit : error: unexpected argument"):
            run()
