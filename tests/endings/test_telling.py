"""Whatever is raised becomes one or two lines of French and an exit code; Python's own account is for those who ask for it."""

import sys
from collections.abc import Callable

import pytest

from contributions.words.folding import folded
from endings import libraries
from endings.command import command, loading
from endings.failure import Failure, Told
from endings.telling import DEBUG, UNCHANGED, noting, tell, telling


class Wrong(Failure):
    """An end of its own."""

    exitcode = 1


@pytest.fixture(autouse=True)
def usual(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody asked for more than sentences, and the libraries are those that they should be."""
    monkeypatch.setenv(DEBUG, "")
    monkeypatch.setattr("endings.telling.unlike", lambda: None)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[[BaseException], tuple[int, list[str]]]:
    """The exit code of what is raised, and what is said of it."""

    def run(error: BaseException) -> tuple[int, list[str]]:
        try:
            raise error
        except BaseException as raised:
            code = tell(raised)
        out, err = capsys.readouterr()
        assert out == ""
        return code, err.strip().splitlines()

    return run


Tell = Callable[[BaseException], tuple[int, list[str]]]


class TestWhatIsTold:
    def test_of_a_failure_is_its_words_and_its_code(self, told: Tell) -> None:
        assert told(Wrong("Deux erreurs.")) == (1, ["Deux erreurs."])

    def test_of_a_fault_of_the_machine_is_its_sentence(self, told: Tell) -> None:
        assert told(MemoryError()) == (2, ["La mémoire manque : fermez d’autres programmes, ou recommencez avec « --jobs 1 »."])

    def test_of_an_interruption_is_that(self, told: Tell) -> None:
        assert told(KeyboardInterrupt()) == (2, ["Interrompu."])

    def test_twice_is_told_once(self, told: Tell) -> None:
        assert told(Told(1)) == (1, [])

    def test_of_a_defect_says_that_it_is_one_and_how_to_report_it(self, told: Tell) -> None:
        code, lines = told(KeyError("title"))
        assert code == 2
        assert lines == [
            "C’est un défaut d’Escale, et non d’une contribution : KeyError 'title'",
            "Relancez avec --debug, ou la variable ESCALE_DEBUG=1, et signalez-le avec ce qui s’affiche : "
            "https://github.com/escale-sciences/escale/issues",
        ]

    def test_of_a_defect_names_the_line_of_ours(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(AttributeError) as raised:
            folded(None)
        assert tell(raised.value) == 2
        assert "(plugins/contributions/words/folding.py, ligne " in capsys.readouterr().err

    def test_of_a_defect_is_cut_short(self, told: Tell) -> None:
        assert len(told(ValueError("long " * 1000))[1][0]) < 300

    def test_of_a_defect_says_where_libraries_are_others(self, told: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("endings.telling.unlike", lambda: "Des bibliothèques ne sont pas celles qu’il faut.")
        assert told(KeyError("title"))[1][1:] == ["Des bibliothèques ne sont pas celles qu’il faut."]

    def test_has_notes_once_each(self, told: Tell) -> None:
        error = Wrong("Deux erreurs.")
        for note in (UNCHANGED, "Et ceci.", UNCHANGED):
            error.add_note(note)
        assert told(error)[1] == ["Deux erreurs.", UNCHANGED, "Et ceci."]

    def test_has_python_s_account_for_those_who_ask(self, told: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(DEBUG, "1")
        _code, lines = told(KeyError("title"))
        assert lines[0] == "Traceback (most recent call last):"
        assert lines[-1].startswith("Signalez-le avec tout ce qui précède : https://")


class TestMissingLibraries:
    def test_are_named_with_what_installs_them(self, told: Tell) -> None:
        code, lines = told(ModuleNotFoundError("No module named 'pydantic'", name="pydantic"))
        assert code == 2
        assert lines[0] == f"La bibliothèque « pydantic » manque à ce Python, ou n’y va pas ({sys.executable})."
        assert "make site" in lines[1]

    def test_of_another_version_are_as_good_as_missing(self, told: Tell) -> None:
        error = ImportError("cannot import name 'Console' from 'rich.console'", name="rich.console")
        assert told(error)[1][0].startswith("La bibliothèque « rich » manque à ce Python, ou n’y va pas")

    def test_that_are_ours_are_a_defect(self, told: Tell) -> None:
        assert told(ModuleNotFoundError("No module named 'agenda.pagez'", name="agenda.pagez"))[1][0].startswith("C’est un défaut d’Escale")

    def test_are_seen_by_their_versions(self, monkeypatch: pytest.MonkeyPatch) -> None:
        installed = dict(libraries._locked())
        monkeypatch.setattr(libraries, "_installed", installed.get)
        assert libraries.unlike() is None
        installed["pillow"] = "1.0"
        del installed["rich"]
        assert "pillow 1.0 au lieu de " in str(libraries.unlike())
        assert "rich absente au lieu de " in str(libraries.unlike())

    def test_end_a_command_that_needs_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended, loading():
            raise ModuleNotFoundError("No module named 'rich'", name="rich")
        assert ended.value.code == 2
        assert "« rich »" in capsys.readouterr().err

    def test_are_not_looked_for_by_a_python_that_is_too_old(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(libraries, "OLDEST", (99,))
        with pytest.raises(SystemExit) as ended, loading():
            raise AssertionError
        assert ended.value.code == 2
        assert capsys.readouterr().err.startswith("Il faut Python 3.11 ou plus récent")


class TestWays:
    def test_a_command_gives_its_code_whatever_is_raised(self, capsys: pytest.CaptureFixture[str]) -> None:
        def main(arguments: list[str] | None) -> int:
            raise Wrong(" ".join(arguments or []))

        assert command(main)(["Deux", "erreurs."]) == 1
        assert capsys.readouterr().err == "Deux erreurs.\n"

    def test_wrong_usage_ends_a_command_as_argparse_does(self) -> None:
        def main(_arguments: list[str] | None) -> int:
            raise SystemExit(2)

        with pytest.raises(SystemExit):
            command(main)([])

    def test_what_others_call_goes_on_as_told(self) -> None:
        with pytest.raises(Told) as ended, telling():
            raise Wrong("Deux erreurs.")
        assert ended.value.exitcode == 1

    def test_an_interruption_ends_what_others_call(self) -> None:
        with pytest.raises(SystemExit) as ended, telling():
            raise KeyboardInterrupt
        assert ended.value.code == 2

    def test_a_note_goes_with_what_is_raised(self) -> None:
        with pytest.raises(KeyboardInterrupt) as raised, noting(UNCHANGED):
            raise KeyboardInterrupt
        assert raised.value.__notes__ == [UNCHANGED]
