"""`scripts/letter.py` as a coordinator runs it: a week in the terminal, its record, its draft."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import letter
from newsletter.sending.calls import NotSent, Service
from newsletter.sending.drafts import DRAFTS, Account, Campaign
from support import Tree, article, event, hub, write
from support_commands import Ended, command

TREE = article("portrait", date="2026-11-11", title="Une géologue") | event(
    "nuit", date="2026-11-12", slots=[{"start": "2026-11-19 18:00", "end": "2026-11-19 20:00"}], title="Nuit noire"
)
OTHER = hub(letters={"nuits": {"name": "La lettre des nuits", "every": "semaine", "sections": [{"title": "À voir", "kinds": ["event"]}]}})


def run(place: Path, *options: str, today: str = "2026-11-17", **env: str) -> Ended:
    return command("letter", place, *options, env={"ESCALE_TODAY": today, **env})


class TestShown:
    def test_a_week_reads_as_it_is_sent(self, tmp_path: Path) -> None:
        write(tmp_path, TREE)
        ended = run(tmp_path)
        assert (ended.code, ended.stderr) == (0, "")
        assert ended.stdout.startswith("Objet : Semaine du 16")
        assert "– Nuit noire\n  Jeudi 19" in ended.stdout
        assert "https://escale.example/articles/portrait/" in ended.stdout

    def test_the_next_one_is_that_of_monday(self, tmp_path: Path) -> None:
        write(tmp_path, TREE | article("demain", date="2026-11-17", title="Paru mardi"))
        assert "Paru mardi" not in run(tmp_path).stdout
        assert "Paru mardi" in run(tmp_path, "prochaine").stdout

    def test_another_letter_is_named_by_its_key(self, tmp_path: Path) -> None:
        write(tmp_path, TREE | OTHER)
        ended = run(tmp_path, "--letter", "nuits")
        assert ended.code == 0
        assert "La lettre des nuits" in ended.stdout
        assert "À VOIR" in ended.stdout

    @pytest.mark.parametrize(
        ("options", "code", "said"),
        [
            (("2026-w02",), 1, "Il n’y a pas de lettre « 2026-w02 » : rien de nouveau, rien qui commence. La dernière est 2026-w47."),
            (("lundi",), 2, "« lundi » n’est pas une semaine : écrivez par exemple 2026-w47."),
            (("--letter", "jours"), 2, "« jours » n’est pas une lettre de content/hub.yml (letters : aucune)."),
            (("--freeze", "--send-draft"), 2, "letter.py : --send-draft : cette option ne va pas avec --freeze."),
        ],
        ids=["a week without", "no week", "no letter", "both"],
    )
    def test_what_is_not_there_is_told(self, tmp_path: Path, options: tuple[str, ...], code: int, said: str) -> None:
        write(tmp_path, TREE)
        ended = run(tmp_path, *options)
        assert (ended.code, ended.said[0]) == (code, said)


class TestFrozen:
    def test_once_and_the_letter_says_it_whatever_becomes_of_what_it_tells(self, tmp_path: Path) -> None:
        content = write(tmp_path, TREE)
        before = run(tmp_path, "2026-w47").stdout
        ended = run(tmp_path, "--freeze")
        assert (ended.code, ended.stdout) == (0, "Figée : content/newsletter/2026-w47.json\n")
        record = content / "newsletter" / "2026-w47.json"
        kept = record.read_bytes()
        assert json.loads(kept)
        (content / "articles" / "portrait.md").unlink()
        assert run(tmp_path, "2026-w47").stdout == before
        again = run(tmp_path, "--freeze")
        assert (again.code, again.stdout) == (0, "Déjà figée : content/newsletter/2026-w47.json\n")
        assert record.read_bytes() == kept

    @pytest.mark.parametrize("act", ["--freeze", "--send-draft"])
    def test_a_week_without_a_letter_has_nothing_to_do(self, tmp_path: Path, act: str) -> None:
        content = write(tmp_path, TREE)
        ended = run(tmp_path, act, today="2027-03-15")
        assert (ended.code, ended.stdout) == (0, "Pas de lettre cette semaine : rien à faire.\n")
        assert not list(content.rglob("*.json"))


class TestDraft:
    @pytest.fixture
    def laid(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Campaign, Account]]:
        """What a service is given, in the place of Brevo."""
        found: list[tuple[Campaign, Account]] = []

        def lay(campaign: Campaign, account: Account, open_: Any) -> bool:
            assert open_ is Service
            if account.key == "fausse":
                raise NotSent("« api.brevo.com » refuse la clé (401).")
            found.append((campaign, account))
            return len(found) == 1

        monkeypatch.setitem(DRAFTS, "brevo", lay)
        monkeypatch.setenv("ESCALE_TODAY", "2026-11-17")
        return found

    @staticmethod
    def ask(place: Path, *options: str) -> int:
        return letter.main(["--send-draft", "--content", str(place / "content"), "--cache", str(place / "cache"), *options])

    def tree(self, **keys: Any) -> Tree:
        return TREE | hub(newsletter={"provider": "brevo"}, **keys)

    def test_is_the_mail_and_the_second_time_nothing(
        self, tmp_path: Path, laid: list[tuple[Campaign, Account]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write(tmp_path, self.tree())
        monkeypatch.setenv("BREVO_API_KEY", "xkeysib")
        assert self.ask(tmp_path, "--list", "3,5") == 0
        (campaign, account) = laid[0]
        assert (campaign.name, campaign.sender, campaign.sender_name) == ("2026-w47", "redaction@escale.example", "Escale")
        assert "{{ unsubscribe }}" in campaign.html
        assert "Nuit noire" in campaign.html
        assert account == Account(key="xkeysib", lists=("3", "5"))
        assert capsys.readouterr().out.startswith("Brouillon déposé : « 2026-w47 – Semaine du 16")
        assert self.ask(tmp_path) == 0
        assert capsys.readouterr().out.startswith("Déjà là, rien n’est déposé : « 2026-w47")

    def test_takes_from_the_environment_what_is_not_given(
        self, tmp_path: Path, laid: list[tuple[Campaign, Account]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(tmp_path, self.tree())
        for name, value in {"KEY": "clef", "LIST": "8, 9", "SENDER": "lettre@escale.example"}.items():
            monkeypatch.setenv(f"ESCALE_LETTER_{name}", value)
        assert self.ask(tmp_path, "2026-w47") == 0
        assert laid[0][0].sender == "lettre@escale.example"
        assert laid[0][1] == Account(key="clef", lists=("8", "9"))

    def test_without_a_key_nobody_is_asked(
        self, tmp_path: Path, laid: list[tuple[Campaign, Account]], capsys: pytest.CaptureFixture[str]
    ) -> None:
        write(tmp_path, self.tree())
        assert self.ask(tmp_path) == 2
        assert capsys.readouterr().err.startswith("Il manque la clé : mettez-la dans la variable d’environnement ESCALE_LETTER_KEY")
        assert laid == []

    def test_that_is_refused_ends_with_one(
        self, tmp_path: Path, laid: list[tuple[Campaign, Account]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write(tmp_path, self.tree())
        monkeypatch.setenv("ESCALE_LETTER_KEY", "fausse")
        assert self.ask(tmp_path) == 1
        assert capsys.readouterr().err == "« api.brevo.com » refuse la clé (401).\n"

    @pytest.mark.parametrize("service", ["sendy", "buttondown", "autre", None])
    def test_is_for_services_that_have_drafts(self, tmp_path: Path, capsys: pytest.CaptureFixture[str], service: str | None) -> None:
        write(tmp_path, TREE | (hub(newsletter={"provider": service}) if service else {}))
        assert self.ask(tmp_path, "2026-w47") == 2
        assert "Un brouillon se dépose chez Brevo, listmonk ou Mailchimp" in capsys.readouterr().err
