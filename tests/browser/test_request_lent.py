"""What a borrower asks for in a browser is a loan once the lender has forwarded it, without a word typed twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from support import REPOSITORY, Built, build, environment, exhibition, loan, organisation, write
from support_asking import dates, line, who
from support_browser import served, visiting
from support_requests import OWNER, museum

pytestmark = pytest.mark.browser

TREE = {
    **museum(),
    **organisation("club", title="Le club", email="club@club.example"),
    **organisation("labo", title="Le labo", phone="03 22 44 55 66"),
    **exhibition("ciel", title="Le ciel", **OWNER, versions=[{"id": "valise", "label": "Valise"}, {"id": "salle", "label": "En salle"}]),
    **exhibition(
        "radio", title="La radio", **{**OWNER, "organisation": "club"}, loan={"copies": 2}, loans=[loan("2027-02-01", "2027-02-05")]
    ),
    **exhibition("robot", title="Le robot", **{**OWNER, "organisation": "labo"}),
}
BASKET = "/outils/demande/?outil=ciel&outil=radio&outil=robot"


def lend(built: Built, message: str) -> None:
    """Give a message to the desk, as `make lend < message` does."""
    command = [sys.executable, str(REPOSITORY / "scripts" / "lend.py"), "--content", str(built.content), "--yes"]
    command += ["--cache", str(built.output.parent / "cache")]
    done = subprocess.run(command, input=message, capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def forwarded(text: str) -> str:
    """A message as the owner's mail program passes it on, with a word of their own."""
    quoted = "\n".join(f"> {line}".rstrip() for line in text.splitlines())
    return f"Bonjour, c’est d’accord !\n\n-------- Message transféré --------\nSujet : Demande de prêt\n\n{quoted}\n"


def test_a_basket_of_three_owners_becomes_three_loans_that_the_site_shows(browser: Browser, tmp_path: Path) -> None:
    built = build(write(tmp_path, TREE), tmp_path)
    assert built.code == 0, built.stderr
    with served(built.output) as origin, visiting(browser, origin) as visitor:
        page = visitor.new_page()
        page.goto(BASKET)
        dates(page, "2027-02-02", "2027-02-16")
        who(page)
        line(page, "Le ciel").get_by_label("Version").select_option("En salle")
        page.get_by_label("Ouvert à tous").select_option("Oui")
        messages = page.locator(".ask-message pre").all_inner_texts()
    assert len(messages) == 3
    for message in messages:
        lend(built, forwarded(message))
    again = build(built.content, tmp_path)
    assert again.code == 0, again.stderr
    assert "Valise Libre" in again.text("/outils/ciel/")
    assert "En salle Libre du 21 novembre 2026 au 1er février 2027 En option du 2 au 16 février 2027" in again.text("/outils/ciel/")
    assert "En option du 2 au 5 février 2027 Libre à partir du 6" in again.text("/outils/radio/"), "the second copy is asked for"
    assert "En option du 2 au 16 février 2027" in again.text("/outils/robot/")
