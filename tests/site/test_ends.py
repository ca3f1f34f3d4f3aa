"""Every command ends as the contract says, whatever the machine does to it: an exit code, a sentence or two, and the site as it was."""

from __future__ import annotations

import json
import resource
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing.engine.places import MARKS
from support import REPOSITORY, article, hub, one_of_each, write
from support_commands import COMMANDS, UNCHANGED, Ended, arguments, at_most, bound_by_rights, command, variables

BUILDS = ("build", "pelican")
ASCII = {"PYTHONIOENCODING": "ascii"}
OLD_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"/>'

every_command = pytest.mark.parametrize("name", COMMANDS)
every_build = pytest.mark.parametrize("name", BUILDS)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A small hub, with a site on line."""
    write(tmp_path, hub() | article("a") | {"images/a.svg": SVG})
    (tmp_path / "output").mkdir()
    for mark in MARKS:
        (tmp_path / "output" / mark).write_text("en ligne")
    return tmp_path


def ended_with_2(ended: Ended, place: Path, name: str, *said: str) -> None:
    """See that a command ended with 2 and these lines, and left the site alone; what it leaves there says so."""
    assert ended.code == 2, ended
    assert ended.stdout == ""
    assert ended.said == [*said, *([UNCHANGED] if name in BUILDS else [])]
    assert {mark: (place / "output" / mark).read_text() for mark in MARKS} == dict.fromkeys(MARKS, "en ligne")
    assert {path.name for path in place.iterdir()} <= {"content", "output", "cache", "repository"}


class TestRights:
    @pytest.mark.parametrize(
        ("name", "hidden"),
        [*(("check", path) for path in ("articles", "images", "images/a.svg", "hub.yml")), *((name, "articles/a.md") for name in COMMANDS)],
    )
    def test_that_are_lacking_are_told_with_the_path(self, place: Path, name: str, hidden: str) -> None:
        path = place / "content" / hidden
        path.chmod(0)
        ended = command(name, place, limit=bound_by_rights)
        path.chmod(0o755)
        ended_with_2(ended, place, name, f"Accès refusé (« {path} ») : donnez à ce compte les droits qui lui manquent, puis recommencez.")

    @every_build
    def test_to_the_folder_of_the_site_are_asked_for(self, place: Path, name: str) -> None:
        (place / "cache").mkdir()
        place.chmod(0o555)
        ended = command(name, place, limit=bound_by_rights)
        place.chmod(0o755)
        ended_with_2(ended, place, name, f"Accès refusé (« {place} ») : donnez à ce compte les droits qui lui manquent, puis recommencez.")

    @every_build
    def test_to_a_cache_are_asked_for(self, place: Path, name: str) -> None:
        (place / "cache").mkdir(mode=0o555)
        ended = command(name, place, limit=bound_by_rights)
        ended_with_2(
            ended, place, name, f"Accès refusé (« {place / 'cache'} ») : donnez à ce compte les droits qui lui manquent, puis recommencez."
        )

    @pytest.mark.parametrize("warm", [False, True])
    def test_to_a_cache_are_not_needed_to_check(self, place: Path, warm: bool) -> None:
        (place / "cache").mkdir()
        if warm:
            command("check", place)
            write(place, article("b"))
        for path in [*(place / "cache").rglob("*"), place / "cache"]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        ended = command("check", place, limit=bound_by_rights)
        assert (ended.code, ended.stdout) == (0, f"{1 + warm} contribution{'s' * warm} vérifiée{'s' * warm} : rien à corriger.\n")
        assert ended.said == [f"Rien ne peut être écrit dans le cache « {place / 'cache'} » : tout est lu, et rien n’y est gardé."]


class TestPlaces:
    @pytest.mark.parametrize(
        ("name", "cache"), [("check", "content"), ("check", "content/cache"), ("check", "."), ("build", "content"), ("pelican", "content")]
    )
    def test_of_a_cache_among_the_contributions_are_refused_before_anything_is_written(self, place: Path, name: str, cache: str) -> None:
        path = (place / cache).resolve()
        before = sorted(place.rglob("*"))
        options = () if name == "pelican" else ("--cache", str(path))
        ended = command(name, place, *options, env={"ESCALE_CACHE": str(path)})
        assert ended.code == 2
        assert "se recouvrent : choisissez un autre" in ended.said[0]
        assert sorted(place.rglob("*")) == before

    @every_command
    def test_of_a_cache_that_is_a_file_are_refused(self, place: Path, name: str) -> None:
        (place / "cache").write_text("Une thèse")
        said = f"« {place / 'cache'} » n’est pas un dossier : choisissez-en un autre pour le cache."
        ended_with_2(command(name, place), place, name, said)
        assert (place / "cache").read_text() == "Une thèse"

    @every_build
    def test_of_a_site_that_is_a_file_are_refused(self, place: Path, name: str) -> None:
        shutil.rmtree(place / "output")
        (place / "output").write_text("Une thèse")
        ended = command(name, place)
        assert ended.code == 2
        assert ended.said == [f"« {place / 'output'} » n’est pas un dossier : choisissez-en un autre pour y publier le site.", UNCHANGED]
        assert (place / "output").read_text() == "Une thèse"

    @pytest.mark.parametrize(
        ("variable", "value", "said"),
        [
            ("ESCALE_CONTENT", "/nulle/part", "ESCALE_CONTENT : « /nulle/part » n’est pas un dossier : vérifiez son nom."),
            ("ESCALE_JOBS", "0", "ESCALE_JOBS : « 0 » n’est pas un nombre de processus : écrivez un nombre de 1 à 256."),
        ],
    )
    def test_that_make_no_sense_to_pelican_are_told(self, place: Path, variable: str, value: str, said: str) -> None:
        ended = command("pelican", place, env={variable: value})
        assert (ended.code, ended.said) == (2, [said])

    @every_command
    def test_in_time_that_make_no_sense_are_told(self, place: Path, name: str) -> None:
        said = "« ESCALE_TODAY=9999-12-31 » n’est pas un jour de 2000 à 2199 : écrivez AAAA-MM-JJ."
        ended_with_2(command(name, place, env={"ESCALE_TODAY": "9999-12-31"}), place, name, said)

    @pytest.mark.parametrize("day", ["2000-01-01", "2199-12-31"])
    def test_in_time_that_are_far_away_make_a_site(self, tmp_path: Path, day: str) -> None:
        write(tmp_path, one_of_each())
        assert command("build", tmp_path, env={"ESCALE_TODAY": day}).code == 0


class TestLimits:
    @every_build
    def test_of_open_files_are_told(self, place: Path, name: str) -> None:
        ended = command(name, place, limit=at_most(resource.RLIMIT_NOFILE, 12))
        ended_with_2(
            ended, place, name, "Trop de fichiers sont ouverts à la fois : relevez la limite (« ulimit -n 4096 »), puis recommencez."
        )

    @every_command
    def test_of_the_size_of_files_are_told(self, place: Path, name: str) -> None:
        ended = command(name, place, limit=at_most(resource.RLIMIT_FSIZE, 300))
        said = "Un fichier dépasse la taille permise : relevez la limite (« ulimit -f unlimited »), puis recommencez."
        ended_with_2(ended, place, name, said)


class TestConsoles:
    WRONG = article("faux", date="13/10/2026")
    PLAIN = 'content/articles/faux.md:4:7: E103 " 13/10/2026 " n\'est pas une date.'

    @every_command
    @pytest.mark.parametrize("console", [ASCII, OLD_LOCALE], ids=["ascii", "old-locale"])
    def test_without_accents_are_written_to_in_plain_letters(self, place: Path, name: str, console: dict[str, str]) -> None:
        picture = {"src": "images/été.svg", "alt": "Le ciel", "credit": "Escale"}
        write(place, article("b", image=picture) | {"images/été.svg": SVG})
        sound = command(name, place, env=console)
        assert (sound.code, sound.stderr) == (0, "")
        assert sound.stdout.isascii()
        write(place, self.WRONG)
        ended = command(name, place, env=console)
        assert ended.code == 1
        assert self.PLAIN in ended.stdout + ended.stderr
        assert (ended.stdout + ended.stderr).isascii()

    @pytest.mark.parametrize("console", [ASCII, OLD_LOCALE], ids=["ascii", "old-locale"])
    def test_without_accents_do_not_spoil_what_programs_read(self, place: Path, console: dict[str, str]) -> None:
        write(place, self.WRONG)
        for form in ("json", "sarif", "github"):
            assert command("check", place, "--format", form, env=console).stdout == command("check", place, "--format", form).stdout
        problems = json.loads(command("check", place, "--format", "json", env=console).stdout)["problems"]
        assert problems[0]["message"] == "« 13/10/2026 » n’est pas une date."

    @every_command
    def test_that_are_closed_change_nothing(self, place: Path, name: str) -> None:
        assert shell(name, place, '"$@" >&-').returncode == 0
        write(place, self.WRONG)
        assert shell(name, place, '"$@" <&- >&- 2>&-').returncode == 1

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_whose_reader_goes_are_no_failure(self, place: Path, form: str) -> None:
        write(place, {f"articles/{number}.md": "---\ntitel: x\n---\n" for number in range(200)})
        run = shell("check", place, 'set -o pipefail; "$@" | true', "--format", form)
        assert (run.returncode, run.stderr) == (1, "")

    @pytest.mark.parametrize("name", ["build", "check"])
    def test_on_a_full_disk_are_told(self, place: Path, name: str) -> None:
        run = shell(name, place, '"$@" > /dev/full')
        assert (run.returncode, run.stderr) == (2, "Le disque est plein : libérez de la place, puis recommencez.\n")


def shell(name: str, place: Path, line: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a command, which is « $@ », in a line of a shell."""
    return subprocess.run(
        ["bash", "-c", line, "bash", *arguments(name, place, options)],
        capture_output=True,
        text=True,
        env=variables(place),
        cwd=place,
        timeout=300,
    )


@pytest.fixture
def program(place: Path) -> Path:
    """A copy of the program, which a test may break."""
    copy = place / "repository"
    for name in ("plugins", "scripts", "themes"):
        shutil.copytree(REPOSITORY / name, copy / name, ignore=shutil.ignore_patterns("geo", "__pycache__"))
    geo = Path("plugins/contributions/geography/geo")
    (copy / geo).symlink_to(REPOSITORY / geo)
    shutil.copy(REPOSITORY / "pelican.conf.py", copy)
    return copy


class TestDefects:
    """What is wrong in Escale itself, in a worker as in the first process: the same sentences, and no traceback unless one asks."""

    WORKER = "    import multiprocessing, os, signal\n    if multiprocessing.parent_process() is not None:\n        {}\n"

    def broken(self, program: Path, place: Path, name: str, line: str, *options: str, **env: str) -> Ended:
        """How a build ends where each page that is rendered in a worker does something else first."""
        rendering = program / "plugins" / "publishing" / "rendering.py"
        start = "    template = env.get_template(page.template)\n"
        text = rendering.read_text("utf-8")
        assert start in text
        rendering.write_text(text.replace(start, self.WORKER.format(line) + start), "utf-8")
        jobs = () if name == "pelican" else ("--jobs", "2")
        return command(name, place, *jobs, *options, repository=program, env={"ESCALE_JOBS": "2", **env})

    @every_build
    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("raise KeyError('no')", "C’est un défaut d’Escale, et non d’une contribution (plugins/publishing/rendering.py, ligne "),
            ("raise OSError(28, 'No space left on device')", "Le disque est plein : libérez de la place, puis recommencez."),
            ("raise MemoryError", "La mémoire manque : fermez d’autres programmes, ou recommencez avec « --jobs 1 »."),
            (
                "os.kill(os.getpid(), signal.SIGKILL)",
                "Un des processus a été arrêté, faute de mémoire sans doute : libérez-en, ou recommencez avec « --jobs 1 ».",
            ),
        ],
        ids=["defect", "disk", "memory", "killed"],
    )
    def test_of_a_worker_are_told(self, place: Path, program: Path, name: str, line: str, said: str) -> None:
        ended = self.broken(program, place, name, line)
        assert ended.code == 2
        assert ended.said[0].startswith(said)
        assert ended.said[-1] == UNCHANGED
        assert len(ended.said) <= 3
        assert "Traceback" not in ended.stdout + ended.stderr

    @pytest.mark.parametrize(
        ("name", "options", "env"), [("build", ("--debug",), {}), ("pelican", ("--debug",), {}), ("pelican", (), {"ESCALE_DEBUG": "1"})]
    )
    def test_have_a_traceback_for_those_who_ask(
        self, place: Path, program: Path, name: str, options: tuple[str, ...], env: dict[str, str]
    ) -> None:
        ended = self.broken(program, place, name, "raise KeyError('no')", *options, **env)
        assert ended.code == 2
        assert "Traceback (most recent call last):" in ended.stderr
        assert "rendering.py" in ended.stderr
        assert "C’est un défaut d’Escale" in ended.stderr

    def test_of_the_check_are_told(self, place: Path, program: Path) -> None:
        (program / "plugins" / "contributions" / "rules" / "persons.py").write_text("raise ZeroDivisionError\n")
        ended = command("check", place, repository=program)
        assert ended.code == 2
        assert ended.said[0].startswith(
            "C’est un défaut d’Escale, et non d’une contribution (plugins/contributions/rules/persons.py, ligne 1)"
        )
        assert len(ended.said) == 2


class TestMissingLibraries:
    @pytest.mark.parametrize(
        ("library", "name"),
        [
            ("pydantic", "build"),
            ("pydantic", "check"),
            ("pydantic", "pelican"),
            ("rich", "build"),
            ("pydantic", "new"),
            ("yaml", "reference"),
            ("tornado", "serve"),
        ],
    )
    def test_end_with_2_and_what_installs_them(self, place: Path, library: str, name: str) -> None:
        (place / f"{library}.py").write_text(f'raise ModuleNotFoundError("No module named {library}", name="{library}")\n')
        env = variables(place, {"PYTHONPATH": str(place)})
        line = arguments(name, place) if name in COMMANDS else [sys.executable, str(REPOSITORY / "scripts" / f"{name}.py")]
        run = subprocess.run(line, capture_output=True, text=True, env=env, cwd=place, timeout=300)
        assert run.returncode == 2
        first, second, *more = run.stderr.splitlines()
        assert first == f"La bibliothèque « {library} » manque à ce Python, ou n’y va pas ({sys.executable})."
        assert second.startswith("Lancez « make site » dans ")
        assert more in ([], [UNCHANGED])


class TestInterruptions:
    @every_build
    def test_end_with_2_and_leave_the_site_alone(self, place: Path, program: Path, name: str) -> None:
        deciding = program / "plugins" / "publishing" / "engine" / "deciding.py"
        deciding.write_text(
            deciding.read_text("utf-8")
            + "\n\ndef decide(site, trees):\n    import os, signal\n"
            # Whoever runs the tests in the background may have made processes deaf to it.
            + "    signal.signal(signal.SIGINT, signal.default_int_handler)\n    os.kill(os.getpid(), signal.SIGINT)\n"
        )
        ended_with_2(command(name, place, repository=program), place, name, "Interrompu.")


class TestServing:
    def serve(self, place: Path, *options: str) -> Ended:
        line = [sys.executable, str(REPOSITORY / "scripts" / "serve.py"), "--content", str(place / "content"), *options]
        run = subprocess.run(line, capture_output=True, text=True, env=variables(place), cwd=place, timeout=300)
        return Ended(run.returncode, run.stdout, run.stderr)

    def test_on_a_port_that_is_taken_is_refused(self, place: Path, taken: int) -> None:
        ended = self.serve(place, "--port", str(taken), "--output", str(place / "output"), "--cache", str(place / "cache"))
        assert ended.code == 2
        assert ended.said[0].startswith(f"Le port {taken} n’est pas libre, ou pas permis : essayez --port ")

    def test_of_nothing_is_refused(self, place: Path) -> None:
        shutil.rmtree(place / "content")
        ended = self.serve(place)
        assert ended.code == 2
        assert ended.said[0].startswith("serve.py : --content : ")


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody listens already."""
    with socket.socket() as server:
        server.bind(("localhost", 0))
        server.listen()
        yield server.getsockname()[1]
