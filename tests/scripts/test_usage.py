"""Command lines speak French: their help, and what they say of a wrong one."""

import argparse

import pytest

from usage import Parser


@pytest.fixture
def parser() -> Parser:
    """A parser with every sort of argument."""
    found = Parser("Fait quelque chose.")
    found.prog = "chose.py"
    found.add_places("content", "cache")
    found.add_jobs(None)
    found.add_argument("--kind", choices=["event", "page"])
    found.add_argument("--days", nargs=2)
    found.add_argument("--count", type=int)
    found.add_argument("--quick", action="store_true")
    group = found.add_mutually_exclusive_group()
    group.add_argument("--one", action="store_true")
    group.add_argument("--other", action="store_true")
    found.add_argument("paths", nargs="+")
    return found


class TestWrongUsage:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ([], "il manque paths."),
            (["a", "--inconnue"], "option ou argument inconnu : --inconnue."),
            (["a", "--kind", "plante"], "--kind : plante n’est pas un choix possible : event, page."),
            (["a", "--kind"], "--kind : il faut une valeur."),
            (["a", "--days", "1"], "--days : nombre de valeurs attendu : 2."),
            (["a", "--count", "x"], "--count : x n’est pas une valeur possible."),
            (["a", "--one", "--other"], "--other : cette option ne va pas avec --one."),
            (["a", "--quick=3"], "--quick : cette option ne prend pas de valeur (3)."),
            (["a", "--content", "nulle-part"], "--content : « nulle-part » n’est pas un dossier : vérifiez son nom."),
            (["a", "--jobs", "0"], "--jobs : « 0 » n’est pas un nombre de processus : écrivez un nombre de 1 à 256."),
            (["a", "--qui"], "option ou argument inconnu : --qui."),
        ],
    )
    def test_is_told_in_two_lines_of_french(
        self, parser: Parser, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
    ) -> None:
        with pytest.raises(SystemExit) as ended:
            parser.parse_args(arguments)
        assert ended.value.code == 2
        assert capsys.readouterr().err == f"chose.py : {said}\n« chose.py --help » montre les options.\n"

    def test_of_a_required_group_is_told(self, capsys: pytest.CaptureFixture[str]) -> None:
        parser = Parser("")
        group = parser.add_mutually_exclusive_group(required=True)
        group.add_argument("--one")
        group.add_argument("--other")
        with pytest.raises(SystemExit):
            parser.parse_args([])
        assert "il faut l’une de ces options : --one --other." in capsys.readouterr().err


class TestHelp:
    def test_has_no_word_of_argparse_s(self, parser: Parser) -> None:
        theirs = argparse.ArgumentParser().format_help()
        ours = parser.format_help()
        assert "show this help message and exit" in theirs
        assert not any(word in ours for word in ("show this", "positional", "usage:"))
        assert ours.startswith("usage : chose.py")

    def test_names_the_usual_places_and_the_detail_of_errors(self, parser: Parser) -> None:
        assert all(part in parser.format_help() for part in ("--content DIR", "(content)", "(.cache)", "--debug"))
