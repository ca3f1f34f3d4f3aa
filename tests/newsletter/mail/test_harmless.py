"""What contributors write is never taken for a mark of the service that sends a letter; readers see what was written."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.markdown.safe import ATTRIBUTES, TAGS
from newsletter.mail.harmless import APART, harmless
from newsletter.mail.making import body, mail
from newsletter.mail.plain import text
from newsletter.mail.providers import PROVIDERS, provider
from newsletter.mails import as_json
from support_mails import card, hub, letter
from views.values import Fact, Link, Picture, Section

SERVICES = [*PROVIDERS, "autre", None]
OURS = {
    "brevo": {"{{ unsubscribe }}", "{{ mirror }}"},
    "mailchimp": {"*|UNSUB|*", "*|ARCHIVE|*", "*|HTML:LIST_ADDRESS_HTML|*"},
    "listmonk": {"{{ UnsubscribeURL }}", "{{ MessageURL }}"},
    "buttondown": {"{{ unsubscribe_url }}"},
    "sendy": {"[unsubscribe]", "[webversion]"},
}
TAKEN = {
    "brevo": r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\[[A-Z_]+\]",
    "mailchimp": r"\*\|.*?\|\*",
    "listmonk": r"\{\{.*?\}\}|https?://\S+?@TrackLink",
    "buttondown": r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}",
    "sendy": r"\[[A-Za-z][^\]]*\]",
}
"""What each service replaces in a text, as its manual says."""
MARKS = (
    "{{ unsubscribe }}", "{% if a %}", "{# a #}", "{{{x}}}", "*|UNSUB|*", "*|*|A|*|*", "[unsubscribe]", "[webversion]", "[Name,fallback=]",
    "[UNSUBSCRIBE]", "{EMAIL}", "{{ UnsubscribeURL }}", "https://a.example/@TrackLink", "{{contact.EMAIL}}",
)  # fmt: skip
HOSTILE = st.lists(
    st.sampled_from([*MARKS, "{", "}", "%", "*", "|", "[", "]", "<b>", "&#123;", '"', " ", "a"]) | st.text(max_size=4), max_size=8
).map("".join)


def of(service: str | None):  # type: ignore[no-untyped-def] # because mypy does not read tests
    """A hub that sends by a service."""
    return hub(provider=service) if service else hub()


def taken(service: str | None, written: str) -> set[str]:
    """What a service would replace in what is sent; of one that nobody knows, what any would."""
    patterns = [TAKEN[service]] if service in TAKEN else TAKEN.values()
    plain = re.sub(r"<style.*?</style>|<!--.*?-->", "", written, flags=re.DOTALL)
    return {found[0] for pattern in patterns for found in re.finditer(pattern, plain, re.DOTALL)}


def hostile(words: str):  # type: ignore[no-untyped-def] # as above
    """A letter in which somebody wrote this wherever one can write."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    shown = card(
        title=words, summary=words, kicker=words, where=words, publisher=words, notes=(words,), when=words,
        url=f"/agenda/{words}/", picture=Picture("/images/a.jpg", words, 800, 600),
    )  # fmt: skip
    return letter(
        title=words, subject=words, summary=words, label=words, words=f'<p>{escaped}<a href="https://b.example/{escaped}">{escaped}</a></p>',
        sections=(Section(words, (shown,), more=Link(words, f"/{words}")),), departments=(Link(words, f"/{words}"),),
        thanks=(Link(words, f"https://c.example/{words}"),), contact=(Fact(words, words),), notice=words,
    )  # fmt: skip


def apart(words: str) -> str:
    """What a reader sees of a text."""
    return words.replace(APART, "")


@pytest.mark.parametrize("service", SERVICES)
class TestForEachService:
    @pytest.mark.parametrize("mark", MARKS)
    def test_a_mark_that_somebody_wrote_is_shown_and_not_taken(self, service: str | None, mark: str) -> None:
        found = hostile(f"Atelier {mark} pour tous")
        ours = OURS.get(service or "", set())
        html, plain = mail(found, of(service)), text(found, of(service))
        assert taken(service, html) == ours
        assert taken(service, plain) == {one for one in ours if "HTML:" not in one}
        assert taken(service, body(found, of(service))) == set()
        assert taken(service, harmless(provider(of(service)), found.subject)) == set()
        soup = BeautifulSoup(html, "lxml")
        assert soup.h1
        assert soup.h1.get_text() == f"Atelier {mark} pour tous"
        assert f"Atelier {mark} pour tous" in apart(plain).replace("\n  ", " ")

    def test_an_address_leads_where_it_led(self, service: str | None) -> None:
        html = mail(letter(thanks=(Link("Région", "https://c.example/[unsubscribe]?q={{x}}&r=*|y|*"),)), of(service))
        link = BeautifulSoup(html, "lxml").select_one(".thanks a")
        assert link
        address = str(link["href"])
        assert not taken(service, address)
        for escape, character in (("%7B", "{"), ("%7D", "}"), ("%7C", "|"), ("%2A", "*"), ("%5B", "[")):
            address = address.replace(escape, character)
        assert address == "https://c.example/[unsubscribe]?q={{x}}&r=*|y|*"

    def test_the_value_for_programs_holds_none_but_those_of_the_mail(self, service: str | None) -> None:
        value = json.loads(as_json(hostile("{{ x }} *|y|* [unsubscribe]"), of(service)))
        ours = OURS.get(service or "", set())
        assert {found for words in _strings(value) for found in taken(service, words)} == ours

    @settings(max_examples=20)
    @given(words=HOSTILE)
    def test_no_mark_is_in_a_mail_but_ours_whatever_was_written(self, service: str | None, words: str) -> None:
        found, ours = hostile(words), OURS.get(service or "", set())
        assert taken(service, mail(found, of(service))) <= ours
        assert taken(service, text(found, of(service))) <= ours
        assert taken(service, body(found, of(service))) == set()


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [words for inner in value.values() for words in _strings(inner)]
    if isinstance(value, list):
        return [words for inner in value for words in _strings(inner)]
    return [value] if isinstance(value, str) else []


@given(words=HOSTILE)
def test_a_text_is_shown_as_it_was_written(words: str) -> None:
    for service in SERVICES:
        assert apart(harmless(provider(of(service)), words)) == apart(words)


def test_what_is_parted_stays_apart_where_a_service_reads_entities_and_writes_them_anew() -> None:
    html = mail(letter(title="{{ unsubscribe }} &#123;&#123; x"), of("brevo"))
    again = unescape(BeautifulSoup(html, "lxml").decode())
    assert again.count("{{") == 2  # ours


def test_nothing_contributed_has_the_attribute_that_marks_what_is_ours() -> None:
    assert not any("data-ours" in names for names in ATTRIBUTES.values())
    assert "style" not in TAGS
