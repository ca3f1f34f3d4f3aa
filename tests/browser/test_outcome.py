"""What comes back after a loan: a form that writes a message, and keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support import build, exhibition, write
from support_browser import served, visiting
from support_requests import OWNER, museum

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A region with one trunk, on this machine."""
    place = tmp_path_factory.mktemp("outcome")
    built = build(write(place, museum() | exhibition("malle", title="La malle", **OWNER)), place)
    assert built.code == 0, built.stderr
    with served(built.output) as address:
        yield address


@pytest.fixture
def back(browser: Browser, origin: str) -> Iterator[Page]:
    """Somebody with a small phone whose loan has ended."""
    with visiting(browser, origin, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as visitor:
        yield visitor.new_page()


def test_what_is_said_is_in_the_message_while_it_is_said(back: Page) -> None:
    back.goto("/outils/bilan/?outil=malle&pret=moulin-2027-03-08")
    expect(back.get_by_role("status")).to_have_text("La malle")
    back.get_by_label("Visiteurs").fill("240")
    back.get_by_label("Ils sont").select_option("comptés")
    back.get_by_label("En famille").check()
    back.get_by_label("Le transport a-t-il été difficile").select_option("Oui")
    text = back.get_by_role("region", name="Message pour Musée du ciel")
    expect(text).to_contain_text("id: moulin-2027-03-08\nvisitors: 240\nvisitors_method: compte\naudiences: famille\n--- fin du bilan ---")
    expect(text).to_contain_text("Transport jugé difficile,100,%")
    expect(back.get_by_role("link", name="Ouvrir un courriel")).to_have_attribute(
        "href", "mailto:prets@musee.example,redaction@escale.example?subject=Bilan%20du%20pr%C3%AAt%20%3A%20La%20malle&body=" + body(back)
    )
    assert back.evaluate("localStorage.length") == 0
    assert back.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("asked", "said"), [
    ("rien", "« rien » n’est pas au catalogue : laissé de côté."),
    ("%3Cimg src=x onerror=alert(1)%3E", "« <img src=x onerror=alert(1)> » n’est pas le nom d’un outil : ignoré."),
    ("../../donnees/outils", "« ../../donnees/outils » n’est pas le nom d’un outil : ignoré."),
])  # fmt: skip
def test_a_name_that_no_tool_has_is_told_so(back: Page, asked: str, said: str) -> None:
    back.on("dialog", lambda dialog: pytest.fail(dialog.message))
    back.goto(f"/outils/bilan/?outil={asked}&pret=%3Cb%3E")
    expect(back.get_by_role("status")).to_have_text(said)
    expect(back.locator(".ask-message")).to_have_count(0)
    back.get_by_label("Outil obligatoire").fill("malle")
    expect(back.locator(".ask-message pre")).not_to_contain_text("<b>")


def test_the_questions_are_there_without_javascript(plain: Page) -> None:
    plain.goto("/outils/bilan/")
    expect(plain.get_by_role("heading", level=1)).to_have_text("Bilan d’un prêt")
    expect(plain.get_by_text("Le transport a-t-il été difficile ?").first).to_be_visible()
    expect(plain.get_by_label("Visiteurs")).to_be_hidden()


def body(page: Page) -> str:
    """The message as a mail program gets it."""
    found: str = page.locator(".ask-message pre").evaluate("(place) => encodeURIComponent(place.textContent.replace(/\\n/g, '\\r\\n'))")
    return found
