"""Both ways to build: exit codes, what is said, and that nothing is published by half."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from publishing.engine.places import MARKS
from support import REPOSITORY, Built, Tree, article, build, one_of_each, pelican, write

BROKEN = article("casse", date="2026-02-30")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the program, whose plugins a test may break."""
    copy = tmp_path / "repository"
    for name in ("plugins", "scripts", "themes"):
        shutil.copytree(REPOSITORY / name, copy / name, ignore=shutil.ignore_patterns("geo"))
    geo = Path("plugins/contributions/geography/geo")
    (copy / geo).symlink_to(REPOSITORY / geo)
    shutil.copy(REPOSITORY / "pelican.conf.py", copy)
    return copy


def published(place: Path) -> dict[str, bytes]:
    """What is on line, after a first site was put there."""
    output = place / "output"
    output.mkdir(exist_ok=True)
    for name in MARKS:
        (output / name).write_text("en ligne")
    return dict.fromkeys(sorted(MARKS), b"en ligne")


DATA = {"application/ld+json", "application/json"}
"""Types of script elements that no browser runs."""


class TestBuild:
    def test_of_a_sound_tree_ends_with_0_and_says_what_it_did(self, tmp_path: Path) -> None:
        built = build(write(tmp_path, one_of_each()), tmp_path, "--jobs", "1")
        assert (built.code, built.stderr.strip()) == (0, "")
        assert "8 contributions" in built.stdout

    def test_of_an_empty_region_is_a_site(self, tmp_path: Path) -> None:
        built = build(write(tmp_path, {}), tmp_path)
        assert built.code == 0, built.stderr
        assert built.stdout.startswith("0 contribution.\n")
        assert built.has("/")
        assert built.has("/agenda/")

    def test_with_errors_ends_with_1(self, tmp_path: Path) -> None:
        before = published(tmp_path)
        built = build(write(tmp_path, BROKEN), tmp_path)
        assert built.code == 1
        assert built.snapshot() == before
        assert "content/articles/casse.md:4:7: E103 " in built.stderr

    def test_without_a_hub_ends_with_1(self, tmp_path: Path) -> None:
        (tmp_path / "content").mkdir()
        built = build(tmp_path / "content", tmp_path)
        assert built.code == 1
        assert "content/hub.yml:1:1: E013 " in built.stderr

    @pytest.mark.parametrize("options", [("--jobs", "0"), ("--jobs", "beaucoup"), ("--inconnue",), ("trop",), ("--content", "nulle-part")])
    def test_used_wrongly_ends_with_2(self, tmp_path: Path, options: tuple[str, ...]) -> None:
        before = published(tmp_path)
        built = build(write(tmp_path, {}), tmp_path, *options)
        assert built.code == 2
        assert built.snapshot() == before
        assert "« build.py --help » montre les options." in built.stderr

    def test_on_a_day_that_is_none_ends_with_2(self, tmp_path: Path) -> None:
        before = published(tmp_path)
        built = build(write(tmp_path, {}), tmp_path, env={"ESCALE_TODAY": "demain"})
        assert built.code == 2
        assert built.stderr.splitlines() == [
            "« ESCALE_TODAY=demain » n’est pas un jour de 2000 à 2199 : écrivez AAAA-MM-JJ.",
            "Rien n’est publié : le site en place n’a pas changé.",
        ]
        assert built.snapshot() == before

    def test_tells_its_options(self, tmp_path: Path) -> None:
        built = build(write(tmp_path, {}), tmp_path, "--help")
        assert built.code == 0
        assert all(option in built.stdout for option in ("--content", "--output", "--cache", "--no-search", "--jobs"))

    def test_makes_the_search_index_unless_told_not_to(self, site: Callable[..., Built]) -> None:
        assert site(one_of_each(), search=True).has("/pagefind/pagefind.js")
        assert not site(one_of_each()).has("/pagefind/pagefind.js")


class TestPelican:
    def test_alone_writes_the_site_without_search(self, tmp_path: Path) -> None:
        built = pelican(write(tmp_path, one_of_each()), tmp_path)
        assert built.code == 0, built.stderr
        assert built.has("/agenda/nuit-noire/")
        assert not built.has("/pagefind/pagefind.js")

    def test_alone_writes_the_same_as_the_build(self, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
        content = write(tmp_path, one_of_each())
        assert pelican(content, tmp_path).snapshot() == build(content, tmp_path_factory.mktemp("other")).snapshot()

    def test_alone_ends_with_1_on_errors(self, tmp_path: Path) -> None:
        before = published(tmp_path)
        built = pelican(write(tmp_path, BROKEN), tmp_path)
        assert built.code == 1
        assert "1 erreur à corriger" in built.stderr
        assert "Traceback" not in built.stdout + built.stderr
        assert built.snapshot() == before
        assert "content/articles/casse.md:4:7: E103 " in built.stderr

    def test_alone_ends_with_2_on_a_day_that_is_none(self, tmp_path: Path) -> None:
        assert pelican(write(tmp_path, {}), tmp_path, env={"ESCALE_TODAY": "demain"}).code == 2


class TestBrokenPlugins:
    @pytest.mark.parametrize("run", [build, pelican], ids=["build.py", "pelican"])
    @pytest.mark.parametrize(
        "damage",
        [
            ("agenda/__init__.py", "import nothing_of_that_name\n"),
            ("agenda/__init__.py", "def register():\n    raise RuntimeError('no')\n"),
            ("agenda/__init__.py", "def register(:\n"),
            ("agenda/pages.py", "raise ValueError\n"),
            ("opendata/__init__.py", ""),
            ("opendata/__init__.py", "import sys\nsys.exit(0)\n"),
        ],
        ids=["import", "register", "syntax", "inner", "empty", "exit"],
    )
    def test_end_with_2_and_publish_nothing(
        self, tmp_path: Path, repository: Path, damage: tuple[str, str], run: Callable[..., Built]
    ) -> None:
        before = published(tmp_path)
        (repository / "plugins" / damage[0]).write_text(damage[1])
        built = run(write(tmp_path, one_of_each()), tmp_path, repository=repository)
        assert built.code == 2, built.stderr
        assert built.snapshot() == before

    @pytest.mark.parametrize("run", [build, pelican], ids=["build.py", "pelican"])
    @pytest.mark.parametrize(
        "damage",
        [
            (
                "plugins/agenda/pages.py",
                "def event_page(library, event):\n    return ()\ndef pages(library):\n    raise RuntimeError('no')\n",
            ),
            ("themes/escale/templates/event.html", "{{ nobody_defined_this }}\n"),
            ("themes/escale/templates/event.html", "{% if %}\n"),
            (
                "plugins/search/pages.py",
                "from publishing.page import Document\ndef pages(library):\n    yield Document('/agenda.ics', b'')\n",
            ),
        ],
        ids=["capability", "undefined", "template", "path-taken"],
    )
    def test_of_another_sort_end_with_2_too(
        self, tmp_path: Path, repository: Path, damage: tuple[str, str], run: Callable[..., Built]
    ) -> None:
        before = published(tmp_path)
        (repository / damage[0]).write_text(damage[1])
        built = run(write(tmp_path, one_of_each()), tmp_path, repository=repository)
        assert built.code == 2, built.stderr
        assert built.snapshot() == before
        assert {path.name for path in tmp_path.iterdir()} <= {"content", "output", "cache", "repository"}


class TestHostileContributions:
    TREE: Tree = article(
        "hostile",
        title="<script>alert(1)</script> & co",
        summary='"><img src=x onerror=alert(1)>',
        keywords=["</script><script>alert(2)</script>"],
        body="<script>alert(3)</script>\n\n<p onclick='alert(5)'>x</p>\n",
    )

    def test_with_a_link_that_runs_a_script_are_refused(self, site: Callable[..., Built]) -> None:
        built = site(article("hostile", body="[lien](javascript:alert(4))\n"))
        assert built.code == 1
        assert "E214 Un lien ne peut pas commencer par « javascript: »." in built.stderr

    def test_are_published_harmless(self, site: Callable[..., Built]) -> None:
        built = site(self.TREE)
        assert built.code == 0, built.stderr
        for url in built.pages:
            page = built.page(url)
            for script in page.find_all("script"):
                assert script.get("src") or script.get("type") in DATA, url
                assert "alert" not in script.get_text() or script.get("type") in DATA
            for tag in page.find_all(True):
                assert not any(name.startswith("on") for name in tag.attrs), (url, tag.name)
                assert not str(tag.get("href", "")).startswith("javascript:"), url
            assert not page.find_all("img", src="x")
