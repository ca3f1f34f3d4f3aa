"""scripts/check.py as contributors, editors and workflows run it: its exit codes, its formats, its repairs."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import check
from follow_up.findings import findings
from follow_up.rendering import comment
from publishing.strings import counted
from support import ORIGIN, REPOSITORY, TODAY, article, event, hub, organisation, write
from support_limits import in_bounded_time

WRONG = {
    "articles/faux.md": "---\ntitle: Un portrait\nsummary: Court.\ndate: 13/10/2026\ncategory: portait\nthemes: [astronomie]\npublisher:\n  name: Escale\n---\nUn texte.\n"
}
SOUND = hub() | organisation("musee") | article("portrait", organisation="musee", publisher=None)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESCALE_TODAY", TODAY.isoformat())


class Check:
    """Runs the command on a tree; keeps what it printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.content = folder / "content"

    def __call__(self, *options: str) -> tuple[int, str, str]:
        code = check.main(["--content", str(self.content), "--cache", str(self.folder / "cache"), "--jobs", "1", *options])
        out, err = self._capsys.readouterr()
        return code, out, err


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """The command on a sound tree."""
    write(tmp_path, SOUND)
    return Check(tmp_path, capsys)


class TestExitCodes:
    def test_a_sound_hub_is_0(self, run: Check) -> None:
        assert run() == (0, "2 contributions vérifiées : rien à corriger.\n", "")

    def test_warnings_alone_are_0(self, run: Check) -> None:
        write(run.folder, article("vieux", review_by="2026-01-01"))
        code, out, _err = run()
        assert code == 0
        assert "W601" in out
        assert out.endswith("1 avertissement dans 1 fichier.\n")

    def test_errors_are_1(self, run: Check) -> None:
        write(run.folder, WRONG)
        assert run()[0] == 1

    def test_a_hub_that_cannot_be_read_is_1(self, run: Check) -> None:
        write(run.folder, {"hub.yml": "name: Escale\n"})
        code, out, _err = run()
        assert code == 1
        assert "content/hub.yml:1:1: E102" in out

    @pytest.mark.parametrize("path", ["/etc/passwd", "absent.md", "../x"])
    def test_a_path_outside_is_2(self, run: Check, path: str) -> None:
        code, out, err = run(path)
        assert (code, out) == (2, "")
        assert "n’est pas un fichier de" in err

    @pytest.mark.parametrize("options", [["--format", "xml"], ["--content", "nulle-part"], ["--unknown"], ["--jobs", "0"]])
    def test_wrong_usage_is_2(self, options: list[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            check.main(options)
        assert ended.value.code == 2

    def test_a_day_that_is_none_is_2(self, run: Check, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ESCALE_TODAY", "demain")
        assert run()[0] == 2

    def test_the_command_itself_ends_so(self, run: Check) -> None:
        write(run.folder, WRONG)
        command = [sys.executable, "scripts/check.py", "--content", run.content, "--cache", run.folder / "cache"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, env={**os.environ, "ESCALE_TODAY": str(TODAY)})
        assert done.returncode == 1
        assert "content/articles/faux.md:4:7: E103" in done.stdout
        assert done.stderr == ""

    def test_it_needs_no_pelican(self) -> None:
        program = "import sys; sys.path[:0] = ['scripts', 'plugins']; import check; sys.exit('pelican' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY).returncode == 0


class TestPaths:
    def test_only_what_concerns_them_is_told(self, run: Check) -> None:
        write(run.folder, WRONG | article("autre", status="fini"))
        assert "faux" not in run(str(run.content / "articles" / "autre.md"))[1]

    def test_a_folder_stands_for_its_files(self, run: Check) -> None:
        write(run.folder, WRONG | event("nuit", category="rien"))
        _code, out, _err = run(str(run.content / "events"))
        assert "content/events/nuit.md" in out
        assert "faux" not in out

    def test_count_what_was_read_and_nothing_else(self, run: Check) -> None:
        write(
            run.folder, {"documents/bilan.pdf": b"%PDF-1.7\n", "articles/README.md": "Des notes.\n"} | article("projet", status="brouillon")
        )
        assert run()[1] == "3 contributions vérifiées : rien à corriger.\n"
        assert run(str(run.content))[1] == "3 contributions et 2 autres fichiers vérifiés : rien à corriger.\n"
        assert run(str(run.content / "articles"))[1] == "2 contributions vérifiées : rien à corriger.\n"

    @pytest.mark.parametrize("name", ["_nuit.md", ".nuit.md", "nuit.txt", "nuit"])
    def test_of_a_file_that_is_lost_tell_it(self, run: Check, name: str) -> None:
        write(run.folder, {f"articles/{name}": "Un texte.\n"})
        code, out, err = run(str(run.content / "articles" / name))
        assert (code, err) == (1, "")
        assert f"content/articles/{name}:1:1: E007 " in out

    @pytest.mark.parametrize("name", ["README.md", ".nuit.md.swp", "Thumbs.db", "vide"])
    @pytest.mark.parametrize("fix", [(), ("--fix",)])
    def test_where_nothing_is_read_never_say_that_nothing_is_wrong(self, run: Check, name: str, fix: tuple[str, ...]) -> None:
        file = run.content / "articles" / name
        file.mkdir() if name == "vide" else file.touch()
        code, out, err = run(*fix, str(file))
        assert (code, out) == (0, "Rien n’a été vérifié.\n")
        assert err.startswith(f"« {file} » : rien n’y est lu.")

    def test_of_which_one_is_read_tell_of_the_other(self, run: Check) -> None:
        write(run.folder, {"articles/README.md": "Des notes.\n"})
        _code, out, err = run(str(run.content / "articles" / "portrait.md"), str(run.content / "articles" / "README.md"))
        assert out == "1 contribution vérifiée : rien à corriger.\n"
        assert "README.md » : rien n’y est lu." in err

    def test_of_a_file_that_was_given_another_name_are_no_mistake(self, run: Check) -> None:
        write(run.folder, {"articles/nuit.md.txt": article("nuit")["articles/nuit.md"]})
        assert run("--fix", str(run.content / "articles" / "nuit.md.txt"))[1] == "1 contribution vérifiée : rien à corriger.\n"

    def test_references_are_resolved_against_all(self, run: Check) -> None:
        assert run(str(run.content / "articles" / "portrait.md"))[0] == 0

    def test_a_hub_that_is_missing_is_told_whatever_they_are(self, run: Check) -> None:
        (run.content / "hub.yml").unlink()
        code, out, _err = run(str(run.content / "articles" / "portrait.md"))
        assert code == 1
        assert out.startswith("content/hub.yml:1:1: E013 ")

    def test_a_symbolic_link_is_told_as_one(self, run: Check) -> None:
        (run.content / "articles" / "lien.md").symlink_to("portrait.md")
        code, out, _err = run(str(run.content / "articles" / "lien.md"))
        assert code == 1
        assert "lien.md:1:1: E018" in out

    @pytest.mark.parametrize("written", ["text", "markdown", "github", "json", "sarif", "comment"])
    def test_nothing_of_what_a_link_leads_to_is_shown(self, run: Check, tmp_path: Path, written: str) -> None:
        secret = tmp_path / "secret.txt"
        secret.write_text("MOT_DE_PASSE=1234\n")
        (run.content / "articles" / "lien.md").symlink_to(secret)
        assert "MOT_DE_PASSE" not in "".join(map(str, run("--format", written)))


class TestWhatIsNew:
    """--before: what a change breaks elsewhere is told, and what was wrong there already is not."""

    @pytest.fixture
    def before(self, run: Check) -> tuple[str, str]:
        """A hub in which a file was wrong already, as its own report says."""
        write(run.folder, WRONG | article("vieux", review_by="2026-01-01"))
        report = run.folder / "before.json"
        assert run("--format", f"json={report}")[0] == 1
        return "--before", str(report)

    def test_a_document_gets_nothing_of_what_was_wrong(self, run: Check, before: tuple[str, str]) -> None:
        write(run.folder, {"documents/bilan.pdf": b"%PDF-1.7\n"})
        assert run(*before, str(run.content / "documents" / "bilan.pdf"))[:2] == (0, "1 fichier vérifié : rien à corriger.\n")

    def test_a_document_that_is_none_is_told(self, run: Check, before: tuple[str, str]) -> None:
        write(run.folder, {"documents/bilan.pdf": b"<html>"})
        code, out, _err = run(*before, str(run.content / "documents" / "bilan.pdf"))
        assert code == 1
        assert "content/documents/bilan.pdf:1:1: E220" in out
        assert "faux" not in out

    def test_a_file_that_changes_gets_all_that_is_wrong_in_it(self, run: Check, before: tuple[str, str]) -> None:
        assert "E103" in run(*before, str(run.content / "articles" / "faux.md"))[1]

    def test_a_removal_gets_what_it_breaks(self, run: Check, before: tuple[str, str]) -> None:
        (run.content / "organisations" / "musee.md").unlink()
        code, out, _err = run(*before)
        assert code == 1
        assert "content/articles/portrait.md:" in out
        assert "faux" not in out
        assert "vieux" not in out

    def test_the_hub_gets_what_its_words_break(self, run: Check, before: tuple[str, str]) -> None:
        write(run.folder, hub(themes={"physique": "Physique"}))
        code, out, _err = run(*before, str(run.content / "hub.yml"))
        assert code == 1
        assert "content/articles/portrait.md:" in out
        assert "« 13/10/2026 »" not in out

    def test_nothing_new_is_nothing(self, run: Check, before: tuple[str, str]) -> None:
        assert run(*before)[0] == 0

    @pytest.mark.parametrize("text", ["", "[]", "{}", '{"problems": [1]}', '{"problems": [{"path": 1}]}'])
    def test_a_report_that_is_none_is_wrong_usage(self, run: Check, text: str) -> None:
        file = run.folder / "before.json"
        file.write_text(text)
        code, _out, err = run("--before", str(file))
        assert code == 2
        assert "n’est pas le rapport d’un contrôle" in err

    def test_a_report_that_is_not_there_is_wrong_usage(self, run: Check) -> None:
        assert run("--before", "absent.json")[0] == 2


class TestFormats:
    def test_text_shows_the_line_the_place_the_repair_and_the_page(self, run: Check) -> None:
        write(run.folder, WRONG)
        assert run()[1] == (
            "content/articles/faux.md:4:7: E103 « 13/10/2026 » n’est pas une date.\n"
            "  4 │ date: 13/10/2026\n"
            "    │       ^^^^^^^^^^\n"
            "  → Écrivez 2026-10-13.\n"
            "  https://escale.example/contribuer/problemes/e103/\n"
            "\n"
            "content/articles/faux.md:5:11: E109 « portait » n’est pas une valeur connue ici.\n"
            "  5 │ category: portait\n"
            "    │           ^^^^^^^\n"
            "  → Vouliez-vous dire « portrait » ?\n"
            "  https://escale.example/contribuer/problemes/e109/\n"
            "\n"
            "2 erreurs dans 1 fichier. 2 se réparent sans vous : ajoutez --fix.\n"
        )

    @pytest.mark.parametrize("words", ["06 12 34 56 78 ", "jean.dupont@exemple.fr ", "<p style=''>a</p> ", "[a](x/{}/) ", "a{}\u200bb "])
    def test_text_shows_the_first_of_thousands_on_a_line_and_says_how_many_there_are(self, run: Check, words: str) -> None:
        write(run.folder, article("long", body="".join(words.format(number) for number in range(4_000)) + "\n"))
        with in_bounded_time():
            _code, shown, _err = run()
            everything = json.loads(run("--format", "json")[1])["problems"]
        assert shown.count("\n  →") <= 30
        if len(everything) > 30:
            code = everything[0]["code"]
            assert f"content/articles/long.md: {code} « " in shown
            assert f"et encore {counted('{n}', '{n}', len(everything) - 30)} de même, jusqu’à la ligne " in shown

    def test_json_is_the_contract_s(self, run: Check) -> None:
        write(run.folder, WRONG)
        code, out, _err = run("--format", "json")
        assert code == 1
        assert json.loads(out) == {
            "version": 1,
            "problems": [
                {
                    "path": "content/articles/faux.md",
                    "line": 4,
                    "column": 7,
                    "code": "E103",
                    "severity": "error",
                    "message": "« 13/10/2026 » n’est pas une date.",
                    "repair": "Écrivez 2026-10-13.",
                },
                {
                    "path": "content/articles/faux.md",
                    "line": 5,
                    "column": 11,
                    "code": "E109",
                    "severity": "error",
                    "message": "« portait » n’est pas une valeur connue ici.",
                    "repair": "Vouliez-vous dire « portrait » ?",
                },
            ],
        }

    def test_json_of_a_sound_hub_holds_no_problem(self, run: Check) -> None:
        assert json.loads(run("--format", "json")[1]) == {"version": 1, "problems": []}

    def test_github_gives_a_workflow_command_a_problem(self, run: Check) -> None:
        write(run.folder, WRONG)
        first, second = run("--format", "github")[1].splitlines()
        assert first == (
            "::error file=content/articles/faux.md,line=4,col=7,title=E103 Date illisible::« 13/10/2026 » n’est pas une date. Écrivez 2026-10-13."
            "%0Ahttps://escale.example/contribuer/problemes/e103/"
        )
        assert second.startswith("::error file=content/articles/faux.md,line=5,col=11,title=E109 Valeur inconnue::")

    def test_github_escapes_what_would_end_a_command(self, run: Check) -> None:
        write(run.folder, article("a,b%c", category="100 %"))
        (first, *_others) = run("--format", "github")[1].splitlines()
        assert first.startswith("::error file=content/articles/a%2Cb%25c.md,line=1,col=1,title=E007 Nom de fichier::")

    def test_sarif_says_where_and_how_to_mend(self, run: Check) -> None:
        write(run.folder, WRONG)
        (job,) = json.loads(run("--format", "sarif")[1])["runs"]
        assert job["columnKind"] == "unicodeCodePoints"
        assert [rule["id"] for rule in job["tool"]["driver"]["rules"]] == ["E103", "E109"]
        first = job["results"][0]
        assert first["level"] == "error"
        assert first["locations"][0]["physicalLocation"] == {
            "artifactLocation": {"uri": "content/articles/faux.md"},
            "region": {"startLine": 4, "startColumn": 7},
        }
        (replacement,) = first["fixes"][0]["artifactChanges"][0]["replacements"]
        assert replacement == {
            "deletedRegion": {"startLine": 4, "startColumn": 7, "endColumn": 17},
            "insertedContent": {"text": "2026-10-13"},
        }

    def test_markdown_tells_a_person_what_to_do_and_what_it_will_look_like(self, run: Check) -> None:
        write(run.folder, WRONG | event("nuit", title="La nuit des *craies*"))
        _code, out, _err = run("--format", "markdown", str(run.content / "articles"), str(run.content / "events"))
        assert out.startswith("### Presque : 2 points à corriger\n")
        assert "**Ligne 4** (erreur [E103](https://escale.example/contribuer/problemes/e103/))" in out
        assert "**Écrivez 2026-10-13.**\n  ` date: 13/10/2026 `\n" in out
        assert "> **La nuit des \\*craies\\***\n" in out
        assert "> Événement · Atelier · " in out
        assert "> ` /agenda/nuit/ `\n" in out

    def test_markdown_makes_nothing_of_what_a_stranger_wrote(self, run: Check) -> None:
        title = '@equipe <img src="x"> [ici](https://mal.example) #12'
        write(run.folder, article("mal", title=title))
        out = run("--format", "markdown", str(run.content / "articles" / "mal.md"))[1]
        assert f"  ` title: '{title}' `\n" in out, "GitHub makes nothing of the line between backquotes"
        out = re.sub(r"`[^`\n]*`", "", out)
        assert "@equipe" not in out
        assert "<img" not in out.replace("\\<", "")
        assert "https://mal.example" not in out
        assert "[ici]" not in out.replace("\\[ici\\]", "")

    def test_comment_holds_what_markdown_is_written_of(self, run: Check) -> None:
        write(run.folder, WRONG | event("nuit"))
        paths = [str(run.content / "articles"), str(run.content / "events")]
        found = findings(run("--format", "comment", *paths)[1].encode())
        assert (found.errors, found.repairable, found.files, found.published) == (2, 2, 1, 2)
        assert found.problems[0].text == "date: 13/10/2026"
        assert found.previews[0].url == "/agenda/nuit/"
        assert comment(found, ORIGIN) == run("--format", "markdown", *paths)[1]

    def test_comment_is_short_whatever_a_line_is(self, run: Check) -> None:
        write(run.folder, article("a", body=f"![IMG_2034.jpg](data:image/png;base64,{'iVBOR' * 100_000})\n"))
        found = run("--format", "comment", str(run.content / "articles" / "a.md"))[1]
        assert findings(found.encode()).errors
        assert len(found) < 20_000

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("text", r"\d: (E\d+) "),
            ("github", r"title=(E\d+) "),
            ("json", r'"code": "(E\d+)"'),
            ("sarif", r'"ruleId": "(E\d+)"'),
            ("markdown", r"erreur \[(E\d+)\]"),
            ("comment", r'"code": "(E\d+)"'),
        ],
    )
    def test_each_begins_with_the_line_that_cannot_be_read(self, run: Check, name: str, code: str) -> None:
        write(
            run.folder,
            {"articles/faux.md": '---\ndate: 13/10/2026\ntitle: "a "b" c"\n---\nUn texte.\n'} | article("avant", date="2026-13-01"),
        )
        out = run("--format", name, str(run.content / "articles" / "faux.md"))[1]
        assert re.findall(code, out) == ["E004", "E103", "E102"]

    def test_the_comment_tells_errors_where_it_cannot_tell_all(self, run: Check) -> None:
        for number in range(80):
            write(run.folder, article(f"a-{number}", review_by="2020-01-01"))
        write(run.folder, article("z", date="2026-13-01"))
        found = findings(run("--format", "comment", str(run.content / "articles"))[1].encode())
        assert (found.warnings, found.problems[0].path) == (80, "content/articles/z.md")

    def test_several_come_from_one_run(self, run: Check) -> None:
        write(run.folder, WRONG)
        report = run.folder / "report.sarif"
        code, out, _err = run("--format", "github", "--format", f"sarif={report}")
        assert code == 1
        assert out.startswith("::error")
        assert json.loads(report.read_text("utf-8"))["version"] == "2.1.0"


class TestRepairs:
    def test_are_written_and_shown(self, run: Check) -> None:
        write(run.folder, WRONG)
        code, out, err = run("--fix")
        assert code == 0
        assert "-date: 13/10/2026\n-category: portait\n+date: 2026-10-13\n+category: portrait\n" in err
        assert out == "3 contributions vérifiées : rien à corriger.\n"

    def test_give_a_file_the_name_that_it_needs(self, run: Check) -> None:
        write(run.folder, {"articles/Nuit d’été.md": article("x")["articles/x.md"]})
        code, _out, err = run("--fix", str(run.content / "articles" / "Nuit d’été.md"))
        assert code == 0
        assert "content/articles/Nuit d’été.md → content/articles/nuit-d-ete.md" in err
        assert (run.content / "articles" / "nuit-d-ete.md").is_file()

    def test_never_take_the_name_of_another_file(self, run: Check) -> None:
        write(run.folder, {"articles/Portrait.md": article("x")["articles/x.md"]})
        assert run("--fix")[0] == 1
        assert (run.content / "articles" / "Portrait.md").is_file()

    def test_leave_the_other_files_alone(self, run: Check) -> None:
        write(run.folder, WRONG | {"articles/autre.md": WRONG["articles/faux.md"]})
        run("--fix", str(run.content / "articles" / "faux.md"))
        assert "13/10/2026" in (run.content / "articles" / "autre.md").read_text("utf-8")

    def test_bring_to_light_and_mend_what_was_behind(self, run: Check) -> None:
        text = WRONG["articles/faux.md"].replace("title: ", "title:").replace("category", "catégorie").replace("\n", "\r\n")
        write(run.folder, {"articles/faux.md": ("\ufeff" + text).encode()})
        assert run("--fix")[0] == 0
        mended = (run.content / "articles" / "faux.md").read_bytes()
        assert mended.startswith(b"---\ntitle: Un portrait\nsummary: Court.\ndate: 2026-10-13\ncategory: portrait\n")
        assert b"\r" not in mended

    def test_take_out_what_nothing_shows(self, run: Check) -> None:
        text = article("nuit", title="Nuit", themes=["astronomie"], body="Un texte.\n")["articles/nuit.md"]
        turned = (
            text.replace("Nuit", "\u202eNu\u200b\u200bit")
            .replace("astro", "as\ufefftro")
            .replace("Un texte", "Un&#x202e; te\u2066xte\u2069")
        )
        write(run.folder, {"articles/nuit.md": turned})
        code, _out, err = run("--fix")
        assert (code, (run.content / "articles" / "nuit.md").read_text("utf-8")) == (0, text)
        assert "-title: ¤Nu¤¤it\n" in err

    def test_leave_a_table_the_marks_of_its_spreadsheet(self, run: Check) -> None:
        table = "\ufefftitle;value;unit;source\r\nVisi\u200bteurs;12;personnes;Été\r\n"
        write(run.folder, {"data/bilan.csv": table.encode()})
        assert run("--fix")[0] == 0
        assert (run.content / "data" / "bilan.csv").read_bytes() == table.replace("\u200b", "").encode()

    def test_that_could_not_be_made_are_not_offered_again(self, run: Check) -> None:
        write(run.folder, {"articles/Portrait.md": article("x")["articles/x.md"]})
        assert "1 se répare sans vous : ajoutez --fix." in run()[1]
        code, out, _err = run("--fix")
        assert (code, out.splitlines()[-1]) == (1, "1 erreur dans 1 fichier.")
        assert "fixes" not in run("--fix", "--format", "sarif")[1]

    def test_are_still_offered_for_the_files_that_were_not_asked_for(self, run: Check) -> None:
        report = run.folder / "before.json"
        run("--format", f"json={report}")
        write(run.folder, WRONG | {"articles/autre.md": WRONG["articles/faux.md"]})
        out = run("--fix", "--before", str(report), str(run.content / "articles" / "faux.md"))[1]
        assert out.splitlines()[-1] == "2 erreurs dans 1 fichier. 2 se réparent sans vous : ajoutez --fix."

    def test_are_not_made_where_there_is_a_doubt(self, run: Check) -> None:
        write(run.folder, article("doute", category="xyz", themes=["chimie"]))
        before = (run.content / "articles" / "doute.md").read_bytes()
        run("--fix")
        assert (run.content / "articles" / "doute.md").read_bytes() == before

    def test_do_not_touch_a_file_in_another_encoding(self, run: Check) -> None:
        data = WRONG["articles/faux.md"].replace("Court.", "Été.").encode("latin-1")
        write(run.folder, {"articles/faux.md": data})
        run("--fix")
        assert (run.content / "articles" / "faux.md").read_bytes() == data

    def test_leave_a_text_whole_on_a_full_disk(self, run: Check, monkeypatch: pytest.MonkeyPatch) -> None:
        write(run.folder, WRONG)
        file = run.content / "articles" / "faux.md"
        before, kept = file.read_bytes(), Path.write_bytes

        def full(path: Path, data: bytes) -> int:
            if run.content in path.parents:
                kept(path, data[:10])
                raise OSError(28, "No space left on device")
            return kept(path, data)

        monkeypatch.setattr(Path, "write_bytes", full)
        code, _out, err = run("--fix")
        assert (code, err) == (2, "Le disque est plein : libérez de la place, puis recommencez.\n")
        assert file.read_bytes() == before
        assert [path.name for path in file.parent.iterdir() if path.name.startswith(".")] == []
        monkeypatch.setattr(Path, "write_bytes", kept)
        file.chmod(0o640)
        assert run("--fix")[0] == 0
        assert (file.read_bytes() != before, file.stat().st_mode & 0o777) == (True, 0o640)
