"""The letter as its subscribers get it: rss2email follows its feed for four weeks and sends mail, which a server of this machine takes."""

from __future__ import annotations

import asyncio
import functools
import html
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP

from newsletter.feed import feed
from support import article, event, hub, read_library, write
from theming import with_theme

READER = "lectrice@exemple.example"
WEEKS = (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23), date(2026, 11, 30))
TREE = hub(name="Escale en Picardie") | article("portrait-1", date="2026-10-28", title="Une géologue")
NEWS = (
    article("portrait-2", date="2026-11-04", title="Une <chimiste> & l’eau"),
    {},
    event(
        "nuit",
        date="2026-11-10",
        title="Nuit noire",
        slots=[{"start": "2026-11-20 18:00", "end": "2026-11-20 20:00"}],
        event_status="annule",
    ),
    article("portrait-3", date="2026-11-18", title="Que dit la pluie ?"),
    {},
)
"""What is written before each of the Mondays; for the last, nothing is."""


class Mailbox:
    """Takes whatever comes."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 – a name of the library
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"


@dataclass
class Subscriber:
    """rss2email with its files, the folder in which the feed is served, and the mailbox."""

    folder: Path
    box: Mailbox

    def r2e(self, *command: str) -> None:
        files = ("-c", str(self.folder / "r2e.cfg"), "-d", str(self.folder / "r2e.json"))
        run = [sys.executable, "-c", "from rss2email.main import run; run()", *files, *command]
        done = subprocess.run(run, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr

    def week(self, tree: dict[str, str | bytes], today: date) -> list[EmailMessage]:
        """The mails that a week's feed brings."""
        content = self.folder / f"{today:%Y%m%d}"
        content.mkdir()
        library = read_library(write(content, tree), today)
        with_theme(library.hub)
        declared, _json = feed(library)
        document: Any = declared.make()
        (self.folder / "served" / "newsletter.xml").write_bytes(document.content)
        before = len(self.box.mails)
        self.r2e("run")
        self.r2e("run")
        return self.box.mails[before:]


@pytest.fixture(params=["html", "text"])
def subscriber(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Subscriber]:
    """Somebody who follows the feed, with mails as HTML or as rss2email makes text of it."""
    (tmp_path / "served").mkdir()
    box = Mailbox()
    loop = asyncio.new_event_loop()
    post = Thread(target=loop.run_forever, daemon=True)
    post.start()
    # Begun in its own thread: this one may have a loop already, of the browser tests before.
    coming = loop.create_server(lambda: SMTP(box, hostname="localhost", loop=loop), "127.0.0.1", 0)
    smtp = asyncio.run_coroutine_threadsafe(coming, loop).result().sockets[0].getsockname()[1]
    serve = functools.partial(Quiet, directory=str(tmp_path / "served"))
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as web:
        Thread(target=web.serve_forever, args=(0.01,), daemon=True).start()
        (tmp_path / "r2e.cfg").write_text(
            f"[DEFAULT]\nfrom = r2e@exemple.example\nto = {READER}\nemail-protocol = smtp\nsmtp-server = 127.0.0.1:{smtp}\n"
            f"html-mail = {request.param == 'html'}\nname-format = {{author}}\n"
        )
        found = Subscriber(tmp_path, box)
        found.r2e("add", "lettre", f"http://127.0.0.1:{web.server_port}/newsletter.xml")
        yield found
        web.shutdown()
    loop.call_soon_threadsafe(loop.stop)
    post.join()
    loop.close()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: Any) -> None:
        """Nothing."""


def content(mail: EmailMessage) -> str:
    """What is in it, as HTML or as text."""
    body = mail.get_body(("html", "plain"))
    assert body is not None
    return str(body.get_content())


def words(mail: EmailMessage) -> str:
    """What is read, without the marks of HTML."""
    said = content(mail)
    if mail.get_content_type() == "text/html":
        said = html.unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", said, flags=re.DOTALL))
    return " ".join(said.replace("**", "").split())


@pytest.mark.slow
def test_one_mail_comes_for_each_new_letter_and_none_comes_twice(subscriber: Subscriber) -> None:
    tree, got = dict(TREE), []
    for monday, news in zip(WEEKS, NEWS, strict=True):
        tree |= news
        got.append(subscriber.week(tree, monday))
    assert [len(mails) for mails in got] == [1, 1, 1, 1, 0]
    mails = [mail for week in got for mail in week]
    assert [str(mail["Subject"]) for mail in mails] == [f"Semaine du {day}\u00a0novembre 2026" for day in (2, 9, 16, 23)]
    assert {str(mail["From"]) for mail in mails} == {"Escale en Picardie <r2e@exemple.example>"}
    assert {str(mail["To"]) for mail in mails} == {READER}
    assert "Une géologue" in words(mails[0])
    assert "Une <chimiste> & l’eau" in words(mails[1])
    assert "Annulé : Nuit noire" in words(mails[2]).replace("\u00a0", " ")
    assert "https://escale.example/articles/portrait-3/" in content(mails[3])
    for mail in mails:
        assert "Ne plus recevoir" not in words(mail)
        assert len(mail.as_bytes()) < 102_000
