"""Whoever asks for the letter sends an address to the service that the hub names, and reads beside it what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup

from contributions.library.library import Library
from newsletter.pages import pages
from newsletter.subscribing import Form, form
from publishing.headers import POLICY, headers, read
from publishing.rendering import render
from support import hub as tree
from support_headers import last
from support_mails import hub
from theming import with_theme

ADDRESSES = {
    "brevo": "https://9f3.sibforms.com/serve/MUIFAAbc",
    "mailchimp": "https://escale.us21.list-manage.com/subscribe/post?u=0a1b&id=9f8e",
    "listmonk": "https://lettre.example/subscription/form?l=aa-11&l=bb-22",
    "buttondown": "https://buttondown.com/api/emails/embed-subscribe/escale",
    "sendy": "https://sendy.example/subscribe?list=Xyz892",
}
FORMS = {
    "brevo": Form(ADDRESSES["brevo"], "EMAIL", (("locale", "fr"), ("html_type", "simple")), "email_address_check"),
    "mailchimp": Form(ADDRESSES["mailchimp"], "EMAIL", (), "b_0a1b_9f8e"),
    "listmonk": Form("https://lettre.example/subscription/form", "email", (("l", "aa-11"), ("l", "bb-22")), "nonce"),
    "buttondown": Form(ADDRESSES["buttondown"], "email", (("embed", "1"),), ""),
    "sendy": Form("https://sendy.example/subscribe", "email", (("subform", "yes"), ("list", "Xyz892")), "hp"),
}


def page(read_library: Library) -> BeautifulSoup:
    """/newsletter/."""
    planned = next(found for found in pages(read_library) if found.path == "/newsletter/")
    made: Any = planned.make()
    return BeautifulSoup(render(with_theme(read_library.hub), made, read_library.hub.url), "lxml")


@pytest.mark.parametrize("provider", FORMS)
def test_a_form_has_the_fields_that_its_service_reads(provider: str) -> None:
    assert form(hub(provider=provider, action_url=ADDRESSES[provider])) == FORMS[provider]


@pytest.mark.parametrize(
    "keys",
    [{}, {"provider": "brevo"}, {"provider": "autre", "action_url": "https://lettre.example/"}, {"action_url": "https://lettre.example/"}],
)
def test_there_is_none_where_nobody_knows_its_fields_or_its_address(keys: dict[str, str]) -> None:
    assert form(hub(**keys)) is None


def test_a_form_of_mailchimp_without_its_audience_has_no_trap() -> None:
    found = form(hub(provider="mailchimp", action_url="https://escale.us21.list-manage.com/subscribe/post"))
    assert found is not None
    assert found.trap == ""


@pytest.mark.parametrize("provider", FORMS)
def test_the_page_sends_it_there_and_nowhere_else(library: Callable[..., Library], provider: str) -> None:
    found = library(tree(newsletter={"provider": provider, "action_url": ADDRESSES[provider]}))
    shown = page(found).select_one("form.subscription")
    assert shown is not None
    assert (shown["method"], shown["action"]) == ("post", FORMS[provider].action)
    asked = shown.select_one('input[type="email"]')
    assert asked is not None
    assert asked["name"] == FORMS[provider].email
    assert {(one["name"], one["value"]) for one in shown.select('input[type="hidden"]')} == set(FORMS[provider].fields)
    policy = dict(last(read(headers(found)), "/newsletter/"))[POLICY]
    origin = "/".join(ADDRESSES[provider].split("/")[:3])
    assert f"form-action 'self' {origin};" in policy


@pytest.mark.parametrize("provider", [*FORMS, "autre"])
def test_purpose_duration_and_rights_stand_beside_it(library: Callable[..., Library], provider: str) -> None:
    address = ADDRESSES.get(provider, "https://lettre.example/")
    said = page(library(tree(newsletter={"provider": provider, "action_url": address}))).select_one("#vos-droits")
    assert said is not None
    words = " ".join(said.get_text().split())
    assert "sert à vous envoyer cette lettre, pour L’agence, et à rien d’autre" in words
    assert ("Brevo l’expédie. Elle est" in words) == (provider == "brevo")
    assert "escale.example. Vos données" in words
    assert "gardée jusqu’à ce que vous vous désinscriviez" in words
    assert "la consulter, la corriger ou la faire effacer" in words
    assert [link["href"] for link in said.select("a")] == ["mailto:redaction@escale.example", "/donnees-personnelles/"]


def test_a_hub_without_a_service_asks_for_nothing(library: Callable[..., Library]) -> None:
    shown = page(library({}))
    assert shown.select("form.subscription, #vos-droits") == []
