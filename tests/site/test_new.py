"""`make new`: a few answers become a file that passes the check; wrong ones are asked again; nothing is written by half."""

import io
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import new
from contributions.models import KINDS
from contributions.source.front_matter import parse
from support import REPOSITORY, TODAY, environment, hub, one_of_each, organisation, read, write

SORTED = ["--title", "Une nuit d’été", "--summary", "Voir les étoiles.", "--theme", "Astronomie"]
OPTIONS = {
    "event": [*SORTED, "--category", "visite", "--organisation", "musee-du-ciel", "--start", "2027-07-10 21:00", "--place", "Le parc", "--city", "Amiens"],
    "exhibition": [*SORTED, "--category", "malle", "--publisher", "Le club"],
    "article": [*SORTED, "--category", "Portrait", "--organisation", "Organisation du ciel"],
    "announcement": [*SORTED, "--category", "stage", "--publisher", "Le club", "--expires", "2027-01-31"],
    "resource": [*SORTED, "--category", "podcast", "--publisher", "Le club", "--url", "https://exemple.fr/"],
    "organisation": ["--title", "Le club d’Ève", "--summary", "Des étoiles.", "--category", "association", "--consent", "oui", "--place", "Le parc", "--city", "Amiens"],
    "programme": [*SORTED, "--category", "festival", "--publisher", "Le club"],
    "page": ["--title", "Mode d’emploi", "--summary", "Comment faire."],
}  # fmt: skip
REFER = {"parent", "exhibition", "coordinator", "leaders", "programmes", "related", "image", "images", "logo", "file"}
"""Keys whose example names a file or a contribution, which a small tree has not; what is still to come has no results either."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small hub, on a day of its own, without anybody to answer."""
    monkeypatch.setenv("ESCALE_TODAY", TODAY.isoformat())
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    return write(tmp_path, one_of_each())


def files(content: Path) -> set[str]:
    """Every file of a hub."""
    return {file.relative_to(content).as_posix() for file in content.rglob("*") if file.is_file()}


def written(content: Path, *arguments: str) -> Path:
    """Run the command, which must write one file; returns it."""
    before = files(content)
    assert new.main([*arguments, "--content", str(content)]) == 0
    (path,) = files(content) - before
    return content / path


TO_WRITE = "Ce texte est celui que propose « make new »."
"""What is left to do."""


@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    def test_is_written_without_a_terminal_and_passes_the_check(self, kind: str, folder: Path) -> None:
        path = written(folder, kind, *OPTIONS[kind])
        assert path.parent.name == f"{kind}s"
        assert [problem.message for problem in read(folder).problems] == [TO_WRITE]

    def test_passes_with_any_of_its_comments_taken_away(self, kind: str, folder: Path) -> None:
        path = written(folder, kind, *OPTIONS[kind])
        text = path.read_text("utf-8")
        blocks = re.findall(r"^#([a-z_]+):.*\n(?:#  .*\n)*", text, re.MULTILINE)
        assert blocks
        whole = text
        for block in re.finditer(r"^#([a-z_]+):.*\n(?:#  .*\n)*", text, re.MULTILINE):
            if block[1] not in REFER | {"status", "retired_on", "condition", "versions"} | (
                {"results"} if kind in {"event", "programme"} else set()
            ):
                whole = whole.replace(block[0], re.sub("^#", "", block[0], flags=re.MULTILINE))
        path.write_text(whole, "utf-8")
        assert [str(problem) for problem in read(folder).problems if problem.severity == "error"] == []

    def test_asks_what_is_missing_and_says_the_options(self, kind: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = files(folder)
        assert new.main([kind, "--title", "Une nuit", "--content", str(folder)]) == 2
        assert "Il manque : --summary" in capsys.readouterr().err
        assert files(folder) == before


class TestAnswers:
    def test_of_an_event_stand_where_they_belong(self, folder: Path) -> None:
        path = written(folder, "event", *OPTIONS["event"], "--end", "2027-07-10 23:00")
        assert path.name == "une-nuit-d-ete-2027.md"
        values = parse(path.read_text("utf-8")).values
        assert values == {
            "title": "Une nuit d’été",
            "summary": "Voir les étoiles.",
            "category": "visite",
            "themes": ["astronomie"],
            "date": TODAY.isoformat(),
            "organisation": "musee-du-ciel",
            "slots": [{"start": "2027-07-10 21:00", "end": "2027-07-10 23:00"}],
            "place": {"name": "Le parc", "city": "Amiens"},
        }

    def test_may_put_the_postcode_before_the_town(self, folder: Path) -> None:
        path = written(folder, "event", *OPTIONS["event"][:-1], "51100 Reims")
        assert parse(path.read_text("utf-8")).values["place"] == {"name": "Le parc", "city": "Reims", "postcode": "51100"}

    def test_may_be_labels_and_names_as_well_as_words_of_the_lists(self, folder: Path) -> None:
        values = parse(written(folder, "article", *OPTIONS["article"]).read_text("utf-8")).values
        assert (values["category"], values["themes"], values["organisation"]) == ("portrait", ["astronomie"], "musee-du-ciel")

    def test_of_an_event_on_line_need_no_place(self, folder: Path) -> None:
        online = ["--mode", "en-ligne", "--online-url", "https://exemple.fr/direct"]
        values = parse(written(folder, "event", *OPTIONS["event"][:-4], *online).read_text("utf-8")).values
        assert "place" not in values
        assert values["online_url"] == "https://exemple.fr/direct"

    def test_leave_an_organisation_without_consent_its_name_alone(self, folder: Path) -> None:
        values = parse(written(folder, "organisation", *OPTIONS["organisation"][:6], "--consent", "non").read_text("utf-8")).values
        assert set(values) == {"title", "summary", "category"}

    def test_never_go_over_another_file(self, folder: Path) -> None:
        names = [written(folder, "article", *OPTIONS["article"]).name for _ in range(3)]
        assert names == ["une-nuit-d-ete.md", "une-nuit-d-ete-2.md", "une-nuit-d-ete-3.md"]

    def test_that_are_wrong_are_all_told_as_the_check_would(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = files(folder)
        wrong = ["--title", "Un", "--theme", "astronomi", "--city", "Abevile", "--organisation", "musee-du-siel", "--start", "10/7/2027"]
        assert new.main(["event", *wrong, "--content", str(folder)]) == 2
        assert capsys.readouterr().err.splitlines() == [
            "--title : « title » a 2 caractères : 3 au moins. Complétez.",
            "--theme : « astronomi » n’est pas une valeur connue ici. Vouliez-vous dire « astronomie » ?",
            "--organisation : Aucune structure ne s’appelle « musee-du-siel ». Vouliez-vous dire « musee-du-ciel » ?",
            "--start : « 10/7/2027 » n’est pas une date. Écrivez 2027-07-10.",
            "--city : Aucune commune de la région ne s’appelle « Abevile ». Vouliez-vous dire Abbeville (80) ? "
            "Ailleurs en France, ajoutez « postcode » ; à l’étranger, écrivez aussi le pays, comme « Bruges (Belgique) ».",
        ]
        assert files(folder) == before

    def test_that_contradict_one_another_are_told(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert new.main(["event", *OPTIONS["event"], "--end", "2027-07-10 19:00", "--content", str(folder)]) == 2
        assert "--end : La fin (2027-07-10 19:00) est avant le début (2027-07-10 21:00)." in capsys.readouterr().err

    def test_to_no_question_of_the_kind_are_refused(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert new.main(["page", *OPTIONS["page"], "--start", "2027-07-10", "--content", str(folder)]) == 2
        assert capsys.readouterr().err == "Sans objet pour ce genre : --start.\n"


class TestUsage:
    def test_of_an_unknown_kind_is_wrong(self, folder: Path) -> None:
        with pytest.raises(SystemExit) as ended:
            new.main(["evenement", "--content", str(folder)])
        assert ended.value.code == 2

    def test_without_a_hub_is_wrong(self, tmp_path: Path) -> None:
        with pytest.raises(SystemExit) as ended:
            new.main(["event", "--content", str(tmp_path)])
        assert ended.value.code == 2

    def test_of_a_hub_that_cannot_be_read_is_told(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        content = write(tmp_path, hub(name=None))
        assert new.main(["page", *OPTIONS["page"], "--content", str(content)]) == 2
        assert "hub.yml" in capsys.readouterr().err

    def test_does_not_mind_errors_of_others(self, folder: Path) -> None:
        (folder / "articles" / "casse.md").write_text("---\ntitle: x\n---\n", "utf-8")
        assert written(folder, "article", *OPTIONS["article"]).is_file()


class Terminal:
    """The command at a terminal of its own."""

    def __init__(self, content: Path, *arguments: str) -> None:
        self.side, other = pty.openpty()
        command = [sys.executable, str(REPOSITORY / "scripts" / "new.py"), *arguments, "--content", str(content)]
        # Tests that are run in the background ignore interruptions, and what they start would too.
        ignored = signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(command, stdin=other, stdout=other, stderr=other, env=environment(), start_new_session=True)
        signal.signal(signal.SIGINT, ignored)
        os.close(other)
        self.said = ""

    def until(self, words: str) -> str:
        """Read until some words are said; returns all that was said since the last time."""
        deadline, said = time.monotonic() + 60, ""
        while words not in said:
            ready, _writable, _odd = select.select([self.side], [], [], 5)
            assert time.monotonic() < deadline, said
            if not ready:
                continue
            try:
                said += os.read(self.side, 4096).decode("utf-8", "replace")
            except OSError:
                break
        assert words in said, said
        return said

    def answer(self, text: str) -> str:
        """Answer the question that was asked; returns what is said until the next."""
        os.write(self.side, f"{text}\n".encode())
        return self.until("> ")

    def interrupt(self) -> None:
        """Press Ctrl-C, and again while nothing comes of it: one that comes just before a line is awaited is heeded at the next key."""
        for _ in range(20):
            self.process.send_signal(signal.SIGINT)
            if select.select([self.side], [], [], 3)[0]:
                return

    def end(self) -> int:
        """Wait for its end; returns the exit code."""
        code = self.process.wait(60)
        os.close(self.side)
        return code


class TestAtATerminal:
    def test_each_question_is_asked_until_its_answer_is_right(self, folder: Path) -> None:
        before = files(folder)
        terminal = Terminal(folder)
        assert "Que proposez-vous ?" in terminal.until("> ")
        assert "Titre" in terminal.answer("1")
        assert "3 au moins" in terminal.answer("Un")
        assert "Résumé" in terminal.answer("Une nuit d’été")
        assert "Catégorie" in terminal.answer("Voir les étoiles.")
        assert "Vouliez-vous dire « visite » ?" in terminal.answer("vizite")
        assert "Thèmes" in terminal.answer("4")
        assert "Structure" in terminal.answer("Astronomie, 2")
        assert "musee-du-ciel – Organisation du ciel" in terminal.answer("Organisation du siel")
        assert "Début" in terminal.answer("musee-du-ciel")
        assert "Fin" in terminal.answer("2027-07-10 21:00")
        assert "est avant le début" in terminal.answer("2027-07-10 20:00")
        assert "Où cela se passe" in terminal.answer("")
        assert "Nom du lieu" in terminal.answer("")
        assert "Commune" in terminal.answer("Le parc")
        assert "Abbeville (80)" in terminal.answer("Abevile")
        os.write(terminal.side, b"Abbeville\n")
        assert "passe le contr" in terminal.until("CONTRIBUTING.md")
        assert terminal.end() == 0
        (path,) = files(folder) - before
        values = parse((folder / path).read_text("utf-8")).values
        assert (path, values["category"], values["themes"]) == (
            "events/une-nuit-d-ete-2027.md",
            "visite",
            ["astronomie", "sciences-de-la-terre"],
        )
        assert [problem.message for problem in read(folder).problems] == [TO_WRITE]

    def test_an_interruption_leaves_nothing(self, folder: Path) -> None:
        before = files(folder)
        terminal = Terminal(folder, "article")
        terminal.until("> ")
        terminal.answer("Une nuit d’été")
        terminal.interrupt()
        terminal.until("Rien n’a été écrit.")
        assert terminal.end() == 2
        assert files(folder) == before


def test_the_region_of_the_demo_is_asked_in_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESCALE_TODAY", TODAY.isoformat())
    content = write(tmp_path, hub(themes={"mer": "La mer"}) | organisation("club-de-voile", themes=["mer"]))
    options = [*OPTIONS["article"][:4], "--theme", "la mer", "--category", "portrait", "--organisation", "club-de-voile"]
    assert parse(written(content, "article", *options).read_text("utf-8")).values["themes"] == ["mer"]


def test_a_full_disk_leaves_no_half_of_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    before, opened = files(folder), Path.open

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    def full(path: Path, mode: str = "r", **options: str) -> object:
        found = opened(path, mode, **options)
        return Full() if mode == "x" else found

    monkeypatch.setattr(Path, "open", full)
    assert new.main(["article", *OPTIONS["article"], "--content", str(folder)]) == 2
    assert capsys.readouterr().err == "Le disque est plein : libérez de la place, puis recommencez.\n"
    assert files(folder) == before
