"""make serve shows a site as the host will: what the host will refuse is refused on the desk."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application

import serve

HEADERS = """\
/*
  X-Content-Type-Options: nosniff
/agenda/*
  Content-Security-Policy: default-src 'none'
  Cache-Control: public, max-age=31536000, immutable
/agenda.ics
  Content-Type: text/calendar; charset=utf-8
"""


class TestAnAnswer(AsyncHTTPTestCase):
    def get_app(self) -> Application:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.site = Path(self.folder.name)
        (self.site / "agenda").mkdir()
        for name, text in {"_headers": HEADERS, "agenda/index.html": "<p>Agenda", "agenda.ics": "x", "404.html": "<p>Perdu"}.items():
            (self.site / name).write_text(text, "utf-8")
        return serve.application(self.site, 8000)

    def test_says_what_the_host_will_and_is_never_kept(self) -> None:
        said = self.fetch("/agenda/").headers
        assert said.get_list("Content-Security-Policy") == ["default-src 'none'"]
        assert said["X-Content-Type-Options"] == "nosniff"
        assert said.get_list("Cache-Control") == ["no-store"]

    def test_is_of_the_type_that_the_host_will_say(self) -> None:
        assert self.fetch("/agenda.ics").headers["Content-Type"] == "text/calendar; charset=utf-8"

    def test_of_nothing_says_it_too(self) -> None:
        lost = self.fetch("/agenda/rien/")
        assert (lost.code, lost.body.decode().startswith("<p>Perdu")) == (404, True)
        assert lost.headers["Content-Security-Policy"] == "default-src 'none'"

    def test_of_a_site_that_is_not_built_yet_is_one(self) -> None:
        (self.site / "_headers").unlink()
        assert self.fetch("/agenda/").code == 200
