"""In the folder of a kind every file is a contribution, or told, or one that a program has left."""

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contributions.loading.loading import load
from contributions.models import FOLDERS
from support import TODAY, hub, write

LEFT = [
    *(
        ".DS_Store",
        "._nuit.md",
        "Thumbs.db",
        "desktop.ini",
        "Desktop.ini",
        "~$nuit.docx",
        ".~lock.nuit.odt#",
        ".nuit.md.swp",
        ".nuit.md.swo",
    ),
    *(".#nuit.md", "#nuit.md#", ".nuit.md.part", ".gitkeep", ".gitignore", "README.md", "LISEZMOI.md", "LICENCE.txt", "readme.txt"),
]
LOST = {
    "nuit.md.txt": "Renommez-le en « nuit.md ».",
    "nuit.txt": "Renommez-le en « nuit.md ».",
    "nuit": "Renommez-le en « nuit.md ».",
    "Nuit d’été": "Renommez-le en « nuit-d-ete.md ».",
    "_nuit.md": "Renommez-le en « nuit.md » ;",
    ".gitnuit.md": "Renommez-le en « gitnuit.md » ;",
    ".nuit.md": "Renommez-le en « nuit.md » ;",
    "nuit.md~": "renommez-le en « nuit.md ».",
    "nuit.md.bak": "renommez-le en « nuit.md ».",
    "nuit.docx": "Écrivez-en le texte dans un fichier « .md » ;",
    "nuit.odt": "Écrivez-en le texte dans un fichier « .md » ;",
    "nuit.md.docx": "Écrivez-en le texte dans un fichier « .md » ;",
    "nuit.mdx": "Écrivez-en le texte dans un fichier « .md » ;",
    "licence-pro.docx": "Écrivez-en le texte dans un fichier « .md » ;",
    "nuit.jpg": "Déposez-le dans content/images/.",
    "nuit.MD": "Renommez le fichier : nuit.md.",
    "nuit.markdown": "Renommez le fichier : nuit.md.",
    "nuit.md.md": "Renommez le fichier : nuit.md.",
    "Copie de nuit.md": "Renommez le fichier : copie-de-nuit.md.",
}


def told(tmp_path: Path, *paths: str) -> list[str]:
    """What is said of some files of which each holds a line."""
    content = write(tmp_path, hub() | dict.fromkeys(paths, "Une nuit.\n"))
    return [str(problem) for problem in load(content, TODAY).problems]


class TestFoldersBesideTheContributions:
    @pytest.mark.parametrize("folder", ["images", "documents", "data", "loans", "images/2026/nuit"])
    def test_hold_no_text_that_is_lost_in_silence(self, tmp_path: Path, folder: str) -> None:
        (line,) = [line for line in told(tmp_path, f"{folder}/nuit.md") if " W003 " in line]
        assert line.startswith(f"content/{folder}/nuit.md:1:1: W003 Ce fichier n’est pas lu")

    @pytest.mark.parametrize("name", ["README.md", "CREDITS.md", "._nuit.md", ".obsidian/nuit.md"])
    def test_hold_what_is_about_them(self, tmp_path: Path, name: str) -> None:
        assert told(tmp_path, f"images/{name}") == []


class TestTheFolderOfAKind:
    @pytest.mark.parametrize("folder", ["events", "organisations/2026/salon"])
    @pytest.mark.parametrize("name", LOST)
    def test_holds_nothing_that_is_lost_in_silence(self, tmp_path: Path, folder: str, name: str) -> None:
        (line,) = [line for line in told(tmp_path, f"{folder}/{name}") if line.startswith(f"content/{folder}/{name}:1:1: E007 ")]
        assert LOST[name] in line

    @pytest.mark.parametrize("name", LEFT)
    def test_may_hold_what_a_program_has_left(self, tmp_path: Path, name: str) -> None:
        assert told(tmp_path, f"events/2026/{name}") == []

    def test_may_hold_a_folder_of_a_program(self, tmp_path: Path) -> None:
        assert told(tmp_path, "events/.obsidian/nuit.md", "events/__MACOSX/nuit.md", "events/~$nuit.md") == []

    def test_may_hold_contributions_that_are_named_like_notes(self, tmp_path: Path) -> None:
        lines = told(tmp_path, "articles/licence.md", "articles/readme.md", "articles/licence/nuit.md")
        assert [line.split(" ")[1] for line in lines] == ["E002", "E002", "E002"]

    def test_tells_a_folder_that_is_kept_aside_once(self, tmp_path: Path) -> None:
        (line,) = told(tmp_path, "events/_plus-tard/a.md", "events/_plus-tard/b/c.docx")
        assert line.startswith("content/events/_plus-tard:1:1: E007 ")

    def test_may_hold_a_folder_with_nothing_in_it(self, tmp_path: Path) -> None:
        assert told(tmp_path, "events/_plus-tard/.gitkeep") == []

    names = st.text(alphabet="ab._~ é-$#" + string.digits, min_size=1, max_size=12) | st.builds(
        "{}{}{}".format,
        st.sampled_from(["", "_", ".", "~$", "Copie de "]),
        st.sampled_from(["nuit", "Été", "a.b"]),
        st.sampled_from(["", ".md", ".txt", ".md.txt", ".docx", ".md~", ".MD", ".swp", ".jpg", ".zip"]),
    )

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
    @given(name=names.filter(lambda name: name not in {".", ".."}), folder=st.sampled_from(sorted(FOLDERS)))
    def test_is_told_whatever_the_name_of_what_lies_there(self, tmp_path_factory: pytest.TempPathFactory, name: str, folder: str) -> None:
        of_a_program = name.startswith((".#", "#", "~$", ".~", "._")) or name == "4913" or (name[0] == "." and ".sw" in name)
        assert bool(told(tmp_path_factory.mktemp("tree"), f"{folder}/{name}")) != of_a_program


class TestBesideThem:
    def test_a_text_is_a_warning(self, tmp_path: Path) -> None:
        assert [line.split(" ")[1] for line in told(tmp_path, "nuit.docx", "_nuit.md")] == ["W003", "W003"]

    def test_a_folder_may_be_kept_aside(self, tmp_path: Path) -> None:
        assert told(tmp_path, "_notes/nuit.docx") == []

    def test_words_of_a_letter_are_not_lost_either(self, tmp_path: Path) -> None:
        (line,) = told(tmp_path, "newsletter/2026-w48.md.txt")
        assert line.startswith("content/newsletter/2026-w48.md.txt:1:1: E007 ")
        assert "« 2026-w48.md »" in line
