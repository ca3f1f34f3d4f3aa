"""What is given is taken where it makes sense, and told where it does not."""

from pathlib import Path

import pytest

from endings.given import Senseless, folder, place, port, processes, variable


class TestFolders:
    def test_are_there(self, tmp_path: Path) -> None:
        assert folder(str(tmp_path)) == tmp_path
        with pytest.raises(Senseless, match="n’est pas un dossier"):
            folder(str(tmp_path / "nowhere"))

    def test_may_be_to_come(self, tmp_path: Path) -> None:
        assert place(str(tmp_path / "nowhere")) == tmp_path / "nowhere"

    @pytest.mark.parametrize("text", ["", "caf\udce9"])
    def test_have_names(self, text: str) -> None:
        with pytest.raises(Senseless):
            place(text)

    def test_lead_somewhere(self, tmp_path: Path) -> None:
        (tmp_path / "rond").symlink_to("rond")
        for of in (place, folder):
            with pytest.raises(Senseless, match="tourne en rond"):
                of(str(tmp_path / "rond" / "site"))


class TestNumbers:
    def test_of_processes_are_from_one_to_many(self) -> None:
        assert [processes("1"), processes("256")] == [1, 256]

    @pytest.mark.parametrize("text", ["0", "-1", "257", "beaucoup", "²", "1.5", "", "9" * 5000, " 1"])
    def test_that_are_none_are_told(self, text: str) -> None:
        with pytest.raises(Senseless, match="n’est pas un nombre de processus"):
            processes(text)
        with pytest.raises(Senseless, match="n’est pas un nombre de port"):
            port(text if text != "257" else "65536")


class TestVariables:
    def test_that_say_nothing_leave_the_usual(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("ESCALE_JOBS", raising=False)
        assert variable("ESCALE_JOBS", processes, 7) == 7
        monkeypatch.setenv("ESCALE_JOBS", "")
        assert variable("ESCALE_JOBS", processes, 7) == 7

    def test_that_make_no_sense_end_the_build_and_are_named(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("ESCALE_JOBS", "beaucoup")
        with pytest.raises(SystemExit) as ended:
            variable("ESCALE_JOBS", processes, 7)
        assert ended.value.code == 2
        assert capsys.readouterr().err == "ESCALE_JOBS : « beaucoup » n’est pas un nombre de processus : écrivez un nombre de 1 à 256.\n"
