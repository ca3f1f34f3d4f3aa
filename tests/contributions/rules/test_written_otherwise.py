"""An address is the same one however it is written; what is no address at all leads nowhere, and is told."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from support import article, event, exhibition, hub

Report = Callable[..., list[str]]


@pytest.mark.parametrize("alias", ["/articles/anci%65nne/", "/articles/ancienne", "/articles/ancienne/index.html", "//articles/ancienne/"])
def test_an_old_address_belongs_to_one_contribution_alone(reported: Report, alias: str) -> None:
    found = reported(article("a", aliases=["/articles/ancienne/"]) | article("b", aliases=[alias]))
    assert [line.split()[1] for line in found] == ["E119" if alias.startswith("//") else "E209"]


@pytest.mark.parametrize(
    "alias", ["/%69ndex.html", "/agend%61/", "/agenda/nuit.ics", "/agenda/nuit/index.html", "/images/ciel.svg", "/theme/style.css"]
)
def test_an_old_address_is_none_where_something_stands(reported: Report, alias: str) -> None:
    (said,) = reported(event("nuit") | article("a", aliases=[alias]))
    assert " E209 " in said


def test_a_broken_link_is_told_where_it_stands(reported: Report) -> None:
    found = reported(article("a", body="Voir [e](/agenda/rien/) et [f](rien/).\n"))
    assert [line.split()[0].rsplit(":", 3)[1:3] for line in found] == [["11", "10"], ["11", "32"]]


def test_links_to_pages_that_the_site_makes_pass_and_no_others(reported: Report) -> None:
    body = "[a](/proposer/evenement/) [b](/proposer/) [c](/contribuer/) [d](/agenda/) [e](/flux/) [f](/contribuer/nexiste-pas/) [g](/flux/x/)\n"
    found = reported(article("a", body=body))
    assert [re.findall("« (.*?) »", line)[0] for line in found] == ["/contribuer/nexiste-pas/", "/flux/x/"]


@pytest.mark.parametrize("target", ["//[y/", "https://[y/", "http://exemple.fr:x/"])
def test_what_is_no_address_is_no_crash(reported: Report, target: str) -> None:
    text = f"Voir [ceci]({target}).\n"
    found = reported(article("a", body=text) | {"newsletter/2026-w47.md": f"---\ntitle: La semaine\n---\n{text}"})
    assert {line.split()[1] for line in found} <= {"E208"}


def test_the_words_above_a_letter_have_links_and_images_of_the_site(reported: Report) -> None:
    text = "---\ntitle: La semaine\n---\n![](https://ailleurs.example/a.png) et [b](/agenda/rien/)\n"
    assert [line.split()[1] for line in reported({"newsletter/2026-w47.md": text})] == ["E210", "E211", "E208"]


@pytest.mark.parametrize("week", ["0001-w01", "1999-w01", "2026-w54", "٢٠٢٦-w01"])
def test_a_letter_is_of_a_week_in_which_there_may_be_one(reported: Report, week: str) -> None:
    (said,) = reported({f"newsletter/{week}.md": "---\ntitle: La semaine\n---\nBonjour.\n"})
    assert " E007 " in said


@pytest.mark.parametrize("keys", [{"themes": {}}, {"audiences": {}}, {"departments": {}}, {"categories": {"event": {}}}])
def test_a_vocabulary_has_words(reported: Report, keys: dict[str, Any]) -> None:
    (said,) = reported(hub(**keys))
    assert " E111 " in said


@pytest.mark.parametrize("fence", ["```\n", "~~~\n", "~~~~\n~~~\n", "```\n~~~\n"])
def test_behind_a_fence_that_nothing_closes_all_is_code_as_the_preview_shows_it(reported: Report, fence: str) -> None:
    text = "[a](javascript:alert(1))\n\n# Titre\n\n<iframe></iframe>\n"
    assert [line.split()[1] for line in reported(article("a", body=f"{fence}{text}"))] == ["W230"]
    assert {line.split()[1] for line in reported(article("a", body=f"```\na\n```\n\n{text}"))} == {"E214", "E216", "W217"}


def test_the_address_of_a_page_is_the_kind_and_the_name_of_its_file(reported: Report) -> None:
    (said,) = reported(article("a", related=["/outils/malle/"]) | exhibition("malle"))
    assert "E205" in said
    assert said.endswith("Écrivez exhibition/malle.")
