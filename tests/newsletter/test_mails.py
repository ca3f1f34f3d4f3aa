"""The files of each letter's mail, and what programs read of the last: the same as the mail, with pictures and addresses that are whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from contributions.library.library import Library
from newsletter.mail.making import mail
from newsletter.mail.plain import text
from newsletter.mails import as_json, mails
from newsletter.weekly import letters
from support import article, event, hub
from support_mails import hub as of
from support_mails import letter

TREE = (
    article("portrait", date="2026-11-11", title="Une géologue")
    | event("nuit", date="2026-11-12", slots=[{"start": "2026-11-19 18:00", "end": "2026-11-19 20:00"}])
    | hub(letters={"nuits": {"name": "La lettre des nuits", "every": "semaine", "sections": [{"title": "À voir", "kinds": ["event"]}]}})
)


def documents(library: Library) -> dict[str, bytes]:
    """What is published, by path."""
    made: dict[str, Any] = {found.path: found.make() for found in mails(library)}
    return {path: document.content for path, document in made.items()}


def test_each_letter_has_its_mail_and_its_text_beside_its_page(library: Callable[..., Library]) -> None:
    read = library(TREE)
    found = documents(read)
    newest = next(letters(read))
    assert found[f"{newest.path}mail.html"].decode() == mail(newest, read.hub)
    assert found[f"{newest.path}mail.txt"].decode() == text(newest, read.hub)
    assert {path for path in found if path.startswith("/lettres/nuits/2026-11-16/")} == {
        "/lettres/nuits/2026-11-16/mail.html",
        "/lettres/nuits/2026-11-16/mail.txt",
    }


def test_none_is_a_page_for_search_engines_and_site_maps(library: Callable[..., Library]) -> None:
    assert {found.template for found in mails(library(TREE))} == {None}


def test_the_last_one_is_told_to_programs(library: Callable[..., Library]) -> None:
    found = json.loads(documents(library(TREE))["/newsletter/derniere.json"])
    assert (found["week"], found["url"]) == ("2026-w47", "https://escale.example/newsletter/2026-w47/")
    assert [(entry["title"], entry["url"]) for entry in found["entries"]][-1] == (
        "Une géologue",
        "https://escale.example/articles/portrait/",
    )


def test_before_the_first_letter_there_is_none_to_tell(library: Callable[..., Library]) -> None:
    assert json.loads(documents(library({}))["/newsletter/derniere.json"]) == {"week": None, "entries": []}


def test_an_entry_is_told_with_all_that_a_program_needs_of_it() -> None:
    shown = json.loads(as_json(letter(), of(provider="brevo")))
    assert list(shown) == ["week", "title", "subject", "url", "html", "text", "entries"]
    assert (shown["html"], shown["text"]) == (mail(letter(), of(provider="brevo")), text(letter(), of(provider="brevo")))
    assert shown["entries"][0] == {
        "title": "Soirée d’observation n° 1",
        "url": "https://escale.example/agenda/soiree-1/",
        "summary": "Saturne et la Lune, à l’œil nu puis à la lunette, avec les bénévoles du club.",
        "when": "Samedi 21\u00a0novembre, 14\u202fh\u00a0– 17\u202fh\u202f30",
        "where": "Amiens (80), Médiathèque du Moulin",
        "image": "https://escale.example/images/ciel.jpg.1104.jpg",
    }
    assert shown["entries"][1]["image"] is None
