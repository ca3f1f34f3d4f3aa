"""What a file lacks is one message a group, comes last, and is nothing that a broken line hides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from contributions.loading.loading import load
from contributions.models import KINDS
from contributions.models.needs import Need
from support import TODAY, article, hub, write

Reported = Callable[..., list[str]]


def of(reported: Reported, *lines: str, folder: str = "articles") -> list[str]:
    """Code and words of each message about a file of some header lines."""
    tree = hub() | {f"{folder}/nuit.md": "\n".join(["---", *lines, "---", "Un texte.", ""])}
    return [line.removeprefix(f"content/{folder}/nuit.md:") for line in reported(tree)]


class TestMissingKeys:
    def test_are_one_message_with_the_lines_to_add(self, reported: Reported) -> None:
        assert of(reported, "title: Nuit de la craie", "date: 2026-11-01", "publisher: {name: x}") == [
            "1:1: E102 Il manque trois clés obligatoires : summary, category et themes. Ajoutez ces lignes, avec vos mots :"
            " « summary: Une soirée au milieu des étoiles », « category: actualite » et « themes: [astronomie] »."
        ]

    def test_say_in_the_same_message_what_depends_on_others(self, reported: Reported) -> None:
        (told,) = of(reported, "title: Nuit de la craie", "date: 2026-11-01")
        assert told.startswith("1:1: E102 Il manque trois clés obligatoires : summary, category et themes. Il manque « organisation » ou")

    def test_stand_at_the_key_of_their_group_a_message_a_group(self, reported: Reported) -> None:
        sound = str(article("nuit")["articles/nuit.md"]).split("\n---\n")[0].removeprefix("---\n").split("\n")
        told = of(reported, *sound, "image:", "  licence: CC BY 4.0", "links:", "  - {}", "  - label: Un lien")
        number = len(sound)
        assert [line.partition(" Ajoutez")[0] for line in told] == [
            f"{number + 2}:1: E102 Il manque trois clés obligatoires sous « image » : src, alt et credit.",
            f"{number + 5}:5: E102 Il manque deux clés obligatoires à cette entrée : label et url.",
            f"{number + 6}:5: E102 Il manque « url » (adresse).",
        ]

    def test_come_behind_every_other_message(self, reported: Reported) -> None:
        told = of(reported, "title: ab", "date: 2026-13-01", "publisher: {name: x}")
        assert [line.split()[1] for line in told] == ["E110", "E103", "E102"]

    @pytest.mark.parametrize("line", ["summary Une nuit", "  summary: Une nuit", "\tsummary: Une nuit", "summary:Une nuit", "- summary: x"])
    def test_that_a_broken_line_holds_are_not_told(self, reported: Reported, line: str) -> None:
        told = of(reported, "title: Nuit de la craie", line, "date: 2026-11-01", "publisher: {name: x}")
        assert "E004" in told[0]
        assert not any("summary" in words for words in told if "E102" in words), told
        assert "category et themes" in told[-1]

    def test_of_a_header_without_an_end_are_not_told(self, reported: Reported) -> None:
        tree = hub() | {"articles/nuit.md": "---\ntitle: Nuit de la craie\n\nUn texte.\n"}
        assert [line.split()[1] for line in reported(tree)] == ["E003"]


def test_what_is_needed_because_of_another_key_is_said_to_be_missing() -> None:
    needs = [need for model in KINDS.values() for need in model.needs if isinstance(need, Need)]
    assert needs
    assert all(need.message.startswith("Il manque « ") for need in needs)


def test_hub_yml_is_told_once_what_it_lacks(tmp_path: Path) -> None:
    content = write(tmp_path, {"hub.yml": "name: x\n"})
    told = [str(problem) for problem in load(content, TODAY).problems]
    assert len([line for line in told if line.startswith("content/hub.yml:1:1: E102")]) == 1
